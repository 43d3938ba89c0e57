package edtf

import "strconv"

// A member is a date of a person's text, or two with what joins them: a simple date,
// an interval, or a member of a set.
type member struct {
	shape    shape
	from, to phrase // from of single; the ends that the shape has
	at       int    // where its second date, or its only one, begins
}

// parseMemberPhrase reads a member, and of what kind the date is that it makes alone.
func parseMemberPhrase(t []token) (member, kind, *fault) {
	switch word := joinWord(t, 0); {
	case word != "":
		return parseJoined(t, word)
	case joinWord(t, len(t)-1) == "or later" || joinWord(t, len(t)-1) == "or after":
		return parseOpen(t[:len(t)-1], openEnd, kindOneOf)
	case joinWord(t, len(t)-1) == "or earlier" || joinWord(t, len(t)-1) == "or before":
		return parseOpen(t[:len(t)-1], openStart, kindOneOf)
	}
	p, f := parseOne(t)
	if f == nil && (!p.bare || len(splits(t)) == 0) {
		return alone(p)
	}
	if len(splits(t)) > 0 {
		if m, k, pair := parseStretch(t); pair == nil || !isTight(t, splits(t)[0]) { // nothing but hyphens can part two dates
			return m, k, pair
		}
	}
	return member{}, 0, f
}

// parseStretch reads two dates that a dash or a word parts, at the first place that
// gives two dates.
func parseStretch(t []token) (m member, k kind, f *fault) {
	for _, at := range splits(t) {
		if rest := t[at+1:]; isTight(t, at) && len(rest) == 1 && rest[0].class == classNumber {
			f = &fault{t[at].at, "a month, or two dates?", looseRemedy} // 2008-13
			continue
		}
		m, k, pair := parsePair(t, at, kindInterval)
		if pair == nil {
			return m, k, nil
		}
		if f == nil {
			f = pair
		}
	}
	return m, k, f
}

// isTight tells whether a hyphen without spaces stands at t[i], as inside a date.
func isTight(t []token, i int) bool { return t[i].class == '-' && !t[i].gap }

// alone is the member of one date; a part of another is a range in a one-of set.
func alone(p phrase) (member, kind, *fault) {
	if p.ranged {
		to := phrase{from: p.to, at: p.at}
		return member{shape: closed, from: p, to: to, at: p.at}, kindOneOf, nil
	}
	return member{shape: single, from: p, at: p.at}, kindSimple, nil
}

// parseJoined reads what begins with a joining word.
func parseJoined(t []token, word string) (member, kind, *fault) {
	rest := t[1:]
	switch word {
	case "all":
		m, _, f := parseMemberPhrase(rest)
		return m, kindAllOf, f
	case "from", "since":
		if p, f := parseOne(rest); f == nil && !p.bare || len(splits(rest)) == 0 {
			return parseOpen(rest, openEnd, kindInterval)
		}
		return parseStretch(rest)
	case "until", "till":
		return parseOpen(rest, openStart, kindInterval)
	case "by", "or before":
		return parseOpen(rest, openStart, kindOneOf)
	case "or after":
		return parseOpen(rest, openEnd, kindOneOf)
	case "before", "after":
		return parseBeyond(rest, word == "after")
	case "between":
		for i := range rest {
			if joinWord(rest, i) == "and" {
				return parsePair(rest, i, kindOneOf)
			}
		}
	}
	return member{}, 0, &fault{t[0].at, "two dates are wanted with " + strconv.Quote(t[0].text), looseRemedy}
}

// parseOpen reads the one date of an interval or set with an open end.
func parseOpen(t []token, s shape, k kind) (member, kind, *fault) {
	p, f := parseWhole(t)
	m := member{shape: s, at: p.at}
	*m.last() = p
	return m, k, f
}

// parseBeyond reads the date before or after which something was, and takes the one
// next to it: before April 2012 is in or before March.
func parseBeyond(t []token, after bool) (member, kind, *fault) {
	p, f := parseWhole(t)
	if f == nil {
		f = p.missing()
	}
	if f != nil {
		return member{}, 0, f
	}
	step := -1
	m := member{shape: openStart, at: p.at}
	if after {
		step, m.shape = 1, openEnd
	}
	p.from = p.from.beside(step)
	*m.last() = p
	return m, kindOneOf, nil
}

// beside returns the year, month or day before or after an atom; what is none of these
// has a day beside it.
func (a atom) beside(step int) atom {
	if a.unknown == 0 && a.month == 0 {
		a.year += int32(step)
		return a
	}
	if a.unknown == 0 && a.day == 0 && a.month < spring {
		y, m, _ := NewDay(int(a.year), int(a.month)+step, 1).Civil()
		return atom{year: int32(y), month: uint8(m), qual: a.qual}
	}
	first, last := a.bounds()
	day := first - 1
	if step > 0 {
		day = last + 1
	}
	y, m, d := day.Civil()
	next := atom{year: int32(y), month: uint8(m), day: uint8(d)}
	next.qualify(yearPart, dayPart, a.anyQual())
	return next
}

