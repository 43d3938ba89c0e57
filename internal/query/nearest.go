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
