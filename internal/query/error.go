package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"timeline/internal/english"
)

// Error is what is wrong with a query, and where.
type Error struct {
	Input string // the whole query as given
	Col   int    // where the problem begins, in characters from one
	Len   int    // how many characters it covers, at least one
	Msg   string // unknown actor «Belmoktar»
	Hint  string // did you mean Mokhtar Belmokhtar?; empty if there is nothing useful to say
}

// Error returns, for example,
//
//	unknown actor «Belmoktar»: did you mean Mokhtar Belmokhtar?
func (e *Error) Error() string {
	if e.Hint == "" {
		return e.Msg
	}
	return e.Msg + ": " + e.Hint
}

// Caret returns two lines: the query, and marks below the part that is wrong.
//
//	type:letter actor:Belmoktar
//	                  ^~~~~~~~~
//
// Characters that a terminal would not show as they are become �.
func (e *Error) Caret() string {
	var line, marks strings.Builder
	n := 0
	for _, r := range e.Input {
		n++
		if unicode.Is(unicode.Mn, r) {
			line.WriteRune(r) // takes no cell of its own
			continue
		}
		if !unicode.IsPrint(r) {
			r = '�'
		}
		line.WriteRune(r)
		switch {
		case n < e.Col:
			marks.WriteByte(' ')
		case n == e.Col:
			marks.WriteByte('^')
		case n < e.Col+e.Len:
			marks.WriteByte('~')
		}
	}
	if n < e.Col {
		marks.WriteString(strings.Repeat(" ", e.Col-n-1) + "^")
	}
	return line.String() + "\n" + marks.String()
}

// fault is an Error before the whole input is known. at and end are bytes of the
// piece that was read.
type fault struct {
	at, end   int
	msg, hint string
}

// in makes the Error.
func (f *fault) in(input string) *Error {
	at := min(max(f.at, 0), len(input))
	end := min(max(f.end, at), len(input))
	return &Error{
		Input: input, Col: utf8.RuneCountInString(input[:at]) + 1,
		Len: max(utf8.RuneCountInString(input[at:end]), 1),
		Msg: f.msg, Hint: f.hint,
	}
}

// didYouMean words a hint; empty for no guess.
func didYouMean(guess string) string {
	return english.Between("did you mean ", guess, "?")
}
