package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// without is the query less all terms of the given key.
func without(q query.Query, key string) query.Query {
	for i := len(q.Terms) - 1; i >= 0; i-- {
		if q.Terms[i].Key == key {
			q = q.Without(i)
		}
	}
	return q
}

// chosen tells whether value of key is in the query, or excluded by it.
func chosen(q query.Query, key, value string) rune {
	for _, t := range q.Terms {
		if t.Key == key && slices.Contains(t.Values, value) {
			if t.Not {
				return '−'
			}
			return '✓'
		}
	}
	return ' '
}

// toggled puts value of key into the query, or takes it out. With all set each
// value is a term of its own, so that events must have them all; otherwise they
// share one term, of which any will do. not excludes instead.
func toggled(q query.Query, key, value string, not, all bool) query.Query {
	was := chosen(q, key, value)
	for i := len(q.Terms) - 1; i >= 0; i-- {
		t := q.Terms[i]
		if t.Key != key || !slices.Contains(t.Values, value) {
			continue
		}
		q = q.Without(i)
		if len(t.Values) > 1 {
			t.Values = slices.DeleteFunc(slices.Clone(t.Values), func(v string) bool { return v == value })
			q = q.With(t)
		}
	}
	if was == '✓' && !not || was == '−' && not {
		return q
	}
	if !not && !all {
		for i, t := range q.Terms {
			if t.Key == key && !t.Not {
				t.Values = append(slices.Clone(t.Values), value)
				return q.Without(i).With(t)
			}
		}
	}
	return q.With(query.Term{Key: key, Values: []string{value}, Not: not})
}

// pickerAnyAll turns the chosen values of the picker's keys from any-of into
// all-of, or back.
func (m Model) pickerAnyAll() Model {
	if m.picker.kind != pickActors && m.picker.kind != pickFacets {
		return m
	}
	p := m.picker
	p.all = !p.all
	p.used = true
	q := query.Query{}
	for _, t := range m.query.Terms {
		if t.Not || len(t.Values) == 0 || p.kind == pickActors && t.Key != "actor" || !slices.Contains(facetKeys, t.Key) {
			q = q.With(t)
			continue
		}
		for _, v := range t.Values {
			q = toggled(q, t.Key, v, false, p.all)
		}
	}
	m = m.filtered(q)
	m.picker = p
	return m.pickerChanged()
}

// facetKeys are the keys that pickers set.
var facetKeys = []string{"actor", "type", "place", "source", "precision", "is"}

func (m Model) chooser(key, value string, not bool) func(Model) (Model, tea.Cmd) {
	return func(m Model) (Model, tea.Cmd) {
		return m.withQuery(toggled(m.query, key, value, not, m.picker.all)), nil
	}
}

// actorRows lists the actors with how many events each has under the other
// filters. Typing narrows by any spelling, and the row names the one that
// matched.
func (m Model) actorRows(typed string) []pickRow {
	under := m.query
	if !m.picker.all {
		under = without(m.query, "actor")
	}
	counts := query.ActorCounts(m.data, query.Select(m.data, under))
	row := func(n int) pickRow {
		a := &m.data.Actors[n]
		value := a.ID
		r := pickRow{label: a.Name, count: english.Thousands(counts[n])}
		if chosen(m.query, "actor", a.ID+"+") != ' ' {
			value += "+"
			r.note = withMembers
		}
		r.chosen = chosen(m.query, "actor", value)
		if r.note != "" && r.chosen == '✓' {
			wide := query.Term{Key: "actor", Values: []string{value}}
			r.count = english.Thousands(len(query.Compile(m.data, under.With(wide)).Run()))
		}
		r.choose, r.exclude = m.chooser("actor", value, false), m.chooser("actor", value, true)
		if isGroup(a) {
			r.widen = m.widener(a.ID, value)
		}
		return r
	}
	if strings.TrimSpace(typed) == "" {
		return m.actorsByCount(counts, row)
	}
	var rows []pickRow
	similar := false
	for _, match := range query.MatchActors(m.data, typed) {
		r := row(match.Actor)
		switch {
		case match.Similar && !similar:
			similar = true
			rows = append(rows, pickRow{heading: true, label: "No spelling begins so. Similar:"})
			fallthrough
		default:
			if match.Spelling != r.label {
				if r.note != "" {
					r.note = " · " + r.note
				}
				r.note, r.inNote = match.Spelling+r.note, true
			}
			r.spans = match.Spans
		}
		rows = append(rows, r)
	}
	return rows
}

// withMembers is the note of a group that is chosen widely.
const withMembers = "with its members and predecessors"

// isGroup tells whether an actor can have members.
func isGroup(a *events.Actor) bool {
	switch a.Kind.String() {
	case "group", "brigade", "committee", "organisation", "people":
		return true
	}
	return false
}

