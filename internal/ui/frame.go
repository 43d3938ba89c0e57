package ui

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/printable"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// View draws the screen. It only reads the model, but for what is kept as it was drawn:
// every frame is a function of the state, and exactly as wide and high as the terminal.
func (m *Model) View() tea.View {
	v := tea.NewView(m.Frame())
	v.AltScreen = true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = printable.Title("timeline: " + m.titleText())
	v.Cursor = m.cursor()
	return v
}

func (m *Model) titleText() string {
	return cmp.Or(m.c.Data.Meta.Short, m.c.Data.Meta.Title)
}

// Frame is the screen as text: one line a row, each as wide as the terminal.
func (m *Model) Frame() string {
	l := m.lay
	if l.width == 0 || l.height == 0 {
		return ""
	}
	if l.tiny {
		return m.renderTiny()
	}
	rows := m.rows(l)
	for y, row := range rows {
		rows[y] = m.c.Signs.Line(row)
	}
	return strings.Join(rows, "\n")
}

// rows are those of a view that takes the whole screen, or of one with all that stands
// round it.
func (m *Model) rows(l layout) []string {
	if l.whole {
		return m.c.View.Draw(m.c, l.width, l.height)
	}
	rows := make([]string, 0, l.height)
	header, proven := m.header(l.width)
	rows = append(rows, header.draw(m.c.Theme, l.width))
	if l.ribbon.Dy() > 0 {
		rows = append(rows, m.renderRibbon()...)
	}
	rows = append(rows, m.renderMain()...)
	if m.asking.Prompt != nil {
		rows = append(rows, m.asking.draw(m.c.Theme, l.width))
	} else {
		rows = append(rows, m.footer(l.width, proven).draw(m.c.Theme, l.width))
	}
	m.spellOut(rows)
	return rows
}

// spellOut writes above the bottom line what the last action answered, or what is
// wrong with what is typed if that is too long for its place.
func (m *Model) spellOut(rows []string) {
	const most = 4
	w, last, notice := m.lay.width, len(rows)-2, m.c.Notice
	if m.asking.Prompt != nil {
		if notice.Text = ""; m.asking.bad && paint.Width(m.asking.hint) > w/3 {
			notice = view.Notice{Text: m.asking.hint, Warn: true}
		}
	}
	if notice.Text == "" {
		return
	}
	text, role := notice.Said()
	lines := paint.Wrap(text, max(w-2, 1))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = paint.Cut(lines[most-1], w-4) + " …"
	}
	for k, line := range lines {
		if y := last - len(lines) + 1 + k; y > 0 {
			rows[y] = m.c.Theme.Paint(role, paint.Fit(" "+line, w))
		}
	}
}

// renderMain draws the view and the side pane beside each other, or, where there is
// room for one, the one that is in use.
func (m *Model) renderMain() []string {
	l := m.lay
	h := l.list.Dy()
	if !l.wide {
		if m.sideInUse() {
			return m.renderSide(l.side.Dx(), h)
		}
		return m.c.View.Draw(m.c, l.list.Dx(), h)
	}
	left, right := m.c.View.Draw(m.c, l.list.Dx(), h), m.renderSide(l.side.Dx(), h)
	divider := m.c.Theme.Paint(theme.Rule, "│")
	if m.sideInUse() { // it has the keyboard
		divider = m.c.Theme.Paint(theme.BlueStrong, "┃")
	}
	rows := make([]string, h)
	for y := range rows {
		rows[y] = left[y] + divider + right[y]
	}
	return rows
}

// sideInUse tells whether the side pane takes the screen when there is one pane.
func (m *Model) sideInUse() bool {
	return m.picking.Picker != nil || m.c.Over != nil || m.c.OnSide
}

func (m *Model) renderSide(w, h int) []string {
	switch {
	case m.picking.Picker != nil:
		return m.picking.draw(m.c, w, h)
	case m.c.Over != nil:
		return m.c.Over.Draw(m.c, w, h)
	}
	return m.c.View.Side().Draw(m.c, w, h)
}

// renderTiny is the screen of a terminal that is too small for any other.
func (m *Model) renderTiny() string {
	rows := paint.Blanks(m.lay.width, m.lay.height)
	text := []string{"too small", fmt.Sprintf("%d×%d", m.lay.width, m.lay.height), "q quits"}
	if m.lay.width >= 20 {
		text[0] = "timeline needs 24×6"
	}
	for y := range rows {
		if y < len(text) {
			rows[y] = m.c.Theme.Paint(theme.Ink, paint.Fit(text[y], m.lay.width))
		}
	}
	return strings.Join(rows, "\n")
}

// cursor is where the terminal's own cursor stands while text is typed.
func (m *Model) cursor() *tea.Cursor {
	at := func(c *tea.Cursor, x, y int) *tea.Cursor {
		if c == nil || x+c.X >= m.lay.width {
			return nil
		}
		return tea.NewCursor(x+c.X, y)
	}
	switch {
	case m.lay.tiny:
		return nil
	case m.asking.Prompt != nil:
		return at(m.asking.input.Cursor(), 1+paint.Width(m.asking.Label), m.lay.status.Min.Y)
	case m.picking.Picker != nil && m.lay.side.Dy() > 1:
		return at(m.picking.input.Cursor(), m.lay.side.Min.X+3, m.lay.side.Min.Y+1)
	}
	return nil
}
