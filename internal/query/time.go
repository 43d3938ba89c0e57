package query

import (
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// span is a stretch of days of which the first day lies somewhere from s1 to s2
// and the last somewhere from e1 to e2, both inclusive, the first never after
// the last. Every day of the two ranges can be the end of some such stretch:
// s1 ≤ e1 and s2 ≤ e2.
type span struct{ s1, s2, e1, e2 edtf.Day }

// somewhere is the span of a thing of which only the bounds are known.
func somewhere(first, last edtf.Day) span { return span{first, last, first, last} }

// solid is the span of a thing that lasted from first to last.
func solid(first, last edtf.Day) span { return span{first, first, last, last} }

// when is the time of an event or of a question: one span, or several.
type when struct {
	spans []span
	every bool // it was at all of them, not at one that we do not know
}

// whenOf is an event's time: a simple date is somewhere in its bounds, an interval
// lasts, a set is one or all of its members. The spans are appended to room.
func whenOf(room []span, date edtf.Date) when {
	var few [4]edtf.Span
	for _, s := range date.AppendSpans(few[:0]) {
		room = append(room, span{s.Start, s.StartBy, s.EndFrom, s.End})
	}
	return when{room, date.IsAllOf()}
}

// relation is how an event's time a is to stand to a question's time q. s and e
// are the first and last day of each.
type relation uint8

const (
	relBefore     relation = iota // a.e < q.s
	relAfter                      // a.s > q.e
	relFrom                       // a.e ≥ q.s
	relTo                         // a.s ≤ q.e
	relOverlaps                   // a.s ≤ q.e and a.e ≥ q.s
	relInside                     // a.s ≥ q.s and a.e ≤ q.e
	relSoonAfter                  // a.s > q.e and a.s ≤ q.e + reach
	relSoonBefore                 // a.e < q.s and a.e ≥ q.s − reach
)

var relations = map[string]relation{
	KeyDate: relInside, KeyDuring: relInside, KeyOn: relOverlaps, KeyOverlaps: relOverlaps,
	KeyFrom: relFrom, KeyTo: relTo, KeyBefore: relBefore, KeyAfter: relAfter,
}

// answer is what is known of a relation: whether it can hold, and whether it
// must.
type answer struct{ possible, certain bool }

// holds tells whether two spans can, and must, stand in a relation. far is q
// moved by the reach. It is exact: the ends of a and of q do not depend on each
// other, and both ranges of each are reached.
func (r relation) holds(a, q, far span) answer {
	switch r {
	case relBefore:
		return answer{a.e1 < q.s2, a.e2 < q.s1}
	case relAfter:
		return answer{a.s2 > q.e1, a.s1 > q.e2}
	case relFrom:
		return answer{a.e2 >= q.s1, a.e1 >= q.s2}
	case relTo:
		return answer{a.s1 <= q.e2, a.s2 <= q.e1}
	case relOverlaps:
		return answer{a.s1 <= q.e2 && a.e2 >= q.s1, a.s2 <= q.e1 && a.e1 >= q.s2}
	case relInside:
		start := max(a.s1, q.s1)
		return answer{start <= a.s2 && max(start, a.e1) <= q.e2, a.s1 >= q.s2 && a.e2 <= q.e1}
	case relSoonAfter:
		return answer{a.s2 > q.e1 && a.s1 <= far.e2, a.s1 > q.e2 && a.s2 <= far.e1}
	case relSoonBefore:
		return answer{a.e1 < q.s2 && a.e2 >= far.s1, a.e2 < q.s1 && a.e1 >= far.s2}
	}
	return answer{}
}

// all tells whether the relation holds of a thing in several pieces only if it
// holds of every piece.
func (r relation) all() bool {
	return r == relBefore || r == relAfter || r == relInside
}

// question is one value of a time term, ready to be put to events.
type question struct {
	rel     relation
	q       when
	far     []span        // q's spans moved by the reach, for the relations that need it
	year    edtf.MonthDay // on that day of any year: q is not used; zero for none
	exclude events.Index  // the event that the question names, or -1
}

// questions makes questions of a time term's values. A typed set is several
// values: any will do, each on its own.
func questions(d *events.Dataset, t Term) []question {
	var qs []question
	for _, v := range t.Values {
		qs = append(qs, questionsOf(d, t.Key, v)...)
	}
	return qs
}

func questionsOf(d *events.Dataset, key, v string) []question {
	base := question{rel: relations[key], exclude: -1}
	var r reach
	if key == KeyWithin {
		text, anchor, _ := strings.Cut(v, "@")
		r, _ = parseReach(text)
		base.rel = map[byte]relation{'+': relSoonAfter, '-': relSoonBefore, 0: relOverlaps}[r.side]
		v = anchor
	}
	if i, ok := d.Find(v); ok {
		base.exclude = i
		base.q = whenOf(nil, d.Date(i))
		return []question{base.reaching(r)}
	}
	date, err := edtf.Parse(v)
	if err != nil {
		md, err := edtf.ParseMonthDay(v)
		if err != nil {
			return nil // a value that Parse would have refused: nothing matches
		}
		base.year = md
		return []question{base}
	}
	var qs []question
	for _, s := range whenOf(nil, date).spans {
		q := base
		q.q.spans = []span{solid(s.s1, s.e2)}
		qs = append(qs, q.reaching(r))
	}
	return qs
}

// reaching widens the question by a distance.
func (q question) reaching(r reach) question {
	if r.unit == 0 {
		return q
	}
	back, on := edtf.Step{N: -r.n, Unit: r.unit}, edtf.Step{N: r.n, Unit: r.unit}
	moved := make([]span, len(q.q.spans))
	for i, s := range q.q.spans {
		moved[i] = span{back.From(s.s1), back.From(s.s2), on.From(s.e1), on.From(s.e2)}
	}
	if q.rel == relOverlaps {
		q.q.spans = moved
	} else {
		q.far = moved
	}
	return q
}

// put puts the question to a span.
func (q *question) put(a span) answer {
	if q.year.Month != 0 {
		return yearly(q.year, a)
	}
	every := q.q.every
	// One of several days that we do not know: it can hold if it holds of any,
	// and must if it holds of all. All of several days: as the relation has it,
	// but inside any of them is inside.
	anyPossible := !every || q.rel == relInside || !q.rel.all()
	anyCertain := every && anyPossible
	ans := answer{!anyPossible, !anyCertain}
	for i, s := range q.q.spans {
		var far span
		if q.far != nil {
			far = q.far[i]
		}
		h := q.rel.holds(a, s, far)
		ans.possible = fold(ans.possible, h.possible, anyPossible)
		ans.certain = fold(ans.certain, h.certain, anyCertain)
	}
	return ans
}

func fold(sofar, next, any bool) bool {
	if any {
		return sofar || next
	}
	return sofar && next
}

// putTo puts the question to a thing with several spans.
func (q *question) putTo(w when) answer {
	if len(w.spans) == 1 {
		return q.put(w.spans[0])
	}
	anyPossible := !w.every || !q.rel.all()
	anyCertain := w.every && !q.rel.all()
	ans := answer{!anyPossible, !anyCertain}
	for _, s := range w.spans {
		h := q.put(s)
		ans.possible = fold(ans.possible, h.possible, anyPossible)
		ans.certain = fold(ans.certain, h.certain, anyCertain)
	}
	return ans
}

// yearly tells whether a span holds a day of any year. It must if the shortest
// it can be does; where the ends may cross, the shortest is one unknown day.
func yearly(md edtf.MonthDay, a span) answer {
	if a.s1 == a.e2 { // one day, as most are
		_, month, day := a.s1.Civil()
		is := month == md.Month && day == md.Day
		return answer{is, is}
	}
	var ans answer
	ans.possible = a.s1 == edtf.DistantPast || a.e2 == edtf.DistantFuture || nextDay(md, a.s1) <= a.e2
	first, last := a.s2, a.e1
	if first <= last && first != edtf.DistantPast {
		ans.certain = last == edtf.DistantFuture || nextDay(md, first) <= last
	}
	return ans
}

// nextDay returns the first such day of any year on or after from.
func nextDay(md edtf.MonthDay, from edtf.Day) edtf.Day {
	year, _, _ := from.Civil()
	const leapGap = 8 // years, at most, from one leap day to the next
	for range leapGap + 2 {
		if d := edtf.NewDay(year, md.Month, md.Day); d >= from {
			if _, month, _ := d.Civil(); month == md.Month { // not 29 February of a common year
				return d
			}
		}
		year++
	}
	return edtf.DistantFuture // at the end of what a Day can count
}
