package ui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events/eventstest"
	"timeline/internal/session"
	"timeline/internal/ui/view"
)

func title(m *Model) string {
	i, ok := m.c.Current()
	if !ok {
		return ""
	}
	return m.c.Data.Titles.At(int(i))
}

func send(m *Model, msg tea.Msg) *Model {
	next, cmd := m.Update(msg)
	return settledBy(next.(*Model), cmd)
}

func click(x, y int) tea.Msg { return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft} }

// rowOf is the first row of the frame that holds text.
func rowOf(t *testing.T, m *Model, text string) int {
	t.Helper()
	for y, row := range strings.Split(ansi.Strip(m.Frame()), "\n") {
		if strings.Contains(row, text) {
			return y
		}
	}
	t.Fatalf("%q is not on the screen", text)
	return 0
}

func TestMouse(t *testing.T) {
	t.Parallel()
	m := browser(120, 36)
	m = send(m, click(20, rowOf(t, m, "Fire in the harbour")))
	if title(m) != "Fire in the harbour" {
		t.Fatalf("a click selected %q", title(m))
	}
	m = send(m, click(20, rowOf(t, m, "▌")))
	if !(m.c.Over != nil) {
		t.Error("a click on the selected row does not open it")
	}
	m = typed(t, m, "\x1b")
	m = send(m, click(0, m.lay.ribbon.Min.Y))
	if title(m) != "The Valley League is founded" {
		t.Errorf("a click at the ribbon's beginning selected %q", title(m))
	}
	m = send(m, click(119, m.lay.ribbon.Min.Y))
	if title(m) != "Anna Berg writes her last letter" {
		t.Errorf("a click at the ribbon's end selected %q", title(m))
	}
	before := m.c.Pos
	m = send(m, tea.MouseWheelMsg{X: 5, Y: 20, Button: tea.MouseWheelUp})
	if m.c.Pos >= before {
		t.Error("the wheel does not scroll the list")
	}
	m = typed(t, m, "a")
	m = send(m, click(90, rowOf(t, m, "Anna Berg  ")))
	if got := m.c.Query.String(); got != "actor:anna-berg" {
		t.Errorf("a click in the picker set %q", got)
	}
	m = typed(t, m, "jj\r")
	m = typed(t, m, "\x1bgg\r")
	tabs := m.lay.side.Min
	if m = send(m, click(tabs.X+3, tabs.Y)); m.c.Source != 0 {
		t.Error("a click on the open source's tab turns to another source")
	}
	if m = send(m, click(tabs.X+3+len("[Ferro]"), tabs.Y)); m.c.Source != 1 {
		t.Error("a click on the second source's tab does not turn to it")
	}
	m = typed(t, m, "\x14")
	if v := m.View(); v.MouseMode != tea.MouseModeNone {
		t.Error("^T does not give the mouse back")
	}
}

func TestBackReturnsFilterAndEvent(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "jj")
	was := title(m)
	m = typed(t, m, "tfeb 1941\r")
	if title(m) != "Anna Berg writes her last letter" {
		t.Fatalf("t went to %q", title(m))
	}
	m = typed(t, m, "Ftype:policy\r\x0f")
	if !m.c.Query.Empty() {
		t.Error("^O leaves the filter on")
	}
	if m = typed(t, m, "\x0f"); title(m) != was {
		t.Errorf("^O went to %q, not to %q", title(m), was)
	}
}

