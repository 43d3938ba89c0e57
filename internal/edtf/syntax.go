package edtf

import (
	"cmp"
	"strconv"
)

// A SyntaxError tells what is wrong with a text that should be a date, where,
// and what to write instead.
type SyntaxError struct {
	Input   string // the whole text as given
	Col     int    // where the problem begins: bytes, counted from 1
	Problem string // lower case, no full stop: "month needs two digits"
	Remedy  string // "write 2012-04-06"; empty if there is nothing useful to say

	noun string // what the text should have been; empty means a date
}

// Error returns, for example,
//
//	date "2012-4-6": month needs two digits (write 2012-04-06)
func (e *SyntaxError) Error() string {
	s := cmp.Or(e.noun, "date") + " " + strconv.Quote(e.Input) + ": " + e.Problem
	if e.Remedy != "" {
		s += " (" + e.Remedy + ")"
	}
	return s
}

// A fault is a problem found by one of the parsers below Parse. Columns count
// bytes from 0 within the whole input.
type fault struct {
	at              int
	problem, remedy string
}

// in makes an error of the fault for the input that it was found in.
func (f *fault) in(input string) *SyntaxError {
	return &SyntaxError{Input: input, Col: f.at + 1, Problem: f.problem, Remedy: f.remedy}
}
