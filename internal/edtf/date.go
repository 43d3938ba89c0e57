package edtf

// A Date is an EDTF date: a day, a coarser date, an interval or a set. The zero
// value is no date. Dates are small values, to be passed by value; == does not
// compare them, since sets live behind a pointer. Compare the bounds with
// [Compare] or the meaning with String.
type Date struct {
	kind  kind
	whole piece    // the date or interval; for sets only the bounds are used
	set   *[]piece // members in order, for sets; never changed once built
}

type kind uint8

const (
	kindNone     kind = iota
	kindSimple        // one atom
	kindInterval      // a/b
	kindOneOf         // [a,b]
	kindAllOf         // {a,b}
)

// A piece is a date, an interval or a member of a set, with its bounds.
type piece struct {
	from, to    atom // to is used by ranges and open beginnings
	first, last Day  // inclusive
	shape       shape
}

type shape uint8

const (
	single       shape = iota // from
	closed                    // from/to, from..to
	openStart                 // ../to, ..to
	openEnd                   // from/.., from..
	unknownStart              // /to
	unknownEnd                // from/
)

// hasFrom and hasTo report which ends of the piece are written.
func (p *piece) hasFrom() bool { return p.shape != openStart && p.shape != unknownStart }
func (p *piece) hasTo() bool   { return p.shape != single && p.shape != openEnd && p.shape != unknownEnd }

// setBounds works out first and last from the atoms.
func (p *piece) setBounds() {
	p.first, p.last = DistantPast, DistantFuture
	var end Day
	if p.hasFrom() {
		p.first, end = p.from.bounds()
		if p.shape == single {
			p.last = end
		}
	}
	if p.hasTo() {
		_, p.last = p.to.bounds()
	}
}

// qual returns the qualification of all that is written in the piece.
func (p *piece) qual() (q qualification) {
	if p.hasFrom() {
		q |= p.from.anyQual()
	}
	if p.hasTo() {
		q |= p.to.anyQual()
	}
	return q
}

// pieces returns how many pieces the date has: none for no date, one unless it
// is a set.
func (d *Date) pieces() int {
	switch {
	case d.kind == kindNone:
		return 0
	case d.set != nil:
		return len(*d.set)
	}
	return 1
}

// piece returns the i-th piece. The caller must not change it.
func (d *Date) piece(i int) *piece {
	if d.set != nil {
		return &(*d.set)[i]
	}
	return &d.whole
}

// qual returns the qualification of any part of the date.
func (d *Date) qual() (q qualification) {
	for i := range d.pieces() {
		q |= d.piece(i).qual()
	}
	return q
}

// isOpen reports whether an end is open or unknown.
func (d *Date) isOpen() bool {
	for i := range d.pieces() {
		if s := d.piece(i).shape; s != single && s != closed {
			return true
		}
	}
	return false
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.kind == kindNone }

// Earliest returns the first day on which the thing can have been: the first day
// of the month for a month, and so on. It is DistantPast if the beginning is
// open or unknown, if it is too long ago for a Day, and for no date.
//
// Spring runs from 1 March to 31 May, summer to 31 August, autumn to
// 30 November, and winter from 1 December to the end of February of the next
// year. That is how historians of the northern hemisphere, and meteorologists,
// use the words; EDTF leaves it open. (npm's edtf takes the quarters of the
// year instead, so that its winter 2012 ends in December 2012.)
func (d Date) Earliest() Day {
	if d.kind == kindNone {
		return DistantPast
	}
	return d.whole.first
}

// Latest returns the last day on which the thing can have been, inclusive. It is
// DistantFuture if the end is open or unknown, if it is too far ahead for a Day,
// and for no date. About seasons see Earliest.
func (d Date) Latest() Day {
	if d.kind == kindNone {
		return DistantFuture
	}
	return d.whole.last
}

// Approximate reports whether any part of the date is "about" (~ or %).
func (d Date) Approximate() bool { return d.qual()&approximate != 0 }

// Uncertain reports whether any part of the date is uncertain (? or %).
func (d Date) Uncertain() bool { return d.qual()&uncertain != 0 }

// IsSpan reports whether the date is an interval: the thing lasted from one end
// to the other, open or unknown ends included.
func (d Date) IsSpan() bool { return d.kind == kindInterval }

// IsOneOf reports whether the date is a one-of set: the thing was on one day, or
// in one of the months or years, of the set.
func (d Date) IsOneOf() bool { return d.kind == kindOneOf }

// IsAllOf reports whether the date is an all-of set: the thing was at every
// member of the set.
func (d Date) IsAllOf() bool { return d.kind == kindAllOf }

// Precision is how exact a date is. Values are ordered from the finest.
type Precision uint8

const (
	PrecisionNone    Precision = iota // no date
	PrecisionDay                      // 2012-04-02
	PrecisionMonth                    // 2012-04, 2012-04-XX
	PrecisionSeason                   // 2012-21
	PrecisionYear                     // 2012, 2012-XX, 2012-XX-XX
	PrecisionDecade                   // 201X
	PrecisionCentury                  // 20XX
	PrecisionSpan                     // an interval with two ends
	PrecisionSet                      // a set without open ends
	PrecisionOpen                     // an interval or set with an open or unknown end
)

var precisionNames = [...]string{"none", "day", "month", "season", "year", "decade", "century", "span", "set", "open"}

// String returns the lower-case name: "none", "day", "month" …
func (p Precision) String() string {
	if int(p) >= len(precisionNames) {
		return "unknown"
	}
	return precisionNames[p]
}

// Precision returns how exact the date is.
func (d Date) Precision() Precision {
	switch {
	case d.kind == kindNone:
		return PrecisionNone
	case d.kind == kindSimple:
		return d.whole.from.precision()
	case d.isOpen():
		return PrecisionOpen
	case d.kind == kindInterval:
		return PrecisionSpan
	}
	return PrecisionSet
}
