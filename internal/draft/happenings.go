package draft

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"timeline/internal/events"
	"timeline/internal/sorting"
)

// happenings know the events of a dataset by the words in which a writer may tell of
// them: the names of actors and places, the rarer words of their titles, and what kind of
// thing they are.
type happenings struct {
	data  *events.Dataset
	names *names
	all   []happening
	by    map[string][]events.Index // by feature
	idf   map[string]float64
}

// happening is one event by its features: "a12" an actor, "p3" a place, "=word" a stem.
type happening struct {
	title []string        // those of the title, each once
	has   map[string]bool // those of the whole event
	kind  string          // its type
}

func newHappenings(d *events.Dataset, n *names) *happenings {
	h := &happenings{data: d, names: n, by: map[string][]events.Index{}, idf: map[string]float64{}}
	for i, e := range d.All() {
		one := happening{has: map[string]bool{}, kind: e.Type}
		for f := range h.features(e.Title) {
			one.title = append(one.title, f)
			one.has[f] = true
		}
		slices.Sort(one.title)
		for _, r := range e.Roles {
			one.has[actorFeature(d.ActorNumber(r.Actor))] = true
		}
		for _, p := range e.Places {
			one.has[placeFeature(d.PlaceNumber(p))] = true
		}
		for f := range one.has {
			h.by[f] = append(h.by[f], i)
		}
		h.all = append(h.all, one)
	}
	for f, list := range h.by {
		h.idf[f] = math.Log(1 + float64(d.Len())/float64(len(list)))
	}
	return h
}

func actorFeature(n int) string { return "a" + strconv.Itoa(n) }
func placeFeature(n int) string { return "p" + strconv.Itoa(n) }

func isName(f string) bool { return f[0] != '=' }

// features are those of a text.
func (h *happenings) features(text string) map[string]bool {
	found := map[string]bool{}
	rest := []byte(text)
	for _, m := range h.names.mentions(text) {
		for _, i := range m.as {
			s := h.names.all[i]
			if s.form == events.FormWeak {
				continue
			}
			if s.actor >= 0 {
				found[actorFeature(s.actor)] = true
			} else {
				found[placeFeature(s.place)] = true
			}
		}
		blankOut(rest[m.From:m.To])
	}
	for s := range stemsOf(string(rest)) {
		found["="+s] = true
	}
	return found
}

// candidate is an event that a text may tell of.
type candidate struct {
	event    events.Index
	score    float64 // weight of what the text and the event share
	coverage float64 // part of the title's weight that the text has
	names    int     // names that they share
	rare     bool    // one of them is of few events
	kind     bool    // the text has a word for the event's type
}

// candidates are the events that a text may tell of, the best first.
func (h *happenings) candidates(text string) []candidate {
	features := h.features(text)
	stems := map[string]bool{}
	near := map[events.Index]bool{}
	for f := range features {
		if !isName(f) {
			stems[f[1:]] = true
		}
		for _, i := range h.by[f] {
			near[i] = true
		}
	}
	types := typesOf(stems)
	var list []candidate
	for i := range near {
		list = append(list, h.judge(i, features, types))
	}
	sorting.Records(list, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.score*b.coverage, a.score*a.coverage), cmp.Compare(a.event, b.event))
	})
	return list
}

// fewEvents is of how many events a name tells something by itself.
const fewEvents = 4

// typeWeight is what a word for an event's type weighs.
const typeWeight = 2.5

// judge tells how well a text fits an event.
func (h *happenings) judge(i events.Index, features, types map[string]bool) candidate {
	one := &h.all[i]
	c := candidate{event: i, kind: types[one.kind]}
	for f := range features {
		if !one.has[f] {
			continue
		}
		c.score += h.idf[f]
		if isName(f) {
			c.names++
			c.rare = c.rare || len(h.by[f]) <= fewEvents
		}
	}
	total, covered, verb := 0.0, 0.0, 0.0
	for _, f := range one.title {
		total += h.idf[f]
		switch {
		case features[f]:
			covered += h.idf[f]
		case !isName(f):
			verb = max(verb, h.idf[f])
		}
	}
	if types[one.kind] {
		c.score += typeWeight
		covered += verb // some word of the title says the same as the type
	}
	if total > 0 {
		c.coverage = covered / total
	}
	return c
}
