package edtf

import (
	"math"
	"strconv"
)

// A Day counts days since 1970-01-01 in the proleptic Gregorian calendar.
//
// Days reach about 5.8 million years either way. The two extreme values are not
// days: they are DistantPast and DistantFuture.
type Day int32

const (
	// DistantPast is the earliest bound of a date that has no known beginning,
	// or one too long ago for a Day to count.
	DistantPast Day = math.MinInt32
	// DistantFuture is the latest bound of a date that has no known end, or one
	// too far ahead for a Day to count.
	DistantFuture Day = math.MaxInt32

	minDay = DistantPast + 1
	maxDay = DistantFuture - 1
)

// farYear lies safely beyond the last year that a Day can count, also when used
// to bound months and days: no sum of bounded ones overflows.
const farYear = 6_000_000

// NewDay returns the day of a calendar date. Years are astronomical: 0 is 1 BC.
//
// A month outside 1..12 or a day outside the month carries over, as with
// time.Date: NewDay(2012, 3, 0) is 29 February 2012. What a Day cannot count
// becomes the first or last day that it can, never DistantPast or
// DistantFuture.
func NewDay(year, month, day int) Day {
	year = min(max(year, -farYear), farYear)
	month = min(max(month, -30*farYear), 30*farYear)
	days := min(max(int64(day), -1000*farYear), 1000*farYear)
	m := month - 1
	year += floorDiv(m, 12)
	m -= floorDiv(m, 12) * 12
	return clampDay(civilDays(year, m+1) + days - 1)
}

// clampDay keeps n within the days that are days.
func clampDay(n int64) Day {
	return Day(min(max(n, int64(minDay)), int64(maxDay)))
}

// civilDays returns the number of days from 1970-01-01 to the first of a month,
// month being 1..12. The method is Howard Hinnant's
// (https://howardhinnant.github.io/date_algorithms.html): years begin in March,
// so that the leap day is the last of its year.
func civilDays(year, month int) int64 {
	y, m := int64(year), int64(month)
	if m <= 2 {
		y--
		m += 12
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yearOfEra := y - era*400
	dayOfYear := (153*(m-3) + 2) / 5
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return era*146097 + dayOfEra - 719468
}

// Civil returns the calendar date: an astronomical year, a month from 1 to 12
// and a day from 1 to 31. It is meaningless for DistantPast and DistantFuture.
func (d Day) Civil() (year, month, day int) {
	z := int64(d) + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	dayOfEra := z - era*146097
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*m+2)/5 + 1)
	month = int(m) + 3
	year = int(yearOfEra + era*400)
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// String returns the day as 2012-04-02, and ".." for DistantPast and
// DistantFuture. Years of more than four digits get a sign, as ISO 8601 writes
// expanded years: +12345-04-02 (which EDTF, and so Parse, does not have).
func (d Day) String() string {
	if d == DistantPast || d == DistantFuture {
		return ".."
	}
	year, month, day := d.Civil()
	b := make([]byte, 0, 16)
	if year > 9999 {
		b = append(b, '+')
	}
	b = appendYear(b, year)
	b = append(b, '-')
	b = appendDigits(b, month, 2)
	b = append(b, '-')
	return string(appendDigits(b, day, 2))
}

// appendYear appends a sign for negative years and at least four digits.
func appendYear(b []byte, year int) []byte {
	if year < 0 {
		b = append(b, '-')
		year = -year
	}
	return appendDigits(b, year, 4)
}

// appendDigits appends n ≥ 0 with zeros on the left up to the given width.
func appendDigits(b []byte, n, width int) []byte {
	for limit := pow10(width - 1); n < limit && limit > 1; limit /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func pow10(n int) int {
	p := 1
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

// daysIn returns the length of a month in days; month is 1..12.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// floorDiv divides rounding towards minus infinity; b must be positive.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
