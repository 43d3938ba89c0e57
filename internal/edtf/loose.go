package edtf

import (
	"strconv"
	"strings"
)

// ParseLoose reads a date as a person would type it. It takes, in upper or lower
// case:
//
//	any EDTF, also with spaces in sets and intervals and with a small x
//	2012   apr 2012   April 2012   spring 2012   winter 2012–13   1990s
//	2 April 2012   2nd of April, 2012   April 2, 2012   2012 apr 2
//	2012-04-02   2012-4-2   2012/04/02   2012.4.2   20120402   2012.04   04/2012
//	02.04.2012                     day first, as wherever dates have dots
//	early 2012, mid 2012, late 2012     thirds: [2012-01..2012-04], [2012-05..2012-08], [2012-09..2012-12]
//	early April 2012 …                  thirds: [2012-04-01..2012-04-10], to the 20th, to the end
//	about April 2012, ~2012             2012-04~
//	April 2012?, 2012 (uncertain)       2012-04?
//	30 June – 1 July 2012, 1 to 5 April 2012, 2008–13, from 2008 to 2013    intervals
//	from 2012, since 2012          2012/..
//	until 2012                     ../2012
//	by 2012                        [..2012]
//	2006 or 2007                   [2006,2007]
//	between 1 and 5 April 2012     [2012-04-01..2012-04-05]
//
// It refuses what it would have to guess: years of two digits, 02/04/2012
// (day or month first?), 2008/09 (a month, or two years?), a bare "1900s" (decade
// or century?). The error is a *SyntaxError.
func ParseLoose(s string) (Date, error) {
	d, f := parseLoose(s)
	if f != nil {
		return Date{}, f.in(s)
	}
	return d, nil
}

func parseLoose(s string) (Date, *fault) {
	trimmed := strings.TrimSpace(s)
	d, strict := parse(trimmed)
	if strict == nil {
		return d, nil
	}
	if d, f := parse(strings.ToUpper(trimmed)); f == nil {
		return d, nil
	}
	if strings.ContainsAny(trimmed, "[{/") {
		if d, f := parse(strings.ReplaceAll(strings.ToUpper(trimmed), " ", "")); f == nil {
			return d, nil
		}
	}
	if trimmed == "" || trimmed[0] == '[' || trimmed[0] == '{' {
		strict.at += strings.Index(s, trimmed)
		return Date{}, strict
	}
	var t tokens
	if f := t.cut(s); f != nil {
		return Date{}, f
	}
	return parsePhrase(t.list[:t.n])
}

// parsePhrase reads one date, or two with the words that join them.
func parsePhrase(t []token) (Date, *fault) {
	if joinWord(t, 0) != "" {
		return parseJoined(t)
	}
	if at := findWord(t, "or"); at >= 0 {
		return parsePair(t, at, single, kindOneOf)
	}
	p, f := parseOne(t)
	if f == nil {
		f = p.missing()
	}
	split := findSplit(t)
	switch {
	case f != nil && split >= 0:
		return parsePair(t, split, closed, kindInterval)
	case f != nil:
		return Date{}, f
	case p.third:
		return newSet(kindOneOf, []piece{newPiece(closed, p.from, p.to)}), nil
	}
	return simple(p.from), nil
}

// parseJoined reads what begins with a joining word.
func parseJoined(t []token) (Date, *fault) {
	rest := t[1:]
	switch t[0].text {
	case "from", "since":
		if at := findSplit(rest); at >= 0 {
			return parsePair(rest, at, closed, kindInterval)
		}
		return parseOpen(rest, openEnd, kindInterval)
	case "until", "till":
		return parseOpen(rest, openStart, kindInterval)
	case "by":
		return parseOpen(rest, openStart, kindOneOf)
	case "between":
		if at := findWord(rest, "and"); at >= 0 {
			return parsePair(rest, at, closed, kindOneOf)
		}
	}
	return Date{}, &fault{t[0].at, "two dates are wanted with " + strconv.Quote(t[0].text), looseRemedy}
}

// joinWord returns the joining word at t[i], or "".
func joinWord(t []token, i int) string {
	if i < len(t) && t[i].class == classJoin {
		return t[i].text
	}
	return ""
}

func findWord(t []token, word string) int {
	for i := range t {
		if joinWord(t, i) == word {
			return i
		}
	}
	return -1
}

// findSplit returns the place of "to", "until", a dash, or a hyphen between
// spaces; -1 if there is none.
func findSplit(t []token) int {
	for i := range t {
		switch word := joinWord(t, i); {
		case word == "to" || word == "until" || word == "till" || t[i].class == classDash:
			return i
		case t[i].class == '-' && t[i].gap && i+1 < len(t) && t[i+1].gap:
			return i
		}
	}
	return -1
}

// newPiece makes a piece of atoms in the right order.
func newPiece(s shape, from, to atom) piece {
	p := piece{shape: s, from: from, to: to}
	p.setBounds()
	return p
}

// parseOpen reads the one date of an interval or set with an open end.
func parseOpen(t []token, s shape, k kind) (Date, *fault) {
	one, f := parseWhole(t)
	if f != nil {
		return Date{}, f
	}
	p := newPiece(s, one.from, atom{})
	if s == openStart {
		p = newPiece(s, atom{}, one.from)
	}
	if k == kindOneOf {
		return newSet(k, []piece{p}), nil
	}
	return Date{kind: k, whole: p}, nil
}

// parseWhole reads a date that lacks nothing and is not a third.
func parseWhole(t []token) (phrase, *fault) {
	p, f := parseOne(t)
	if f == nil {
		f = p.missing()
	}
	if f == nil && p.third {
		f = &fault{p.at, "early, mid and late stand alone", "write the first or last month or day"}
	}
	return p, f
}

// parsePair reads two dates around t[at]: the ends of an interval or of a range
// in a one-of set, or, with shape single, the two members of such a set. What
// one does not say it takes from the other.
func parsePair(t []token, at int, s shape, k kind) (Date, *fault) {
	left, f := parseOne(t[:at])
	if f != nil {
		return Date{}, f
	}
	right, f := parseOne(t[at+1:])
	if f != nil {
		return Date{}, f
	}
	left.complete(&right)
	for _, p := range []phrase{left, right} {
		if f := p.missing(); f != nil {
			return Date{}, f
		}
		if p.third {
			return Date{}, &fault{p.at, "early, mid and late stand alone", "write the first or last month or day"}
		}
	}
	if s == single {
		members := []piece{newPiece(single, left.from, atom{}), newPiece(single, right.from, atom{})}
		return newSet(k, members), nil
	}
	p := newPiece(s, left.from, right.from)
	if p.first > p.last || p.backwards() {
		return Date{}, &fault{right.at, "the end is before the beginning", ""}
	}
	if k == kindOneOf {
		if p.from.precision() != p.to.precision() {
			return Date{}, unequalEnds(right.at)
		}
		return newSet(k, []piece{p}), nil
	}
	return Date{kind: k, whole: p}, nil
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
