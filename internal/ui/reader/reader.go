// Package reader is the pane in which an event is read: what its sources say, one
// after the other, and, where its text is at hand, a whole article at the passage.
package reader

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/ui/ladder"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// Reader lies over the side pane. Its lines are rendered when what they show
// changes, and kept.
type Reader struct {
	event   events.Index // that is read; the session's
	source  int          // which of its sources
	lines   []string
	top     int
	article *article // the whole article, if that is open
	plain   *plain   // something else instead of an event
	looks   int      // Context.Looks when the lines were rendered
}

// plain is a text that is no event.
type plain struct{ title, markdown string }

// Tell shows a text, in Markdown, that holds until the dataset is read again.
func Tell(c *view.Context, title, markdown string) {
	i, _ := c.Current()
	r := &Reader{event: i, source: max(c.Source, 0), plain: &plain{title, markdown}}
	c.Over = r
	r.render(c)
}

// Open reads the session's event from its first source on. It does nothing where
// no event is shown.
func Open(c *view.Context) {
	if i, ok := c.Current(); ok {
		r := &Reader{}
		c.Over = r
		r.read(c, i)
	}
}

// ShowCopied shows what was copied as it is, to be copied by hand.
func ShowCopied(c *view.Context) {
	title := "To copy by hand: " + c.Copied.What
	Tell(c, title, "## "+paint.Literal(title)+"\n\n```\n"+c.Copied.Text+"\n```\n")
}

// read turns to an event, at the same source if it has so many.
func (r *Reader) read(c *view.Context, i events.Index) {
	*r = Reader{event: i, source: min(r.source, max(len(c.Data.Event(i).Sources())-1, 0))}
	r.render(c)
	r.toMatch(c)
}

// Follow turns to the session's event when that is another, and renders anew when
// the looks changed.
func (r *Reader) Follow(c *view.Context) {
	i, ok := c.Current()
	switch {
	case !ok && r.plain == nil:
		c.Over = nil
		return
	case ok && i != r.event:
		r.read(c, i)
	case r.looks != c.Looks:
		r.render(c)
	}
	c.Source = r.source
}

// Reopen reads the event as the dataset now has it, where it was read before; an
// article or another text is closed.
func (r *Reader) Reopen(c *view.Context) {
	i, ok := c.Current()
	if !ok || r.plain != nil {
		c.Over = nil
		return
	}
	top := r.top
	r.read(c, i)
	r.top = 0
	r.Move(c, top)
}

// toMatch scrolls to the first line that a search marks, if it is not in sight.
func (r *Reader) toMatch(c *view.Context) {
	if len(c.Found.Words) == 0 {
		return
	}
	for y, line := range r.lines {
		if len(events.ProseSpans(ansi.Strip(line), c.Found.Words)) > 0 {
			if y >= height(c) {
				r.Move(c, y-height(c)/3)
			}
			return
		}
	}
}

// render renders the lines anew.
func (r *Reader) render(c *view.Context) {
	w := max(c.Beside.Dx(), 8)
	switch {
	case r.article != nil:
		r.lines, _ = r.article.lines(c, w)
	case r.plain != nil:
		r.lines = paint.Markdown(r.plain.markdown, w, c.Theme)
	default:
		r.lines = r.excerpts(c, w)
	}
	r.looks = c.Looks
	r.Move(c, 0)
}

// excerpts is the event as the open source tells of it, then what the others say, when
// by each of them, and what the editor makes of it.
func (r *Reader) excerpts(c *view.Context, w int) []string {
	lines := paint.Markdown(markdown(document.Reading(c.Data, r.event, r.openSource(c)), w), w, c.Theme)
	blank := strings.Repeat(" ", w)
	if e := c.Data.Event(r.event); ladder.Worth(e) {
		l := ladder.Picture{Data: c.Data, Calendar: c.Calendar, Event: e, Width: min(w-2, paint.Measure)}
		lines = append(append(lines, blank), paint.Canvas(l.Height(), l.Draw, w, c.Theme, c.Signs)...)
	}
	if text := markdown(document.Beyond(c.Data, r.event), w); text != "" {
		lines = append(append(lines, blank), paint.Markdown(text, w, c.Theme)...)
	}
	return lines
}

// openSource is the id of the source whose tab is open, empty if there is none.
func (r *Reader) openSource(c *view.Context) string {
	if sources := c.Data.Event(r.event).Sources(); r.source < len(sources) {
		return sources[r.source]
	}
	return ""
}

// height is the rows of the reader below its tabs.
func height(c *view.Context) int { return max(c.Beside.Dy()-2, 1) }

// Move scrolls by n lines.
func (r *Reader) Move(c *view.Context, n int) {
	r.top = min(max(r.top+n, 0), max(len(r.lines)-height(c), 0))
}

// End goes to the first line or the last.
func (r *Reader) End(c *view.Context, direction int) { r.Move(c, direction*len(r.lines)) }

// Click turns to the source whose tab is clicked.
func (r *Reader) Click(c *view.Context, x, y int) tea.Cmd {
	if k, ok := r.tabAt(c, x); ok && y == 0 && k != r.source {
		r.turn(c, k-r.source)
	}
	return nil
}

