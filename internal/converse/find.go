package converse

import (
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/query"
)

// filtered filters by q and says what is left.
func (t *talk) filtered(q query.Query) {
	t.Filter(q)
	t.sayLeft()
}

// sayLeft says what the filters leave.
func (t *talk) sayLeft() {
	t.sayFilters()
	t.tell()
}

// sayFilters says which filters are on and how many events pass them.
func (t *talk) sayFilters() {
	if t.Query.Empty() {
		t.say("No filter is on: all %s are shown.", english.Count(len(t.Shown), "event", "events"))
		return
	}
	labels := make([]string, len(t.Query.Terms))
	for k, term := range t.Query.Terms {
		labels[k] = undashed(term.Label(t.Data))
	}
	verb := "pass"
	if len(t.Shown) == 1 {
		verb = "passes"
	}
	is := "The filters are"
	if len(labels) == 1 {
		is = "The filter is"
	}
	t.say("%s: %s.", is, strings.Join(labels, "; "))
	if len(t.Shown) == 0 {
		return
	}
	t.say("%s of %s %s.", english.Count(len(t.Shown), "event", "events"), english.Thousands(t.Data.Len()), verb)
	if t.Query.HasTime() {
		t.sayCertainty()
	}
}

// sayCertainty says how many of the shown events match the filters' dates only
// possibly. It looks at datasets of ordinary size only.
func (t *talk) sayCertainty() {
	const most = 20_000
	if len(t.Shown) > most {
		return
	}
	judge, possibly := query.NewJudge(t.Data, t.Query), 0
	for _, i := range t.Shown {
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
		if !t.Query.Empty() {
			t.say("As a query that is: %s", t.Query.String())
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
	q := t.Query
	for _, term := range add.Terms {
		q = q.With(term)
	}
	t.filtered(q)
}

// parsed reads a query, or says what is wrong with it.
func (t *talk) parsed(typed string) (query.Query, bool) {
	q, err := query.Parse(t.Data, typed)
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
		if slices.ContainsFunc(query.Keys(), func(k query.KeyHelp) bool { return k.Key == key }) {
			return true
		}
	}
	return false
}

// clearLast takes the last filter off.
func (t *talk) clearLast(arg string) {
	switch {
	case t.NoFilter() != "":
		t.say("%s", sentence(t.NoFilter()))
	case strings.EqualFold(arg, "all"):
		t.filtered(query.Query{})
	default:
		term, _ := t.ClearLast()
		t.say("Off: %s.", term.Label(t.Data))
		t.sayLeft()
	}
}

// search looks for words in the shown events and goes to the first match from the
// current event on.
func (t *talk) search(arg string) {
	if arg == "" {
		t.say("Say what to look for, as in: search ransom.")
		return
	}
	t.BeginSearch()
	look := t.Search(arg)
	if look == nil {
		t.EndSearch(false)
		t.say("There is no word in “%s” to look for.", arg)
		return
	}
	found, _ := look()
	t.Answer(found)
	t.EndSearch(true)
	t.sayMatch("", len(found.At) > 0)
}

// sayMatch says where among the matches the reader is, or that there is none.
func (t *talk) sayMatch(around string, ok bool) {
	if !ok {
		if look := t.LookUp(t.Found.Typed); look != nil {
			t.Looked(look())
		}
		nowhere, hidden := t.Nowhere()
		t.say("%s", nowhere)
		t.say("%s", hidden)
		return
	}
	t.say("“%s”: %s%s.", t.Found.Typed, t.Match(), around)
	t.tell()
}

// toMatch goes to the next (1) or previous (-1) match, around the ends.
func (t *talk) toMatch(step int) {
	if why := t.NoSearch(); why != "" {
		t.say("%s: the command search and a word looks for it.", english.Capital(why))
		return
	}
	t.sayMatch(t.ToMatch(step))
}

// close undoes one step: leaves an article, a list, a search.
func (t *talk) close() {
	switch {
	case t.reading():
		t.article, t.more = -1, nil
		t.say("The article is closed.")
		t.tell()
	case t.list != nil:
		t.list, t.more = nil, nil
		t.say("The list is closed.")
	case t.NoSearch() == "":
		t.say("“%s” is no longer searched for.", t.Found.Typed)
		t.Forget()
	default:
		t.say("There is nothing to close; quit leaves the program.")
	}
}
