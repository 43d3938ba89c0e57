package quiz

import (
	"slices"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Ground is why the order of two events is settled, or why it is not.
type Ground uint8

// The grounds of a verdict. The first two settle an order, the others leave it open.
const (
	Dates    Ground = iota // all their dates lie apart
	Links                  // a source tells of one as following, or answering, the other
	Overlap                // their dates have days in common
	Doubtful               // a date is marked as about or uncertain
	Claimed                // a source states a date that allows the other order
	Disputed               // a dispute about their order is recorded
	Contrary               // dates and links say opposite things
)

// Verdict is what the records say of the order of two events.
type Verdict struct {
	Ground Ground
	First  events.Index // the earlier one, if the order is settled
	Reason string       // why it is open, in words; empty where it is settled
}

// Settled tells whether the order of the two counts.
func (v Verdict) Settled() bool { return v.Ground <= Links }

// Truth is the rule by which the order of any two events of a dataset is settled.
//
// A is before B if the editor's date of A and every date that a source states for it
// lie before those of B, none of these dates is marked as about or uncertain, and no
// dispute about their order touches the two; or if links that say "follows" or
// "responds to" lead from B to A. Dates that the sources do not state, but from which
// something can be reckoned, have no say beside the editor's, which rests on them.
//
// It reads only the records that it is asked about, and remembers what it read: it is
// not for several goroutines at once.
type Truth struct {
	data  *events.Dataset
	dates map[events.Index]dates
	after map[events.Index]map[events.Index]bool // those that links put before an event
}

// dates are all dates that have a say in when an event was.
type dates struct {
	editor      edtf.Date
	first, last edtf.Day // of the editor's date
	doubtful    bool
	stated      []edtf.Date // by the sources, and no part of the editor's date
	from, to    edtf.Day    // of all
}

// NewTruth returns the rule for a dataset.
func NewTruth(d *events.Dataset) *Truth {
	return &Truth{data: d, dates: map[events.Index]dates{}, after: map[events.Index]map[events.Index]bool{}}
}

// maxLinked bounds how many events are looked at on the way along links.
const maxLinked = 10_000

// follows tells whether links lead from an event to an earlier one.
func (t *Truth) follows(later, earlier events.Index) bool {
	met, ok := t.after[later]
	if !ok {
		met = map[events.Index]bool{}
		for next := []events.Index{later}; len(next) > 0 && len(met) < maxLinked; next = next[1:] {
			for _, tie := range t.data.Ties(next[0]) {
				if k := tie.Kind.String(); !tie.Back && (k == "follows" || k == "responds-to") && !met[tie.To] {
					met[tie.To] = true
					next = append(next, tie.To)
				}
			}
		}
		t.after[later] = met
	}
	return met[earlier]
}

// datesOf returns the dates of an event.
func (t *Truth) datesOf(i events.Index) dates {
	ds, ok := t.dates[i]
	if !ok {
		ds = datesOf(t.data.Event(i))
		t.dates[i] = ds
	}
	return ds
}

func datesOf(e *events.Event) dates {
	ds := dates{editor: e.Date, first: e.Date.Earliest(), last: e.Date.Latest(), doubtful: marked(e.Date)}
	ds.from, ds.to = ds.first, ds.last
	for _, c := range e.Claims {
		if c.Basis != events.BasisStated || c.Date.IsZero() {
			continue
		}
		ds.doubtful = ds.doubtful || marked(c.Date)
		first, last := c.Date.Earliest(), c.Date.Latest()
		ds.from, ds.to = min(ds.from, first), max(ds.to, last)
		if first < ds.first || last > ds.last {
			ds.stated = append(ds.stated, c.Date)
		}
	}
	return ds
}

func marked(d edtf.Date) bool { return d.Approximate() || d.Uncertain() }

// Of tells what the records say of the order of two different events.
func (t *Truth) Of(a, b events.Index) Verdict {
	v := t.byDates(a, b)
	aFirst, bFirst := t.follows(b, a), t.follows(a, b)
	switch {
	case disputes(t.data.Event(a), t.data.Event(b)) || disputes(t.data.Event(b), t.data.Event(a)):
		return Verdict{Ground: Disputed, Reason: "the articles disagree on their order"}
	case aFirst && bFirst, v.Settled() && (aFirst && v.First == b || bFirst && v.First == a):
		return Verdict{Ground: Contrary, Reason: "dates and links say opposite things"}
	case v.Settled():
		return v
	case aFirst:
		return Verdict{Ground: Links, First: a}
	case bFirst:
		return Verdict{Ground: Links, First: b}
	}
	return v
}

// byDates is the verdict without a look at links and disputes.
func (t *Truth) byDates(a, b events.Index) Verdict {
	x, y := t.datesOf(a), t.datesOf(b)
	switch {
	case x.editor.IsZero() || y.editor.IsZero():
		return Verdict{Ground: Overlap, Reason: "one of them has no date"}
	case x.last >= y.first && y.last >= x.first:
		return Verdict{Ground: Overlap, Reason: overlap(x.editor, y.editor)}
	case x.doubtful || y.doubtful:
		return Verdict{Ground: Doubtful, Reason: "a date of theirs is marked as doubtful"}
	case x.to < y.from:
		return Verdict{Ground: Dates, First: a}
	case y.to < x.from:
		return Verdict{Ground: Dates, First: b}
	}
	if y.last < x.first {
		x, y = y, x
	}
	return Verdict{Ground: Claimed, Reason: claimed(x, y)}
}

// overlap words how two dates share days.
func overlap(a, b edtf.Date) string {
	long, short := a, b
	if within(a, b) {
		long, short = b, a
	}
	switch {
	case within(a, b) && within(b, a):
		return "both are dated " + a.English(edtf.Long)
	case within(short, long):
		return "their dates overlap: " + long.English(edtf.Narrow) + " holds " + short.English(edtf.Narrow)
	}
	return "their dates overlap"
}

// within tells whether the first date's bounds lie in those of the second.
func within(a, b edtf.Date) bool { return a.Earliest() >= b.Earliest() && a.Latest() <= b.Latest() }

// claimed words which stated date stands in the way, which one always does: the
// editor's dates lie apart, and all dates together do not.
func claimed(earlier, later dates) string {
	for _, d := range earlier.stated {
		if d.Latest() >= later.from {
			return "one article states " + d.English(edtf.Long)
		}
	}
	for _, d := range later.stated {
		if d.Earliest() <= earlier.to {
			return "one article states " + d.English(edtf.Long)
		}
	}
	return ""
}

// disputes tells whether an event's record disputes its order with the other. A dispute
// about order that does not name the other event may mean any.
func disputes(e, other *events.Event) bool {
	return slices.ContainsFunc(e.Disputes, func(d events.Dispute) bool {
		return d.About == events.DisputeOrder && (len(d.With) == 0 || slices.Contains(d.With, other.ID))
	})
}
