package reader

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/facts"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/view"
)

// Passage is a block of a source that says something which is no event: a tie of
// groups, an office.
type Passage struct {
	Says string // what it is cited for: "Signers in Blood splits from AQIM"
	Date edtf.Date
	Note string // the editor's words on it
	Cite events.Citation
}

func (p Passage) dated() string { return cmp.Or(p.Date.English(edtf.Long), "without a date") }

// Choose opens the passage or, of several, the one that is chosen.
func Choose(c *view.Context, passages []Passage) tea.Cmd {
	if len(passages) == 1 {
		return openPassage(c, passages[0])
	}
	c.Pick(view.Picker{Title: "Who says so", Hint: "enter opens the passage · esc close", Rows: func(c *view.Context, typed string) []view.Row {
		var rows []view.Row
		for _, p := range passages {
			r := view.Row{Label: c.Data.Cited(p.Cite), Note: p.dated(), Choose: func(c *view.Context) tea.Cmd { return openPassage(c, p) }}
			if session.MatchesName(typed, r.Label+" "+r.Note) {
				rows = append(rows, r)
			}
		}
		return rows
	}})
	return nil
}

// openPassage opens the article at the passage or, where its text is not at hand,
// what events take from it. Both are looked for beside the screen.
func openPassage(c *view.Context, p Passage) tea.Cmd {
	i, _ := c.Current()
	r := &Reader{event: i, source: max(c.Source, 0), plain: &plain{title: p.Says, markdown: "Looking for the passage …"}}
	c.Over = r
	r.render(c)
	d, texts, read := c.Data, c.Texts, c.Articles
	return func() tea.Msg {
		told := facts.ClaimsAt(d, p.Cite)
		var fault error
		if texts == nil && read != nil {
			if texts, fault = read(); texts == nil && fault == nil {
				texts = session.Articles{}
			}
		}
		return view.Later(func(c *view.Context) {
			if fault != nil {
				c.Warn("The articles could not be read: %v", fault)
			}
			if c.Texts == nil {
				c.Texts = texts
			}
			if c.Over == r {
				r.showPassage(c, p, told)
			}
		})
	}
}

func (r *Reader) showPassage(c *view.Context, p Passage, told []facts.Told) {
	text := c.Texts[p.Cite.Source]
	r.plain.markdown = p.markdown(c.Data, told, text != nil)
	r.render(c)
	if text == nil {
		return
	}
	claims := []events.Claim{{Source: p.Cite.Source, At: p.Cite.At}}
	if len(told) > 0 {
		claims = nil
	}
	for _, q := range told {
		claims = append(claims, q.Claim)
	}
	r.openAt(c, &article{text, claims})
}

// markdown is the passage as Markdown: who says what, when, and what events take from
// it.
func (p Passage) markdown(d *events.Dataset, told []facts.Told, atHand bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n**%s** · %s\n\n", paint.Literal(p.Says), paint.Literal(d.Cited(p.Cite)), paint.Literal(p.dated()))
	if p.Note != "" {
		b.WriteString(paint.Literal(strings.Join(strings.Fields(p.Note), " ")) + "\n\n")
	}
	for _, x := range told {
		of := paint.Literal(d.Titles.At(int(x.Event)))
		if x.Claim.Quote != "" {
			fmt.Fprintf(&b, "> “%s”\n\n— quoted for: %s\n\n", paint.Literal(x.Claim.Quote), of)
		} else {
			fmt.Fprintf(&b, "%s\n\n— told of: %s\n\n", paint.Literal(x.Claim.Says), of)
		}
	}
	if len(told) == 0 {
		b.WriteString("No event rests on this passage, so nothing is quoted from it.\n\n")
	}
	if !atHand {
		b.WriteString("The article itself is not at hand: " + paint.Literal(session.KeepArticles) + ".\n")
	}
	return b.String()
}
