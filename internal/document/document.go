// Package document makes of an event, an actor, a place or a source the blocks of
// text that tell of it: what is said, in which order, and in which words is
// decided here, once. The screen, the pager, the conversation and the exports
// print blocks: they may leave out what they have no room for, and decide how a
// block looks, but they word nothing.
//
// Blocks hold the texts of the dataset as they are: each face makes them safe for
// where it prints them.
package document

import (
	"strings"

	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// Document is what there is to say of one record.
type Document struct {
	Key    string // the key of the query language that finds the record: id, actor, place, source
	ID     string
	Blocks []Block
}

// Block is one of the types below. An empty one is left out.
type Block interface{ empty() bool }

// Heading is the name of the record.
type Heading struct{ Text string }

// Facts are short, and share a line.
type Facts []Fact

// Fact is a short fact. It may be a date, or lead to a record.
type Fact struct {
	Text    string
	Date    edtf.Date // what Text says, if it is a date
	Key, ID string    // the record that it names, if it is one
}

// Cast is who took part in an event, and as what.
type Cast []Role

// Role is an actor's part.
type Role struct{ Name, As, ID string }

// String is "Anna Berg (party)".
func (r Role) String() string { return r.Name + " (" + r.As + ")" }

// Paragraph is Markdown, under a label if it has one.
type Paragraph struct {
	Label, Text string
	Doubt       bool // it tells of a disagreement or of something uncertain
}

// Bibliography is how the record, a source, stands in a list of works: plain text.
type Bibliography struct{ Text string }

// Address is where the record, a source, stands on the web.
type Address struct{ Label, URL string }

// Account is what one source says of an event.
type Account struct {
	Source *events.Source // never nil
	Claims []Claim

	data *events.Dataset
}

// Claim is a claim with where it stands.
type Claim struct {
	events.Claim
	Where string            // its place in the source, short: "The Battle ¶3", "n. 4"
	State events.QuoteState // of its quotation
}

// Table compares the claims of an event, a row each. All cells are plain text.
type Table struct {
	Title   string
	Columns []string
	Rows    [][]string
}

// Spellings are the ways in which a name is printed.
type Spellings []Spelling

// Spelling is a name as it is printed.
type Spelling struct {
	As   string
	Form string   // what kind of name it is, in words; empty for a plain one
	In   []string // labels of the sources that print it
}

// Ties are where a record leads: events that an event is linked with, actors that
// an actor stands in a relation to.
type Ties struct {
	Title string
	List  []Tie
}

// Tie leads to another record.
type Tie struct {
	Key, ID string       // of the other record
	To      events.Index // of the other record, if it is an event
	Name    string       // of the other record

	Subject string    // whose tie it is, if it is the other record's to this one
	Words   string    // how the subject stands to the object: "is followed by"
	Object  string    // whom or what the tie is to
	Office  string    // in which the relation consists
	Date    edtf.Date // of the event, or of the relation
	Source  string    // label of the source that tells of the relation
	Where   string    // and where
	Note    string    // Markdown
}

func (Heading) empty() bool      { return false }
func (Facts) empty() bool        { return false }
func (c Cast) empty() bool       { return len(c) == 0 }
func (p Paragraph) empty() bool  { return strings.TrimSpace(p.Text) == "" }
func (Bibliography) empty() bool { return false }
func (Address) empty() bool      { return false }
func (a Account) empty() bool    { return len(a.Claims) == 0 }
func (t Table) empty() bool      { return len(t.Rows) == 0 }
func (s Spellings) empty() bool  { return len(s) == 0 }
func (t Ties) empty() bool       { return len(t.List) == 0 }

func (f Facts) String() string {
	return english.JoinedOf(" · ", f, func(fact Fact) string { return fact.Text })
}

// Names are the facts that name a record found with the key.
func (f Facts) Names(key string) []string {
	var names []string
	for _, fact := range f {
		if fact.Key == key {
			names = append(names, fact.Text)
		}
	}
	return names
}

// String is "Anna Berg (party), Omar Nâjî (host)".
func (c Cast) String() string {
	return english.JoinedOf(", ", c, Role.String)
}

// Accounts are what the sources say, in the order of the document.
func (doc Document) Accounts() []Account {
	var list []Account
	for _, b := range doc.Blocks {
		if a, ok := b.(Account); ok {
			list = append(list, a)
		}
	}
	return list
}

// Heading is "Brandt, “The Skerry Lamp”", or the title alone where it is the label too.
func (a Account) Heading() string { return titled(a.Source, "“", "”") }

// Cited is "Brandt, “The Skerry Lamp”, ¶3".
func (a Account) Cited(c Claim) string { return english.Joined(", ", a.Heading(), c.Where) }

// Citation is a note with the claim's place, in the style of Chicago, plain text. It
// is made when asked for: that costs more than all the rest of a document.
func (a Account) Citation(c Claim) string { return a.CitationAs(c, cite.Chicago) }

// CitationAs is Citation in any style.
func (a Account) CitationAs(c Claim, style cite.Style) string {
	return cite.Format(a.data, a.Source, []events.Locator{c.At}, style, edtf.Date{})
}

// String is "E. Vosz (alias; Holm, Brandt)".
func (s Spelling) String() string {
	return s.As + english.Between(" (", english.Joined("; ", s.Form, strings.Join(s.In, ", ")), ")")
}

// String is all but the note: "Is followed by: The bell cracks, 29 February 1904",
// "leads the Brigade as commander, 2012 (Guidère, ¶2)".
func (t Tie) String() string {
	if t.Key == "id" {
		return english.Capital(t.Words) + ": " + t.Name + comma(t.Date)
	}
	s := strings.TrimSpace(t.Subject+" "+t.Words+" "+t.Object) + english.Between(" as ", t.Office, "") + comma(t.Date)
	if t.Source != "" {
		s += " (" + english.Joined(", ", t.Source, t.Where) + ")"
	}
	return s
}

// Noted is String with the note.
func (t Tie) Noted() string { return english.Joined(". ", t.String(), t.Note) }

func comma(d edtf.Date) string { return english.Between(", ", d.English(edtf.Long), "") }

// Unmark drops the light Markdown of summaries, profiles and notes, for faces that
// show plain text: emphasis, code ticks, line ends.
func Unmark(s string) string { return marks.Replace(s) }

var marks = strings.NewReplacer("**", "", "*", "", "`", "", "\n", " ")
