package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/events"
)

// reader shows what the sources say of an event, one source after the other,
// and, where its text is at hand, a whole article at the passage. Its lines are
// rendered when it opens or the screen changes, and kept.
type reader struct {
	open    bool
	source  int // which of the event's sources
	lines   []painted
	top     int
	article *articleView
	plain   *plainView
}

// plainView is a text shown as it is, to be copied by hand.
type plainView struct{ title, text string }

func (r reader) withPlain(title, text string) reader {
	r.plain = &plainView{title, text}
	r.open = true
	r.top = 0
	return r
}

// openReader opens the selected event at its first source, or, when the reader
// is open already, at the same source if the event has it.
func (m Model) openReader() Model {
	i, ok := m.selected()
	if !ok {
		m.reader = reader{}
		return m
	}
	e := m.data.Event(i)
	m.reader = reader{open: true, source: min(m.reader.source, max(len(e.Sources())-1, 0))}
	return m.rerendered().atMatch()
}

// atMatch scrolls the reader to the first line that a search marks, if it is not
// in sight.
func (m Model) atMatch() Model {
	if len(m.found.words) == 0 {
		return m
	}
	for y, line := range m.reader.lines {
		if len(events.FoldSpans(ansi.Strip(line), m.found.words)) > 0 {
			if y >= m.readerHeight() {
				return m.readerScrolled(y - m.readerHeight()/3)
			}
			return m
		}
	}
	return m
}

// rerendered renders the reader's lines anew.
func (m Model) rerendered() Model {
	i, ok := m.selected()
	if !m.reader.open || !ok {
		return m
	}
	w := max(m.lay.side.Dx(), 8)
	switch {
	case m.reader.plain != nil:
		m.reader.lines = renderMarkdown("## "+literalMarkdown(m.reader.plain.title)+"\n\n```\n"+m.reader.plain.text+"\n```\n", w, m.th)
	case m.reader.article != nil:
		m.reader.lines, _ = m.articleLines(w)
	default:
		m.reader.lines = renderMarkdown(readingMarkdown(document.Reading(m.data, i, m.openSource(i)), w), w, m.th)
	}
	return m.readerScrolled(0)
}

// openSource is the id of the source whose tab is open, empty if there is none.
func (m Model) openSource(i events.Index) string {
	if sources := m.data.Event(i).Sources(); m.reader.source < len(sources) {
		return sources[m.reader.source]
	}
	return ""
}

func (m Model) readerScrolled(n int) Model {
	most := max(len(m.reader.lines)-m.readerHeight(), 0)
	m.reader.top = min(max(m.reader.top+n, 0), most)
	return m
}

// readerHeight is the rows of the reader below its tabs.
func (m Model) readerHeight() int { return max(m.lay.side.Dy()-2, 1) }

// toSource turns to the next (1) or previous (-1) source of the event.
func (m Model) toSource(step int) Model {
	i, ok := m.selected()
	if !ok || m.reader.plain != nil {
		return m
	}
	n := len(m.data.Event(i).Sources())
	if n < 2 {
		return m.says("Only one source tells of this event. J and K go to the next and previous event.")
	}
	inArticle := m.reader.article != nil
	m.reader = reader{open: true, source: (m.reader.source + step + n) % n}
	m = m.rerendered()
	if inArticle {
		m = m.showArticle()
	}
	return m
}

// readingMarkdown is a document as Markdown for the reader, w cells wide. A text
// that Markdown would read as marks is made literal; our own paragraphs are
// Markdown as they are.
func readingMarkdown(doc document.Document, w int) string {
	var b strings.Builder
	say := func(format string, texts ...any) {
		for n, text := range texts {
			texts[n] = literalMarkdown(text.(string))
		}
		fmt.Fprintf(&b, format, texts...)
	}
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case document.Heading:
			say("# %s\n\n", block.Text)
		case document.Facts:
			say("**%s** · %s\n\n", block[0].Text, block[1:].String())
		case document.Cast:
			say("*%s*\n\n", block.String())
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

// renderReader draws the reader into w by h cells: tabs, a rule, the text.
func (m Model) renderReader(w, h int) []string {
	out := make([]string, 0, h)
	out = append(out, m.renderTabs(w))
	if h > 1 {
		out = append(out, m.th.rule.paint(strings.Repeat("─", w)))
	}
	words := m.found.words
	for _, line := range cropped(m.reader.lines, m.reader.top, w, max(h-2, 0)) {
		out = append(out, restyle(line, words, m.th.match))
	}
	return out[:min(len(out), h)]
}

// renderTabs names the sources of the event, the open one in brackets.
func (m Model) renderTabs(w int) string {
	i, ok := m.selected()
	if !ok {
		return strings.Repeat(" ", w)
	}
	if m.reader.plain != nil {
		return m.th.strong.paint(fit(" "+clean(m.reader.plain.title), w))
	}
	sources := m.data.Event(i).Sources()
	var b strings.Builder
	used := 0
	for k, id := range sources {
		if w-used < 3 {
			break
		}
		label := m.tabLabel(id)
		r := m.th.muted
		if k == m.reader.source {
			label, r = "["+label+"]", m.th.accent
		} else {
			label = " " + label + " "
		}
		label = cut(label, w-used-1)
		used += width(label) + 1
		b.WriteString(" " + r.paint(label))
	}
	right := m.readerPlace()
	if m.reader.article != nil {
		right = "whole article · " + right
	}
	if used+width(right)+2 > w {
		right = ""
	}
	return b.String() + strings.Repeat(" ", max(w-used-width(right)-1, 0)) + m.th.faint.paint(right) + strings.Repeat(" ", min(1, max(w-used, 0)))
}

func (m Model) tabLabel(source string) string {
	if s := m.data.Source(source); s != nil {
		return clean(s.Label())
	}
	return clean(source)
}

// tabAt is the source whose tab lies x cells from the left of the reader.
func (m Model) tabAt(x int) (source int, ok bool) {
	i, listed := m.selected()
	if !listed || m.reader.plain != nil {
		return 0, false
	}
	from := 1
	for k, id := range m.data.Event(i).Sources() {
		to := from + width(m.tabLabel(id)) + 2
		if x >= from && x < to {
			return k, true
		}
		from = to + 1
	}
	return 0, false
}

// readerPlace is how far down the text the window is.
func (m Model) readerPlace() string {
	h := m.readerHeight()
	n := len(m.reader.lines)
	if n <= h {
		return "all"
	}
	switch m.reader.top {
	case 0:
		return "top"
	case n - h:
		return "end"
	}
	return fmt.Sprintf("%d%%", 100*m.reader.top/(n-h))
}
