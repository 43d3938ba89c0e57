package edtf

import (
	"math"
	"slices"
	"strconv"
	"time"
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
	day = min(max(day, -1000*farYear), 1000*farYear)
	return clampDay(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / secondsADay)
}

const secondsADay = 24 * 60 * 60

// clampDay keeps n within the days that are days.
func clampDay(n int64) Day {
	return Day(min(max(n, int64(minDay)), int64(maxDay)))
}

// Civil returns the calendar date: an astronomical year, a month from 1 to 12
// and a day from 1 to 31. It is meaningless for DistantPast and DistantFuture.
func (d Day) Civil() (year, month, day int) {
	year, m, day := time.Unix(int64(d)*secondsADay, 0).UTC().Date()
	return year, int(m), day
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
	start := len(b)
	b = strconv.AppendInt(b, int64(n), 10)
	for len(b)-start < width {
		b = slices.Insert(b, start, '0')
	}
	return b
}

// daysIn returns the length of a month in days; month is 1..12.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}
