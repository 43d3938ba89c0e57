package calendar

import "timeline/internal/edtf"

// Zoom is how much of the period is in sight.
type Zoom uint8

// The zooms: the whole period, some months of one width, some days.
const (
	ZoomWhole Zoom = iota
	ZoomMonths
	ZoomDays
)

func (z Zoom) String() string { return [...]string{"whole", "months", "days"}[min(z, ZoomDays)] }

// View is a zoom and, unless it is the whole period, the first day in sight. Any
// day is good: the scale keeps within the period.
type View struct {
	Zoom  Zoom
	First edtf.Day
}

// Scale is the scale of a view, at most w cells wide.
func (c *Calendar) Scale(v View, w int, cells CellWidths) Scale {
	switch v.Zoom {
	case ZoomMonths:
		return Regular(c.Window(v, w), Month, w, 8)
	case ZoomDays:
		return Regular(c.Window(v, w), Day, w, 4)
	}
	return c.opened(w, cells)
}

// months is how many months a view of w cells shows: two years, and fewer where
// they would be narrower than five cells, down to a year.
func months(w int) int { return min(max(w/5, 12), 24, max(w, 1)) }

// Window is the days that a view of w cells shows.
func (c *Calendar) Window(v View, w int) Span {
	p := c.Period
	switch v.Zoom {
	case ZoomMonths:
		n := months(w)
		y, m, _ := p.Last.Civil()
		latest := edtf.NewDay(y, m+1-n, 1) // the last window ends with the period
		first := max(min(Month.unit(c.within(v.First)).First, latest), Month.unit(p.First).First)
		y, m, _ = first.Civil()
		return p.And(Span{first, edtf.NewDay(y, m+n, 1) - 1})
	case ZoomDays:
		n := min(max(w, 1), p.Days())
		first := int(p.First) + min(max(int(v.First)-int(p.First), 0), p.Days()-n)
		return Span{edtf.Day(first), edtf.Day(first + n - 1)}
	}
	return p
}

// Centred is the view of a zoom with a day in its middle, as far as the period
// allows.
func (c *Calendar) Centred(z Zoom, w int, day edtf.Day) View {
	v := View{Zoom: z}
	switch z {
	case ZoomMonths:
		y, m, _ := c.within(day).Civil()
		v.First = edtf.NewDay(y, m-months(w)/2, 1)
	case ZoomDays:
		y, m, d := c.within(day).Civil()
		v.First = edtf.NewDay(y, m, d-w/2)
	default:
		return v
	}
	v.First = c.Window(v, w).First
	return v
}

// within is the day, or the end of the period that is nearest to it.
func (c *Calendar) within(day edtf.Day) edtf.Day {
	return min(max(day, c.Period.First), c.Period.Last)
}

// middle is the day by which a span is kept in sight.
func (c *Calendar) middle(p Span) edtf.Day {
	if q := p.And(c.Period); !q.Empty() {
		return q.Middle()
	}
	return c.within(p.First)
}

// Zoomed is the view one step nearer or farther, with a span in its middle.
func (c *Calendar) Zoomed(v View, step, w int, p Span) View {
	z := Zoom(min(max(int(v.Zoom)+step, 0), int(ZoomDays)))
	if z == v.Zoom {
		return v
	}
	return c.Centred(z, w, c.middle(p))
}

// Holding moves the view, if it must, so that the middle of a span is in sight
// with some room on either side.
func (c *Calendar) Holding(v View, w int, p Span) View {
	if v.Zoom == ZoomWhole {
		return v
	}
	win := c.Window(v, w)
	day, room := int(c.middle(p)), win.Days()/10
	first := int(win.First)
	switch {
	case day < first+room:
		first = day - room
	case day > int(win.Last)-room:
		first = day + room - win.Days() + 1
		if v.Zoom == ZoomMonths { // a window begins with a month: the next one, not to lose the room
			first += 31
		}
	default:
		return View{v.Zoom, win.First}
	}
	v.First = edtf.Day(max(first, int(c.Period.First)))
	v.First = c.Window(v, w).First
	return v
}

// Fitting is the nearest view that shows all days of a span that are in the
// period, the span in its middle.
func (c *Calendar) Fitting(w int, p Span) View {
	if q := p.And(c.Period); !q.Empty() {
		for z := ZoomDays; z > ZoomWhole; z-- {
			v := c.Centred(z, w, q.Middle())
			if c.Window(v, w).Holds(q) {
				return v
			}
		}
	}
	return View{}
}

// Stepped moves the view by a number of bins: months or days. The whole period
// stays.
func (c *Calendar) Stepped(v View, w, bins int) View {
	win := c.Window(v, w)
	y, m, d := win.First.Civil()
	switch v.Zoom {
	case ZoomMonths:
		v.First = edtf.NewDay(y, m+bins, 1)
	case ZoomDays:
		v.First = edtf.NewDay(y, m, d+bins)
	default:
		return v
	}
	v.First = c.Window(v, w).First
	return v
}

// Around is a scale of a span with a little air on both sides, in whole units of the
// finest level that fits into w cells, each at most most cells wide.
func Around(p Span, w, most int) Scale {
	days := map[Level]int{Day: 2, Month: 20, Quarter: 20} // none of years: they are wide enough
	for l := Day; l > Whole; l-- {
		air := days[l]
		wide := Span{edtf.NewDay(1970, 1, 1+int(p.First)-air), edtf.NewDay(1970, 1, 1+int(p.Last)+air)}
		wide = Span{l.unit(wide.First).First, l.unit(wide.Last).Last}
		if l.units(wide) <= w {
			return Regular(wide, l, w, most)
		}
	}
	return Regular(p, Whole, w, w)
}
