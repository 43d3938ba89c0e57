package timeline

import (
	"timeline/internal/document"
	"timeline/internal/ui/view"
)

// detail is the selected event in full.
func detail(c *view.Context, w int) []string {
	i, ok := c.Current()
	if !ok {
		return nil
	}
	p := c.Text(w)
	p.Document(document.Event(c.Data, i))
	return p.Lines
}
