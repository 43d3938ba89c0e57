package session

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/query"
)

// dated is a session on events with the given dates, which are their ids too.
func dated(dates ...string) *Session {
	var es []events.Event
	for _, d := range dates {
		es = append(es, events.Event{ID: "on " + d, Title: "What happened", Summary: d, Date: edtf.MustParse(d)})
	}
	return New(Config{Data: events.New(events.Meta{ID: "x", Title: "X"}, es, nil, nil, nil)})
}

func at(s *Session) string {
	i, ok := s.Current()
	if !ok {
		return ""
	}
	return s.Data.Event(i).Summary
}

// TestDestination pins which event a date leads to.
func TestDestination(t *testing.T) {
	t.Parallel()
	s := dated("1930/1960", "1938-02-01/1938-03-10", "1940-05", "1940-05-20", "1944-06-02/1944-08", "1944-06-06", "1945~")
	for _, c := range []struct {
		typed, want string
		days        int
		begins      bool
	}{
		{"may 1940", "1940-05", 0, true},
		{"20 may 1940", "1940-05-20", 0, true},
		{"june 1944", "1944-06-06", 0, true}, // rather than what goes beyond it
		{"21 may 1940", "1940-05", 0, false},                // the month holds the day
		{"1 march 1938", "1938-02-01/1938-03-10", 0, false}, // short enough to be there on each day
		{"1 june 1940", "1940-05", -1, false},               // not the thirty years around it
		{"5 june 1944", "1944-06-06", 1, false},
		{"1950", "1945~", -1461, false},
		{"1929", "1930/1960", 1, false},
		{"1700", "1930/1960", 83_645, false},
	} {
		d, err := s.Destination(c.typed)
		if got := s.Data.Event(d.Event).Summary; err != nil || got != c.want || d.Begins != c.begins || c.days != 0 && d.Days/10 != c.days/10 {
			t.Errorf("%q leads to %s, %d days off, begins then: %v, %v; want %s, %d, %v", c.typed, got, d.Days, d.Begins, err, c.want, c.days, c.begins)
		}
	}
	if s := dated("1930/1960"); at(s) != "1930/1960" {
		t.Error("one event is not where a session begins")
	} else if d, err := s.Destination("1945"); err != nil || d.Event != 0 || d.Days != 0 {
		t.Errorf("where nothing else is, the long event is not gone to: %+v, %v", d, err)
	}
	if _, err := s.Destination("never"); err == nil {
		t.Error("what is no date leads somewhere")
	}
}

// TestNearest holds the answer against its definition, one event after the other.
func TestNearest(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 3, 40, 900} {
		s := New(Config{Data: eventstest.Generate(n, uint64(n))})
		for range 200 {
			a := s.Data.First[r.IntN(n)] + edtf.Day(r.IntN(900)-450)
			b := a + edtf.Day(r.IntN(3)*r.IntN(200))
			got, err := s.Nearest(a, b)
			if want := nearestByRule(s, a, b); err != nil || got.Event != want {
				t.Fatalf("%d events, %s to %s: event %d, want %d (%v)", n, a, b, got.Event, want, err)
			}
		}
	}
}

func nearestByRule(s *Session, a, b edtf.Day) events.Index {
	d := s.Data
	holding, near, least := events.Index(-1), events.Index(-1), 0
	for _, certainly := range []bool{true, false} { // begins then
		for i := events.Index(0); int(i) < d.Len(); i++ {
			if d.Shown[i] >= a && d.Shown[i] <= b && (!certainly || d.First[i] >= a && d.Last[i] <= b) {
				return i
			}
		}
	}
	for i := events.Index(d.Len()) - 1; i >= 0; i-- { // short, and holds it
		if d.First[i] < a && d.Last[i] >= a && int(d.Last[i])-int(d.First[i]) < shortDays {
			return i
		}
	}
	for i := events.Index(0); int(i) < d.Len(); i++ {
		gap := int(d.First[i]) - int(b)
		switch {
		case d.First[i] > b && (near < 0 || gap <= least && d.First[near] < a):
			near, least = i, gap
		case d.First[i] > b:
		case d.Last[i] >= a:
			holding = i
		case near < 0 || int(a)-int(d.Last[i]) <= least:
			near, least = i, int(a)-int(d.Last[i])
		}
	}
	if near < 0 {
		return holding
	}
	return near
}

