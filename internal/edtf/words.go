package edtf

import (
	"strconv"
	"time"
)

// A style tells what an atom need not say.
type style struct {
	noYear  bool // the year is said elsewhere; only for what is finer than a year
	noMonth bool // so is the month; only for days
}

func (s style) and(t style) style {
	return style{s.noYear && t.noYear, s.noMonth && t.noMonth}
}

var seasonNames = [...]string{"spring", "summer", "autumn", "winter"}

// append words the atom with its qualification: "about July 2012" in full, else
// "~Jul 2012".
func (a atom) append(b []byte, l Length, st style) []byte {
	if !l.full() {
		q := a.anyQual()
		return q.appendMark(a.appendBare(q.appendMark(b, approximate), l, st), uncertain)
	}
	if !a.commonQual() {
		return a.appendParts(a.appendUnknown(a.appendBare(b, l, st)))
	}
	q := a.partQual(yearPart)
	if q&approximate != 0 {
		b = append(b, "about "...)
	}
	b = a.appendUnknown(a.appendBare(b, l, st))
	if q&uncertain != 0 {
		b = append(b, " (uncertain)"...)
	}
	return b
}

// appendMark appends the mark of a qualification if q has it: ~ before an approximate
// date, ? after an uncertain one.
func (q qualification) appendMark(b []byte, of qualification) []byte { return appendQual(b, q&of) }

// appendUnknown says what XX says.
func (a atom) appendUnknown(b []byte) []byte {
	switch month, day := a.unknown&unknownMonth != 0, a.unknown&unknownDay != 0; {
	case month && day:
		return append(b, ", month and day unknown"...)
	case month && a.day == 0:
		return append(b, ", month unknown"...)
	case day:
		return append(b, ", day unknown"...)
	}
	return b
}

// appendParts says which components are qualified: " (year uncertain, month
// approximate)".
func (a atom) appendParts(b []byte) []byte {
	words := [...]string{"", "approximate", "uncertain", "approximate and uncertain"}
	names := [...]string{"year", "month", "day"}
	separator := " ("
	for part := range a.parts() {
		if q := a.partQual(part); q != 0 {
			name := names[part]
			if part == monthPart && a.month >= spring {
				name = "season"
			}
			b = append(b, separator...)
			b = append(append(append(b, name...), ' '), words[q]...)
			separator = ", "
		}
	}
	return append(b, ')')
}

// appendBare words the atom without its qualification.
func (a atom) appendBare(b []byte, l Length, st style) []byte {
	switch {
	case a.day != 0 && a.month == 0:
		return a.appendDayOfSomeMonth(b, l)
	case a.unknown&unknownYears != 0:
		return a.appendInDecade(b, l)
	case a.month >= quarters:
		return a.appendSubYear(b, l, st)
	case a.month >= spring:
		b = a.appendSeason(b, l)
		switch {
		case st.noYear:
			return b
		case spansYears(a.month):
			if l == Spoken {
				return appendYears(append(b, ' '), int(a.year), int(a.year)+1, l, l.dash())
			}
			return appendYears(append(b, ' '), int(a.year), int(a.year)+1, Gutter, "–")
		}
		return appendYearWords(append(b, ' '), int(a.year))
	case a.month == 0:
		return appendYearWords(b, int(a.year))
	}
	if a.day != 0 {
		b = strconv.AppendInt(b, int64(a.day), 10)
		if st.noMonth {
			return b
		}
		b = append(b, ' ')
	}
	name := time.Month(a.month).String()
	if !l.full() {
		name = name[:3]
	}
	b = append(b, name...)
	if st.noYear {
		return b
	}
	return appendYearWords(append(b, ' '), int(a.year))
}

// appendSeason words a season: "spring", "southern spring", and in the gutter
// "spring S".
func (a atom) appendSeason(b []byte, l Length) []byte {
	name, long, short := seasonNames[(a.month-spring)%4], "", ""
	switch {
	case a.month >= southern:
		long, short = "southern ", " S"
	case a.month >= northern:
		long, short = "northern ", " N"
	}
	if l == Gutter {
		return append(append(b, name...), short...)
	}
	return append(append(b, long...), name...)
}

