package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/ui/view"
)

// wheelRows is how far one notch of the wheel scrolls.
const wheelRows = 3

func (m *Model) onWheel(mouse tea.Mouse) {
	direction := map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[mouse.Button]
	if direction == 0 {
		return
	}
	c, at := m.c, image.Pt(mouse.X, mouse.Y)
	switch {
	case c.Prompt != nil:
	case c.Picker != nil:
		m.picking.move(direction * wheelRows)
	case at.In(m.lay.ribbon):
		m.wheelOnRibbon(direction)
	default:
		c.Scroll(m.paneAt(at), direction*wheelRows)
	}
}

// paneAt is the pane at a point: the view, unless another is drawn there.
func (m *Model) paneAt(at image.Point) view.Pane {
	switch {
	case !at.In(m.lay.side) || !m.lay.wide && !m.sideInUse():
	case m.c.Over != nil:
		return m.c.Over
	case m.c.View.Side() != nil && (m.lay.wide || m.c.OnSide):
		return m.c.View.Side()
	}
	return m.c.View
}

// onClick goes to a day on the ribbon, chooses a row of a picker, or is the pane's:
// the same rectangles that drew them find them.
func (m *Model) onClick(mouse tea.Mouse) tea.Cmd {
	c, at := m.c, image.Pt(mouse.X, mouse.Y)
	if _, whole := m.whole(); whole != m.lay.whole || mouse.Button != tea.MouseLeft || m.lay.tiny || c.Prompt != nil {
		return nil
	}
	c.Notice = view.Notice{}
	switch {
	case c.Picker != nil:
		if at.In(m.lay.side) {
			return m.picking.click(c, at.Y-m.lay.side.Min.Y)
		}
	case at.In(m.lay.header):
		header, _ := m.header(m.lay.width)
		return header.click(at.X)
	case at.In(m.lay.status):
		_, proven := m.header(m.lay.width)
		return m.footer(m.lay.width, proven).click(at.X)
	case at.In(m.lay.ribbon):
		m.clickOnRibbon(at)
	case at.In(m.lay.list) || at.In(m.lay.side):
		pane, corner := m.paneAt(at), m.lay.side.Min
		if pane == m.c.View {
			corner = m.lay.list.Min
		}
		return pane.Click(c, at.X-corner.X, at.Y-corner.Y)
	}
	return nil
}
