package paint

import (
	"timeline/internal/document"
	"timeline/internal/ui/theme"
)

// Document adds what there is to say of a record. The pane has no room for all
// that the sources say: their quotations stand for it, and the reader has the rest.
func (p *Text) Document(doc document.Document) {
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case document.Heading:
			p.Put("", b.Text, theme.Strong)
		case document.Facts:
			p.Put("", b.String(), theme.BlueStrong)
		case document.Cast:
			p.Put("", b.String(), theme.Muted)
		case document.Paragraph:
			p.paragraph(b)
		case document.Address:
			p.Blank()
			p.Label(b.Label, b.URL, theme.Muted)
		case document.Account:
			for _, c := range b.Claims {
				p.claim(b, c)
			}
		case document.Spellings:
			p.heading("Spellings")
			for _, s := range b {
				p.Item(s.String(), theme.Ink)
			}
		case document.Ties:
			p.heading(b.Title)
			for _, t := range b.List {
				p.Item(t.Noted(), theme.Ink)
			}
		}
	}
	if doc.Key == "id" {
		p.Blank()
		p.Put("", "id "+doc.ID, theme.Faint)
	}
}

func (p *Text) heading(text string) {
	p.Blank()
	p.Put("", text, theme.Strong)
}

func (p *Text) paragraph(b document.Paragraph) {
	p.Blank()
	switch {
	case b.Doubt:
		p.Put("≠ ", b.Label, theme.Red)
		p.Put("  ", b.Text, theme.Ink)
	case b.Label != "":
		p.Label(b.Label, b.Text, theme.Muted)
	default:
		p.Put("", b.Text, theme.Ink)
	}
}

// claim adds a quotation, or what is said, with its attribution.
func (p *Text) claim(a document.Account, c document.Claim) {
	p.Blank()
	if c.Quote != "" {
		p.Put("▏ ", "“"+c.Quote+"”", theme.Green)
	} else {
		p.Put("▏ ", c.Says, theme.Ink)
	}
	p.Put("  ", "— "+a.Cited(c)+": "+c.DatedShort(), theme.Muted)
}
