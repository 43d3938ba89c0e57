package main

import (
	"strings"

	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/events"
)

// indent is before what belongs to the line above.
const indent = "  "

// event prints an event in full.
func (pg page) event(d *events.Dataset, i events.Index) {
	e := d.Event(i)
	pg.text(heading, "", e.Title)
	pg.text(plain, "", strings.Join(eventFacts(d, e), " · "))
	pg.text(muted, "", e.ID)
	if len(e.Roles) > 0 {
		pg.line()
		pg.text(plain, "", cast(d, e))
	}
	pg.line()
	pg.prose(plain, "", e.Summary)
	for _, source := range e.Sources() {
		pg.line()
		pg.sourceClaims(d, e, source)
	}
	for _, dis := range e.Disputes {
		pg.section(doubt, "≠ They disagree on "+dis.About.Words(), dis.Text)
	}
	pg.section(heading, "Why this date", e.DateReason)
	pg.section(heading, "Editor's note", e.Note)
	if len(e.Links) > 0 {
		pg.line()
		pg.line(pg.dye(heading, "Related"))
		for _, l := range e.Links {
			pg.link(d, l)
		}
	}
	if len(e.Tags) > 0 {
		pg.line()
		pg.text(muted, "", "tags: "+strings.Join(e.Tags, ", "))
	}
}

// section prints a heading and what stands under it, if anything.
func (pg page) section(r role, title, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	pg.line()
	pg.line(pg.dye(r, title))
	pg.prose(plain, indent, text)
}

// eventFacts are the date, the type, the places, and what else is short.
func eventFacts(d *events.Dataset, e *events.Event) []string {
	facts := []string{e.Date.English(edtf.Long), e.Type}
	for _, id := range e.Places {
		facts = append(facts, placeName(d, id))
	}
	if e.Major {
		facts = append(facts, "major")
	}
	if e.Disputed() {
		facts = append(facts, "≠ the articles disagree")
	}
	return facts
}

func placeName(d *events.Dataset, id string) string {
	if p := d.Place(id); p != nil {
		return p.Name
	}
	return id
}

func actorName(d *events.Dataset, id string) string {
	if a := d.Actor(id); a != nil {
		return a.Name
	}
	return id
}

// cast is who took part, and as what.
func cast(d *events.Dataset, e *events.Event) string {
	parts := make([]string, len(e.Roles))
	for n, r := range e.Roles {
		parts[n] = actorName(d, r.Actor) + " (" + r.As.String() + ")"
	}
	return strings.Join(parts, ", ")
}

// sourceClaims prints what one source says of an event, with its own dates and
// words, each with where it stands.
func (pg page) sourceClaims(d *events.Dataset, e *events.Event, source string) {
	src := d.Source(source)
	if src == nil { // a pack may name a source that it does not describe
		src = &events.Source{ID: source, Title: source}
	}
	pg.text(heading, "", src.Label()+", “"+shortTitle(src)+"”")
	for n, c := range e.ClaimsOf(source) {
		if n > 0 {
			pg.line()
		}
		pg.text(plain, indent, claimDate(c))
		pg.prose(plain, indent, c.Says)
		if c.Hedge != "" {
			pg.text(doubt, indent, "its own word of doubt: “"+c.Hedge+"”")
		}
		for _, f := range c.Figures {
			pg.text(plain, indent, f.What+": "+f.Value)
		}
		if c.Quote != "" {
			pg.text(quoted, indent, "“"+c.Quote+"”")
		}
		pg.text(muted, indent+indent, cite.Format(d, src, []events.Locator{c.At}, cite.Chicago, edtf.Date{}))
	}
}

func shortTitle(s *events.Source) string {
	if s.Short != "" {
		return s.Short
	}
	return s.Title
}

// claimDate is a source's date, its own words for it, and how it was had.
func claimDate(c events.Claim) string {
	s := c.Date.English(edtf.Long)
	switch {
	case strings.HasPrefix(c.Words, "("): // not the source's words: it gives none
		s += ", " + c.Words
	case c.Words != "":
		s += ", “" + c.Words + "”"
	}
	s += " (" + basisWords[c.Basis.String()] + ")"
	if c.BasisNote != "" {
		s += ": " + strings.Join(strings.Fields(c.BasisNote), " ")
	}
	return s
}

// basisWords say how a date was had.
var basisWords = map[string]string{
	"stated":       "stated",
	"derived":      "derived",
	"press-date":   "date of the report that it cites",
	"address-date": "date in a web address that it cites",
	"print-date":   "date printed on it",
}

// link prints a tie to another event.
func (pg page) link(d *events.Dataset, l events.Link) {
	title, date := l.To, ""
	if i, ok := d.Find(l.To); ok {
		title, date = d.Titles.At(int(i)), d.Date(i).English(edtf.Long)+": "
	}
	kind := strings.ReplaceAll(l.Kind.String(), "-", " ")
	if kind == "related" {
		kind = "see also"
	}
	pg.text(plain, indent, kind+" "+date+title)
	pg.text(muted, indent+indent, l.To)
}
