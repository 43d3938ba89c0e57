package query

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// The oracle: a world is one way in which things may have been, a stretch with
// its first and last day. What is possible holds in some world, what is certain
// in every one.
type world struct{ s, e edtf.Day }

// worlds lists every stretch that a span allows.
func worlds(a span) (ws []world) {
	for s := a.s1; s <= a.s2; s++ {
		for e := max(s, a.e1); e <= a.e2; e++ {
			ws = append(ws, world{s, e})
		}
	}
	return ws
}

// inWorld is the meaning of the relations, written once more and plainly. n is
// the reach.
func inWorld(r relation, a, q world, n edtf.Day) bool {
	switch r {
	case relBefore:
		return a.e < q.s
	case relAfter:
		return q.e < a.s
	case relFrom:
		return !(a.e < q.s)
	case relTo:
		return !(q.e < a.s)
	case relOverlaps:
		for day := a.s; day <= a.e; day++ {
			if q.s <= day && day <= q.e {
				return true
			}
		}
		return false
	case relInside:
		return q.s <= a.s && a.e <= q.e
	case relSoonAfter:
		return a.s > q.e && a.s-q.e <= n
	}
	return a.e < q.s && q.s-a.e <= n
}

func oracle(r relation, as, qs []world, n edtf.Day) answer {
	ans := answer{certain: true}
	for _, a := range as {
		for _, q := range qs {
			if inWorld(r, a, q, n) {
				ans.possible = true
			} else {
				ans.certain = false
			}
		}
	}
	return ans
}

const lastRelation = relSoonBefore

// holds agrees with the oracle on every pair of spans that fit into a few days.
func TestHoldsIsExact(t *testing.T) {
	const days, n = 4, 2
	var spans []span
	for s1 := edtf.Day(0); s1 < days; s1++ {
		for s2 := s1; s2 < days; s2++ {
			for e1 := s1; e1 < days; e1++ {
				for e2 := max(e1, s2); e2 < days; e2++ {
					spans = append(spans, span{s1, s2, e1, e2})
				}
			}
		}
	}
	for _, a := range spans {
		for _, q := range spans {
			far := span{q.s1 - n, q.s2 - n, q.e1 + n, q.e2 + n}
			for r := relBefore; r <= lastRelation; r++ {
				if got, want := r.holds(a, q, far), oracle(r, worlds(a), worlds(q), n); got != want {
					t.Fatalf("relation %d of %v and %v: %v, want %v", r, a, q, got, want)
				}
			}
		}
	}
}

// allen names the relation of two stretches whose ends are known. Days are whole,
// so "meets" is ending the day before the other begins.
func allen(a, q world) string {
	switch {
	case a.e+1 < q.s:
		return "before"
	case a.e+1 == q.s:
		return "meets"
	case a == q:
		return "equals"
	case a.s == q.s && a.e < q.e:
		return "starts"
	case a.s == q.s:
		return "started by"
	case a.e == q.e && a.s > q.s:
		return "finishes"
	case a.e == q.e:
		return "finished by"
	case a.s > q.s && a.e < q.e:
		return "during"
	case a.s < q.s && a.e > q.e:
		return "contains"
	case q.e+1 == a.s:
		return "met by"
	case q.e+1 < a.s:
		return "after"
	case a.s < q.s:
		return "overlaps"
	}
	return "overlapped by"
}

// The documented table of Allen's relations.
func TestAllen(t *testing.T) {
	const b, a, f, o, i = 1 << relBefore, 1 << relAfter, 1 << relFrom, 1 << relOverlaps, 1 << relInside
	const to = 1 << relTo
	want := map[string]int{
		"before": b | to, "meets": b | to, "met by": a | f, "after": a | f,
		"overlaps": f | to | o, "overlapped by": f | to | o, "contains": f | to | o, "started by": f | to | o, "finished by": f | to | o,
		"starts": f | to | o | i, "during": f | to | o | i, "finishes": f | to | o | i, "equals": f | to | o | i,
	}
	seen := map[string]bool{}
	const days = 6
	for as := edtf.Day(0); as < days; as++ {
		for ae := as; ae < days; ae++ {
			for qs := edtf.Day(0); qs < days; qs++ {
				for qe := qs; qe < days; qe++ {
					name := allen(world{as, ae}, world{qs, qe})
					seen[name] = true
					got := 0
					for r := relBefore; r <= relInside; r++ {
						h := r.holds(solid(as, ae), solid(qs, qe), span{})
						if h.possible != h.certain {
							t.Fatalf("%s: known ends and %v", name, h)
						}
						if h.certain {
							got |= 1 << r
						}
					}
					if got != want[name] {
						t.Fatalf("%s: relations %06b, want %06b", name, got, want[name])
					}
				}
			}
		}
	}
	if len(seen) != 13 {
		t.Errorf("saw %d of Allen's 13 relations", len(seen))
	}
}

