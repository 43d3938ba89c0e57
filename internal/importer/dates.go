package importer

import (
	"fmt"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/pattern"
)

// dayOrder is which of two numbers before a year is the day: 2/4/2012.
type dayOrder uint8

const (
	orderUnknown dayOrder = iota
	dayFirst
	monthFirst
	orderMixed // the input has both
)

// dayOrders are what an import can be told.
var dayOrders = map[string]dayOrder{"": orderUnknown, "day-first": dayFirst, "month-first": monthFirst}

func (o dayOrder) String() string {
	return map[dayOrder]string{dayFirst: "day", monthFirst: "month"}[o]
}

// dateReader reads the dates of one input, whose columns tell what a single date does
// not: whether the day or the month comes first.
type dateReader struct {
	order   dayOrder
	usual   dayOrder // of the format, where the input does not tell
	told    bool     // the user said the order
	open    bool     // a date was observed that can be read in both orders
	judged  int      // dates that only the order made plain
	against string   // one that can only be read in the other order
	known   map[string]readDate
}

type readDate struct {
	when when
	err  error
}

// mostKnown is how many dates are remembered: many rows have the same.
const mostKnown = 50_000

// numbers is a date of numbers with the year last; two of them may be a range.
var (
	numbers      = pattern.Lazy(`^(\d{1,2})([/.-])(\d{1,2})([/.-])(\d{4}|\d{2})$`)
	numbersRange = pattern.Lazy(`^(\d{1,2}/\d{1,2}/\d{4}) ?(?:-|–|—|to) ?(\d{1,2}/\d{1,2}/\d{4})$`)
	shortYear    = pattern.Lazy(`^(\d{1,2}[-/ ]|)([A-Za-z]{3,9})[-/ ](\d{2})$`)
)

// observe learns from a value of a column of dates.
func (r *dateReader) observe(s string) {
	if r.told {
		return
	}
	s, _ = withoutClock(strings.TrimSpace(s))
	m := numbers().FindStringSubmatch(s)
	if m == nil || m[2] == "." {
		return
	}
	var order dayOrder
	switch a, b := atoi(m[1]), atoi(m[3]); {
	case a > 12 && b <= 12:
		order = dayFirst
	case b > 12 && a <= 12:
		order = monthFirst
	default:
		r.open = r.open || openOrder(s)
		return
	}
	if r.order != orderUnknown && r.order != order {
		order = orderMixed
	}
	r.order = order
}

// waits tells whether more must be seen to know the order.
func (r *dateReader) waits() bool { return r.open && r.order == orderUnknown && !r.told }

// settledOrder is the order in which dates are read that have two readings.
func (r *dateReader) settledOrder() dayOrder {
	if r.order == orderUnknown {
		return r.usual
	}
	return r.order
}

// read reads a date; year is what another column says of it, and may be empty.
func (r *dateReader) read(s, year string) (when, error) {
	s = strings.TrimSpace(s)
	if year != "" && (numbers().MatchString(s) || shortYear().MatchString(s)) {
		s = fullYear(s, strings.TrimSuffix(strings.TrimSpace(year), ".0"))
	}
	if openOrder(s) {
		r.judged++
	}
	if have, ok := r.known[s]; ok {
		return have.when, have.err
	}
	w, err := r.fresh(s)
	if r.known == nil || len(r.known) >= mostKnown {
		r.known = map[string]readDate{}
	}
	r.known[strings.Clone(s)] = readDate{w, err}
	return w, err
}

func (r *dateReader) fresh(s string) (when, error) {
	if m := numbersRange().FindStringSubmatch(s); m != nil {
		from, err := r.fresh(m[1])
		if err != nil {
			return from, err
		}
		to, err := r.fresh(m[2])
		if err != nil {
			return to, err
		}
		return timeless(lasted(from.date, to.date))
	}
	if len(s) > 1 && s[0] == '-' && s[1] != '0' && plainYear().MatchString(s) { // EDTF's has a zero before it, or is rarer
		return timeless(yearDate(beforeChrist(s)))
	}
	day, clock := withoutClock(s)
	m := numbers().FindStringSubmatch(day)
	if m == nil && shortYear().MatchString(s) || m != nil && len(m[5]) == 2 {
		return when{}, fmt.Errorf("date %q: in which century? (write the year in full, or have a column for it)", s)
	}
	if m == nil {
		return readWhen(s)
	}
	d, err := r.numbered(s, m)
	return when{d, clock}, err
}

// numbered reads a date of numbers.
func (r *dateReader) numbered(s string, m []string) (edtf.Date, error) {
	first, second := atoi(m[1]), atoi(m[3])
	order := r.settledOrder()
	switch {
	case m[2] == ".":
		order = dayFirst
	case first > 12:
		order = r.forced(dayFirst, s)
	case second > 12:
		order = r.forced(monthFirst, s)
	case first == second:
		order = dayFirst
	}
	switch order {
	case dayFirst:
		return partsDate(m[5], m[3], m[1])
	case monthFirst:
		return partsDate(m[5], m[1], m[3])
	}
	return edtf.Date{}, fmt.Errorf("date %q: day or month first? (--dates day-first or --dates month-first says it)", s)
}

// forced is the only order that a date can have.
func (r *dateReader) forced(order dayOrder, s string) dayOrder {
	if o := r.settledOrder(); o != order && o != orderUnknown && r.against == "" {
		r.against = strings.Clone(s)
	}
	return order
}

// openOrder tells whether the date can be read only by what other dates of its column say.
func openOrder(s string) bool {
	s, _ = withoutClock(strings.TrimSpace(s))
	m := numbers().FindStringSubmatch(s)
	return m != nil && m[2] != "." && atoi(m[1]) <= 12 && atoi(m[3]) <= 12 && m[1] != m[3]
}

// fullYear writes the year of a date in full, if another column has it.
func fullYear(s, year string) string {
	if at := len(s) - 2; len(year) == 4 && year[2:] == s[at:] && (s[at-1] < '0' || s[at-1] > '9') {
		return s[:at] + year
	}
	return s
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // of digits
	return n
}

// clocked is a date with a time of day behind it, as programs and people write it.
var clocked = pattern.Lazy(`(?i)^(.*[0-9a-z.])(?:,? +(?:at +)?|T)(\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?) ?((?:[ap]\.?m\.?)?) ?(?:Z|[A-Z]{2,4}|(?:GMT|UTC)? ?[+-]\d{2}:?\d{2})?(?: \([^)]*\))?$`)

// withoutClock takes a time of day off a date, and tells whether it was another than
// midnight.
func withoutClock(s string) (day string, clock bool) {
	if !strings.Contains(s, ":") {
		return s, false
	}
	m := clocked().FindStringSubmatch(s)
	if m == nil {
		return s, false
	}
	midnight := strings.Trim(m[2], "0:.") == "" || strings.HasPrefix(strings.ToLower(m[3]), "a") && strings.Trim(strings.TrimPrefix(m[2], "12"), "0:.") == ""
	return strings.TrimRight(m[1], ","), !midnight
}
