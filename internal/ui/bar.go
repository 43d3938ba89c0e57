package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// bar is a row of texts, some of which can be clicked: the header and the footer.
type bar []segment

// segment is a text in a bar.
type segment struct {
	text string
	role theme.Role
	do   func() tea.Cmd // what a click does; nil for nothing
}

// width is the cells that the bar takes.
func (b bar) width() int {
	w := 0
	for _, s := range b {
		w += paint.Width(s.text)
	}
	return w
}

// draw draws the bar, w cells wide.
func (b bar) draw(th *theme.Theme, w int) string {
	var out strings.Builder
	for _, s := range b {
		out.WriteString(th.Paint(s.role, s.text))
	}
	return paint.Fit(out.String(), w)
}

// click does what the segment at column x is for.
func (b bar) click(x int) tea.Cmd {
	for _, s := range b {
		if x -= paint.Width(s.text); x >= 0 {
			continue
		}
		if s.do == nil {
			return nil
		}
		return s.do()
	}
	return nil
}

// spread puts right at the end of a bar w cells wide; ok is false if both do not fit.
func (b bar) spread(right bar, w int) (whole bar, ok bool) {
	gap := w - b.width() - right.width()
	if gap < 0 {
		return nil, false
	}
	return slices.Concat(b, bar{{text: strings.Repeat(" ", gap)}}, right), true
}
