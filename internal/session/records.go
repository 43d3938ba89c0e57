package session

import (
	"strings"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/query"
)

// Record is an actor, a place or a source, as an entry of a list.
type Record struct {
	Key, ID string // of the query language
	Name    string
	Note    string // what tells it from others of the name: kind, country, title
	Also    string // the spelling by which it was found, if that is not the name
	Kind    string // what sort of actor, place or source it is
	Count   int    // events that have it, of all
	Shown   int    // and of those that pass the filters
	at      int    // its place in the dataset
}

// Records are the actors, places or sources (the key says which) that what is
// typed may mean; all of them for nothing typed. Actors are found by any spelling,
// the best match first, the very name alone.
func (s *Session) Records(key, typed string) []Record {
	d := s.Data
	var list []Record
	counts, shown := s.recordCounts(key)
	add := func(r Record, at int, names ...string) {
		if key == "actor" || MatchesName(typed, strings.Join(append(names, r.Name, r.ID, r.Note), " ")) {
			r.Key, r.at, r.Count, r.Shown = key, at, counts[at], shown[at]
			list = append(list, r)
		}
	}
	switch key {
	case "actor":
		for _, m := range s.actorsNamed(typed) {
			r := Record{ID: d.Actors[m.Actor].ID, Name: d.Actors[m.Actor].Name, Note: document.Kind(d.Actors[m.Actor].Kind.String())}
			if m.Spelling != r.Name {
				r.Also = m.Spelling
			}
			r.Kind = r.Note
			add(r, m.Actor)
		}
	case "place":
		for k := range d.Places {
			p := &d.Places[k]
			names := []string{p.Country}
			for _, spelling := range p.Spellings {
				names = append(names, spelling.As)
			}
			add(Record{ID: p.ID, Name: p.Name, Note: p.Country, Kind: document.Kind(p.Precision.String())}, k, names...)
		}
	case "source":
		for k := range d.Sources {
			src := &d.Sources[k]
			note := src.Title
			if note == src.Label() {
				note = "" // it has no author, and is called by its title
			}
			add(Record{ID: src.ID, Name: src.Label(), Note: note, Kind: document.Work(src.Kind)}, k, src.Byline(), src.Short, src.Container)
		}
	}
	return list
}

// tallies are how many events have each record of a kind, kept until the filters
// change: typing a name must not count a million events for each letter.
type tallies struct {
	filters    int
	all, shown []int
}

func (s *Session) recordCounts(key string) (all, shown []int) {
	of := map[string]func(*events.Dataset, query.Set) []int{"actor": query.ActorCounts, "place": query.PlaceCounts, "source": query.SourceCounts}[key]
	t := s.counted[key]
	if t.all == nil {
		t.all = of(s.Data, query.All(s.Data.Len()))
	}
	if t.filters != s.Filters {
		t.filters, t.shown = s.Filters, t.all
		if !s.Query.Empty() {
			t.shown = of(s.Data, query.Select(s.Data, s.Query))
		}
	}
	s.counted[key] = t
	return t.all, t.shown
}

func (s *Session) actorsNamed(typed string) []query.ActorMatch {
	if strings.TrimSpace(typed) == "" {
		var all []query.ActorMatch
		for n := range s.Data.Actors {
			all = append(all, query.ActorMatch{Actor: n, Spelling: s.Data.Actors[n].Name})
		}
		return all
	}
	found := query.MatchActors(s.Data, typed)
	if len(found) > 1 && found[0].Tier == query.TierExact && found[1].Tier != query.TierExact {
		found = found[:1]
	}
	return found
}

// Describe tells of a record.
func (s *Session) Describe(r Record) document.Document {
	switch r.Key {
	case "actor":
		return document.Actor(s.Data, &s.Data.Actors[r.at], r.Count)
	case "place":
		return document.Place(s.Data, &s.Data.Places[r.at], r.Count)
	}
	return document.Source(s.Data, &s.Data.Sources[r.at], r.Count)
}
