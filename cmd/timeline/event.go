package main

import (
	"strings"

	"timeline/internal/document"
)

// indent is before what belongs to the line above.
const indent = "  "

// document prints what there is to say of a record. The claims stand in full, so
// the table that compares them is left out.
func (pg page) document(doc document.Document) {
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case document.Heading:
			pg.text(heading, "", b.Text)
		case document.Facts:
			pg.text(plain, "", b.String())
			pg.text(muted, "", doc.ID)
		case document.Cast:
			pg.line()
			pg.text(plain, "", b.String())
		case document.Paragraph:
			pg.paragraph(b)
		case document.Bibliography:
			pg.line()
			pg.text(plain, "", b.Text)
		case document.Address:
			pg.title(heading, b.Label)
			pg.text(plain, indent, b.URL)
		case document.Account:
			pg.account(b)
		case document.Spellings:
			pg.title(heading, "Spellings")
			for _, s := range b {
				pg.text(plain, indent, s.String())
			}
		case document.Ties:
			pg.title(heading, b.Title)
			for _, t := range b.List {
				pg.tie(t)
			}
		}
	}
}

// title stands over what is indented below it.
func (pg page) title(r role, text string) {
	pg.line()
	pg.text(r, "", text)
}

func (pg page) paragraph(p document.Paragraph) {
	switch {
	case p.Label == "":
		pg.line()
		pg.prose(plain, "", p.Text)
		return
	case p.Doubt:
		pg.title(doubt, "≠ "+p.Label)
	default:
		pg.title(heading, p.Label)
	}
	pg.prose(plain, indent, p.Text)
}

// account prints what one source says of an event, with its own dates and words,
// each with where it stands.
func (pg page) account(a document.Account) {
	pg.title(heading, a.Heading())
	for n, c := range a.Claims {
		if n > 0 {
			pg.line()
		}
		pg.text(plain, indent, c.Dated())
		pg.prose(plain, indent, c.Says)
		if c.Hedge != "" {
			pg.text(doubt, indent, c.Doubt())
		}
		for _, f := range c.Figures {
			pg.text(plain, indent, f.What+": "+f.Value)
		}
		if c.Quote != "" {
			pg.text(quoted, indent, "“"+c.Quote+"”")
		}
		pg.text(muted, indent+indent, a.Citation(c))
	}
}

// tie prints where a record leads: an event with its id, which finds it.
func (pg page) tie(t document.Tie) {
	pg.text(plain, indent, t.String())
	if t.Key == "id" {
		pg.text(muted, indent+indent, t.ID)
	}
	if note := strings.TrimSpace(t.Note); note != "" {
		pg.prose(muted, indent+indent, note)
	}
}
