package records

import (
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/view"
)

func actorRecord(c *view.Context, p *paint.Text, a *events.Actor) {
	p.Put("", a.Name, c.Theme.Title)
	p.Put("", a.Kind.String(), c.Theme.Accent)
	p.Blank()
	p.Put("", a.Profile, c.Theme.Text)
	if a.Uncertain != "" {
		p.Blank()
		p.Put("", "≠ Uncertain", c.Theme.Disputed)
		p.Put("  ", a.Uncertain, c.Theme.Text)
	}
	p.Blank()
	spellingLines(c, p, a.Spellings)
	var lines []string
	for _, r := range a.Relations {
		lines = append(lines, relationText(c, r))
	}
	for i := range c.Data.Actors {
		other := &c.Data.Actors[i]
		for _, r := range other.Relations {
			if r.To == a.ID {
				lines = append(lines, other.Name+": "+relationText(c, r))
			}
		}
	}
	if len(lines) > 0 {
		p.Blank()
		p.Put("", "Ties", c.Theme.Strong)
	}
	for _, l := range lines {
		p.Item(l, c.Theme.Text)
	}
}

// relationWords say what a relation is, before the name of the other actor.
var relationWords = map[string]string{
	"member-of": "member of", "leads": "leads", "holds-office-in": "holds an office in", "founded": "founded",
	"part-of": "part of", "faction-of": "faction of", "split-from": "split from", "merged-into": "merged into",
	"successor-of": "successor of", "allied-with": "allied with", "rival-of": "rival of", "relative-of": "relative of",
	"allegiance-to": "owes allegiance to", "possibly-same-as": "possibly the same as", "distinct-from": "not to be confused with",
}

// relationText is "leads Al-Mulathamin Brigade as commander, 2012 (Guidère, opening ¶2)".
func relationText(c *view.Context, r events.Relation) string {
	to := r.To
	if a := c.Data.Actor(r.To); a != nil {
		to = a.Name
	}
	s := relationWords[r.Kind.String()] + " " + to
	if r.Office != "" {
		s += " as " + r.Office
	}
	if !r.Date.IsZero() {
		s += ", " + r.Date.English(edtf.Long)
	}
	if src := c.Data.Source(r.Cite.Source); src != nil {
		s += " (" + src.Label() + ", " + c.Data.Where(r.Cite.Source, r.Cite.At) + ")"
	}
	if r.Note != "" {
		s += ". " + r.Note
	}
	return s
}

func spellingLines(c *view.Context, p *paint.Text, spellings []events.Spelling) {
	if len(spellings) == 0 {
		return
	}
	p.Put("", "Spellings", c.Theme.Strong)
	for _, s := range spellings {
		var in []string
		for _, id := range s.Sources {
			if src := c.Data.Source(id); src != nil {
				in = append(in, src.Label())
			}
		}
		note := s.Form.String()
		if s.Form == events.FormWeak {
			note = "too common to match alone"
		}
		text := s.As + " (" + note
		if len(in) > 0 {
			text += "; " + strings.Join(in, ", ")
		}
		p.Item(text+")", c.Theme.Text)
	}
}

func placeRecord(c *view.Context, p *paint.Text, pl *events.Place) {
	p.Put("", pl.Name, c.Theme.Title)
	p.Put("", fmt.Sprintf("%s · %s · %.2f, %.2f", pl.Country, pl.Precision, pl.Lat, pl.Lon), c.Theme.Accent)
	if pl.Note != "" {
		p.Blank()
		p.Put("", pl.Note, c.Theme.Text)
	}
	p.Blank()
	spellingLines(c, p, pl.Spellings)
}

func sourceRecord(c *view.Context, p *paint.Text, s *events.Source) {
	p.Put("", s.Title, c.Theme.Title)
	facts := []string{s.Byline()}
	for _, f := range []string{s.Container, s.Publisher, s.Number} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if !s.Date.IsZero() {
		facts = append(facts, s.Date.English(edtf.Long))
	}
	p.Put("", strings.Join(facts, " · "), c.Theme.Accent)
	p.Blank()
	p.Put("", s.Profile, c.Theme.Text)
	for _, f := range [][2]string{{"Its date", s.DateNote}, {"Address", s.URL}, {"Whose words", s.Rights}} {
		if f[1] != "" {
			p.Blank()
			p.Label(f[0], f[1], c.Theme.Muted)
		}
	}
}