// parseWhole reads a date that is no part of another.
func parseWhole(t []token) (phrase, *fault) {
	p, f := parseOne(t)
	if f == nil && p.ranged {
		f = standsAlone(p.at)
	}
	return p, f
}

func standsAlone(at int) *fault {
	return &fault{at, "early, mid and late stand alone", "write the first or last month or day"}
}

// splits returns the places that may part two dates, the likeliest first: "to",
// "until", a dash, a hyphen between spaces, and then hyphens without.
func splits(t []token) (places []int) {
	var hyphens []int
	for i := range t {
		switch word := joinWord(t, i); {
		case word == "to" || word == "until" || word == "till" || word == "through" || t[i].class == classDash:
			places = append(places, i)
		case t[i].class == '-' && t[i].gap && i+1 < len(t) && t[i+1].gap:
			places = append(places, i)
		case t[i].class == '-':
			hyphens = append(hyphens, i)
		}
	}
	if len(places) > 0 {
		return places
	}
	return hyphens
}

// parsePair reads two dates around t[at]: the ends of an interval, or of a range in a
// one-of set. What one does not say it takes from the other.
func parsePair(t []token, at int, k kind) (member, kind, *fault) {
	m := member{shape: closed}
	var f *fault
	if m.from, f = parseOne(t[:at]); f != nil {
		return m, k, f
	}
	if m.to, f = parseOne(t[at+1:]); f != nil {
		return m, k, f
	}
	m.from.complete(&m.to)
	m.at = m.to.at
	for _, p := range []*phrase{&m.from, &m.to} {
		if p.ranged {
			return m, k, standsAlone(p.at)
		}
	}
	return m, k, nil
}

// first and last are the phrases that stand first and last in the member.
func (m *member) first() *phrase {
	if m.shape == openStart {
		return &m.to
	}
	return &m.from
}

func (m *member) last() *phrase {
	if m.shape == openStart || m.shape == closed {
		return &m.to
	}
	return &m.from
}

// piece is the member as a piece of a date, or what it lacks to be one.
func (m *member) piece() (piece, *fault) {
	for _, end := range []*phrase{m.first(), m.last()} {
		if f := end.missing(); f != nil {
			return piece{}, f
		}
	}
	p := piece{shape: m.shape, from: m.from.from, to: m.to.from}
	switch m.shape {
	case single, openEnd:
		p.to = atom{}
	case openStart:
		p.from = atom{}
	}
	p.setBounds()
	if m.shape == closed && (p.first > p.last || p.backwards()) {
		return p, &fault{m.at, "the end is before the beginning", ""}
	}
	return p, nil
}

// date is the member as a date of its own.
func (m *member) date(k kind) (Date, *fault) {
	p, f := m.piece()
	switch {
	case f != nil:
		return Date{}, f
	case k == kindSimple:
		return simple(p.from), nil
	case k == kindInterval:
		return Date{kind: k, whole: p}, nil
	}
	p.level()
	return newSet(k, []piece{p}), nil
}

// level gives both ends of a range in a set the precision that the standard wants them
// to share, without moving the bounds: between March and 2 May 2012 is between 1 March
// and 2 May.
func (p *piece) level() {
	if p.shape != closed {
		return
	}
	from, to := p.from.precision(), p.to.precision()
	if from == to || p.first == DistantPast || p.last == DistantFuture {
		return
	}
	byDay := from == PrecisionDay || to == PrecisionDay
	p.from, p.to = p.from.end(p.first, byDay), p.to.end(p.last, byDay)
}

// end is the month or day at a bound, with the atom's qualification.
func (a atom) end(bound Day, byDay bool) atom {
	y, m, d := bound.Civil()
	e := atom{year: int32(y), month: uint8(m)}
	if byDay {
		e.day = uint8(d)
	}
	e.qualify(yearPart, e.parts()-1, a.anyQual())
	return e
}

// complete fills in what one of two joined dates does not say: the year and
// month of "1 – 5 April 2012", the century of "2008–13".
func (p *phrase) complete(q *phrase) {
	if q.bare && p.from.plainYear() && !p.noYear {
		q.from = atom{year: p.from.year/100*100 + int32(q.from.day), qual: uint8(q.from.anyQual())}
		q.bare, q.noMonth, q.noYear = false, false, false
		return
	}
	if p.noMonth {
		p.from.month, p.noMonth = q.from.month, q.from.month == 0
	} else if q.noMonth {
		q.from.month, q.noMonth = p.from.month, p.from.month == 0
	}
	if p.noYear {
		p.from.year, p.noYear = q.from.year, q.noYear
	} else if q.noYear {
		q.from.year, q.noYear = p.from.year, false
	}
}
