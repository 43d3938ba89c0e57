package session

import (
	"slices"

	"timeline/internal/query"
)

// apply shows the events that q matches. The current event stays so if it passes,
// otherwise the nearest after it becomes so. The search goes on among them.
func (s *Session) apply(q query.Query) {
	had, ok := s.Current()
	s.Query, s.Shown = q, query.Select(s.Data, q).Indexes()
	s.Pos, s.Source = 0, -1
	s.Filters++
	s.Found.place(s)
	if ok {
		s.Select(had)
	}
}

// Filter makes q the filters.
func (s *Session) Filter(q query.Query) {
	s.remember()
	s.apply(q)
}

// Only is the query for one value of a key.
func Only(key, value string) query.Query {
	return query.Query{}.With(query.Term{Key: key, Values: []string{value}})
}

// ClearLast takes the filter off that was set last and returns it; false if none
// is on. A filter keeps its place when another value is added to it or taken out
// of it, so that those set after it stay the later ones.
func (s *Session) ClearLast() (query.Term, bool) {
	n := len(s.Query.Terms)
	if n == 0 {
		return query.Term{}, false
	}
	t := s.Query.Terms[n-1]
	s.Filter(s.Query.Without(n - 1))
	return t, true
}

// State of a value in the filters.
type State uint8

// The states.
const (
	Off State = iota
	On
	Excluded
)

// State tells whether value of key is among the filters, or excluded by them.
func (s *Session) State(key, value string) State {
	for _, t := range s.Query.Terms {
		if t.Key == key && slices.Contains(t.Values, value) {
			if t.Not {
				return Excluded
			}
			return On
		}
	}
	return Off
}

// taken is the query without that value of key.
func taken(q query.Query, key, value string) query.Query {
	for k := len(q.Terms) - 1; k >= 0; k-- {
		t := q.Terms[k]
		if t.Key != key || !slices.Contains(t.Values, value) {
			continue
		}
		if len(t.Values) == 1 {
			q = q.Without(k)
			continue
		}
		t.Values = slices.DeleteFunc(slices.Clone(t.Values), func(v string) bool { return v == value })
		q = q.Replace(k, t)
	}
	return q
}

// With is the filters and that value of key. With All set each value is a term of
// its own, so that events must have them all; otherwise they share the term that
// was first set, of which any will do. not excludes instead.
func (s *Session) With(q query.Query, key, value string, not bool) query.Query {
	q = taken(q, key, value)
	if !not && !s.All {
		for k, t := range q.Terms {
			if t.Key == key && !t.Not {
				t.Values = append(slices.Clone(t.Values), value)
				return q.Replace(k, t)
			}
		}
	}
	return q.With(query.Term{Key: key, Values: []string{value}, Not: not})
}

// Toggle puts a value into the filters, or takes it out if it is there.
func (s *Session) Toggle(key, value string, not bool) {
	if was := s.State(key, value); was == On && !not || was == Excluded && not {
		s.Filter(taken(s.Query, key, value))
		return
	}
	s.Filter(s.With(s.Query, key, value, not))
}

// Widen chooses a group or place with what belongs to it (on), or alone.
func (s *Session) Widen(key, id string, on bool) {
	value := id
	if on {
		value += "+"
	}
	s.Filter(s.With(taken(taken(s.Query, key, id), key, id+"+"), key, value, false))
}

// AnyOrAll makes several filters of one kind mean all of them, or any, also those
// that are on; it tells whether that changed them.
func (s *Session) AnyOrAll(all bool) (changed bool) {
	s.All = all
	q := query.Query{}
	for _, t := range s.Query.Terms {
		if t.Not || !slices.ContainsFunc(Kinds, func(k Kind) bool { return k.Key == t.Key }) {
			q = q.With(t)
			continue
		}
		for _, v := range t.Values {
			q = s.With(q, t.Key, v, false)
		}
	}
	if changed = !q.Equal(s.Query); changed {
		s.Filter(q)
	}
	return changed
}
