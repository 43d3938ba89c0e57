package session

import (
	"timeline/internal/events"
	"timeline/internal/query"
)

// Way leads from an event to others: by a link, or to all that share something.
type Way struct {
	Tie   events.Tie // to one event, where Key is empty
	Key   string     // of the filter
	Value string
	Label string // of what they share: the actor's name, the type …
	Count int    // events that share it
}

// Ways lead from an event to others: its links and those of others to it, then the
// actors, places, sources and the type that it shares with others.
func (s *Session) Ways(i events.Index) []Way {
	var ways []Way
	for _, t := range s.Data.Ties(i) {
		ways = append(ways, Way{Tie: t})
	}
	only := func(key, value, label string) {
		ways = append(ways, Way{Key: key, Value: value, Label: label, Count: query.Select(s.Data, Only(key, value)).Len()})
	}
	d := s.Data
	for _, n := range d.ActorsOf.At(int(i)) {
		only("actor", d.Actors[n].ID, d.Actors[n].Name)
	}
	for _, n := range d.PlacesOf.At(int(i)) {
		only("place", d.Places[n].ID, d.Places[n].Name)
	}
	for _, n := range d.SourcesOf.At(int(i)) {
		only("source", d.Sources[n].ID, d.Sources[n].Label())
	}
	kind := d.Vocabulary()[d.Types[i]].Name
	only("type", kind, kind)
	return ways
}

// What may not be done here, and why: each is empty if it may be.

// NoEvent is why nothing can be done to an event.
func (s *Session) NoEvent() string {
	switch {
	case len(s.Shown) > 0:
		return ""
	case s.Data.Len() == 0:
		return "this dataset has no events"
	}
	return "no event is shown"
}

// NoFilter is why no filter can be taken off.
func (s *Session) NoFilter() string { return unless(!s.Query.Empty(), "no filter is on") }

// NoSearch is why there is no next match.
func (s *Session) NoSearch() string {
	return unless(len(s.Found.Words) > 0, "nothing has been searched for")
}

// NoBack is why there is no going back.
func (s *Session) NoBack() string { return unless(len(s.back) > 0, "there is nowhere to go back to") }

// NotCopied is why what was copied cannot be shown.
func (s *Session) NotCopied() string {
	return unless(s.Copied.Text != "", "nothing has been copied yet")
}

func unless(ok bool, why string) string {
	if ok {
		return ""
	}
	return why
}
