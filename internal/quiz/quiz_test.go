package quiz

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

func embedded(t testing.TB) *events.Dataset { return eventstest.BuiltIn(t) }

func all(d *events.Dataset) []events.Index {
	list := make([]events.Index, d.Len())
	for i := range list {
		list[i] = events.Index(i)
	}
	return list
}

// chain builds a dataset of events with these dates; edit may change them first.
func chain(edit func([]events.Event), dates ...string) *events.Dataset {
	list := make([]events.Event, len(dates))
	for n, date := range dates {
		d := edtf.MustParse(date)
		list[n] = events.Event{ID: string(rune('a' + n)), Title: "Event " + string(rune('A'+n)), Type: "other", Date: d, Claims: []events.Claim{{Source: "brandt", Date: d, Basis: events.BasisStated, Words: date}}}
	}
	if edit != nil {
		edit(list)
	}
	return events.New(events.Meta{ID: "x"}, list, nil, nil, []events.Source{{ID: "brandt", Authors: []events.Author{{Family: "Brandt"}}}, {ID: "holm", Authors: []events.Author{{Family: "Holm"}}}})
}

// kindNamed is the link of that name.
func kindNamed(name string) (k events.LinkKind) {
	for k.String() != name {
		k++
	}
	return k
}

func TestTruth(t *testing.T) {
	t.Parallel()
	follows := func(list []events.Event, from int, to string) {
		list[from].Links = append(list[from].Links, events.Link{Kind: kindNamed("follows"), To: to})
	}
	for name, c := range map[string]struct {
		a, b   string
		edit   func([]events.Event)
		want   Ground
		first  string
		reason string
	}{
		"days apart":                    {"2012-01-01", "2012-01-02", nil, Dates, "a", ""},
		"given the other way":           {"2012-05", "2012-04", nil, Dates, "b", ""},
		"the same month":                {"2012-04", "2012-04", nil, Overlap, "", "both are dated April 2012"},
		"one within":                    {"2012", "2012-04", nil, Overlap, "", "their dates overlap: 2012 holds Apr 2012"},
		"they share days":               {"2012-01/2012-03", "2012-03/2012-04", nil, Overlap, "", "their dates overlap"},
		"about":                         {"2012-01~", "2012-04", nil, Doubtful, "", "a date of theirs is marked as doubtful"},
		"uncertain":                     {"2012-01", "2012-04?", nil, Doubtful, "", "a date of theirs is marked as doubtful"},
		"a link settles the same month": {"2012-04", "2012-04", func(l []events.Event) { follows(l, 1, "a") }, Links, "a", ""},
		"a link against the dates":      {"2012-01", "2012-04", func(l []events.Event) { follows(l, 0, "b") }, Contrary, "", "dates and links say opposite things"},
		"links in a circle":             {"2012", "2012", func(l []events.Event) { follows(l, 0, "b"); follows(l, 1, "a") }, Contrary, "", "dates and links say opposite things"},
		"a stated date in the way": {"2012-01", "2012-04", func(l []events.Event) {
			l[0].Claims = append(l[0].Claims, events.Claim{Source: "holm", Date: edtf.MustParse("2012-05"), Basis: events.BasisStated})
		}, Claimed, "", "one article states May 2012"},
		"a reckoned date is in no one's way": {"2012-01", "2012-04", func(l []events.Event) {
			l[0].Claims = append(l[0].Claims, events.Claim{Source: "holm", Date: edtf.MustParse("2012-05"), Basis: events.BasisDerived})
		}, Dates, "a", ""},
		"their order is disputed": {"2012-01", "2012-04", func(l []events.Event) { l[1].Disputes = []events.Dispute{{About: events.DisputeOrder, Text: "x"}} }, Disputed, "", "the articles disagree on their order"},
		"their order is disputed, by name": {"2012-01", "2012-04", func(l []events.Event) {
			l[1].Disputes = []events.Dispute{{About: events.DisputeOrder, With: []string{"a"}, Text: "x"}}
		}, Disputed, "", "the articles disagree on their order"},
		"the order with another is disputed": {"2012-01", "2012-04", func(l []events.Event) {
			l[1].Disputes = []events.Dispute{{About: events.DisputeOrder, With: []string{"c"}, Text: "x"}}
		}, Dates, "a", ""},
		"another dispute": {"2012-01", "2012-04", func(l []events.Event) { l[1].Disputes = []events.Dispute{{About: events.DisputeDate, Text: "x"}} }, Dates, "a", ""},
	} {
		d := chain(c.edit, c.a, c.b)
		a, _ := d.Find("a")
		b, _ := d.Find("b")
		for _, v := range []Verdict{NewTruth(d).Of(a, b), NewTruth(d).Of(b, a)} {
			first := ""
			if v.Settled() {
				first = d.IDs.At(int(v.First))
			}
			if v.Ground != c.want || first != c.first || v.Reason != c.reason {
				t.Errorf("%s: %d, first %q, %q", name, v.Ground, first, v.Reason)
			}
		}
	}
}

