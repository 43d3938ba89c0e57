// Package ribbon draws a strip of time: the names of its bins, a bar for how many
// events fall into each, where the selected event lies, and the whole period when
// only a part is in sight. Its parts serve the other pictures of time too.
//
// Nothing is drawn finer than it is known: solid bars and ▲ are for what lies wholly
// inside a bin, ━ for days on which something certainly was going on, and every bin
// that an event can lie in is marked.
package ribbon

import (
	"timeline/internal/calendar"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

// Axis names the bins of a scale in row y, from column x on.
func Axis(c *canvas.Canvas, x, y int, s calendar.Scale) {
	for _, l := range s.Labels() {
		role := theme.Faint
		if l.Strong {
			role = theme.Muted
		}
		c.Text(x+l.X, y, l.Text, role, len(l.Text))
	}
}

// Rules draws thin lines where years begin (months, if bins are days) through the
// cells that are empty in the rows from y to y+h-1.
func Rules(c *canvas.Canvas, x, y, h int, s calendar.Scale) {
	for _, at := range s.Rules() {
		for row := y; row < y+h; row++ {
			if cell := c.At(x+at, row); cell.Rune == ' ' && !cell.Row {
				c.Set(x+at, row, '┊', theme.Rule)
			}
		}
	}
}

// eighths are the heights of a bar within a cell.
var eighths = []rune(" ▁▂▃▄▅▆▇█")

// Bars draws a bar for each bin in the rows from y on, from below: solid for the
// events that lie wholly inside it, ▒ for those that do so about or in doubt, ░ for
// the shares of those that reach over more bins, · where anything is possible.
func Bars(c *canvas.Canvas, x, y, rows int, s calendar.Scale, ws []calendar.Weight) {
	var most int64
	for _, w := range ws {
		most = max(most, w.Spread)
	}
	if most == 0 {
		return
	}
	full := int64(8 * rows)
	high := func(n int64) int64 { return (n*full + most/2) / most }
	for i, b := range s.Bins {
		w := ws[i]
		sure, near, all := high(int64(w.Sure)*calendar.Unit), high(int64(w.Sure+w.Near)*calendar.Unit), high(w.Spread)
		if w.Sure > 0 {
			sure = max(sure, 1)
		}
		for r := range rows {
			base := int64(8 * r)
			sign, role := ' ', theme.Blue
			switch {
			case sure > base:
				sign = eighths[min(sure-base, 8)]
			case near >= base+4 || r == 0 && w.Near > 0:
				sign = '▒'
			case all >= base+4:
				sign, role = '░', theme.Shade
			case r == 0 && w.Spread > 0:
				sign, role = '·', theme.Shade
			default:
				continue
			}
			c.Fill(x+b.X, y+rows-1-r, max(b.Width-1, 1), sign, role) // a gap between bars, where there is room for one
		}
	}
}

// Extent draws in row y where something of a date can lie, and returns the cells
// that it takes: ▲ in a single bin, △ if it is about or uncertain, ├┄┤ somewhere
// within, ━ where it certainly was going on, ◂ and ▸ where it runs on. ok is false
// if there is no date, or none of its days is on the scale; then
// arrows say which way it lies.
func Extent(c *canvas.Canvas, x, y int, s calendar.Scale, e calendar.Extent, role theme.Role) (from, to int, ok bool) {
	outer, span := e.Outer(), s.Span()
	if !e.Known() || s.Width() == 0 {
		return 0, 0, false
	}
	if !e.Touches(span) {
		if outer.Last > span.Last {
			c.Set(x+s.Width()-1, y, '▸', role)
		}
		if outer.First < span.First { // with a gap it can lie on both sides
			c.Set(x, y, '◂', role)
		}
		return 0, 0, false
	}
	from, to, _ = s.Cells(outer)
	if _, within := s.Within(outer); within {
		sign := '▲'
		if e.Loose {
			sign = '△'
		}
		c.Set(x+from, y, sign, role)
		return from, from, true
	}
	for _, p := range e.Pieces {
		if a, b, in := s.Cells(p); in {
			c.Fill(x+a, y, b-a+1, '┄', role)
		}
	}
	if a, b, in := s.InnerCells(e.Core); in && e.Lasting {
		c.Fill(x+a, y, b-a+1, '━', role)
	}
	left, right := '├', '┤'
	if outer.First < span.First {
		left = '◂'
	}
	if outer.Last > span.Last {
		right = '▸'
	}
	if from == to { // a single cell, of several bins' worth or run into from outside
		if left == '◂' {
			right = left
		}
		c.Set(x+from, y, right, role)
		return from, to, true
	}
	end(c, x+from, y, left, role)
	end(c, x+to, y, right, role)
	return from, to, true
}

// end draws an end of an extent. An arrow stands only where the extent itself
// reaches: a set with a gap at the edge has none there.
func end(c *canvas.Canvas, x, y int, sign rune, role theme.Role) {
	if r := c.At(x, y).Rune; r == '┄' || r == '━' {
		c.Set(x, y, sign, role)
	}
}

// Overview draws the whole period in row y: how its events are spread, brackets
// round the window that is in sight, ▴ at the selected event.
func Overview(c *canvas.Canvas, x, y, width int, whole calendar.Scale, ws []calendar.Weight, window calendar.Span, selected calendar.Extent) {
	var most int64
	for _, w := range ws {
		most = max(most, w.Spread)
	}
	c.Fill(x, y, width, '─', theme.Rule)
	a, b, _ := whole.Cells(window)
	for i, bin := range whole.Bins {
		if ws[i].Spread*16 <= most {
			continue
		}
		c.Fill(x+bin.X, y, bin.Width, eighths[min((ws[i].Spread*7+most-1)/most, 7)], theme.Rule)
	}
	for at := a; at <= b; at++ {
		c.Set(x+at, y, c.At(x+at, y).Rune, theme.Blue)
	}
	if a > 0 || b < whole.Width()-1 {
		c.Set(x+a, y, '[', theme.Amber)
		c.Set(x+b, y, ']', theme.Amber)
	}
	if from, to, in := whole.Cells(selected.Outer()); in {
		if m := (from + to) / 2; m != a && m != b {
			c.Set(x+m, y, '▴', theme.Amber)
		}
	}
}
