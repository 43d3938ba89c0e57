package events_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// chain is a dataset of events "id date [@show-at] [<id …]", where < is what the event
// follows.
func chain(t testing.TB, lines ...string) *events.Dataset {
	t.Helper()
	var es []events.Event
	for _, line := range lines {
		parts := strings.Fields(line)
		e := events.Event{ID: parts[0], Title: parts[0], Date: edtf.MustParse(parts[1])}
		for _, p := range parts[2:] {
			if at, ok := strings.CutPrefix(p, "@"); ok {
				e.ShownAt = edtf.MustParse(at)
			} else {
				e.Links = append(e.Links, events.Link{Kind: events.Follows, To: strings.TrimPrefix(p, "<")})
			}
		}
		es = append(es, e)
	}
	return events.New(events.Meta{}, es, nil, nil, nil)
}

// TestOrder: links decide between dates that allow either order, then where an event is
// shown, the narrower date, and the id.
func TestOrder(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		lines []string
		want  string // ids, each with the day under which it is shown where that is not its first
	}{
		"first day, narrower, id":             {[]string{"d 2012-04-03", "c 2012-04", "b 2012-04-01", "a 2012-04-01"}, "a b c d"},
		"an effect of the same day":           {[]string{"a 2012-04-02 <z", "m 2012-04-02", "z 2012-04-02"}, "z a m"},
		"an effect of a wider date":           {[]string{"a 2012 <b", "b 2012-04-02", "c 2012-02"}, "c b a=2012-04-02"},
		"a cause of a wider date":             {[]string{"a 2012-04-02 <b", "b 2012", "c 2012-02"}, "b c a"},
		"a cause shown late is shown earlier": {[]string{"a 2012-04-02 <b", "b 2012 @2012-08", "c 2012-02"}, "c b=2012-04-02 a"},
		"dates that forbid it":                {[]string{"a 2012-04-02 <b", "b 2012-04-03"}, "a b"},
		"a chain beyond the window":           {[]string{"a 2012-04-02 <b", "b 2012 <c", "c 2012-06-01"}, "a c b=2012-06-01"},
		"a circle decides nothing":            {[]string{"b 2012 <a", "a 2012 <c", "c 2012 <b", "d 2012 <b", "0 2012 <d"}, "b d 0 a c"},
		"show-at":                             {[]string{"a 2012 @2012-05", "b 2012-04-30", "c 2012-05-01"}, "b c a=2012-05-01"},
		"on or before stands at its end":      {[]string{"a [..2012-11-03]", "b 2012-11-02", "c 2012-11-03", "d 2012-11-04"}, "b c a=2012-11-03 d"},
		"an open end":                         {[]string{"a [2012-11-03..]", "b 2012-11-02", "c 2012-11-03"}, "b c a"},
		"an interval stands at its beginning": {[]string{"a 2012-01/2012-12 <b", "b 2012-04-02", "c 2012-04-03 <a"}, "a b c"},
		"an interval over everything":         {[]string{"a ../2013 <b", "b 2012-04-02"}, "b a=2013-12-31"},
	} {
		d := chain(t, c.lines...)
		var got []string
		for i, e := range d.All() {
			s := e.ID
			if d.Shown[i] != e.Date.Earliest() {
				s += "=" + d.Shown[i].String()
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", name, s, c.want)
		}
		if !slices.IsSorted(d.Shown) {
			t.Errorf("%s: the days go back", name)
		}
	}
}

// TestOrderIsSound holds random datasets against what the order promises.
func TestOrderIsSound(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 8))
	for range 400 {
		n := 1 + r.IntN(30)
		var lines []string
		for i := range n {
			day := edtf.NewDay(2012, 1, 1+r.IntN(300))
			later := day + edtf.Day(r.IntN(90))
			line := fmt.Sprintf("e%02d ", i) + []string{
				day.String(), day.String()[:7], "2012", day.String() + "/" + later.String(), "[" + day.String() + ".." + later.String() + "]",
				"[.." + day.String() + "]", "../" + day.String(), day.String() + "/..", "[2012-02,2012-06]", "2011/2013", day.String()[:7] + "/" + later.String(),
			}[r.IntN(11)]
			for range r.IntN(3) {
				line += fmt.Sprintf(" <e%02d", r.IntN(n))
			}
			lines = append(lines, line)
		}
		d := chain(t, lines...)
		checkOrder(t, d)
		r.Shuffle(n, func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		again := chain(t, lines...)
		if again.IDs.Bytes != d.IDs.Bytes {
			t.Fatalf("the order depends on how the events come:\n%s\n%s", d.IDs.Bytes, again.IDs.Bytes)
		}
	}
}

