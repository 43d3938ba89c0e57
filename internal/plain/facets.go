package plain

import (
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// facet is a kind of filter: what can be chosen, with how many events each has.
type facet struct {
	key, heading string
	values       []facetValue
}

type facetValue struct {
	key, value, label string
	count             int
}

// facetKeys are the keys whose values can be chosen from lists.
var facetKeys = []string{"is", "type", "source", "precision", "place", "actor"}

// facetKey is the key that a word stands for: "types" is type; "" for none.
func facetKey(word string) string {
	word = strings.TrimSuffix(strings.ToLower(word), "s")
	switch word {
	case "group", "person", "people":
		return "actor"
	case "mark", "i":
		return "is"
	}
	if slices.Contains(facetKeys, word) {
		return word
	}
	return ""
}

// without is the query less all terms of the given key.
func without(q query.Query, key string) query.Query {
	for k := len(q.Terms) - 1; k >= 0; k-- {
		if q.Terms[k].Key == key {
			q = q.Without(k)
		}
	}
	return q
}

// state of a value in a query.
type state uint8

const (
	off state = iota
	on
	excluded
)

// stateOf tells whether value of key is in the query, or excluded by it.
func stateOf(q query.Query, key, value string) state {
	for _, term := range q.Terms {
		if term.Key == key && slices.Contains(term.Values, value) {
			if term.Not {
				return excluded
			}
			return on
		}
	}
	return off
}

// taken is the query without that value of key.
func taken(q query.Query, key, value string) query.Query {
	for k := len(q.Terms) - 1; k >= 0; k-- {
		term := q.Terms[k]
		if term.Key != key || !slices.Contains(term.Values, value) {
			continue
		}
		if len(term.Values) == 1 {
			q = q.Without(k)
			continue
		}
		term.Values = slices.DeleteFunc(slices.Clone(term.Values), func(v string) bool { return v == value })
		q = q.Replace(k, term)
	}
	return q
}

// put is the query with that value of key. With all set each value is a term of
// its own, so that events must have them all; otherwise they share one term, of
// which any will do. not excludes instead.
func put(q query.Query, key, value string, not, all bool) query.Query {
	q = taken(q, key, value)
	if !not && !all {
		for k, term := range q.Terms {
			if term.Key == key && !term.Not {
				term.Values = append(slices.Clone(term.Values), value)
				return q.Replace(k, term)
			}
		}
	}
	return q.With(query.Term{Key: key, Values: []string{value}, Not: not})
}

// toggle puts a value into the filter, or takes it out if it is there.
func (t *talk) toggle(key, value string, not bool) {
	was := stateOf(t.query, key, value)
	if was == on && !not || was == excluded && not {
		t.filtered(taken(t.query, key, value))
		return
	}
	t.filtered(put(t.query, key, value, not, t.all))
}

// under is the events that a facet's counts are of: those under the other filters.
func (t *talk) under(key string) query.Set {
	if t.all {
		return t.set
	}
	return query.Select(t.data, without(t.query, key))
}

// facetOf counts the values of one facet under the other filters.
func (t *talk) facetOf(key string) facet {
	f := facet{key: key}
	under := t.under(key)
	add := func(value, label string, count int) {
		if count > 0 || stateOf(t.query, key, value) != off {
			f.values = append(f.values, facetValue{key, value, label, count})
		}
	}
	switch key {
	case "is":
		f.heading = "marks"
		add("disputed", "with a disagreement", query.FlagCount(t.data, under, events.Disputed))
		add("key", "key event", query.FlagCount(t.data, under, events.KeyEvent))
		add("background", "background", query.FlagCount(t.data, under, events.BackgroundEvent))
		add("approximate", "date is approximate", query.FlagCount(t.data, under, events.Approximate))
		add("uncertain", "date is uncertain", query.FlagCount(t.data, under, events.Uncertain))
	case "type":
		f.heading = "types"
		counts := query.TypeCounts(t.data, under)
		for k, name := range t.data.TypeNames() {
			add(name, name, counts[k])
		}
	case "source":
		f.heading = "sources"
		for k, n := range query.SourceCounts(t.data, under) {
			add(t.data.Sources[k].ID, t.data.Sources[k].Label()+", "+t.data.Sources[k].Title, n)
		}
	case "precision":
		f.heading = "precisions of the date"
		counts := query.PrecisionCounts(t.data, under)
		for k, name := range query.PrecisionNames() {
			add(name, precisionLabel(name), counts[k])
		}
	case "place":
		f.heading = "places"
		for k, n := range query.PlaceCounts(t.data, under) {
			add(t.data.Places[k].ID, t.data.Places[k].Name, n)
		}
	case "actor":
		f.heading = "actors"
		for k, n := range query.ActorCounts(t.data, under) {
			add(t.data.Actors[k].ID, t.data.Actors[k].Name, n)
		}
	}
	if key != "precision" && key != "is" {
		slices.SortStableFunc(f.values, func(a, b facetValue) int { return b.count - a.count })
	}
	return f
}

// kinds lists the kinds of filter that have something to choose.
func (t *talk) kinds() {
	var keys, labels []string
	for _, key := range facetKeys {
		if f := t.facetOf(key); len(f.values) > 0 {
			keys = append(keys, key)
			labels = append(labels, f.heading+", "+english.Count(len(f.values), "value", "values"))
		}
	}
	if len(keys) == 0 {
		t.say("There is nothing to filter by.")
		return
	}
	t.say("What to filter by:")
	t.offer(&list{n: len(keys), label: func(k int) string { return labels[k] }, choose: func(k int) { t.facets(keys[k]) }})
}

// precisionLabel is a precision of dates as an entry of a list.
func precisionLabel(name string) string {
	switch name {
	case "span":
		return "lasted over a time"
	case "set":
		return "one of several dates, or several"
	case "open":
		return "only one end of the date known"
	}
	return "known to the " + name
}

// facets lists the kinds of filter, the values of one kind, or the values of any
// kind that a word begins.
func (t *talk) facets(arg string) {
	if arg == "" {
		t.kinds()
		return
	}
	var values []facetValue
	if key := facetKey(arg); key == "actor" {
		t.actors("")
		return
	} else if key != "" {
		values = t.facetOf(key).values
	} else {
		for _, key := range facetKeys {
			f := t.facetOf(key)
			for _, v := range f.values {
				if matches(arg, v.label+" "+f.heading) {
					values = append(values, v)
				}
			}
		}
	}
	if len(values) == 0 {
		t.say("There is nothing to filter by that begins with “%s”.", arg)
		return
	}
	t.offer(&list{
		n: len(values),
		label: func(k int) string {
			v := values[k]
			return v.label + ", " + english.Count(v.count, "event", "events") + t.stateWords(v.key, v.value)
		},
		choose:  func(k int) { t.toggle(values[k].key, values[k].value, false) },
		exclude: func(k int) { t.toggle(values[k].key, values[k].value, true) },
		widen:   t.widener(values),
	})
}

func (t *talk) stateWords(key, value string) string {
	switch {
	case stateOf(t.query, key, value) == on:
		return ", chosen"
	case stateOf(t.query, key, value+"+") == on:
		return ", chosen with its members"
	case stateOf(t.query, key, value) == excluded || stateOf(t.query, key, value+"+") == excluded:
		return ", excluded"
	}
	return ""
}

// widener chooses an actor or place of a list with what belongs to it.
func (t *talk) widener(values []facetValue) func(int) {
	return func(k int) {
		v := values[k]
		if v.key != "actor" && v.key != "place" {
			t.say("Only actors and places have something that belongs to them.")
			return
		}
		t.filtered(put(taken(t.query, v.key, v.value), v.key, v.value+"+", false, t.all))
	}
}

// anyOrAll makes several filters of one kind mean all of them, or any of them,
// also those that are on.
func (t *talk) anyOrAll(all bool) {
	t.all = all
	q := query.Query{}
	for _, term := range t.query.Terms {
		if term.Not || !slices.Contains(facetKeys, term.Key) {
			q = q.With(term)
			continue
		}
		for _, v := range term.Values {
			q = put(q, term.Key, v, false, all)
		}
	}
	if all {
		t.say("Of several filters of one kind, an event must have all.")
	} else {
		t.say("Of several filters of one kind, an event must have any.")
	}
	if !q.Equal(t.query) {
		t.filtered(q)
	}
}
