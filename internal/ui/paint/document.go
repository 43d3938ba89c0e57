package paint

import "timeline/internal/document"

// Document adds what there is to say of a record. The pane has no room for all
// that the sources say: their quotations stand for it, and the reader has the rest.
func (p *Text) Document(doc document.Document) {
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case document.Heading:
			p.Put("", b.Text, p.Theme.Title)
		case document.Facts:
			p.Put("", b.String(), p.Theme.Accent)
		case document.Cast:
			p.Put("", b.String(), p.Theme.Muted)
		case document.Paragraph:
			p.paragraph(b)
		case document.Address:
			p.Blank()
			p.Label(b.Label, b.URL, p.Theme.Muted)
		case document.Account:
			for _, c := range b.Claims {
				p.claim(b, c)
			}
		case document.Spellings:
			p.heading("Spellings")
			for _, s := range b {
				p.Item(s.String(), p.Theme.Text)
			}
		case document.Ties:
			p.heading(b.Title)
			for _, t := range b.List {
				p.Item(t.Noted(), p.Theme.Text)
			}
		}
	}
	if doc.Key == "id" {
		p.Blank()
		p.Put("", "id "+doc.ID, p.Theme.Faint)
	}
}

func (p *Text) heading(text string) {
	p.Blank()
	p.Put("", text, p.Theme.Strong)
}

func (p *Text) paragraph(b document.Paragraph) {
	p.Blank()
	switch {
	case b.Doubt:
		p.Put("≠ ", b.Label, p.Theme.Disputed)
		p.Put("  ", b.Text, p.Theme.Text)
	case b.Label != "":
		p.Label(b.Label, b.Text, p.Theme.Muted)
	default:
		p.Put("", b.Text, p.Theme.Text)
	}
}

// claim adds a quotation, or what is said, with its attribution.
func (p *Text) claim(a document.Account, c document.Claim) {
	p.Blank()
	if c.Quote != "" {
		p.Put("▏ ", "“"+c.Quote+"”", p.Theme.Quote)
	} else {
		p.Put("▏ ", c.Says, p.Theme.Text)
	}
	p.Put("  ", "— "+a.Cited(c)+": "+c.DatedShort(), p.Theme.Muted)
}
