package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// Update takes in one message: the terminal's own facts, what goes on after a
// command, and input, which goes to the prompt or picker that is open, and
// otherwise to the table of actions.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.take(msg)
	m.settle()
	return m, tea.Batch(cmd, m.opened())
}

func (m *Model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		if m.cfg.Dark == nil {
			m.look(msg.IsDark(), m.c.Theme.Profile)
		}
	case tea.ColorProfileMsg:
		m.look(m.c.Theme.Dark, msg.Profile)
	case view.Then:
		cmd := msg(m.c)
		m.asking.answered(m.c)
		return cmd
	case tea.KeyPressMsg:
		return m.onKey(msg)
	case tea.PasteMsg:
		return m.onPaste(msg)
	case tea.MouseClickMsg:
		return m.onClick(msg.Mouse())
	case tea.MouseMotionMsg:
		m.onDrag(msg.Mouse())
	case tea.MouseReleaseMsg:
		m.strip.dragging = false
	case tea.MouseWheelMsg:
		m.onWheel(msg.Mouse())
	}
	return nil
}

// opened gets the picker and the prompt ready that an action has opened.
func (m *Model) opened() tea.Cmd {
	if m.picking.Picker != m.c.Picker {
		m.picking.open(m.c)
		m.settle() // a view of the whole width gives way to it
	}
	if m.asking.Prompt != m.c.Prompt {
		return m.asking.open(m.c, m.lay.width)
	}
	return nil
}

func (m *Model) look(dark bool, profile colorprofile.Profile) {
	m.c.Theme = theme.New(dark, profile)
	m.c.Looks++
}

func (m *Model) onKey(k tea.KeyPressMsg) tea.Cmd {
	if k.String() == "ctrl+c" {
		return tea.Quit
	}
	if k.Mod == tea.ModAlt && k.Code > 0x20 && k.Code < 0x7f {
		// An escape followed at once by a letter reads as alt+letter.
		_, first := m.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		_, then := m.Update(tea.KeyPressMsg{Code: k.Code, Text: string(k.Code)})
		return tea.Batch(first, then)
	}
	if tour, _ := m.tours.Running(); k.Code == tea.KeyF5 && tour != nil {
		m.dismiss() // a remote's one button comes back from wherever a class has stepped off to
	}
	m.c.Notice = view.Notice{}
	again := m.c.Again
	m.c.Again = nil
	switch {
	case again != nil && k.String() == "enter" && m.c.Prompt == nil && m.c.Picker == nil:
		again(m.c)
		return nil
	case m.c.Prompt != nil:
		return m.asking.key(m.c, k)
	case m.c.Picker != nil:
		return m.picking.key(m.c, k)
	}
	if v, ok := m.whole(); ok && m.c.Over == nil && v.Key(m.c, k) {
		return nil
	}
	if t, ok := m.typist(); ok && t.Typed(m.c, k) {
		return nil
	}
	if a, ok := m.actionFor(k); ok {
		return m.do(a)
	}
	return nil
}

// dismiss closes the prompt or the picker that is open, as escape does.
func (m *Model) dismiss() {
	escape := tea.KeyPressMsg{Code: tea.KeyEscape}
	for range 2 { // the first one may empty the line
		switch {
		case m.c.Prompt != nil:
			m.asking.key(m.c, escape)
		case m.c.Picker != nil:
			m.picking.key(m.c, escape)
		}
	}
}

// typist is the view that takes letters as text, if it has the keyboard.
func (m *Model) typist() (t view.Typist, ok bool) {
	if _, scope := m.c.Pane(); scope != view.Main {
		return nil, false
	}
	t, ok = m.c.View.(view.Typist)
	return t, ok
}

func (m *Model) onPaste(p tea.PasteMsg) tea.Cmd {
	switch {
	case m.c.Prompt != nil:
		return m.asking.typed(m.c, p)
	case m.c.Picker != nil:
		m.picking.typed(m.c, p)
	default:
		if t, ok := m.typist(); ok {
			pasteInto(m.c, t, p.Content)
		}
	}
	return nil
}

// mostPasted is how many characters of a pasted text narrow a list.
const mostPasted = 80

// pasteInto gives a pasted text to a view as if it were typed.
func pasteInto(c *view.Context, t view.Typist, text string) {
	letters := []rune(strings.Join(strings.Fields(text), " "))
	for _, r := range letters[:min(len(letters), mostPasted)] {
		t.Typed(c, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// stepBack undoes one step: closes the article, the reader, the pane's focus, the
// view, or the search's highlighting.
func (m *Model) stepBack() {
	c := m.c
	pane, scope := c.Pane()
	if b, ok := pane.(view.Backer); ok && b.Back(c) {
		return
	}
	switch {
	case scope == view.Reader:
		c.Over, c.OnSide, c.Source = nil, false, -1
	case scope == view.Side:
		c.OnSide = false
	case c.View != m.views[0]:
		c.Turn(m.views[0])
	case len(c.Found.Words) > 0:
		c.Forget()
	default:
		c.Say("Nothing to go back from; q quits.")
	}
}

func (m *Model) backOrQuit() tea.Cmd {
	if _, scope := m.c.Pane(); scope == view.Main && m.c.View == m.views[0] {
		return tea.Quit
	}
	m.stepBack()
	return nil
}

// otherPane gives the keyboard to the pane beside the view, if something is in it,
// or takes it back.
func (m *Model) otherPane() {
	filled := len(m.c.Shown) > 0 || !m.c.View.Info().Timeline
	m.c.OnSide = !m.c.OnSide && filled && m.c.View.Side() != nil
}

// page moves by a page, or by the given part of one.
func (m *Model) page(direction, part int) {
	pane, _ := m.c.Pane()
	m.c.Scroll(pane, max((m.lay.list.Dy()-2)/part, 1)*direction)
}

func (m *Model) toggleMouse() {
	m.mouse = !m.mouse
	if m.mouse {
		m.c.Say("The mouse scrolls and clicks; hold Shift to select text.")
		return
	}
	m.c.Say("The mouse is the terminal's again: it selects text.")
}
