package tour

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/tours"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// List is the tours of the dataset, to choose from.
type List struct {
	t      *Tours
	cursor int
}

// Info names the view.
func (l *List) Info() view.Info {
	return view.Info{ID: "tours", Key: "T", Title: "tours: take a class through one", Opens: "begin"}
}

// Counts is how many tours there are.
func (l *List) Counts() []string {
	return []string{english.Count(len(l.t.tours), "tour", "tours")}
}

// Enter reads the tours when it is first shown.
func (l *List) Enter(c *view.Context) { l.t.load(c) }

// Side is none.
func (l *List) Side() view.Pane { return nil }

// Selected is no event.
func (l *List) Selected(*view.Context) (events.Index, bool) { return 0, false }

// Open begins the tour at the cursor, or goes on with it.
func (l *List) Open(c *view.Context) tea.Cmd {
	if len(l.t.tours) == 0 {
		c.Say("There is no tour to begin.")
		return nil
	}
	return l.t.open(c, &l.t.tours[l.cursor])
}

// Actions are none of its own.
func (l *List) Actions() []view.Action { return nil }

// Move goes n tours on.
func (l *List) Move(_ *view.Context, n int) {
	l.cursor = max(min(l.cursor+n, len(l.t.tours)-1), 0)
}

// Scroll is Move.
func (l *List) Scroll(c *view.Context, n int) { l.Move(c, n) }

// End goes to the first tour or the last.
func (l *List) End(c *view.Context, direction int) { l.Move(c, direction*len(l.t.tours)) }

// tourRows is how many rows a tour takes in the list: two of text and a gap.
const tourRows = 3

// Click begins the tour that is clicked.
func (l *List) Click(c *view.Context, _, y int) tea.Cmd {
	from, to := view.Window(len(l.t.tours), max(c.Main.Dy()/tourRows, 1), l.cursor)
	if n := from + y/tourRows; n < to {
		l.cursor = n
		return l.Open(c)
	}
	return nil
}

// Draw draws the list.
func (l *List) Draw(c *view.Context, w, h int) []string {
	var rows []string
	if len(l.t.tours) == 0 {
		for _, text := range paint.Wrap("This dataset has no tours. docs/tours.md tells how to write one.", max(w-2, 1)) {
			rows = append(rows, c.Theme.Paint(theme.Muted, paint.Fit(" "+text, w)))
		}
	}
	from, to := view.Window(len(l.t.tours), max(h/tourRows, 1), l.cursor)
	for n := from; n < to; n++ {
		tour := &l.t.tours[n]
		base, soft, cursor := c.Theme.Look(theme.Strong), c.Theme.Look(theme.Muted), " "
		if n == l.cursor {
			base, soft, cursor = c.Theme.RowLook(theme.Strong), c.Theme.RowLook(theme.Muted), "▌"
		}
		rows = append(rows,
			c.Theme.Paint(theme.Amber, cursor)+base.Paint(paint.Fit(paint.Clean(tour.Title), max(w-1, 0))),
			" "+soft.Paint(paint.Fit("  "+l.about(tour), max(w-1, 0))),
			paint.Fit("", w))
	}
	return paint.Cropped(rows, 0, w, h)
}

// about is whom a tour is for, and how far the class is in it.
func (l *List) about(tour *tours.Tour) string {
	s := fmt.Sprintf("For %s · %s · %s", paint.Clean(tour.For), english.Count(len(tour.Stops), "stop", "stops"), minutes(tour.Minutes))
	if r := l.t.runs[tour.Name]; r != nil && r.desk.At.Stop > 0 {
		s += fmt.Sprintf(" · paused at %d of %d", r.desk.At.Stop, len(tour.Stops))
	}
	return s
}

func minutes(n float64) string {
	if n == 1 {
		return "1 minute"
	}
	return strconv.FormatFloat(n, 'g', -1, 64) + " minutes"
}
