package calendar

import (
	"cmp"
	"iter"
	"slices"
)

// counting is a Tally in the making. Every event of a large dataset passes through
// it, so it does little with each, and the rest with the days and units that there
// are in the end.
type counting struct {
	tally  *Tally
	slopes []slope     // days on which the density changes, rates and sums being changes
	at     map[int]int // positions in slopes by day
	recent [2]int      // positions of the last even and odd day: most events come in order and take a day
}

// tally counts extents within a period.
func tally(period Span, extents iter.Seq[Extent]) *Tally {
	c := counting{tally: &Tally{period: period}, at: map[int]int{}}
	for e := range extents {
		c.add(e)
	}
	c.sumUp()
	return c.tally
}

// add enters an extent: its weight on each of its days within the period, the
// remainder of the division on the last of them, and, if it lies in the period, the
// finest unit that it lies wholly inside.
func (c *counting) add(e Extent) {
	period := c.tally.period
	n, last := 0, 0
	for _, p := range e.Pieces {
		if p = p.And(period); !p.Empty() {
			n += p.Days()
			last = int(p.Last)
		}
	}
	if n == 0 {
		return
	}
	c.tally.events++
	share := Unit / int64(n)
	for _, p := range e.Pieces {
		if p = p.And(period); !p.Empty() {
			c.on(int(p.First)).rate += share
			c.on(int(p.Last) + 1).rate -= share
		}
	}
	if rest := Unit - share*int64(n); rest > 0 {
		c.on(last).sum += rest
	}
	if o := e.Outer(); period.Holds(o) {
		u := unit{sure: 1}
		if e.Loose {
			u = unit{near: 1}
		}
		l := finest(o)
		u.first = max(l.unit(o.First).First, period.First)
		c.enter(l, u)
	}
}

// on is what changes on a day. It is good until the next call.
func (c *counting) on(day int) *slope {
	if k := c.recent[day&1]; k < len(c.slopes) && c.slopes[k].day == day {
		return &c.slopes[k]
	}
	k, ok := c.at[day]
	if !ok {
		k = len(c.slopes)
		c.at[day] = k
		c.slopes = append(c.slopes, slope{day: day})
	}
	c.recent[day&1] = k
	return &c.slopes[k]
}

// enter adds to a unit of a level, if it is the last one; or it becomes that.
func (c *counting) enter(l Level, u unit) {
	us := c.tally.units[l]
	if k := len(us) - 1; k >= 0 && us[k].first == u.first {
		us[k].sure, us[k].near = us[k].sure+u.sure, us[k].near+u.near
		return
	}
	c.tally.units[l] = append(us, u)
}

// sumUp gives each unit what its parts have and makes running sums of all changes.
func (c *counting) sumUp() {
	t := c.tally
	for l := Day; ; l-- {
		us := t.units[l]
		slices.SortFunc(us, func(a, b unit) int { return cmp.Compare(a.first, b.first) })
		t.units[l] = us[:0]
		for _, u := range us {
			c.enter(l, u) // joins those that came out of order
		}
		if l == Whole {
			break
		}
		for _, u := range t.units[l] {
			u.first = max((l - 1).unit(u.first).First, t.period.First)
			c.enter(l-1, u)
		}
	}
	for _, us := range t.units {
		for k := 1; k < len(us); k++ {
			us[k].sure, us[k].near = us[k].sure+us[k-1].sure, us[k].near+us[k-1].near
		}
	}
	slices.SortFunc(c.slopes, func(a, b slope) int { return cmp.Compare(a.day, b.day) })
	for k := 1; k < len(c.slopes); k++ {
		before, s := c.slopes[k-1], &c.slopes[k]
		s.rate += before.rate
		s.sum += before.sum + before.rate*int64(s.day-before.day)
	}
	t.slope = c.slopes
}

// finest is the finest level of which one unit holds the span.
func finest(p Span) Level {
	l := Day
	for l > Whole && !l.unit(p.First).Holds(p) {
		l--
	}
	return l
}
