// Package timeline is the first view: the events that pass the filters, under
// headings of years and months, and beside them the selected event in full.
package timeline

import (
	tea "charm.land/bubbletea/v2"

	"timeline/internal/events"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/view"
)

// View lists the events. Its cursor is the session's event.
type View struct {
	side *view.Lines

	row     int // the line of the list on which the event at the place at stands
	at      int
	filters int // Session.Filters when that was so; 0 before the first time

	searching bool // words were being typed, and began
	from      struct{ row, at int }
}

// New returns the view.
func New() *View { return &View{side: &view.Lines{Of: detail}} }

// Info names the view.
func (v *View) Info() view.Info {
	return view.Info{ID: "timeline", Key: "1", Title: "the timeline", Opens: "read", Timeline: true, Ribbon: true}
}

// Enter shows the selected event a third down the list, or where it was.
func (v *View) Enter(c *view.Context) {
	if v.filters == 0 {
		v.filters, v.at, v.row = c.Filters, c.Pos, c.Main.Dy()/3
	}
	v.side.Reset()
}

// Side is the selected event in full.
func (v *View) Side() view.Pane { return v.side }

// Selected is the session's event.
func (v *View) Selected(c *view.Context) (events.Index, bool) { return c.Current() }

// Open reads the selected event.
func (v *View) Open(c *view.Context) tea.Cmd {
	reader.Open(c)
	return nil
}

// Actions are none of its own: the general ones are about the list.
func (v *View) Actions() []view.Action { return nil }

// Follow keeps the list still where it can, and the selected row in sight with
// some lines around it. While words are searched for, it reckons from where that
// began, so that giving up changes nothing.
func (v *View) Follow(c *view.Context) {
	h := c.Main.Dy()
	if v.filters != c.Filters {
		v.filters, v.at = c.Filters, 0
		v.from.at = min(v.from.at, max(len(c.Shown)-1, 0))
	}
	moved := c.Pos != v.at
	if moved {
		v.side.Reset()
	}
	if v.searching {
		v.at, v.row = v.from.at, v.from.row
	}
	if c.Pos != v.at {
		v.row += linesBetween(c, v.at, c.Pos)
		if far := max(v.at-c.Pos, c.Pos-v.at) > h/3; far && (v.row < 0 || v.row >= h) {
			v.row = h / 3 // a leap: show what comes before and after the place
		}
		v.at = c.Pos
	}
	if h > 0 && len(c.Shown) > 0 {
		margin := min(2, (h-1)/3)
		v.row = clampRow(c, h, min(max(v.row, margin), h-1-margin))
	}
	if v.searching = c.Searching(); !v.searching {
		v.from.at, v.from.row = v.at, v.row
	}
}

// linesBetween is how many lines the event at b stands below the one at a; far
// jumps count only as "off the screen".
func linesBetween(c *view.Context, a, b int) int {
	h := c.Main.Dy()
	if b-a > h || a-b > h {
		return (b - a) * 2
	}
	n := 0
	for p := a + 1; p <= b; p++ {
		n += len(above(c, p)) + 1
	}
	for p := b + 1; p <= a; p++ {
		n -= len(above(c, p)) + 1
	}
	return n
}

// Move goes n events on.
func (v *View) Move(c *view.Context, n int) { c.MoveTo(c.Pos + n) }

// End goes to the first event or the last.
func (v *View) End(c *view.Context, direction int) { c.MoveTo(direction * len(c.Shown)) }

// Scroll moves the list by n rows and takes the selection along.
func (v *View) Scroll(c *view.Context, n int) {
	step, most := 1, n
	if n < 0 {
		step, most = -1, -n
	}
	target := c.Pos
	for lines := 0; target+step >= 0 && target+step < len(c.Shown); {
		lines += 1 + len(above(c, max(target, target+step)))
		if lines > most && target != c.Pos {
			break
		}
		target += step
	}
	if target != c.Pos {
		v.side.Reset()
	}
	c.MoveTo(target)
	v.at = c.Pos // in the same row
}

// Click selects a row; on the selected one it opens it.
func (v *View) Click(c *view.Context, _, y int) tea.Cmd {
	lines := rows(c, c.Main.Dy(), v.row)
	if y >= len(lines) || lines[y].kind != lineEvent {
		return nil
	}
	c.OnSide = false
	if lines[y].pos == c.Pos {
		return v.Open(c)
	}
	c.MoveTo(lines[y].pos)
	return nil
}

// Draw draws the list into w by h cells.
func (v *View) Draw(c *view.Context, w, h int) []string {
	if len(c.Shown) == 0 {
		return drawEmpty(c, w, h)
	}
	out := make([]string, h)
	for y, l := range rows(c, h, v.row) {
		out[y] = drawLine(c, l, w)
	}
	return out
}