// TestEmbeddedOrder: no link that the dates allow runs backwards in the built-in
// dataset, from its text files and from its pack.
func TestEmbeddedOrder(t *testing.T) {
	t.Parallel()
	text, packed := fromText(t), eventstest.BuiltIn(t)
	for _, d := range []*events.Dataset{text, packed} {
		checkOrder(t, d)
	}
	if text.IDs.Bytes != packed.IDs.Bytes || !slices.Equal(text.Shown, packed.Shown) {
		t.Error("the pack has another order")
	}
}

// checkOrder checks that days never go back, that what was over stands before what
// began later, that every event is shown within its date, and that every link of
// cause and effect runs forwards unless dates or other links forbid it.
func checkOrder(t *testing.T, d *events.Dataset) {
	t.Helper()
	causes := make([][]events.Index, d.Len())
	for i, e := range d.All() {
		for _, l := range e.Links {
			if to, ok := d.Find(l.To); ok && to != i && (l.Kind == events.Follows || l.Kind == events.RespondsTo) {
				causes[i] = append(causes[i], to)
			}
		}
		if i > 0 && d.Shown[i] < d.Shown[i-1] {
			t.Fatalf("%s is shown before %s", e.ID, d.IDs.At(int(i-1)))
		}
		if d.Shown[i] < d.First[i] || d.Shown[i] > d.Last[i] {
			t.Fatalf("%s is shown on %v, beyond %v", e.ID, d.Shown[i], e.Date)
		}
		for j := range i {
			if d.Last[i] < d.First[j] {
				t.Fatalf("%s stands after %s", e.ID, d.IDs.At(int(j)))
			}
		}
	}
	for i := range causes {
		effect := events.Index(i)
		_, last := d.Date(effect).Begins()
		for _, c := range causes[i] {
			if c < effect {
				continue
			}
			if !reaches(causes, c, func(x events.Index) bool { return x == effect }) &&
				!reaches(causes, c, func(x events.Index) bool { return d.First[x] > last }) {
				t.Errorf("%s (%v) stands before %s (%v), which it follows", d.IDs.At(i), d.Date(effect), d.IDs.At(int(c)), d.Date(c))
			}
		}
	}
}

// reaches tells whether from, or anything that it follows in turn, is as asked.
func reaches(causes [][]events.Index, from events.Index, is func(events.Index) bool) bool {
	seen := map[events.Index]bool{}
	next := []events.Index{from}
	for len(next) > 0 {
		x := next[0]
		next = next[1:]
		if is(x) {
			return true
		}
		for _, c := range causes[x] {
			if !seen[c] {
				seen[c] = true
				next = append(next, c)
			}
		}
	}
	return false
}

// TestFormerIDs: an event is found by the ids that it had, and links to them lead to it.
func TestFormerIDs(t *testing.T) {
	t.Parallel()
	es := []events.Event{
		{ID: "2012-a", Was: []string{"2011-old", "2012-b-old"}, Date: edtf.MustParse("2012")},
		{ID: "2012-b", Date: edtf.MustParse("2012-04-02"), Links: []events.Link{{Kind: events.Follows, To: "2011-old"}}},
	}
	whole := events.New(events.Meta{ID: "x"}, es, nil, nil, nil)
	var pack bytes.Buffer
	if err := events.WritePack(&pack, whole, ""); err != nil {
		t.Fatal(err)
	}
	packed, err := open(pack.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*events.Dataset{whole, packed} {
		for id, want := range map[string]string{"2012-a": "2012-a", "2011-old": "2012-a", "2012-b-old": "2012-a", "2012-b": "2012-b"} {
			if i, ok := d.Find(id); !ok || d.IDs.At(int(i)) != want {
				t.Errorf("%s leads to %d, %v", id, i, ok)
			}
			if found := d.WithPrefix(id); len(found) == 0 || d.IDs.At(int(found[0])) != want {
				t.Errorf("%s begins %v", id, found)
			}
		}
		if _, ok := d.Find("2011"); ok || len(d.WithPrefix("2011")) != 1 || len(d.WithPrefix("2010")) != 0 {
			t.Error("a beginning of a former id")
		}
		if ties := d.Ties(1); len(ties) != 1 || ties[0].To != 0 {
			t.Errorf("tied to %v", ties)
		}
	}
}
