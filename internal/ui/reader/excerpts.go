package reader

import (
	"fmt"
	"strings"

	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/ui/paint"
)

// markdown is a document as Markdown for the reader, w cells wide. A text
// that Markdown would read as marks is made literal; our own paragraphs are
// Markdown as they are.
func markdown(doc document.Document, w int) string {
	var b strings.Builder
	say := func(format string, texts ...any) {
		for n, text := range texts {
			texts[n] = paint.Literal(text.(string))
		}
		fmt.Fprintf(&b, format, texts...)
	}
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case document.Heading:
			say("**%s**", block.Text)
		case document.Facts:
			say(" · %s\n\n", block.String())
		case document.Paragraph:
			switch {
			case block.Doubt:
				say("## ≠ %s\n\n", block.Label)
			case block.Label != "":
				say("### %s\n\n", block.Label)
			}
			b.WriteString(block.Text + "\n\n")
		case document.Account:
			say("## %s\n\n", block.Heading())
			for _, c := range block.Claims {
				sayClaim(say, block, c)
			}
		case document.Table:
			sayTable(say, block, w)
		}
	}
	return b.String()
}

// sayClaim writes a claim with its quotation, attribution and date.
func sayClaim(say func(format string, texts ...any), a document.Account, c document.Claim) {
	if c.Quote != "" {
		say("> “%s”\n\n", c.Quote)
	}
	say("— %s", a.Citation(c))
	switch c.State {
	case events.QuoteVerified:
		say(" · *%s*", c.StateWords())
	case events.QuoteChanged:
		say(" · **%s**", c.StateWords())
	}
	say("\n\n%s\n\n", c.Says)
	for _, f := range c.Figures {
		say("- %s: %s\n", f.What, f.Value)
	}
	say("\n**Date:** %s\n\n", c.Dated())
	if c.Hedge != "" {
		say("%s\n\n", english.Capital(c.Doubt()))
	}
}

// tableWidth is the least width of a pane in which the columns of a table still
// hold a few words each; in a narrower one the claims stand below each other.
const tableWidth = 56

func sayTable(say func(format string, texts ...any), t document.Table, w int) {
	say("## %s\n\n", t.Title)
	row := "- **%s:** %s. %s\n"
	if w >= tableWidth {
		row = "| %s | %s | %s |\n"
		say(row+"|---|---|---|\n", t.Columns[0], t.Columns[1], t.Columns[2])
	}
	for _, cells := range t.Rows {
		say(row, cells[0], cells[1], cells[2])
	}
	say("\n")
}
