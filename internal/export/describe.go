package export

import (
	"strings"

	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/events"
)

// description is an event as plain text of several paragraphs, each claim in one
// of them. It is safe on a terminal.
func (w *writer) description(i events.Index) string {
	var paragraphs []string
	for _, b := range document.Told(w.d, i).Blocks {
		a, _ := b.(document.Account)
		for _, c := range a.Claims {
			paragraphs = append(paragraphs, claimText(a, c, english.Between("“", c.Quote, "”")))
		}
		paragraphs = append(paragraphs, w.blockText(i, b))
	}
	return block(english.Joined("\n\n", paragraphs...))
}

// blockText is a block of an event as plain text, empty if it is not one of running
// text. The date stands in EDTF too.
func (w *writer) blockText(i events.Index, b document.Block) string {
	switch b := b.(type) {
	case document.Facts:
		b[0].Text += english.Between(" (", w.d.Date(i).String(), ")")
		return b.String()
	case document.Cast:
		return b.String()
	case document.Paragraph:
		return english.Joined(": ", b.Label, flowing(b.Text))
	}
	return ""
}

// claimText is what a source says, with its quotation where it stands here.
func claimText(a document.Account, c document.Claim, quotation string) string {
	return english.Joined(" ", c.Says, quotation, "— "+a.Citation(c), "["+claimFacts(c)+"]")
}

// flowing takes out the line ends that a text has only to fit its file: those
// within a paragraph. Headings, lists, tables, quotations and what is indented keep
// theirs.
func flowing(s string) string {
	lines := strings.Split(s, "\n")
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			between := "\n"
			if l != "" && lines[i-1] != "" && !beginsBlock(l) && !strings.ContainsRune("#|`", rune(lines[i-1][0])) {
				between = " "
			}
			b.WriteString(between)
		}
		b.WriteString(l)
	}
	return b.String()
}

// beginsBlock tells whether a line of Markdown begins something of its own.
func beginsBlock(line string) bool {
	if strings.ContainsRune(" \t>-*+#|`", rune(line[0])) {
		return true
	}
	number := strings.TrimLeft(line, "0123456789")
	return number != line && (strings.HasPrefix(number, ". ") || strings.HasPrefix(number, ") "))
}

// claimFacts is how a source dates the event, its doubt and its figures.
func claimFacts(c document.Claim) string {
	facts := []string{c.Dated(), c.Doubt()}
	for _, f := range c.Figures {
		facts = append(facts, f.What+": "+f.Value)
	}
	return english.Joined("; ", facts...)
}
