package document

import (
	"cmp"
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// linkWords say how an event stands to another, and how the other stands to it.
var linkWords = map[string][2]string{
	"part-of":     {"is part of", "includes"},
	"follows":     {"follows", "is followed by"},
	"responds-to": {"responds to", "is answered by"},
	"reports":     {"reports", "is reported by"},
	"contradicts": {"contradicts", "is contradicted by"},
	"continues":   {"continues", "is continued by"},
	"related":     {SeeAlso, SeeAlso},
}

// SeeAlso stands where a link says no more, in place of a verb.
const SeeAlso = "see also"

// relationWords say what a relation is, between the names of two actors.
var relationWords = map[string]string{
	"member-of": "is a member of", "leads": "leads", "holds-office-in": "holds an office in", "founded": "founded",
	"part-of": "is part of", "faction-of": "is a faction of", "split-from": "split from", "merged-into": "merged into",
	"successor-of": "is the successor of", "allied-with": "is allied with", "rival-of": "is a rival of", "relative-of": "is a relative of",
	"allegiance-to": "owes allegiance to", "possibly-same-as": "is possibly the same as", "distinct-from": "is not to be confused with",
	"succeeds": "succeeded", "joined-with": "joined with", "proposed": "proposed",
}

// basisWords say how a date was had.
var basisWords = map[events.Basis]string{
	events.BasisStated:    "stated",
	events.BasisDerived:   "derived",
	events.BasisPress:     "date of the press report it cites",
	events.BasisAddress:   "date in a web address it cites",
	events.BasisPublished: "date printed on the article",
	events.BasisEvent:     "as the event is dated",
}

// formWords say what kind of name a spelling is, unless it is a plain one.
var formWords = map[events.SpellingForm]string{
	events.FormAlias:   "alias",
	events.FormAcronym: "acronym",
	events.FormFormer:  "former name",
	events.FormWeak:    "too common to match alone",

	events.FormAdjective: "adjective",
	events.FormCapital:   "capital that stands for it",
	events.FormOffice:    "office that stands for the holder",
}

// stateWords say whether a quotation was found as it stands in its article.
var stateWords = map[events.QuoteState]string{
	events.QuoteVerified: "verified",
	events.QuoteChanged:  "not verified as it stands",
}

// StateWords say whether the claim's quotation was found in its article: empty
// where nobody has looked.
func (c Claim) StateWords() string { return stateWords[c.State] }

// BasisWords say how the claim's date was had.
func (c Claim) BasisWords() string { return basisWords[c.Basis] }

// DateWords are the source's own words for the date, empty if it has none.
func (c Claim) DateWords() string {
	if strings.HasPrefix(c.Words, "(") { // a remark of ours that it gives none
		return ""
	}
	return c.Words
}

// Dated is the claim's date with the source's words for it and how it was had: "2
// April 1932, “on 2 April” (derived): the year is that of the letter".
func (c Claim) Dated() string {
	s := bracketed(english.Joined(", ", c.Date.English(edtf.Long), english.Between("“", c.DateWords(), "”")), c.BasisWords())
	return s + english.Between(": ", strings.Join(strings.Fields(c.BasisNote), " "), "")
}

// DatedShort is the date alone, with what makes it doubtful: "spring 1932
// (derived), “it is said”".
func (c Claim) DatedShort() string {
	s := c.Date.English(edtf.Long)
	if c.Basis != events.BasisStated {
		s = bracketed(s, c.BasisWords())
	}
	return s + english.Between(", “", c.Hedge, "”")
}

// bracketed adds a remark in brackets, or to the brackets at the end: "July 1932
// (uncertain, derived)".
func bracketed(s, remark string) string {
	if before, ok := strings.CutSuffix(s, ")"); ok {
		return before + ", " + remark + ")"
	}
	return s + " (" + remark + ")"
}

// Doubt is the source's own reservation, its word of doubt or the one that says
// whose statement it is: "its own reservation: “reportedly”"; empty if it has none.
func (c Claim) Doubt() string { return english.Between("its own reservation: “", c.Hedge, "”") }

// Kind is a word of a vocabulary as it is read: "press report".
func Kind(name string) string { return strings.ReplaceAll(name, "-", " ") }

// works are the CSL types of works whose names are not as people say them.
var works = map[string]string{
	"article-journal": "journal article", "article-magazine": "magazine article", "article-newspaper": "newspaper article",
	"post-weblog": "blog post", "motion_picture": "film", "paper-conference": "conference paper",
}

// Work is what sort of work a source is, by its CSL type: "journal article".
func Work(csl string) string { return cmp.Or(works[csl], Kind(csl)) }

// SourceTitle is "Brandt, The Skerry Lamp", or the title alone where it is the label too.
func SourceTitle(s *events.Source) string { return titled(s, "", "") }

// titled is a source's label, and in its marks the title for notes or the whole one.
func titled(s *events.Source, open, shut string) string {
	title := cmp.Or(s.Short, s.Title)
	if s.Label() == title {
		return open + title + shut
	}
	return s.Label() + ", " + open + title + shut
}

// coordinates words a latitude and a longitude, in degrees: 16.77° N, 3.01° W. They
// are empty where nobody has said where the place is.
func coordinates(p *events.Place) string {
	if p.Precision == events.Unlocated {
		return ""
	}
	lat, ns, lon, ew := p.Lat, "N", p.Lon, "E"
	if lat < 0 {
		lat, ns = -lat, "S"
	}
	if lon < 0 {
		lon, ew = -lon, "W"
	}
	return fmt.Sprintf("%g° %s, %g° %s", lat, ns, lon, ew)
}
