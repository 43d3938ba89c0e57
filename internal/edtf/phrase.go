package edtf

// A phrase is one date of a person's text, read but perhaps not complete.
type phrase struct {
	from, to atom
	third    bool // early, mid or late: from..to
	noYear   bool // the year was not said
	noMonth  bool // nor the month; the day was
	bare     bool // it is only a number, taken for a day
	at       int  // where it begins in the input
}

// missing reports what the phrase lacks to be a date, or a day that there is not.
func (p *phrase) missing() *fault {
	a := p.from
	switch {
	case p.noYear:
		return &fault{p.at, "the year is missing", "write it with four digits, as in 2 April 2012"}
	case p.noMonth:
		return &fault{p.at, "the month is missing", looseRemedy}
	case a.month < spring && a.month > 0 && int(a.day) > daysIn(int(a.year), int(a.month)),
		a.month >= spring && a.day > 0:
		return &fault{p.at, "there is no such day in that month", ""}
	}
	return nil
}

// A spelling is the classes of a phrase's tokens, which tell its form, without
// the marks of doubt.
type spelling struct {
	classes [maxTokens]byte
	values  [maxTokens]int
	n       int
	q       qualification
}

// spell notes the tokens but for marks and words of doubt, a dot after a name
// and a hyphen after mid.
func (sp *spelling) spell(t []token) {
	for i := range t {
		class := t[i].class
		switch {
		case class == classAbout:
			sp.q |= approximate
		case class == classDoubt:
			sp.q |= uncertain
		case class == '%':
			sp.q |= both
		case i > 0 && class == '.' && (t[i-1].class == classMonth || t[i-1].class == classAbout):
		case i > 0 && class == '-' && t[i-1].class == classThird:
		default:
			sp.classes[sp.n] = class
			sp.values[sp.n] = t[i].value
			sp.n++
		}
	}
}

// parseOne reads one date. Its year or month may be missing.
func parseOne(t []token) (phrase, *fault) {
	if len(t) == 0 {
		return phrase{}, &fault{0, "a date is missing", looseRemedy}
	}
	var sp spelling
	sp.spell(t)
	p := phrase{at: t[0].at}
	if sp.n > 0 && sp.classes[0] == classThird {
		if !p.readThird(&sp) {
			return p, &fault{p.at, "early, mid and late go with a year, or a month and year", "write early 2012 or late April 2012"}
		}
	} else if problem, remedy := p.readPlain(&sp); problem != "" {
		return p, &fault{p.at, problem, remedy}
	}
	p.from.qualify(yearPart, p.from.parts()-1, sp.q)
	p.to.qualify(yearPart, p.to.parts()-1, sp.q)
	return p, nil
}

// readThird reads early, mid or late with a year or a month and year. A year has
// thirds of four months, a month of ten days, the last to its end.
func (p *phrase) readThird(sp *spelling) bool {
	third := sp.values[0]
	switch string(sp.classes[1:sp.n]) {
	case "Y":
		p.from = atom{year: int32(sp.values[1]), month: uint8(4*third + 1)}
		p.to = atom{year: int32(sp.values[1]), month: uint8(4*third + 4)}
	case "mY":
		month, year := sp.values[1], sp.values[2]
		end := 10*third + 10
		if third == 2 {
			end = daysIn(year, month)
		}
		p.from = atom{year: int32(year), month: uint8(month), day: uint8(10*third + 1)}
		p.to = atom{year: int32(year), month: uint8(month), day: uint8(end)}
	default:
		return false
	}
	p.third = true
	return true
}

// readPlain reads every other form of one date. It returns a problem and remedy,
// or "".
func (p *phrase) readPlain(sp *spelling) (problem, remedy string) {
	v := &sp.values
	switch string(sp.classes[:sp.n]) {
	case "Y":
		return p.set(v[0], 0, 0)
	case "Yz", "YzD", "YzC":
		return p.setDecade(v[0], sp.classes[2])
	case "mY", "n/Y", "n.Y", "n-Y":
		return p.set(v[sp.n-1], v[0], noDay)
	case "Ym":
		return p.set(v[0], v[1], noDay)
	case "Y-n", "Y.n":
		if v[2] > 12 {
			return "there is no such month", "months are 1 to 12; write 2008/2013 for the years"
		}
		return p.set(v[0], v[2], noDay)
	case "SY":
		return p.set(v[1], v[0], noDay)
	case "SY-n", "SY=n", "SY/n", "SY-Y", "SY=Y", "SY/Y":
		return p.setWinter(v[0], v[1], v[3])
	case "nmY":
		return p.set(v[2], v[1], v[0])
	case "mnY":
		return p.set(v[2], v[0], v[1])
	case "Ymn":
		return p.set(v[0], v[1], v[2])
	case "Ynm":
		return p.set(v[0], v[2], v[1])
	case "Y-n-n", "Y/n/n", "Y.n.n", "Y-m-n", "Y/m/n":
		return p.set(v[0], v[2], v[4])
	case "n.n.Y", "n-m-Y", "n/m/Y", "n.mY":
		return p.set(v[sp.n-1], v[2], v[0])
	case "B":
		return p.set(v[0]/10000, v[0]/100%100, v[0]%100)
	}
	return p.readPart(sp)
}

// readPart reads what is only part of a date, and refuses the rest.
func (p *phrase) readPart(sp *spelling) (problem, remedy string) {
	v := &sp.values
	switch string(sp.classes[:sp.n]) {
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
	case "n/n/Y", "n-n-Y":
		return "day or month first?", "write it as " + isoDay(v[4], v[2], v[0]) + " or " + isoDay(v[4], v[0], v[2])
	case "Y/n":
		return "a month, or two years?", "write them as 2008-09 or 2008/2009"
	case "nmn", "mnn", "n.n.n", "n/n/n", "n-n-n", "Sn", "nz":
		return "year needs four digits", "write it in full, as in 2 April 2012"
	}
	return "not a date", looseRemedy
}

// noDay tells set that there is no day; 0 would be one that was typed.
const noDay = -1

// isoDay writes a date that need not exist.
func isoDay(year, month, day int) string {
	b := append(appendYear(nil, year), '-')
	b = append(appendDigits(b, month, 2), '-')
	return string(appendDigits(b, day, 2))
}

// set takes a year, month (0 for none) and day (noDay or, without month, 0 for
// none). It checks what can be checked before the year is certain.
func (p *phrase) set(year, month, day int) (problem, remedy string) {
	if day == noDay {
		if month < 1 || month > winter || month > 12 && month < spring {
			return "there is no such month", "months are 1 to 12"
		}
		day = 0
	} else if month > 0 || day > 0 {
		if month < 1 || month > 12 {
			return "there is no such month", "months are 1 to 12"
		}
		if day < 1 || day > 31 {
			return "there is no such day in that month", ""
		}
	}
	p.from = atom{year: int32(year), month: uint8(month), day: uint8(day)}
	return "", ""
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

func simpleText(a atom) string { return string(a.appendEDTF(nil)) }

// setWinter takes winter 2012–13, or 2012–2013.
func (p *phrase) setWinter(season, year, next int) (problem, remedy string) {
	if season != winter || next != year+1 && next != (year+1)%100 {
		return "only a winter lies in two years, one after the other", "write winter 2012–13"
	}
	p.from = atom{year: int32(year), month: winter}
	return "", ""
}
