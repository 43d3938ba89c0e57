package notes

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/goldentest"
	"timeline/internal/present"
	"timeline/internal/tours"
)

//go:generate go test . -update

// class is a class's screen without a screen.
type class struct {
	t     *testing.T
	dir   string
	share *present.Share
	state present.State
}

var now = time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)

func newClass(t *testing.T, d *events.Dataset) *class {
	t.Helper()
	c := &class{t: t, dir: t.TempDir(), state: present.State{Dataset: d.Digest(), Tour: "aqim-in-mali", Stop: 6, Of: 12, Step: 4}}
	c.state.Clock = present.Clock{Session: 8*time.Minute + 52*time.Second, AtStop: 72 * time.Second, Since: now}
	var err error
	if c.share, err = present.Begin(c.dir); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if c.share != nil {
			_ = c.share.End(true)
		}
	})
	c.put()
	return c
}

func (c *class) put() {
	c.t.Helper()
	if err := c.share.Put(c.state); err != nil {
		c.t.Fatal(err)
	}
}

func embedded(t testing.TB) *events.Dataset { return eventstest.BuiltIn(t) }

func notesOf(c *class, d *events.Dataset, w, h int) Model {
	dark := true
	return New(Config{Data: d, Dir: c.dir, Now: func() time.Time { return now }, Dark: &dark, Profile: colorprofile.TrueColor, Width: w, Height: h})
}

