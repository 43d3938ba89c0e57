package ui

import (
	"fmt"
	"slices"
	"sort"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/query"
)

// filtered shows the events that q matches. The selected event stays selected if
// it passes; otherwise the nearest one that does.
func (m Model) filtered(q query.Query) Model {
	had, ok := m.selected()
	m.query = q
	m.shown = query.Compile(m.data, q).Run()
	m.density = events.NewDensity(m.data, m.shown, m.period.first, m.period.last)
	m.pos = 0
	m.found = m.found.cleared()
	if ok {
		m = m.selectNear(had)
	}
	return m.settled()
}

// selectNear selects the shown event that is i, or the first after it, or the last.
func (m Model) selectNear(i events.Index) Model {
	if len(m.shown) == 0 {
		return m
	}
	p, _ := slices.BinarySearch(m.shown, i)
	return m.movedTo(min(p, len(m.shown)-1))
}

// movedTo selects the event at pos and keeps the list still where it can.
func (m Model) movedTo(pos int) Model {
	if len(m.shown) == 0 {
		return m
	}
	pos = min(max(pos, 0), len(m.shown)-1)
	if pos == m.pos {
		return m.settled()
	}
	h := m.mainHeight()
	m.row += m.linesBetween(m.pos, pos)
	if far := abs(pos-m.pos) > h/3; far && (m.row < 0 || m.row >= h) {
		m.row = h / 3 // a leap: show what comes before and after the place
	}
	m.pos = pos
	m.detailTop = 0
	if m.reader.open {
		m = m.openReader()
	}
	return m.settled()
}

// linesBetween is how many lines the event at b stands below the one at a;
// far jumps count only as "off the screen".
func (m Model) linesBetween(a, b int) int {
	h := m.mainHeight()
	if b-a > h || a-b > h {
		return (b - a) * 2
	}
	n := 0
	for p := a + 1; p <= b; p++ {
		n += len(m.above(p)) + 1
	}
	for p := b + 1; p <= a; p++ {
		n -= len(m.above(p)) + 1
	}
	return n
}

// settled brings the selected row and the ribbon's window back into view.
func (m Model) settled() Model {
	h := m.mainHeight()
	if h > 0 && len(m.shown) > 0 {
		margin := min(2, (h-1)/3)
		m.row = m.clampRow(h, min(max(m.row, margin), h-1-margin))
	}
	return m.inWindow()
}

// moved moves the cursor of the list, or of the records view, by n.
func (m Model) moved(n int) Model {
	if m.view != viewTimeline {
		return m.recordMoved(n)
	}
	return m.movedTo(m.pos + n)
}

// opened reads the selected event, or lists the events of the selected record.
func (m Model) opened() Model {
	if m.view != viewTimeline {
		return m.recordOpened()
	}
	return m.openReader()
}

// scrolled moves the list by n rows and takes the selection along.
func (m Model) scrolled(n int) Model {
	if m.view != viewTimeline {
		return m.recordMoved(n)
	}
	target := m.pos
	for lines := 0; target+sign(n) >= 0 && target+sign(n) < len(m.shown); {
		step := 1
		if n > 0 {
			step += len(m.above(target + 1))
		} else {
			step += len(m.above(target))
		}
		if lines+step > abs(n) && target != m.pos {
			break
		}
		lines += step
		target += sign(n)
	}
	row := m.row
	m = m.movedTo(target)
	m.row = row
	return m.settled()
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

func abs(n int) int { return max(n, -n) }

// firstFrom is the place of the first event that is shown under day or later; len(shown) if there is none.
func (m Model) firstFrom(day edtf.Day) int {
	return sort.Search(len(m.shown), func(p int) bool { return m.data.Shown[m.shown[p]] >= day })
}

// unit is a step on the calendar.
type unit uint8

const (
	unitDay unit = iota
	unitMonth
	unitYear
)

// start is the first day of the unit that day lies in, n units on.
func (u unit) start(day edtf.Day, n int) edtf.Day {
	y, mo, _ := day.Civil()
	switch u {
	case unitYear:
		return edtf.NewDay(y+n, 1, 1)
	case unitMonth:
		return edtf.NewDay(y, mo+n, 1) // months beyond the year carry over
	}
	return day + edtf.Day(n)
}

// stepped goes to the next unit (n = 1) that has events, or the previous (-1).
func (m Model) stepped(u unit, n int) Model {
	if len(m.shown) == 0 {
		return m
	}
	day := m.data.Shown[m.shown[m.pos]]
	if day == edtf.DistantPast {
		return m.movedTo(m.pos + n)
	}
	if n > 0 {
		p := m.firstFrom(u.start(day, 1))
		if p == len(m.shown) {
			return m.movedTo(p - 1)
		}
		return m.movedTo(p)
	}
	p := m.firstFrom(u.start(day, 0)) // the first event of this unit
	if p < m.pos || p == 0 {
		return m.movedTo(p)
	}
	before := m.data.Shown[m.shown[p-1]]
	if before == edtf.DistantPast {
		return m.movedTo(p - 1)
	}
	return m.movedTo(m.firstFrom(u.start(before, 0)))
}

// zoomUnit is the unit that < and > step by.
func (m Model) zoomUnit() unit {
	return [...]unit{unitYear, unitMonth, unitDay}[m.zoom]
}

// remembered pushes the present place, so that ^O can return to it.
func (m Model) remembered() Model {
	i, ok := m.selected()
	if !ok {
		return m
	}
	const most = 100
	back := append(slices.Clone(m.back), whereabouts{i, m.query, m.zoom})
	m.back = back[max(len(back)-most, 0):]
	return m
}

// returned goes back to the place that was left last.
func (m Model) returned() Model {
	if len(m.back) == 0 {
		return m.says("There is nowhere to go back to.")
	}
	w := m.back[len(m.back)-1]
	m.back = m.back[:len(m.back)-1]
	if m.query.String() != w.query.String() {
		m = m.filtered(w.query)
	}
	m.zoom = w.zoom
	return m.selectNear(w.event)
}

// shows selects the event i; if the filters hide it, they are taken off, and
// the notice says so.
func (m Model) shows(i events.Index) Model {
	m = m.remembered()
	if _, ok := slices.BinarySearch(m.shown, i); !ok {
		m = m.filtered(query.Query{})
		m = m.says("The filters hid that event: they are off. ^O brings them back.")
	}
	return m.selectNear(i)
}

// says sets the notice; warns sets it as something that went wrong.
func (m Model) says(format string, args ...any) Model {
	m.notice = notice{text: fmt.Sprintf(format, args...)}
	return m
}

func (m Model) warns(format string, args ...any) Model {
	m.notice = notice{text: fmt.Sprintf(format, args...), warn: true}
	return m
}
