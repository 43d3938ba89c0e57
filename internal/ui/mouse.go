package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
)

// wheelRows is how far one notch of the wheel scrolls.
const wheelRows = 3

func (m Model) onWheel(mouse tea.Mouse) Model {
	n := wheelRows
	switch mouse.Button {
	case tea.MouseWheelUp:
		n = -wheelRows
	case tea.MouseWheelDown:
	default:
		return m
	}
	at := image.Pt(mouse.X, mouse.Y)
	switch {
	case m.prompt.kind != promptNone:
		return m
	case m.picker.kind != pickNone:
		return m.pickerMoved(n)
	case at.In(m.lay.bars) || at.In(m.lay.axis) || at.In(m.lay.marker):
		return m.withList().stepped(m.zoomUnit(), sign(n))
	case at.In(m.lay.side) && (m.lay.wide || m.sideInUse()):
		return m.sideScrolled(n)
	}
	return m.scrolled(n)
}

// onClick selects a row, goes to a day on the ribbon, turns to a source, or
// chooses a row of a picker: the same rectangles that drew them find them.
func (m Model) onClick(mouse tea.Mouse) (tea.Model, tea.Cmd) {
	if mouse.Button != tea.MouseLeft || m.lay.tiny || m.prompt.kind != promptNone {
		return m, nil
	}
	m.notice = notice{}
	at := image.Pt(mouse.X, mouse.Y)
	side := at.In(m.lay.side) && (m.lay.wide || m.sideInUse())
	switch {
	case m.picker.kind != pickNone:
		if side {
			return m.clickPicker(at.Y - m.lay.side.Min.Y)
		}
		return m, nil
	case at.In(m.lay.bars) || at.In(m.lay.axis) || at.In(m.lay.marker):
		return m.clickRibbon(at.X), nil
	case at.In(m.lay.rule):
		return m.clickRule(at.X), nil
	case side && m.reader.open && at.Y == m.lay.side.Min.Y:
		if k, ok := m.tabAt(at.X - m.lay.side.Min.X); ok && k != m.reader.source {
			return m.toSource(k - m.reader.source), nil
		}
		return m, nil
	case side:
		m.focus = focusSide
		return m, nil
	case at.In(m.lay.list):
		return m.clickList(at.Y - m.lay.list.Min.Y), nil
	}
	return m, nil
}

func (m Model) clickRibbon(x int) Model {
	if len(m.shown) == 0 {
		return m
	}
	m = m.withList()
	c := m.window().cell(x, m.lay.width)
	d := m.nearest(c.first, c.last)
	return m.shows(d.event).says("%s.", english.Capital(d.said))
}

func (m Model) clickRule(x int) Model {
	if len(m.shown) == 0 {
		return m
	}
	m = m.withList()
	c := m.period.cell(x, m.lay.width)
	return m.shows(m.nearest(c.first, c.last).event)
}

func (m Model) clickList(y int) Model {
	if m.view != viewTimeline {
		return m.recordsClicked(y)
	}
	lines := m.listLines(m.mainHeight(), m.row)
	if y < 0 || y >= len(lines) || lines[y].kind != lineEvent {
		return m
	}
	m.focus = focusList
	if lines[y].pos == m.pos {
		return m.openReader()
	}
	return m.movedTo(lines[y].pos)
}

func (m Model) clickPicker(y int) (tea.Model, tea.Cmd) {
	h := m.lay.side.Dy()
	foot := 1
	if h < 8 {
		foot = 0
	}
	from, to := scrollWindow(len(m.picker.rows), max(h-2-foot, 0), m.picker.cur)
	row := from + y - 2
	if y < 2 || row >= to || m.picker.rows[row].heading {
		return m, nil
	}
	m.picker.cur = row
	return m.pickerEnter()
}
