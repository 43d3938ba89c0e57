package edtf

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A token is a word, a number or a mark of a date that a person typed.
type token struct {
	class byte   // what it is, see the class constants
	text  string // as typed
	value int    // number; month 1..12; season 21..24; third 0..2
	at    int    // place in the input, in bytes from 0
	gap   bool   // white space before it
	era   bool   // a year whose BC or AD has been read
}

// Classes of tokens. Marks have themselves as class, dashes of all lengths '–'
// being written '=' and a semicolon ','. Together they spell the shape of a phrase:
// "nmY" is 2 April 2012.
const (
	classYear    = 'Y' // four digits, or a number with BC or AD
	classNumber  = 'n' // one or two digits
	classOther   = 'o' // any other count of digits: a year if BC or AD stands with it
	classCompact = 'B' // eight digits
	classEra     = 'e' // BC or AD
	classMonth   = 'm'
	classWeekday = 'w' // 0 Sunday to 6 Saturday
	classSeason  = 'S'
	classHalf    = 'H' // northern or southern, before a season
	classPart    = 'p' // early, beginning, middle, end …: value is which of three
	classOrdinal = 'i' // first, second, third, fourth, last
	classHalves  = 'h' // half
	classQuarter = 'q' // quarter, or the Q of Q4
	classPlural  = 'z' // the s of 1990s
	classDecade  = 'D'
	classCentury = 'C'
	classAbout   = '~'
	classDoubt   = '?'
	classPiece   = 'k' // year, month, day, season: what is in doubt or not known
	classUnknown = 'u'
	classYears   = 'y' // "the years", before the first and last of a decade or century
	classComma   = ','
	classDash    = '='
	classJoin    = 'j' // to, until, by, from, since, between, and, or, before, after …: see text
)

// maxTokens is more than any date needs.
const maxTokens = 64

// cut cuts a phrase into at most maxTokens tokens. Words that add nothing (the, of, on,
// in, st, nd, rd, th) and brackets are left out.
func cut(s string) (t []token, f *fault) {
	gap := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == ' ' || r == '\t' || r == '\u00a0' {
			gap = true
			i += size
			continue
		}
		end := i + size
		switch {
		case isLetter(s[i]):
			for end < len(s) && isLetter(s[end]) {
				end++
			}
		case isDigit(s[i]):
			for end < len(s) && isDigit(s[end]) {
				end++
			}
		}
		tok := token{text: s[i:end], at: i, gap: gap}
		if f := tok.classify(r); f != nil {
			return nil, f
		}
		if tok.class != 0 {
			if len(t) == maxTokens {
				return nil, &fault{i, "too long for a date", ""}
			}
			t = append(t, tok)
		}
		i, gap = end, false
	}
	return t, nil
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// classify sets class and value from the text, whose first character is r. Class
// 0 means that the token can be dropped.
func (t *token) classify(r rune) *fault {
	switch {
	case r < utf8.RuneSelf && isLetter(byte(r)):
		return t.classifyWord()
	case r < utf8.RuneSelf && isDigit(byte(r)):
		return t.classifyNumber()
	}
	switch r {
	case '(', ')':
	case ',', ';':
		t.class = classComma
	case '–', '—', '−', '‑':
		t.class = classDash
	case '-', '/', '.', '~', '?', '%':
		t.class = byte(r)
	default:
		return &fault{t.at, "unexpected " + strconv.Quote(t.text), looseRemedy}
	}
	return nil
}

// classifyNumber takes numbers of one to ten digits; which years they are is
// known when all tokens are.
func (t *token) classifyNumber() *fault {
	switch n := len(t.text); {
	case n <= 2:
		t.class = classNumber
	case n == 4:
		t.class = classYear
	case n == 8:
		t.class = classCompact
	case n <= 10:
		t.class = classOther
	default:
		return oddYear(t.at)
	}
	for i := range len(t.text) {
		t.value = t.value*10 + int(t.text[i]-'0')
	}
	if t.value > maxYear+1 { // 1000000000 BC is the year -999999999
		return longerYear(t.at)
	}
	return nil
}

