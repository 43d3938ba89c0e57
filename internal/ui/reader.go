package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/edtf"
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
		m.reader.lines = renderMarkdown(m.excerpts(m.data.Event(i)), w, m.th)
	}
	return m.readerScrolled(0)
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

// excerpts is the event as Markdown: what it is, what the sources say side by
// side when there are several, and the open source's claims in full.
func (m Model) excerpts(e *events.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", literalMarkdown(e.Title))
	facts := []string{"**" + literalMarkdown(e.Date.English(edtf.Long)) + "**", e.Type}
	for _, id := range e.Places {
		if p := m.data.Place(id); p != nil {
			facts = append(facts, literalMarkdown(p.Name))
		}
	}
	fmt.Fprintf(&b, "%s\n\n", strings.Join(facts, " · "))
	if who := m.whoText(e); who != "" {
		fmt.Fprintf(&b, "*%s*\n\n", literalMarkdown(who))
	}
	fmt.Fprintf(&b, "%s\n\n", e.Summary)
	sources := e.Sources()
	if m.reader.source < len(sources) {
		m.sourceExcerpt(&b, e, sources[m.reader.source])
	}
	m.sideBySide(&b, e)
	if e.Note != "" {
		fmt.Fprintf(&b, "### Editor’s note\n\n%s\n\n", e.Note)
	}
	return b.String()
}

// sourceExcerpt writes the claims of one source, each with its quotation,
// attribution and how its date was had.
func (m Model) sourceExcerpt(b *strings.Builder, e *events.Event, id string) {
	s := m.data.Source(id)
	if s == nil {
		return
	}
	fmt.Fprintf(b, "## %s, “%s”\n\n", literalMarkdown(s.Byline()), literalMarkdown(s.Title))
	for n, c := range e.Claims {
		if c.Source != id {
			continue
		}
		if c.Quote != "" {
			fmt.Fprintf(b, "> “%s”\n\n", literalMarkdown(c.Quote))
		}
		fmt.Fprintf(b, "— %s%s\n\n", literalMarkdown(m.citation(s, c)), quoteStates[m.data.QuoteState(e, n)])
		fmt.Fprintf(b, "%s\n\n", literalMarkdown(c.Says))
		for _, f := range c.Figures {
			fmt.Fprintf(b, "- %s: %s\n", literalMarkdown(f.What), literalMarkdown(f.Value))
		}
		if len(c.Figures) > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(b, "**Date:** %s", literalMarkdown(m.dateWords(c)))
		if c.Words != "" && !strings.HasPrefix(c.Words, "(") {
			fmt.Fprintf(b, ", in the words “%s”", literalMarkdown(c.Words))
		}
		b.WriteString(".")
		if c.BasisNote != "" {
			fmt.Fprintf(b, " %s", literalMarkdown(capital(c.BasisNote)))
		}
		b.WriteString("\n\n")
	}
}

// quoteStates say whether a quotation stands as it was held against the article.
var quoteStates = map[events.QuoteState]string{
	events.QuoteVerified: " · *verified*",
	events.QuoteChanged:  " · **not verified as it stands**",
}

// citation is author, title, where it appeared, date and locator.
func (m Model) citation(s *events.Source, c events.Claim) string {
	parts := []string{s.Byline(), "“" + s.Title + "”"}
	if s.Container != "" {
		parts = append(parts, s.Container)
	}
	if !s.Date.IsZero() {
		parts = append(parts, s.Date.English(edtf.Long))
	}
	return strings.Join(append(parts, m.data.Where(c.Source, c.At)), ", ")
}

// tableWidth is the least width of a pane in which the columns of a table still
// hold a few words each; in a narrower one the claims stand below each other.
const tableWidth = 56

// sideBySide writes what each source says, in a table, and where they disagree.
func (m Model) sideBySide(b *strings.Builder, e *events.Event) {
	if len(e.Disputes) > 0 {
		b.WriteString("## ≠ Where they disagree\n\n")
		for _, d := range e.Disputes {
			fmt.Fprintf(b, "- **%s:** %s\n", capital(d.About.Words()), strings.ReplaceAll(d.Text, "\n", " "))
		}
		b.WriteString("\n")
	}
	if len(e.Claims) > 1 {
		row := "| %s, %s | %s | %s |\n"
		b.WriteString("## Side by side\n\n")
		if m.lay.side.Dx() < tableWidth {
			row = "- **%s, %s:** %s. %s\n"
		} else {
			b.WriteString("| Source | Date | What it says |\n|---|---|---|\n")
		}
		for _, c := range e.Claims {
			label := c.Source
			if s := m.data.Source(c.Source); s != nil {
				label = s.Label()
			}
			fmt.Fprintf(b, row, literalMarkdown(label), literalMarkdown(m.data.Where(c.Source, c.At)), literalMarkdown(c.Date.English(edtf.Long)), literalMarkdown(c.Says))
		}
		b.WriteString("\n")
	}
	if e.DateReason != "" {
		fmt.Fprintf(b, "**Our date:** %s. %s\n\n", literalMarkdown(e.Date.English(edtf.Long)), e.DateReason)
	}
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