// widener turns a group that is chosen as value into the group with its members
// and predecessors (id+), or back; what is not chosen yet is chosen widely.
func (m Model) widener(id, value string) func(Model) (Model, tea.Cmd) {
	return func(m Model) (Model, tea.Cmd) {
		q := m.query
		if chosen(q, "actor", value) == '✓' {
			q = toggled(q, "actor", value, false, m.picker.all)
		}
		if value == id {
			q = toggled(q, "actor", id+"+", false, m.picker.all)
		} else {
			q = toggled(q, "actor", id, false, m.picker.all)
		}
		return m.withQuery(q), nil
	}
}

// actorsByCount lists everyone, chosen ones first, then by number of events,
// under headings of their kind.
func (m Model) actorsByCount(counts []int, row func(int) pickRow) []pickRow {
	order := make([]int, len(m.data.Actors))
	for i := range order {
		order[i] = i
	}
	group := func(n int) int {
		a := &m.data.Actors[n]
		switch {
		case chosen(m.picker.opened, "actor", a.ID) != ' ' || chosen(m.picker.opened, "actor", a.ID+"+") != ' ':
			return 0
		case a.Kind.String() == "person":
			return 1
		case a.Kind.String() == "group" || a.Kind.String() == "brigade" || a.Kind.String() == "committee":
			return 2
		}
		return 3
	}
	slices.SortStableFunc(order, func(x, y int) int {
		if d := group(x) - group(y); d != 0 {
			return d
		}
		return counts[y] - counts[x]
	})
	heads := []string{"Chosen", "Persons", "Groups and brigades", "States, organisations, peoples"}
	var rows []pickRow
	last := -1
	for _, n := range order {
		if g := group(n); g != last {
			rows = append(rows, pickRow{heading: true, label: heads[g]})
			last = g
		}
		rows = append(rows, row(n))
	}
	return rows
}

// facet is one heading of the facet picker.
type facet struct {
	key, heading string
	values       []facetValue
}

type facetValue struct {
	value, label string
	count        int
}

// facetRows lists types, places, sources and the rest with their counts.
func (m Model) facetRows(typed string) []pickRow {
	folded := events.Fold(typed)
	var rows []pickRow
	for _, f := range m.facets() {
		first := true
		for _, v := range f.values {
			spans := events.FoldSpans(v.label, []string{folded})
			if folded != "" && len(spans) == 0 && !strings.Contains(" "+events.Fold(f.heading), " "+folded) {
				continue
			}
			picked := chosen(m.query, f.key, v.value)
			if v.count == 0 && picked == ' ' {
				continue
			}
			if first {
				rows = append(rows, pickRow{heading: true, label: f.heading})
				first = false
			}
			if folded == "" {
				spans = nil
			}
			rows = append(rows, pickRow{
				label: v.label, count: english.Thousands(v.count), chosen: picked, spans: spans,
				choose: m.chooser(f.key, v.value, false), exclude: m.chooser(f.key, v.value, true),
			})
		}
	}
	return rows
}

// facets counts the values of each facet under the other filters.
func (m Model) facets() []facet {
	under := func(key string) query.Set {
		if m.picker.all {
			return query.Select(m.data, m.query)
		}
		return query.Select(m.data, without(m.query, key))
	}
	var out []facet
	add := func(key, heading string, n int, value func(int) facetValue) {
		f := facet{key: key, heading: heading}
		for i := range n {
			f.values = append(f.values, value(i))
		}
		if key == "type" || key == "place" {
			slices.SortStableFunc(f.values, func(x, y facetValue) int { return y.count - x.count })
		}
		out = append(out, f)
	}
	is := under("is")
	flag := func(f events.Flags) int { return query.FlagCount(m.data, is, f) }
	marks := []facetValue{
		{"disputed", "sources disagree ≠", flag(events.Disputed)}, {"key", "key event", flag(events.KeyEvent)}, {"background", "background", flag(events.BackgroundEvent)},
		{"approximate", "date is approximate", flag(events.Approximate)}, {"uncertain", "date is uncertain", flag(events.Uncertain)},
	}
	add("is", "Marks", len(marks), func(i int) facetValue { return marks[i] })
	types, typeCounts := m.data.Vocabulary(), query.TypeCounts(m.data, under("type"))
	add("type", "Type", len(types), func(i int) facetValue {
		return facetValue{types[i].Name, types[i].Sign + " " + types[i].Name, typeCounts[i]}
	})
	sources := query.SourceCounts(m.data, under("source"))
	add("source", "Source", len(m.data.Sources), func(i int) facetValue {
		s := &m.data.Sources[i]
		return facetValue{s.ID, fmt.Sprintf("%s, %s", s.Label(), s.Title), sources[i]}
	})
	precisions := query.PrecisionCounts(m.data, under("precision"))
	names := query.PrecisionNames()
	add("precision", "Precision of the date", len(names), func(i int) facetValue { return facetValue{names[i], names[i], precisions[i]} })
	places := query.PlaceCounts(m.data, under("place"))
	add("place", "Place", len(m.data.Places), func(i int) facetValue {
		p := &m.data.Places[i]
		return facetValue{p.ID, p.Name, places[i]}
	})
	return out
}
