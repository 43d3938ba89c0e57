package calendar

import (
	"iter"
	"slices"
	"sync"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Calendar is the time of a dataset: its period, what its dates claim, and the
// scales that follow from them. It is made once per dataset, in one pass, and is
// safe for concurrent use.
type Calendar struct {
	Period Span // the days that the whole picture shows
	data   *events.Dataset
	odd    map[events.Index]Extent // of those dates that are more than one run of days
	all    *Tally

	mu     sync.Mutex
	scales map[scaleKey]Scale
}

type scaleKey struct {
	width int
	cells CellWidths
}

// New reads the dates of a dataset.
func New(d *events.Dataset) *Calendar {
	c := &Calendar{Period: periodOf(d), data: d, odd: map[events.Index]Extent{}, scales: map[scaleKey]Scale{}}
	for i := range events.Index(d.Len()) {
		if c.isOdd(i) {
			c.odd[i] = ExtentOf(d.Date(i))
		}
	}
	c.all = c.tallyOf(func(yield func(events.Index) bool) {
		for i := events.Index(0); int(i) < d.Len() && yield(i); i++ {
		}
	})
	return c
}

// periodOf is the dataset's period or, if it names none, the days from its first to
// its last event; open ends do not widen it.
func periodOf(d *events.Dataset) Span {
	p := Span{d.Meta.Period.Earliest(), d.Meta.Period.Latest()} // both open where there is none
	if openFirst, openLast := p.First == edtf.DistantPast, p.Last == edtf.DistantFuture; openFirst || openLast {
		q := Span{edtf.DistantFuture, edtf.DistantPast}
		for i := range d.First {
			for _, day := range []edtf.Day{d.First[i], d.Last[i]} {
				if day != edtf.DistantPast && day != edtf.DistantFuture {
					q.First, q.Last = min(q.First, day), max(q.Last, day)
				}
			}
		}
		if openFirst {
			p.First = q.First
		}
		if openLast {
			p.Last = q.Last
		}
	}
	if p.Empty() {
		return Span{edtf.NewDay(2000, 1, 1), edtf.NewDay(2000, 12, 31)}
	}
	return p
}

// isOdd tells whether an event's date is more than one run of days.
func (c *Calendar) isOdd(i events.Index) bool { return c.data.Precisions[i] >= edtf.PrecisionSpan }

// Extent is what the date of an event claims.
func (c *Calendar) Extent(i events.Index) Extent {
	if c.isOdd(i) {
		return c.odd[i]
	}
	p := Span{c.data.First[i], c.data.Last[i]}
	e := Extent{Pieces: []Span{p}, Core: none, Loose: c.Loose(i)}
	if p.First == p.Last && !e.Loose {
		e.Core = p
	}
	return e
}

// Loose tells whether an event's date is about or uncertain.
func (c *Calendar) Loose(i events.Index) bool {
	return c.data.Flags[i]&(events.Approximate|events.Uncertain) != 0
}

// Outer runs from the earliest to the latest day of an event.
func (c *Calendar) Outer(i events.Index) Span { return Span{c.data.First[i], c.data.Last[i]} }

// Hull runs from the first day on which one of the events can lie to the last; there
// must be one.
func (c *Calendar) Hull(list []events.Index) Span {
	hull := c.Outer(list[0])
	for _, i := range list[1:] {
		o := c.Outer(i)
		hull.First, hull.Last = min(hull.First, o.First), max(hull.Last, o.Last)
	}
	return hull
}

// Core is the days on which an event that lasted was certainly going on; ok is
// false if it did not last or there are none.
func (c *Calendar) Core(i events.Index) (core Span, ok bool) {
	e, ok := c.odd[i]
	return e.Core, ok && e.Lasting && !e.Core.Empty()
}

// Tally counts the events of a list.
func (c *Calendar) Tally(shown []events.Index) *Tally {
	return c.tallyOf(slices.Values(shown))
}

// All counts all events.
func (c *Calendar) All() *Tally { return c.all }

func (c *Calendar) tallyOf(list iter.Seq[events.Index]) *Tally {
	return tally(c.Period, func(yield func(Extent) bool) {
		one := make([]Span, 1) // most dates are one run of days: no memory for each
		for i := range list {
			one[0] = c.Outer(i)
			e := Extent{Pieces: one, Loose: c.Loose(i)}
			if c.isOdd(i) {
				e = c.odd[i]
			}
			if !yield(e) {
				return
			}
		}
	})
}

// opened is the scale of the whole period, w cells wide. It is worked out once for
// each width.
func (c *Calendar) opened(w int, cells CellWidths) Scale {
	key := scaleKey{w, cells}
	c.mu.Lock()
	defer c.mu.Unlock()
	s, ok := c.scales[key]
	if !ok {
		if len(c.scales) > 64 { // a window that is dragged wider and narrower
			clear(c.scales)
		}
		s = opened(c.Period, w, cells, c.all)
		c.scales[key] = s
	}
	return s
}

// Pick chooses the event that a click on a bin selects, among those shown: the
// first that lies wholly inside the bin or, if the selected one does, the next;
// after the last again the first. Where none lies inside it is the one whose middle
// is nearest. ok is false if none is shown.
func (c *Calendar) Pick(shown []events.Index, b Bin, selected events.Index) (pick events.Index, ok bool) {
	nearest, least := events.Index(-1), 0
	first, next, passed := events.Index(-1), events.Index(-1), false
	for _, i := range shown {
		if b.Holds(c.Outer(i)) {
			if first < 0 {
				first = i
			}
			if passed && next < 0 {
				next = i
			}
		}
		passed = passed || i == selected
		middle := c.middle(c.Outer(i))
		if away := max(int(b.First)-int(middle), int(middle)-int(b.Last), 0); nearest < 0 || away < least { // in days
			nearest, least = i, away
		}
	}
	switch {
	case next >= 0 && selected >= 0 && b.Holds(c.Outer(selected)):
		return next, true
	case first >= 0:
		return first, true
	}
	return nearest, nearest >= 0
}
