package export

import (
	"html/template"
	"slices"
	"strings"

	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/markup"
)

// pageEvent is an event as the page shows it.
type pageEvent struct {
	Anchor, Type, Actors, Title, Facts, Cast string
	Mark                                     template.HTML
	Blocks                                   []pageBlock
}

// pageBlock is one of: a claim, ties, or running text under a label.
type pageBlock struct {
	Claim *pageClaim
	Ties  []pageTie
	Label string
	Doubt bool
	Prose template.HTML
}

type pageClaim struct{ Says, Quote, Citation, Source, Anchor, Facts string }

// pageTie leads to another event. It has an anchor if that is on the page.
type pageTie struct{ Words, Name, Date, Anchor string }

// eventAnchor is the id of an event's element.
func eventAnchor(id string) string { return "e-" + id }

// event writes an event.
func (p *page) event(i events.Index, e *events.Event) bool {
	p.execute("event", p.told(i, e))
	return p.err == nil
}

// told is what the page tells of an event.
func (p *page) told(i events.Index, e *events.Event) pageEvent {
	v := pageEvent{Anchor: eventAnchor(e.ID), Type: e.Type, Mark: template.HTML(p.picture.Mark(p.picture.Calendar.Extent(i)))}
	var actors []string
	for _, r := range e.Roles {
		actors = append(actors, line(r.Actor)) // a pack may hold anything
	}
	v.Actors = strings.Join(actors, " ")
	for _, b := range document.Event(p.d, i).Blocks {
		switch b := b.(type) {
		case document.Heading:
			v.Title = line(b.Text)
		case document.Facts:
			v.Facts = line(english.Capital(b.String()))
		case document.Cast:
			v.Cast = line(b.String())
		case document.Paragraph:
			v.Blocks = append(v.Blocks, pageBlock{Label: b.Label, Doubt: b.Doubt, Prose: markup.Prose(b.Text)})
		case document.Account:
			v.Blocks = append(v.Blocks, p.claims(b)...)
		case document.Ties:
			v.Blocks = append(v.Blocks, pageBlock{Ties: p.ties(b)})
		}
	}
	return v
}

// claims are what a source says, each with its citation, and a link to the source.
func (p *page) claims(a document.Account) []pageBlock {
	anchor := ""
	if p.d.Source(a.Source.ID) != nil {
		anchor = "s-" + a.Source.ID
		p.mention(a.Source.ID)
	}
	var blocks []pageBlock
	for _, c := range a.Claims {
		blocks = append(blocks, pageBlock{Claim: &pageClaim{
			Says: line(c.Says), Quote: line(c.Quote), Citation: line(a.Citation(c)), Source: line(a.Source.Label()), Anchor: anchor,
			Facts: line(english.Between("[", english.Joined("; ", claimFacts(c), quoteFacts(c)), "]")),
		}})
	}
	return blocks
}

// quoteFacts say whether the quotation was found in its article.
func quoteFacts(c document.Claim) string { return english.Between("quotation ", c.StateWords(), "") }

// ties are the other events that an event is tied to.
func (p *page) ties(b document.Ties) []pageTie {
	var list []pageTie
	for _, t := range b.List {
		tie := pageTie{Words: line(english.Capital(t.Words)), Name: line(t.Name), Date: line(english.Between(", ", t.Date.English(edtf.Long), ""))}
		if p.shown[t.To] {
			tie.Anchor = eventAnchor(t.ID)
		}
		list = append(list, tie)
	}
	return list
}

// mention notes a source for the list at the end.
func (p *page) mention(id string) {
	if !slices.Contains(p.sources, id) {
		p.sources = append(p.sources, id)
	}
}
