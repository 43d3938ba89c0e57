package importer

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/pattern"
)

// when is a date as an input gives it.
type when struct {
	date  edtf.Date
	clock bool // it had a time of day, which we do not keep
}

// timeless is a date without a time of day.
func timeless(d edtf.Date, err error) (when, error) { return when{date: d}, err }

// timed is an instant as programs write it, with its date before it.
var timed = pattern.Lazy(`^\+?(-?[0-9]{4,}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}(?::?[0-9]{2})?(?::?[0-9]{2})?(?:\.[0-9]+)?)( ?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?$`)

// partial is a date of Wikidata with parts that are not known: +1969-00-00T00:00:00Z.
var partial = pattern.Lazy(`^\+?(-?[0-9]{4,})-([0-9]{2})-00`)

// plainYear is a year alone, as tables have it: 1969, -44, 1969.0.
var plainYear = pattern.Lazy(`^[+-]?[0-9]{1,11}(\.0)?$`)

var errNoDate = errors.New("it has no date")

// The rest of what people and programs write: a month and a year with a hyphen, an era
// with full stops, thousands, a year before zero with its month, six digits as ISO 8601
// has them beyond four, a day with a zone.
var (
	monthYear   = pattern.Lazy(`^([A-Za-z]{3,9})[-/](\d{4})$`)
	dottedEra   = pattern.Lazy(`(?i)\b([ab])\.\s?([dc])\.(?:\s?(e)\.)?|\b(c)\.\s?(e)\.`)
	thousands   = pattern.Lazy(`\b(\d{1,3}),(\d{3})( *(?:BC|BCE|AD|CE)\b)`)
	minusDay    = pattern.Lazy(`^(-\d{1,4})-(\d{2})-(\d{2})$`)
	sixDigits   = pattern.Lazy(`^([+-])0(0\d{4}|[1-9]\d{4})(-\d{2}-\d{2})$`)
	zonedDay    = pattern.Lazy(`^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$`)
	zoneName    = pattern.Lazy(`(\d) (?:UTC|GMT|[ECMP][SD]T|CES?T|BST|IST)$`)
	apostrophes = pattern.Lazy(`\b(\d{3,4})['’]s\b`)
	yearsTwo    = pattern.Lazy(`^(\d{4})-(\d{2})$`)
	nullDate    = pattern.Lazy(`^0000-00-00`)
)

// readWhen reads a date as people and programs write it.
func readWhen(s string) (when, error) {
	s = strings.TrimSpace(s)
	if s == "" || nullDate().MatchString(s) {
		return when{}, errNoDate
	}
	if m := zonedDay().FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	if m := partial().FindStringSubmatch(s); m != nil {
		if m[2] == "00" {
			return timeless(yearDate(m[1]))
		}
		return timeless(edtf.Parse(m[1] + "-" + m[2]))
	}
	if m := sixDigits().FindStringSubmatch(s); m != nil {
		s = strings.TrimPrefix(m[1], "+") + strings.TrimPrefix(m[2], "0") + m[3]
	}
	if m := timed().FindStringSubmatch(s); m != nil {
		d, err := edtf.Parse(longYear(m[1]))
		return when{d, strings.Trim(m[2], "0:.") != ""}, err
	}
	if digits := strings.TrimLeft(strings.TrimSuffix(s, ".0"), "+-"); plainYear().MatchString(s) && len(digits) != 8 {
		if len(digits) < 4 { // EDTF has four
			s = beforeChrist(s)
		}
		return timeless(yearDate(s))
	}
	if m := minusDay().FindStringSubmatch(s); m != nil && len(m[1]) < 5 { // four digits are EDTF's
		return timeless(columnsDate(m[1], m[2], m[3]))
	}
	d, err := edtf.ParseLoose(plainer(s))
	if err == nil {
		return when{date: d}, nil
	}
	if day, clock := withoutClock(s); day != s {
		if d, again := edtf.ParseLoose(plainer(day)); again == nil {
			return when{d, clock}, nil
		}
	}
	return when{}, err
}

// plainer writes a date as the parser of dates knows it.
func plainer(s string) string {
	if m := monthYear().FindStringSubmatch(s); m != nil {
		return m[1] + " " + m[2]
	}
	s = dottedEra().ReplaceAllString(s, "$1$2$3$4$5")
	s = zoneName().ReplaceAllString(s, "$1")
	s = apostrophes().ReplaceAllString(s, "${1}s")
	if m := yearsTwo().FindStringSubmatch(s); m != nil && m[2] > "41" && m[2] > m[1][2:] { // no month, and no season of EDTF
		return m[1] + "/" + m[1][:2] + m[2]
	}
	return thousands().ReplaceAllString(s, "$1$2$3")
}

// longYear writes a date with a year of more than four digits as EDTF does.
func longYear(s string) string {
	digits, minus := strings.CutPrefix(s, "-")
	year, _, _ := strings.Cut(digits, "-") // EDTF has no months in such years
	switch {
	case len(year) <= 4:
		return s
	case minus:
		return "Y-" + year
	}
	return "Y" + year
}

