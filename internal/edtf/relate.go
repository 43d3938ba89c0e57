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

// CertainlyBefore reports whether a was over before b began, wherever in their
// bounds both really were: a's latest day is before b's earliest.
//
// The same bounds serve spans. An interval a/b is certainly before something if
// its last possible day is. A date with an open or unknown end is certainly
// before nothing. It is false if either is no date.
func CertainlyBefore(a, b Date) bool {
	return !a.IsZero() && !b.IsZero() && a.whole.last < b.whole.first
}

// PossiblyBefore reports whether there is a day of a before some day of b: a's
// earliest day is before b's latest. For spans this means that a may have begun
// before b ended. Whatever is certainly before is possibly before; two dates may
// each be possibly before the other. It is false if either is no date.
func PossiblyBefore(a, b Date) bool {
	return !a.IsZero() && !b.IsZero() && a.whole.first < b.whole.last
}

// CertainlyWithin reports whether every day that a can have been on, or that it
// lasted, lies inside b, b being read as the whole stretch or set of days from
// its earliest to its latest: 2012-04-02 is certainly within 2012-04. Gaps of
// sets are outside. It is false if either is no date.
func CertainlyWithin(a, b Date) bool {
	for i := range a.pieces() {
		if !b.covers(a.piece(i)) {
			return false
		}
	}
	return !a.IsZero()
}

// covers reports whether the pieces of d together cover p. Members of a set are
// nearly in order but may overlap, so it goes round until nothing is gained.
func (d *Date) covers(p *piece) bool {
	next := int64(p.first) // first day not yet covered
	for gained := true; gained; {
		gained = false
		for i := range d.pieces() {
			q := d.piece(i)
			if int64(q.first) <= next && next <= int64(q.last) {
				if q.last >= p.last {
					return true
				}
				next = int64(q.last) + 1
				gained = true
			}
		}
	}
	return false
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
