package tours

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

func embedded(t testing.TB) *events.Dataset { return eventstest.BuiltIn(t) }

func textOf(t testing.TB, d *events.Dataset, name string) events.TourText {
	t.Helper()
	for _, text := range d.Tours() {
		if text.Name == name {
			return text
		}
	}
	t.Fatalf("there is no tour %q", name)
	return events.TourText{}
}

func TestToursOfTheDataset(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for _, p := range CheckAll(d) {
		t.Error(p)
	}
	var names []string
	for _, tour := range Usable(d) {
		names = append(names, tour.Name)
		for n := range tour.Stops {
			s := &tour.Stops[n]
			if s.Note == "" || s.Ask == "" || s.Heading == "" || s.Answer == "" && s.Kind != Order {
				t.Errorf("%s, stop %d lacks a note, a heading, a question or an answer", tour.Name, n+1)
			}
		}
	}
	if want := []string{"aqim-in-mali", "anatomy-of-a-split", "one-find-five-articles"}; !slices.Equal(names, want) {
		t.Errorf("tours %v", names)
	}
}

// The card game of the third tour has one right order.
func TestCardGameIsSettled(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	tour := Parse(textOf(t, d, "anatomy-of-a-split"))
	deck := tour.Stops[len(tour.Stops)-1].Deck(d)
	if open := deck.Open(); len(open) > 0 || deck.Orders() != 1 {
		t.Errorf("%d orders; open: %+v", deck.Orders(), open)
	}
}

// Each mistake is found by its rule, and by no other, at its line.
func TestMutations(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	for name, c := range map[string]struct{ old, new, rule, says string }{
		"an id misspelt":             {"- event: 2012-03-northern-mali-falls", "- event: 2012-03-northern-mali-fals", "tour-reference", `did you mean "2012-03-northern-mali-falls"?`},
		"a claim that is none":       {"claims: [siegel-2013 n14]", "claims: [siegel-2013 n99]", "tour-claim", "it has lebovich-2013 p4, siegel-2013 n14"},
		"a reference that is odd":    {"claims: [siegel-2013 n14]", "claims: [siegel]", "tour-claim", "guidere-2014 p67"},
		"no dispute to show":         {"  - event: 2003-first-major-kidnapping\n    minutes: 1.5\n    show: [heading, title + date, quotes, ask, answer]", "  - event: 2003-first-major-kidnapping\n    minutes: 1.5\n    show: [heading, title + date, quotes, ask, answer, dispute]", "tour-step", "there is no dispute"},
		"a step that is none":        {"show: [heading, ask, title + date, claims, answer]", "show: [heading, ask, title + dat, claims, answer]", "tour-step", `did you mean "date"?`},
		"a date given away":          {"show: [heading, ask, title + date, claims, answer]", "show: [heading, ask, claims, title + date, answer]", "tour-gives-away", `"claims" may name the date`},
		"a year given away":          {"ask: Secular rebels and Islamists have", "ask: In 2012 secular rebels and Islamists have", "tour-gives-away", "names the year"},
		"an answer out of thin air":  {"    rests-on: [siegel-2013 n14]\n", "", "tour-rests-on", "does not say what it rests on"},
		"minutes that do not add up": {"minutes: 20", "minutes: 25", "tour-minutes", "takes 25 minutes and its stops together 20"},
		"a question too long":        {"ask: Against whom do these rebels rise, and what does Siegel say came of it?", "ask: " + strings.Repeat("what ", 21), "tour-length", "has 21 words"},
		"a note too long":            {"note: Write MNLA and", "note: " + strings.Repeat("so ", 45) + "MNLA and", "tour-length", "keep to 45"},
		"two things at a stop":       {"- event: 2012-01-tuareg-rebellion", "- actor: mnla\n    event: 2012-01-tuareg-rebellion", "tour-kind", "names 2"},
		"nothing at a stop":          {"- event: 2012-01-tuareg-rebellion\n    minutes", "- minutes", "tour-kind", "names 0"},
		"a field that is none":       {"heading: Another movement", "headline: Another movement", "unknown-field", `"heading"`},
		"an answer never shown":      {"show: [heading, ask, title + date, claims, answer]", "show: [heading, ask, title + date, claims]", "tour-step", "no step reveals the answer"},
		"a part twice":               {"show: [heading, ask, title + date, claims, answer]", "show: [heading, ask, title + date, claims, answer, ask]", "tour-step", "revealed twice"},
	} {
		text := textOf(t, d, "aqim-in-mali")
		if !strings.Contains(text.Text, c.old) {
			t.Errorf("%s: the tour no longer holds %q", name, c.old)
			continue
		}
		text.Text = strings.Replace(text.Text, c.old, c.new, 1)
		tour := Parse(text)
		found := false
		for _, p := range tour.Check(d) {
			found = found || p.Rule == c.rule && strings.Contains(p.String(), c.says) && p.Line > 0 && p.File == "tours/aqim-in-mali.md"
			if p.Rule != c.rule && !(c.rule == "tour-kind" || c.rule == "unknown-field" || strings.HasPrefix(name, "a step")) {
				t.Errorf("%s breaks another rule: %v", name, p)
			}
		}
		if !found {
			t.Errorf("%s is not found: %v", name, tour.Check(d))
		}
	}
}