// Links settle along a chain.
func TestLinksReachFar(t *testing.T) {
	t.Parallel()
	d := chain(func(l []events.Event) {
		l[2].Links = []events.Link{{Kind: kindNamed("responds-to"), To: "b"}}
		l[1].Links = []events.Link{{Kind: kindNamed("follows"), To: "a"}}
	}, "2012", "2012", "2012")
	a, _ := d.Find("a")
	c, _ := d.Find("c")
	if v := NewTruth(d).Of(c, a); v.Ground != Links || v.First != a {
		t.Errorf("%+v", v)
	}
}

// In the whole dataset: an order that dates settle is between dates that lie apart,
// every open pair has a reason, and the sequence of claims changes nothing.
func TestTruthOfTheDataset(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	list := make([]events.Event, d.Len())
	for i, e := range d.All() {
		list[i] = *e
		list[i].Claims = slices.Clone(e.Claims)
		slices.Reverse(list[i].Claims)
		list[i].Disputes = slices.Clone(e.Disputes)
		slices.Reverse(list[i].Disputes)
	}
	swapped := events.New(d.Meta, list, slices.Clone(d.Actors), slices.Clone(d.Places), slices.Clone(d.Sources))
	truth, mirror := NewTruth(d), NewTruth(swapped)
	settled := 0
	for a := range events.Index(d.Len()) {
		for b := range a {
			v := truth.Of(a, b)
			if w := mirror.Of(b, a); v.Ground != w.Ground || v.First != w.First {
				t.Fatalf("%s and %s: %v, with sources swapped %v", d.IDs.At(int(a)), d.IDs.At(int(b)), v, w)
			}
			if v.Settled() {
				settled++
			}
			if v.Settled() == (v.Reason != "") {
				t.Errorf("%s and %s: %v", d.IDs.At(int(a)), d.IDs.At(int(b)), v)
			}
			if v.Ground == Dates && edtf.Overlaps(d.Date(a), d.Date(b)) {
				t.Errorf("%s and %s overlap, and are settled by dates", d.IDs.At(int(a)), d.IDs.At(int(b)))
			}
		}
	}
	if pairs := d.Len() * (d.Len() - 1) / 2; settled < pairs/3 || settled > 2*pairs/3 {
		t.Errorf("%d of %d pairs are settled", settled, pairs)
	}
}

// TestDated looks for titles that give a date away.
func TestDated(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]bool{
		"The fall of Gao, 2012": true, "The 2012 coup": true, "Camp no. 20123": true, "the 2010s": true, "IN MAY THEY LEFT": true, "A rainy spring": true, "Harvest (Autumn)": true, "March—again": true,
		"Camp no. 201 2": false, "They may leave": true, "Mayor of Gao killed": false, "Marching orders": false, "Springs of water": false, "Été": false, "Gao": false, "": false,
	} {
		if dated(title) != want {
			t.Errorf("dated(%q) = %t", title, !want)
		}
	}
}

