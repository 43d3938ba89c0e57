package ribbon

import (
	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

// Picture is what a ribbon shows.
type Picture struct {
	Data     *events.Dataset
	Calendar *calendar.Calendar
	Tally    *calendar.Tally // of the events that are shown
	View     calendar.View
	Selected events.Index // -1 if there is none
	Width    int          // cells
	Bars     int          // rows of bars; one means bars and extent only: see [Bars]
}

// BarRows is how many rows of bars a screen of h rows has room for.
func BarRows(h int) int {
	switch {
	case h >= 30:
		return 3
	case h >= 16:
		return 2
	}
	return 1
}

// Height is the number of rows: axis, bars, extent and rule, or, with one row of
// bars, bars and extent.
func (p Picture) Height() int {
	if p.Bars <= 1 {
		return 2
	}
	return p.Bars + 3
}

// Scale is the scale that the ribbon is drawn by.
func (p Picture) Scale() calendar.Scale {
	return p.Calendar.Scale(p.View, p.Width, calendar.RibbonCells(p.Width))
}

// Draw draws the ribbon on a canvas from column x and row y on.
func (p Picture) Draw(c *canvas.Canvas, x, y int) {
	if p.Width < 1 {
		return
	}
	s := p.Scale()
	if p.Bars > 1 {
		Axis(c, x, y, s)
		y++
	}
	bars := max(p.Bars, 1)
	Bars(c, x, y, bars, s, p.Tally.Weights(s))
	Rules(c, x, y, bars-1, s)
	y += bars
	var selected calendar.Extent
	if p.Selected >= 0 {
		selected = p.Calendar.Extent(p.Selected)
	}
	p.drawExtent(c, x, y, s, selected)
	if p.Bars <= 1 {
		return
	}
	y++
	if p.View.Zoom == calendar.ZoomWhole {
		c.Fill(x, y, p.Width, '─', theme.Rule)
		return
	}
	whole := p.whole()
	Overview(c, x, y, p.Width, whole, p.Tally.Weights(whole), s.Span(), selected)
}

// whole is the scale of the overview.
func (p Picture) whole() calendar.Scale {
	return p.Calendar.Scale(calendar.View{}, p.Width, calendar.RibbonCells(p.Width))
}

// drawExtent draws the extent of the selected event, and its date in words beside
// it where there is room.
func (p Picture) drawExtent(c *canvas.Canvas, x, y int, s calendar.Scale, e calendar.Extent) {
	from, to, ok := Extent(c, x, y, s, e, theme.Amber)
	if !ok {
		return
	}
	words := p.Data.Date(p.Selected).English(edtf.Long)
	n := len([]rune(words))
	switch {
	case to+2+n <= p.Width:
		c.Text(x+to+2, y, words, theme.Muted, n)
	case from-1-n >= 0:
		c.Text(x+from-1-n, y, words, theme.Muted, n)
	}
}

// Hit is what lies under a cell of the ribbon.
type Hit struct {
	Bin      calendar.Bin // of the bars, or of the overview
	Weight   calendar.Weight
	Overview bool
}

// At is what lies at column x and row y of the ribbon, counted from its own corner;
// ok is false if there is nothing.
func (p Picture) At(x, y int) (h Hit, ok bool) {
	if x < 0 || x >= p.Width || y < 0 || y >= p.Height() {
		return Hit{}, false
	}
	s := p.Scale()
	if p.Bars > 1 && y == p.Height()-1 {
		if p.View.Zoom == calendar.ZoomWhole {
			return Hit{}, false
		}
		s, h.Overview = p.whole(), true
	}
	if x >= s.Width() {
		return Hit{}, false
	}
	i := s.BinAt(x)
	h.Bin = s.Bins[i]
	h.Weight = p.Tally.Weights(s)[i]
	return h, true
}

// Notice puts a bin into words: "November 2012: 3 certainly, 16 in doubt, and
// shares of others".
func (h Hit) Notice() string { return h.Bin.Name() + ": " + h.Weight.Words() }
