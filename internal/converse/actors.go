package converse

import (
	"strings"

	"timeline/internal/events"
	"timeline/internal/query"
	"timeline/internal/session"
	"timeline/internal/sorting"
)

// actors lists everyone with how many events each has under the other filters,
// those chosen first, then by number; typing narrows by any spelling.
func (t *talk) actors(arg string) {
	var values []session.Value
	list := t.Actors(arg)
	if arg == "" {
		sorting.Records(list, func(a, b *session.ActorChoice) int { return min(int(b.State), 1) - min(int(a.State), 1) })
	}
	for _, a := range list {
		if arg == "" && a.Count == 0 && a.State == session.Off {
			continue
		}
		if a.Similar && len(values) == 0 {
			t.say("No spelling begins with “%s”. Similar ones:", arg)
		}
		who := &t.Data.Actors[a.Actor]
		label := who.Name
		if a.Spelling != who.Name {
			label += ", also " + a.Spelling
		}
		values = append(values, session.Value{Key: "actor", Value: who.ID, Label: label, Count: a.Count})
	}
	switch {
	case len(values) > 0:
		t.offerValues(values)
	case arg == "":
		t.say("No actor takes part in the events shown.")
	default:
		t.say("No actor has a name like “%s”.", arg)
	}
}

// filterBy filters by what is named: "actor droukdel", "actor not droukdel",
// "group aqim with members", "type letter, message".
func (t *talk) filterBy(arg string, not bool) {
	word, rest, _ := strings.Cut(arg, " ")
	key := facetKey(word)
	switch {
	case key == "" && keyed(arg):
		t.addQuery(arg)
		return
	case key == "" && arg != "":
		t.say("Say what kind of filter it is: filter by actor, type, place, source, precision or mark.")
		return
	case rest == "":
		t.facets(word)
		return
	}
	if s, ok := strings.CutPrefix(rest, "not "); ok {
		rest, not = s, true
	}
	name, wide := strings.CutSuffix(rest, " with members")
	if name2, ok := strings.CutSuffix(rest, " with its members"); ok {
		name, wide = name2, true
	}
	q := t.Query
	for part := range strings.SplitSeq(name, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		value, ok := t.named(key, part)
		if !ok {
			return
		}
		if wide && (key == "actor" || key == "place") {
			value += "+"
		}
		if t.State(key, value) == session.Off || not {
			q = t.With(q, key, value, not)
		}
	}
	t.filtered(q)
}

// named is the value of key that a name stands for. If it is none, or more than
// one, that is said, and what it may be is offered.
func (t *talk) named(key, name string) (value string, ok bool) {
	quoted := `"` + strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"“”„«»", r) {
			return ' '
		}
		return r
	}, name) + `"`
	q, err := query.Parse(t.Data, key+":"+quoted)
	if err == nil && len(q.Terms) == 1 && len(q.Terms[0].Values) == 1 {
		return q.Terms[0].Values[0], true
	}
	if err != nil {
		t.say("%s", sentence(err.Error()))
	} else {
		t.say("No %s is called “%s”.", key, name)
	}
	if key == "actor" && events.Fold(name) != "" {
		t.actors(name)
	}
	return "", false
}

// exclude hides the events of a number of the list, or of what is named; in the
// list of bookmarks it removes one.
func (t *talk) exclude(arg string) {
	if _, ok := number(arg); ok || arg == "" {
		t.pick(arg, "exclude", func(l *list) func(int) { return l.exclude })
		return
	}
	t.filterBy(arg, true)
}

// withMembers filters by a group of the list with its members.
func (t *talk) withMembers(arg string) {
	t.pick(arg, "with members", func(l *list) func(int) { return l.widen })
}