func BenchmarkDeal(b *testing.B) {
	for _, n := range []int{150, 10_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := eventstest.Generate(n, 1)
			from := all(d)
			for b.Loop() {
				if _, err := New(d, Order, CodeOf(d, 17), from, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Full marks are exactly for orders in which every settled pair stands the right way
// round: all orders of small decks are tried.
func TestFullMarksAreLinearExtensions(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for seed := range uint64(12) {
		n := MinCards + int(seed)%6
		s, err := New(d, Order, CodeOf(d, seed), all(d), n)
		if err != nil {
			t.Fatal(err)
		}
		full := 0
		permute(len(s.Deck.Cards), func(order []int) {
			extends := true
			for i, a := range order {
				for _, b := range order[i+1:] {
					v := s.Deck.truth.Of(s.Deck.Cards[a], s.Deck.Cards[b])
					extends = extends && (!v.Settled() || v.First == s.Deck.Cards[a])
				}
			}
			m := s.Deck.Mark(order)
			if m.Full() != extends {
				t.Fatalf("%v: full marks %t, a linear extension %t", order, m.Full(), extends)
			}
			if m.Full() {
				full++
			}
		})
		if full != s.Deck.Orders() || full == 0 {
			t.Errorf("%d orders get full marks, %d are told of", full, s.Deck.Orders())
		}
		if m := s.Deck.Mark(s.Deck.InOrder()); !m.Full() {
			t.Errorf("the solution of %s gets %d of %d", s.Code, m.Right, m.Settled)
		}
		if !s.Deck.fair() {
			t.Errorf("%s: too few pairs are settled", s.Code)
		}
	}
}

// permute calls f with every order of n things.
func permute(n int, f func([]int)) {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	var rec func(int)
	rec = func(k int) {
		if k == n {
			f(order)
			return
		}
		for i := k; i < n; i++ {
			order[k], order[i] = order[i], order[k]
			rec(k + 1)
			order[k], order[i] = order[i], order[k]
		}
	}
	rec(0)
}

// Every kind has questions, each with an answer that cites, and the same code makes
// the same sheet.
func TestSets(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for n := range kindNames {
		k := Kind(n)
		s, err := New(d, k, CodeOf(d, 17), all(d), 0)
		if err != nil {
			t.Errorf("%s: %v", k, err)
			continue
		}
		again, err := New(d, k, CodeOf(d, 17), all(d), 0)
		if err != nil {
			t.Fatal(err)
		}
		other, err := New(d, k, CodeOf(d, 18), all(d), 0)
		if err != nil {
			t.Fatal(err)
		}
		if k.Cards() != (len(s.Deck.Cards) == DefaultCards) || !k.Cards() != (len(s.Questions) == DefaultQuestions) {
			t.Errorf("%s: %d cards, %d questions", k, len(s.Deck.Cards), len(s.Questions))
		}
		for _, q := range s.Questions {
			if q.Ask == "" || len(q.Given) == 0 || len(q.Choices) < 2 || len(q.Right) == 0 || len(q.Cites) == 0 {
				t.Errorf("%s: %+v", k, q)
			}
			for _, r := range q.Right {
				if r < 0 || r >= len(q.Choices) {
					t.Errorf("%s: the answer is none of the choices: %+v", k, q)
				}
			}
		}
		for form := range CSV + 1 {
			one, two, third := written(t, d, s, form, true), written(t, d, again, form, true), written(t, d, other, form, true)
			if one != two || one == third {
				t.Errorf("%s, form %d: the same code %t, another code %t", k, form, one == two, one == third)
			}
		}
	}
}

func written(t *testing.T, d *events.Dataset, s *Set, form Form, answers bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Write(&b, d, form, answers); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What a sheet without answers holds of the answers: nothing.
func TestSheetKeepsAnswersBack(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for n := range kindNames {
		s, err := New(d, Kind(n), CodeOf(d, 3), all(d), 0)
		if err != nil {
			t.Fatal(err)
		}
		for form := range CSV + 1 {
			text := written(t, d, s, form, false)
			for _, i := range s.Deck.Cards {
				if strings.Contains(text, d.IDs.At(int(i))) || strings.Contains(text, d.Date(i).English(edtf.Long)) {
					t.Errorf("%s: a card's date is given away", Kind(n))
				}
			}
			for _, q := range s.Questions {
				if strings.Contains(text, q.Answer()) || strings.Contains(text, "nswer") && form != CSV {
					t.Errorf("%s: an answer stands in the sheet", Kind(n))
				}
			}
		}
		rows, err := csv.NewReader(strings.NewReader(written(t, d, s, CSV, true))).ReadAll()
		if err != nil || len(rows) != 1+len(s.Deck.Cards)+len(s.Questions) {
			t.Errorf("%s: %d rows, %v", Kind(n), len(rows), err)
		}
	}
}

// A quotation that names its source is not asked of, and a name that two bear has two
// right answers.
func TestWhatIsNotAsked(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for _, q := range sources(d, all(d)) {
		for _, s := range q.Choices {
			if strings.Contains(events.Fold(q.Given[0]), events.Fold(s)) && s == q.Choices[q.Right[0]] {
				t.Errorf("%q names its author", q.Given[0])
			}
		}
	}
	for _, q := range bases(d, all(d)) {
		if strings.Contains(strings.Join(q.Given, " "), "time: “(") {
			t.Errorf("bracketed date words: %q", q.Given)
		}
	}
	for _, q := range names(d, all(d)) {
		if len(q.Right) > 1 && !strings.HasSuffix(q.Why, "either is right.") || len(q.Right) > 2 {
			t.Errorf("%+v", q)
		}
	}
}

func TestCode(t *testing.T) {
	t.Parallel()
	d, other := chain(nil, "2012", "2013"), chain(nil, "2012", "2014")
	c, err := ParseCode(d, "17")
	if err != nil || c != CodeOf(d, 17) {
		t.Errorf("%v, %v", c, err)
	}
	if back, err := ParseCode(d, c.String()); err != nil || back != c {
		t.Errorf("%v, %v", back, err)
	}
	if _, err := ParseCode(other, c.String()); err == nil || !strings.Contains(err.Error(), "another edition") {
		t.Errorf("a code of another dataset: %v", err)
	}
	for _, bad := range []string{"", "-", "x", "1x", "-3", "4f2a-", "18446744073709551616"} {
		if _, err := ParseCode(d, bad); err == nil {
			t.Errorf("%q is read as a code", bad)
		}
	}
}

// The drawing is pinned: sets that were handed out stay what they were.
func TestDealerIsPinned(t *testing.T) {
	t.Parallel()
	list := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	shuffle(newDealer(Code{"4f2a", 17}, Order), list)
	if want := []int{7, 5, 3, 9, 1, 6, 2, 4, 0, 8}; !slices.Equal(list, want) {
		t.Errorf("%v", list)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	d := chain(nil, "2012", "2012", "2012")
	for _, c := range []struct {
		kind Kind
		n    int
		want string
	}{
		{Order, 0, "no 3 cards"}, {Order, 3, "no 3 cards"}, {Order, 1, "2 to 9 cards"}, {Career, 2, "no actor has 2 cards"}, {Who, 0, "another spelling"},
		{Source, 0, "quotation"}, {Agree, 0, "add words"}, {Career, 5, "; lay fewer cards"},
	} {
		if _, err := New(d, c.kind, CodeOf(d, 1), all(d), c.n); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s of %d: %v", c.kind, c.n, err)
		}
	}
}

// What cannot be asked is said with what is missing, and what mends it.
func TestLacking(t *testing.T) {
	t.Parallel()
	d := chain(nil, "2012", "2012", "2012")
	for _, k := range Kinds() {
		if err := lacking(d, k, all(d), 3); !strings.Contains(err.Error(), "; ") || strings.Contains(err.Error(), "filter") {
			t.Errorf("%s of all: %v", k, err)
		}
		if err := lacking(d, k, all(d)[:1], 3); !strings.HasSuffix(err.Error(), ", or take a filter off") || len(err.Error()) > 150 {
			t.Errorf("%s of a filter: %v", k, err)
		}
		if err := lacking(d, k, nil, 3); !strings.HasSuffix(err.Error(), "in no events: take a filter off") {
			t.Errorf("%s of none: %v", k, err)
		}
	}
	lonely := events.New(events.Meta{}, nil, nil, nil, nil)
	for _, k := range []Kind{Source, Alone} {
		if err := lacking(lonely, k, nil, 0); !strings.Contains(err.Error(), "not two articles") {
			t.Errorf("%s without articles: %v", k, err)
		}
	}
}
