package document

import (
	"cmp"
	"strings"

	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// Actor tells of an actor, who takes part in n events.
func Actor(d *events.Dataset, a *events.Actor, n int) Document {
	doc := Document{Key: "actor", ID: a.ID}
	doc.add(Heading{a.Name})
	doc.add(facts(n, Kind(a.Kind.String())))
	doc.say("", a.Profile)
	doc.doubt("Uncertain", a.Uncertain)
	doc.add(spellings(d, a.Spellings))
	doc.add(Ties{Title: "Ties", List: relations(d, a)})
	doc.say("Profile after", english.JoinedOf("; ", a.Citations, func(c events.Citation) string {
		return english.Joined(", ", d.SourceLabel(c.Source), d.Where(c.Source, c.At))
	}))
	return doc
}

// Place tells of a place, where n events happened.
func Place(d *events.Dataset, p *events.Place, n int) Document {
	doc := Document{Key: "place", ID: p.ID}
	doc.add(Heading{p.Name})
	known := facts(n, strings.ReplaceAll(p.Country, " / ", " and "), Kind(p.Precision.String()), coordinates(p))
	known[len(known)-1].Text += " in any role" // the map counts where they happened
	doc.add(known)
	doc.say("", p.Note)
	doc.add(spellings(d, p.Spellings))
	return doc
}

// Source tells of a source, which n events rest on.
func Source(d *events.Dataset, s *events.Source, n int) Document {
	doc := Document{Key: "source", ID: s.ID}
	doc.add(Heading{s.Title})
	known := facts(n, s.Byline(), s.Container, s.Publisher, s.Number)
	if !s.Date.IsZero() {
		known = append(known[:len(known)-1], dateFact(s.Date), known[len(known)-1])
	}
	doc.add(known)
	doc.say("", s.Profile)
	doc.add(Bibliography{cite.Format(d, s, nil, cite.ChicagoBib, edtf.Date{})})
	doc.say("Its date", s.DateNote)
	if s.URL != "" {
		doc.add(Address{"Address", s.URL})
	}
	doc.say("Whose words", s.Rights)
	return doc
}

// facts are the texts that are not empty, and how many events there are.
func facts(n int, texts ...string) Facts {
	var list Facts
	for _, t := range append(texts, english.Count(n, "event", "events")) {
		if t != "" {
			list = append(list, Fact{Text: t})
		}
	}
	return list
}

func spellings(d *events.Dataset, list []events.Spelling) Spellings {
	var out Spellings
	for _, s := range list {
		spelling := Spelling{As: s.As, Form: formWords[s.Form]}
		for _, id := range s.Sources {
			spelling.In = append(spelling.In, d.SourceLabel(id))
		}
		out = append(out, spelling)
	}
	return out
}

// relations are those of an actor, and then those of others to it.
func relations(d *events.Dataset, a *events.Actor) []Tie {
	var list []Tie
	add := func(subject, other string, r events.Relation) {
		tie := Tie{
			Key: "actor", ID: other, Name: d.ActorName(other), Subject: subject, Object: d.ActorName(r.To),
			Words: cmp.Or(relationWords[r.Kind.String()], "is tied to"), Office: r.Office, Date: r.Date, Note: r.Note,
		}
		if r.Cite.Source != "" {
			tie.Source, tie.Where = d.SourceLabel(r.Cite.Source), d.Where(r.Cite.Source, r.Cite.At)
		}
		if i, ok := d.Find(r.Event); ok {
			told := "See “" + d.Titles.At(int(i)) + "”."
			tie.Note = english.Joined(" ", tie.Note, told)
		}
		list = append(list, tie)
	}
	for _, r := range a.Relations {
		add("", r.To, r)
	}
	for i := range d.Actors {
		for _, r := range d.Actors[i].Relations {
			if r.To == a.ID {
				add(d.Actors[i].Name, d.Actors[i].ID, r)
			}
		}
	}
	return list
}
