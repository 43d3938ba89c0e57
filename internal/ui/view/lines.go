package view

import (
	tea "charm.land/bubbletea/v2"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/ui/paint"
)

// Lines is a pane beside a view: lines that scroll.
type Lines struct {
	Of  func(c *Context, w int) *paint.Text // what is in it, w cells wide
	top int
}

// Actions are none of its own.
func (l *Lines) Actions() []Action { return nil }

// Draw returns the lines from the top on.
func (l *Lines) Draw(c *Context, w, h int) []string {
	return l.Of(c, w).Scrolled(l.top, h)
}

// Move scrolls by n lines, as far as there are any.
func (l *Lines) Move(c *Context, n int) {
	most := max(l.Of(c, c.Beside.Dx()).Len()-c.Beside.Dy(), 0)
	l.top = min(max(l.top+n, 0), most)
}

// End goes to the first line or the last.
func (l *Lines) End(c *Context, direction int) { l.Move(c, direction*far) }

// far is farther than any text is long.
const far = 1 << 20

// Click takes the keyboard.
func (l *Lines) Click(c *Context, _, _ int) tea.Cmd {
	c.OnSide = true
	return nil
}

// Excerpts lays over the view what a document says of each event. Words that were
// searched for are not marked: they are the browser's.
func (c *Context) Excerpts(of func(*events.Dataset, events.Index) document.Document, list ...events.Index) {
	c.Over = &Lines{Of: func(c *Context, w int) *paint.Text {
		p := c.Text(w)
		p.Words = nil
		for _, i := range list {
			p.Blank()
			p.Document(of(c.Data, i))
		}
		return p
	}}
}

// Reset goes to the first line: the text is another.
func (l *Lines) Reset() { l.top = 0 }
