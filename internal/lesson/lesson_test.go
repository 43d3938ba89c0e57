package lesson

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/present"
	"timeline/internal/quiz"
	"timeline/internal/tours"
)

func embedded(t testing.TB) *events.Dataset { return eventstest.BuiltIn(t) }

// The conversation of the design's last frame.
func TestTourInSentences(t *testing.T) {
	t.Parallel()
	g := NewGuide(embedded(t))
	var b strings.Builder
	for _, line := range []string{"tours", "note", "tour 1", "stop 6", "reveal", "excerpts", "reveal", "excerpts", "note", "back", "reveal", "all", "all", "next", "previous", "back", "stop 13", "stop x", "stop", "note it", "revael", "where", "first", "previous", "back", "back", "last", "next", "all", "reveal", "leave"} {
		reply, left := g.Do(line)
		fmt.Fprintf(&b, "> %s\n%s\n", line, strings.Join(reply, "\n"))
		if left != (line == "leave") {
			t.Errorf("%s: left %t", line, left)
		}
	}
	golden(t, "tour.txt", b.String())
}

// In 10,000 random commands no note is told, nor an answer or a date that is not
// revealed.
func TestGuideKeepsSecrets(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	g := NewGuide(d)
	r := rand.New(rand.NewPCG(1, 2))
	lines := []string{"", "r", "excerpts", "back", "j", "k", "n", "p", "g", "G", "A", "where", "again", "tours", "help", "stop 3", "7", "x", "1"}
	g.Do("tour 1")
	for n := range 10_000 {
		line := lines[r.IntN(len(lines))]
		if n%97 == 0 {
			line = fmt.Sprintf("tour %d", 1+n%3)
		}
		reply, _ := g.Do(line)
		if bad := leak(d, g, strings.Join(reply, "\n")); bad != "" && line != "again" {
			tour, at := g.Tour()
			t.Fatalf("%q in %s at %v tells %s:\n%s", line, tour.Name, at, bad, strings.Join(reply, "\n"))
		}
	}
}

// leak finds in a text what may not be told where the conversation is.
func leak(d *events.Dataset, g *Guide, text string) string {
	tour, at := g.Tour()
	if tour == nil {
		return ""
	}
	text = strings.Join(strings.Fields(text), " ")
	for n := range tour.Stops {
		s := &tour.Stops[n]
		if s.Note != "" && strings.Contains(text, s.Note) {
			return "a note"
		}
		here := n+1 == at.Stop
		shown := tour.Shown(at)
		if s.Answer != "" && strings.Contains(text, s.Answer) && !(here && slices.Contains(shown, tours.Answer)) {
			return "an answer"
		}
		if i, ok := d.Find(s.ID); here && ok && s.Kind == tours.Event && !slices.Contains(shown, tours.Date) {
			for _, date := range []string{d.Date(i).English(edtf.Long), d.Date(i).English(edtf.Spoken), d.Date(i).String(), s.ID} {
				if strings.Contains(text, date) {
					return "the date " + date
				}
			}
		}
	}
	return ""
}

// Cards of a stop are laid in the conversation as in a quiz.
func TestCardsInSentences(t *testing.T) {
	t.Parallel()
	g := NewGuide(embedded(t))
	var b strings.Builder
	for _, line := range []string{"tour anatomy-of-a-split", "lay a b", "last", "lay", "lay a b", "lay b d f a e c", "lay f e d c b a"} {
		reply, _ := g.Do(line)
		fmt.Fprintf(&b, "> %s\n%s\n", line, strings.Join(reply, "\n"))
	}
	golden(t, "cards.txt", b.String())
}