// TestStep pins the steps of the calendar.
func TestStep(t *testing.T) {
	t.Parallel()
	s := dated("../1900", "1901-02-03", "1901-02-20", "1901-12", "1903")
	for _, c := range []struct {
		u    Unit
		n    int
		want string
	}{
		{Month, 1, "1901-02-03"}, {Month, 1, "1901-12"}, {Year, 1, "1903"}, {Year, 1, "1903"},
		{Year, -1, "1901-02-03"}, {Day, 1, "1901-02-20"}, {Month, -1, "1901-02-03"}, {Month, -1, "../1900"}, {Month, -1, "../1900"},
	} {
		was := at(s)
		moved := s.Step(c.u, c.n)
		if got := at(s); got != c.want || moved != (got != was) {
			t.Errorf("from %s by a %s (%d) to %s, %v; want %s", was, c.u.Word(), c.n, got, moved, c.want)
		}
	}
}

// TestFiltersKeepTheirOrder: adding to a filter, or taking from it, leaves the order
// in which filters were set, so that the last one set is the one that goes first.
func TestFiltersKeepTheirOrder(t *testing.T) {
	t.Parallel()
	s := New(Config{Data: eventstest.Generate(50, 1)})
	a, b := s.Data.Actors[0].ID, s.Data.Actors[1].ID
	s.Toggle("actor", a, false)
	s.Toggle("type", "letter", false)
	steps := []struct{ key, value, want string }{
		{"actor", b, fmt.Sprintf("actor:%s,%s type:letter", a, b)},
		{"actor", a, fmt.Sprintf("actor:%s type:letter", b)},
	}
	for _, c := range steps {
		if s.Toggle(c.key, c.value, false); s.Query.String() != c.want {
			t.Errorf("the filters are %s, want %s", s.Query, c.want)
		}
	}
	if off, ok := s.ClearLast(); !ok || off.Key != "type" {
		t.Errorf("x takes %v off", off)
	}
	s.Toggle("actor", a, false)
	if s.AnyOrAll(true); s.Query.String() != fmt.Sprintf("actor:%s actor:%s", b, a) {
		t.Errorf("all of: %s", s.Query)
	}
	if s.AnyOrAll(false); s.Query.String() != fmt.Sprintf("actor:%s,%s", b, a) {
		t.Errorf("any of: %s", s.Query)
	}
	s.Widen("actor", a, true)
	if s.State("actor", a+"+") != On || s.State("actor", a) != Off {
		t.Errorf("with members: %s", s.Query)
	}
}

// TestSearchAnswers: late answers are dropped, and giving up leaves no trace.
func TestSearchAnswers(t *testing.T) {
	t.Parallel()
	s := New(Config{Data: eventstest.Generate(300, 1)})
	s.MoveTo(120)
	s.BeginSearch()
	early := s.Search("a")
	late := s.Search("th")
	if _, ok := early(); ok {
		t.Error("a search that was overtaken has an answer")
	}
	f, ok := late()
	if s.Answer(f); !ok || s.Pos < 120 || len(s.Found.At) == 0 {
		t.Fatalf("at %d with %d matches", s.Pos, len(s.Found.At))
	}
	if s.EndSearch(false); s.Pos != 120 || s.NoSearch() == "" || s.NoBack() == "" {
		t.Errorf("giving up leaves the reader at %d", s.Pos)
	}
	if s.Answer(f); s.Pos != 120 || s.NoSearch() == "" {
		t.Error("a late answer moves the reader")
	}
	s.BeginSearch()
	f, _ = s.Search("the")()
	s.Answer(f)
	s.EndSearch(true)
	was := s.Pos
	s.Filter(Only("type", s.Data.Event(s.Shown[s.Pos]).Type))
	for _, p := range s.Found.At {
		if int(p) >= len(s.Shown) || !s.Found.set.Has(s.Shown[p]) {
			t.Fatalf("after filtering, place %d is no match", p)
		}
	}
	s.Back()
	if s.Pos != was || s.Query.String() != "" {
		t.Errorf("back leads to %d under %q, not to %d", s.Pos, s.Query, was)
	}
	if s.Back(); s.Pos != 120 {
		t.Errorf("back leads to %d, not to where the search began", s.Pos)
	}
}

