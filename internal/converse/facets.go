package converse

import (
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/session"
)

// facetKey is the key that a word stands for: "types" is type; "" for none.
func facetKey(word string) string {
	word = strings.TrimSuffix(strings.ToLower(word), "s")
	switch word {
	case "group", "person", "people":
		return "actor"
	case "mark", "i":
		return "is"
	}
	if slices.ContainsFunc(session.Kinds, func(k session.Kind) bool { return k.Key == word }) {
		return word
	}
	return ""
}

// kinds lists the kinds of filter that have something to choose.
func (t *talk) kinds() {
	var keys, labels []string
	for _, kind := range session.Kinds {
		if n := len(t.Values(kind.Key)); n > 0 {
			keys = append(keys, kind.Key)
			labels = append(labels, kind.Heading+", "+english.Count(n, "value", "values"))
		}
	}
	if len(keys) == 0 {
		t.say("There is nothing to filter by.")
		return
	}
	t.say("What to filter by:")
	t.offer(&list{n: len(keys), label: func(k int) string { return labels[k] }, choose: func(k int) { t.facets(keys[k]) }})
}

// facets lists the kinds of filter, the values of one kind, or the values of any
// kind that a word begins.
func (t *talk) facets(arg string) {
	if arg == "" {
		t.kinds()
		return
	}
	var values []session.Value
	key := facetKey(arg)
	for _, kind := range session.Kinds {
		for _, v := range t.Values(kind.Key) {
			if kind.Key == key || key == "" && session.MatchesName(arg, v.Label+" "+kind.Heading) {
				values = append(values, v)
			}
		}
	}
	if len(values) == 0 {
		t.say("There is nothing to filter by that begins with “%s”.", arg)
		return
	}
	t.offerValues(values)
}

// offerValues offers values to choose, to exclude, and to choose with what belongs
// to them.
func (t *talk) offerValues(values []session.Value) {
	toggle := func(not bool) func(int) {
		return func(k int) {
			t.Toggle(values[k].Key, values[k].Value, not)
			t.sayLeft()
		}
	}
	t.offer(&list{
		n: len(values),
		label: func(k int) string {
			v := values[k]
			return v.Label + ", " + english.Count(v.Count, "event", "events") + t.stateWords(v.Key, v.Value)
		},
		choose: toggle(false), exclude: toggle(true),
		widen: func(k int) {
			if v := values[k]; t.CanWiden(v.Key, v.Value) {
				t.Widen(v.Key, v.Value, true)
				t.sayLeft()
			} else {
				t.say("Only groups and places have something that belongs to them.")
			}
		},
	})
}

func (t *talk) stateWords(key, value string) string {
	switch narrow, wide := t.State(key, value), t.State(key, value+"+"); {
	case narrow == session.On:
		return ", chosen"
	case wide == session.On:
		return ", chosen with its members"
	case narrow == session.Excluded || wide == session.Excluded:
		return ", excluded"
	}
	return ""
}

// anyOrAll makes several filters of one kind mean all of them, or any of them.
func (t *talk) anyOrAll(all bool) {
	changed := t.AnyOrAll(all)
	t.say("Of several filters of one kind, an event must have %s.", map[bool]string{true: "all", false: "any"}[all])
	if changed {
		t.sayLeft()
	}
}
