package edtf

import (
	"cmp"
	"slices"
)

// A Span is a stretch of days of which the ends may be unknown within bounds: its
// first day lies somewhere from Start to StartBy, its last from EndFrom to End, all
// inclusive, and the first is never after the last. Start ≤ EndFrom and
// StartBy ≤ End: every day of the two ranges can be an end.
type Span struct{ Start, StartBy, EndFrom, End Day }

// AppendSpans appends the time of a date to spans: one span for a date or an
// interval, one for each member of a set. A simple date is somewhere in its
// bounds; an interval, and a range in an all-of set, lasts from one end to the
// other; a range in a one-of set is somewhere in it. No date appends all of time.
func (d Date) AppendSpans(spans []Span) []Span {
	if d.kind == kindNone {
		return append(spans, Span{DistantPast, DistantFuture, DistantPast, DistantFuture})
	}
	for i := range d.pieces() {
		p := d.piece(i)
		if p.shape == single || d.kind == kindOneOf {
			spans = append(spans, Span{p.first, p.last, p.first, p.last})
			continue
		}
		from1, from2, to1, to2 := DistantPast, DistantFuture, DistantPast, DistantFuture
		if p.hasFrom() {
			from1, from2 = p.from.bounds()
		}
		if p.hasTo() {
			to1, to2 = p.to.bounds()
		}
		spans = append(spans, Span{from1, min(from2, to2), max(from1, to1), to2})
	}
	return spans
}

// Begins returns the first and last day on which the thing can have begun, both
// inclusive: of 2012-04 any day of April, of 2012-04/2013 the same, of [2006,2008]
// any day from 2006 to 2008, of {2006,2008} any of 2006.
func (d Date) Begins() (first, last Day) {
	var room [4]Span
	spans := d.AppendSpans(room[:0])
	first, last = spans[0].Start, spans[0].StartBy
	for _, s := range spans[1:] {
		first = min(first, s.Start)
		if d.kind == kindAllOf {
			last = min(last, s.StartBy)
		} else {
			last = max(last, s.StartBy)
		}
	}
	return first, last
}

// Ends returns the first and last member of a date, each without interval or set:
// of 2012-04 twice itself, of [2006,2008] and 2006/2008 the years 2006 and 2008.
// An open or unknown end is no date.
func (d Date) Ends() (from, to Date) {
	n := d.pieces()
	if n == 0 {
		return Date{}, Date{}
	}
	if p := d.piece(0); p.hasFrom() {
		from = simple(p.from)
	}
	switch p := d.piece(n - 1); {
	case p.hasTo():
		to = simple(p.to)
	case p.shape == single:
		to = simple(p.from)
	}
	return from, to
}

// Plain is the date without what makes it about or uncertain.
func (d Date) Plain() Date {
	d.whole.from.qual, d.whole.to.qual = 0, 0
	if d.set != nil {
		members := slices.Clone(*d.set)
		for i := range members {
			members[i].from.qual, members[i].to.qual = 0, 0
		}
		d.set = &members
	}
	return d
}

// OfYear is the date of an astronomical year.
func OfYear(year int) Date { return simple(atom{year: int32(year)}) }

// OfMonth is the date of a month of a year; month is 1 to 12.
func OfMonth(year, month int) Date { return simple(atom{year: int32(year), month: uint8(month)}) }

// OfDay is the date of a day; no date for DistantPast and DistantFuture.
func OfDay(day Day) Date {
	if day == DistantPast || day == DistantFuture {
		return Date{}
	}
	year, month, dayOfMonth := day.Civil()
	return simple(atom{year: int32(year), month: uint8(month), day: uint8(dayOfMonth)})
}

// Compare orders dates for a list: by the earliest day, then the narrower first
// (the one with the earlier latest day). It is 0 for equal bounds, whatever else
// differs; no date comes after every date. Break ties by something of your own,
// such as an id, for an order that never changes.
func Compare(a, b Date) int {
	switch {
	case a.IsZero() && b.IsZero():
		return 0
	case a.IsZero():
		return 1
	case b.IsZero():
		return -1
	}
	return cmp.Or(cmp.Compare(a.whole.first, b.whole.first), cmp.Compare(a.whole.last, b.whole.last))
}

// Overlaps reports whether a and b have a day in common: the happenings can have
// been at the same time. Gaps of sets count: [2006,2008] does not overlap 2007.
// It is false if either is no date.
func Overlaps(a, b Date) bool {
	for i := range a.pieces() {
		p := a.piece(i)
		for j := range b.pieces() {
			q := b.piece(j)
			if p.first <= q.last && q.first <= p.last {
				return true
			}
		}
	}
	return false
}