var ordinals = [...]string{"first", "second", "third", "fourth"}

// appendSubYear words a quarter, third or half of a year: "first quarter of 2012",
// and where there is little room "Q1 2012", "third 1 of 2012".
func (a atom) appendSubYear(b []byte, l Length, st style) []byte {
	name, number := "quarter", int(a.month-quarters)
	switch {
	case a.month >= halves:
		name, number = "half", int(a.month-halves)
	case a.month >= thirds:
		name, number = "third", int(a.month-thirds)
	}
	switch {
	case l.full():
		b = append(append(append(b, ordinals[number]...), ' '), name...)
	case name == "quarter":
		b = strconv.AppendInt(append(b, 'Q'), int64(number+1), 10)
	default:
		b = strconv.AppendInt(append(append(b, name...), ' '), int64(number+1), 10)
	}
	if st.noYear {
		return b
	}
	return appendYearWords(append(b, " of "...), int(a.year))
}

// appendDayOfSomeMonth words 2012-XX-02: "day 2 of an unknown month of 2012". Where
// there is little room the year must do.
func (a atom) appendDayOfSomeMonth(b []byte, l Length) []byte {
	if l != Gutter {
		b = strconv.AppendInt(append(b, "day "...), int64(a.day), 10)
		b = append(b, " of an unknown month of "...)
	}
	return atom{year: a.year, unknown: a.unknown & unknownYears}.appendBare(b, l, style{})
}

// appendInDecade words a decade or century, or a day or month of one that is not
// known: "25 December of the 1560s". In the gutter the decade must do.
func (a atom) appendInDecade(b []byte, l Length) []byte {
	if a.month == 0 || l == Gutter {
		return a.appendDecade(b, l)
	}
	within := a
	within.unknown, within.year = a.unknown&^unknownYears, 1
	b = within.appendBare(b, l, style{noYear: true})
	return a.appendDecade(append(b, " of "...), l)
}

// appendDecade words a decade or century. The decade that opens a century says
// so, since "the 2000s" may be either; the rare ones before the year 1000 give
// their years.
func (a atom) appendDecade(b []byte, l Length) []byte {
	if a.year < 1000 {
		if !l.full() {
			return a.appendYear(b) // 007X, -044X
		}
		y1, y2 := a.years()
		return appendYears(append(b, "the years "...), y1, y2, l, l.dash())
	}
	if l == Gutter && a.unknown&unknownDecade != 0 {
		return a.appendYear(b) // 20XX
	}
	if l.full() {
		b = append(b, "the "...)
	}
	b = append(strconv.AppendInt(b, int64(a.year), 10), 's')
	kind := "century"
	if a.unknown&unknownDecade == 0 {
		if a.year%100 != 0 || l == Gutter {
			return b
		}
		kind = "decade"
	}
	if l.full() {
		return append(append(append(b, " ("...), kind...), ')')
	}
	return append(append(b, ' '), kind...)
}

// appendYearWords words an astronomical year: "2012", "AD 79", "44 BC".
func appendYearWords(b []byte, year int) []byte {
	switch {
	case year <= 0:
		return append(strconv.AppendInt(b, int64(1-year), 10), " BC"...)
	case year < 1000 || year > 9999:
		b = append(b, "AD "...)
	}
	return strconv.AppendInt(b, int64(year), 10)
}

// appendYears words two years with a separator: "2008–2013", "44–43 BC". Gutter
// leaves out the century of the second if it is that of the first: "2008–13".
func appendYears(b []byte, y1, y2 int, l Length, separator string) []byte {
	switch {
	case y2 <= 0:
		b = strconv.AppendInt(b, int64(1-y1), 10)
		return appendYearWords(append(b, separator...), y2)
	case y1 < 1000 || y2 > 9999:
		if l == Long && separator == "–" {
			separator = " – "
		}
		return appendYearWords(append(appendYearWords(b, y1), separator...), y2)
	}
	b = append(strconv.AppendInt(b, int64(y1), 10), separator...)
	if l == Gutter && y1/100 == y2/100 {
		return appendDigits(b, y2%100, 2)
	}
	return strconv.AppendInt(b, int64(y2), 10)
}
