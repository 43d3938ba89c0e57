package converse

import (
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/session"
)

// dateWords is a date in words that can be heard.
func dateWords(d edtf.Date) string { return d.English(edtf.Spoken) }

// undashed replaces the dashes of English dates: "2008–13" is "2008 to 2013".
func undashed(s string) string {
	var b strings.Builder
	for {
		left, right, ok := strings.Cut(s, "–")
		b.WriteString(strings.TrimRight(left, " "))
		if !ok {
			return b.String()
		}
		b.WriteString(" to ")
		s = strings.TrimLeft(right, " ")
		if n := len(left); n >= 4 && digits(left[n-4:]) == 4 && digits(s) == 2 {
			b.WriteString(left[n-4 : n-2])
		}
	}
}

// digits is how many digits s begins with.
func digits(s string) int {
	return len(s) - len(strings.TrimLeft(s, "0123456789"))
}

// lead is a date as the beginning of a sentence: "On 2 April 2012", "From 30 June
// to 1 July 2012", "Between 2006 and 2008", "About July 2012". It is empty for no
// date.
func lead(d edtf.Date) string { return english.Capital(d.Adverb()) }

// exactness says in a sentence how exact a date is, beyond what lead says. It is
// empty for a plain day, which is as exact as dates are here.
func exactness(d edtf.Date) string {
	doubt := ""
	switch {
	case d.Approximate() && d.Uncertain():
		doubt = "approximate and uncertain"
	case d.Approximate():
		doubt = "approximate"
	case d.Uncertain():
		doubt = "uncertain"
	}
	shape := ""
	switch p := d.Precision(); {
	case p == edtf.PrecisionNone:
		return "It has no date."
	case p == edtf.PrecisionOpen:
		shape = "Only one end of the date is known."
	case d.IsSpan():
		shape = "It lasted over that time."
	case d.IsAllOf():
		shape = "It happened at each of these times."
	case d.IsOneOf() && strings.HasPrefix(d.Adverb(), "between"):
		shape = "When in that time is not known."
	case d.IsOneOf():
		shape = "Which of these it was is not known."
	case doubt != "":
		return "The date is " + doubt + ", and given to the " + p.String() + "."
	case p == edtf.PrecisionDay:
		return ""
	default:
		return "The date is known to the " + p.String() + " only."
	}
	if doubt != "" {
		shape += " The date is " + doubt + "."
	}
	return shape
}

// unitName is the unit that begins on day, in words: "2012", "April 2012".
func unitName(u session.Unit, day edtf.Day) string {
	year, month, _ := day.Civil()
	return [...]edtf.Date{session.Year: edtf.OfYear(year), session.Month: edtf.OfMonth(year, month), session.Day: edtf.OfDay(day)}[u].English(edtf.Long)
}
