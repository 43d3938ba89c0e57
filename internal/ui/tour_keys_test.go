package ui

import (
	"io/fs"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/lesson"
	"timeline/internal/present"
	"timeline/internal/session"
	"timeline/internal/ui/tuitest"
)

// Stepping off leaves the tour where it is; its filters are the browser's alone.
func TestTourStepsOffAndBack(t *testing.T) {
	t.Parallel()
	m := typed(t, inTour(t, 120, 36, "aqim-in-mali"), "6\r   ")
	inside := plainFrame(m)
	typed(t, m, "\x1b")
	sees(t, m, "Tour paused at 6 of 12: F5 or T goes back to it.", "Northern Mali falls")
	if i, ok := m.c.Selected(); !ok || !strings.Contains(m.c.Data.Titles.At(int(i)), "Northern Mali falls") {
		t.Error("the browser does not stand on the event of the stop")
	}
	typed(t, m, "abel\r")
	filtered := m.c.Query.String()
	if filtered == "" {
		t.Fatal("no filter is on")
	}
	send(m, tea.KeyPressMsg{Code: tea.KeyF5})
	if plainFrame(m) != inside {
		t.Errorf("the tour is not where it was:\n%s", plainFrame(m))
	}
	typed(t, m, "\x1b")
	if m.c.Query.String() != filtered {
		t.Errorf("the tour has changed the filters to %q", m.c.Query.String())
	}
	typed(t, m, "TT")
	sees(t, m, "paused at 6 of 12")
	typed(t, m, "\r")
	if plainFrame(m) != inside {
		t.Error("the list does not lead back to the tour")
	}
}

// Its button comes back from wherever the class has stepped off to: from a half-typed
// search, a list, the excerpts, a picture, another event.
func TestTourComesBackFromAnywhere(t *testing.T) {
	t.Parallel()
	m := typed(t, inTour(t, 120, 36, "aqim-in-mali"), "6\r   ")
	inside := plainFrame(m)
	for _, away := range []string{"\x1b/droud", "\x1bF", "\x1ba", "\x1babel", "\x1b?", "\x1b:", "\x1b\r", "\x1b\r/", "\x1b7", "\x1b5", "\x1bjjj", "\x1bTT", "?", "\r", "\r/"} {
		typed(t, m, away)
		if plainFrame(m) == inside {
			t.Errorf("%q does not step off", away)
		}
		send(m, tea.KeyPressMsg{Code: tea.KeyF5})
		if plainFrame(m) != inside {
			t.Errorf("after %q F5 leads to\n%s", away, plainFrame(m))
		}
	}
}

// A remote sends these bytes.
func TestTourRemote(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		m := inTour(t, 80, 24, "aqim-in-mali", func(c *Config) { light := false; c.Dark = &light })
		term := tuitest.Start(t, m, 80, 24)
		const f5, esc, next, back = "\x1b[15~", "\x1b", "\x1b[6~", "\x1b[5~"
		term.Type(next)
		one := term.Text()
		term.Type(next)
		if !strings.Contains(one, "1 of 12") || term.Text() == one {
			t.Errorf("PgDn does not go on:\n%s", term.Text())
		}
		if term.Type(back); term.Text() != one {
			t.Errorf("PgUp does not go back:\n%s", term.Text())
		}
		if term.Type(esc); !strings.Contains(term.Text(), "Tour paused at 1 of 12") {
			t.Errorf("escape does not step off:\n%s", term.Text())
		}
		if term.Type(f5); term.Text() != one {
			t.Errorf("F5 does not come back:\n%s", term.Text())
		}
		for _, black := range []string{"b", "."} {
			if term.Type(black); strings.TrimSpace(term.Text()) != "" {
				t.Errorf("%s leaves the screen at\n%s", black, term.Text())
			}
			if term.Type(next); term.Text() != one {
				t.Errorf("a key does more than light the screen:\n%s", term.Text())
			}
		}
	})
}

// counting is a browser that counts how often it is woken.
type counting struct {
	*Model
	messages, frames *int
}

func (c counting) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	*c.messages++
	_, cmd := c.Model.Update(msg)
	return c, cmd
}

func (c counting) View() tea.View {
	*c.frames++
	return c.Model.View()
}

