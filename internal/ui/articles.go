package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/articles"
	"timeline/internal/events"
)

// Articles are the sources' texts that are at hand, by source id.
type Articles = map[string]*articles.Article

// articleView is a whole article with the passages of its claims marked.
type articleView struct {
	source string
	text   *articles.Article
	claims []events.Claim // whose passages are marked; it opens at that of the first
}

// articlesRead is what came of looking for the articles.
type articlesRead struct {
	found Articles
	err   error
}

// openArticle opens the whole article of the open source at the passage. The
// texts are read once, when they are first asked for.
func (m Model) openArticle() (Model, tea.Cmd) {
	if m.reader.plain != nil || m.reader.article != nil {
		return m, nil
	}
	if m.cfg.Articles == nil {
		return m.warns("The article itself is not at hand: start with --articles DIR, or keep a copy with: timeline articles add FILE"), nil
	}
	if m.articles != nil {
		return m.showArticle(), nil
	}
	read := m.cfg.Articles
	return m.says("Looking for the article …"), func() tea.Msg {
		found, err := read()
		return articlesRead{found, err}
	}
}

func (m Model) withArticles(a articlesRead) Model {
	if a.err != nil {
		return m.warns("The articles could not be read: %v", a.err)
	}
	m.articles = a.found
	if m.articles == nil {
		m.articles = Articles{}
	}
	m.notice = notice{}
	if !m.reader.open {
		return m
	}
	return m.showArticle()
}

func (m Model) showArticle() Model {
	m.reader.article = m.articleAt()
	if m.reader.article == nil {
		return m.warns("This article is not among the texts found: start with --articles DIR, or keep a copy with: timeline articles add FILE")
	}
	m.reader.top = 0
	m = m.rerendered()
	m.reader.top = 0
	_, passage := m.articleLines(max(m.lay.side.Dx(), 8))
	return m.readerScrolled(passage - m.readerHeight()/3)
}

// articleAt is the article of the open source, or nil if it is not at hand.
func (m Model) articleAt() *articleView {
	i, ok := m.selected()
	if !ok {
		return nil
	}
	sources := m.data.Event(i).Sources()
	if m.reader.source >= len(sources) {
		return nil
	}
	id := sources[m.reader.source]
	text := m.articles[id]
	if text == nil {
		return nil
	}
	return &articleView{source: id, text: text, claims: m.data.Event(i).ClaimsOf(id)}
}

func (m Model) closeArticle() Model {
	m.reader = reader{open: true, source: m.reader.source}
	return m.rerendered()
}

// maxArticleBlocks bounds the paragraphs of an article that are rendered: a few
// hundred are usual, and a text of a million would stop the keys for a minute.
const maxArticleBlocks = 1500

// articleLines renders the whole article, w cells wide, and tells the line at
// which the passage of the first claim begins.
func (m Model) articleLines(w int) (lines []painted, passage int) {
	v := m.reader.article
	open := -1
	quotes := map[int][]string{} // of each block that a claim rests on
	for n, c := range v.claims {
		if b, known := v.text.Passage(c); known {
			quotes[b] = append(quotes[b], c.Quote)
			if n == 0 {
				open = b
			}
		}
	}
	for b := range v.text.Blocks {
		if b == maxArticleBlocks {
			lines = append(lines, plainLines("… the rest of this text is too long to be shown", w)...)
			break
		}
		if b == open {
			passage = len(lines)
		}
		var part []painted
		if quoted, ok := quotes[b]; ok {
			part = m.passageLines(v.text, b, quoted, w)
		} else {
			part = renderMarkdown(v.text.Markdown(b), w, m.th)
		}
		for len(part) > 0 && strings.TrimSpace(ansi.Strip(part[len(part)-1])) == "" {
			part = part[:len(part)-1] // Glamour ends a heading with a blank line of its own
		}
		lines = append(append(lines, part...), strings.Repeat(" ", w))
	}
	return lines, passage
}

// passageLines renders the block that is quoted from, with a bar beside it and
// the quoted words marked.
func (m Model) passageLines(a *articles.Article, block int, quotes []string, w int) []painted {
	text := clean(a.Blocks[block].Text)
	var spans [][2]int
	for _, q := range quotes {
		spans = append(spans, a.Spans(block, q)...)
	}
	slices.SortFunc(spans, func(x, y [2]int) int { return x[0] - y[0] })
	if label := clean(a.Blocks[block].Label); label != "" { // the number of a note
		text = label + " " + text
		for i := range spans {
			spans[i][0] += len(label) + 1
			spans[i][1] += len(label) + 1
		}
	}
	var lines []painted
	at := 0
	for _, line := range wrap(text, min(max(w-4, 4), measure)) {
		trimmed := strings.TrimRight(line, " ")
		begin := at + max(strings.Index(text[at:], trimmed), 0)
		end := begin + len(trimmed)
		at = min(end, len(text))
		var here [][2]int
		for _, s := range spans {
			if from, to := max(s[0], begin), min(s[1], end); from < to {
				here = append(here, [2]int{from - begin, to - begin})
			}
		}
		pad := strings.Repeat(" ", max(w-3-width(trimmed), 0))
		lines = append(lines, m.th.marker.paint(" ▌ ")+paintSpans(trimmed, here, m.th.text, m.th.match)+pad)
	}
	return lines
}
