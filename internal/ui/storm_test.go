package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events/eventstest"
	"timeline/internal/session"
	"timeline/internal/ui/tuitest"
)

// TestResizeStorm drags the corner of the window about: hundreds of sizes, some
// absurd, while every part of the screen is open. The frame follows at once,
// and the event that was selected stays selected.
func TestResizeStorm(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 5))
	for _, keys := range []string{"jj", "jj\t", "jj\r", "jj\r\r", "abe", "f", "?", "/env", "tmay", "Fis:m", "2j", "jjzz", "jyiY"} {
		m := typed(t, browser(80, 24), keys)
		before, _ := m.c.Current()
		sizes := 30
		if *long {
			sizes = 300
		}
		for n := range sizes {
			w, h := rng.IntN(250), rng.IntN(90)
			switch n % 30 {
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
			m = settledBy(next.(*Model), cmd)
			checkFrame(t, m, max(w, 0), max(h, 0), fmt.Sprint(keys, " storm"))
		}
		next, _ := m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		m = next.(*Model)
		if after, _ := m.c.Current(); after != before {
			t.Errorf("%q: the storm moved the selection from %d to %d", keys, before, after)
		}
		checkFrame(t, m, 80, 24, keys)
	}
}

// TestResizeStormInTheTerminal sends sizes to the running program; in the end
// the terminal shows the model's frame and nothing of those before.
func TestResizeStormInTheTerminal(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		term := tuitest.Start(t, browser(80, 24), 80, 24)
		term.Type("jj\r")
		sizes := 30
		if *long {
			sizes = 60
		}
		for n := range sizes {
			term.Resize(1+(n*37)%200, 1+(n*17)%70)
		}
		term.Resize(100, 30)
		got := term.Text()
		rows := strings.Split(ansi.Strip(term.Quit().(*Model).Frame()), "\n")
		for y := range rows {
			rows[y] = strings.TrimRight(rows[y], " ")
		}
		if want := strings.TrimRight(strings.Join(rows, "\n"), "\n") + "\n"; got != want {
			t.Errorf("the screen:\n%s\nthe frame:\n%s", got, want)
		}
	})
}

// bytesPerKey types keys, one at a time, and returns the mean number of bytes
// that each sends to a terminal of w by h cells in full colour.
func bytesPerKey(t *testing.T, w, h int, before, keys string) (mean float64) {
	synctest.Test(t, func(t *testing.T) {
		term := tuitest.Start(t, New(Config{Config: session.Config{Data: eventstest.Generate(1000, 1)}, Width: w, Height: h}), w, h)
		for _, k := range before {
			term.Type(string(k))
		}
		start := term.Sent()
		for _, k := range keys {
			term.Type(string(k))
		}
		mean = float64(term.Sent()-start) / float64(len(keys))
	})
	return mean
}

// linkKeys are keys that a person on a slow link presses, and about a third more
// bytes than they cost: 9600 baud carry 960 a second. Half of them are 24-bit
// colours, which a terminal with fewer does not get.
var linkKeys = []struct {
	name, before, keys string
	w, h, most         int
}{
	{"move in the list", "", "jjjjjjjjjjkkkkk", 80, 24, 600},
	{"move, with the detail", "", "jjjjjjjjjjkkkkk", 120, 40, 1500},
	{"move, and the list scrolls", strings.Repeat("j", 24), "jjjjjjjjjj", 80, 24, 900},
	{"page down and up", "", "    bb", 80, 24, 2700},
	{"scroll the reader by a line", "\r", "jkjk", 60, 12, 900},
	{"next event while reading", "\r", "JJJKJJ", 80, 24, 1100},
	{"a letter of a search", "/", "a\x7fb\x7f", 80, 24, 600},
	{"a key that does nothing", "j", "\x02\x02", 80, 24, 0},
}

func TestBytesPerKey(t *testing.T) {
	t.Parallel()
	for _, k := range linkKeys {
		got := bytesPerKey(t, k.w, k.h, k.before, k.keys)
		t.Logf("%-28s %3d×%d %6.0f bytes a key", k.name, k.w, k.h, got)
		if got > float64(k.most) {
			t.Errorf("%s: %.0f bytes a key, more than %d", k.name, got, k.most)
		}
	}
}
