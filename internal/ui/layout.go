package ui

import (
	"image"

	"timeline/internal/ui/ribbon"
	"timeline/internal/ui/view"
)

// Sizes below which the screen changes shape.
const (
	wideWidth   = 100 // from here on two panes stand side by side
	tinyWidth   = 24  // below, or below tinyHeight, one line says so
	tinyHeight  = 6
	shortHeight = 10 // below, the ribbon is its bars only
)

// layout is where everything stands, in cells from the top left. Rectangles that
// are not shown are empty. For a view that has a pane beside it, it follows from
// the terminal's size alone: opening and closing things moves nothing else.
type layout struct {
	width, height int
	tiny          bool
	whole         bool // the view takes all of it
	wide          bool
	header        image.Rectangle
	ribbon        image.Rectangle
	list          image.Rectangle // or whatever fills the main area in one pane
	side          image.Rectangle // detail, reader or picker; equal to list in one pane
	status        image.Rectangle
}

// listWidth is the cells of a view that has a pane beside it: three fifths, for
// titles in full, as long as the other pane keeps lines that read well.
func listWidth(w int) int { return min(w*3/5, 110) }

// ribbonRows is how many rows the ribbon takes of h.
func ribbonRows(h int) int {
	if h < shortHeight {
		return 1
	}
	return ribbon.Picture{Bars: ribbon.BarRows(h)}.Height()
}

// halfWidth is the cells that are left to a view of the whole width while something is
// beside it.
func halfWidth(w int) int { return min(max(w/2-2, 44), 78) }

// arrange lays out a terminal of w by h cells, with the ribbon shown or not, and
// with so many cells for the view where a pane stands beside it, 0 for none. It accepts
// any size.
//
//	header
//	ribbon ─────────┬──────
//	list            │ side
//	status
func arrange(w, h int, shown bool, list int) layout {
	l := layout{width: max(w, 0), height: max(h, 0)}
	if w < tinyWidth || h < tinyHeight {
		l.tiny = true
		return l
	}
	y := 0
	row := func(n int) image.Rectangle {
		r := image.Rect(0, y, w, y+n)
		y += n
		return r
	}
	l.header = row(1)
	if shown {
		l.ribbon = row(ribbonRows(h))
	}
	main := image.Rect(0, y, w, h-1)
	l.status = image.Rect(0, h-1, w, h)
	l.list, l.side = main, main
	if w >= wideWidth && list > 0 {
		l.wide = true
		l.list.Max.X, l.side.Min.X = list, list+1 // the divider is between them
	}
	return l
}

// whole is the view that takes the whole screen, if the one that is shown does.
func (m *Model) whole() (v view.Whole, ok bool) {
	v, ok = m.c.View.(view.Whole)
	return v, ok
}

// arrangeWhole lays out a view that takes the whole screen. What lies over it takes the
// main area alone.
func (m *Model) arrangeWhole() layout {
	if m.c.Over != nil || m.c.Picker != nil || m.c.Prompt != nil {
		lay := arrange(m.width, m.height, false, 0)
		lay.side = lay.list
		return lay
	}
	all := image.Rect(0, 0, max(m.width, 0), max(m.height, 0))
	return layout{width: all.Dx(), height: all.Dy(), whole: true, list: all, side: all}
}