// The clock of a tour that was left runs on, through a kill too: the bell does not wait.
// One that stood goes on from where it stood.
func TestClockRunsOn(t *testing.T) {
	t.Parallel()
	tour := &tours.Usable(embedded(t))[0]
	start := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	k := Desk{Tour: tour}
	k.Move(tours.Position{Stop: 6, Step: 2}, start)
	killed := k.State()
	again := Desk{Tour: tour}
	again.Resume(killed)
	if session, stop := again.Clock.Read(start.Add(5 * time.Minute)); again.At != k.At || session != 5*time.Minute || stop != 5*time.Minute {
		t.Errorf("at %v after %v, %v", again.At, session, stop)
	}
	k.Hear(present.Word{What: present.Time}, start.Add(time.Minute))
	again.Resume(k.State())
	if session, _ := again.Clock.Read(start.Add(9 * time.Minute)); session != time.Minute || again.Clock.Running() {
		t.Errorf("a clock that stood reads %v", session)
	}
}

// isles is an invented dataset, of which sets stay what they are.
func isles() *events.Dataset {
	var list []events.Event
	for n, x := range []struct{ title, date, words, basis string }{
		{"The guild is founded", "1881", "in 1881", ""}, {"The lamp is lit", "1882-04-02", "on 2 April", "the year is that of the note before"},
		{"The wardens meet", "1882-04", "that spring", "told after the lamp"}, {"The bell cracks", "1883-02~", "about February", ""},
		{"The ferry sinks", "1884-06-30/1884-07-01", "that night", ""}, {"The council writes", "1885", "in 1885", ""},
	} {
		date := edtf.MustParse(x.date)
		c := events.Claim{Source: "brandt", At: events.Locator{Kind: 'p', Number: uint16(n + 1)}, Date: date, Words: x.words, BasisNote: x.basis, Says: x.title + ", says Brandt."}
		if x.basis != "" {
			c.Basis = events.BasisDerived
		}
		e := events.Event{ID: x.date[:4] + "-" + string(rune('a'+n)), Title: x.title, Date: date, Type: "other", Claims: []events.Claim{c}}
		if n%2 == 0 {
			c.Source, c.At.Number = "holm", 7
			e.Claims = append(e.Claims, c)
		}
		list = append(list, e)
	}
	return events.New(events.Meta{ID: "isles"}, list, nil, nil, []events.Source{{ID: "brandt", Authors: []events.Author{{Family: "Brandt"}}}, {ID: "holm", Authors: []events.Author{{Family: "Holm"}}}})
}

func TestExam(t *testing.T) {
	t.Parallel()
	d := isles()
	all := make([]events.Index, d.Len())
	for i := range all {
		all[i] = events.Index(i)
	}
	var b strings.Builder
	for kind, lines := range map[quiz.Kind][]string{quiz.Basis: {"z", "a", "ab", "again", "b", "A", "leave"}, quiz.Order: {"a b", "a a b c d", "A, B, C; d e"}, quiz.Alone: {"a", "a", "a", "b", "b", "b"}} {
		s, err := quiz.New(d, kind, quiz.Code{Digest: "4f2a", Seed: 5}, all, 0)
		if err != nil {
			t.Fatal(err)
		}
		x := NewExam(d, s)
		b.Reset()
		fmt.Fprintln(&b, strings.Join(x.Begin(), "\n"))
		for n, line := range lines {
			reply, over := x.Do(line)
			fmt.Fprintf(&b, "> %s\n%s\n", line, strings.Join(reply, "\n"))
			if over != (n == len(lines)-1) {
				t.Errorf("%s, %q: over %t", kind, line, over)
			}
		}
		golden(t, "quiz_"+kind.String()+".txt", b.String())
	}
}

// Whatever is typed gets an answer that is safe on a terminal.
func FuzzGuide(f *testing.F) {
	f.Add("tour 1\nr\nr\nstop 6\nall\nleave")
	f.Add("\x1b]2;x\x07\nstop -1\n99999999999999999999")
	d := embedded(f)
	f.Fuzz(func(t *testing.T, input string) {
		g := NewGuide(d)
		for line := range strings.SplitSeq(input, "\n") {
			reply, left := g.Do(line)
			if len(reply) == 0 && !left {
				t.Errorf("%q has no answer", line)
			}
			for _, l := range reply {
				if strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 }) {
					t.Errorf("%q is answered with %q", line, l)
				}
			}
			if left {
				return
			}
		}
	})
}
