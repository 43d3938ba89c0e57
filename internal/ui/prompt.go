package ui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// asking is the prompt that is open, with what has been typed.
type asking struct {
	*view.Prompt // nil for none
	input        textinput.Model
	hint         string // live answer to what is typed
	bad          bool   // the hint is an error
}

// open begins with what the context asks for, or with nothing.
func (a *asking) open(c *view.Context, width int) tea.Cmd {
	*a = asking{Prompt: c.Prompt}
	if a.Prompt == nil {
		return nil
	}
	a.input = newInput(max(width-24, 8))
	a.input.SetValue(paint.Clean(a.Text))
	a.input.CursorEnd()
	return a.changed(c)
}

// newInput is a text field w cells wide whose cursor is the terminal's own:
// nothing blinks on our clock, and screen readers and input methods find it.
func newInput(w int) textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.SetWidth(w)
	in.SetVirtualCursor(false)
	in.CharLimit = 400
	in.Focus()
	return in
}

// typedInto gives a key or a paste to a text field. What must not be sent to a
// terminal becomes visible in it; letters and marks that are typed apart, one.
func typedInto(in textinput.Model, msg tea.Msg) textinput.Model {
	in, _ = in.Update(msg)
	typed := in.Value()
	if clean := paint.Clean(typed); clean != typed {
		after := len([]rune(typed)) - in.Position()
		in.SetValue(clean)
		in.SetCursor(len([]rune(in.Value())) - after)
	}
	return in
}

func (a *asking) key(c *view.Context, k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "esc":
		if a.input.Value() != "" && !a.Whole {
			a.input.SetValue("")
			return a.changed(c)
		}
		c.Prompt = nil
		if a.Cancel != nil {
			a.Cancel(c)
		}
		return nil
	case "tab":
		if a.Tab != nil && a.Tab(c, a.input.Value()) {
			c.Prompt = nil
		}
		return nil
	case "enter":
		cmd, closes := a.Done(c, a.input.Value())
		if closes {
			c.Prompt = nil
		}
		return cmd
	}
	return a.typed(c, k)
}

// typed gives a key or a paste to the text.
func (a *asking) typed(c *view.Context, msg tea.Msg) tea.Cmd {
	before := a.input.Value()
	a.input = typedInto(a.input, msg)
	if a.input.Value() == before {
		return nil
	}
	return a.changed(c)
}

// changed answers each change of the text at once.
func (a *asking) changed(c *view.Context) (cmd tea.Cmd) {
	if a.Changed != nil {
		cmd = a.Changed(c, a.input.Value())
	}
	a.answered(c)
	return cmd
}

// answered takes the answer to what is typed.
func (a *asking) answered(c *view.Context) {
	if a.Prompt != nil {
		a.hint, a.bad = a.Hint(c, a.input.Value())
		a.hint = paint.Clean(a.hint)
	}
}

// draw draws the prompt, w cells wide.
func (a *asking) draw(th *theme.Theme, w int) string {
	label, hint, role := " "+a.Label, a.hint, th.Look(theme.Muted)
	if a.bad {
		role = th.Look(theme.Amber)
		if paint.Width(hint) > w/3 {
			hint = "" // it is spelled out above
		}
	}
	text := a.input.Value()
	room := max(min(paint.Width(text)+2, w-paint.Width(label)-12), 12)
	if in := a.input; paint.Width(text) > room-2 { // the field scrolls
		in.SetWidth(max(room-1, 1))
		text = in.View()
	} else { // so it would draw it too, only slower
		text = in.Styles().Focused.Prompt.Render(in.Prompt) + text
	}
	rest := max(w-paint.Width(label)-room, 0)
	return paint.Fit(th.Paint(theme.Blue, label)+paint.Fit(text, room)+role.Paint(paint.Cut(" "+hint, rest)), w)
}
