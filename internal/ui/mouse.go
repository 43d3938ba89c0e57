package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/ui/view"
)

// wheelRows is how far one notch of the wheel scrolls.
const wheelRows = 3

func (m *Model) onWheel(mouse tea.Mouse) {
	n, direction := wheelRows, 1
	switch mouse.Button {
	case tea.MouseWheelUp:
		n, direction = -wheelRows, -1
	case tea.MouseWheelDown:
	default:
		return
	}
	c, at := m.c, image.Pt(mouse.X, mouse.Y)
	switch {
	case c.Prompt != nil:
	case c.Picker != nil:
		m.picking.move(n)
	case m.onRibbon(at):
		c.Home()
		c.Step(c.Zoom, direction)
	default:
		m.paneAt(at).Scroll(c, n)
	}
}

func (m *Model) onRibbon(at image.Point) bool {
	return at.In(m.lay.bars) || at.In(m.lay.axis) || at.In(m.lay.marker)
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
	if _, whole := m.whole(); whole || mouse.Button != tea.MouseLeft || m.lay.tiny || c.Prompt != nil {
		return nil
	}
	c.Notice = view.Notice{}
	switch {
	case c.Picker != nil:
		if at.In(m.lay.side) {
			return m.picking.click(c, at.Y-m.lay.side.Min.Y)
		}
	case m.onRibbon(at):
		m.toCell(m.ribbon.window().cell(at.X, m.lay.width))
	case at.In(m.lay.rule):
		m.toCell(m.ribbon.period.cell(at.X, m.lay.width))
	case at.In(m.lay.list) || at.In(m.lay.side):
		pane, corner := m.paneAt(at), m.lay.side.Min
		if pane == m.c.View {
			corner = m.lay.list.Min
		}
		return pane.Click(c, at.X-corner.X, at.Y-corner.Y)
	}
	return nil
}

// toCell goes to the event nearest to the days of a cell.
func (m *Model) toCell(days span) {
	m.c.Home()
	if d, err := m.c.Nearest(days.first, days.last); err == nil {
		m.c.Show(d.Event)
		m.c.Say("%s.", english.Capital(arrival(d)))
	}
}
