package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Who is "Belmokhtar (party), Iyad ag Ghali (host)".
func Who(d *events.Dataset, e *events.Event) string {
	var who []string
	for _, r := range e.Roles {
		if a := d.Actor(r.Actor); a != nil {
			who = append(who, a.Name+" ("+r.As.String()+")")
		}
	}
	return strings.Join(who, ", ")
}

// DateWords is the date as the source gives it and how it was had.
func DateWords(c events.Claim) string {
	s := c.Date.English(edtf.Long)
	if c.Basis != events.BasisStated {
		s += " (" + basisWords[c.Basis.String()] + ")"
	}
	if c.Hedge != "" {
		s += ", “" + c.Hedge + "”"
	}
	return s
}

// basisWords say how a date was had.
var basisWords = map[string]string{
	"stated":       "stated",
	"derived":      "derived",
	"press-date":   "date of the press report",
	"address-date": "date in a cited web address",
	"print-date":   "date printed on the article",
}

// TieWords say how the event at hand stands to the other of a tie.
func TieWords(t events.Tie) string {
	words := linkWords[t.Kind.String()]
	if t.Back {
		return words[1]
	}
	return words[0]
}

// linkWords say how the event at hand stands to the other, and how the other
// stands to it.
var linkWords = map[string][2]string{
	"part-of":     {"part of", "includes"},
	"follows":     {"follows", "followed by"},
	"responds-to": {"responds to", "answered by"},
	"reports":     {"reports", "reported by"},
	"contradicts": {"contradicts", "contradicted by"},
	"continues":   {"continues", "continued by"},
	"related":     {"see also", "see also"},
}

// Capital is a text with its first letter large.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
