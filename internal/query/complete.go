package query

import (
	"slices"
	"strings"

	"timeline/internal/events"
)

// maxCompletions bounds what Complete returns.
const maxCompletions = 60

// Complete returns the terms that the last term of an input can become, or all keys
// behind a space: keys, ids of actors, places, sources and events, and the words of the
// closed vocabularies. Names are found by any spelling. It returns none for words and
// dates.
func Complete(d *events.Dataset, input string) []string {
	typed := ""
	if tokens, _ := lex(input); len(tokens) > 0 {
		if last := tokens[len(tokens)-1]; last.end == len(input) {
			typed = input[last.at:]
		}
	}
	body, not := strings.CutPrefix(typed, "-")
	lead := typed[:len(typed)-len(body)]
	n := keyLength(body)
	if n == 0 {
		if not && body == "" || body != "" && body[0] == '"' {
			return nil
		}
		return withLead(lead, keysLike(strings.ToLower(body)))
	}
	key, _, ok := parseKey(body[:n])
	if !ok {
		return nil
	}
	tokens, _ := lex(body)
	values := tokens[len(tokens)-1].values
	last := values[len(values)-1]
	lead += body[:last.at]
	have := make([]string, 0, len(values))
	for _, v := range values[:len(values)-1] {
		have = append(have, v.s)
	}
	found := slices.DeleteFunc(valuesLike(d, key, last.s), func(v string) bool { return slices.Contains(have, v) })
	return withLead(lead, found)
}

func withLead(lead string, list []string) []string {
	list = list[:min(len(list), maxCompletions)]
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = lead + s
	}
	return out
}

func keysLike(typed string) []string {
	var found []string
	for _, k := range keyNames() {
		if strings.HasPrefix(k, typed) && (typed != "" || !strings.HasPrefix(k, certainly)) {
			found = append(found, k+":")
		}
	}
	return found
}

// valuesLike returns the values of a key that begin as typed; of names, those
// with a spelling that does.
func valuesLike(d *events.Dataset, key, typed string) []string {
	switch key {
	case KeyActor:
		var ids []string
		for _, m := range MatchActors(d, typed) {
			if !m.Similar {
				ids = append(ids, d.Actors[m.Actor].ID)
			}
		}
		for i := range d.Actors {
			if id := d.Actors[i].ID; strings.HasPrefix(id, strings.ToLower(typed)) && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		return ids
	case KeyPlace, KeySource:
		return recordsLike(d, key, typed)
	case KeyTag:
		return begins(d.Tags, typed)
	case KeyType:
		return begins(d.TypeNames(), typed)
	case KeyPrecision:
		return begins(PrecisionNames(), typed)
	case KeyIs:
		return begins(propertyNames(), typed)
	case KeyHas:
		return begins(partNames(), typed)
	case KeyBasis:
		return begins(events.Bases(), typed)
	}
	return eventsLike(d, key, typed)
}

// eventsLike completes an event's id, after the distance for the key within.
func eventsLike(d *events.Dataset, key, typed string) []string {
	lead := ""
	if key == KeyWithin {
		at := strings.IndexByte(typed, '@')
		if at < 0 {
			return nil
		}
		lead, typed = typed[:at+1], typed[at+1:]
	}
	if typed == "" && key != KeyDuring && key != KeyID {
		return nil // a date is as likely
	}
	var ids []string
	for _, i := range d.WithPrefix(strings.ToLower(typed)) {
		ids = append(ids, d.IDs.At(int(i)))
	}
	return withLead(lead, ids)
}

func recordsLike(d *events.Dataset, key, typed string) []string {
	w := newWanted(typed, false)
	names, ids, _ := recordsOf(d, key)
	recs := bearing(names, func(n *name) bool { return w.folded == "" || w.in(n) >= 0 })
	var found []string
	for i, id := range ids {
		if slices.Contains(recs, i) || strings.HasPrefix(id, strings.ToLower(typed)) {
			found = append(found, id)
		}
	}
	return found
}

func begins(words []string, typed string) []string {
	var found []string
	for _, w := range words {
		if strings.HasPrefix(w, strings.ToLower(typed)) {
			found = append(found, w)
		}
	}
	return found
}