// A class's screen that nobody touches does nothing for a minute: no message, no frame, no
// byte.
func TestTourIdle(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		messages, frames := 0, 0
		term := tuitest.Start(t, counting{inTour(t, 80, 24, "aqim-in-mali"), &messages, &frames}, 80, 24)
		for _, keys := range []string{"", "6\r   ", "s", "b", "b\x1b", "T"} {
			term.Type(keys)
			m, f, bytes := messages, frames, term.Sent()
			time.Sleep(time.Minute)
			synctest.Wait()
			if messages != m || frames != f || term.Sent() != bytes {
				t.Errorf("after %q, in a minute: %d messages, %d frames, %d bytes", keys, messages-m, frames-f, term.Sent()-bytes)
			}
		}
		if messages == 0 || frames == 0 {
			t.Error("nothing is counted")
		}
	})
}

// What a key does in a tour a word does in --plain.
func TestTourKeysHaveTwins(t *testing.T) {
	t.Parallel()
	twins := map[string]string{
		"tour-on": "reveal", "tour-back": "back", "reveal-step": "forth", "hide-step": "hide", "next-stop": "next", "previous-stop": "previous",
		"stop-number": "stop 7", "first-stop": "first", "last-stop": "last", "reveal-all": "all", "tour-excerpts": "excerpts", "tour-note": "note",
		"tour-list": "tours", "tour-off": "leave",
		"tour-black": "", "tour-large": "", // about what is drawn
	}
	m := inTour(t, 80, 24, "aqim-in-mali")
	tried := 0
	for _, a := range m.c.View.Actions() {
		word, known := twins[a.ID]
		if !known {
			t.Errorf("the key for %q has no twin in sentences", a.ID)
		}
		if word == "" {
			continue
		}
		tried++
		guide := lesson.NewGuide(m.c.Data)
		guide.Do("tour aqim-in-mali")
		guide.Do("stop 6")
		if reply, _ := guide.Do(word); len(reply) == 0 || strings.Contains(reply[0], "There is no command") {
			t.Errorf("%s: %q is answered with %q", a.ID, word, reply)
		}
	}
	if tried < 10 {
		t.Errorf("only %d keys were tried", tried)
	}
}

// Black is painted, on light themes and dark, in any number of colours.
func TestTourBlack(t *testing.T) {
	t.Parallel()
	for _, look := range []struct {
		dark    bool
		profile colorprofile.Profile
		want    string
	}{
		{false, colorprofile.TrueColor, "\x1b[48;2;0;0;0m"}, {true, colorprofile.ANSI256, "\x1b[48;2;0;0;0m"},
		{false, colorprofile.ANSI, "\x1b[40m"}, {false, colorprofile.ASCII, "\x1b[7m"}, {true, colorprofile.ASCII, " "},
	} {
		m := inTour(t, 40, 12, "aqim-in-mali", func(c *Config) { c.Dark, c.Profile = &look.dark, look.profile })
		lit := m.Frame()
		typed(t, m, "b")
		for _, row := range strings.Split(m.Frame(), "\n") {
			if !strings.HasPrefix(row, look.want) || strings.TrimSpace(plainFrame(m)) != "" {
				t.Errorf("%v: %q", look, row)
			}
		}
		if typed(t, m, "?"); m.Frame() != lit {
			t.Errorf("%v: a key does more than light the screen", look)
		}
	}
}

// shared is the browser in a tour that is shared in a folder.
func shared(t *testing.T, dir string, change ...func(*Config)) *Model {
	t.Helper()
	return inTour(t, 80, 24, "aqim-in-mali", append([]func(*Config){func(c *Config) {
		c.Tours.Dir = func() (string, error) { return dir, nil }
		c.Tours.Now = func() time.Time { return time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC) }
	}}, change...)...)
}

