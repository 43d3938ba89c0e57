package ui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/tours"
)

// Until its step a date, an id and the mark on the ribbon appear nowhere.
func TestTourAsksFirst(t *testing.T) {
	t.Parallel()
	m := inTour(t, 120, 36, "aqim-in-mali")
	before := m.View().WindowTitle
	typed(t, m, "6\r ")
	sees(t, m, "Read three claims", "6 of 12")
	seesNot(t, m, "March–April 2012", "├", "Northern Mali falls", "2012-03")
	if title := m.View().WindowTitle; title != before {
		t.Errorf("the window's title is %q", title)
	}
	typed(t, m, "\r") // the excerpts would tell it
	sees(t, m, "No excerpts before the event's date")
	typed(t, m, "\x1b") // and so would the event in the browser
	if i, _ := m.c.Current(); strings.HasPrefix(m.c.Data.IDs.At(int(i)), "2012-03") {
		t.Error("stepping off goes to an event that the class is asked for")
	}
	typed(t, m, "T  ")
	sees(t, m, "March–April 2012", "├", "LEBOVICH")
	typed(t, m, "p6\r  k")
	seesNot(t, m, "March–April 2012", "├")
}

// at is where the class is.
func at(m *Model) tours.Position {
	_, at := m.tours.Running()
	return at
}

// classSecrets are the texts that a class must not see at a position: all notes, all
// answers but the one that is revealed and, of the stop, what has not been revealed of its
// date and id.
func classSecrets(d *events.Dataset, tour *tours.Tour, at tours.Position) []string {
	var list []string
	shown := tour.Shown(at)
	for n := range tour.Stops {
		list = append(list, shingles(tour.Stops[n].Note)...)
		if n+1 != at.Stop || !slices.Contains(shown, tours.Answer) {
			list = append(list, shingles(tour.Stops[n].Answer)...)
		}
	}
	s := tour.Stop(at)
	if s == nil {
		return list
	}
	if i, ok := d.Find(s.ID); ok && s.Kind == tours.Event && !slices.Contains(shown, tours.Date) {
		list = append(list, s.ID)
		for _, date := range []string{d.Date(i).English(edtf.Long), d.Date(i).English(edtf.Spoken), d.Date(i).String()} {
			if len(date) > len("2003") { // a year stands on the ribbon
				list = append(list, date)
			}
		}
	}
	return list
}

// kept is what a class may and must not see at a position.
type kept struct {
	secrets  []string
	revealed string
}

// leaked is a text that a class sees and must not; empty for none.
func (k kept) leaked(screen, title string) string {
	screen = strings.Join(strings.Fields(screen), " ")
	for _, secret := range k.secrets {
		if (strings.Contains(screen, secret) || strings.Contains(title, secret)) && !strings.Contains(k.revealed, secret) {
			return secret
		}
	}
	return ""
}

// shingles are the runs of five words of a text.
func shingles(text string) []string {
	var list []string
	words := strings.Fields(text)
	for n := range max(len(words)-4, 0) {
		list = append(list, strings.Join(words[n:n+5], " "))
	}
	return list
}

// classKeys are the keys of the random walks, all but the one that shows the note.
var classKeys = []string{" ", " ", " ", "j", "k", "n", "p", "g", "G", "A", "L", "b", ".", "7", "1", "\r", "?", "\x1b", "T", "q", "m", "y", "/", "a", "o"}

// randomly takes a class through a tour until it was looked at n times, with random keys
// and sizes. It ends with the first leak in what look sees, and tells it.
func randomly(t *testing.T, name string, n int, keys []string, look func(*Model) string) (leak, screen string) {
	t.Helper()
	r := rand.New(rand.NewPCG(11, uint64(len(name))))
	m := inTour(t, 80, 24, name)
	been := map[string]kept{}
	for looks := 0; looks < n; {
		k := keys[r.IntN(len(keys))]
		if r.IntN(40) == 0 {
			send(m, tea.WindowSizeMsg{Width: 20 + r.IntN(120), Height: 4 + r.IntN(40)})
		}
		if k == "\r" && m.c.Picker != nil {
			continue // it may choose the note
		}
		typed(t, m, k)
		onStage := m.c.View.Info().ID == "tour" // and not in the browser or at a quiz, which show what they always do
		if onStage {
			tour, at := m.tours.Running() // the list leads to others too
			where := fmt.Sprint(tour.Name, at)
			if _, ok := been[where]; !ok {
				been[where] = kept{classSecrets(m.c.Data, tour, at), revealedText(m.c.Data, tour, at)}
			}
			looks++
			if leak := been[where].leaked(look(m), m.View().WindowTitle); leak != "" {
				return leak, plainFrame(m)
			}
		}
		if (!onStage || m.c.Picker != nil) && r.IntN(2) == 0 {
			send(m, tea.KeyPressMsg{Code: tea.KeyF5})
		}
	}
	if n >= 500 && len(been) < 25 {
		t.Errorf("in %d keys from %s the class saw only %d steps", n, name, len(been))
	}
	return "", ""
}

// Whatever a class's keys are, but for the one that shows the note, no note and nothing
// that is not revealed is on the screen.
func TestTourKeepsItsSecrets(t *testing.T) {
	t.Parallel()
	n := 900
	if *long {
		n = 10_000
	}
	for _, name := range []string{"aqim-in-mali", "anatomy-of-a-split", "one-find-five-articles"} {
		if leak, screen := randomly(t, name, n/3, classKeys, plainFrame); leak != "" {
			t.Errorf("%s: %q is on the screen:\n%s", name, leak, screen)
		}
	}
}

// The walk above finds a leak: the note that its own key shows, and a note, an answer, a
// date and an id that are planted into what is drawn.
func TestTourLeaksAreFound(t *testing.T) {
	t.Parallel()
	const name, n = "aqim-in-mali", 200
	if leak, _ := randomly(t, name, n, append([]string{"s", "s", "s"}, classKeys...), plainFrame); leak == "" {
		t.Error("the presenter’s note on the class’s screen is not found")
	}
	for what, secret := range map[string]func(*events.Dataset, *tours.Stop, events.Index) string{
		"note":   func(_ *events.Dataset, s *tours.Stop, _ events.Index) string { return s.Note },
		"answer": func(_ *events.Dataset, s *tours.Stop, _ events.Index) string { return s.Answer },
		"date":   func(d *events.Dataset, _ *tours.Stop, i events.Index) string { return d.Date(i).English(edtf.Long) },
		"id":     func(_ *events.Dataset, s *tours.Stop, _ events.Index) string { return s.ID },
	} {
		planted := func(m *Model) string {
			tour, at := m.tours.Running()
			if s := tour.Stop(at); s != nil {
				i, _ := m.c.Data.Find(s.ID)
				return plainFrame(m) + "\n" + secret(m.c.Data, s, i)
			}
			return plainFrame(m)
		}
		if leak, _ := randomly(t, name, n, classKeys, planted); leak == "" {
			t.Errorf("a %s on the class’s screen is not found", what)
		}
	}
}

// revealedText is all that is revealed, and the excerpts that a key opens: a secret may be
// a word of it.
func revealedText(d *events.Dataset, tour *tours.Tour, at tours.Position) string {
	var b strings.Builder
	scene := tour.See(d, at)
	claims := scene.Excerpts(d)
	for _, block := range scene.Blocks {
		b.WriteString(block.Text + " " + strings.Join(block.Lines, " ") + " ")
		claims = append(claims, block.Claims...)
	}
	for _, c := range claims {
		b.WriteString(c.Text + " " + c.Cited() + " " + c.Dated + " " + c.Published + " ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
