package view

import (
	"fmt"
	"image"

	"timeline/internal/calendar"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// Context is what a view or pane is given: the session, how things look, how much
// room there is, and the ways to speak to the reader. The root owns it.
type Context struct {
	*session.Session
	Theme  *theme.Theme
	Signs  theme.Signs     // what the terminal's font can draw
	Main   image.Rectangle // of the view's own pane
	Beside image.Rectangle // of the side pane, the reader and pickers; equal to Main where there is room for one
	Wide   bool            // both stand side by side
	Looks  int             // changes with size and theme

	Calendar *calendar.Calendar // of the dataset
	Time     calendar.View      // what of it the pictures of time show
	Tally    *calendar.Tally    // of the events that are shown; changes with Filters

	View   View // what fills the main area
	Over   Pane // the reader, or what else lies over the side pane; nil for nothing
	OnSide bool // the side pane has the keyboard
	Picker *Picker
	Prompt *Prompt
	Notice Notice
	Again  func(*Context) // what enter does as the very next key. Optional

	// Clipboard puts text on the local clipboard. Optional.
	Clipboard func(string) error
	// Home goes to the first view of the timeline, unless one is shown.
	Home func()
}

// Notice is the one-line answer to the last action.
type Notice struct {
	Text string
	Warn bool
}

// Said is the text of a notice in one line, behind a sign if something went wrong, and
// its role.
func (n Notice) Said() (text string, role theme.Role) {
	if n.Warn {
		return "! " + paint.Clean(n.Text), theme.Amber
	}
	return paint.Clean(n.Text), theme.Ink
}

// Say answers the last action in the bottom line.
func (c *Context) Say(format string, args ...any) {
	c.Notice = Notice{Text: fmt.Sprintf(format, args...)}
}

// Warn is Say for what went wrong.
func (c *Context) Warn(format string, args ...any) {
	c.Notice = Notice{fmt.Sprintf(format, args...), true}
}

// Turn goes to a view.
func (c *Context) Turn(v View) {
	if l, ok := c.View.(Leaver); ok && c.View != v {
		l.Leave(c)
	}
	c.View, c.Over, c.OnSide = v, nil, false
	c.Source = -1
	v.Enter(c)
}

// Pane is the pane that has the keyboard, and which it is.
func (c *Context) Pane() (Pane, Scope) {
	switch side := c.View.Side(); {
	case c.Over != nil:
		return c.Over, Reader
	case c.OnSide && side != nil:
		return side, Side
	}
	return c.View, Main
}

// Scroll moves what is seen of a pane by n rows.
func (c *Context) Scroll(p Pane, n int) {
	if s, ok := p.(Scroller); ok {
		s.Scroll(c, n)
		return
	}
	p.Move(c, n)
}

// Text builds the lines of a pane w cells wide.
func (c *Context) Text(w int) *paint.Text {
	return &paint.Text{Theme: c.Theme, W: w, Words: c.Found.Words}
}

// Selected is the event that the reader is at in the view that is shown.
func (c *Context) Selected() (events.Index, bool) { return c.View.Selected(c) }

// At is the session's event, or -1.
func (c *Context) At() events.Index {
	if i, ok := c.Current(); ok {
		return i
	}
	return -1
}

// Show goes to an event, and says so if the filters that hid it are off.
func (c *Context) Show(i events.Index) {
	c.Home()
	if c.Session.Show(i) {
		c.Say("%s", session.Unhidden+": ^O brings them back.")
	}
}

// FilterSaid filters, and says how many events are left.
func (c *Context) FilterSaid(q query.Query) {
	c.Filter(q)
	c.SayShown()
}

// SayShown says how many events the filters leave.
func (c *Context) SayShown() { c.Say("%s.", english.Count(len(c.Shown), "event", "events")) }