// maxYear is the last year that EDTF can write, with nine digits.
const maxYear = 999_999_999

func longerYear(at int) *fault { return &fault{at, "year has more than nine digits", ""} }

// oddYear is the fault of a number that is no year as it stands.
func oddYear(at int) *fault {
	return &fault{at, "year needs four digits", "write the year in full, such as 2012 or 0079, or with BC or AD"}
}

// words are what the words of a date are, but for the names of months.
var words = map[string]token{
	"s": {class: classPlural}, "decade": {class: classDecade}, "century": {class: classCentury},
	"about": {class: classAbout}, "around": {class: classAbout}, "circa": {class: classAbout}, "ca": {class: classAbout},
	"c": {class: classAbout}, "approx": {class: classAbout}, "approximately": {class: classAbout}, "approximate": {class: classAbout},
	"uncertain": {class: classDoubt}, "perhaps": {class: classDoubt}, "probably": {class: classDoubt}, "possibly": {class: classDoubt},
	"early": {class: classPart}, "beginning": {class: classPart}, "start": {class: classPart},
	"mid": {class: classPart, value: 1}, "middle": {class: classPart, value: 1},
	"late": {class: classPart, value: 2}, "end": {class: classPart, value: 2},
	"first": {class: classOrdinal, value: 1}, "second": {class: classOrdinal, value: 2}, "third": {class: classOrdinal, value: 3},
	"fourth": {class: classOrdinal, value: 4}, "last": {class: classOrdinal, value: -1},
	"half": {class: classHalves}, "quarter": {class: classQuarter}, "q": {class: classQuarter},
	"northern": {class: classHalf, value: northern}, "southern": {class: classHalf, value: southern},
	"spring": {class: classSeason, value: spring}, "summer": {class: classSeason, value: spring + 1},
	"autumn": {class: classSeason, value: spring + 2}, "fall": {class: classSeason, value: spring + 2}, "winter": {class: classSeason, value: winter},
	"bc": {class: classEra, value: -1}, "bce": {class: classEra, value: -1}, "ad": {class: classEra, value: 1}, "ce": {class: classEra, value: 1},
	"year": {class: classPiece}, "month": {class: classPiece}, "day": {class: classPiece}, "season": {class: classPiece},
	"unknown": {class: classUnknown}, "years": {class: classYears},
	"to": {class: classJoin}, "until": {class: classJoin}, "till": {class: classJoin}, "through": {class: classJoin},
	"from": {class: classJoin}, "since": {class: classJoin}, "between": {class: classJoin}, "and": {class: classJoin},
	"or": {class: classJoin}, "by": {class: classJoin}, "before": {class: classJoin}, "after": {class: classJoin},
	"later": {class: classJoin}, "earlier": {class: classJoin}, "all": {class: classJoin},
	"sunday": {class: classWeekday}, "sun": {class: classWeekday},
	"monday": {class: classWeekday, value: 1}, "mon": {class: classWeekday, value: 1},
	"tuesday": {class: classWeekday, value: 2}, "tue": {class: classWeekday, value: 2}, "tues": {class: classWeekday, value: 2},
	"wednesday": {class: classWeekday, value: 3}, "wed": {class: classWeekday, value: 3},
	"thursday": {class: classWeekday, value: 4}, "thu": {class: classWeekday, value: 4}, "thur": {class: classWeekday, value: 4}, "thurs": {class: classWeekday, value: 4},
	"friday": {class: classWeekday, value: 5}, "fri": {class: classWeekday, value: 5},
	"saturday": {class: classWeekday, value: 6}, "sat": {class: classWeekday, value: 6},
}

