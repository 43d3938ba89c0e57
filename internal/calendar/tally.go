package calendar

import (
	"cmp"
	"slices"
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

// changes collects the days on which the density changes.
type changes struct {
	at     map[int]int // position in list by day
	list   []slope
	recent [2]int // positions of the last even and odd day: most events come in order and take a day
}

// on is what changes on a day. It is good until the next call.
func (c *changes) on(day int) *slope {
	if k := c.recent[day&1]; k < len(c.list) && c.list[k].day == day {
		return &c.list[k]
	}
	k, ok := c.at[day]
	if !ok {
		k = len(c.list)
		c.at[day] = k
		c.list = append(c.list, slope{day: day})
	}
	c.recent[day&1] = k
	return &c.list[k]
}

// tally counts extents within a period.
func tally(period Span, extents func(yield func(Extent) bool)) *Tally {
	t := &Tally{period: period}
	var now [levelCount]Span
	for l := range now {
		now[l] = none
	}
	c := changes{at: map[int]int{}}
	for e := range extents {
		n, last := 0, 0
		for _, p := range e.Pieces {
			if p = p.And(period); !p.Empty() {
				n += p.Days()
				last = int(p.Last)
			}
		}
		if n == 0 {
			continue
		}
		t.events++
		share := Unit / int64(n)
		for _, p := range e.Pieces {
			if p = p.And(period); !p.Empty() {
				c.on(int(p.First)).rate += share
				c.on(int(p.Last) + 1).rate -= share
			}
		}
		if rest := Unit % int64(n); rest > 0 {
			c.on(last).sum += rest
		}
		if o := e.Outer(); period.Holds(o) {
			t.count(&now, o, e.Loose)
		}
	}
	t.settle(c.list)
	return t
}

// count enters an extent into each unit that it lies wholly inside.
// now is the unit of each level that the last extent lay in: most come in order.
func (t *Tally) count(now *[levelCount]Span, o Span, loose bool) {
	u := unit{sure: 1}
	if loose {
		u = unit{near: 1}
	}
	for l := range levelCount {
		if !now[l].Holds(o) {
			u := t.period.And(l.unit(o.First))
			if !u.Holds(o) {
				return // no finer unit holds it either
			}
			now[l] = u
		}
		u.first = now[l].First
		us := t.units[l]
		if k := len(us) - 1; k >= 0 && us[k].first == u.first {
			us[k].sure, us[k].near = us[k].sure+u.sure, us[k].near+u.near
			continue
		}
		t.units[l] = append(us, u)
	}
}

// settle sorts what was counted and sums it up.
func (t *Tally) settle(changes []slope) {
	for l, us := range t.units {
		if !slices.IsSortedFunc(us, unit.compare) {
			slices.SortFunc(us, unit.compare)
		}
		kept := us[:0]
		var sure, near int32
		for _, u := range us {
			sure, near = sure+u.sure, near+u.near
			if k := len(kept) - 1; k >= 0 && kept[k].first == u.first {
				kept[k] = unit{u.first, sure, near}
				continue
			}
			kept = append(kept, unit{u.first, sure, near})
		}
		t.units[l] = kept
	}
	slices.SortFunc(changes, func(a, b slope) int { return cmp.Compare(a.day, b.day) })
	for k := 1; k < len(changes); k++ {
		before, c := changes[k-1], &changes[k]
		c.rate += before.rate
		c.sum += before.sum + before.rate*int64(c.day-before.day)
	}
	t.slope = changes
}

func (u unit) compare(v unit) int { return cmp.Compare(u.first, v.first) }

// Len is the number of events that can lie in the period.
func (t *Tally) Len() int { return t.events }

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
