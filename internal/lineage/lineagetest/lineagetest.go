// Package lineagetest has a small invented dataset of groups for tests: splits, a
// new name, a junction, parts, allies and rivals, with dates of all kinds.
package lineagetest

import (
	"fmt"
	"slices"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Valley is the dataset. It panics if the vocabulary has lost a word that it uses.
func Valley() *events.Dataset {
	actors := []events.Actor{
		group("old-brotherhood", "Old Brotherhood"),
		group("valley-league", "League of the Valley", relation("successor-of", "old-brotherhood", "", "ferro-1950", 1)),
		group("river-company", "River Company",
			relation("split-from", "valley-league", "[..1933-04]", "ferro-1950", 2), relation("split-from", "valley-league", "1933-05", "lantern-1951", 3),
			relation("split-from", "valley-league", "", "marsh-1960", 4), relation("allied-with", "salt-party", "1934-02/1935-11", "ferro-1950", 5)),
		group("coast-union", "Coast Union", relation("successor-of", "river-company", "1936", "lantern-1951", 6)),
		group("hill-guard", "Hill Guard", relation("part-of", "valley-league", "", "ferro-1950", 7), relation("part-of", "salt-party", "1937?", "marsh-1960", 8),
			relation("part-of", "valley-league", "1935/..", "marsh-1960", 9)),
		group("salt-party", "Salt Party", relation("rival-of", "valley-league", "1935-06/1936-02", "lantern-1951", 10), relation("rival-of", "hill-guard", "", "ferro-1950", 11)),
		group("east-circle", "東の会", relation("split-from", "salt-party", "1939~", "marsh-1960", 12), relation("founded", "night-watch", "1940-01-05", "marsh-1960", 13)),
		group("night-watch", "Night Watch of the Eastern and the Western Passes"),
		{ID: "northland", Name: "Northland", Kind: events.ActorKind(number("state", func(n int) string { return events.ActorKind(n).String() })),
			Relations: []events.Relation{relation("allied-with", "valley-league", "1938", "lantern-1951", 16)}},
		{ID: "anna-berg", Name: "Anna Berg", Relations: []events.Relation{relation("leads", "river-company", "1934", "ferro-1950", 14), relation("founded", "coast-union", "1936", "ferro-1950", 15)}},
	}
	actors[1].Spellings = []events.Spelling{{As: "VL", Form: events.FormAcronym}}
	actors[7].Spellings = []events.Spelling{{As: "Night Watch", Form: events.FormAlias}}
	es := []events.Event{
		event("1931-league-founded", "The League is founded", "1931", "founding", "valley-league", "subject"),
		event("1933-05-company-splits", "The River Company splits off", "1933-05", "split", "river-company", "agent", "valley-league", "affected", "old-brotherhood", "reporter"),
		event("1933-06-company-seen", "The Company takes a bridge", "1933-06-02", "capture", "river-company", "perpetrator"),
		event("1936-union", "The Company becomes the Union", "1936-03", "founding", "coast-union", "subject", "river-company", "party"),
		event("1938-union-meets", "The Union meets", "1938-07", "meeting", "coast-union", "party", "valley-league", "party"),
		event("1935-paper", "A paper on the Guard", "1931-02", "publication", "hill-guard", "subject"),
		event("1934-guard", "The Guard is seen", "1934", "visit", "hill-guard", "agent"),
		event("1938-guard", "The Guard is seen again", "1938-02-03", "visit", "hill-guard", "agent"),
		event("1934-salt", "The Salt Party raises the toll", "1934-01", "policy", "salt-party", "agent"),
		event("1939-salt", "The Salt Party may have met", "1939~", "meeting", "salt-party", "agent"),
	}
	source := func(id, family string) events.Source {
		return events.Source{ID: id, Title: "On the Valley", Authors: []events.Author{{Given: "A.", Family: family}}}
	}
	return events.New(events.Meta{ID: "valley", Title: "The Valley", Short: "Valley", Period: edtf.MustParse("1930/1941")}, es, actors, nil,
		[]events.Source{source("ferro-1950", "Ferro"), source("lantern-1951", "Lantern"), source("marsh-1960", "Marsh")})
}

func group(id, name string, relations ...events.Relation) events.Actor {
	return events.Actor{ID: id, Name: name, Kind: events.ActorKind(number("group", func(n int) string { return events.ActorKind(n).String() })), Relations: relations}
}

func relation(kind, to, date, source string, paragraph uint16) events.Relation {
	r := events.Relation{Kind: events.RelationKind(number(kind, func(n int) string { return events.RelationKind(n).String() })), To: to,
		Cite: events.Citation{Source: source, At: events.Locator{Kind: 'p', Number: paragraph}}}
	if date != "" {
		r.Date = edtf.MustParse(date)
	}
	return r
}

// event has pairs of an actor and its part.
func event(id, title, date, kind string, parts ...string) events.Event {
	e := events.Event{ID: id, Title: title, Date: edtf.MustParse(date), Type: kind, Claims: []events.Claim{{Source: "ferro-1950", Date: edtf.MustParse(date)}}}
	for pair := range slices.Chunk(parts, 2) {
		e.Roles = append(e.Roles, events.Role{Actor: pair[0], As: events.Part(number(pair[1], func(n int) string { return events.Part(n).String() }))})
	}
	return e
}

// number is the value of a word of a vocabulary.
func number(word string, name func(int) string) int {
	for n := range 64 {
		if name(n) == word {
			return n
		}
	}
	panic(fmt.Sprintf("no such word: %q", word))
}
