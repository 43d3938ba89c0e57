package paint

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/document"
	"timeline/internal/record"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

// Text builds the lines of a pane, W cells wide with a margin of one.
type Text struct {
	Theme *theme.Theme
	W     int
	Words []string // to highlight
	Lines []string // wrapped and dressed
}

// Blank adds an empty line, unless one is the last.
func (p *Text) Blank() {
	if n := len(p.Lines); n > 0 && strings.TrimSpace(p.Lines[n-1]) != "" {
		p.Lines = append(p.Lines, strings.Repeat(" ", p.W))
	}
}

// maxPaneLines bounds the lines of a pane.
const maxPaneLines = 2000

// Item adds text behind a bullet, its further lines indented.
func (p *Text) Item(text string, r theme.Role) { p.Behind("· ", theme.Faint, text, r) }

// Behind adds text in a role, wrapped, the first line behind a lead, the others indented.
func (p *Text) Behind(lead string, look theme.Role, text string, r theme.Role) {
	w := Width(lead)
	for _, line := range p.wrapped(text, w) {
		p.add(p.Theme.Paint(look, lead)+p.marked(line, r), w+Width(line))
		lead, look = strings.Repeat(" ", w), theme.Faint
	}
}

// Put adds text in a role, wrapped, each line behind the given indent.
func (p *Text) Put(indent, text string, r theme.Role) {
	for _, line := range p.wrapped(text, Width(indent)) {
		p.add(p.Theme.Paint(theme.Faint, indent)+p.marked(line, r), Width(indent)+Width(line))
	}
}

// Label adds "name: text" with the name muted on its first line.
func (p *Text) Label(name, text string, r theme.Role) {
	indent := ""
	for _, line := range p.wrapped(name+": "+text, 2) {
		dressed := p.marked(line, r)
		if rest, ok := strings.CutPrefix(line, name+":"); ok && indent == "" {
			dressed = p.Theme.Paint(theme.Muted, name+":") + p.marked(rest, r)
		}
		p.add(indent+dressed, len(indent)+Width(line))
		indent = "  "
	}
}

// marked is text in a role, with the words to highlight.
func (p *Text) marked(text string, r theme.Role) string {
	return Highlight(text, p.Words, p.Theme.Look(r), p.Theme.Look(theme.Match))
}

// wrapped is a text's lines, for behind an indent.
func (p *Text) wrapped(text string, indent int) []string {
	if len(p.Lines) > maxPaneLines {
		return nil
	}
	lines := Wrap(Clean(document.Unmark(Clipped(text, record.MaxTextBytes))), min(max(p.W-2-indent, 4), Measure))
	for k, line := range lines {
		lines[k] = strings.TrimRight(line, " ")
	}
	return lines
}

func (p *Text) add(dressed string, width int) {
	p.Lines = append(p.Lines, " "+dressed+strings.Repeat(" ", max(p.W-1-width, 0)))
}

// Blanks is h lines of w spaces.
func Blanks(w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		out[i] = strings.Repeat(" ", max(w, 0))
	}
	return out
}

// Canvas is a picture h rows high as lines of a pane w cells wide, behind its margin.
func Canvas(h int, draw func(c *canvas.Canvas, x, y int), w int, th *theme.Theme, signs theme.Signs) []string {
	c := canvas.New(w, h)
	draw(c, 1, 0)
	return c.Rows(th, signs)
}

// Scrolled is the h lines from top on, or the last ones, and at its foot how many there
// are below.
func Scrolled(th *theme.Theme, lines []string, top, w, h int) []string {
	top = min(top, max(len(lines)-h, 0))
	out := Cropped(lines, top, w, h)
	if below := len(lines) - top - h; below > 0 && h > 1 {
		more := fmt.Sprintf(" ↓ %d more ", below)
		out[h-1] = Fit(ansi.Truncate(out[h-1], max(w-Width(more), 0), ""), max(w-Width(more), 0)) + th.Paint(theme.Faint, Cut(more, w))
	}
	return out
}

// Cropped is the h lines from top on, filled up with blanks.
func Cropped(lines []string, top, w, h int) []string {
	out := Blanks(w, h)
	for y := range out {
		if top+y < len(lines) && top+y >= 0 {
			out[y] = lines[top+y]
		}
	}
	return out
}
