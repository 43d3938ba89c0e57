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

// Text builds the lines of a pane, W cells wide with a margin of one. Lines are wrapped
// when they are added, and dressed when they are drawn.
type Text struct {
	Theme *theme.Theme
	W     int
	Words []string // to highlight
	lines []line
}

// line is a line of a Text. One that was painted before has no text.
type line struct {
	lead    string // what stands before the text, dressed; the margin is not in it
	text    string
	role    theme.Role
	pad     int // cells behind the text
	painted bool
}

// Len is how many lines there are.
func (p *Text) Len() int { return len(p.lines) }

// Blank adds an empty line, unless one is the last.
func (p *Text) Blank() {
	if n := len(p.lines); n > 0 && strings.TrimSpace(p.lines[n-1].lead+p.lines[n-1].text) != "" {
		p.lines = append(p.lines, line{pad: p.W - 1})
	}
}

// maxPaneLines bounds the lines of a pane.
const maxPaneLines = 2000

// Item adds text behind a bullet, its further lines indented.
func (p *Text) Item(text string, r theme.Role) { p.Led("· ", theme.Faint, text, r) }

// Led adds text behind a lead in a role of its own, its further lines indented.
func (p *Text) Led(lead string, as theme.Role, text string, r theme.Role) {
	from := len(p.lines)
	p.Put(strings.Repeat(" ", Width(lead)), text, r)
	if from < len(p.lines) {
		p.lines[from].lead = p.Theme.Paint(as, lead)
	}
}

// Put adds text in a role, wrapped, each line behind the given indent.
func (p *Text) Put(indent, text string, r theme.Role) {
	lead, cells := p.Theme.Paint(theme.Faint, indent), Width(indent)
	for _, text := range p.wrapped(text, cells) {
		p.lines = append(p.lines, line{lead: lead, text: text, role: r, pad: p.W - 1 - cells - Width(text)})
	}
}

// Label adds "name: text" with the name muted on its first line.
func (p *Text) Label(name, text string, r theme.Role) {
	lead := ""
	for _, text := range p.wrapped(name+": "+text, 2) {
		l := line{lead: lead, text: text, role: r, pad: p.W - 1 - len(lead) - Width(text)}
		if rest, ok := strings.CutPrefix(text, name+":"); ok && lead == "" {
			l.lead, l.text = p.Theme.Paint(theme.Muted, name+":"), rest
		}
		p.lines = append(p.lines, l)
		lead = "  "
	}
}

// Painted adds lines that are W cells wide and dressed already.
func (p *Text) Painted(lines []string) {
	for _, dressed := range lines {
		p.lines = append(p.lines, line{lead: dressed, painted: true})
	}
}

// wrapped is a text's lines, for behind an indent.
func (p *Text) wrapped(text string, indent int) []string {
	if len(p.lines) > maxPaneLines {
		return nil
	}
	lines := Wrap(Clean(document.Unmark(Clipped(text, record.MaxTextBytes))), min(max(p.W-2-indent, 4), Measure))
	for k, line := range lines {
		lines[k] = strings.TrimRight(line, " ")
	}
	return lines
}

// row is a line as it is drawn.
func (p *Text) row(k int) string {
	l := &p.lines[k]
	if l.painted {
		return l.lead
	}
	return " " + l.lead + Highlight(l.text, p.Words, p.Theme.Look(l.role), p.Theme.Look(theme.Match)) + Spaces(l.pad)
}

// Scrolled is the h lines from top on, as Scrolled of lines.
func (p *Text) Scrolled(top, h int) []string {
	return scrolled(p.Theme, len(p.lines), p.row, top, p.W, h)
}

// Blanks is h lines of w spaces.
func Blanks(w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		out[i] = Spaces(w)
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
	return scrolled(th, len(lines), func(k int) string { return lines[k] }, top, w, h)
}

func scrolled(th *theme.Theme, n int, line func(k int) string, top, w, h int) []string {
	top = min(top, max(n-h, 0))
	out := cropped(n, line, top, w, h)
	if below := n - top - h; below > 0 && h > 1 {
		more := fmt.Sprintf(" ↓ %d more ", below)
		out[h-1] = Fit(ansi.Truncate(out[h-1], max(w-Width(more), 0), ""), max(w-Width(more), 0)) + th.Paint(theme.Faint, Cut(more, w))
	}
	return out
}

// Cropped is the h lines from top on, filled up with blanks.
func Cropped(lines []string, top, w, h int) []string {
	return cropped(len(lines), func(k int) string { return lines[k] }, top, w, h)
}

func cropped(n int, line func(k int) string, top, w, h int) []string {
	out := Blanks(w, h)
	for y := range out {
		if k := top + y; k >= 0 && k < n {
			out[y] = line(k)
		}
	}
	return out
}