func TestGoTo(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, title, says string }{
		{"2 April 1932", "Envoys meet at the High Pass", "Here: 2 April 1932"},
		{"1932-04-02", "Envoys meet at the High Pass", "Here"},
		{"spring 1932", "The salt toll is raised", "Here: April 1932"},
		{"1941-02-03-letter", "Anna Berg writes her last letter", ""},
		{"20 april 1932", "The salt toll is raised", "Within the interval"},
		{"15 May 1932", "The salt toll is raised", "earlier"},
		{"1940-12", "Anna Berg writes her last letter", "Nearest event, 4 weeks later"},
	} {
		m := typed(t, browser(120, 36), "t"+c.typed+"\r")
		if !strings.HasPrefix(title(m), c.title) || !strings.Contains(m.c.Notice.Text, c.says) {
			t.Errorf("%q went to %q and said %q; want %q, %q", c.typed, title(m), m.c.Notice.Text, c.title, c.says)
		}
	}
	m := typed(t, browser(120, 36), "tno date\r")
	if m.c.Prompt == nil || !m.asking.bad {
		t.Error("what is no date closes the prompt")
	}
	if m = typed(t, m, "\x1b\x1b"); m.c.Prompt != nil {
		t.Error("escape first empties the prompt, then closes it")
	}
}

func TestSearchEscapeRestores(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "jjj")
	was, row := title(m), rowOf(t, m, "▌")
	m = typed(t, m, "/league")
	if title(m) == was || len(m.c.Found.At) == 0 {
		t.Fatalf("search stays at %q with %d matches", title(m), len(m.c.Found.At))
	}
	if m = typed(t, m, "\x1b\x1b"); title(m) != was || rowOf(t, m, "▌") != row || len(m.c.Found.Words) != 0 {
		t.Errorf("escape leaves %q in row %d", title(m), rowOf(t, m, "▌"))
	}
	m = typed(t, m, "/market\rn")
	first := m.c.Pos
	if m = typed(t, m, "N"); m.c.Pos != first-1 {
		t.Errorf("n and N: %d, then %d", first, m.c.Pos)
	}
}

func TestMemoryComesBack(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "aberghi\r")
	m = typed(t, m, "jz\r")
	mem := m.Memory()
	again := browser(80, 24, func(c *Config) { c.Memory = mem })
	if got := again.Memory(); got != mem {
		t.Errorf("got %+v, want %+v", got, mem)
	}
	lost := browser(80, 24, func(c *Config) { c.Memory = session.Memory{Event: "gone", Query: "actor:nobody", Zoom: "?"} })
	if len(lost.c.Shown) != lost.c.Data.Len() || lost.c.Pos != 0 {
		t.Error("a memory that fits nothing does not start at the beginning")
	}
}

func TestBookmarkIsSaved(t *testing.T) {
	t.Parallel()
	saved := map[string]bool{}
	m := browser(120, 36, func(c *Config) {
		c.SaveBookmark = func(id string, on bool) error { saved[id] = on; return nil }
	})
	m = typed(t, m, "jjm")
	if !saved["1932-04-02-pass-meeting"] || !strings.Contains(ansi.Strip(m.Frame()), "♦") {
		t.Errorf("saved %v", saved)
	}
	m = typed(t, m, "gg'\r")
	if title(m) != "Envoys meet at the High Pass" {
		t.Errorf("the bookmark leads to %q", title(m))
	}
	if typed(t, m, "m"); saved["1932-04-02-pass-meeting"] {
		t.Error("the bookmark is not removed")
	}
	m = browser(120, 36, func(c *Config) { c.SaveBookmark = func(string, bool) error { return errors.New("disk full") } })
	if m = typed(t, m, "m"); !strings.Contains(m.c.Notice.Text, "disk full") || !m.c.Marked(m.c.Data.IDs.At(0)) {
		t.Errorf("a failed save says %q", m.c.Notice.Text)
	}
}

func TestCopySaysWhatBecameOfIt(t *testing.T) {
	t.Parallel()
	var local string
	m := browser(120, 36, func(c *Config) { c.Copy = func(s string) error { local = s; return nil } })
	m = typed(t, m, "jjyc")
	if !strings.HasPrefix(local, "ferro-1950 cited at") || !strings.HasPrefix(m.c.Notice.Text, "Copied the citation") {
		t.Errorf("copied %q and said %q", local, m.c.Notice.Text)
	}
	m = browser(120, 36, func(c *Config) { c.Copy = func(string) error { return errors.New("no display") } })
	if m = typed(t, m, "yi"); !strings.Contains(m.c.Notice.Text, "Y shows it") {
		t.Errorf("without a clipboard it says %q", m.c.Notice.Text)
	}
	if m = typed(t, m, "Y"); !strings.Contains(ansi.Strip(m.Frame()), "To copy by hand") {
		t.Error("Y does not show what was copied")
	}
}

