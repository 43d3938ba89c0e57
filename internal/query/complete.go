package query

import (
	"slices"
	"strings"

	"timeline/internal/events"
)

// maxCompletions bounds what Complete returns.
const maxCompletions = 60

// TokenAt returns the bytes of the term that a completion at the cursor replaces:
// from its beginning to the cursor. Quotation marks hold spaces.
func TokenAt(input string, cursor int) (start, end int) {
	cursor = min(max(cursor, 0), len(input))
	tokens, _ := lex(input[:cursor])
	if n := len(tokens); n > 0 {
		if t := tokens[n-1]; t.end == cursor {
			return t.at, cursor
		}
	}
	return cursor, cursor
}

// Complete returns the terms that what stands before the cursor can become, each
// to replace the bytes that TokenAt names: keys, ids of actors, places, sources
// and events, and the words of the closed vocabularies. Names are found by any
// spelling. It returns none for words and dates.
func Complete(d *events.Dataset, input string, cursor int) []string {
	start, end := TokenAt(input, cursor)
	typed := input[start:end]
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
	p := parser{d: d}
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
	case KeyPlace:
		ids, _ := p.recordIDs("place")
		return recordsLike(ids, placeNames(d), typed)
	case KeySource:
		ids, _ := p.recordIDs("source")
		return recordsLike(ids, sourceNames(d), typed)
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

func recordsLike(ids []string, names []name, typed string) []string {
	w := newWanted(typed, false)
	recs := recordsOf(names, func(n *name) bool { return w.folded == "" || w.in(n) >= 0 })
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
