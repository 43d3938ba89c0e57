package view

import (
	"cmp"
	"strings"

	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// Window is the part of n rows, h high, that keeps cur in sight.
func Window(n, h, cur int) (from, to int) {
	from = min(max(cur-h/2, 0), max(n-h, 0))
	return from, min(from+h, n)
}

// Draw draws the row w cells wide.
func (r Row) Draw(th *theme.Theme, selected bool, w int) string {
	if r.Heading {
		return th.Paint(theme.Muted, paint.Fit(" "+paint.Clean(r.Label), w))
	}
	role, off, cursor := theme.Ink, theme.Faint, " "
	if selected {
		role, off, cursor = theme.Strong, theme.Muted, th.Paint(theme.Amber, "▌")
		if r.Quiet {
			cursor = th.Paint(theme.Rule, "▏")
		}
	}
	if r.Off != "" {
		role = off
	}
	base, soft := th.On(selected, role), th.On(selected && th.WholeRow(), theme.Muted)
	r.Count = paint.Cut(r.Count, max(w-6, 0)/2) // a long date leaves room for what it is of
	room := w - 4 - paint.Width(r.Count) - 2
	label := paint.Cut(paint.Clean(r.Label), room)
	note := ""
	if left := room - paint.Width(label) - 2; r.Note != "" && left > 3 {
		note = paint.Cut(paint.Clean(r.Note), left)
	}
	var b strings.Builder
	b.WriteString(cursor)
	b.WriteString(th.Paint(theme.BlueStrong, string(cmp.Or(r.Mark, ' '))+" "))
	used := paint.Width(label)
	inLabel, inNote := r.Spans, [][2]int(nil)
	if r.InNote {
		inLabel, inNote = nil, r.Spans
	}
	b.WriteString(paint.Spans(label, inLabel, base, th.Look(theme.Match)))
	if note != "" {
		b.WriteString(soft.Paint("  "))
		b.WriteString(paint.Spans(note, inNote, soft, th.Look(theme.Match)))
		used += 2 + paint.Width(note)
	}
	b.WriteString(soft.Paint(strings.Repeat(" ", max(w-3-used-paint.Width(r.Count)-1, 0))))
	b.WriteString(soft.Paint(r.Count + " "))
	return b.String()
}
