package edtf

import (
	"strconv"
	"strings"
)

// Parse reads a date in EDTF as the package comment lists it. The error is a
// *SyntaxError. Where the text is a date that a person would understand, its
// remedy is that date in EDTF.
func Parse(s string) (Date, error) {
	d, f := parse(s)
	if f == nil {
		return d, nil
	}
	err := f.in(s)
	if guess, f := parseLoose(s); f == nil {
		err.Remedy = "write " + guess.String()
	}
	return Date{}, err
}

// MustParse is Parse for tests and constants: it panics on an error.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// parse reads EDTF and nothing else.
func parse(s string) (Date, *fault) {
	switch {
	case s == "":
		return Date{}, &fault{0, "no date", "write one, such as 2012-04-02, 2012-04 or 2012"}
	case s[0] == '[' || s[0] == '{':
		return parseSet(s)
	case strings.IndexByte(s, '/') >= 0:
		return parseInterval(s)
	}
	a, f := parseAtom(s, 0)
	if f != nil {
		return Date{}, f
	}
	return simple(a), nil
}

// simple makes a date of an atom.
func simple(a atom) Date {
	d := Date{kind: kindSimple, whole: piece{from: a}}
	d.whole.setBounds()
	return d
}

// A cursor reads one atom.
type cursor struct {
	s    string
	i    int // next byte of s
	base int // where s begins in the whole input
}

// parseAtom reads an atom that fills s; base is its place in the input.
func parseAtom(s string, base int) (atom, *fault) {
	c := cursor{s: s, base: base}
	var a atom
	for part := yearPart; ; part++ {
		before := c.qualifier()
		if f := c.part(&a, part); f != nil {
			return atom{}, f
		}
		a.qualify(part, part, before)
		a.qualify(yearPart, part, c.qualifier())
		if c.i == len(s) {
			return a, nil
		}
		if f := c.next(a, part); f != nil {
			return atom{}, f
		}
	}
}

// part reads the digits of one component into a.
func (c *cursor) part(a *atom, part int) *fault {
	switch part {
	case yearPart:
		if c.peek() == 'Y' {
			return c.longYear(a)
		}
		return c.year(a)
	case monthPart:
		return c.month(a)
	}
	return c.day(a)
}

// next steps over the hyphen after a component, or tells why nothing may follow.
func (c *cursor) next(a atom, part int) *fault {
	ch := c.s[c.i]
	switch {
	case ch == '?' || ch == '~' || ch == '%':
		return c.fault("one qualifier is enough", "write % for both ? and ~")
	case ch == 'T' && part == dayPart:
		return c.fault("times of day are not kept", "leave out the time")
	case ch == 'E' || ch == 'S':
		return c.fault("exponents and significant digits are not supported", "write the year out")
	case ch == 'x' || ch == 'u':
		return c.fault("unknown digits are written with a capital X", "")
	case ch != '-' || part == dayPart:
		return c.fault("stray "+strconv.Quote(c.s[c.i:])+" after the date", "")
	case a.year > 9999 || a.year < -9999:
		return c.fault("a year of more than four digits stands alone", "")
	case a.month >= spring:
		return c.fault("a season has no days", "")
	}
	c.i++
	return nil
}

// fault reports a problem at the cursor.
func (c *cursor) fault(problem, remedy string) *fault {
	return &fault{c.base + c.i, problem, remedy}
}

// peek returns the next byte, 0 at the end.
func (c *cursor) peek() byte {
	if c.i < len(c.s) {
		return c.s[c.i]
	}
	return 0
}

// qualifier reads ~, ? or %, if there is one.
func (c *cursor) qualifier() (q qualification) {
	q = qualification(1 + strings.IndexByte(qualifiers, c.peek()))
	if q != 0 {
		c.i++
	}
	return q
}