// TestEscapeThenLetter: an escape followed at once by a letter reaches us as
// alt+letter and must mean both.
func TestEscapeThenLetter(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "\r")
	m = send(m, tea.KeyPressMsg{Code: 'j', Mod: tea.ModAlt})
	if (m.c.Over != nil) || m.c.Pos != 1 {
		t.Errorf("reader open: %v, place %d", (m.c.Over != nil), m.c.Pos)
	}
}

// TestQLeavesFromAnywhere: after escapes have closed what takes text, q leaves in
// a few steps from every screen.
func TestQLeavesFromAnywhere(t *testing.T) {
	t.Parallel()
	for _, s := range screens {
		m := typed(t, browser(80, 24), s.keys+"\x1b\x1b\x1b")
		left := false
		for range 4 {
			next, cmd := m.Update(keysOf("q")[0])
			m = next.(*Model)
			if cmd != nil {
				if _, left = cmd().(tea.QuitMsg); left {
					break
				}
			}
		}
		if !left {
			t.Errorf("after %q, q does not leave", s.keys)
		}
	}
}

// TestEndOfTheSideScrollsBack: the end of a text is its last line, so that the next
// key up moves it.
func TestEndOfTheSideScrollsBack(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"2\t", "jj\t", "jj\r"} {
		m := typed(t, browser(60, 10), keys+"G")
		end := m.Frame()
		if typed(t, m, "k").Frame() == end {
			t.Errorf("after %q and G, k does nothing", keys)
		}
	}
}

// TestNowhere proves that a search which finds nothing says what is merely similar: at
// once, or among many events when that is looked up, for which the key does not wait.
func TestNowhere(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "/last leter\rn")
	if !strings.Contains(m.c.Notice.Text, "Merely similar: “Anna Berg writes her last letter”.") {
		t.Errorf("n says %q", m.c.Notice.Text)
	}
	m = typed(t, New(Config{Config: session.Config{Data: eventstest.Generate(fewEvents+1, 1)}, Width: 120, Height: 36}), "/the mediatros negotiates\r")
	cmd := warnNowhere(m.c)
	if cmd == nil || !strings.HasSuffix(m.c.Notice.Text, "events shown.") {
		t.Fatalf("n says %q, and has more to say: %v", m.c.Notice.Text, cmd != nil)
	}
	then, ok := cmd().(view.Then)
	if !ok {
		t.Fatal("nothing follows")
	}
	if then(m.c); !strings.Contains(m.c.Notice.Text, "Merely similar: “") {
		t.Errorf("then it says %q", m.c.Notice.Text)
	}
}

// TestGoToBeforeTheAnswer proves that enter does not wait for a look-up either.
func TestGoToBeforeTheAnswer(t *testing.T) {
	t.Parallel()
	m := New(Config{Config: session.Config{Data: eventstest.Generate(fewEvents+1, 1)}, Width: 120, Height: 36})
	askGoto(m.c)
	cmd, closes := m.c.Prompt.Done(m.c, "mediators negotiate")
	if cmd == nil || !closes {
		t.Fatalf("enter waits: %v, %v", cmd != nil, closes)
	}
	if cmd().(view.Then)(m.c); !strings.Contains(m.c.Notice.Text, "est guess") {
		t.Errorf("then it says %q", m.c.Notice.Text)
	}
	cmd, _ = m.c.Prompt.Done(m.c, "zzzzzz qqqqqq")
	if cmd().(view.Then)(m.c); !m.c.Notice.Warn {
		t.Errorf("of nonsense it says %q", m.c.Notice.Text)
	}
}
