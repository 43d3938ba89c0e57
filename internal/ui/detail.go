package ui

import (
	"strings"

	"timeline/internal/document"
	"timeline/internal/events"
)

// painted is a line of the side pane that is already wrapped and dressed.
type painted = string

// paneText builds the lines of a pane, w cells wide with a margin of one.
type paneText struct {
	th    theme
	w     int
	words []string // to highlight
	lines []painted
}

func (p *paneText) blank() {
	if n := len(p.lines); n > 0 && strings.TrimSpace(p.lines[n-1]) != "" {
		p.lines = append(p.lines, strings.Repeat(" ", p.w))
	}
}

// maxPaneLines bounds the lines of a pane.
const maxPaneLines = 2000

// item adds text behind a bullet, its further lines indented.
func (p *paneText) item(text string, r role) {
	from := len(p.lines)
	p.put("  ", text, r)
	if from < len(p.lines) {
		p.lines[from] = " " + p.th.faint.paint("· ") + strings.TrimPrefix(p.lines[from], " "+p.th.faint.paint("  "))
	}
}

// put adds text in a role, wrapped, each line behind the given indent.
func (p *paneText) put(indent, text string, r role) {
	if len(p.lines) > maxPaneLines {
		return
	}
	for _, line := range wrap(clean(document.Unmark(clipped(text, maxText))), min(max(p.w-2-width(indent), 4), measure)) {
		line = strings.TrimRight(line, " ")
		pad := max(p.w-1-width(indent)-width(line), 0)
		p.lines = append(p.lines, " "+p.th.faint.paint(indent)+highlight(line, p.words, r, p.th.match)+strings.Repeat(" ", pad))
	}
}

// label adds "name: text" with the name muted on its first line.
func (p *paneText) label(name, text string, r role) {
	if len(p.lines) > maxPaneLines {
		return
	}
	indent := "  "
	lines := wrap(clean(document.Unmark(name+": "+clipped(text, maxText))), min(max(p.w-4, 4), measure))
	for i, line := range lines {
		line = strings.TrimRight(line, " ")
		in := indent
		dressed := highlight(line, p.words, r, p.th.match)
		if i == 0 {
			in = ""
			if rest, ok := strings.CutPrefix(line, name+":"); ok {
				dressed = p.th.muted.paint(name+":") + highlight(rest, p.words, r, p.th.match)
			}
		}
		pad := max(p.w-1-width(in)-width(line), 0)
		p.lines = append(p.lines, " "+in+dressed+strings.Repeat(" ", pad))
	}
}

// document adds what there is to say of a record. The pane has no room for all
// that the sources say: their quotations stand for it, and the reader has the rest.
func (p *paneText) document(doc document.Document) {
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case document.Heading:
			p.put("", b.Text, p.th.title)
		case document.Facts:
			p.put("", b.String(), p.th.accent)
		case document.Cast:
			p.put("", b.String(), p.th.muted)
		case document.Paragraph:
			p.paragraph(b)
		case document.Address:
			p.blank()
			p.label(b.Label, b.URL, p.th.muted)
		case document.Account:
			for _, c := range b.Claims {
				p.claim(b, c)
			}
		case document.Spellings:
			p.heading("Spellings")
			for _, s := range b {
				p.item(s.String(), p.th.text)
			}
		case document.Ties:
			p.heading(b.Title)
			for _, t := range b.List {
				p.item(t.Noted(), p.th.text)
			}
		}
	}
	if doc.Key == "id" {
		p.blank()
		p.put("", "id "+doc.ID, p.th.faint)
	}
}

func (p *paneText) heading(text string) {
	p.blank()
	p.put("", text, p.th.strong)
}

func (p *paneText) paragraph(b document.Paragraph) {
	p.blank()
	switch {
	case b.Doubt:
		p.put("≠ ", b.Label, p.th.disputed)
		p.put("  ", b.Text, p.th.text)
	case b.Label != "":
		p.label(b.Label, b.Text, p.th.muted)
	default:
		p.put("", b.Text, p.th.text)
	}
}

// claim adds a quotation, or what is said, with its attribution.
func (p *paneText) claim(a document.Account, c document.Claim) {
	p.blank()
	if c.Quote != "" {
		p.put("▏ ", "“"+c.Quote+"”", p.th.quote)
	} else {
		p.put("▏ ", c.Says, p.th.text)
	}
	p.put("  ", "— "+a.Cited(c)+": "+c.DatedShort(), p.th.muted)
}

// renderDetail draws the selected event into w by h cells.
func (m Model) renderDetail(w, h int) []string {
	i, ok := m.selected()
	if !ok {
		return blanks(w, h)
	}
	lines := m.detailLines(i, w)
	top := min(m.detailTop, max(len(lines)-h, 0))
	return cropped(lines, top, w, h)
}

func (m Model) detailLines(i events.Index, w int) []painted {
	p := &paneText{th: m.th, w: w, words: m.found.words}
	p.document(document.Event(m.data, i))
	return p.lines
}

// blanks is h lines of w spaces.
func blanks(w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		out[i] = strings.Repeat(" ", max(w, 0))
	}
	return out
}

// cropped is the h lines from top on, filled up with blanks.
func cropped(lines []painted, top, w, h int) []string {
	out := blanks(w, h)
	for y := range out {
		if top+y < len(lines) && top+y >= 0 {
			out[y] = lines[top+y]
		}
	}
	return out
}

// sideScrolled scrolls the pane that has the keyboard, detail or reader.
func (m Model) sideScrolled(n int) Model {
	h := m.lay.side.Dy()
	if m.reader.open {
		return m.readerScrolled(n)
	}
	if m.view != viewTimeline {
		m.detailTop = max(m.detailTop+n, 0)
		return m
	}
	i, ok := m.selected()
	if !ok {
		return m
	}
	most := max(len(m.detailLines(i, m.lay.side.Dx()))-h, 0)
	m.detailTop = min(max(m.detailTop+n, 0), most)
	return m
}
