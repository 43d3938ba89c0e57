package edtf

import (
	"strconv"
	"strings"
	"time"
)

// A phrase is one date of a person's text, read but perhaps not complete.
type phrase struct {
	from, to atom
	ranged   bool  // early 2012, the first half of April 2012: somewhere in from..to
	noYear   bool  // the year was not said
	noMonth  bool  // nor the month; the day was
	bare     bool  // it is only a number, taken for a day
	weekday  token // the day of the week that was said, if its class is set
	at       int   // where it begins in the input
}

// missing reports what the phrase lacks to be a date, or a day that there is not.
func (p *phrase) missing() *fault {
	a := p.from
	switch {
	case p.noYear:
		return &fault{p.at, "the year is missing", "write it with four digits, as in 2 April 2012"}
	case p.noMonth:
		return &fault{p.at, "the month is missing", looseRemedy}
	case a.day != 0 && a.month >= spring:
		return &fault{p.at, "a season has no days", looseRemedy}
	case int(a.day) > a.longestMonth():
		return &fault{p.at, noSuchDay, a.daysOfMonth()}
	case a.year > maxYear || a.year < -maxYear:
		return longerYear(p.at)
	case (a.year > 9999 || a.year < -9999) && (a.parts() > 1 || a.unknown != 0):
		return &fault{p.at, "a year of more than four digits stands alone", ""}
	case p.weekday.class != 0:
		return p.checkWeekday()
	}
	return nil
}

const noSuchDay = "there is no such day in that month"

// daysOfMonth says which days the atom's month has: "May has the days 1 to 31".
func (a atom) daysOfMonth() string {
	return time.Month(a.month).String() + " has the days 1 to " + strconv.Itoa(a.longestMonth())
}

var weekdays = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// checkWeekday holds the day of the week that was said against the date.
func (p *phrase) checkWeekday() *fault {
	first, last := p.from.bounds()
	if p.from.day == 0 || first != last {
		return &fault{p.weekday.at, "a day of the week goes with a day", "write Monday 2 April 2012"}
	}
	const thursday = 4 // 1 January 1970, day 0
	if is := (int(first)%7 + 7 + thursday) % 7; is != p.weekday.value {
		return &fault{p.weekday.at, "that day is a " + weekdays[is], "correct the day, or leave out the day of the week"}
	}
	return nil
}

// A spelling is a phrase's tokens but for marks and words of doubt, commas, a day of the
// week, a dot after a name and a hyphen after mid.
type spelling struct {
	form    string // their classes
	values  []int
	q       qualification
	weekday token
}

func spell(t []token) (sp spelling) {
	form := make([]byte, 0, maxTokens)
	for i := range t {
		class := t[i].class
		switch {
		case class == classAbout:
			sp.q |= approximate
		case class == classDoubt:
			sp.q |= uncertain
		case class == '%':
			sp.q |= both
		case class == classComma:
		case class == classWeekday:
			sp.weekday = t[i]
		case i > 0 && class == '.' && (t[i-1].class == classMonth || t[i-1].class == classAbout || t[i-1].class == classWeekday):
		case i > 0 && class == '-' && t[i-1].class == classPart:
		default:
			form = append(form, class)
			sp.values = append(sp.values, t[i].value)
		}
	}
	sp.form = string(form)
	return sp
}

// parseOne reads one date. Its year or month may be missing.
func parseOne(t []token) (phrase, *fault) {
	sp := spell(t)
	if sp.form == "" {
		return phrase{}, &fault{0, "a date is missing", looseRemedy}
	}
	p := phrase{at: t[0].at, weekday: sp.weekday}
	problem, remedy := p.read(&sp)
	if problem != "" {
		return p, &fault{p.at, problem, remedy}
	}
	p.from.qualify(yearPart, p.from.parts()-1, sp.q)
	p.to.qualify(yearPart, p.to.parts()-1, sp.q)
	return p, nil
}

