package handout

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/tours"
)

// strip is a line of time with the stops on it.
type strip struct {
	marks []mark
	left  []string // numbers of the stops that are to be drawn in
}

// mark is a stop on the strip.
type mark struct {
	number      int
	first, last edtf.Day
	within      bool // it was somewhere within, and did not last
	date, name  string
}

// add puts a stop on the strip, if its event's date may be seen.
func (s *strip) add(d *events.Dataset, n int, stop *tours.Stop, scene tours.Scene) {
	i, ok := d.Find(stop.ID)
	switch {
	case stop.Kind != tours.Event || !ok:
	case scene.Event < 0:
		s.left = append(s.left, fmt.Sprint(n))
	default:
		date := d.Date(i)
		if date.Earliest() == edtf.DistantPast || date.Latest() == edtf.DistantFuture {
			return
		}
		s.marks = append(s.marks, mark{n, date.Earliest(), date.Latest(), date.IsOneOf() || date.Approximate() || date.Uncertain(), date.English(edtf.Long), d.Titles.At(int(i))})
	}
}

// missing says which stops are to be drawn in; empty if none are.
func (s *strip) missing() string {
	if len(s.left) == 0 {
		return ""
	}
	if len(s.left) == 1 {
		return "Stop " + s.left[0] + " is not drawn: draw it in when you know its date."
	}
	return "Stops " + english.List(s.left) + " are not drawn: draw them in when you know their dates."
}

// years is the first year of the strip and the one after its last.
func (s *strip) years() (from, to int) {
	for n, m := range s.marks {
		first, _, _ := m.first.Civil()
		last, _, _ := m.last.Civil()
		if n == 0 || first < from {
			from = first
		}
		to = max(to, last+1)
	}
	return from, to
}

// Measures of the drawing, in the units of its view box.
const (
	stripWidth = 720
	stripSide  = 10 // left and right of the line
	rowHeight  = 16
	maxYears   = 400 // that are drawn as a strip at all
	maxLabels  = 12
)

// svg draws the strip: a solid bar is a date as it is known, a dashed one holds the
// date somewhere within. It is empty where there is nothing to draw.
func (s *strip) svg() string {
	from, to := s.years()
	if len(s.marks) == 0 || to-from > maxYears {
		return ""
	}
	start, end := edtf.NewDay(from, 1, 1), edtf.NewDay(to, 1, 1)
	x := func(day edtf.Day) float64 {
		return stripSide + float64(day-start)/float64(end-start)*(stripWidth-2*stripSide)
	}
	rows := s.rows(x)
	axis := 8 + rowHeight*max(len(rows), 1)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d" role="img" aria-labelledby="strip-title strip-desc"><title id="strip-title">The stops in time</title><desc id="strip-desc">%s</desc>`, stripWidth, axis+24, escape(s.words()))
	fmt.Fprintf(&b, `<path class="axis" d="M%d %dH%d"/>`, stripSide, axis, stripWidth-stripSide)
	for year := from; year <= to; year++ {
		at := x(edtf.NewDay(year, 1, 1))
		fmt.Fprintf(&b, `<path class="axis" d="M%.1f %dv5"/>`, at, axis)
		if every := (to-from)/maxLabels + 1; (year-from)%every == 0 && year < to {
			fmt.Fprintf(&b, `<text x="%.1f" y="%d">%d</text>`, at+2, axis+16, year)
		}
	}
	for row, marks := range rows {
		y := float64(axis - 6 - rowHeight*row)
		for _, m := range marks {
			class := "bar"
			if m.within {
				class = "bar within"
			}
			left, right := x(m.first), max(x(m.last+1), x(m.first)+3)
			fmt.Fprintf(&b, `<path class="%s" d="M%.1f %.1fH%.1f"/><text class="number" x="%.1f" y="%.1f">%d</text>`, class, left, y, right, right+2, y+4, m.number)
		}
	}
	b.WriteString("</svg>")
	return b.String()
}

// rows stacks the marks so that none covers another.
func (s *strip) rows(x func(edtf.Day) float64) [][]mark {
	const label = 18 // the room of a number
	var rows [][]mark
	for _, m := range s.marks {
		row := 0
		touches := func(o mark) bool {
			return x(m.first) < max(x(o.last+1), x(o.first)+3)+label && x(o.first) < max(x(m.last+1), x(m.first)+3)+label
		}
		for row < len(rows) && slices.ContainsFunc(rows[row], touches) {
			row++
		}
		if row == len(rows) {
			rows = append(rows, nil)
		}
		rows[row] = append(rows[row], m)
	}
	return rows
}

// words tells the strip to those who do not see it.
func (s *strip) words() string {
	var list []string
	for _, m := range s.marks {
		list = append(list, fmt.Sprintf("%d, %s: %s", m.number, m.date, m.name))
	}
	return strings.Join(list, "; ") + "."
}
