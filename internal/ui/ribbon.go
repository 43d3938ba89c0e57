package ui

import (
	"math"
	"strconv"
	"strings"
	"time"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// The ribbon is the strip of time at the top: how many events fall into each
// cell's days, where the selected event lies, and, on the rule below it, which
// part of the whole period the ribbon shows when it is zoomed in.

// ribbon is what the strip shows.
type ribbon struct {
	period   span // the days that it spans when it shows everything
	density  *events.Density
	filters  int          // Session.Filters when density was counted
	zoom     session.Unit // Year: the whole period; Month: two years; Day: a day a cell
	width    int
	winFirst edtf.Day
}

func newRibbon(d *events.Dataset) ribbon { return ribbon{period: periodOf(d)} }

// periodOf is the dataset's period, or, where it says none, that of its events;
// open ends do not widen it.
func periodOf(d *events.Dataset) span {
	if !d.Meta.Period.IsZero() {
		return span{d.Meta.Period.Earliest(), d.Meta.Period.Latest()}
	}
	s := span{edtf.DistantFuture, edtf.DistantPast}
	for i := range d.First {
		if d.First[i] != edtf.DistantPast {
			s.first = min(s.first, d.First[i])
		}
		if d.Last[i] != edtf.DistantFuture {
			s.last = max(s.last, d.Last[i])
		}
	}
	if s.first > s.last {
		return span{edtf.NewDay(2000, 1, 1), edtf.NewDay(2000, 12, 31)}
	}
	return s
}

// follow counts anew when the filters changed, and zooms with the session.
func (r *ribbon) follow(c *view.Context, width int) {
	if r.filters != c.Filters {
		r.filters = c.Filters
		r.density = events.NewDensity(c.Data, c.Shown, r.period.first, r.period.last)
	}
	r.width = width
	if r.zoom != c.Zoom {
		r.rezoom(c)
	}
	r.inWindow(c)
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
func windowDays(z session.Unit, whole span, w int) int {
	switch z {
	case session.Month:
		return min(731, whole.days())
	case session.Day:
		return min(max(w, 1), whole.days())
	}
	return whole.days()
}

// window is the span of time on the ribbon.
func (r *ribbon) window() span {
	n := windowDays(r.zoom, r.period, r.width)
	first := min(max(r.winFirst, r.period.first), r.period.last-edtf.Day(n-1))
	return span{first, first + edtf.Day(n-1)}
}

// middle is the day by which the ribbon places the event at pos: the middle of
// its interval, kept within the period.
func (r *ribbon) middle(c *view.Context, pos int) edtf.Day {
	i := c.Shown[pos]
	a, b := max(c.Data.First[i], r.period.first), min(c.Data.Last[i], r.period.last)
	if a > b {
		return min(max(a, r.period.first), r.period.last)
	}
	return a + (b-a)/2
}

// rezoom changes the zoom and keeps the selected event in its column.
func (r *ribbon) rezoom(c *view.Context) {
	w := max(r.width, 1)
	day := r.period.first
	if len(c.Shown) > 0 {
		day = r.middle(c, c.Pos)
	}
	x := r.window().column(day, w)
	r.zoom = c.Zoom
	r.winFirst = day - edtf.Day(int64(x)*int64(windowDays(r.zoom, r.period, w))/int64(w))
}

// inWindow moves the window, if it must, so that the selected event is on it with
// some room on either side.
func (r *ribbon) inWindow(c *view.Context) {
	if len(c.Shown) == 0 || r.width == 0 {
		return
	}
	win := r.window()
	day := r.middle(c, c.Pos)
	room := edtf.Day(win.days() / 10)
	switch {
	case day < win.first+room:
		r.winFirst = day - room
	case day > win.last-room:
		r.winFirst = day - edtf.Day(win.days()-1) + room
	default:
		r.winFirst = win.first
	}
	r.winFirst = r.window().first
}

// levels are the eighths of a cell's height.
var levels = []rune(" ▁▂▃▄▅▆▇█")

// bars draws the number of events per cell, rows cells high.
func (r *ribbon) bars(c *view.Context, w, rows int) []string {
	win := r.window()
	heights := make([]float64, w)
	most := 0.0
	for x := range heights {
		at := win.cell(x, w)
		heights[x] = r.density.Between(at.first, at.last) / float64(at.days())
		most = max(most, heights[x])
	}
	out := make([]string, rows)
	for row := range rows {
		line := make([]rune, w)
		for x, h := range heights {
			eighths := 0
			if most > 0 && h > 1e-9 {
				eighths = max(int(math.Round(h/most*float64(8*rows))), 1)
			}
			line[x] = levels[min(max(eighths-8*(rows-1-row), 0), 8)]
		}
		out[row] = c.Theme.Paint(theme.Blue, string(line))
	}
	return out
}

// axis names the years, months or days along the ribbon.
func (r *ribbon) axis(c *view.Context, w int) string {
	win := r.window()
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
	case r.zoom == session.Year && win.days() > 40*366:
		step := niceYears(win.days() / 366 * 7 / max(w, 1))
		for y -= y % step; edtf.NewDay(y, 1, 1) <= win.last; y += step {
			if day := edtf.NewDay(y, 1, 1); day >= win.first {
				put(win.column(day, w), strconv.Itoa(y))
			}
		}
	case r.zoom == session.Year:
		for ; edtf.NewDay(y, 1, 1) <= win.last; y++ {
			if day := edtf.NewDay(y, 1, 1); day >= win.first {
				put(win.column(day, w), strconv.Itoa(y))
			}
		}
	case r.zoom == session.Month:
		every := monthsApart(w, win.days())
		for day := edtf.NewDay(y, mo, 1); day <= win.last; day = edtf.NewDay(y, mo, 1) {
			if day >= win.first && (mo-1)%every == 0 {
				label := time.Month(mo).String()[:3]
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
				label := strconv.Itoa(d) + " " + time.Month(mo).String()[:3]
				if free == 0 || d == 1 && mo == 1 {
					label += " " + strconv.Itoa(y)
				}
				put(win.column(day, w), label)
			}
		}
	}
	return c.Theme.Paint(theme.Muted, string(line))
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

// marker shows where the selected event lies: one mark for what falls into
// a cell, a bracket for a longer interval, dashed where the day within is not
// known, arrows where it runs out of the window.
func (r *ribbon) marker(c *view.Context, w int) string {
	line := []rune(strings.Repeat(" ", w))
	if len(c.Shown) > 0 {
		i := c.Shown[c.Pos]
		win := r.window()
		first, last := c.Data.First[i], c.Data.Last[i]
		a, b := win.column(first, w), win.column(last, w)
		if a == b {
			line[a] = '▲'
		} else {
			fill := '┄'
			if c.Data.Date(i).IsSpan() {
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
	return c.Theme.Paint(theme.Amber, string(line))
}

// rule draws the line under the ribbon. It is the whole period: the part
// that the ribbon shows is thick, unless it shows everything.
func (r *ribbon) rule(c *view.Context, l layout) string {
	w := l.width
	line := []rune(strings.Repeat("─", w))
	if r.zoom != session.Year {
		win := r.window()
		for x := r.period.column(win.first, w); x <= r.period.column(win.last, w); x++ {
			line[x] = '━'
		}
		if len(c.Shown) > 0 {
			line[r.period.column(r.middle(c, c.Pos), w)] = '┷'
		}
	}
	if l.wide && l.divider.Min.X < w {
		line[l.divider.Min.X] = '┬'
	}
	return c.Theme.Paint(theme.Rule, string(line))
}
