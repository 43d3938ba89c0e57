package svg

import (
	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/english"
)

// Row is a date that is drawn in a row of its own.
type Row struct {
	Label  string // before it; the strip has room for labels if one has any
	Extent calendar.Extent
}

// rowHeight is that of a row of a strip or a lane, and letterWidth the room for a letter
// of a label, in pixels. A title has at most titleLetters, a name nameLetters.
const (
	rowHeight    = 16
	letterWidth  = 7
	titleLetters = 56
	nameLetters  = 28
)

// maxDates is how many dates a picture has at most.
const maxDates = 200

// Dates draws a row for each event: its title and its date.
func (p Picture) Dates() string {
	var rows []Row
	for _, i := range p.Rows[:min(len(p.Rows), maxDates)] {
		rows = append(rows, Row{p.Data.Titles.At(int(i)), p.Calendar.Extent(i)})
	}
	return p.Strip(rows)
}

// Strip draws an axis and a row for each date, as long as the first and last of them
// ask for. If those are fewer than the events shown, it says how many are not drawn.
func (p Picture) Strip(rows []Row) string {
	s := p.Calendar.Scale(p.view(), wide, calendar.RibbonCells(wide))
	pen := &pen{id: p.ID}
	left, top, letters := cell, 20, 0
	for _, r := range rows {
		letters = max(letters, min(len([]rune(r.Label)), titleLetters))
	}
	if letters > 0 {
		left += letters * letterWidth
	}
	axis(pen, left, 14, s)
	rules(pen, left, top, top+len(rows)*rowHeight, s)
	for n, r := range rows {
		y := top + n*rowHeight + rowHeight/2
		if r.Label != "" {
			pen.ended(left-6, y+4, "ink", cut(r.Label, titleLetters))
		}
		extent(pen, left, y, s, r.Extent)
	}
	bottom, desc := top+len(rows)*rowHeight+6, p.described(s)+" "+legend
	if more := len(p.Rows) - len(rows); more > 0 {
		rest := english.Count(more, "more event is not drawn.", "more events are not drawn.")
		pen.text(left, bottom+8, "faint", rest)
		desc += " " + rest
		bottom += 16
	}
	return p.whole(pen, left+s.Width()*cell+cell, bottom, desc)
}

// Mark draws one date on the scale of the whole picture, without axis: a strip as high
// as a line of text, to stand beside the date in words. It is hidden from those who
// have the page read out.
func (p Picture) Mark(e calendar.Extent) string {
	s := p.Calendar.Scale(p.view(), wide, calendar.RibbonCells(wide))
	pen := &pen{id: p.ID}
	w, h := s.Width()*cell+2*cell, rowHeight
	pen.put(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" aria-hidden="true" focusable="false">`+"\n", w, h)
	rules(pen, cell, 1, h-1, s)
	pen.line(cell, h-1, w-cell, h-1, "rule")
	extent(pen, cell, h/2, s, e)
	return pen.b.String() + "</svg>\n"
}

// markRoom is the least length of a date, in pixels, that is drawn as a line; shorter
// ones are drawn as a mark.
const markRoom = 12

// extent draws where something of a date can lie, round the line y: a mark, hollow if
// it is about or uncertain; if it is longer than a mark a dashed line where it can have
// been, and a solid one where it certainly was going on; arrows where it runs on.
func extent(p *pen, x, y int, s calendar.Scale, e calendar.Extent) {
	outer, span := e.Outer(), s.Span()
	if !e.Known() || s.Width() == 0 {
		return
	}
	if e.Touches(span) {
		from, to := x+begins(s, outer.First), x+begins(s, outer.Last+1)
		if to-from < markRoom && span.Holds(outer) {
			mark(p, (from+to)/2, y, e.Loose)
			return
		}
		lines(p, x, y, s, e)
	}
	end := x + s.Width()*cell
	if outer.First < span.First {
		p.put(`<path class="tl-end" d="M%d %dl-4 4 4 4"/>`+"\n", x+4, y-4)
	} else if outer.First <= span.Last {
		p.line(x+begins(s, outer.First), y-4, x+begins(s, outer.First), y+4, "end")
	}
	if outer.Last > span.Last {
		p.put(`<path class="tl-end" d="M%d %dl4 4 -4 4"/>`+"\n", end-4, y-4)
	} else if outer.Last >= span.First {
		p.line(x+begins(s, outer.Last+1), y-4, x+begins(s, outer.Last+1), y+4, "end")
	}
}

// begins is where a day begins on a scale, in pixels. Days outside begin at its ends.
func begins(s calendar.Scale, day edtf.Day) int {
	b := s.Bins[s.Bin(day)]
	into := min(max(int(day)-int(b.First), 0), b.Days())
	return b.X*cell + into*b.Width*cell/b.Days()
}

// lines draws an extent that is longer than a mark.
func lines(p *pen, x, y int, s calendar.Scale, e calendar.Extent) {
	run := func(span calendar.Span, class string) {
		if span = span.And(s.Span()); !span.Empty() {
			from := begins(s, span.First)
			p.line(x+from, y, x+max(begins(s, span.Last+1), from+1), y, class)
		}
	}
	for _, piece := range e.Pieces {
		run(piece, "line")
	}
	if e.Lasting {
		run(e.Core, "core")
	}
}

// mark draws a triangle with its middle at x, y.
func mark(p *pen, x, y int, loose bool) {
	class := "sure"
	if loose {
		class = "loose"
	}
	p.put(`<path class="tl-%s" d="M%d %dl-5 9h10z"/>`+"\n", class, x, y-5)
}

// cut shortens a label to at most n letters.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