// Back closes the article, if one is open.
func (r *Reader) Back(c *view.Context) bool {
	if r.article == nil {
		return false
	}
	*r = Reader{event: r.event, source: r.source, plain: r.plain}
	r.render(c)
	return true
}

// Actions are for turning to the sources and for the article.
func (r *Reader) Actions() []view.Action {
	const g = "Read"
	turn := func(step int) func(*view.Context) tea.Cmd {
		return view.Quiet(func(c *view.Context) { over(c).turn(c, step) })
	}
	hasArticle := func(c *view.Context) bool { // or may have: which texts are at hand is known when one was asked for
		r := over(c)
		return r.article == nil && r.plain == nil && (c.Texts == nil || c.Texts[r.openSource(c)] != nil)
	}
	others := func(c *view.Context) bool { return over(c).others(c) > 0 }
	return []view.Action{
		{ID: "article", Keys: view.Bind("enter", "enter", "l", "right"), Title: "open the whole article at the passage", Group: g, Where: view.Reader,
			Foot: view.Foot{Rank: 3, Word: "whole article", When: hasArticle}, Do: func(c *view.Context) tea.Cmd { return over(c).openArticle(c) }},
		{ID: "next-source", Keys: view.Bind("tab", "tab"), Title: "next source", Group: g, Where: view.Reader, Foot: view.Foot{Rank: 4, Word: "source", When: others}, Do: turn(1)},
		{ID: "previous-source", Keys: view.Bind("shift+tab", "shift+tab"), Title: "previous source", Group: g, Where: view.Reader, Do: turn(-1)},
	}
}

// over is the reader that is open; the actions are only done then.
func over(c *view.Context) *Reader { return c.Over.(*Reader) }

// others is how many sources there are to turn to.
func (r *Reader) others(c *view.Context) int {
	if r.plain != nil {
		return 0
	}
	return len(c.Data.Event(r.event).Sources()) - 1
}

// turn turns to the next (1) or previous (-1) source of the event, and stays in
// the whole article.
func (r *Reader) turn(c *view.Context, step int) {
	if r.plain != nil {
		return
	}
	n := len(c.Data.Event(r.event).Sources())
	if n < 2 {
		c.Say("Only one source tells of this event. J and K go to the next and previous event.")
		return
	}
	inArticle := r.article != nil
	*r = Reader{event: r.event, source: (r.source + step + n) % n}
	r.render(c)
	if inArticle {
		r.showArticle(c)
	}
}

// Draw draws the reader into w by h cells: tabs, a rule, the text.
func (r *Reader) Draw(c *view.Context, w, h int) []string {
	out := make([]string, 0, h)
	out = append(out, r.tabs(c, w))
	if h > 1 {
		out = append(out, c.Theme.Paint(theme.Rule, strings.Repeat("─", w)))
	}
	words := c.Found.Words
	for _, line := range paint.Scrolled(c.Theme, r.lines, r.top, w, max(h-2, 0)) {
		out = append(out, paint.Restyle(line, words, c.Theme.Look(theme.Match)))
	}
	return out[:min(len(out), h)]
}

// tabs names the sources of the event, the open one in brackets.
func (r *Reader) tabs(c *view.Context, w int) string {
	if r.plain != nil {
		return c.Theme.Paint(theme.Strong, paint.Fit(" "+paint.Clean(r.plain.title), w))
	}
	i, ok := c.Current()
	if !ok {
		return strings.Repeat(" ", w)
	}
	sources := c.Data.Event(i).Sources()
	var b strings.Builder
	used := 0
	for k, id := range sources {
		if w-used < 3 {
			break
		}
		label := tabLabel(c.Data, id)
		role := c.Theme.Look(theme.Muted)
		if k == r.source {
			label, role = "["+label+"]", c.Theme.Look(theme.BlueStrong)
		} else {
			label = " " + label + " "
		}
		label = paint.Cut(label, w-used-1)
		used += paint.Width(label) + 1
		b.WriteString(" " + role.Paint(label))
	}
	right := r.place(c)
	if r.article != nil {
		right = "whole article · " + right
	}
	if used+paint.Width(right)+2 > w {
		right = ""
	}
	return b.String() + strings.Repeat(" ", max(w-used-paint.Width(right)-1, 0)) + c.Theme.Paint(theme.Faint, right) + strings.Repeat(" ", min(1, max(w-used, 0)))
}

func tabLabel(d *events.Dataset, source string) string { return paint.Clean(d.SourceLabel(source)) }

// tabAt is the source whose tab lies x cells from the left of the reader.
func (r *Reader) tabAt(c *view.Context, x int) (source int, ok bool) {
	i, listed := c.Current()
	if !listed || r.plain != nil {
		return 0, false
	}
	from := 1
	for k, id := range c.Data.Event(i).Sources() {
		to := from + paint.Width(tabLabel(c.Data, id)) + 2
		if x >= from && x < to {
			return k, true
		}
		from = to + 1
	}
	return 0, false
}

// place is how far down the text the window is.
func (r *Reader) place(c *view.Context) string {
	h := height(c)
	n := len(r.lines)
	if n <= h {
		return "all"
	}
	switch r.top {
	case 0:
		return "top"
	case n - h:
		return "end"
	}
	return fmt.Sprintf("%d%%", 100*r.top/(n-h))
}
