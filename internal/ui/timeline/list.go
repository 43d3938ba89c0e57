package timeline

import (
	"strconv"
	"strings"
	"time"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// Nothing is laid out but the rows on the screen: lines are found by
// walking up and down from the selected event, so a key costs the same among a
// hundred events and among a million.

// lineKind tells the lines of the list apart.
type lineKind uint8

const (
	lineBlank lineKind = iota
	lineYear
	lineMonth
	lineEvent
)

// listLine is one line of the list; pos is the event's place among those shown.
type listLine struct {
	kind lineKind
	pos  int
}

// lookBack bounds the search for the month of a previous event.
const lookBack = 64

// yearMonth is the year and the month under which an event stands; month is zero for
// one that stands under no month.
func yearMonth(c *view.Context, pos int) (year, month int) {
	year, month, _ = c.Data.Heading(c.Shown[pos])
	return year, month
}

// headings tells which headings stand above the event at pos.
func headings(c *view.Context, pos int) (year, month bool) {
	y, mo := yearMonth(c, pos)
	if pos == 0 {
		return true, mo != 0
	}
	before, _ := yearMonth(c, pos-1)
	if before != y {
		return true, mo != 0
	}
	if mo == 0 {
		return false, false
	}
	for p := pos - 1; p >= 0 && p >= pos-lookBack; p-- {
		py, pm := yearMonth(c, p)
		if py != y {
			return false, true
		}
		if pm != 0 {
			return false, pm != mo
		}
	}
	return false, true
}

// above returns the lines of the headings over pos, top first.
func above(c *view.Context, pos int) []listLine {
	year, month := headings(c, pos)
	var lines []listLine
	if year {
		lines = append(lines, listLine{lineYear, pos})
	}
	if month {
		lines = append(lines, listLine{lineMonth, pos})
	}
	return lines
}

// rows returns exactly h lines with the selected event on line row (from
// zero), or as near to it as the ends of the list allow.
func rows(c *view.Context, h, row int) []listLine {
	lines := make([]listLine, h)
	if len(c.Shown) == 0 || h == 0 {
		return lines
	}
	row = clampRow(c, h, row)
	lines[row] = listLine{lineEvent, c.Pos}
	y := row
	for p := c.Pos; y > 0; p-- { // upwards: the headings over p, then p-1 itself
		over := above(c, p)
		for k := len(over) - 1; k >= 0 && y > 0; k-- {
			y--
			lines[y] = over[k]
		}
		if p == 0 {
			break
		}
		if y > 0 {
			y--
			lines[y] = listLine{lineEvent, p - 1}
		}
	}
	y = row + 1
	for p := c.Pos + 1; y < h && p < len(c.Shown); p++ {
		for _, over := range above(c, p) {
			if y < h {
				lines[y] = over
				y++
			}
		}
		if y < h {
			lines[y] = listLine{lineEvent, p}
			y++
		}
	}
	return lines
}

// clampRow moves row so that the list neither leaves a gap above its first
// event nor, when it is long enough to fill the screen, below its last.
func clampRow(c *view.Context, h, row int) int {
	row = min(max(row, 0), h-1)
	up := 0 // lines there are above the selected event, as far as it matters
	for p := c.Pos; up < h; p-- {
		up += len(above(c, p))
		if p == 0 {
			break
		}
		up++
	}
	down := 0
	for p := c.Pos + 1; p < len(c.Shown) && down < h; p++ {
		down += len(above(c, p)) + 1
	}
	if row+down < h-1 { // a gap below: let the list sink
		row = h - 1 - down
	}
	return min(row, up, h-1)
}

func yearText(year int) string {
	if year < 0 {
		return strconv.Itoa(1-year) + " BC"
	}
	return strconv.Itoa(year)
}

// drawRow draws one event: cursor, date, type, title, disagreement, number of
// sources, bookmark.
func drawRow(c *view.Context, pos, w int) string {
	i := c.Shown[pos]
	selected := pos == c.Pos
	base, soft := c.Theme.Look(theme.Ink), c.Theme.Look(theme.Muted)
	cursor := " "
	if selected {
		base, soft, cursor = c.Theme.RowLook(theme.Strong), c.Theme.RowLook(theme.Muted), "▌"
	}
	gutter := edtf.GutterWidth + 1 // the longest date that edtf writes at that length
	if w < 44 {
		gutter = 9
	}
	date := gutterDate(c, pos)
	signs := marks(c, i)
	title := paint.Clean(c.Data.Titles.At(int(i)))
	room := w - 1 - gutter - 3 - paint.Width(signs) - 1
	text := paint.Cut(title, room)
	pad := max(room-paint.Width(text), 0)
	disputed := c.Theme.Look(theme.Red)
	if selected {
		disputed = c.Theme.RowLook(theme.Strong)
	}
	var b strings.Builder
	b.WriteString(c.Theme.Paint(theme.Amber, cursor))
	b.WriteString(soft.Paint(" " + paint.Fit(date, gutter-1) + " " + c.Data.Vocabulary()[c.Data.Types[i]].Sign + " "))
	b.WriteString(paint.Highlight(text, c.Found.Words, base, c.Theme.Look(theme.Match)))
	b.WriteString(base.Paint(strings.Repeat(" ", pad)))
	if before, after, ok := strings.Cut(signs, "≠"); ok {
		b.WriteString(soft.Paint(before))
		b.WriteString(disputed.Paint("≠"))
		b.WriteString(soft.Paint(after + " "))
	} else {
		b.WriteString(soft.Paint(signs + " "))
	}
	return b.String()
}

// gutterDate is the date as the list's gutter shows it. Where the event is not
// within a month, the year belongs to it, since no heading says it.
func gutterDate(c *view.Context, pos int) string {
	d := c.Data.Date(c.Shown[pos])
	if d.IsZero() {
		return "undated"
	}
	year, _ := yearMonth(c, pos)
	return d.Gutter(year)
}

// marks are the signs at a row's end, always of the same width: bookmark,
// disagreement, number of sources.
func marks(c *view.Context, i events.Index) string {
	mark, differ := " ", " "
	if c.Marked(c.Data.IDs.At(int(i))) {
		mark = "♦"
	}
	if c.Data.Flags[i]&events.Disputed != 0 {
		differ = "≠"
	}
	n := len(c.Data.SourcesOf.At(int(i)))
	return mark + differ + " " + strconv.Itoa(min(n, 9))
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

// drawLine draws a line of the list, w cells wide.
func drawLine(c *view.Context, l listLine, w int) string {
	year, month := 0, 0
	if l.kind != lineBlank {
		year, month = yearMonth(c, l.pos)
	}
	switch l.kind {
	case lineYear:
		return c.Theme.Paint(theme.Strong, paint.Fit(" "+yearText(year), w))
	case lineMonth:
		return c.Theme.Paint(theme.Muted, paint.Fit("  "+time.Month(month).String(), w))
	case lineEvent:
		return drawRow(c, l.pos, w)
	}
	return strings.Repeat(" ", w)
}
