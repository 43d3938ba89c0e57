// Package ladder draws “When, by each source”: what every source says of an event's
// date, one below the other on one scale, and last how the editor reads it.
package ladder

import (
	"slices"
	"strings"
	"unicode/utf8"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/facts"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/ribbon"
	"timeline/internal/ui/theme"
)

// Picture is the ladder of an event.
type Picture struct {
	Data     *events.Dataset
	Calendar *calendar.Calendar
	Event    *events.Event
	Width    int // cells
}

const (
	labelCells = 12 // a letter and a name, and a gap after them
	leastCells = 12 // of the scale: where there is less, there is no ladder
	binCells   = 6  // the most that a bin gets
)

// Worth tells whether an event has a ladder: its sources give different dates.
func Worth(e *events.Event) bool { return facts.Differ(e) }

// rungs are the datings that have a date.
func (p Picture) rungs() []facts.Dating {
	return slices.DeleteFunc(facts.Datings(p.Data, p.Event), func(g facts.Dating) bool { return g.Date.IsZero() })
}

// Height is the number of rows: a heading, the axis, a row for each dating and one
// for the editor. It is 0 where the width has no room for a scale.
func (p Picture) Height() int {
	if !p.fits() {
		return 0
	}
	return len(p.rungs()) + 3
}

func (p Picture) fits() bool { return p.Width >= labelCells+leastCells }

// Draw draws the ladder on a canvas from column x and row y on.
func (p Picture) Draw(c *canvas.Canvas, x, y int) {
	if !p.fits() {
		return
	}
	rungs := p.rungs()
	s := p.scale(rungs)
	c.Text(x, y, "When, by each source", theme.Strong, p.Width)
	ribbon.Axis(c, x+labelCells, y+1, s)
	letters := events.SourceLetters(p.Data.Sources)
	for i, g := range rungs {
		row := y + 2 + i
		c.Set(x, row, letters[g.Source], theme.Green)
		c.Text(x+2, row, shortLabel(p.Data.Sources[g.Source].Label()), theme.Muted, labelCells-3)
		ribbon.Extent(c, x+labelCells, row, s, calendar.ExtentOf(g.Date), theme.Ink)
	}
	row := y + 2 + len(rungs)
	c.Text(x, row, "editor", theme.Amber, labelCells-1)
	ribbon.Extent(c, x+labelCells, row, s, calendar.ExtentOf(p.Event.Date), theme.Amber)
	ribbon.Rules(c, x+labelCells, y+2, len(rungs)+1, s)
}

// shortLabel is a source's label as a few cells allow it: whole, or its first word.
func shortLabel(label string) string {
	if utf8.RuneCountInString(label) <= labelCells-3 {
		return label
	}
	first, _, _ := strings.Cut(strings.TrimPrefix(label, "The "), " ")
	return first
}

// scale holds all ends of all dates, a little air, and whole units: the finest that
// the width allows. What lies outside the dataset's period is shown by arrows.
func (p Picture) scale(rungs []facts.Dating) calendar.Scale {
	dates := []edtf.Date{p.Event.Date}
	for _, g := range rungs {
		dates = append(dates, g.Date)
	}
	period := p.Calendar.Period
	hull := calendar.Span{First: period.Last, Last: period.First}
	for _, date := range dates {
		for _, day := range []edtf.Day{date.Earliest(), date.Latest()} {
			if day != edtf.DistantPast && day != edtf.DistantFuture {
				day = min(max(day, period.First), period.Last)
				hull.First, hull.Last = min(hull.First, day), max(hull.Last, day)
			}
		}
	}
	if hull.Empty() {
		hull = period
	}
	return calendar.Around(hull, p.Width-labelCells, binCells)
}
