package edtf

// An atom is a date without interval or set: a day, month, season, year, decade
// or century, with its qualification.
type atom struct {
	year    int32 // astronomical; unspecified digits count as zeros
	month   uint8 // 1..12, 21..24 for seasons, 0 if none or unknown
	day     uint8 // 1..31, 0 if none or unknown
	unknown unknown
	// qual holds two bits a component, the year's lowest. Components that are
	// not there have none.
	qual uint8
}

// unknown says which digits are X.
type unknown uint8

const (
	unknownNothing  unknown = iota
	unknownDay              // 2012-04-XX
	unknownMonth            // 2012-XX
	unknownMonthDay         // 2012-XX-XX
	unknownYear             // 201X
	unknownDecade           // 20XX
)

// A qualification is a set of approximate and uncertain.
type qualification uint8

const (
	approximate qualification             = 1 << iota // ~
	uncertain                                         // ?
	both        = approximate | uncertain             // %
)

// The components, as places in atom.qual.
const (
	yearPart = iota
	monthPart
	dayPart
)

const (
	spring = 21
	winter = 24
)

// parts returns how many components are written, 1 to 3.
func (a atom) parts() int {
	switch {
	case a.day != 0 || a.unknown == unknownDay || a.unknown == unknownMonthDay:
		return 3
	case a.month != 0 || a.unknown == unknownMonth:
		return 2
	}
	return 1
}

// partQual returns the qualification of one component.
func (a atom) partQual(part int) qualification {
	return qualification(a.qual>>(2*part)) & both
}

// anyQual returns the qualification of any component.
func (a atom) anyQual() qualification {
	return a.partQual(yearPart) | a.partQual(monthPart) | a.partQual(dayPart)
}

// commonQual reports whether all components have the same qualification.
func (a atom) commonQual() bool {
	for part := 1; part < a.parts(); part++ {
		if a.partQual(part) != a.partQual(yearPart) {
			return false
		}
	}
	return true
}

// qualify adds q to the components from first to last.
func (a *atom) qualify(first, last int, q qualification) {
	for part := first; part <= last; part++ {
		a.qual |= uint8(q) << (2 * part)
	}
}

// plainYear reports whether the atom is a year and nothing else.
func (a atom) plainYear() bool { return a.parts() == 1 && a.unknown == unknownNothing }

func (a atom) precision() Precision {
	switch {
	case a.unknown == unknownDecade:
		return PrecisionCentury
	case a.unknown == unknownYear:
		return PrecisionDecade
	case a.day != 0:
		return PrecisionDay
	case a.month >= spring:
		return PrecisionSeason
	case a.month != 0:
		return PrecisionMonth
	}
	return PrecisionYear
}

// years returns the first and last year that the atom can be in. The winter of
// a year counts as that year.
func (a atom) years() (first, last int) {
	first = int(a.year)
	last = first
	spread := 0
	switch a.unknown {
	case unknownYear:
		spread = 9
	case unknownDecade:
		spread = 99
	}
	if first < 0 {
		return first - spread, last
	}
	return first, last + spread
}

// bounds returns the first and last day, inclusive. What a Day cannot count is
// DistantPast as a first and DistantFuture as a last day.
func (a atom) bounds() (first, last Day) {
	y1, y2 := a.years()
	switch {
	case a.day != 0:
		first = NewDay(y1, int(a.month), int(a.day))
		last = first
	case a.month >= spring:
		start := 3 * (int(a.month) - spring + 1) // 3, 6, 9, 12
		first, last = NewDay(y1, start, 1), NewDay(y1, start+3, 0)
	case a.month != 0:
		first, last = NewDay(y1, int(a.month), 1), NewDay(y1, int(a.month)+1, 0)
	default:
		first, last = NewDay(y1, 1, 1), NewDay(y2, 12, 31)
	}
	if first == minDay {
		first = DistantPast
	}
	if last == maxDay {
		last = DistantFuture
	}
	return first, last
}