// read reads the form that the classes spell. It returns a problem and remedy, or
// "".
func (p *phrase) read(sp *spelling) (problem, remedy string) {
	v := sp.values
	switch {
	case sp.form[0] == classPart:
		return p.readShare(sp, 1, v[0], 3)
	case strings.HasPrefix(sp.form, "ih"):
		return p.readNumbered(sp, v[0], 2)
	case strings.HasPrefix(sp.form, "iq"), strings.HasPrefix(sp.form, "nq"):
		return p.readNumbered(sp, v[0], 4)
	case strings.HasPrefix(sp.form, "qn"):
		return p.readNumbered(sp, v[1], 4)
	case strings.HasPrefix(sp.form, "ii") && v[1] == 3:
		return p.readNumbered(sp, v[0], 3)
	case sp.form == "Yqn" || sp.form == "Y-qn":
		return p.subYear(v[0], v[len(v)-1], 4)
	}
	return p.readPlain(sp)
}

// readNumbered reads the rest of "first half of …", of which the number and how many
// there are have been read.
func (p *phrase) readNumbered(sp *spelling, number, of int) (problem, remedy string) {
	if number < 0 {
		number = of
	}
	if number < 1 || number > of {
		return "there is no such part", "a year has two halves, three thirds and four quarters"
	}
	if sp.form[2:] == "Y" {
		return p.subYear(sp.values[2], number, of)
	}
	if of == 3 {
		return "thirds are of a year", "write early, mid or late"
	}
	return p.readShare(sp, 2, number-1, of)
}

// subYear is the number-th of so many parts of a year.
func (p *phrase) subYear(year, number, of int) (problem, remedy string) {
	if number < 1 || number > of {
		return "there is no such part", "a year has four quarters"
	}
	base := map[int]int{2: halves, 3: thirds, 4: quarters}[of]
	p.from = atom{year: int32(year), month: uint8(base + number - 1)}
	return "", ""
}

// readShare reads of what the n-th of so many parts is: the classes from the i-th on.
// Thirds are early, mid and late. A year has thirds of four months, a month of ten
// days and halves of fifteen, each last to its end; a decade has thirds of four,
// three and three years, a century thirds of 33 and halves and quarters.
func (p *phrase) readShare(sp *spelling, i, n, of int) (problem, remedy string) {
	v := sp.values[i:]
	switch form := sp.form[i:]; {
	case form == "Y":
		p.from = atom{year: int32(v[0]), month: uint8(4*n + 1)}
		p.to = atom{year: int32(v[0]), month: uint8(4*n + 4)}
	case form == "mY" && of < 4:
		p.from, p.to = shareOfMonth(v[1], v[0], n, of)
	default:
		var whole phrase
		if problem, _ := whole.rest(sp, i); problem != "" || whole.from.unknown&unknownYears == 0 || whole.from.parts() > 1 || of == 4 && whole.from.unknown == unknownYear {
			return "early, mid and late, halves and quarters are of a year, a month and year, a decade or a century", "write early 2012, late April 2012 or first half of 2012"
		}
		p.from, p.to = shareOfYears(whole.from, n, of)
	}
	p.ranged = true
	return "", ""
}

// shareOfMonth returns the first and last day of a third or half of a month.
func shareOfMonth(year, month, n, of int) (from, to atom) {
	length := 30 / of
	end := length * (n + 1)
	if n == of-1 {
		end = daysIn(year, month)
	}
	return atom{year: int32(year), month: uint8(month), day: uint8(length*n + 1)}, atom{year: int32(year), month: uint8(month), day: uint8(end)}
}

// shareOfYears returns the first and last year of a part of a decade or century.
func shareOfYears(a atom, n, of int) (from, to atom) {
	first, last := a.years()
	years := last - first + 1
	starts := func(n int) int { return first + (years*n+of-1)/of }
	return atom{year: int32(starts(n))}, atom{year: int32(starts(n+1) - 1)}
}

