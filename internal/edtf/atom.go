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

// unknown says which digits are X, as a set.
type unknown uint8

const (
	unknownDay    unknown = 1 << iota // 2012-04-XX
	unknownMonth                      // 2012-XX, 2012-XX-02
	unknownYear                       // 201X, 156X-12-25
	unknownDecade                     // 20XX, 15XX-12-25

	unknownYears = unknownYear | unknownDecade
)

// A qualification is a set of approximate and uncertain.
type qualification uint8

const (
	approximate qualification             = 1 << iota // ~
	uncertain                                         // ?
	both        = approximate | uncertain             // %
)

// qualifiers are the signs of the qualifications from approximate to both.
const qualifiers = "~?%"

// The components, as places in atom.qual.
const (
	yearPart = iota
	monthPart
	dayPart
)

// The numbers beside those of months: seasons, and the sub-year groupings of
// Level 2. A season without hemisphere is read as a northern one.
const (
	spring      = 21 // … 24 winter
	winter      = 24
	northern    = 25 // spring … 28 winter
	southern    = 29 // spring … 32 winter
	quarters    = 33 // … 36
	thirds      = 37 // … 39, of four months each
	halves      = 40 // and 41
	lastSubYear = 41
)

// grouping returns the months of a season or other part of a year: its first, 1 to
// 12, and how many.
func grouping(month int) (first, months int) {
	switch {
	case month >= halves:
		return 6*(month-halves) + 1, 6
	case month >= thirds:
		return 4*(month-thirds) + 1, 4
	case month >= quarters:
		return 3*(month-quarters) + 1, 3
	case month >= southern:
		return 3*((month-southern+2)%4) + 3, 3
	case month >= northern:
		return 3*(month-northern) + 3, 3
	}
	return 3*(month-spring) + 3, 3
}

// spansYears tells whether a part of a year ends in the year after: a winter of the
// north, a summer of the south.
func spansYears(month uint8) bool {
	first, months := grouping(int(month))
	return month >= spring && first+months > 13
}

// parts returns how many components are written, 1 to 3.
func (a atom) parts() int {
	switch {
	case a.day != 0 || a.unknown&unknownDay != 0:
		return 3
	case a.month != 0 || a.unknown&unknownMonth != 0:
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
func (a atom) plainYear() bool { return a.parts() == 1 && a.unknown == 0 }

func (a atom) precision() Precision {
	switch {
	case a.unknown&unknownDecade != 0:
		return PrecisionCentury
	case a.unknown&unknownYear != 0:
		return PrecisionDecade
	case a.unknown&unknownMonth != 0:
		return PrecisionYear
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
	switch {
	case a.unknown&unknownDecade != 0:
		spread = 99
	case a.unknown&unknownYear != 0:
		spread = 9
	}
	if first < 0 {
		return first - spread, last
	}
	return first, last + spread
}

// bounds returns the first and last day, inclusive: of 156X-12-25 Christmas 1560
// and Christmas 1569. What a Day cannot count is DistantPast as a first and
// DistantFuture as a last day.
func (a atom) bounds() (first, last Day) {
	y1, y2 := a.years()
	m1, m2 := a.months()
	if a.day == 0 {
		first, last = NewDay(y1, m1, 1), NewDay(y2, m2+1, 0)
	} else {
		first, last = a.days(y1, y2, m1, m2)
	}
	if first == minDay {
		first = DistantPast
	}
	if last == maxDay {
		last = DistantFuture
	}
	return first, last
}

// months returns the first and last month that the atom can be in; a winter's last
// is 14.
func (a atom) months() (first, last int) {
	switch {
	case a.month >= spring:
		first, n := grouping(int(a.month))
		return first, first + n - 1
	case a.month != 0:
		return int(a.month), int(a.month)
	}
	return 1, 12
}

// days returns the first and the last of the days of the atom's number in the months m1
// to m2 of the years y1 to y2. There is one: what reads a date sees to it.
func (a atom) days(y1, y2, m1, m2 int) (first, last Day) {
	first, last = maxDay, minDay
	for y := y1; y <= y2; y++ {
		for m := m1; m <= m2; m++ {
			if int(a.day) <= daysIn(y, m) {
				day := NewDay(y, m, int(a.day))
				first, last = min(first, day), max(last, day)
			}
		}
	}
	return first, last
}