func (t *token) classifyWord() *fault {
	word := strings.ToLower(t.text)
	switch word {
	case "the", "a", "an", "of", "on", "in", "st", "nd", "rd", "th":
		return nil
	}
	if known, ok := words[word]; ok {
		t.class, t.value = known.class, known.value
		if t.class == classJoin {
			t.text = word
		}
		return nil
	}
	if t.class, t.value = classMonth, monthOf(word); t.value == 0 {
		return &fault{t.at, strconv.Quote(t.text) + " is no month, season or other word of a date", looseRemedy}
	}
	return nil
}

const looseRemedy = "write for example 2012, apr 2012, 2 April 2012, 2012-04-02 or spring 2012"

// monthOf returns 1 to 12 for the name of a month in lower case or its first
// three letters or more, else 0.
func monthOf(word string) int {
	for m := time.January; m <= time.December && len(word) >= 3; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), word) {
			return int(m)
		}
	}
	return 0
}

// settle joins what belongs together and drops what says nothing about the bounds,
// until the tokens are the words of dates and what joins them:
//
//   - a number with BC or AD is a year, and so is the number before it that a dash
//     joins to it: 44–43 BC
//   - "or before" and "or after" are one word, and so are "or earlier" and "or later"
//   - "month and day unknown", "an unknown month" and "end unknown" go; of "year
//     approximate" the year goes
func settle(t []token) ([]token, *fault) {
	t = years(t)
	kept := t[:0]
	for i := 0; i < len(t); i++ {
		tok := t[i]
		switch {
		case tok.class == classOther:
			return nil, oddYear(tok.at)
		case tok.class == classEra:
			return nil, &fault{tok.at, strconv.Quote(tok.text) + " stands with no year", "write 44 BC or AD 79"}
		case joinWord(t, i) == "or" && slices.Contains([]string{"before", "after", "earlier", "later"}, joinWord(t, i+1)):
			i++
			tok.text = "or " + t[i].text
		case tok.class == classPiece && i+1 < len(t) && t[i+1].class == classNumber: // day 2
		case tok.class == classPiece:
			if joinWord(t, i+1) == "and" {
				i++
			}
			kept = withoutComma(kept)
			continue
		case tok.class == classPart && i+1 < len(t) && t[i+1].class == classUnknown:
			i++
			kept = withoutComma(kept)
			continue
		case tok.class == classUnknown:
			continue
		case joinWord(t, i) == "and" && i > 0 && t[i-1].class == classAbout && i+1 < len(t) && t[i+1].class == classDoubt:
			continue
		}
		kept = append(kept, tok)
	}
	return kept, nil
}

// withoutComma takes back a comma that was the last of the tokens that were kept.
func withoutComma(kept []token) []token {
	if n := len(kept); n > 0 && kept[n-1].class == classComma {
		return kept[:n-1]
	}
	return kept
}

// years makes years of the numbers that stand with BC or AD.
func years(t []token) []token {
	number := func(t []token, i int) bool {
		return i >= 0 && i < len(t) && !t[i].era && (t[i].class == classNumber || t[i].class == classYear || t[i].class == classOther)
	}
	before := func(t *token) { t.value, t.class, t.era = 1-t.value, classYear, true }
	kept := t[:0]
	for i, tok := range t {
		last := len(kept) - 1
		switch {
		case tok.class != classEra:
		case tok.value < 0 && number(kept, last):
			before(&kept[last])
			if joined := last >= 2 && (kept[last-1].class == classDash || kept[last-1].class == '-' || joinWord(kept, last-1) == "to"); joined && number(kept, last-2) {
				before(&kept[last-2])
			}
			continue
		case tok.value > 0 && number(t, i+1):
			t[i+1].class, t[i+1].era = classYear, true
			continue
		case tok.value > 0 && number(kept, last):
			kept[last].class, kept[last].era = classYear, true
			continue
		}
		kept = append(kept, tok)
	}
	return kept
}