// TestShowAndBack: what the filters hide is shown without them, and Back brings
// them back.
func TestShowAndBack(t *testing.T) {
	t.Parallel()
	s := dated("1901", "1902", "1903")
	q, err := query.Parse(s.Data, "from:1903")
	if err != nil {
		t.Fatal(err)
	}
	if s.Filter(q); at(s) != "1903" || len(s.Shown) != 1 {
		t.Fatalf("filtered to %q", at(s))
	}
	if unhidden := s.Show(0); !unhidden || at(s) != "1901" || !s.Query.Empty() {
		t.Errorf("shown: %q, unhidden %v", at(s), unhidden)
	}
	if refiltered, ok := s.Back(); !ok || !refiltered || at(s) != "1903" {
		t.Errorf("back at %q", at(s))
	}
}

// TestWords pins that words lead to an event, and say when that is a guess.
func TestWords(t *testing.T) {
	t.Parallel()
	event := func(id, date, kind, title string) events.Event {
		return events.Event{ID: id, Date: edtf.MustParse(date), Type: kind, Title: title}
	}
	s := New(Config{Data: events.New(events.Meta{ID: "x", Title: "X"}, []events.Event{
		event("1900-toll", "1900", "policy", "A toll on nets"), event("1901-fire", "1901", "destruction", "A fire on the quay"),
		event("1902-fire", "1902", "destruction", "The second fire on the quay"), event("1903-guild", "1903", "founding", "The guild is founded"),
	}, nil, nil, nil)})
	for typed, want := range map[string]string{"founding of the guild": "1903-guild", "toll": "1900-toll", "1903-g": "1903-guild"} {
		if d, err := s.Destination(typed); err != nil || s.Data.IDs.At(int(d.Event)) != want || d.Guess != nil || !d.Named {
			t.Errorf("%q leads to %+v, %v, want %s", typed, d, err, want)
		}
	}
	d, err := s.Destination("fire")
	if err != nil || len(d.Guess) != 2 || s.GuessWords(d) != "best guess; or “"+s.Data.Titles.At(int(d.Guess[1]))+"”" {
		t.Errorf("fire leads to %+v, %v, not a guess", d, err)
	}
	for _, typed := range []string{"zeppelin", "12", "4 april"} {
		if _, err := s.Destination(typed); !errors.Is(err, ErrNoDate) {
			t.Errorf("%q leads somewhere: %v", typed, err)
		}
	}
	if s.LookUp("1901") != nil || s.LookUp("+2w") != nil || s.LookUp("fires") == nil {
		t.Error("words are looked up, dates and steps are not")
	}

	// A search goes to the nearest match while it is typed, and then to the likeliest.
	s.MoveTo(0)
	s.BeginSearch()
	found, _ := s.Search("second")()
	s.Answer(found)
	s.EndSearch(true)
	if i, _ := s.Current(); s.Data.IDs.At(int(i)) != "1902-fire" {
		t.Errorf("a search for second leads to %s", s.Data.IDs.At(int(i)))
	}
}

// TestLateLook proves that of look-ups which wait only the latest is answered.
func TestLateLook(t *testing.T) {
	t.Parallel()
	s := New(Config{Data: eventstest.Generate(300, 1)})
	s.looks.turn.Lock()
	first, second := s.LookUp("fires"), s.LookUp("letter")
	answers := make(chan Looked)
	for n, look := range []func() Looked{first, second} {
		go func() { answers <- look() }()
		for s.looks.latest.Load() != int64(n+1) {
			runtime.Gosched()
		}
	}
	s.looks.turn.Unlock()
	for range 2 {
		s.Looked(<-answers)
	}
	if s.LookUp("letter") != nil || s.looked.typed != "letter" {
		t.Errorf("%q is what was looked up", s.looked.typed)
	}
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		typed, text  string
		prose, names bool
	}{
		{"found", "The Founding of the town", true, true},
		{"fund", "The Founding of the town", false, true}, // a title's letters count
		{"ghali", "Iyad Ag Ghâlî", true, true},
		{"kufa", "Amadou Kouffa", false, true},
		{"≠", "≠ the sources disagree", true, true},
		{"town found", "The Founding of the town", true, true},
		{"own", "The Founding of the town", false, false},
	} {
		if got := Matches(c.typed, c.text); got != c.prose {
			t.Errorf("Matches(%q, %q) = %v", c.typed, c.text, got)
		}
		if got := MatchesName(c.typed, c.text); got != c.names {
			t.Errorf("MatchesName(%q, %q) = %v", c.typed, c.text, got)
		}
	}
}
