package plain

import (
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// actors lists everyone with how many events each has under the other filters,
// those chosen first, then by number; typing narrows by any spelling.
func (t *talk) actors(arg string) {
	counts := query.ActorCounts(t.data, t.under("actor"))
	var order []int
	notes := map[int]string{}
	if arg == "" {
		order = t.byCount(counts)
	} else {
		for k, m := range query.MatchActors(t.data, arg) {
			if k == 0 && m.Similar {
				t.say("No spelling begins with “%s”. Similar ones:", arg)
			}
			order = append(order, m.Actor)
			if m.Spelling != t.data.Actors[m.Actor].Name {
				notes[m.Actor] = ", also " + m.Spelling
			}
		}
	}
	if len(order) == 0 && arg == "" {
		t.say("No actor takes part in the events shown.")
		return
	}
	if len(order) == 0 {
		t.say("No actor has a name like “%s”.", arg)
		return
	}
	values := make([]facetValue, len(order))
	for k, n := range order {
		values[k] = facetValue{"actor", t.data.Actors[n].ID, t.data.Actors[n].Name, counts[n]}
	}
	t.offer(&list{
		n: len(order),
		label: func(k int) string {
			v := values[k]
			return v.label + notes[order[k]] + ", " + english.Count(v.count, "event", "events") + t.stateWords(v.key, v.value)
		},
		choose:  func(k int) { t.toggle("actor", values[k].value, false) },
		exclude: func(k int) { t.toggle("actor", values[k].value, true) },
		widen:   t.widener(values),
	})
}

// byCount is the actors with events, and those chosen, which come first.
func (t *talk) byCount(counts []int) []int {
	var order []int
	chosen := func(n int) bool { return t.stateWords("actor", t.data.Actors[n].ID) != "" }
	for n, count := range counts {
		if count > 0 || chosen(n) {
			order = append(order, n)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch ca, cb := chosen(a), chosen(b); {
		case ca && !cb:
			return -1
		case cb && !ca:
			return 1
		}
		return counts[b] - counts[a]
	})
	return order
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
	q := t.query
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
		if stateOf(q, key, value) == off || not {
			q = put(q, key, value, not, t.all)
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
	q, err := query.Parse(t.data, key+":"+quoted)
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
