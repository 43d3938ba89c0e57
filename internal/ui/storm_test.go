package ui

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/events/eventstest"
	"timeline/internal/ui/tuitest"
)

// TestResizeStorm drags the corner of the window about: hundreds of sizes, some
// absurd, while every part of the screen is open. The frame follows at once,
// and the event that was selected stays selected.
func TestResizeStorm(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	for _, keys := range []string{"jj", "jj\t", "jj\r", "jj\r\r", "abe", "f", "?", "/env", "tmay", "Fis:m", "2j", "jjzz", "jyiY"} {
		m := typed(t, browser(80, 24), keys)
		before, _ := m.selected()
		for n := range 400 {
			w, h := rng.IntN(250), rng.IntN(90)
			switch n % 50 {
			case 0:
				w, h = 0, 0
			case 1:
				w = 2000
			case 2:
				h = 500
			case 3:
				w, h = -1, -1
			}
			next, cmd := m.Update(tea.WindowSizeMsg{Width: w, Height: h})
			m = settledBy(next.(Model), cmd)
			checkFrame(t, m, max(w, 0), max(h, 0), fmt.Sprint(keys, " storm"))
		}
		next, _ := m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		m = next.(Model)
		if after, _ := m.selected(); after != before {
			t.Errorf("%q: the storm moved the selection from %d to %d", keys, before, after)
		}
		checkFrame(t, m, 80, 24, keys)
	}
}

// TestResizeStormInTheTerminal sends sizes to the running program; in the end
// the screen is what it would be at that size.
func TestResizeStormInTheTerminal(t *testing.T) {
	var stormy, calm string
	synctest.Test(t, func(t *testing.T) {
		term := tuitest.Start(t, browser(80, 24), 80, 24)
		term.Type("jj")
		for n := range 200 {
			term.Resize(1+(n*37)%200, 1+(n*17)%70)
		}
		term.Resize(100, 30)
		stormy = term.Text()
	})
	synctest.Test(t, func(t *testing.T) {
		term := tuitest.Start(t, browser(100, 30), 100, 30)
		term.Type("jj")
		calm = term.Text()
	})
	if stormy != calm {
		t.Errorf("after the storm:\n%s\nwithout one:\n%s", stormy, calm)
	}
}

// bytesPerKey types keys, one at a time, and returns the mean number of bytes
// that each sends to a terminal of w by h cells.
func bytesPerKey(tb testing.TB, events, w, h int, before, keys string, times int) float64 {
	var mean float64
	run := func(tb testing.TB) {
		term := tuitest.Start(tb, New(Config{Data: eventstest.Generate(events, 1), Width: w, Height: h}), w, h)
		for _, k := range before {
			term.Type(string(k))
		}
		start, n := term.Sent(), 0
		for range times {
			for _, k := range keys {
				term.Type(string(k))
				n++
			}
		}
		mean = float64(term.Sent()-start) / float64(n)
	}
	switch tb := tb.(type) {
	case *testing.T:
		synctest.Test(tb, func(t *testing.T) { run(t) })
	case *testing.B:
		testing.Init()
		synctest.Test(new(testing.T), func(*testing.T) { run(tb) })
	}
	return mean
}

// linkKeys are the keys that a person on a slow link presses most, and the most
// bytes that one may cost: 9600 baud carry 960 a second.
var linkKeys = []struct {
	name, before, keys string
	w, h, most         int
}{
	{"list, one pane", "", "jjjjjjjjjjkkkkk", 80, 24, 0},
	{"list, two panes", "", "jjjjjjjjjjkkkkk", 120, 40, 0},
	{"scrolling the list", "jjjjjjjjjjjjjjjjjjjjjjjj", "jjjjjjjjjj", 80, 24, 0},
	{"a page", "", "    bb", 80, 24, 0},
	{"reader, a line", "\r", "jk", 80, 24, 0},
	{"next event while reading", "\r", "JJJK", 80, 24, 0},
	{"a letter of a search", "/", "a\x7f", 80, 24, 0},
	{"a key that does nothing", "", "\x02", 80, 24, 0},
}

func TestBytesPerKey(t *testing.T) {
	for _, k := range linkKeys {
		got := bytesPerKey(t, 1000, k.w, k.h, k.before, k.keys, 3)
		t.Logf("%-26s %3d×%d: %6.0f bytes a key", k.name, k.w, k.h, got)
		if k.most > 0 && got > float64(k.most) {
			t.Errorf("%s: %.0f bytes a key, more than %d", k.name, got, k.most)
		}
	}
}
