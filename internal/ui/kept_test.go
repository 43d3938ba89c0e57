package ui

import (
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/events/eventstest"
)

// TestNothingKeptIsStale compares each screen, of which some is kept from the ones before,
// with the one that is drawn with everything anew, which another theme brings about.
func TestNothingKeptIsStale(t *testing.T) {
	t.Parallel()
	steps := 800
	if *long {
		steps = 40_000
	}
	rng := rand.New(rand.NewPCG(13, 17))
	data := eventstest.BuiltIn(t)
	var m *Model
	keys := keysOf("jjjkkkJKmjmkmjmk[]{}vzZ=/////\x1babouzeidkt\x7f\x7f\x15\r\r\x1b\x1b\tnNxXtf=h1256")
	var after []string
	for n := range steps {
		if n%40 == 0 { // in the timeline again
			m, after = browserOf(data, 120, 30), nil
		}
		k := keys[rng.IntN(len(keys))]
		if after = append(after, k.String()); rng.IntN(40) == 0 {
			m.Update(tea.WindowSizeMsg{Width: 100 + rng.IntN(60), Height: 12 + rng.IntN(40)})
		}
		m.Update(k)
		kept := m.Frame()
		if rng.IntN(4) > 0 {
			continue // else nothing would ever be kept
		}
		m.look(m.c.Theme.Dark, m.c.Theme.Profile)
		if m.Frame() != kept {
			t.Fatalf("the screen is not drawn anew after %q", after[max(0, len(after)-30):])
		}
		m.Update(tea.WindowSizeMsg{Width: m.width, Height: m.height}) // settles what follows from looks
	}
}
