package edtf

import (
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
}

// Classes of tokens. Marks have themselves as class, dashes of all lengths '–'
// being written '='. Together they spell the shape of a phrase: "nmY" is
// 2 April 2012.
const (
	classYear    = 'Y' // four digits
	classNumber  = 'n' // one or two digits
	classCompact = 'B' // eight digits
	classMonth   = 'm'
	classSeason  = 'S'
	classThird   = 'p' // early, mid, late
	classPlural  = 'z' // the s of 1990s
	classDecade  = 'D'
	classCentury = 'C'
	classAbout   = '~'
	classDoubt   = '?'
	classDash    = '='
	classJoin    = 'j' // to, until, by, from, since, between, and, or: see text
)

// maxTokens is more than any date needs.
const maxTokens = 20

// tokens is a phrase cut up, of at most maxTokens.
type tokens struct {
	list [maxTokens]token
	n    int
}

// cut cuts a phrase into tokens. Words that add nothing (the, of, on, in, st, nd,
// rd, th), commas and brackets are left out.
func (t *tokens) cut(s string) *fault {
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
			return f
		}
		if tok.class != 0 {
			if t.n == maxTokens {
				return &fault{i, "too long for a date", ""}
			}
			t.list[t.n] = tok
			t.n++
		}
		i, gap = end, false
	}
	return nil
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
	case ',', '(', ')':
	case '–', '—', '−', '‑':
		t.class = classDash
	case '-', '/', '.', '~', '?', '%':
		t.class = byte(r)
	default:
		return &fault{t.at, "unexpected " + strconv.Quote(t.text), looseRemedy}
	}
	return nil
}

func (t *token) classifyNumber() *fault {
	switch len(t.text) {
	case 1, 2:
		t.class = classNumber
	case 4:
		t.class = classYear
	case 8:
		t.class = classCompact
	default:
		return &fault{t.at, "year needs four digits", "write the year in full, such as 2012 or 0079"}
	}
	for i := range len(t.text) {
		t.value = t.value*10 + int(t.text[i]-'0')
	}
	return nil
}

// longestWord is the length of "september" and "uncertain".
const longestWord = 9

func (t *token) classifyWord() *fault {
	var buf [longestWord]byte
	if len(t.text) > longestWord {
		return t.unknownWord()
	}
	for i := range len(t.text) {
		buf[i] = t.text[i] | 0x20
	}
	word := buf[:len(t.text)]
	switch string(word) {
	case "the", "of", "on", "in", "st", "nd", "rd", "th":
	case "s":
		t.class = classPlural
	case "decade":
		t.class = classDecade
	case "century":
		t.class = classCentury
	case "about", "around", "circa", "ca", "c", "approx":
		t.class = classAbout
	case "uncertain", "perhaps", "probably":
		t.class = classDoubt
	case "early":
		t.class = classThird
	case "mid", "middle":
		t.class, t.value = classThird, 1
	case "late":
		t.class, t.value = classThird, 2
	case "to", "until", "till", "from", "since", "between", "and", "or", "by":
		t.class, t.text = classJoin, strings.ToLower(t.text)
	case "spring", "summer", "autumn", "winter", "fall":
		t.class, t.value = classSeason, seasonOf(string(word))
	default:
		t.class, t.value = classMonth, monthOf(word)
		if t.value == 0 {
			return t.unknownWord()
		}
	}
	return nil
}

const looseRemedy = "write for example 2012, apr 2012, 2 April 2012, 2012-04-02 or spring 2012"

func (t *token) unknownWord() *fault {
	return &fault{t.at, strconv.Quote(t.text) + " is no month, season or other word of a date", looseRemedy}
}

// seasonOf returns 21 to 24 for the name of a season.
func seasonOf(word string) int {
	for i, name := range seasonNames {
		if name == word {
			return spring + i
		}
	}
	return spring + 2 // fall
}

// monthOf returns 1 to 12 for the name of a month in lower case or its first
// three letters or more, else 0.
func monthOf(word []byte) int {
	if len(word) < 3 {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		if len(word) <= len(name) && word[0] == name[0]|0x20 && string(word[1:]) == name[1:len(word)] {
			return int(m)
		}
	}
	return 0
}
