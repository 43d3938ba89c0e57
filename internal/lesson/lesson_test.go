package lesson

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"timeline/data"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/quiz"
	"timeline/internal/tours"
)

func embedded(t testing.TB) *events.Dataset {
	t.Helper()
	d, err := events.LoadPacked(data.FS, data.Pack)
	if err != nil {
		t.Skipf("the built-in dataset is broken, which its own test says: %.200v", err)
	}
	return d
}

// The conversation of the design's last frame.
func TestTourInSentences(t *testing.T) {
	t.Parallel()
	g := NewGuide(embedded(t))
	var b strings.Builder
	for _, line := range []string{"tours", "note", "tour 1", "stop 6", "reveal", "reveal", "note", "back", "reveal", "all", "all", "next", "previous", "back", "stop 13", "stop x", "stop", "note it", "revael", "where", "first", "back", "back", "last", "all", "reveal", "leave"} {
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
	lines := []string{"", "r", "back", "j", "k", "n", "p", "g", "G", "A", "where", "again", "tours", "help", "stop 3", "7", "x", "1"}
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

func TestExam(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	all := make([]events.Index, d.Len())
	for i := range all {
		all[i] = events.Index(i)
	}
	var b strings.Builder
	for kind, lines := range map[quiz.Kind][]string{quiz.Basis: {"z", "a", "ab", "again", "b", "A", "leave"}, quiz.Order: {"a b", "a a b c d", "A, B, C; d e"}, quiz.Alone: {"a", "a", "a", "b", "b", "b"}} {
		s, err := quiz.New(d, kind, quiz.CodeOf(d, 5), all, 0)
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
		// The code is that of the dataset, and changes with it.
		golden(t, "quiz_"+kind.String()+".txt", strings.ReplaceAll(b.String(), s.Code.String(), "CODE"))
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
