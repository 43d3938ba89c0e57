package session

import (
	"slices"
	"timeline/internal/edtf"
)

// Unit is a step on the calendar.
type Unit uint8

// The units, from the longest.
const (
	Year Unit = iota
	Month
	Day
)

// String is the unit as Memory keeps it: "years".
func (u Unit) String() string { return u.Word() + "s" }

// Word is the unit in a word: "year".
func (u Unit) Word() string { return [...]string{"year", "month", "day"}[min(u, Day)] }

// ParseUnit is the unit of that name, or Year.
func ParseUnit(name string) Unit {
	return Unit(max(slices.Index([]string{Year.String(), Month.String(), Day.String()}, name), 0))
}

// Start is the first day of the unit that day lies in, n units on.
func (u Unit) Start(day edtf.Day, n int) edtf.Day {
	y, m, _ := day.Civil()
	switch u {
	case Year:
		return edtf.NewDay(y+n, 1, 1)
	case Month:
		return edtf.NewDay(y, m+n, 1) // months beyond the year carry over
	}
	return day + edtf.Day(n)
}

// ZoomBy goes to a smaller (1) or longer (-1) unit; false if there is none.
func (s *Session) ZoomBy(step int) bool {
	to := int(s.Zoom) + step
	if to < int(Year) || to > int(Day) {
		return false
	}
	s.Zoom = Unit(to)
	return true
}
