// Package folder writes the files of a dataset's folder: records as data/README.md
// describes them, read back by package events as the same records. Nothing that
// somebody wrote or edited is overwritten.
package folder

import (
	"strconv"

	"timeline/internal/events"
)

// EventFile is the file of an event of a dataset of that rigour.
func EventFile(e *events.Event, rigour events.Rigour) []byte {
	var y yamlText
	y.WriteString("---\n")
	y.list("was", e.Was)
	y.field("title", e.Title)
	y.field("date", e.Date.String())
	y.field("date-reason", e.DateReason)
	y.field("beside-claims", e.BesideClaims)
	y.field("show-at", e.ShownAt.String())
	y.field("show-at-reason", e.ShownReason)
	y.field("type", e.Type)
	if rigour == events.Quoted || e.Level != 0 {
		y.field("level", e.Level.String())
	}
	y.places(e)
	y.roles(e, rigour)
	y.list("tags", e.Tags)
	y.head("claims", len(e.Claims))
	for _, c := range e.Claims {
		y.claim(c)
	}
	y.ties(e)
	y.field("note", e.Note)
	y.WriteString("---\n")
	if e.Summary != "" {
		y.WriteString(e.Summary + "\n")
	}
	return []byte(y.String())
}

// places writes where it happened by the id alone, and other places with their role.
func (y *yamlText) places(e *events.Event) {
	y.head("places", len(e.Places))
	for n, id := range e.Places {
		if as := e.PlaceAs(n); as != events.Happened {
			y.flow(pair{"place", id}, pair{"role", as.String()})
			continue
		}
		y.WriteString("  - " + scalar(id, "  ") + "\n")
	}
}

// roles writes who took part; a dataset that is not quoted need not say as what.
func (y *yamlText) roles(e *events.Event, rigour events.Rigour) {
	y.head("actors", len(e.Roles))
	for _, r := range e.Roles {
		if rigour != events.Quoted && r.As == events.PartParty {
			y.WriteString("  - " + scalar(r.Actor, "  ") + "\n")
			continue
		}
		y.flow(pair{"actor", r.Actor}, pair{"role", r.As.String()})
	}
}

func (y *yamlText) claim(c events.Claim) {
	date, basis := c.Date.String(), c.Basis.String()
	if c.Basis == events.BasisEvent {
		date, basis = "", ""
	}
	y.block(pair{"source", c.Source}, pair{"at", c.At.String()}, pair{"date", date}, pair{"words", c.Words}, pair{"basis", basis},
		pair{"basis-note", c.BasisNote}, pair{"hedge", c.Hedge}, pair{"quote", c.Quote}, pair{"says", c.Says})
	y.head("    figures", len(c.Figures))
	for _, f := range c.Figures {
		y.WriteString("      " + scalar(f.What, "      ") + ": " + quoted(f.Value, "      ") + "\n")
	}
}

// ties writes disputes and links.
func (y *yamlText) ties(e *events.Event) {
	y.head("disputes", len(e.Disputes))
	for _, d := range e.Disputes {
		y.block(pair{"about", d.About.String()}, pair{"text", d.Text})
		y.head("    with", len(d.With))
		for _, id := range d.With {
			y.WriteString("      - " + id + "\n")
		}
	}
	y.head("links", len(e.Links))
	for _, l := range e.Links {
		y.flow(pair{"is", l.Kind.String()}, pair{"to", l.To})
	}
}

// ActorFile is the file of an actor with its name, kind, spellings and profile.
func ActorFile(a *events.Actor, rigour events.Rigour) []byte {
	var y yamlText
	y.field("name", a.Name)
	y.field("short", a.Short)
	if a.Kind != events.ActorUnspecified {
		y.field("kind", a.Kind.String())
	}
	y.spellings(a.Spellings, rigour == events.Quoted)
	y.field("uncertain", a.Uncertain)
	y.field("profile", a.Profile)
	if rigour == events.Quoted && a.Profile == "" {
		y.WriteString("profile: \"\"\n")
	}
	return []byte(y.String())
}

// PlaceFile is the file of a place.
func PlaceFile(p *events.Place) []byte {
	var y yamlText
	y.field("name", p.Name)
	y.field("short", p.Short)
	y.field("country", p.Country)
	if p.Precision != events.Unlocated {
		y.field("lat", degrees(p.Lat))
		y.field("lon", degrees(p.Lon))
		if p.Precision != events.UnspecifiedGround {
			y.field("precision", p.Precision.String())
		}
	}
	y.field("note", p.Note)
	y.spellings(p.Spellings, false)
	return []byte(y.String())
}

func degrees(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// SourceFile is the file of a source.
func SourceFile(s *events.Source) []byte {
	var y yamlText
	y.field("title", s.Title)
	y.field("short", s.Short)
	y.head("authors", len(s.Authors))
	for _, a := range s.Authors {
		y.flow(pair{"given", a.Given}, pair{"family", a.Family})
	}
	y.field("container", s.Container)
	y.field("publisher", s.Publisher)
	y.field("kind", s.Kind)
	y.field("date", s.Date.String())
	y.field("date-note", s.DateNote)
	y.field("url", s.URL)
	y.field("number", s.Number)
	y.field("rights", s.Rights)
	y.field("profile", s.Profile)
	return []byte(y.String())
}

func (y *yamlText) spellings(list []events.Spelling, always bool) {
	y.head("spellings", len(list))
	if always && len(list) == 0 {
		y.WriteString("spellings: []\n")
	}
	for _, s := range list {
		form := s.Form.String()
		if s.Form == events.FormName {
			form = ""
		}
		y.flow(pair{"as", s.As}, pair{"form", form})
	}
}

// MetaFile is dataset.yaml.
func MetaFile(m *events.Meta) []byte {
	var y yamlText
	y.field("id", m.ID)
	y.field("title", m.Title)
	y.field("short", m.Short)
	y.WriteString("rigour: " + m.Rigour.String() + "   # notes: title and date; sourced: and a source; quoted: and its words\n")
	y.field("period", m.Period.String())
	y.field("editors", m.Editors)
	y.field("licence", m.Licence)
	y.field("profile", m.Profile)
	y.head("types", len(m.Types))
	for _, t := range m.Types {
		y.flow(pair{"name", t.Name}, pair{"sign", t.Sign}, pair{"group", t.Group})
	}
	return []byte(y.String())
}
