package calendar

import (
	"sort"

	"timeline/internal/edtf"
)

// Unit is the weight of one event: a whole number, so that no share is lost.
const Unit int64 = 1 << 32

// Weight is what is known of the events in one bin. Sure and Near count those
// that lie wholly inside it, without reserve and about or uncertain. Spread is the
// sum of the shares of all events that can lie in it, these among them.
type Weight struct {
	Sure, Near int
	Spread     int64
}

// Tally answers how many of a set of events fall into a stretch of the calendar.
// It is made in one pass; then each bin is a binary search. It is read-only.
type Tally struct {
	period Span
	events int                // that touch the period
	units  [levelCount][]unit // of each level those with events wholly inside, in order
	slope  []slope            // the density, in order
}

// unit is a unit of the calendar, by its first day within the period. Its counts
// are running sums: of it and all before it.
type unit struct {
	first      edtf.Day
	sure, near int32
}

// slope says that from a day on each day weighs rate more than nothing; sum is
// the weight of all days before it and of the remainders up to and on it.
type slope struct {
	day       int
	rate, sum int64
}

// inside counts the events that lie wholly inside one unit of the level, for all
// units that begin in a span of the period.
func (t *Tally) inside(l Level, p Span) (sure, near int) {
	us := t.units[l]
	a := sort.Search(len(us), func(i int) bool { return us[i].first >= p.First })
	b := sort.Search(len(us), func(i int) bool { return us[i].first > p.Last })
	if a == b {
		return 0, 0
	}
	sure, near = int(us[b-1].sure), int(us[b-1].near)
	if a > 0 {
		sure, near = sure-int(us[a-1].sure), near-int(us[a-1].near)
	}
	return sure, near
}

func (t *Tally) whole(l Level, p Span) int {
	sure, near := t.inside(l, p)
	return sure + near
}

// upTo is the weight of all days up to and with a day.
func (t *Tally) upTo(day int) int64 {
	i := sort.Search(len(t.slope), func(i int) bool { return t.slope[i].day > day }) - 1
	if i < 0 {
		return 0
	}
	s := t.slope[i]
	return s.sum + s.rate*int64(day-s.day+1)
}

// Spread is the weight of the days of a span.
func (t *Tally) Spread(p Span) int64 {
	if p.Empty() {
		return 0
	}
	return t.upTo(int(p.Last)) - t.upTo(int(p.First)-1)
}

// Weights is what is known of each bin of a scale of the period.
func (t *Tally) Weights(s Scale) []Weight {
	ws := make([]Weight, len(s.Bins))
	for i, b := range s.Bins {
		ws[i].Sure, ws[i].Near = t.inside(b.Level, b.Span)
		ws[i].Spread = t.Spread(b.Span)
	}
	return ws
}