// A presenter's screen sees where the class is and moves it; the next start offers to go
// on where it was left.
func TestTourIsSharedAndKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	m := shared(t, dir)
	state := func() present.Session {
		t.Helper()
		list := present.Sessions(dir)
		if len(list) != 1 {
			t.Fatalf("%v", list)
		}
		return list[0]
	}
	if s := state(); s.Stop != 0 || !s.Alive || s.Clock.Running() {
		t.Errorf("before the first stop: %+v", s)
	}
	typed(t, m, "6\r")
	if s := state(); s.Stop != 6 || s.Step != 1 || s.Of != 12 || !s.Clock.Running() {
		t.Errorf("at the sixth: %+v", s)
	}
	if s := state(); s.Page != 0 || s.Pages != 0 {
		t.Errorf("on one page: %+v", s)
	}
	typed(t, m, "6\rA ") // more than there is room for
	if s := state(); s.Page != 2 || s.Pages < 2 {
		t.Errorf("on its second page: %+v", s)
	}
	typed(t, m, "6\r")
	listen := m.first
	ask := func(what string, n int) {
		t.Helper()
		if err := state().Ask(what, n); err != nil {
			t.Skipf("there are no named pipes here: %v", err)
		}
		_, listen = m.Update(listen())
	}
	ask(present.Next, 0)
	if s := state(); s.Stop != 6 || s.Step != 2 {
		t.Errorf("the presenter’s screen moves to %+v", s)
	}
	sees(t, m, "Read three claims")
	ask(present.Stop, 9)
	ask(present.Back, 0)
	ask(present.Stop, 6)
	ask(present.Black, 0)
	if text := strings.TrimSpace(plainFrame(m)); text != "" || !state().Black {
		t.Errorf("black: %q", text)
	}
	ask(present.Black, 0)
	typed(t, m, "\x1b")
	ask(present.Next, 0) // the class is brought back, and sees what it saw
	if s := state(); s.Away || s.Stop != 6 || s.Step != 1 {
		t.Errorf("back in the tour: %+v", s)
	}
	ask(present.Time, 0)
	if s := state(); s.Clock.Running() {
		t.Errorf("the clock runs: %+v", s)
	}
	typed(t, m, "b")
	if s := state(); !s.Black {
		t.Errorf("black: %+v", s)
	}
	typed(t, m, "b\x1b")
	if s := state(); s.Black || !s.Away {
		t.Errorf("away: %+v", s)
	}
	typed(t, m, "T ")
	if err := m.Remember(); err != nil {
		t.Fatal(err)
	}
	if s := state(); s.Alive || s.Stop != 6 || s.Step != 2 {
		t.Errorf("after the end: %+v", s)
	}
	m = shared(t, dir)
	sees(t, m, "continue at 6 of 12", "12 stops")
	seesNot(t, m, "Who took the north?")
	typed(t, m, " ")
	sees(t, m, "6 of 12", "Read three claims")
	if err := m.Remember(); err != nil {
		t.Fatal(err)
	}
	m = typed(t, shared(t, dir), "g")
	sees(t, m, "1 of 12")
	if err := m.Remember(); err != nil {
		t.Fatal(err)
	}
	m = shared(t, dir, func(c *Config) { c.Tours.Fresh = true })
	sees(t, m, "space begins")
	typed(t, m, "GA ")
	sees(t, m, "This is the end of the tour.")
	if err := m.Remember(); err != nil {
		t.Fatal(err)
	}
	if list := present.Sessions(dir); len(list) != 0 {
		t.Errorf("a tour that is over left %+v", list)
	}
}

// That nobody can follow is said, and the tour goes on.
func TestTourWithoutAFolder(t *testing.T) {
	t.Parallel()
	m := inTour(t, 80, 24, "aqim-in-mali", func(c *Config) {
		c.Tours.Dir = func() (string, error) { return "", fs.ErrPermission }
	})
	sees(t, m, "! No presenter’s screen can follow: permission denied.")
	typed(t, m, " ")
	sees(t, m, "1 of 12", "How does it begin?")
}

// The browser's place is its own: a tour that was left in the reader opens no reader.
func TestTourKeepsTheBrowsersPlace(t *testing.T) {
	t.Parallel()
	var kept session.Memory
	m := inTour(t, 80, 24, "aqim-in-mali", func(c *Config) {
		c.Remember = func(mem session.Memory) error { kept = mem; return nil }
	})
	typed(t, m, "1\r \r")
	sees(t, m, "Guidère")
	if err := m.Remember(); err != nil || kept.Reading || kept.Query != "" {
		t.Errorf("%+v, %v", kept, err)
	}
}