// horizon stands for "as late as one likes" in the oracle: later than any
// question.
var horizon = edtf.NewDay(2012, 6, 1)

// dateIn returns a random date about the leap day of 2012, and its worlds.
func dateIn(r *rand.Rand) (string, []world) {
	from := edtf.NewDay(2012, 2, 20)
	a := from + edtf.Day(r.IntN(20))
	b := a + edtf.Day(r.IntN(6))
	c := b + edtf.Day(2+r.IntN(6))
	d := c + edtf.Day(r.IntN(6))
	month := func() (string, edtf.Day, edtf.Day) {
		m := 2 + r.IntN(2)
		return fmt.Sprintf("2012-%02d", m), edtf.NewDay(2012, m, 1), edtf.NewDay(2012, m+1, 0)
	}
	switch r.IntN(9) {
	case 0:
		return a.String(), worlds(somewhere(a, a))
	case 1:
		text, first, last := month()
		return text + "~", worlds(somewhere(first, last))
	case 2:
		return a.String() + "/" + c.String(), worlds(solid(a, c))
	case 3:
		return "[" + a.String() + ".." + b.String() + "]", worlds(somewhere(a, b))
	case 4:
		return "[" + a.String() + "," + c.String() + "]", append(worlds(somewhere(a, a)), worlds(somewhere(c, c))...)
	case 5:
		return a.String() + "/..", worlds(span{a, a, a, horizon})
	case 6:
		text, first, last := month()
		return text + "/" + edtf.NewDay(2012, 4, 2).String(), worlds(lasting(first, last, edtf.NewDay(2012, 4, 2), edtf.NewDay(2012, 4, 2)))
	case 7:
		text, first, last := month()
		return edtf.NewDay(2012, 1, 30).String() + "/" + text, worlds(span{edtf.NewDay(2012, 1, 30), edtf.NewDay(2012, 1, 30), first, last})
	}
	return "[" + a.String() + ".." + b.String() + "," + c.String() + ".." + d.String() + "]",
		append(worlds(somewhere(a, b)), worlds(somewhere(c, d))...)
}

// Parse, Select and Certainty together agree with the oracle on random dates, for
// every time key, in both modes, negated and not.
func TestTimeAgainstOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	var es []events.Event
	truth := map[string][]world{}
	for i := range 150 {
		date, ws := dateIn(r)
		id := fmt.Sprintf("2012-e%03d", i)
		es = append(es, events.Event{ID: id, Title: id, Date: edtf.MustParse(date)})
		truth[id] = ws
	}
	d := events.New(events.Meta{}, es, nil, nil, nil)
	check := func(key, value string, rel relation, qs []world, n edtf.Day, except string) {
		t.Helper()
		checkTime(t, d, truth, Term{Key: key, Values: []string{value}}, rel, qs, n, except)
	}
	for range many(36) {
		x := edtf.NewDay(2012, 2, 18) + edtf.Day(r.IntN(24))
		y := x + edtf.Day(r.IntN(8))
		value, qs := x.String()+"/"+y.String(), []world{{x, y}}
		if r.IntN(3) == 0 {
			value, qs = "2012-02", []world{{edtf.NewDay(2012, 2, 1), edtf.NewDay(2012, 2, 29)}}
		}
		n := 1 + r.IntN(9)
		wide := []world{{qs[0].s - edtf.Day(n), qs[0].e + edtf.Day(n)}}
		for key, rel := range relations {
			check(key, value, rel, qs, 0, "")
		}
		check(KeyWithin, fmt.Sprintf("%dd@%s", n, value), relOverlaps, wide, 0, "")
		check(KeyWithin, fmt.Sprintf("+%dd@%s", n, value), relSoonAfter, qs, edtf.Day(n), "")
		check(KeyWithin, fmt.Sprintf("-%dd@%s", n, value), relSoonBefore, qs, edtf.Day(n), "")
	}
	for range many(45) { // questions that name an event with an uncertain date
		i := r.IntN(d.Len())
		id := d.IDs.At(i)
		if len(truth[id]) > 25 {
			continue
		}
		for key, rel := range relations {
			check(key, id, rel, truth[id], 0, id)
		}
		check(KeyWithin, "+5d@"+id, relSoonAfter, truth[id], 5, id)
		check(KeyWithin, "-1w@"+id, relSoonBefore, truth[id], 7, id)
	}
}

