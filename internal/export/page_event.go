package export

import (
	"slices"

	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/markup"
)

// eventAnchor and sourceAnchor are the ids of an event's and a source's elements.
func eventAnchor(id string) string  { return "e-" + id }
func sourceAnchor(id string) string { return "s-" + id }

// event writes an event.
func (p *page) event(i events.Index, e *events.Event) bool {
	actors := english.JoinedOf(" ", e.Roles, func(r events.Role) string { return r.Actor })
	var title, facts, cast string
	var told markup.HTML
	for _, b := range document.Event(p.d, i).Blocks {
		switch b := b.(type) {
		case document.Heading:
			title = b.Text
		case document.Facts:
			facts = english.Capital(b.String())
		case document.Cast:
			cast = b.String()
		case document.Paragraph:
			told += labelled(b) + markup.Prose(b.Text)
		case document.Account:
			told += p.account(b)
		case document.Ties:
			told += p.ties(b)
		}
	}
	p.write(`<article id="%s" data-type="%s" data-actors="%s">
<h3>%s</h3>
<p class="facts">%s</p>
%s%s%s</article>
`, eventAnchor(e.ID), e.Type, actors, title, facts,
		markup.HTML(p.picture.Mark(p.picture.Calendar.Extent(i))), markup.Given("<p class=\"cast\">%s</p>\n", cast), told)
	return true
}

// labelled is what stands above a paragraph.
func labelled(b document.Paragraph) markup.HTML {
	if b.Doubt {
		return markup.Given("<p class=\"key doubt\">%s</p>\n", b.Label)
	}
	return markup.Given("<p class=\"key\">%s</p>\n", b.Label)
}

// account is what a source says, each claim with its citation, and a link to the source.
func (p *page) account(a document.Account) (told markup.HTML) {
	var link markup.HTML
	if p.d.Source(a.Source.ID) != nil {
		link = markup.Fill(` Source: <a href="#%s">%s</a>`, sourceAnchor(a.Source.ID), a.Source.Label())
		p.mention(a.Source.ID)
	}
	for _, c := range a.Claims {
		facts := english.Between("[", english.Joined("; ", claimFacts(c), quoteFacts(c)), "]")
		told += markup.Fill(`<div class="claim">
%s%s<p class="cite">— %s %s%s</p>
</div>
`, markup.Given("<p>%s</p>\n", c.Says), markup.Given("<blockquote><p>“%s”</p></blockquote>\n", c.Quote), a.Citation(c), facts, link)
	}
	return told
}

// quoteFacts say whether the quotation was found in its article.
func quoteFacts(c document.Claim) string { return english.Between("quotation ", c.StateWords(), "") }

// ties are the other events that an event is tied to, with links to those on the page.
func (p *page) ties(b document.Ties) markup.HTML {
	var items markup.HTML
	for _, t := range b.List {
		name := markup.Fill("%s", t.Name)
		if p.shown[t.To] {
			name = markup.Fill(`<a href="#%s">%s</a>`, eventAnchor(t.ID), name)
		}
		items += markup.Fill("<li>%s: %s%s</li>\n", english.Capital(t.Words), name, english.Between(", ", t.Date.English(edtf.Long), ""))
	}
	return markup.Fill("<ul class=\"ties\">\n%s</ul>\n", items)
}

// mention notes a source for the list at the end.
func (p *page) mention(id string) {
	if !slices.Contains(p.sources, id) {
		p.sources = append(p.sources, id)
	}
}