// A tour with a stop that the dataset has not can be gone through.
func TestMissingEvent(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	text := textOf(t, d, "aqim-in-mali")
	text.Text = strings.Replace(text.Text, "- event: 2012-03-northern-mali-falls", "- event: 2012-03-gone", 1)
	tour := Parse(text)
	at := tour.Whole(Position{Stop: 6})
	if v := tour.See(d, at); v.Missing != `the event "2012-03-gone" is not in this dataset` || len(v.Blocks) == 0 {
		t.Errorf("%+v", v)
	}
	if next := tour.Next(at); next != (Position{7, 1}) {
		t.Errorf("it goes on at %v", next)
	}
}

func TestUnreadable(t *testing.T) {
	t.Parallel()
	for text, rule := range map[string]string{
		"":                     "front-matter",
		"---\ntitle: x\n":      "front-matter",
		"---\n[1,\n---\n":      "yaml",
		"---\n- 1\n---\n":      "shape",
		"---\ntitle: x\n---\n": "missing-field",
		"\x1b[2J":              "text",
	} {
		tour := Parse(events.TourText{Name: "x", Text: text})
		if len(tour.Problems) == 0 || tour.Problems[0].Rule != rule {
			t.Errorf("%q: %v", text, tour.Problems)
		}
	}
	if tour := Parse(events.TourText{Name: "x", Fault: "gone"}); len(tour.Problems) != 1 || tour.Problems[0].Rule != "unreadable" {
		t.Errorf("%v", tour.Problems)
	}
}

func TestPosition(t *testing.T) {
	t.Parallel()
	tour := &Tour{Stops: []Stop{{Show: []Step{{Heading}, {Ask}, {Title, Date}}}, {Show: []Step{{Title}}}, {}}}
	for _, c := range []struct {
		move     func(Position) Position
		from, to Position
	}{
		{tour.Next, Position{}, Position{1, 1}}, {tour.Next, Position{1, 1}, Position{1, 2}}, {tour.Next, Position{1, 3}, Position{2, 1}},
		{tour.Next, Position{3, 1}, Position{3, 1}}, {tour.Back, Position{}, Position{}}, {tour.Back, Position{1, 1}, Position{}},
		{tour.Back, Position{2, 1}, Position{1, 3}}, {tour.Back, Position{1, 3}, Position{1, 2}},
		{tour.Forth, Position{1, 2}, Position{1, 3}}, {tour.Forth, Position{1, 3}, Position{1, 3}}, {tour.Forth, Position{}, Position{}},
		{tour.Hide, Position{1, 2}, Position{1, 1}}, {tour.Hide, Position{2, 1}, Position{2, 1}},
		{tour.Whole, Position{1, 1}, Position{1, 3}}, {tour.Whole, Position{}, Position{}},
		{tour.Here, Position{9, 9}, Position{3, 1}}, {tour.Here, Position{-1, 4}, Position{}}, {tour.Here, Position{1, 0}, Position{1, 1}},
		{func(p Position) Position { return tour.To(p, 2) }, Position{1, 2}, Position{2, 1}},
		{func(p Position) Position { return tour.To(p, 4) }, Position{1, 2}, Position{1, 2}},
	} {
		if got := c.move(c.from); got != c.to {
			t.Errorf("from %v to %v, not %v", c.from, got, c.to)
		}
	}
	if got := tour.Shown(Position{1, 2}); !slices.Equal(got, []Part{Heading, Ask}) {
		t.Errorf("shown %v", got)
	}
	if got := tour.Coming(Position{1, 1}); len(got) != 2 || got[1].String() != "title, date" {
		t.Errorf("coming %v", got)
	}
}

