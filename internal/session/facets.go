package session

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/events"
	"timeline/internal/query"
	"timeline/internal/sorting"
)

// Kind is a kind of filter whose values can be chosen from a list.
type Kind struct{ Key, Heading string }

// Kinds are the kinds of filter, in the order in which they are offered.
var Kinds = []Kind{{"is", "Marks"}, {"type", "Type"}, {"source", "Source"}, {"precision", "Precision of the date"}, {"place", "Place"}, {"actor", "Actor"}}

// Value is what can be chosen: a value of a kind, and how many events have it.
type Value struct {
	Key, Value, Label string
	Count             int
}

// under is the events that the counts of a kind are of: those that pass the other
// filters, or all filters where an event must have all values.
func (s *Session) under(key string) query.Query {
	q := s.Query
	for k := len(q.Terms) - 1; k >= 0 && !s.All; k-- {
		if q.Terms[k].Key == key {
			q = q.Without(k)
		}
	}
	return q
}

// Values are the values of a kind that some event has under the other filters, or
// that are chosen; the most frequent first, but marks and precisions in their own
// order.
func (s *Session) Values(key string) []Value {
	d, set := s.Data, query.Select(s.Data, s.under(key))
	var list []Value
	add := func(value, label string, count int) {
		if count > 0 || s.State(key, value) != Off {
			list = append(list, Value{key, value, label, count})
		}
	}
	switch key {
	case "is":
		for _, m := range []struct {
			value, label string
			flag         events.Flags
		}{
			{"disputed", "sources disagree", events.Disputed}, {"key", "key event", events.KeyEvent}, {"background", "background", events.BackgroundEvent},
			{"approximate", "date is approximate", events.Approximate}, {"uncertain", "date is uncertain", events.Uncertain},
		} {
			add(m.value, m.label, query.FlagCount(d, set, m.flag))
		}
		return list
	case "precision":
		for k, n := range query.PrecisionCounts(d, set) {
			name := query.PrecisionNames()[k]
			add(name, precisionLabel(name), n)
		}
		return list
	case "type":
		names := d.TypeNames()
		for k, n := range query.TypeCounts(d, set) {
			add(names[k], names[k], n)
		}
	case "source":
		for k, n := range query.SourceCounts(d, set) {
			add(d.Sources[k].ID, d.Sources[k].Label()+", "+d.Sources[k].Title, n)
		}
	case "place":
		for k, n := range query.PlaceCounts(d, set) {
			add(d.Places[k].ID, d.Places[k].Name, n)
		}
	case "actor":
		for k, n := range query.ActorCounts(d, set) {
			add(d.Actors[k].ID, d.Actors[k].Name, n)
		}
	}
	sorting.Records(list, func(a, b *Value) int { return b.Count - a.Count })
	return list
}

// precisionLabel is a precision of dates as an entry of a list.
func precisionLabel(name string) string {
	words := map[string]string{"span": "lasted over a time", "set": "one of several dates, or several", "open": "only one end of the date known"}
	return cmp.Or(words[name], "known to the "+name)
}

// ActorChoice is an actor that can be filtered by.
type ActorChoice struct {
	query.ActorMatch
	Value string // the id, with + if it is chosen with its members
	State State
	Count int // events under the other filters
}

// Wide tells whether the actor is chosen with its members.
func (a ActorChoice) Wide() bool { return strings.HasSuffix(a.Value, "+") }

// Actors are the actors that a name may mean, the best match first; for no name
// all of them, the most frequent first.
func (s *Session) Actors(typed string) []ActorChoice {
	under := s.under("actor")
	counts := query.ActorCounts(s.Data, query.Select(s.Data, under))
	matches := query.MatchActors(s.Data, typed)
	if strings.TrimSpace(typed) == "" {
		matches = s.actorsNamed("")
		sorting.Records(matches, func(a, b *query.ActorMatch) int { return counts[b.Actor] - counts[a.Actor] })
	}
	list := make([]ActorChoice, len(matches))
	for k, m := range matches {
		c := ActorChoice{ActorMatch: m, Value: s.Data.Actors[m.Actor].ID, Count: counts[m.Actor]}
		if wide := c.Value + "+"; s.State("actor", wide) != Off {
			c.Value = wide
		}
		if c.State = s.State("actor", c.Value); c.State == On && c.Wide() {
			wide := query.Term{Key: "actor", Values: []string{c.Value}}
			c.Count = query.Select(s.Data, under.With(wide)).Len()
		}
		list[k] = c
	}
	return list
}

// CanWiden tells whether a value can be chosen with what belongs to it: groups
// with their members and predecessors, persons with the groups that they led or
// belonged to, places with what lies in them.
func (s *Session) CanWiden(key, id string) bool {
	if key != "actor" {
		return key == "place"
	}
	a := s.Data.Actor(strings.TrimSuffix(id, "+"))
	switch {
	case a == nil:
		return false
	case a.Kind.String() == "person":
		return len(query.Group(s.Data, s.Data.ActorNumber(a.ID))) > 1
	}
	return slices.Contains([]string{"group", "brigade", "committee", "organisation", "people"}, a.Kind.String())
}

// Matches tells whether every word typed begins a word of text, which is prose, or
// is one of its signs.
func Matches(typed, text string) bool { return matches(typed, text, events.FoldProse) }

// MatchesName is Matches for a text of names.
func MatchesName(typed, text string) bool { return matches(typed, text, events.Fold) }

func matches(typed, text string, fold func(string) string) bool {
	folded := " " + fold(text)
	for w := range strings.FieldsSeq(typed) {
		f := fold(w)
		if f == "" && !strings.Contains(text, w) || f != "" && !strings.Contains(folded, " "+f) {
			return false
		}
	}
	return true
}
