package ui

import (
	"strings"

	"timeline/internal/edtf"
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
	for _, line := range wrap(clean(unmark(clipped(text, maxText))), min(max(p.w-2-width(indent), 4), measure)) {
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
	lines := wrap(clean(unmark(name+": "+clipped(text, maxText))), min(max(p.w-4, 4), measure))
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

// eventHead adds what stands over both detail and reader: title, date, type,
// places, who.
func (m Model) eventHead(p *paneText, e *events.Event) {
	p.put("", e.Title, m.th.title)
	facts := []string{e.Date.English(edtf.Long), e.Type}
	for _, id := range e.Places {
		if pl := m.data.Place(id); pl != nil {
			facts = append(facts, pl.Name)
		}
	}
	if e.Major {
		facts = append(facts, "major")
	}
	p.put("", strings.Join(facts, " · "), m.th.accent)
	if who := m.whoText(e); who != "" {
		p.put("", who, m.th.muted)
	}
}

// whoText is "Belmokhtar (party), Iyad ag Ghali (host)".
func (m Model) whoText(e *events.Event) string {
	var who []string
	for _, r := range e.Roles {
		if a := m.data.Actor(r.Actor); a != nil {
			who = append(who, a.Name+" ("+r.As.String()+")")
		}
	}
	return strings.Join(who, ", ")
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
	e := m.data.Event(i)
	p := &paneText{th: m.th, w: w, words: m.found.words}
	m.eventHead(p, e)
	p.blank()
	p.put("", e.Summary, m.th.text)
	for _, d := range e.Disputes {
		p.blank()
		p.put("≠ ", "Disagreement on "+d.About.Words(), m.th.disputed)
		p.put("  ", d.Text, m.th.text)
	}
	if e.DateReason != "" {
		p.blank()
		p.label("Why this date", e.DateReason, m.th.muted)
	}
	for _, c := range e.Claims {
		p.blank()
		m.claimLines(p, c)
	}
	if e.Note != "" {
		p.blank()
		p.label("Editor’s note", e.Note, m.th.muted)
	}
	m.linkLines(p, i)
	p.blank()
	p.put("", "id "+e.ID, m.th.faint)
	return p.lines
}

// claimLines add a quotation with its attribution.
func (m Model) claimLines(p *paneText, c events.Claim) {
	if c.Quote != "" {
		p.put("▏ ", "“"+c.Quote+"”", m.th.quote)
	} else {
		p.put("▏ ", c.Says, m.th.text)
	}
	p.put("  ", "— "+m.attribution(c)+": "+m.dateWords(c), m.th.muted)
}

func (m Model) linkLines(p *paneText, i events.Index) {
	links := m.linksOf(i)
	if len(links) == 0 {
		return
	}
	p.blank()
	for _, l := range links {
		p.label(capital(l.says), m.data.Titles.At(int(l.to))+", "+m.data.Date(l.to).English(edtf.Long), m.th.muted)
	}
}

// attribution is author, short title and locator.
func (m Model) attribution(c events.Claim) string {
	s := m.data.Source(c.Source)
	if s == nil {
		return c.Source
	}
	title := s.Short
	if title == "" {
		title = s.Title
	}
	return s.Label() + ", “" + title + "”, " + m.data.Where(c.Source, c.At)
}

// dateWords is the date as the source gives it and how it was had.
func (m Model) dateWords(c events.Claim) string {
	s := c.Date.English(edtf.Long)
	if c.Basis != events.BasisStated {
		s += " (" + basisWords[c.Basis.String()] + ")"
	}
	if c.Hedge != "" {
		s += ", “" + c.Hedge + "”"
	}
	return s
}

// basisWords say how a date was had.
var basisWords = map[string]string{
	"stated":       "stated",
	"derived":      "derived",
	"press-date":   "date of the press report",
	"address-date": "date in a cited web address",
	"print-date":   "date printed on the article",
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
