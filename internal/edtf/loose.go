package edtf

import (
	"strings"
)

// ParseLoose reads a date as a person would type it. It takes, in upper or lower
// case:
//
//	any EDTF, also with spaces in sets and intervals and with a small x
//	2012   apr 2012   April 2012   spring 2012   winter 2012–13   1990s
//	2 April 2012   2nd of April, 2012   April 2, 2012   2012 apr 2   Monday 2 April 2012
//	2012-04-02   2012-4-2   2012/04/02   2012.4.2   20120402   2012.04   04/2012
//	02.04.2012                     day first, as wherever dates have dots
//	13/4/2012   4/13/2012          which can be read in one way only
//	early 2012, mid 2012, late 2012     thirds: [2012-01..2012-04], [2012-05..2012-08], [2012-09..2012-12]
//	early April 2012 …                  thirds: [2012-04-01..2012-04-10], to the 20th, to the end
//	beginning, start, middle, end of    the same thirds
//	early 1990s, late 19th century      thirds of their years
//	first half of 2012, Q4 2012         2012-40, 2012-36; of a month, decade or century the days or years
//	the 90s, the 19th century           199X, 18XX
//	44 BC, AD 79                        -0043, 0079
//	about April 2012, ~2012             2012-04~
//	April 2012?, 2012 (uncertain)       2012-04?
//	30 June – 1 July 2012, 1 to 5 April 2012, 2-5 April 2012, 2008–13, from 2008 to 2013    intervals
//	from 2012, since 2012          2012/..
//	until 2012                     ../2012
//	by 2012, in or before 2012     [..2012]
//	2012 or later                  [2012..]
//	before 2012, after 2012        [..2011], [2013..]
//	2006 or 2007, 2, 5 or 9 May 2012     [2006,2007], one of three days
//	2006 and 2007                  {2006,2007}
//	between 1 and 5 April 2012     [2012-04-01..2012-04-05]
//
// and whatever [Date.English] says at length Long or Spoken, with the same bounds.
//
// It refuses what it would have to guess, and names the readings that it is torn
// between: years of two digits, 02/04/2012 (day or month first?), 2008/09 (a month, or
// two years?), a bare "1900s" (decade or century?). The error is a *SyntaxError.
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
	if at := clockTime(s); at >= 0 {
		return Date{}, &fault{at, "times of day are not kept", "leave out the time"}
	}
	t, f := cut(s)
	if f != nil {
		return Date{}, f
	}
	if t, f = settle(t); f != nil {
		return Date{}, f
	}
	return parsePhrase(t)
}

// clockTime is where a colon between two digits stands, as in 20:17; -1 for nowhere.
func clockTime(s string) int {
	digit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	for i := range len(s) {
		if s[i] == ':' && digit(i-1) && digit(i+1) {
			return i
		}
	}
	return -1
}

// parsePhrase reads one date, or several with the words that join them.
func parsePhrase(t []token) (Date, *fault) {
	for i, word := range []string{"or", "and"} {
		if at := findWord(t, word); at >= 0 && joinWord(t, 0) != "between" {
			return parseList(t, at, []kind{kindOneOf, kindAllOf}[i])
		}
	}
	m, k, f := parseMemberPhrase(t)
	if f != nil {
		return Date{}, f
	}
	return m.date(k)
}

// parseList reads members that commas and a last "or" or "and" join: what one does not
// say it takes from the next. A comma may be inside a date, so that the commas count
// only where the members are none without them.
func parseList(t []token, at int, k kind) (Date, *fault) {
	d, f := readList([][]token{t[:at], t[at+1:]}, k, t[at].at)
	if f == nil {
		return d, nil
	}
	if parts := splitAtCommas(t[:at]); len(parts) > 1 {
		return readList(append(parts, t[at+1:]), k, t[at].at)
	}
	return d, f
}

// readList reads the members of a set; at is the place of its "or" or "and".
func readList(segments [][]token, k kind, at int) (Date, *fault) {
	members := make([]member, len(segments))
	for i := len(segments) - 1; i >= 0; i-- {
		m, _, f := parseMemberPhrase(segments[i])
		if f != nil {
			return Date{}, f
		}
		if i+1 < len(members) {
			m.last().complete(members[i+1].first())
			if m.shape == closed {
				m.from.complete(&m.to) // which has come to say more
			}
		}
		members[i] = m
	}
	pieces := make([]piece, len(members))
	for i, m := range members {
		p, f := m.piece()
		if f != nil {
			return Date{}, f
		}
		p.level()
		pieces[i] = p
	}
	d := newSet(k, pieces)
	for i := range d.pieces() {
		if p := d.piece(i); p.shape == openStart && i > 0 || p.shape == openEnd && i < d.pieces()-1 {
			return Date{}, &fault{at, "only the first date may be open before, and the last after", ""}
		}
	}
	return d, nil
}

func splitAtCommas(t []token) (parts [][]token) {
	start := 0
	for i := range len(t) + 1 {
		if i < len(t) && t[i].class != classComma {
			continue
		}
		if i > start {
			parts = append(parts, t[start:i])
		}
		start = i + 1
	}
	return parts
}

// joinWord returns the joining word at t[i], or "".
func joinWord(t []token, i int) string {
	if i >= 0 && i < len(t) && t[i].class == classJoin {
		return t[i].text
	}
	return ""
}

// findWord returns the last place of a joining word, -1 if there is none.
func findWord(t []token, word string) int {
	for i := len(t) - 1; i >= 0; i-- {
		if joinWord(t, i) == word {
			return i
		}
	}
	return -1
}