// readPlain reads the forms of one date that is no part of another.
func (p *phrase) readPlain(sp *spelling) (problem, remedy string) {
	v := sp.values
	switch sp.form {
	case "Y":
		return p.set(v[0], 0, 0)
	case "Yz", "YzD", "YzC", "YD":
		return p.setDecade(v[0], sp.form[len(sp.form)-1])
	case "nz":
		return p.setShortDecade(v[0])
	case "nC", "iC":
		return p.setCentury(v[0])
	case "yY=Y", "yY-Y", "yYjY":
		return p.setYears(v[1], v[3])
	case "mYz", "mYzD", "mYzC", "nmYz", "nmYzD", "nmYzC", "myY=Y", "myYjY", "nmyY=Y", "nmyYjY":
		return p.setInDecade(sp)
	case "knY", "knYz", "knYzD", "knYzC", "knyY=Y", "knyYjY":
		return p.setDayOfSomeMonth(sp)
	case "mY", "m-Y", "n/Y", "n.Y", "n-Y":
		return p.set(v[len(v)-1], v[0], noDay)
	case "Ym", "Y-m":
		return p.set(v[0], v[len(v)-1], noDay)
	case "Y-n", "Y.n":
		if v[2] > 12 {
			return "there is no such month", "months are 1 to 12; write 2008/2013 for the years"
		}
		return p.set(v[0], v[2], noDay)
	case "SY":
		return p.set(v[1], v[0], noDay)
	case "HSY":
		return p.set(v[2], v[0]+v[1]-spring, noDay)
	case "SY-n", "SY=n", "SY/n", "SY-Y", "SY=Y", "SY/Y", "SYjY":
		return p.setWinter(v[0], v[1], v[3])
	case "HSY-n", "HSY=n", "HSY/n", "HSY-Y", "HSY=Y", "HSY/Y", "HSYjY":
		return p.setWinter(v[0]+v[1]-spring, v[2], v[4])
	case "nmY", "nm-Y":
		return p.set(v[len(v)-1], v[1], v[0])
	case "mnY":
		return p.set(v[2], v[0], v[1])
	case "Ymn":
		return p.set(v[0], v[1], v[2])
	case "Ynm":
		return p.set(v[0], v[2], v[1])
	case "Y-n-n", "Y/n/n", "Y.n.n", "Y-m-n", "Y/m/n":
		return p.set(v[0], v[2], v[4])
	case "n.n.Y", "n-m-Y", "n/m/Y", "n.mY":
		return p.set(v[len(v)-1], v[2], v[0])
	case "n/n/Y", "n-n-Y":
		return p.setByNumbers(v[0], v[2], v[4])
	case "B":
		return p.set(v[0]/10000, v[0]/100%100, v[0]%100)
	}
	return p.readPart(sp)
}

// readPart reads what is only part of a date, and refuses the rest.
func (p *phrase) readPart(sp *spelling) (problem, remedy string) {
	v := sp.values
	switch sp.form {
	case "m", "S":
		p.noYear = true
		return p.set(0, v[0], noDay)
	case "nm":
		p.noYear = true
		return p.set(0, v[1], v[0])
	case "mn":
		p.noYear = true
		return p.set(0, v[0], v[1])
	case "n":
		p.noYear, p.noMonth, p.bare = true, true, true
		p.from.day = uint8(v[0])
		return "", ""
	case "nY":
		p.noMonth = true
		p.from.year, p.from.day = int32(v[1]), uint8(v[0])
		return "", ""
	case "Y/n":
		return "a month, or two years?", "write them as " + twoDigits(v[0], v[2]) + " or " + strconv.Itoa(v[0]) + "/" + strconv.Itoa(v[0]/100*100+v[2])
	case "nmn", "mnn", "n.n.n", "n/n/n", "n-n-n", "Sn":
		return "year needs four digits", "write it in full, as in 2 April 2012"
	}
	return "not a date", looseRemedy
}

func twoDigits(year, month int) string {
	return string(appendDigits(append(appendYear(nil, year), '-'), month, 2))
}

// noDay tells set that there is no day; 0 would be one that was typed.
const noDay = -1

// isoDay writes a date that need not exist.
func isoDay(year, month, day int) string {
	return string(appendDigits(append([]byte(twoDigits(year, month)), '-'), day, 2))
}

// set takes a year, month (0 for none) and day (noDay or, without month, 0 for
// none). It checks what can be checked before the year is certain.
func (p *phrase) set(year, month, day int) (problem, remedy string) {
	if day == noDay {
		if month < 1 || month > lastSubYear || month > 12 && month < spring {
			return "there is no such month", "months are 1 to 12"
		}
		day = 0
	} else if month > 0 || day > 0 {
		if month < 1 || month > 12 {
			return "there is no such month", "months are 1 to 12"
		}
		if day < 1 || day > 31 {
			return noSuchDay, atom{month: uint8(month), unknown: unknownYears}.daysOfMonth()
		}
	}
	p.from = atom{year: int32(year), month: uint8(month), day: uint8(day)}
	return "", ""
}

