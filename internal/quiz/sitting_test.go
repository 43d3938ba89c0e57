package quiz

import (
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
)

// A sitting is over when all is answered, and its outcome tells what is right.
func TestSitting(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for _, k := range Kinds() {
		set, err := New(d, k, CodeOf(d, 17), all(d), 0)
		if err != nil {
			t.Fatal(err)
		}
		s := Sit(set)
		if s.Over() {
			t.Errorf("%s is over before it begins", k)
		}
		if k.Cards() {
			if s.Score() != "" {
				t.Errorf("%s: %q before the cards lie", k, s.Score())
			}
			s.Lay(set.Deck.InOrder())
		}
		for q := s.Next(); q != nil; q = s.Next() {
			s.Choose(q.Right[0])
			if len(q.Claims) == 0 || len(q.Cites) == 0 || !slices.Contains(q.Cites, d.Cited(events.Citation{Source: q.Claims[0].Source, At: q.Claims[0].At})) {
				t.Errorf("%s: %q rests on nothing", k, q.Ask)
			}
			if e := d.Event(q.Event); !slices.ContainsFunc(e.Claims, func(c events.Claim) bool { return c.Says == q.Claims[0].Says }) {
				t.Errorf("%s: %q is not asked of %s", k, q.Ask, e.ID)
			}
		}
		report := s.Report(d)
		for _, line := range s.Outcome() {
			if !strings.Contains(strings.ReplaceAll(report, `\`, ""), line[:min(len(line), 30)]) {
				t.Errorf("%s: the report lacks %q:\n%s", k, line, report)
			}
		}
		if !s.Over() || !strings.Contains(report, set.Code.String()) || strings.Contains(report, "No:") {
			t.Errorf("%s: over %t:\n%s", k, s.Over(), report)
		}
	}
}

// Words for the ends of a deck: one order, and several.
func TestWays(t *testing.T) {
	t.Parallel()
	apart := chain(nil, "2012-01", "2012-03", "2012-05")
	same := chain(nil, "2012-01", "2012-03", "2012-03")
	for _, c := range []struct {
		data  *events.Dataset
		order []int
		want  string
	}{
		{apart, []int{0, 1, 2}, "One order of these cards gets full marks; it is yours."},
		{apart, []int{1, 0, 2}, "One order of these cards gets full marks; yours does not."},
		{same, []int{0, 2, 1}, "2 orders of these cards get full marks; yours is one of them."},
		{same, []int{2, 0, 1}, "2 orders of these cards get full marks; yours does not."},
	} {
		cards := make([]events.Index, 3)
		for n, id := range []string{"a", "b", "c"} {
			cards[n], _ = c.data.Find(id)
		}
		deck := NewDeck(c.data, cards)
		if got := deck.WaysOf(deck.Mark(c.order)); got != c.want {
			t.Errorf("%v: %q, want %q", c.order, got, c.want)
		}
	}
	if deck := NewDeck(apart, slices.Repeat([]events.Index{0}, 50)); len(deck.Cards) != MaxCards {
		t.Errorf("a deck of %d cards", len(deck.Cards))
	}
}

// Where there are too few events for five cards, there are fewer.
func TestSmallDecks(t *testing.T) {
	t.Parallel()
	d := chain(nil, "2001", "2002", "2003", "2004")
	set, err := New(d, Order, CodeOf(d, 1), all(d), 0)
	if err != nil || len(set.Deck.Cards) != 4 {
		t.Errorf("%v, %v", set, err)
	}
}

func TestParseName(t *testing.T) {
	t.Parallel()
	d := chain(nil, "2001")
	code := CodeOf(d, 17).String()
	for typed, want := range map[string]string{
		"": "basis " + CodeOf(d, 3).String(), "17": "basis " + code, code: "basis " + code, "order": "order " + CodeOf(d, 3).String(), " order  17 ": "order " + code, "career " + code: "career " + code,
		"ordr": `unknown kind of quiz "ordr": did you mean order?`, "order 1 2": "is too much", "17 order": "is too much", "order x": `"x" is no seed`, "ffff-17": "another edition",
	} {
		k, c, err := ParseName(d, typed, Basis, 3)
		got := k.String() + " " + c.String()
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, want) {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}
