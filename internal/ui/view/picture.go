package view

import (
	tea "charm.land/bubbletea/v2"

	"timeline/internal/calendar"
	"timeline/internal/session"
	"timeline/internal/ui/canvas"
)

// A Picture is a view that draws: the header says what it shows, the help explains
// its signs, and y copies it as text.
type Picture interface {
	View
	// Title says what is drawn just now: "actors by first appearance".
	Title(c *Context) string
	// Legend is the signs that it draws, each with what it means.
	Legend(c *Context) [][2]string
	// Plain is the picture as text.
	Plain(c *Context) string
}

// Drawing is what views that draw have in common: they take the whole width, and are
// drawn on a canvas.
type Drawing struct {
	Bare
	On func(c *Context, w, h int) *canvas.Canvas // the picture, w by h cells
}

// Draw draws the picture into w by h cells.
func (d Drawing) Draw(c *Context, w, h int) []string { return c.Rows(d.On(c, w, h)) }

// Plain is the picture as text.
func (d Drawing) Plain(c *Context) string { return d.On(c, c.Main.Dx(), c.Main.Dy()).Plain(c.Signs) }

// A Preparer has something to work out before it can be drawn. Prepare is called when
// the reader turns to the view; the command works beside the screen.
type Preparer interface{ Prepare(c *Context) tea.Cmd }

// Go turns to a view and has it prepared.
func (c *Context) Go(v View) tea.Cmd {
	c.Turn(v)
	if p, ok := v.(Preparer); ok {
		return p.Prepare(c)
	}
	return nil
}

// Rows paints a canvas as the terminal can show it.
func (c *Context) Rows(p *canvas.Canvas) []string { return p.Rows(c.Theme, c.Signs) }

// shows is what a picture of time shows at each zoom.
var shows = [...]string{"the whole period", "months", "days"}

// ZoomIn makes an action's function that shows less time (1) or more (-1), and says so of
// a picture: "The ribbon shows". That follows: see Hold.
func ZoomIn(picture string, step int) func(*Context) tea.Cmd {
	return Quiet(func(c *Context) {
		if !c.ZoomBy(step) {
			c.Say("%s %s already.", picture, shows[c.Zoom])
			return
		}
		c.Say("%s %s; < and > step by %s.", picture, shows[c.Zoom], c.Zoom.Word())
	})
}

// Hold keeps days in sight of a picture w cells wide, at the session's zoom.
func (c *Context) Hold(w int, days calendar.Span) {
	if zoom := calendar.Zoom(c.Zoom); zoom != c.Time.Zoom {
		c.Time = c.Calendar.Zoomed(calendar.View{Zoom: c.Time.Zoom}, int(zoom)-int(c.Time.Zoom), w, days)
	}
	c.Time = c.Calendar.Holding(c.Time, w, days)
}

// Fit shows the days of the session's event as large as they fit into w cells, and
// returns what is shown then.
func (c *Context) Fit(w int) string {
	i, _ := c.Current()
	c.Time = c.Calendar.Fitting(w, c.Calendar.Outer(i))
	c.Zoom = session.Unit(c.Time.Zoom)
	return shows[c.Zoom]
}