// setByNumbers takes 13/4/2012, which can only be a day, month and year, and 4/13/2012;
// of 2/4/2012 it gives both readings.
func (p *phrase) setByNumbers(a, b, year int) (problem, remedy string) {
	switch {
	case a > 12:
		return p.set(year, b, a)
	case b > 12:
		return p.set(year, a, b)
	case a == b:
		return p.set(year, a, b)
	}
	return "day or month first?", "write it as " + isoDay(year, b, a) + " or " + isoDay(year, a, b)
}

// setDecade takes 1990s, or with decade or century 2000s.
func (p *phrase) setDecade(year int, class byte) (problem, remedy string) {
	p.from.year, p.from.unknown = int32(year), unknownYear
	switch {
	case class == classCentury:
		p.from.unknown = unknownDecade
		if year%100 != 0 {
			return "a century begins with a year in 00", "write 20XX for 2000 to 2099"
		}
	case year%10 != 0:
		return "a decade begins with a year in 0", "write 199X or 1990s"
	case year%100 == 0 && class != classDecade:
		decade, century := p.from, p.from
		century.unknown = unknownDecade
		return "decade or century?", "write " + simpleText(decade) + " for ten years, " + simpleText(century) + " for a hundred"
	}
	return "", ""
}

// setShortDecade takes "the 90s", of the twentieth century where there is no other
// that one would mean.
func (p *phrase) setShortDecade(tens int) (problem, remedy string) {
	if tens%10 != 0 || tens < 30 {
		return "of which century?", "write the decade in full, as in the 1920s"
	}
	return p.setDecade(1900+tens, classDecade)
}

// setCentury takes the 19th century: the years 1800 to 1899, as EDTF counts.
func (p *phrase) setCentury(number int) (problem, remedy string) {
	if number < 1 {
		return "there is no such century", "write 18XX for 1800 to 1899"
	}
	return p.setDecade(100*(number-1), classCentury)
}

// setYears takes "the years AD 70 – AD 79", a decade or century.
func (p *phrase) setYears(first, last int) (problem, remedy string) {
	for _, hidden := range []unknown{unknownYear, unknownDecade} {
		for _, year := range []int{first, last} { // a negative one is named by its last year
			p.from = atom{year: int32(year), unknown: hidden}
			if y1, y2 := p.from.years(); y1 == first && y2 == last {
				return "", ""
			}
		}
	}
	return "neither a decade nor a century", "write 2003–2008 for the years of an interval"
}

// rest reads the decade, century or year that the classes from the i-th on spell.
func (p *phrase) rest(sp *spelling, i int) (problem, remedy string) {
	return p.readPlain(&spelling{form: sp.form[i:], values: sp.values[i:]})
}

// setInDecade takes "25 December of the 1560s".
func (p *phrase) setInDecade(sp *spelling) (problem, remedy string) {
	i, day := 1, noDay
	if sp.form[0] == classNumber {
		i, day = 2, sp.values[0]
	}
	if problem, remedy = p.set(0, sp.values[i-1], day); problem != "" {
		return problem, remedy
	}
	within := p.from
	problem, remedy = p.rest(sp, i)
	p.from.month, p.from.day = within.month, within.day
	return problem, remedy
}

// setDayOfSomeMonth takes "day 2 of an unknown month of 2012".
func (p *phrase) setDayOfSomeMonth(sp *spelling) (problem, remedy string) {
	problem, remedy = p.rest(sp, 2)
	day := sp.values[1]
	if problem == "" && (day < 1 || day > 31) {
		return "there is no such day in a month", "the longest have the days 1 to 31"
	}
	p.from.day, p.from.unknown = uint8(day), p.from.unknown|unknownMonth
	return problem, remedy
}

func simpleText(a atom) string { return string(a.appendEDTF(nil)) }

// setWinter takes winter 2012–13, or 2012–2013, or the summer of the south.
func (p *phrase) setWinter(season, year, next int) (problem, remedy string) {
	if !spansYears(uint8(season)) || next != year+1 && next != (year+1)%100 {
		return "only a winter lies in two years, one after the other", "write winter 2012–13"
	}
	p.from = atom{year: int32(year), month: uint8(season)}
	return "", ""
}
