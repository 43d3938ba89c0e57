package importer

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/pattern"
)

// stretch is when an event of a Markwhen document lasted: its bounds, and how exact they
// are. The day after its last is where one that follows it begins.
type stretch struct {
	first, after edtf.Day
	precision    edtf.Precision
}

const (
	mwLength = `(\d+)\s*(years?|y|months?|mo|weeks?|w|days?|d|week ?days?|business days?|work days?)`
	mwOther  = `!?([\p{L}\p{N}_-]+)(\.start|\.end)?`
)

// What Markwhen writes of events that depend on others: “2 weeks”, “1 week - 3 days”;
// “after !x 2 weeks”, “before !x 1 week - 1 month”; “!x / !y.end”. An event without
// another's name follows the one above it.
var (
	mwFollows  = pattern.Lazy(`^` + mwLength + `(?:\s*[-/]\s*` + mwLength + `)?$`)
	mwRelative = pattern.Lazy(`^(after|before|by)\s+` + mwOther + `(?:\s*/?\s*` + mwLength + `)?(?:\s*[-/]\s*` + mwLength + `)?$`)
	mwBetween  = pattern.Lazy(`^!([\p{L}\p{N}_-]+)(\.start|\.end)?\s*[-/]\s*!([\p{L}\p{N}_-]+)(\.start|\.end)?$`)
	mwEvery    = pattern.Lazy(`\s+every\s+.*$`)
	mwNamed    = pattern.Lazy(`(?:^|\s)!([\p{L}\p{N}_-]+)`)
)

// relative reads dates that depend on another event; ok is false for any other.
func (m *markwhen) relative(s string) (date string, ok bool, err error) {
	if p := mwFollows().FindStringSubmatch(s); p != nil {
		if m.last == nil {
			return "", true, fmt.Errorf("%q: there is no event before it", s)
		}
		date, err = m.last.beside(m.last.after, 1, p[1:])
		return date, true, err
	}
	if p := mwRelative().FindStringSubmatch(s); p != nil {
		of, err := m.named(p[2])
		if err != nil {
			return "", true, err
		}
		if p[1] == "after" {
			date, err = of.beside(of.edge(p[3], ".end"), 1, p[4:])
		} else {
			date, err = of.beside(of.edge(p[3], ".start"), -1, p[4:])
		}
		return date, true, err
	}
	if p := mwBetween().FindStringSubmatch(s); p != nil {
		a, err := m.named(p[1])
		if err != nil {
			return "", true, err
		}
		b, err := m.named(p[3])
		if err != nil {
			return "", true, err
		}
		date, err = stretch{a.edge(p[2], ".end"), b.edge(p[4], ".start"), max(a.precision, b.precision)}.date()
		return date, true, err
	}
	if strings.Contains(s, "!") {
		return "", true, fmt.Errorf("%q depends on another event in a way that is not read", s)
	}
	return "", false, nil
}

// named is the event of an id.
func (m *markwhen) named(id string) (stretch, error) {
	s, ok := m.ids[strings.ToLower(id)]
	if !ok {
		return s, fmt.Errorf("no event is called !%s", id)
	}
	return s, nil
}

// edge is the beginning of an event, for .start, or the day after it, for .end.
func (s stretch) edge(which, usual string) edtf.Day {
	if cmp.Or(which, usual) == ".start" {
		return s.first
	}
	return s.after
}

// beside is what begins at a day of another event (sign 1) or ends before it (-1), as
// exact as that is. lengths are one, how long it lasts, or two, how far from that day it
// is and how long it lasts.
func (s stretch) beside(day edtf.Day, sign int, lengths []string) (string, error) {
	if lengths[2] != "" {
		day = along(day, lengths[0], lengths[1], sign)
		lengths = lengths[2:]
	}
	far := along(day, lengths[0], lengths[1], sign)
	return stretch{min(day, far), max(day, far), s.precision}.date()
}

// along is the day that lies so long after another, or before it. No length is a day.
func along(day edtf.Day, number, unit string, sign int) edtf.Day {
	n, err := strconv.Atoi(cmp.Or(number, "1"))
	if err != nil || n > 10_000 {
		return day
	}
	switch unit := cmp.Or(unit, "d"); {
	case strings.HasPrefix(unit, "week") && strings.Contains(unit, "day"), strings.HasPrefix(unit, "business"), strings.HasPrefix(unit, "work"):
		for ; n > 0; day += edtf.Day(sign) {
			n -= worked(day + edtf.Day(min(sign, 0)))
		}
		return day
	default:
		return edtf.Step{N: sign * n, Unit: unit[0]}.From(day)
	}
}

// worked is 1 for a day from Monday to Friday.
func worked(d edtf.Day) int {
	const monday = 4 // 1 January 1970 was a Thursday
	if weekday := ((int(d-edtf.NewDay(1970, 1, 1))+monday-1)%7 + 7) % 7; weekday < 5 {
		return 1
	}
	return 0
}

// date writes a stretch no finer than it is known.
func (s stretch) date() (string, error) {
	last := s.after - 1
	if last < s.first {
		return "", fmt.Errorf("it ends before it begins")
	}
	from, err := dayTo(s.first, s.precision)
	if err != nil {
		return "", err
	}
	to, err := dayTo(last, s.precision)
	if err != nil {
		return "", err
	}
	if whole := wholeOf(from, to); !whole.IsZero() {
		return whole.String(), nil
	}
	date, err := lasted(from, to)
	return date.String(), err
}

// dayTo is a day, or the month or year that it is in.
func dayTo(day edtf.Day, precision edtf.Precision) (edtf.Date, error) {
	y, month, d := day.Civil()
	switch {
	case precision > edtf.PrecisionMonth:
		return yearDate(strconv.Itoa(y))
	case precision == edtf.PrecisionMonth:
		return partsDate(strconv.Itoa(y), strconv.Itoa(month), "")
	}
	return partsDate(strconv.Itoa(y), strconv.Itoa(month), strconv.Itoa(d))
}

// remember keeps when an event was, for those that depend on it.
func (m *markwhen) remember(from, to string) {
	m.last = nil
	start, err := edtf.Parse(from)
	if err != nil {
		return
	}
	end := start
	if to != "" {
		if end, err = edtf.Parse(to); err != nil {
			return
		}
	}
	if start.Earliest() == edtf.DistantPast || end.Latest() == edtf.DistantFuture {
		return
	}
	begins, _ := start.Ends()
	_, ends := end.Ends()
	m.last = &stretch{start.Earliest(), end.Latest() + 1, max(begins.Precision(), ends.Precision())}
}
