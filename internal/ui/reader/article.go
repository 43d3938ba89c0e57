package reader

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/articles"
	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// article is a whole article with the passages of its claims marked.
type article struct {
	text   *articles.Article
	claims []events.Claim // whose passages are marked; it opens at that of the first
}

// openArticle opens the whole article of the open source at the passage. The
// texts are read once, when they are first asked for.
func (r *Reader) openArticle(c *view.Context) tea.Cmd {
	switch {
	case r.plain != nil || r.article != nil:
		return nil
	case c.Articles == nil:
		c.Warn("The article itself is not at hand: %s", session.KeepArticles)
		return nil
	case c.Texts != nil:
		r.showArticle(c)
		return nil
	}
	read := c.Articles
	c.Say("Looking for the article …")
	return func() tea.Msg {
		found, err := read()
		return view.Later(func(c *view.Context) {
			if err != nil {
				c.Warn("The articles could not be read: %v", err)
				return
			}
			if c.Texts = found; found == nil {
				c.Texts = session.Articles{}
			}
			c.Notice = view.Notice{}
			if c.Over == r {
				r.showArticle(c)
			}
		})
	}
}

func (r *Reader) showArticle(c *view.Context) {
	id := r.openSource(c)
	r.article = nil
	if text := c.Texts[id]; text != nil {
		r.openAt(c, &article{text, c.Data.Event(r.event).ClaimsOf(id)})
	} else {
		c.Warn("This article is not among the texts found: %s", session.KeepArticles)
	}
}

// openAt opens an article at its passage.
func (r *Reader) openAt(c *view.Context, a *article) {
	r.article = a
	var passage int
	r.lines, passage = r.article.lines(c, max(c.Beside.Dx(), 8))
	r.top = 0
	r.Move(c, passage-height(c)/3)
}

// maxArticleBlocks bounds the paragraphs of an article that are rendered: a few
// hundred are usual, and a text of a million would stop the keys for a minute.
const maxArticleBlocks = 1500

// lines renders the whole article, w cells wide, and tells the line at
// which the passage of the first claim begins.
func (v *article) lines(c *view.Context, w int) (lines []string, passage int) {
	open := -1
	quotes := map[int][]string{} // of each block that a claim rests on
	for n, cl := range v.claims {
		if b, known := v.text.Passage(cl); known {
			quotes[b] = append(quotes[b], cl.Quote)
			if n == 0 {
				open = b
			}
		}
	}
	for b := range v.text.Blocks {
		if b == maxArticleBlocks {
			lines = append(lines, paint.Plain("… the rest of this text is too long to be shown", w)...)
			break
		}
		if b == open {
			passage = len(lines)
		}
		var part []string
		if quoted, ok := quotes[b]; ok {
			part = passageLines(c.Theme, v.text, b, quoted, w)
		} else {
			part = paint.Markdown(v.text.Markdown(b), w, c.Theme)
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
func passageLines(th *theme.Theme, a *articles.Article, block int, quotes []string, w int) []string {
	text := paint.Clean(a.Blocks[block].Text)
	var spans [][2]int
	for _, q := range quotes {
		spans = append(spans, a.Spans(block, q)...)
	}
	slices.SortFunc(spans, func(x, y [2]int) int { return x[0] - y[0] })
	if label := paint.Clean(a.Blocks[block].Label); label != "" { // the number of a note
		text = label + " " + text
		for i := range spans {
			spans[i][0] += len(label) + 1
			spans[i][1] += len(label) + 1
		}
	}
	var lines []string
	at := 0
	for _, line := range paint.Wrap(text, min(max(w-4, 4), paint.Measure)) {
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
		pad := strings.Repeat(" ", max(w-3-paint.Width(trimmed), 0))
		lines = append(lines, th.Paint(theme.Amber, " ▌ ")+paint.Spans(trimmed, here, th.Look(theme.Ink), th.Look(theme.Match))+pad)
	}
	return lines
}
