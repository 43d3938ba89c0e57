package edtf

import "cmp"

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
