package converse

import (
	"maps"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/session"
)

// The ribbon of the full screen shows when much happened. Here its buckets are
// spoken: the years, the months of the current event's year, or the days of its
// month, with how many events fall in each and how many reach into it.

// zoomTo counts by the given unit.
func (t *talk) zoomTo(arg string) {
	switch arg {
	case "":
	case "in", "out":
		if !t.ZoomBy(map[string]int{"in": 1, "out": -1}[arg]) {
			t.say("It counts by the %s already.", t.Zoom.Word())
			return
		}
	default:
		u := session.ParseUnit(strings.TrimSuffix(arg, "s") + "s")
		if strings.TrimSuffix(arg, "s") != u.Word() {
			t.say("The command zoom takes in, out, years, months or days after it.")
			return
		}
		t.Zoom = u
	}
	t.density()
}

// bucket is how many events fall in a unit of the calendar.
type bucket struct {
	first          edtf.Day // the unit's first day
	certain, maybe int
}

// density says how many events fall in each unit. The numbers of the list go there.
func (t *talk) density() {
	i, ok := t.Current()
	if !ok {
		t.sayNone()
		return
	}
	from, to, within := edtf.DistantPast+1, edtf.DistantFuture-1, ""
	if t.Zoom != session.Year {
		outer := t.Zoom - 1
		day := t.Data.Shown[i]
		if day == edtf.DistantPast {
			day = t.Data.Last[i]
		}
		from, to = outer.Start(day, 0), outer.Start(day, 1)-1
		within = " of " + unitName(outer, from)
	}
	buckets, over := t.buckets(from, to)
	t.say("Events by the %s%s. The commands step on and step back go by the %s.", t.Zoom.Word(), within, t.Zoom.Word())
	if over > 0 {
		t.say("%s counted below.", english.Count(over, "event reaches over all of that time, and is not", "events reach over all of that time, and are not"))
	}
	if len(buckets) == 0 {
		t.say("No event is dated to a %s of it.", t.Zoom.Word())
		return
	}
	unit := t.Zoom
	t.offer(&list{
		n:     len(buckets),
		page:  12,
		label: func(k int) string { return unitName(unit, buckets[k].first) + ": " + buckets[k].words() },
		choose: func(k int) {
			first := buckets[k].first
			d, err := t.Nearest(first, unit.Start(first, 1)-1)
			if err != nil { // filters that came after the list
				t.sayNone()
				return
			}
			t.arrive(d, unitName(unit, first))
		},
	})
}

// words is "3 events, and 1 that reaches into it".
func (b bucket) words() string {
	certain := english.Count(b.certain, "event", "events")
	switch {
	case b.maybe == 0:
		return certain
	case b.certain == 0:
		return english.Count(b.maybe, "event that reaches", "events that reach") + " into it"
	}
	return certain + ", and " + english.Count(b.maybe, "that reaches", "that reach") + " into it"
}

// buckets counts the shown events by the unit of the zoom, those whose dates touch
// the days from a to b. An event counts for certain where its whole date lies in
// one unit, and as one that reaches into each unit that it touches otherwise. Open ends
// reach to where known dates do. Units without events are left out; events that touch
// all units are counted in over alone.
func (t *talk) buckets(a, b edtf.Day) (list []bucket, over int) {
	lo, hi := b, a
	for _, i := range t.Shown {
		for _, day := range [2]edtf.Day{t.Data.First[i], t.Data.Last[i]} {
			if day != edtf.DistantPast && day != edtf.DistantFuture && day >= a && day <= b {
				lo, hi = min(lo, day), max(hi, day)
			}
		}
	}
	if t.Zoom != session.Year { // dates that reach over the whole stretch touch all of it
		lo, hi = a, b
	}
	if lo > hi {
		return nil, 0
	}
	certain, change := map[edtf.Day]int{}, map[edtf.Day]int{}
	for _, i := range t.Shown {
		first, last := t.Data.First[i], t.Data.Last[i]
		if last < lo || first > hi {
			continue
		}
		from, to := t.Zoom.Start(max(first, lo), 0), t.Zoom.Start(min(last, hi), 0)
		if from == to && first >= lo && last <= hi {
			certain[from]++
			continue
		}
		if first <= lo && last >= hi {
			over++
			continue
		}
		change[from]++
		change[t.Zoom.Start(to, 1)]--
	}
	return t.counted(certain, change, lo, hi), over
}

// mostBuckets bounds the list of units that only possible events touch.
const mostBuckets = 1000

func (t *talk) counted(certain, change map[edtf.Day]int, lo, hi edtf.Day) []bucket {
	days := slices.AppendSeq(slices.Collect(maps.Keys(certain)), maps.Keys(change))
	for n, day := 0, t.Zoom.Start(lo, 0); n < mostBuckets && day <= hi; n, day = n+1, t.Zoom.Start(day, 1) {
		days = append(days, day)
	}
	slices.Sort(days)
	var out []bucket
	maybe := 0
	for _, day := range slices.Compact(days) {
		maybe += change[day]
		if c := certain[day]; c > 0 || maybe > 0 {
			out = append(out, bucket{day, c, maybe})
		}
	}
	return out
}