// yearDate is a year of any number of digits; a minus means before year zero, which is
// 1 BC.
func yearDate(s string) (edtf.Date, error) {
	n, err := strconv.Atoi(strings.TrimSuffix(s, ".0"))
	if err != nil {
		return edtf.Date{}, fmt.Errorf("%q is no year", s)
	}
	if n > 999_999_999 || n < -999_999_999 {
		return edtf.Date{}, fmt.Errorf("the year %d is beyond what can be dated, 999,999,999 years", n)
	}
	return edtf.OfYear(n), nil
}

// beforeChrist is the year of EDTF that people mean by one with a minus: -44 is 44 BC,
// which EDTF, having a year zero, writes -0043.
func beforeChrist(year string) string {
	n, err := strconv.Atoi(strings.TrimSuffix(year, ".0"))
	if err != nil || n >= 0 {
		return year
	}
	return strconv.Itoa(n + 1)
}

// columnsDate is partsDate of what people wrote in columns of a table.
func columnsDate(year, month, day string) (edtf.Date, error) {
	return partsDate(beforeChrist(strings.TrimSpace(year)), month, day)
}

// partsDate is a date of a year and perhaps a month and a day.
func partsDate(year, month, day string) (edtf.Date, error) {
	year, month, day = strings.TrimSpace(year), strings.TrimSpace(month), strings.TrimSpace(day)
	if month == "" || month == "0" {
		if !plainYear().MatchString(year) {
			d, err := readWhen(year)
			return d.date, err
		}
		return yearDate(year)
	}
	y, err := strconv.Atoi(strings.TrimSuffix(year, ".0"))
	if err != nil {
		return edtf.Date{}, fmt.Errorf("%q is no year", year)
	}
	m, err := strconv.Atoi(strings.TrimSuffix(month, ".0"))
	if err != nil {
		return edtf.ParseLoose(strings.TrimSpace(day + " " + month + " " + year))
	}
	sign := ""
	if y < 0 {
		y, sign = -y, "-"
	}
	s := fmt.Sprintf("%s%04d-%02d", sign, y, m)
	if day != "" && day != "0" {
		d, err := strconv.Atoi(strings.TrimSuffix(day, ".0"))
		if err != nil {
			return edtf.Date{}, fmt.Errorf("%q is no day", day)
		}
		s += fmt.Sprintf("-%02d", d)
	}
	return edtf.Parse(s)
}

// lasted is the interval from one date to another; the same if they are one.
func lasted(from, to edtf.Date) (edtf.Date, error) { return between(from, to, "%s/%s") }

// within is some time from one date to another.
func within(from, to edtf.Date) (edtf.Date, error) {
	if whole := wholeOf(from, to); !whole.IsZero() {
		return whole, nil
	}
	return between(from, to, "[%s..%s]")
}

func between(from, to edtf.Date, form string) (edtf.Date, error) {
	switch {
	case to.IsZero() || from.String() == to.String():
		return from, nil
	case from.IsSpan() || to.IsSpan():
		first, _ := from.Ends()
		_, last := to.Ends()
		return between(first, last, form)
	case from.IsOneOf() || from.IsAllOf():
		return edtf.Date{}, fmt.Errorf("%s is not one beginning", from)
	case to.IsOneOf() || to.IsAllOf():
		return edtf.Date{}, fmt.Errorf("%s is not one end", to)
	case to.Latest() < from.Earliest():
		return edtf.Date{}, fmt.Errorf("it ends (%s) before it begins (%s)", to, from)
	}
	return edtf.Parse(fmt.Sprintf(form, from, to))
}

// wholeOf is the month or year that two days are the first and last of, or no date.
func wholeOf(from, to edtf.Date) edtf.Date {
	y, m, _ := from.Earliest().Civil()
	if y < 1 || y > 9999 {
		return edtf.Date{}
	}
	for _, d := range []edtf.Date{edtf.OfYear(y), edtf.OfMonth(y, m)} {
		if d.Earliest() == from.Earliest() && d.Latest() == to.Latest() {
			return d
		}
	}
	return edtf.Date{}
}

// newYear tells that a date is a first of January.
func newYear(d edtf.Date) bool {
	if d.Precision() != edtf.PrecisionDay {
		return false
	}
	_, m, day := d.Earliest().Civil()
	return m == 1 && day == 1
}

// yearOf is the year of a date.
func yearOf(d edtf.Date) edtf.Date {
	y, _, _ := d.Earliest().Civil()
	return edtf.OfYear(y)
}

// coarser makes a date no finer than Wikidata's code for its precision says: 11 a day,
// 10 a month, 9 a year, 8 a decade, 7 a century, 6 a millennium.
func coarser(d edtf.Date, code string) (edtf.Date, error) {
	y, m, _ := d.Earliest().Civil()
	switch code {
	case "10":
		return partsDate(strconv.Itoa(y), strconv.Itoa(m), "")
	case "9":
		return yearDate(strconv.Itoa(y))
	case "8", "7", "6":
		if y < 0 {
			return edtf.Date{}, fmt.Errorf("%s with precision %s: decades and centuries before year zero are not known here", d, code)
		}
		digits := fmt.Sprintf("%04d", y)
		keep := len(digits) - map[string]int{"8": 1, "7": 2, "6": 3}[code]
		return edtf.Parse(digits[:keep] + strings.Repeat("X", len(digits)-keep))
	}
	return d, nil
}
