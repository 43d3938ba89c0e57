package ui

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
)

// checkFrame fails unless the frame is exactly as wide and high as the terminal.
func checkFrame(t *testing.T, m *Model, w, h int, after string) {
	t.Helper()
	checkSize(t, m.Frame(), w, h, after)
}

func checkSize(t *testing.T, frame string, w, h int, after string) {
	t.Helper()
	rows := strings.Split(frame, "\n")
	if w == 0 || h == 0 {
		return
	}
	if len(rows) != h {
		t.Fatalf("%d×%d after %q: %d rows", w, h, after, len(rows))
	}
	for y, row := range rows {
		if got := ansi.StringWidth(row); got != w {
			t.Fatalf("%d×%d after %q: row %d is %d cells wide: %q", w, h, after, y, got, ansi.Strip(row))
		}
	}
}

func TestFramesFitAnySize(t *testing.T) {
	t.Parallel()
	for _, s := range screens {
		m := typed(t, browser(80, 24), s.keys)
		for _, size := range [][2]int{{1, 1}, {2, 3}, {7, 40}, {23, 6}, {24, 5}, {24, 6}, {25, 9}, {33, 10}, {40, 15}, {59, 16}, {60, 17}, {79, 29}, {99, 30}, {100, 31}, {101, 8}, {170, 50}, {300, 100}} {
			m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFrame(t, m, size[0], size[1], s.keys)
		}
	}
	for _, p := range pictures {
		m := typed(t, browserOf(p.data(), 80, 24), p.keys)
		for _, size := range [][2]int{{1, 1}, {7, 40}, {24, 6}, {25, 9}, {33, 10}, {40, 15}, {79, 29}, {99, 30}, {100, 31}, {101, 8}, {170, 50}, {300, 100}} {
			m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFrame(t, m, size[0], size[1], p.keys)
		}
	}
	m := browser(80, 24)
	part := 1 // of the sizes
	if !*long {
		part = 4
	}
	for w := 1; w <= 300; w += part + w/20 {
		for h := 1; h <= 100; h += part + h/8 {
			next, _ := m.Update(tea.WindowSizeMsg{Width: w, Height: h})
			checkFrame(t, next.(*Model), w, h, "")
		}
	}
}

// keyboard is every key that a random walk may press.
var keyboard = "jjjkk[]{}JKzZ<>tnNafFxXmm'oy1234556677vvp=hl11?:/ghlq\r\r\t\x1b\x1b\x1b\x0f\x04\x15\x01\x05abergh2019 +w:\x7f\x12"

// TestRandomKeys presses two thousand seeded keys and resizes now and then. The screen
// must stay whole, the filters must stand in the header and hold for what is
// listed, and ^C must always leave.
func TestRandomKeys(t *testing.T) {
	t.Parallel()
	steps := 2000
	if *long {
		steps = 30_000
	}
	rng := rand.New(rand.NewPCG(7, 11))
	keys := keysOf(keyboard)
	m := browser(80, 24, inFiles(func() (*events.Dataset, error) { return edited(rng), nil }))
	w, h := 80, 24
	trail := ""
	for n := range steps {
		k := keys[rng.IntN(len(keys))]
		if rng.IntN(200) == 0 {
			w, h = 1+rng.IntN(160), 1+rng.IntN(60)
			next, _ := m.Update(tea.WindowSizeMsg{Width: w, Height: h})
			m = next.(*Model)
		}
		trail = trail[max(len(trail)-80, 0):] + k.String() + " "
		next, cmd := m.Update(k)
		m = settledBy(next.(*Model), cmd)
		if n%7 == 0 {
			checkFrame(t, m, w, h, trail)
		}
		if !m.c.Query.Empty() && w >= 80 && h >= 6 {
			header, _, _ := strings.Cut(ansi.Strip(m.Frame()), "\n")
			if !strings.Contains(header, "→") {
				t.Fatalf("after %q the filter %s is not in the header: %q", trail, m.c.Query, header)
			}
		}
		if len(m.c.Shown) > 0 && (m.c.Pos < 0 || m.c.Pos >= len(m.c.Shown)) {
			t.Fatalf("after %q the selection %d is outside %d events", trail, m.c.Pos, len(m.c.Shown))
		}
	}
	_, cmd := m.Update(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl})
	if cmd == nil {
		t.Fatal("^C does nothing")
	}
	if _, quits := cmd().(tea.QuitMsg); !quits {
		t.Fatal("^C does not quit")
	}
}

// TestKeysAreUnambiguous fails if two actions of one place share a key.
func TestKeysAreUnambiguous(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"", "\t", "\r", "2", "2\t", "3", "4", "5", "5\r", "6", "7", "T", "T\r", "Tj\r", "Tj\ra"} {
		owner := map[string]string{}
		for _, a := range typed(t, browser(80, 24), keys).here() {
			for _, k := range a.Keys.Keys() {
				if other, taken := owner[k]; taken {
					t.Errorf("after %q, %q is both %s and %s", keys, k, other, a.ID)
				}
				owner[k] = a.ID
			}
		}
	}
}

// Zooming keeps the selected event in sight, and zooming out again ends where it
// began; fitting shows the whole of the event's days.
func TestZoomKeepsTheEventAndReturns(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "jjjjjjjj")
	before := m.c.Time
	for _, keys := range []string{"z", "z", "]", "=", "Z", "Z"} {
		m = typed(t, m, keys)
		i, _ := m.c.Current()
		days := m.c.Calendar.Outer(i)
		if win := m.c.Calendar.Window(m.c.Time, m.lay.width); !win.Holds(days) {
			t.Errorf("after %q the ribbon shows %v, without the event's %v", keys, win, days)
		}
	}
	if m.c.Time.Zoom != before.Zoom {
		t.Errorf("zooming in and out: %v, want %v", m.c.Time, before)
	}
}

func TestFilterKeepsSelectionAndOrder(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "jj")
	i, _ := m.c.Current()
	m = typed(t, m, "aberghi\r")
	if j, _ := m.c.Current(); j != i {
		t.Errorf("filtering moved the selection from %d to %d", i, j)
	}
	for p := 1; p < len(m.c.Shown); p++ {
		if m.c.Shown[p-1] >= m.c.Shown[p] {
			t.Fatalf("out of order: %v", m.c.Shown)
		}
	}
	if m = typed(t, m, "\rX"); !m.c.Query.Empty() {
		t.Error("X leaves filters on")
	}
}

func TestOpeningAnExcerptKeepsTheFilter(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "aberghi\r")
	before := m.c.Query.String()
	m = typed(t, m, "\r\t\x1bjJK")
	if got := m.c.Query.String(); got != before || before == "" {
		t.Errorf("the filter was %q, is %q", before, got)
	}
}

// TestSignsHaveOneWidth fails for a sign whose width terminals do not agree on.
func TestSignsHaveOneWidth(t *testing.T) {
	t.Parallel()
	signs := "▌≠♦·│┃┬├┤┄┆─━◂▸▾▏✓−…“”’¶≤≥–↓▲△▁▂▃▄▅▆▇█░▒"
	signs += strings.Join(events.Signs, "")
	for _, r := range signs {
		if s := string(r); ansi.StringWidth(s) != 1 || ansi.StringWidthWc(s) != 1 {
			t.Errorf("%q is %d cells by graphemes, %d by wcwidth", s, ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
	}
}
