package edtf

import "cmp"

// Compare orders dates for a list: by the earliest day, then the narrower first
// (the one with the earlier latest day). It is 0 for equal bounds, whatever else
// differs; no date comes after every date. Break ties by something of your own,
// such as an id, for an order that never changes.
func Compare(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(zeroRank(a), zeroRank(b))
	}
	if c := cmp.Compare(a.whole.first, b.whole.first); c != 0 {
		return c
	}
	return cmp.Compare(a.whole.last, b.whole.last)
}

// zeroRank puts no date after every date.
func zeroRank(d Date) int {
	if d.IsZero() {
		return 1
	}
	return 0
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

// Contains reports whether the thing can have been on the day, or lasted over
// it. Gaps of sets are not contained.
func (d Date) Contains(day Day) bool {
	for i := range d.pieces() {
		if p := d.piece(i); p.first <= day && day <= p.last {
			return true
		}
	}
	return false
}