// press types a key and looks again.
func press(m Model, key rune) Model {
	msg := tea.KeyPressMsg{Code: key, Text: string(key)}
	switch key {
	case '\r':
		msg = tea.KeyPressMsg{Code: tea.KeyEnter}
	case '<':
		msg = tea.KeyPressMsg{Code: tea.KeyLeft}
	case '^', 'v':
		msg = tea.KeyPressMsg{Code: map[rune]rune{'^': tea.KeyUp, 'v': tea.KeyDown}[key]}
	case ' ':
		msg = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	next, _ := m.Update(msg)
	return next.(Model)
}

func screen(t *testing.T, m Model, w, h int) string {
	t.Helper()
	lines := strings.Split(ansi.Strip(m.View().Content), "\n")
	if len(lines) != h {
		t.Errorf("%d rows, not %d", len(lines), h)
	}
	for n, l := range lines {
		if ansi.StringWidth(l) != w {
			t.Errorf("row %d has %d cells, not %d: %q", n, ansi.StringWidth(l), w, l)
		}
		lines[n] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func TestScreens(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	c := newClass(t, d)
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}} {
		golden(t, "stop", size, screen(t, notesOf(c, d, size[0], size[1]), size[0], size[1]))
	}
	c.state.Stop, c.state.Step, c.state.Clock = 0, 0, present.Clock{}
	c.put()
	golden(t, "start", [2]int{120, 36}, screen(t, notesOf(c, d, 120, 36), 120, 36))
	golden(t, "start", [2]int{80, 24}, screen(t, notesOf(c, d, 80, 24), 80, 24))
	c.state.Stop, c.state.Step, c.state.Tour, c.state.Of = 13, 3, "anatomy-of-a-split", 13
	c.put()
	golden(t, "cards", [2]int{120, 36}, screen(t, notesOf(c, d, 120, 36), 120, 36))
	m := notesOf(c, d, 80, 24)
	if err := c.share.End(false); err != nil {
		t.Fatal(err)
	}
	c.share = nil
	next, _ := m.Update(tick{})
	if s := screen(t, next.(Model), 80, 24); !strings.Contains(s, "ended ○") || !strings.Contains(s, "Now you") {
		t.Errorf("after the end:\n%s", s)
	}
}

// Where the class reads what is revealed in pages, the presenter sees which.
func TestPages(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	c := newClass(t, d)
	c.state.Page, c.state.Pages = 2, 3
	c.put()
	for _, size := range [][2]int{{120, 36}, {80, 24}} {
		if s := screen(t, notesOf(c, d, size[0], size[1]), size[0], size[1]); !strings.Contains(s, "● claims (page 2 of 3)") {
			t.Errorf("%v:\n%s", size, s)
		}
	}
}

func TestPace(t *testing.T) {
	t.Parallel()
	tour := &tours.Tour{Stops: []tours.Stop{{Minutes: 2}, {Minutes: 3}, {Minutes: 1}}}
	second := tours.Position{Stop: 2, Step: 1}
	for _, c := range []struct {
		at              tours.Position
		session, atStop time.Duration
		short, long     string
	}{
		{tours.Position{}, time.Minute, 0, "", ""},
		{second, 2*time.Minute + 30*time.Second, 30 * time.Second, "on the plan", "on the plan"},
		{second, time.Minute, 30 * time.Second, "1:30 ahead", "1:30 ahead of the plan"},
		{second, 4 * time.Minute, time.Minute, "1:00 behind", "1:00 behind the plan"},
		{second, 7 * time.Minute, 5 * time.Minute, "2:00 behind", "2:00 behind the plan"},
	} {
		for long, want := range map[bool]string{false: c.short, true: c.long} {
			if got := pace(tour, c.at, c.session, c.atStop, long); got != want {
				t.Errorf("%v after %v: %q, not %q", c.at, c.session, got, want)
			}
		}
	}
}

// What has no room is scrolled to: the presenter reads all of it on any screen, and begins
// at the top of each stop.
func TestScroll(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	c := newClass(t, d)
	c.state.Tour, c.state.Of = "anatomy-of-a-split", 13
	for _, size := range [][2]int{{120, 36}, {120, 24}, {80, 24}, {40, 12}} {
		for _, stop := range []int{11, 13} {
			c.state.Stop, c.state.Step = stop, 1
			c.put()
			m := notesOf(c, d, size[0], size[1])
			first := screen(t, m, size[0], size[1])
			tour, at := m.tour()
			x := m.told(tour, at)
			seen, more, beyond := "", true, 0
			for n := 0; n < 80 && beyond < 10; n++ { // to the end, and beyond it
				if more {
					now := screen(t, m, size[0], size[1])
					seen, more = seen+now, strings.Contains(now, "↓ more")
				} else {
					beyond++
				}
				m = press(m, 'v')
			}
			for _, text := range append(x.rests, x.note, x.ask, x.answer) {
				for _, word := range strings.Fields(text) {
					if !strings.Contains(seen, word) && !strings.Contains(word, "-") {
						t.Errorf("stop %d at %v: %q is nowhere", stop, size, word)
					}
				}
			}
			if strings.Contains(screen(t, m, size[0], size[1]), "↓ more") {
				t.Errorf("stop %d at %v: more at the end", stop, size)
			}
			up := press(m, '^')
			if strings.Contains(first, "↓ more") == (screen(t, up, size[0], size[1]) == screen(t, m, size[0], size[1])) {
				t.Errorf("stop %d at %v: ↑ does not scroll at once", stop, size)
			}
			c.state.Stop--
			c.put()
			if next, _ := m.Update(tick{}); next.(Model).top != 0 {
				t.Errorf("stop %d begins at row %d", c.state.Stop, next.(Model).top)
			}
		}
	}
}

func golden(t *testing.T, name string, size [2]int, got string) {
	t.Helper()
	goldentest.Check(t, "testdata/"+name+"_"+itoa(size[0])+"x"+itoa(size[1])+".txt", got)
}

func itoa(n int) string {
	return strings.TrimLeft(string([]byte{byte('0' + n/100), byte('0' + n/10%10), byte('0' + n%10)}), "0")
}

func TestKeysAsk(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	c := newClass(t, d)
	for keys, want := range map[string]string{
		" ": "next", "<": "back", "j": "forth", "k": "hide", "n": "stop 7", "p": "stop 5", "g": "stop 1", "G": "stop 12",
		"A": "all", "b": "black", ".": "black", "c": "clock", "9\r": "stop 9", "12\r": "stop 12",
	} {
		m := notesOf(c, d, 80, 24)
		for _, k := range keys {
			m = press(m, k)
		}
		if w := <-c.share.Words(); !strings.HasSuffix(w.String(), " "+want) {
			t.Errorf("%q asks for %q, not %q", keys, w, want)
		}
		c.put()
	}
	m := notesOf(c, d, 80, 24)
	for _, k := range "99\r" {
		m = press(m, k)
	}
	if s := screen(t, m, 80, 24); !strings.Contains(s, "numbered from 1 to 12") {
		t.Errorf("a stop that is none:\n%s", s)
	}
	if err := c.share.End(false); err != nil {
		t.Fatal(err)
	}
	c.share = nil
	if s := screen(t, press(m, ' '), 80, 24); !strings.Contains(s, "does not answer") {
		t.Errorf("a class's screen that is gone:\n%s", s)
	}
}

// What is not this dataset's is refused, and late starters are right at once.
func TestOtherDataset(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	c := newClass(t, d)
	c.state.Dataset = "0000000000000000"
	c.put()
	if s := screen(t, notesOf(c, d, 80, 24), 80, 24); !strings.Contains(s, "another dataset") || strings.Contains(s, "articles") {
		t.Errorf("another dataset:\n%s", s)
	}
	c.state.Dataset, c.state.Of = d.Digest(), 11
	c.put()
	if s := screen(t, notesOf(c, d, 80, 24), 80, 24); !strings.Contains(s, "no tour") {
		t.Errorf("another edition of the tour:\n%s", s)
	}
}

func TestNothingRuns(t *testing.T) {
	t.Parallel()
	m := notesOf(&class{dir: t.TempDir()}, embedded(t), 80, 24)
	if s := screen(t, press(m, ' '), 80, 24); !strings.Contains(s, "No tour is running") {
		t.Error(s)
	}
	for _, size := range [][2]int{{1, 1}, {0, 0}, {3, 2}, {12, 5}} {
		next, _ := m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		if size[0] > 0 {
			screen(t, next.(Model), size[0], size[1])
		}
	}
	if _, cmd := m.Update(tea.KeyPressMsg{Code: 'q', Text: "q"}); cmd == nil {
		t.Error("q does not end it")
	}
}
