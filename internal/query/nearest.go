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

// Closest returns the event of a set that is nearest to the days from first to
// last, and how many days it lies before (negative) or after them. It is 0 for an
// event that may fall on those days; of several such it is the one that begins
// nearest to the first day, then the narrowest. ok is false for an empty set.
func Closest(d *events.Dataset, in Set, first, last edtf.Day) (i events.Index, days int, ok bool) {
	best, bestOff := events.Index(-1), int64(0)
	for i := range in.Each() {
		if d.First[i] > last || d.Last[i] < first {
			continue
		}
		off := int64(d.First[i]) - int64(first)
		if off < 0 {
			off = -off
		}
		if best < 0 || off < bestOff || off == bestOff && width(d, i) < width(d, best) {
			best, bestOff = i, off
		}
	}
	if best >= 0 {
		return best, 0, true
	}
	s := Nearest(d, in, first, last)
	switch {
	case s.Before < 0 && s.After < 0:
		return -1, 0, false
	case s.After < 0 || s.Before >= 0 && s.BeforeDays < s.AfterDays:
		return s.Before, -s.BeforeDays, true
	}
	return s.After, s.AfterDays, true
}

func width(d *events.Dataset, i events.Index) int64 { return int64(d.Last[i]) - int64(d.First[i]) }
