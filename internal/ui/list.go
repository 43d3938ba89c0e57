package ui

import (
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// The list shows the events that pass the filters, under headings of years and
// months. Nothing is laid out but the rows on the screen: lines are found by
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

// months named in full, for headings.
var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// lookBack bounds the search for the month of a previous event.
const lookBack = 64

// yearMonth is the year and the month under which an event stands; month is zero for
// one that stands under no month.
func (m Model) yearMonth(pos int) (year, month int) {
	year, month, _ = m.data.Heading(m.shown[pos])
	return year, month
}

// headings tells which headings stand above the event at pos.
func (m Model) headings(pos int) (year, month bool) {
	y, mo := m.yearMonth(pos)
	if pos == 0 {
		return true, mo != 0
	}
	before, _ := m.yearMonth(pos - 1)
	if before != y {
		return true, mo != 0
	}
	if mo == 0 {
		return false, false
	}
	for p := pos - 1; p >= 0 && p >= pos-lookBack; p-- {
		py, pm := m.yearMonth(p)
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
func (m Model) above(pos int) []listLine {
	year, month := m.headings(pos)
	var lines []listLine
	if year {
		lines = append(lines, listLine{lineYear, pos})
	}
	if month {
		lines = append(lines, listLine{lineMonth, pos})
	}
	return lines
}

// listLines returns exactly h lines with the selected event on line row (from
// zero), or as near to it as the ends of the list allow.
func (m Model) listLines(h, row int) []listLine {
	lines := make([]listLine, h)
	if len(m.shown) == 0 || h == 0 {
		return lines
	}
	row = m.clampRow(h, row)
	lines[row] = listLine{lineEvent, m.pos}
	y := row
	for p := m.pos; y > 0; p-- { // upwards: the headings over p, then p-1 itself
		over := m.above(p)
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
	for p := m.pos + 1; y < h && p < len(m.shown); p++ {
		for _, over := range m.above(p) {
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
func (m Model) clampRow(h, row int) int {
	row = min(max(row, 0), h-1)
	up := 0 // lines there are above the selected event, as far as it matters
	for p := m.pos; up < h; p-- {
		up += len(m.above(p))
		if p == 0 {
			break
		}
		up++
	}
	down := 0
	for p := m.pos + 1; p < len(m.shown) && down < h; p++ {
		down += len(m.above(p)) + 1
	}
	if row+down < h-1 { // a gap below: let the list sink
		row = h - 1 - down
	}
	return min(row, up, h-1)
}

// renderList draws the list into w by h cells.
func (m Model) renderList(w, h int) []string {
	if len(m.shown) == 0 {
		return m.renderEmpty(w, h)
	}
	out := make([]string, h)
	for y, l := range m.listLines(h, m.row) {
		switch l.kind {
		case lineBlank:
			out[y] = strings.Repeat(" ", w)
		case lineYear:
			year, _ := m.yearMonth(l.pos)
			out[y] = m.th.strong.paint(fit(" "+yearText(year), w))
		case lineMonth:
			_, month := m.yearMonth(l.pos)
			out[y] = m.th.muted.paint(fit("  "+monthNames[max(month-1, 0)], w))
		case lineEvent:
			out[y] = m.renderRow(l.pos, w)
		}
	}
	return out
}

func yearText(year int) string {
	if year < 0 {
		return strconv.Itoa(1-year) + " BC"
	}
	return strconv.Itoa(year)
}

// gutterWidth holds the longest date that edtf writes at that length.
const gutterWidth = edtf.GutterWidth

// renderRow draws one event: cursor, date, type, title, disagreement, number of
// sources, bookmark.
func (m Model) renderRow(pos, w int) string {
	i := m.shown[pos]
	selected := pos == m.pos
	base, soft := m.th.text, m.th.muted
	cursor := " "
	if selected {
		base, soft, cursor = m.th.selected, m.th.selectedMuted, "▌"
	}
	gutter := gutterWidth + 1
	if w < 44 {
		gutter = 9
	}
	date := m.gutterDate(pos)
	marks := m.rowMarks(i)
	title := clean(m.data.Titles.At(int(i)))
	room := w - 1 - gutter - 3 - width(marks) - 1
	text := cut(title, room)
	pad := max(room-width(text), 0)
	disputed := m.th.disputed
	if selected {
		disputed = m.th.selected
	}
	var b strings.Builder
	b.WriteString(m.th.marker.paint(cursor))
	b.WriteString(soft.paint(" " + fit(date, gutter-1) + " " + m.data.Vocabulary()[m.data.Types[i]].Sign + " "))
	b.WriteString(highlight(text, m.found.words, base, m.th.match))
	b.WriteString(base.paint(strings.Repeat(" ", pad)))
	if before, after, ok := strings.Cut(marks, "≠"); ok {
		b.WriteString(soft.paint(before))
		b.WriteString(disputed.paint("≠"))
		b.WriteString(soft.paint(after + " "))
	} else {
		b.WriteString(soft.paint(marks + " "))
	}
	return b.String()
}

// gutterDate is the date as the list's gutter shows it. Where the event is not
// within a month, the year belongs to it, since no heading says it.
func (m Model) gutterDate(pos int) string {
	d := m.data.Date(m.shown[pos])
	if d.IsZero() {
		return "undated"
	}
	return d.English(edtf.Gutter)
}

// rowMarks are the signs at a row's end, always of the same width: bookmark,
// disagreement, number of sources.
func (m Model) rowMarks(i events.Index) string {
	mark, differ := " ", " "
	if m.marked[m.data.IDs.At(int(i))] {
		mark = "♦"
	}
	if m.data.Flags[i]&events.Disputed != 0 {
		differ = "≠"
	}
	n := len(m.data.SourcesOf.At(int(i)))
	return mark + differ + " " + strconv.Itoa(min(n, 9))
}

// renderEmpty says why nothing is listed and what to do about it.
func (m Model) renderEmpty(w, h int) []string {
	text := []string{"", "No events match.", ""}
	for _, t := range m.query.Terms {
		text = append(text, "  "+t.Label(m.data))
	}
	text = append(text, "", "x takes the last filter off, X all of them.")
	if hint := m.nearestHint(); hint != "" {
		text = append(text, "", hint)
	}
	out := make([]string, 0, h)
	for _, line := range text {
		for _, part := range wrap(clean(line), max(w-2, 1)) {
			if len(out) < h {
				out = append(out, m.th.muted.paint(fit(" "+part, w)))
			}
		}
	}
	for len(out) < h {
		out = append(out, strings.Repeat(" ", w))
	}
	return out
}
