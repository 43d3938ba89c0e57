package timeline

import (
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/view"
)

// eventHead adds what stands over both detail and reader: title, date, type,
// places, who.
func eventHead(c *view.Context, p *paint.Text, e *events.Event) {
	p.Put("", e.Title, c.Theme.Title)
	facts := []string{e.Date.English(edtf.Long), e.Type}
	for _, id := range e.Places {
		if pl := c.Data.Place(id); pl != nil {
			facts = append(facts, pl.Name)
		}
	}
	if e.Major {
		facts = append(facts, "major")
	}
	p.Put("", strings.Join(facts, " · "), c.Theme.Accent)
	if who := view.Who(c.Data, e); who != "" {
		p.Put("", who, c.Theme.Muted)
	}
}

// detail is the selected event in full.
func detail(c *view.Context, w int) []string {
	i, ok := c.Current()
	if !ok {
		return nil
	}
	e := c.Data.Event(i)
	p := c.Text(w)
	eventHead(c, p, e)
	p.Blank()
	p.Put("", e.Summary, c.Theme.Text)
	for _, d := range e.Disputes {
		p.Blank()
		p.Put("≠ ", "Disagreement on "+d.About.Words(), c.Theme.Disputed)
		p.Put("  ", d.Text, c.Theme.Text)
	}
	if e.DateReason != "" {
		p.Blank()
		p.Label("Why this date", e.DateReason, c.Theme.Muted)
	}
	for _, cl := range e.Claims {
		p.Blank()
		claimLines(c, p, cl)
	}
	if e.Note != "" {
		p.Blank()
		p.Label("Editor’s note", e.Note, c.Theme.Muted)
	}
	linkLines(c, p, i)
	p.Blank()
	p.Put("", "id "+e.ID, c.Theme.Faint)
	return p.Lines
}

// claimLines add a quotation with its attribution.
func claimLines(c *view.Context, p *paint.Text, cl events.Claim) {
	if cl.Quote != "" {
		p.Put("▏ ", "“"+cl.Quote+"”", c.Theme.Quote)
	} else {
		p.Put("▏ ", cl.Says, c.Theme.Text)
	}
	p.Put("  ", "— "+attribution(c, cl)+": "+view.DateWords(cl), c.Theme.Muted)
}

func linkLines(c *view.Context, p *paint.Text, i events.Index) {
	ties := c.Data.Ties(i)
	if len(ties) > 0 {
		p.Blank()
	}
	for _, t := range ties {
		p.Label(view.Capital(view.TieWords(t)), c.Data.Titles.At(int(t.To))+", "+c.Data.Date(t.To).English(edtf.Long), c.Theme.Muted)
	}
}

// attribution is author, short title and locator.
func attribution(c *view.Context, cl events.Claim) string {
	s := c.Data.Source(cl.Source)
	if s == nil {
		return cl.Source
	}
	title := s.Short
	if title == "" {
		title = s.Title
	}
	return s.Label() + ", “" + title + "”, " + c.Data.Where(cl.Source, cl.At)
}
