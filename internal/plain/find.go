package plain

import (
	"sort"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// found is a search: what was typed and the events, in order, that have it.
type found struct {
	typed string
	set   query.Set // among all events
	at    []int     // places in shown
}

// filter shows the events that q matches. The current event stays current if it
// passes, otherwise the nearest after it becomes so. Nothing is said.
func (t *talk) filter(q query.Query) {
	had, ok := t.current()
	t.query = q
	t.set = query.Select(t.data, q)
	t.shown = t.set.Indexes()
	t.pos = 0
	t.heard = false
	t.place()
	if ok {
		t.selectNear(had)
	}
}

// place finds the places of the search's matches among the shown events.
func (t *talk) place() {
	t.found.at = nil
	if t.found.typed == "" {
		return
	}
	for p, i := range t.shown {
		if t.found.set.Has(i) {
			t.found.at = append(t.found.at, p)
		}
	}
}

// filtered filters by q and says what is left.
func (t *talk) filtered(q query.Query) {
	t.remember()
	t.filter(q)
	t.sayFilters()
	t.tell()
}

// sayFilters says which filters are on and how many events pass them.
func (t *talk) sayFilters() {
	if t.query.Empty() {
		t.say("No filter is on: all %s are shown.", english.Count(len(t.shown), "event", "events"))
		return
	}
	labels := make([]string, len(t.query.Terms))
	for k, term := range t.query.Terms {
		labels[k] = undashed(term.Label(t.data))
	}
	verb := "pass"
	if len(t.shown) == 1 {
		verb = "passes"
	}
	if len(labels) == 1 {
		t.say("The filter is: %s.", labels[0])
	} else {
		t.say("The filters are: %s.", strings.Join(labels, "; "))
	}
	if len(t.shown) == 0 {
		return
	}
	t.say("%s of %s %s.", english.Count(len(t.shown), "event", "events"), english.Thousands(t.data.Len()), verb)
	if t.query.HasTime() {
		t.sayCertainty()
	}
}

// sayCertainty says how many of the shown events match the filters' dates only
// possibly. It looks at datasets of ordinary size only.
func (t *talk) sayCertainty() {
	const most = 20_000
	if len(t.shown) > most {
		return
	}
	judge, possibly := query.NewJudge(t.data, t.query), 0
	for _, i := range t.shown {
		if judge.Degree(i) == query.Possibly {
			possibly++
		}
	}
	if possibly > 0 {
		t.say("Of them %s only possibly: the date is not exact enough to tell.", english.Thousands(possibly))
	}
}

// setQuery makes a typed query the filter, or reads out the present one.
func (t *talk) setQuery(arg string) {
	if arg == "" {
		t.sayFilters()
		if !t.query.Empty() {
			t.say("As a query that is: %s", t.query.String())
		}
		t.say("The command query and a new one replaces it, as in: query type:letter from:2012.")
		return
	}
	if q, ok := t.parsed(arg); ok {
		t.filtered(q)
	}
}

// addQuery adds the terms of a typed query to the filter.
func (t *talk) addQuery(arg string) {
	if arg == "" {
		t.facets("")
		return
	}
	add, ok := t.parsed(arg)
	if !ok {
		return
	}
	q := t.query
	for _, term := range add.Terms {
		q = q.With(term)
	}
	t.filtered(q)
}

// parsed reads a query, or says what is wrong with it.
func (t *talk) parsed(typed string) (query.Query, bool) {
	q, err := query.Parse(t.data, typed)
	if err != nil {
		t.say("%s", sentence(err.Error()))
		t.say("The filters are as they were.")
		return q, false
	}
	return q, true
}

// keyed tells whether a line has a term with a key of the query language.
func keyed(line string) bool {
	for w := range strings.FieldsSeq(line) {
		key, value, ok := strings.Cut(strings.TrimLeft(w, "-"), ":")
		if !ok || value == "" {
			continue
		}
		key = strings.TrimPrefix(strings.ToLower(key), "certainly-")
		for _, k := range query.Keys() {
			if k.Key == key {
				return true
			}
		}
	}
	return false
}

// clearLast takes the last filter off.
func (t *talk) clearLast(arg string) {
	n := len(t.query.Terms)
	switch {
	case strings.EqualFold(arg, "all"):
		t.clearAll()
	case n == 0:
		t.say("No filter is on.")
	default:
		label := t.query.Terms[n-1].Label(t.data)
		t.remember()
		t.filter(t.query.Without(n - 1))
		t.say("Off: %s.", label)
		t.sayFilters()
		t.tell()
	}
}

func (t *talk) clearAll() {
	if t.query.Empty() {
		t.say("No filter is on.")
		return
	}
	t.filtered(query.Query{})
}

// search looks for words in the shown events and goes to the first match from the
// current event on.
func (t *talk) search(arg string) {
	if arg == "" {
		t.say("Say what to look for, as in: search ransom.")
		return
	}
	words := query.Literal(arg)
	if words.Empty() {
		t.say("There is no word in “%s” to look for.", arg)
		return
	}
	t.found = found{typed: arg, set: query.Select(t.data, words)}
	t.place()
	n := len(t.found.at)
	if n == 0 {
		t.say("“%s” is nowhere among the %s shown.", arg, english.Count(len(t.shown), "event", "events"))
		if hidden := t.found.set.Len(); hidden > 0 {
			t.say("The filters hide %s that have it.", english.Count(hidden, "event", "events"))
		}
		return
	}
	k := sort.SearchInts(t.found.at, t.pos) % n
	t.remember()
	t.moveTo(t.found.at[k])
	t.sayMatch(k, "")
}

func (t *talk) sayMatch(k int, around string) {
	t.say("“%s”: match %s of %s%s.", t.found.typed, english.Thousands(k+1), english.Thousands(len(t.found.at)), around)
	t.tell()
}

// toMatch goes to the next (1) or previous (-1) match, around the ends.
func (t *talk) toMatch(step int) {
	n := len(t.found.at)
	switch {
	case t.found.typed == "":
		t.say("Nothing has been searched for: the command search and a word looks for it.")
		return
	case n == 0:
		t.say("“%s” is nowhere among the %s shown.", t.found.typed, english.Count(len(t.shown), "event", "events"))
		return
	}
	k, around := sort.SearchInts(t.found.at, t.pos), ""
	if step < 0 {
		k--
	} else if k < n && t.found.at[k] == t.pos {
		k++
	}
	switch {
	case k < 0:
		k, around = n-1, ", from the end again"
	case k >= n:
		k, around = 0, ", from the beginning again"
	}
	t.moveTo(t.found.at[k])
	t.sayMatch(k, around)
}

// close undoes one step: leaves an article, a list, a search.
func (t *talk) close() {
	switch {
	case t.reading:
		t.reading, t.more = false, nil
		t.say("The article is closed.")
		t.tell()
	case t.list != nil:
		t.list, t.more = nil, nil
		t.say("The list is closed.")
	case t.found.typed != "":
		t.say("“%s” is no longer searched for.", t.found.typed)
		t.found = found{}
	default:
		t.say("There is nothing to close; quit leaves the program.")
	}
}

// matches tells whether every word typed begins a word of text.
func matches(typed, text string) bool {
	folded := " " + events.Fold(text)
	for w := range strings.FieldsSeq(typed) {
		if f := events.Fold(w); f != "" && !strings.Contains(folded, " "+f) {
			return false
		}
	}
	return true
}
