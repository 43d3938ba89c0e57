package query

import (
	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Sides are the events nearest to a stretch of days on either side of it.
type Sides struct {
	Before, After         events.Index // -1 where there is none
	BeforeDays, AfterDays int          // distances: 1 for the day before or after
}

// Nearest returns the events of a set that are nearest to the days from first to
// last, both inclusive, on either side: the one that was over last before them,
// and the one that begins first after them, both for certain. Events that may
// fall on those days are on neither side.
func Nearest(d *events.Dataset, in Set, first, last edtf.Day) Sides {
	s := Sides{Before: -1, After: -1}
	for i := range in.Each() {
		if d.First[i] > last && (s.After < 0 || d.First[i] < d.First[s.After]) {
			s.After = i
		}
		if d.Last[i] < first && (s.Before < 0 || d.Last[i] >= d.Last[s.Before]) {
			s.Before = i // of several the latest in order
		}
	}
	if s.After >= 0 {
		s.AfterDays = int(d.First[s.After]) - int(last)
	}
	if s.Before >= 0 {
		s.BeforeDays = int(first) - int(d.Last[s.Before])
	}
	return s
}

// Window is the hull of the days that a time term asks for, both inclusive. yearly is the
// day of any year that it asks for: of that, the window is all of time.
func Window(d *events.Dataset, t Term) (first, last edtf.Day, yearly *edtf.MonthDay) {
	dayBefore, dayAfter := edtf.Step{N: -1, Unit: 'd'}, edtf.Step{N: 1, Unit: 'd'}
	first, last = edtf.DistantFuture, edtf.DistantPast
	for _, v := range t.Values {
		var q question
		from, to := edtf.DistantFuture, edtf.DistantPast
		near, far := from, to // with the reach
		for _, q = range questionsOf(d, t.Key, v) {
			for _, s := range q.q.spans {
				from, to = min(from, s.s1), max(to, s.e2)
			}
			for _, s := range q.far {
				near, far = min(near, s.s1), max(far, s.e2)
			}
		}
		switch {
		case q.year.Month != 0:
			from, to, yearly = edtf.DistantPast, edtf.DistantFuture, &q.year
		case q.rel == relFrom:
			to = edtf.DistantFuture
		case q.rel == relTo:
			from = edtf.DistantPast
		case q.rel == relBefore:
			from, to = edtf.DistantPast, dayBefore.From(from)
		case q.rel == relAfter:
			from, to = dayAfter.From(to), edtf.DistantFuture
		case q.rel == relSoonAfter:
			from, to = dayAfter.From(to), far
		case q.rel == relSoonBefore:
			from, to = near, dayBefore.From(from)
		}
		first, last = min(first, from), max(last, to)
	}
	return first, last, yearly
}
