package quiz

import (
	"strings"

	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// Sizes, in cells.
const (
	roomyWidth = 60 // from here on there is a margin
	margin     = 3
	longest    = 76 // line of running text
	roomyRows  = 14 // from here on a rule stands below the header
)

// span is text in a role.
type span struct {
	text string
	role theme.Role
}

// page is rows on their way, each exactly w cells wide.
type page struct {
	th    *theme.Theme
	w     int
	rows  []string
	spots [][2]int // of each thing that can be chosen: its first row, and the row after its last
	told  int      // the first row of the answer, on a page that has one
}

// indent is how far text stands from the left edge.
func (p *page) indent() int {
	if p.w < roomyWidth {
		return min(1, p.w)
	}
	return margin
}

// text is how wide a line of running text is, with its lead.
func (p *page) text() int { return max(min(p.w-2*p.indent(), longest), 1) }

// blank adds an empty row, unless the page begins with it.
func (p *page) blank() {
	if len(p.rows) > 0 {
		p.rows = append(p.rows, paint.Fit("", p.w))
	}
}

// rule is a line across.
func rule(th *theme.Theme, w int) string { return th.Paint(theme.Rule, strings.Repeat("─", w)) }

// put adds a text behind a lead, wrapped: its further lines begin where the first did.
func (p *page) put(lead []span, text string, role theme.Role) {
	p.add(lead, text, role, false)
}

// choice is put for something that can be chosen.
func (p *page) choice(lead []span, text string, selected bool) {
	from := len(p.rows)
	p.add(lead, text, theme.Ink, selected)
	p.spots = append(p.spots, [2]int{from, len(p.rows)})
}

func (p *page) add(lead []span, text string, role theme.Role, selected bool) {
	width := 0
	for _, s := range lead {
		width += paint.Width(s.text)
	}
	for n, l := range paint.Wrap(paint.Clean(text), max(p.text()-width, 1)) {
		var b strings.Builder
		b.WriteString(p.edge(selected))
		for _, s := range lead {
			if n > 0 {
				s.text = strings.Repeat(" ", paint.Width(s.text))
			}
			b.WriteString(p.th.On(selected, s.role).Paint(s.text))
		}
		b.WriteString(p.th.On(selected, role).Paint(strings.TrimRight(l, " ")))
		p.rows = append(p.rows, paint.Fit(b.String(), p.w))
	}
}

// edge is what stands before a row: the cursor, for one that is selected.
func (p *page) edge(selected bool) string {
	n := p.indent()
	if !selected || n == 0 {
		return strings.Repeat(" ", n)
	}
	before := max(n-2, 0)
	return strings.Repeat(" ", before) + p.th.Paint(theme.Amber, "▌") + strings.Repeat(" ", n-before-1)
}

// header is the first row: what it is, and how far somebody is in it.
func header(th *theme.Theme, title, where string, w int) string {
	where = paint.Cut(where, w)
	left := max(w-paint.Width(where)-1, 0)
	return th.Paint(theme.Strong, paint.Fit(" "+paint.Cut(paint.Clean(title), max(left-2, 0)), left)) + th.Paint(theme.Muted, where) + strings.Repeat(" ", w-left-paint.Width(where))
}

// hint is a key and what it does.
type hint struct{ key, word string }

// footer is the last row: as many keys as there is room for, the last always.
func footer(th *theme.Theme, hints []hint, w int) string {
	width := func(h hint) int { return paint.Width(h.key+" "+h.word) + 2 }
	last := hints[len(hints)-1]
	room := w - 1 - width(last) + 2
	var b strings.Builder
	b.WriteString(" ")
	put := func(h hint) { b.WriteString(th.Paint(theme.Blue, h.key) + th.Paint(theme.Muted, " "+h.word)) }
	for _, h := range hints[:len(hints)-1] {
		if width(h) <= room {
			room -= width(h)
			put(h)
			b.WriteString("  ")
		}
	}
	put(last)
	return paint.Fit(b.String(), w)
}
