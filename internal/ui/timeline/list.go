package timeline

import (
	"strconv"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

const (
	marksWidth = 6 // a space, bookmark, ≠, a space, how many sources, a space
	lead       = 2 // the cursor and a space
)

// gutterOf is the cells of the dates in a list w cells wide.
func gutterOf(w int) int {
	if w < 50 {
		return 8
	}
	return gutterWidth
}

// titleRoom is the cells of a title in a list w cells wide.
func titleRoom(w int) int { return max(w-titleAt(w)-marksWidth, 8) }

// titleAt is the column of the titles: behind cursor, date and sign.
func titleAt(w int) int { return lead + gutterOf(w) + 3 }

// drawRow draws a row of the list, w cells wide.
func (v *View) drawRow(c *view.Context, s spot, w int) string {
	switch {
	case s.part == nil:
		return paint.Spaces(w)
	case s.at < 0 || s.row().kind == headingRow:
		return c.Theme.Paint(theme.Strong, paint.Fit("  "+s.heading(), w))
	case s.row().kind == foldRow:
		return v.drawFold(c, s, w)
	}
	return v.drawEvent(c, s, w)
}

// cursor is the sign before a row; the pane with the keyboard has the full one.
func cursor(c *view.Context, selected bool) string {
	switch _, scope := c.Pane(); {
	case !selected:
		return " "
	case scope == view.Main && c.Picker == nil:
		return c.Theme.Paint(theme.Amber, "▌")
	}
	return c.Theme.Paint(theme.Rule, "▏")
}

// drawEvent draws a line of an event, unless it stands as it did.
func (v *View) drawEvent(c *view.Context, s spot, w int) string {
	r := &s.rows[s.at]
	found := events.ProseSpans(r.text, c.Found.Words)
	marked := c.Marked(c.Data.IDs.At(int(c.Shown[r.pos])))
	if r.pos == c.Pos || len(found) > 0 {
		return v.paintEvent(c, s, w, found, marked)
	}
	if now := (plain{c.Theme, marked, w, r.plain.drawn}); now != r.plain {
		now.drawn = v.paintEvent(c, s, w, nil, marked)
		r.plain = now
	}
	return r.plain.drawn
}

// paintEvent paints a line of an event: cursor, date, type, title, and at the end of
// its last line bookmark, disagreement, number of sources.
func (v *View) paintEvent(c *view.Context, s spot, w int, found [][2]int, marked bool) string {
	r := &s.rows[s.at]
	i := c.Shown[r.pos]
	selected := r.pos == c.Pos
	whole := selected && c.Theme.WholeRow()
	var b strings.Builder
	b.Grow(4 * w) // its cells, and what they look like
	b.WriteString(cursor(c, selected))
	if r.line == 0 {
		if r.date == "" {
			cells := gutterOf(w)
			r.date = paint.Fit(gutter(c.Data.Date(i), s.group, cells), cells)
		}
		kind := c.Data.Vocabulary()[c.Data.Types[i]].Sign
		b.WriteString(c.Theme.On(whole, theme.Muted).Paint(" " + r.date + " "))
		b.WriteString(c.Theme.On(whole, v.families(c).Of(c.Data.Types[i]).Role()).Paint(kind))
		b.WriteString(c.Theme.On(whole, theme.Muted).Paint(" "))
	} else {
		b.WriteString(c.Theme.On(whole, theme.Ink).Paint(paint.Spaces(titleAt(w) - 1)))
	}
	base := theme.Ink
	if selected || c.Data.Flags[i]&events.KeyEvent != 0 {
		base = theme.Strong
	}
	b.WriteString(paint.Spans(r.text, found, c.Theme.On(selected, base), c.Theme.Look(theme.Match)))
	b.WriteString(c.Theme.On(whole, theme.Muted).Paint(paint.Spaces(titleRoom(w) - paint.Width(r.text))))
	b.WriteString(v.marks(c, i, whole, r.last, marked))
	return paint.Fit(b.String(), w)
}

// marks are the signs at the end of an event's last line.
func (v *View) marks(c *view.Context, i events.Index, whole, last, marked bool) string {
	if !last {
		return c.Theme.On(whole, theme.Muted).Paint(paint.Spaces(marksWidth))
	}
	mark, differ := "  ", " "
	if marked {
		mark = c.Theme.On(whole, theme.Amber).Paint(" ♦")
	}
	if c.Data.Flags[i]&events.Disputed != 0 {
		differ = c.Theme.On(whole, theme.Red).Paint("≠")
	}
	count := " " + strconv.Itoa(min(len(c.Data.SourcesOf.At(int(i))), 9)) + " "
	if mark == "  " && differ == " " {
		return c.Theme.On(whole, theme.Muted).Paint(mark + differ + count)
	}
	if mark == "  " {
		mark = c.Theme.On(whole, theme.Muted).Paint(mark)
	}
	return mark + differ + c.Theme.On(whole, theme.Muted).Paint(count)
}

// drawFold draws the line that stands for what is folded away.
func (v *View) drawFold(c *view.Context, s spot, w int) string {
	r := s.row()
	selected := s.folded[c.Pos] && !r.open
	whole := selected && c.Theme.WholeRow()
	end := "▸"
	if r.open {
		end = "▾"
	}
	room := max(w-lead-1-4, 1)
	text := paint.Cut(paint.Clean(r.text), room)
	pad := strings.Repeat(" ", max(room-paint.Width(text), 0))
	return paint.Fit(cursor(c, selected)+c.Theme.On(whole, theme.Muted).Paint(" ┆ ")+c.Theme.On(selected, theme.Faint).Paint(text)+c.Theme.On(whole, theme.Muted).Paint(pad+" "+end+" "), w)
}

// drawEmpty says why nothing is listed and what to do about it.
func drawEmpty(c *view.Context, w, h int) []string {
	text := []string{"", "No events match.", ""}
	for _, t := range c.Query.Terms {
		text = append(text, "  "+t.Label(c.Data))
	}
	text = append(text, "", "x takes the last filter off, X all of them.")
	if n := c.Data.Len(); n > 0 && !c.Query.Empty() {
		text = append(text, "", english.Count(n, "event is", "events are")+" hidden by the filters.")
	}
	var out []string
	for _, line := range text {
		for _, part := range paint.Wrap(paint.Clean(line), max(w-2, 1)) {
			out = append(out, c.Theme.Paint(theme.Muted, paint.Fit(" "+part, w)))
		}
	}
	return paint.Cropped(out, 0, w, h)
}