// Going back undoes going on, wherever one is, and what is seen holds nothing that has
// not been revealed: no note ever, no answer and no date of the stop before its step.
func TestRandomWalks(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	r := rand.New(rand.NewPCG(3, 4))
	for _, tour := range Usable(d) {
		p := Position{}
		for range 2000 {
			switch r.IntN(8) {
			case 0:
				p = tour.Back(p)
			case 1:
				p = tour.To(p, 1+r.IntN(len(tour.Stops)))
			case 2:
				p = tour.Whole(p)
			case 3:
				p = tour.Hide(p)
			default:
				p = tour.Next(p)
			}
			if next := tour.Next(p); next != p && tour.Back(next) != p && !(next.Stop > p.Stop) {
				t.Fatalf("%v, %v, %v", p, next, tour.Back(next))
			}
			if bad := leak(d, &tour, p); bad != "" {
				t.Fatalf("%s at %v: %s", tour.Name, p, bad)
			}
		}
	}
}

func leak(d *events.Dataset, tour *Tour, p Position) string {
	v := tour.See(d, p)
	text := fmt.Sprintf("%+v", v.Blocks)
	s := tour.Stop(p)
	if s == nil {
		return ""
	}
	shown := tour.Shown(p)
	if strings.Contains(text, s.Note) {
		return "the note"
	}
	if s.Answer != "" && !slices.Contains(shown, Answer) && strings.Contains(text, s.Answer) {
		return "the answer"
	}
	i, ok := d.Find(s.ID)
	if !ok || slices.Contains(shown, Date) {
		return ""
	}
	if v.Event >= 0 {
		return "the event"
	}
	for _, date := range []string{d.Date(i).English(edtf.Long), d.Date(i).English(edtf.Spoken), d.Date(i).English(edtf.Short), d.Date(i).String(), s.ID} {
		if strings.Contains(text, date) {
			return date
		}
	}
	return ""
}

func TestNamed(t *testing.T) {
	t.Parallel()
	list := []Tour{{Name: "mali", Title: "Mali in twelve stops"}, {Name: "split", Title: "Anatomy of a split"}}
	for name, want := range map[string]string{"mali": "mali", "2": "split", "anatomy": "split", "Twelve Stops": "mali"} {
		if got, err := Named(list, name); err != nil || got.Name != want {
			t.Errorf("%q: %v, %v", name, got, err)
		}
	}
	for name, says := range map[string]string{"3": "one of", "": "no tour", "mail": `did you mean "mali"`, "xyz": "no tour"} {
		if got, err := Named(list, name); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, %v", name, got, err)
		}
	}
	if _, err := Named(nil, "x"); err == nil || !strings.Contains(err.Error(), "no tours") {
		t.Error(err)
	}
}

// Words of an article are found, and those of a tour's own are not.
func TestVerify(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	tour := Parse(textOf(t, d, "aqim-in-mali"))
	said := tour.Stops[0].Note
	found := Verify(d, map[string]string{"brandt": "He writes: " + strings.ToUpper(said)})
	if len(found) != 1 || found[0].Rule != "tour-own-words" || found[0].Line == 0 || !strings.Contains(found[0].What, "brandt") {
		t.Errorf("%v", found)
	}
	if found := Verify(d, map[string]string{"brandt": "nothing of the kind stands here at all"}); len(found) > 0 {
		t.Errorf("%v", found)
	}
	const name = "the National Movement for the Liberation of Azawad"
	if !strings.Contains(fmt.Sprintf("%+v", tour.Stops), name) {
		t.Fatalf("the tour no longer holds %q", name)
	}
	if found := Verify(d, map[string]string{"brandt": "rebels of " + name}); len(found) > 0 {
		t.Errorf("a name is taken for an article's words: %v", found)
	}
}

// Whatever a file holds, it is read, checked and gone through without a crash.
func FuzzParse(f *testing.F) {
	d := embedded(f)
	for _, text := range d.Tours() {
		f.Add(text.Text)
	}
	f.Add("---\ntitle: x\nstops:\n  - {query: 'actor:', show: [list], minutes: 1e9}\n  - {order: [a, b], show: [+]}\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		tour := Parse(events.TourText{Name: "x", Text: text})
		tour.Check(d)
		p := Position{}
		for range 30 {
			tour.See(d, p)
			p = tour.Next(p)
		}
		tour.Back(p)
	})
}
