package main

import (
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/query"
)

func (p *program) actorsCommand() *cobra.Command {
	return p.recordsCommand(p.actors, query.KeyActor, &cobra.Command{
		Use:   "actors [WORD…]",
		Short: "List actors, or show one",
		Long: `List the persons, groups, states and organisations that act: name, kind, number of
events, and id. With words, those with a spelling that the words begin, and the
spelling that was found; if there is only one, it is shown in full.`,
		Example: `  timeline actors
  timeline actors belmokhtar
  timeline actors bilmukhtar --json`,
		ValidArgsFunction: p.completing(valuesOf(query.KeyActor)),
	})
}

func (p *program) actors(d *events.Dataset, words []string) []record {
	matches := query.MatchActors(d, strings.Join(words, " "))
	if n := d.ActorNumber(strings.ToLower(strings.Join(words, " "))); n >= 0 {
		matches = []query.ActorMatch{{Actor: n, Spelling: d.Actors[n].Name}}
	}
	if len(matches) > 1 && matches[0].Tier == query.TierExact && matches[1].Tier != query.TierExact {
		matches = matches[:1] // the whole name: beginnings of others were not meant
	}
	counts := query.ActorCounts(d, query.All(d.Len()))
	rows := make([]record, len(matches))
	for i, m := range matches {
		a := &d.Actors[m.Actor]
		n := counts[m.Actor]
		rows[i] = record{name: a.Name, kind: a.Kind.String(), id: a.ID, count: n,
			full:   func() document.Document { return document.Actor(d, a, n) },
			object: func() any { return actorJSON(d, a, n) }}
		if m.Spelling != a.Name && len(words) > 0 {
			rows[i].also = m.Spelling
		}
	}
	if len(matches) > 0 && matches[0].Similar {
		p.say("no actor is spelt like that; the nearest:")
	}
	return rows
}

func actorJSON(d *events.Dataset, a *events.Actor, n int) any {
	type edge struct {
		Kind    string `json:"kind"`
		To      string `json:"to"`
		Name    string `json:"name"`
		Office  string `json:"office"`
		Event   string `json:"event"`
		Date    string `json:"date"`
		Source  string `json:"source"`
		Locator string `json:"locator"`
		Where   string `json:"where"`
		Note    string `json:"note"`
	}
	edges := make([]edge, len(a.Relations))
	for i, r := range a.Relations {
		edges[i] = edge{r.Kind.String(), r.To, d.ActorName(r.To), r.Office, r.Event, r.Date.String(), r.Cite.Source, r.Cite.At.String(), d.Where(r.Cite.Source, r.Cite.At), r.Note}
	}
	citations := make([]citationJSON, len(a.Citations))
	for i, c := range a.Citations {
		citations[i] = citationJSON{c.Source, c.At.String(), d.Where(c.Source, c.At)}
	}
	return struct {
		ID        string         `json:"id"`
		Name      string         `json:"name"`
		Short     string         `json:"short"`
		Kind      string         `json:"kind"`
		Events    int            `json:"events"`
		Profile   string         `json:"profile"`
		Uncertain string         `json:"uncertain"`
		Spellings []spellingJSON `json:"spellings"`
		Relations []edge         `json:"relations"`
		Citations []citationJSON `json:"citations"`
	}{a.ID, a.Name, a.Short, a.Kind.String(), n, a.Profile, a.Uncertain, spellingsJSON(a.Spellings), edges, citations}
}

// citationJSON is a place in a source as JSON holds it.
type citationJSON struct {
	Source  string `json:"source"`
	Locator string `json:"locator"`
	Where   string `json:"where"`
}
