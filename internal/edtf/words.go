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
		return q.appendUncertain(a.appendBare(q.appendAbout(b), l, st))
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

// appendAbout appends the mark that stands before an approximate date.
func (q qualification) appendAbout(b []byte) []byte {
	if q&approximate != 0 {
		b = append(b, '~')
	}
	return b
}

// appendUncertain appends the mark that stands after an uncertain date.
func (q qualification) appendUncertain(b []byte) []byte {
	if q&uncertain != 0 {
		b = append(b, '?')
	}
	return b
}

// appendUnknown says what XX says.
func (a atom) appendUnknown(b []byte) []byte {
	switch a.unknown {
	case unknownDay:
		b = append(b, ", day unknown"...)
	case unknownMonth:
		b = append(b, ", month unknown"...)
	case unknownMonthDay:
		b = append(b, ", month and day unknown"...)
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
	case a.unknown == unknownYear || a.unknown == unknownDecade:
		return a.appendDecade(b, l)
	case a.month >= spring:
		b = append(b, seasonNames[a.month-spring]...)
		switch {
		case st.noYear:
			return b
		case a.month == winter:
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

// appendDecade words a decade or century. The decade that opens a century says
// so, since "the 2000s" may be either; the rare ones before the year 1000 give
// their years.
func (a atom) appendDecade(b []byte, l Length) []byte {
	if a.year < 1000 {
		if !l.full() {
			return a.appendYear(b) // 007X, -044X
		}
		y1, y2 := a.years()
		b = appendYearWords(append(b, "between "...), y1)
		return appendYearWords(append(b, " and "...), y2)
	}
	if l == Gutter && a.unknown == unknownDecade {
		return a.appendYear(b) // 20XX
	}
	if l.full() {
		b = append(b, "the "...)
	}
	b = append(strconv.AppendInt(b, int64(a.year), 10), 's')
	kind := ""
	switch {
	case a.unknown == unknownDecade:
		kind = "century"
	case a.year%100 == 0 && l != Gutter:
		kind = "decade"
	}
	switch {
	case kind == "":
		return b
	case l.full():
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
