package edtf

import "strings"

// Adverb returns the date as an adverb to be spoken: "on 2 April 2012", "in April
// 2012", "from 30 June to 1 July 2012", "between 2006 and 2008", "about July 2012".
// What is not known of a simple date, and that it is uncertain, is left to be said
// apart. It is empty for no date.
func (d Date) Adverb() string {
	s := d.English(Spoken)
	if s == "" {
		return ""
	}
	if !d.IsSpan() {
		for _, end := range []string{" (uncertain)", ", month and day unknown", ", month unknown", ", day unknown"} {
			s = strings.TrimSuffix(s, end)
		}
	}
	switch first, _, _ := strings.Cut(s, " "); first {
	case "about", "from", "until", "between", "in", "on":
		return s
	}
	a := d.piece(0).from
	if d.kind == kindAllOf && d.piece(0).shape != single {
		a.day = 0 // in all of it
	}
	return preposition(a) + " " + s
}