// checkTime puts a time term to every event in all four ways, and compares with
// the oracle for a question of the worlds qs. except is an event that must not
// match.
func checkTime(t *testing.T, d *events.Dataset, truth map[string][]world, term Term, rel relation, qs []world, n edtf.Day, except string) {
	t.Helper()
	answers, doubts := make([]answer, d.Len()), make([]bool, d.Len())
	for i := range answers {
		if id := d.IDs.At(i); id != except {
			answers[i] = oracle(rel, truth[id], qs, n)
		}
		if doubts[i] = doubtful(d, i); doubts[i] {
			answers[i].certain = false // the bounds of a doubtful date prove nothing
		}
	}
	for _, prefix := range []string{"", "-", certainly, "-" + certainly} {
		q := mustParse(t, d, prefix+term.String())
		got := Select(d, q)
		judge := NewJudge(d, q)
		for i := events.Index(0); int(i) < d.Len(); i++ {
			ans := answers[i]
			want := ans.possible
			if strings.HasSuffix(prefix, certainly) {
				want = ans.certain
			}
			if strings.HasPrefix(prefix, "-") {
				want = !want
			}
			degree := Possibly
			if prefix == "" && ans.certain || prefix == "-" || prefix == certainly || prefix == "-"+certainly && !ans.possible {
				degree = Certainly
			}
			if doubts[i] {
				degree = Possibly
			}
			if got.Has(i) != want || want && judge.Degree(i) != degree {
				t.Fatalf("%s: event %s: %v %v, want %v %v", q, d.Date(i), got.Has(i), judge.Degree(i), want, degree)
			}
		}
	}
}

// lasting is the span of a thing that began somewhere in a and ended somewhere in b.
func lasting(a1, a2, b1, b2 edtf.Day) span {
	return span{a1, min(a2, b2), max(a1, b1), b2}
}

func TestYearly(t *testing.T) {
	has := func(w world, md edtf.MonthDay) bool {
		for day := w.s; day <= w.e; day++ {
			if _, m, n := day.Civil(); m == md.Month && n == md.Day {
				return true
			}
		}
		return false
	}
	r := rand.New(rand.NewPCG(4, 4))
	for range 3000 {
		s1 := edtf.NewDay(2011+r.IntN(3), 1+r.IntN(4), 1+r.IntN(31))
		long := edtf.Day([]int{1, 12, 500}[r.IntN(3)])
		a := lasting(s1, s1+edtf.Day(r.IntN(12)), s1+long, s1+long+edtf.Day(r.IntN(12)))
		if r.IntN(2) == 0 {
			a = somewhere(s1, s1+edtf.Day(r.IntN(30)))
		}
		md := edtf.MonthDay{Month: 1 + r.IntN(4), Day: 29}
		want := answer{certain: true}
		for _, w := range worlds(a) {
			if has(w, md) {
				want.possible = true
			} else {
				want.certain = false
			}
		}
		if got := yearly(md, a); got != want {
			t.Fatalf("%v in %v: %v, want %v", md, a, got, want)
		}
	}
	leap := edtf.MonthDay{Month: 2, Day: 29}
	if got := nextDay(leap, edtf.NewDay(1896, 3, 1)); got != edtf.NewDay(1904, 2, 29) {
		t.Errorf("after 1896 the next leap day is %v", got)
	}
	if got := nextDay(leap, edtf.DistantFuture-1); got != edtf.DistantFuture {
		t.Errorf("no day is left: %v", got)
	}
}

// A date of all members may be answered too generously or too sparingly, never
// the other way round, and never certain without being possible.
func TestAllOfSets(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 7))
	d := sample()
	for range 400 {
		a, b := edtf.Day(r.IntN(8)), edtf.Day(8+r.IntN(8))
		w := when{spans: []span{somewhere(a, a+edtf.Day(r.IntN(3))), somewhere(b, b+edtf.Day(r.IntN(3)))}, every: true}
		x := edtf.Day(r.IntN(16))
		asked := world{x, x + edtf.Day(r.IntN(8))}
		for r := relBefore; r <= relInside; r++ {
			q := question{rel: r, q: when{spans: []span{solid(asked.s, asked.e)}}, exclude: -1}
			want := answer{certain: true}
			for _, first := range worlds(w.spans[0]) {
				for _, second := range worlds(w.spans[1]) {
					one, two := inWorld(r, first, asked, 0), inWorld(r, second, asked, 0)
					holds := one || two
					if r.all() {
						holds = one && two
					}
					want.possible, want.certain = want.possible || holds, want.certain && holds
				}
			}
			got := q.putTo(w)
			if want.possible && !got.possible || got.certain && !want.certain || got.certain && !got.possible {
				t.Fatalf("relation %d of %v and %v: %v, want %v", r, w, asked, got, want)
			}
		}
	}
	for in, want := range map[string]answer{
		"date:2006": {false, false}, "date:2005/2009": {true, true}, "overlaps:2008": {true, true}, "overlaps:2007": {false, false},
		"on:2006/2008": {true, true}, "before:2009": {true, true}, "before:2008": {false, false}, "from:2008": {true, true},
	} {
		q := mustParse(t, d, in).Terms[0]
		qs := questions(d, q)
		if got := qs[0].putTo(whenOf(nil, edtf.MustParse("{2006,2008}"))); got != want {
			t.Errorf("%s of {2006,2008}: %v, want %v", in, got, want)
		}
	}
}
