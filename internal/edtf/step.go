package edtf

import (
	"strings"
)

// A MonthDay is a day of any year: month 1 to 12, day 1 to 29, 30 or 31.
type MonthDay struct{ Month, Day int }

// ParseMonthDay reads 04-02, --04-02 (as ISO 8601 wrote it), 2 April, April 2 or
// shorter names of months. The 29th of February is one. The error is a
// *SyntaxError.
func ParseMonthDay(s string) (MonthDay, error) {
	t, f := cut(s)
	if f == nil {
		var md MonthDay
		if md, f = monthDay(t); f == nil {
			return md, nil
		}
	}
	err := f.in(s)
	err.noun = "day of the year"
	return MonthDay{}, err
}

func monthDay(t []token) (MonthDay, *fault) {
	var md MonthDay
	sp := spell(t)
	v := sp.values
	switch sp.form {
	case "n-n":
		md = MonthDay{v[0], v[2]}
	case "--n-n":
		md = MonthDay{v[2], v[4]}
	case "nm":
		md = MonthDay{v[1], v[0]}
	case "mn":
		md = MonthDay{v[0], v[1]}
	default:
		return md, &fault{0, "not a month and a day", "write 04-02 or 2 April"}
	}
	const leapYear = 2000
	if md.Month < 1 || md.Month > 12 || md.Day < 1 || md.Day > daysIn(leapYear, md.Month) || sp.q != 0 {
		return md, &fault{0, "there is no such day", "write 04-02 or 2 April"}
	}
	return md, nil
}

// String returns the day as 04-02.
func (m MonthDay) String() string {
	return string(appendDigits(append(appendDigits(nil, m.Month, 2), '-'), m.Day, 2))
}

// A Step is a distance in the calendar: N days, weeks, months or years, negative
// for back.
type Step struct {
	N    int
	Unit byte // 'd', 'w', 'm' or 'y'
}

// ParseStep reads a sign, a number of at most six digits and a unit: +2w, -3d,
// +1m, -1y. The error is a *SyntaxError.
func ParseStep(s string) (Step, error) {
	const remedy = "write a sign, a number and d, w, m or y, as in +2w"
	fail := func(at int, problem string) (Step, error) {
		err := (&fault{at, problem, remedy}).in(s)
		err.noun = "step"
		return Step{}, err
	}
	last := len(s) - 1
	switch {
	case s == "" || s[0] != '+' && s[0] != '-':
		return fail(0, "the sign is missing")
	case !strings.ContainsRune("dwmy", rune(s[last])):
		return fail(last, "the unit is missing")
	case last < 2 || last > 7:
		return fail(1, "a number of one to six digits is wanted")
	}
	step := Step{Unit: s[last]}
	for i := 1; i < last; i++ {
		if !isDigit(s[i]) {
			return fail(i, "a number of one to six digits is wanted")
		}
		step.N = step.N*10 + int(s[i]-'0')
	}
	if s[0] == '-' {
		step.N = -step.N
	}
	return step, nil
}

// From returns the day that lies the step away from d. Where the month that it
// leads to is too short the day is its last: a month from 31 January is 28 or 29
// February. DistantPast and DistantFuture stay; so does any day if the unit is
// none. It goes no further than a Day can count.
func (s Step) From(d Day) Day {
	if d == DistantPast || d == DistantFuture {
		return d
	}
	n := min(max(s.N, -farYear*400), farYear*400)
	switch s.Unit {
	case 'd':
		return clampDay(int64(d) + int64(n))
	case 'w':
		return clampDay(int64(d) + 7*int64(n))
	case 'm':
		return addMonths(d, n)
	case 'y':
		return addMonths(d, 12*n)
	}
	return d
}

func addMonths(d Day, n int) Day {
	year, month, day := d.Civil()
	return min(NewDay(year, month+n, day), NewDay(year, month+n+1, 0))
}
