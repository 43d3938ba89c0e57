package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/view"
)

// wideView is a view of the whole width without the ribbon, with keys, steps back
// and a cursor of its own, as pictures are.
type wideView struct{ cursor, deep, clicked, scrolled int }

func (v *wideView) Info() view.Info {
	return view.Info{ID: "wide", Key: "9", Title: "a wide view", Opens: "look", Timeline: true}
}
func (v *wideView) Enter(*view.Context) { v.cursor = 0 }
func (v *wideView) Side() view.Pane     { return nil }
func (v *wideView) Selected(c *view.Context) (events.Index, bool) {
	return events.Index(v.cursor), true
}
func (v *wideView) Move(_ *view.Context, n int)             { v.cursor += n }
func (v *wideView) Scroll(_ *view.Context, n int)           { v.scrolled += n }
func (v *wideView) End(c *view.Context, direction int)      { v.Move(c, direction) }
func (v *wideView) Click(_ *view.Context, x, y int) tea.Cmd { v.clicked = 1000*y + x; return nil }
func (v *wideView) Open(c *view.Context) tea.Cmd {
	c.Show(events.Index(v.cursor))
	reader.Open(c)
	return nil
}
func (v *wideView) Back(*view.Context) bool { v.deep--; return v.deep >= 0 }
func (v *wideView) Draw(c *view.Context, w, h int) []string {
	out := paint.Blanks(w, h)
	out[0] = paint.Fit(fmt.Sprintf("wide %d×%d at %d", w, h, v.cursor), w)
	return out
}
func (v *wideView) Actions() []view.Action {
	return []view.Action{
		{ID: "deeper", Keys: view.Bind("a", "a"), Title: "go deeper", Group: "Read", Where: view.Main, Foot: view.Foot{Rank: 1, Word: "deeper"}, Do: view.Quiet(func(*view.Context) { v.deep++ })},
	}
}

// TestWideView: a view may take the whole screen, with keys that go before the
// general ones, and gives way to the reader and to pickers.
func TestWideView(t *testing.T) {
	t.Parallel()
	m := browser(120, 30)
	v := &wideView{}
	m.views = append(m.views, v)
	m.general = general(m)
	see := func(want string) {
		t.Helper()
		if text := ansi.Strip(m.Frame()); !strings.Contains(text, want) {
			t.Errorf("the screen lacks %q:\n%s", want, text)
		}
		checkFrame(t, m, 120, 30, want)
	}
	typed(t, m, "jj9")
	see("wide 120×28 at 0") // header and footer take a row each
	see("a deeper")
	typed(t, m, "jja")
	if v.cursor != 2 || v.deep != 1 || m.c.Picker != nil {
		t.Errorf("its own keys: %+v", v)
	}
	typed(t, m, "m")
	if !m.c.Marked(m.c.Data.IDs.At(2)) {
		t.Error("m is not about the view's event")
	}
	if typed(t, m, "]"); m.c.View != view.View(v) {
		t.Error("a step of the calendar leaves a view of the timeline")
	}
	send(m, click(7, 5))
	send(m, tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	if v.clicked != 4007 || v.scrolled != wheelRows {
		t.Errorf("mouse: %+v", v)
	}
	typed(t, m, "\r")
	see("[Ferro]")
	see("wide 58×28 at 2") // the reader takes the right half
	typed(t, m, "\x1b")
	see("wide 120×28")
	typed(t, m, "?deep")
	see("go deeper")
	see("wide 58×28")
	typed(t, m, "\x1b\x1b\x1b") // the text, the picker, its own step back
	if v.deep != 0 || m.c.View != view.View(v) {
		t.Errorf("escape does not ask the view: %+v", v)
	}
	if typed(t, m, "\x1b"); m.c.View != m.views[0] {
		t.Error("escape does not lead home")
	}
	typed(t, m, "9q")
	if m.c.View != m.views[0] {
		t.Error("q does not go back one step")
	}
}
