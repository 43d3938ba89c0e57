package ui

import (
	"math"
	"strconv"
	"strings"

	"timeline/internal/edtf"
)

// The ribbon is the strip of time at the top: how many events fall into each
// cell's days, where the selected event lies, and, on the rule below it, which
// part of the whole period the ribbon shows when it is zoomed in.

// zoom is how much time the ribbon shows, and the unit that < and > step by.
type zoom uint8

const (
	zoomYears  zoom = iota // the whole period; steps of a year
	zoomMonths             // two years; steps of a month
	zoomDays               // a day a cell; steps of a day
	zoomCount
)

func (z zoom) String() string { return [...]string{"years", "months", "days"}[min(z, zoomDays)] }

// parseZoom is the zoom of that name, or zoomYears.
func parseZoom(name string) zoom {
	for z := zoomYears; z < zoomCount; z++ {
		if z.String() == name {
			return z
		}
	}
	return zoomYears
}

// span is a run of days, both ends inclusive.
type span struct{ first, last edtf.Day }

func (s span) days() int { return int(s.last) - int(s.first) + 1 }

// column is the cell, from zero to w-1, in which a day falls; days outside the
// span fall into the cells at its ends.
func (s span) column(d edtf.Day, w int) int {
	if d <= s.first {
		return 0
	}
	if d >= s.last {
		return w - 1
	}
	return int(int64(d-s.first) * int64(w) / int64(s.days()))
}

// cell is the run of days that column x of w stands for. Where there are fewer
// days than cells, several cells stand for the same day.
func (s span) cell(x, w int) span {
	n := int64(s.days())
	a := s.first + edtf.Day(int64(x)*n/int64(w))
	b := s.first + edtf.Day(int64(x+1)*n/int64(w)) - 1
	return span{a, max(a, b)}
}

// windowDays is how many days the ribbon shows at a zoom, w cells wide.
func windowDays(z zoom, whole span, w int) int {
	switch z {
	case zoomMonths:
		return min(731, whole.days())
	case zoomDays:
		return min(max(w, 1), whole.days())
	}
	return whole.days()
}

// window is the span of time on the ribbon.
func (m Model) window() span {
	n := windowDays(m.zoom, m.period, m.lay.width)
	first := min(max(m.winFirst, m.period.first), m.period.last-edtf.Day(n-1))
	return span{first, first + edtf.Day(n-1)}
}

// middle is the day by which the ribbon places the event at pos: the middle of
// its interval, kept within the period.
func (m Model) middle(pos int) edtf.Day {
	i := m.shown[pos]
	a, b := max(m.data.First[i], m.period.first), min(m.data.Last[i], m.period.last)
	if a > b {
		return min(max(a, m.period.first), m.period.last)
	}
	return a + (b-a)/2
}

// zoomed changes the zoom by step and keeps the selected event in its column.
func (m Model) zoomed(step int) Model {
	z := zoom(min(max(int(m.zoom)+step, 0), int(zoomCount)-1))
	if z == m.zoom {
		return m
	}
	w := max(m.lay.width, 1)
	day := m.period.first
	if len(m.shown) > 0 {
		day = m.middle(m.pos)
	}
	x := m.window().column(day, w)
	m.zoom = z
	m.winFirst = day - edtf.Day(int64(x)*int64(windowDays(z, m.period, w))/int64(w))
	return m.inWindow()
}

// inWindow moves the ribbon's window, if it must, so that the selected event is
// on it with some room on either side.
func (m Model) inWindow() Model {
	if len(m.shown) == 0 || m.lay.width == 0 {
		return m
	}
	win := m.window()
	day := m.middle(m.pos)
	room := edtf.Day(win.days() / 10)
	switch {
	case day < win.first+room:
		m.winFirst = day - room
	case day > win.last-room:
		m.winFirst = day - edtf.Day(win.days()-1) + room
	default:
		m.winFirst = win.first
	}
	m.winFirst = m.window().first
	return m
}

// levels are the eighths of a cell's height.
var levels = []rune(" ▁▂▃▄▅▆▇█")

// renderBars draws the number of events per cell, rows cells high.
func (m Model) renderBars(w, rows int) []string {
	win := m.window()
	heights := make([]float64, w)
	most := 0.0
	for x := range heights {
		c := win.cell(x, w)
		heights[x] = m.density.Between(c.first, c.last) / float64(c.days())
		most = max(most, heights[x])
	}
	out := make([]string, rows)
	for r := range rows {
		line := make([]rune, w)
		for x, h := range heights {
			eighths := 0
			if most > 0 && h > 1e-9 {
				eighths = max(int(math.Round(h/most*float64(8*rows))), 1)
			}
			line[x] = levels[min(max(eighths-8*(rows-1-r), 0), 8)]
		}
		out[r] = m.th.bar.paint(string(line))
	}
	return out
}