// digits reads digits; more than nine are read but not counted in value.
func (c *cursor) digits() (value, n int) {
	for ; isDigit(c.peek()); c.i++ {
		if n < 9 {
			value = value*10 + int(c.s[c.i]-'0')
		}
		n++
	}
	return value, n
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// year reads four digits, of which the last one or two may be X.
func (c *cursor) year(a *atom) *fault {
	start := *c
	negative := c.peek() == '-'
	if negative {
		c.i++
	}
	value, known := c.digits()
	hidden := 0
	for ; c.peek() == 'X' && hidden < 5; c.i++ { // more are as wrong
		value *= 10
		hidden++
	}
	if known+hidden != 4 {
		return start.yearLength(known, hidden)
	}
	if hidden > 2 {
		return start.fault("the century must be known", "write 20XX at the least")
	}
	if negative {
		if value == 0 {
			return start.fault("there is no negative year zero", "write 0000 for 1 BC")
		}
		value = -value
	}
	a.year = int32(value)
	switch hidden {
	case 1:
		a.unknown |= unknownYear
	case 2:
		a.unknown |= unknownDecade
	}
	return nil
}

// yearLength tells what is wrong with a year that is not four digits long. The
// cursor stands before the year.
func (c *cursor) yearLength(known, hidden int) *fault {
	switch {
	case known+hidden == 0:
		return c.fault("a date begins with a four-digit year", "write one such as 2012-04-02, 2012-04 or 2012")
	case known+hidden < 4:
		return c.fault("year needs four digits", "write the year in full, such as 2012 or 0079")
	case hidden > 0:
		return c.fault("year needs four digits", "write 201X for a decade, 20XX for a century")
	}
	return c.fault("a year of more than four digits begins with Y", "write Y12345; a date has hyphens, 2012-04-02")
}

// longYear reads Y and a year of five to nine digits.
func (c *cursor) longYear(a *atom) *fault {
	start := *c
	c.i++
	negative := c.peek() == '-'
	if negative {
		c.i++
	}
	leading := c.peek()
	value, n := c.digits()
	switch {
	case n > 9:
		return start.fault("year has more than nine digits", "")
	case n < 5 || leading == '0':
		return start.fault("Y is for years of more than four digits", "write four digits without Y")
	}
	if negative {
		value = -value
	}
	a.year = int32(value)
	return nil
}

// month reads two digits, a month or season, or XX.
func (c *cursor) month(a *atom) *fault {
	at := *c
	value, f := c.pair("month")
	switch {
	case f != nil:
		return f
	case value == 0:
		a.unknown |= unknownMonth
	case value <= 12, spring <= value && value <= lastSubYear:
		a.month = uint8(value)
	default:
		return at.fault("there is no month "+at.s[at.i:c.i], "months are 01 to 12, seasons 21 to 24, quarters 33 to 36")
	}
	return nil
}

// day reads two digits or XX.
func (c *cursor) day(a *atom) *fault {
	at := *c
	value, f := c.pair("day")
	switch {
	case f != nil:
		return f
	case value == 0:
		a.unknown |= unknownDay
	default:
		last := a.longestMonth()
		if value > last {
			month := at.s[:at.i-1]
			return at.fault("there is no day "+at.s[at.i:c.i]+" in "+month, "that month has "+strconv.Itoa(last)+" days")
		}
		a.day = uint8(value)
	}
	return nil
}

// longestMonth is how many days the atom's month can have: 29 for February where the
// year is not known, 31 where the month is not.
func (a atom) longestMonth() int {
	switch {
	case a.month == 0:
		return 31
	case a.month == 2 && a.unknown&unknownYears != 0:
		return 29 // every decade has a leap year
	}
	return daysIn(int(a.year), int(a.month))
}

// pair reads two digits other than 00, or XX for 0.
func (c *cursor) pair(noun string) (int, *fault) {
	start := *c
	if strings.HasPrefix(c.s[c.i:], "XX") {
		c.i += 2
		return 0, nil
	}
	value, n := c.digits()
	switch {
	case c.peek() == 'X' && n < 2 || n == 0 && (c.peek() == 'x' || c.peek() == 'u'):
		return 0, start.fault("an unknown "+noun+" is XX", "write XX, or the possible ones as a set, such as [2012-10..2012-12]")
	case n != 2:
		return 0, start.fault(noun+" needs two digits", "")
	case value == 0:
		return 0, start.fault("there is no "+noun+" 00", "write XX for an unknown "+noun+", or leave it out")
	}
	return value, nil
}
