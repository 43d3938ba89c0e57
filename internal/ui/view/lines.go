package view

import (
	tea "charm.land/bubbletea/v2"

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

// Scroll is Move.
func (l *Lines) Scroll(c *Context, n int) { l.Move(c, n) }

// End goes to the first line or the last.
func (l *Lines) End(c *Context, direction int) { l.Move(c, direction*far) }

// far is farther than any text is long.
const far = 1 << 20

// Click takes the keyboard.
func (l *Lines) Click(c *Context, _, _ int) tea.Cmd {
	c.OnSide = true
	return nil
}

// Reset goes to the first line: the text is another.
func (l *Lines) Reset() { l.top = 0 }