// renderAxis names the years, months or days along the ribbon.
func (m Model) renderAxis(w int) string {
	win := m.window()
	line := []rune(strings.Repeat(" ", w))
	free := 0
	put := func(x int, label string) {
		if x >= free && x+len(label) <= w {
			copy(line[x:], []rune(label))
			free = x + len(label) + 1
		}
	}
	y, mo, _ := win.first.Civil()
	switch {
	case m.zoom == zoomYears && win.days() > 40*366:
		step := niceYears(win.days() / 366 * 7 / max(w, 1))
		for y -= y % step; edtf.NewDay(y, 1, 1) <= win.last; y += step {
			if day := edtf.NewDay(y, 1, 1); day >= win.first {
				put(win.column(day, w), strconv.Itoa(y))
			}
		}
	case m.zoom == zoomYears:
		for ; edtf.NewDay(y, 1, 1) <= win.last; y++ {
			if day := edtf.NewDay(y, 1, 1); day >= win.first {
				put(win.column(day, w), strconv.Itoa(y))
			}
		}
	case m.zoom == zoomMonths:
		every := monthsApart(w, win.days())
		for day := edtf.NewDay(y, mo, 1); day <= win.last; day = edtf.NewDay(y, mo, 1) {
			if day >= win.first && (mo-1)%every == 0 {
				label := monthNames[mo-1][:3]
				switch {
				case mo == 1:
					label = strconv.Itoa(y) // like the other years of the ribbon, at its January
				case free == 0:
					label = strconv.Itoa(y) + " " + label
				}
				put(win.column(day, w), label)
			}
			if mo++; mo > 12 {
				y, mo = y+1, 1
			}
		}
	default:
		for day := win.first; day <= win.last; day++ {
			y, mo, d := day.Civil()
			if d == 1 || d%7 == 1 && d < 29 || free == 0 {
				label := strconv.Itoa(d) + " " + monthNames[mo-1][:3]
				if free == 0 || d == 1 && mo == 1 {
					label += " " + strconv.Itoa(y)
				}
				put(win.column(day, w), label)
			}
		}
	}
	return m.th.muted.paint(string(line))
}

// monthsApart is how many months lie between two that are named, on a ribbon
// of w cells for that many days, so that every name of the row has its room.
func monthsApart(w, days int) int {
	const room, january = 5, 31 // a year, which is the longest name, and a space; the days that it has
	for _, n := range []int{1, 2, 3, 4, 6} {
		if n*january*w >= room*days {
			return n
		}
	}
	return 12
}

// niceYears rounds a number of years up to 1, 2, 5, 10, 20 …
func niceYears(n int) int {
	for step := 1; ; step *= 10 {
		for _, k := range []int{1, 2, 5} {
			if step*k >= n {
				return step * k
			}
		}
	}
}

// renderMarker shows where the selected event lies: one mark for what falls into
// a cell, a bracket for a longer interval, dashed where the day within is not
// known, arrows where it runs out of the window.
func (m Model) renderMarker(w int) string {
	line := []rune(strings.Repeat(" ", w))
	if len(m.shown) > 0 {
		i := m.shown[m.pos]
		win := m.window()
		first, last := m.data.First[i], m.data.Last[i]
		a, b := win.column(first, w), win.column(last, w)
		if a == b {
			line[a] = '▲'
		} else {
			fill := '┄'
			if m.data.Date(i).IsSpan() {
				fill = '─'
			}
			for x := a + 1; x < b; x++ {
				line[x] = fill
			}
			line[a], line[b] = '├', '┤'
			if first < win.first {
				line[a] = '◂'
			}
			if last > win.last {
				line[b] = '▸'
			}
		}
	}
	return m.th.marker.paint(string(line))
}

// renderRule draws the line under the ribbon. It is the whole period: the part
// that the ribbon shows is thick, unless it shows everything.
func (m Model) renderRule(w int) string {
	line := []rune(strings.Repeat("─", w))
	if m.zoom != zoomYears {
		win := m.window()
		for x := m.period.column(win.first, w); x <= m.period.column(win.last, w); x++ {
			line[x] = '━'
		}
		if len(m.shown) > 0 {
			line[m.period.column(m.middle(m.pos), w)] = '┷'
		}
	}
	if m.lay.wide && m.lay.divider.Min.X < w {
		line[m.lay.divider.Min.X] = '┬'
	}
	return m.th.rule.paint(string(line))
}
