package query

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// Answer is what a look-up finds.
type Answer struct {
	Events []events.Index // the likeliest first; none where nothing is good
	Sure   bool           // the first is what was asked for; else it is the best guess
	// Query is what the phrase asks for as a query, all of it, to say what was not found.
	Query Query
	// Similar are the words that were read as others that are merely similar.
	Similar []Similar
}

// Similar is a word that was read as another.
type Similar struct{ Typed, As string }

// maxClosely is how many events a look-up looks at in full.
const maxClosely = 256

// Look finds the event that a phrase is about, as a writer types it: “death of Abu
// Zeid”, “Belmokhtar letter september 2012”. Words weigh by how rare they are and by
// where an event has them: in its title, as a name or type of its record, in its
// summary, in its other texts. A date in the phrase and the event's level add to
// that. Terms with keys and quotations are conditions, as in any query. The error is
// that of Parse.
func Look(d *events.Dataset, typed string) (Answer, error) {
	r, err := read(d, typed)
	if err != nil {
		return Answer{}, err
	}
	if len(r.concepts) == 0 {
		return r.plain(d), nil
	}
	a := Answer{Query: r.query()}
	found := make([]*mentions, len(r.concepts))
	for k := range r.concepts {
		c := &r.concepts[k]
		found[k] = gather(d, c)
		if found[k].any().Empty() {
			if other, ok := likely(d, *c); ok {
				*c = other
				found[k] = gather(d, c)
			}
		}
		c.weigh(d.Len(), found[k].any().Len())
		if c.as != "" {
			a.Similar = append(a.Similar, Similar{c.typed, c.as})
		}
	}
	best := r.best(d, found)
	if len(best) == 0 || best[0].had < leastHad {
		return a, nil
	}
	for _, m := range best {
		a.Events = append(a.Events, m.event)
	}
	a.Sure = len(a.Similar) == 0 && sure(best)
	return a, nil
}

// What an answer must have to be good, and to be no guess.
const (
	leastHad  = 0.5  // of the weight of the phrase, anywhere
	leastFirm = 0.99 // of that weight, in its title
	lead      = 0.8  // the second's score must be below that share of the first's
)

// sure tells whether the first of several matches is what was asked for.
func sure(best []match) bool {
	if best[0].firm < leastFirm {
		return false
	}
	return len(best) == 1 || best[1].score < lead*best[0].score
}

// any is the set of events that have the concept anywhere.
func (m *mentions) any() Set {
	s := m.record.Clone()
	for _, o := range []Set{m.title, m.summary, m.text} {
		for k, w := range o.words {
			s.words[k] |= w
		}
	}
	return s
}

// best are the best matches among all events, in order.
func (r *reading) best(d *events.Dataset, found []*mentions) []match {
	in := NewSet(d.Len())
	for _, m := range found {
		for k, w := range m.any().words {
			in.words[k] |= w
		}
	}
	if !r.only.Empty() {
		for k, w := range Select(d, r.only).words {
			in.words[k] &= w
		}
	}
	rough := make([]match, 0, maxClosely+1) // in order
	for i := range in.Each() {
		s := r.rough(d, found, i)
		if len(rough) == maxClosely && s <= rough[maxClosely-1].score {
			continue
		}
		at, _ := slices.BinarySearchFunc(rough, s, func(m match, s float64) int {
			if m.score >= s {
				return -1
			}
			return 1
		})
		rough = slices.Insert(rough, at, match{event: i, score: s})
		rough = rough[:min(len(rough), maxClosely)]
	}
	for k := range rough {
		rough[k] = r.match(d, rough[k].event)
	}
	sortMatches(rough)
	return rough
}

func sortMatches(list []match) {
	slices.SortStableFunc(list, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.event, b.event))
	})
}

// query is the phrase as a query.
func (r *reading) query() Query {
	q := r.only
	for _, c := range r.concepts {
		q = q.With(textTerm(c.typed, strings.Contains(c.typed, " "), false))
	}
	if !r.date.IsZero() {
		q = q.With(Term{Key: KeyOn, Values: []string{r.date.String()}})
	}
	return q
}

// plain answers a phrase without words: a date, or terms with keys.
func (r *reading) plain(d *events.Dataset) Answer {
	a := Answer{Query: r.query()}
	if a.Query.Empty() {
		return a
	}
	a.Events = Compile(d, a.Query).Run()
	judge := NewJudge(d, a.Query)
	level := func(i events.Index) int {
		return cmp.Compare(d.Flags[i]&events.KeyEvent, 0) - cmp.Compare(d.Flags[i]&events.BackgroundEvent, 0)
	}
	days := func(i events.Index) edtf.Day {
		if !a.Query.HasTime() {
			return 0
		}
		return d.Last[i] - d.First[i]
	}
	degree := make(map[events.Index]Degree, len(a.Events))
	for _, i := range a.Events {
		degree[i] = judge.Degree(i)
	}
	slices.SortStableFunc(a.Events, func(x, y events.Index) int {
		return cmp.Or(cmp.Compare(degree[y], degree[x]), cmp.Compare(days(x), days(y)), cmp.Compare(level(y), level(x)), cmp.Compare(d.Claims[y], d.Claims[x]))
	})
	a.Sure = len(a.Events) == 1
	return a
}

// Best is the event of a set that a search for words, which may have just been begun,
// is likeliest to mean. It looks at sets of at most 4,096 events; ok is false for
// greater ones, and for an empty one.
func Best(d *events.Dataset, in Set, typed string) (best events.Index, ok bool) {
	const most = 4096
	if n := in.Len(); n == 0 || n > most {
		return 0, false
	}
	r := begun(d, typed)
	var first match
	for i := range in.Each() {
		if m := r.match(d, i); !ok || m.score > first.score {
			first, ok = m, true
		}
	}
	return first.event, ok
}

// begun reads words that are being typed.
func begun(d *events.Dataset, typed string) *reading {
	r, ns := &reading{}, newNames(d)
	for _, w := range Literal(typed).Words() {
		c := ns.begun(d, concept{typed: w})
		c.types = hints(d, w)
		c.weight = 1
		r.concepts = append(r.concepts, c)
	}
	return r
}

// likely reads a word that no event has as one that is begun by it, or else as the
// nearest word of names, types and titles.
func likely(d *events.Dataset, c concept) (concept, bool) {
	ns := newNames(d)
	if len(c.typed) < shortestName {
		return c, false
	}
	if b := ns.begun(d, c); !gather(d, &b).any().Empty() {
		return b, true
	}
	word := events.FoldProse(c.typed)
	near := similar(word, vocabulary(d, ns))
	if near == "" {
		near = similar(english.Stem(word), vocabulary(d, ns))
	}
	if near != "" {
		other := ns.concepts(d, wordsOf(near))
		if len(other) == 1 {
			other[0].as, other[0].typed = near, c.typed
			return other[0], true
		}
	}
	return c, false
}

// similar returns the word that is nearest to one, with at most as many letters off
// as its length forgives; empty if none is.
func similar(word string, list []string) string {
	best, limit := "", (slack(word)+1)/2+1 // of short words only one
	if len(word) < 4 {
		return ""
	}
	heard := sound(word)
	for _, w := range list {
		if w != word && sound(w) == heard {
			return w
		}
	}
	for _, w := range list {
		if d := events.Distance(word, w, limit); d > 0 && d < limit {
			best, limit = w, d
		}
	}
	return best
}

// sounds are letters that Arabic names are written with by turns.
var sounds = strings.NewReplacer("dh", "d", "gh", "g", "kh", "k", "th", "t", "dj", "j", "ou", "u", "oo", "u", "ee", "i", "ey", "ai", "ei", "ai", "ay", "ai", "y", "i", "e", "a", "o", "u", "q", "k", "g", "k", "c", "k")

// sound writes a word so that spellings of an Arabic name by different hands meet:
// zayd and zeid, qadhafi and gaddafi. Other words meet too.
func sound(word string) string { return sounds.Replace(events.Fold(word)) }

// maxTitles is the most events whose titles are read for the words in them.
const maxTitles = 20_000

// vocabulary holds the words of names, of types, and of titles.
func vocabulary(d *events.Dataset, ns names) []string {
	seen := map[string]bool{}
	add := func(s string) {
		for _, w := range strings.Fields(events.FoldProse(s)) {
			if len(w) > shortestName {
				seen[w] = true
			}
		}
	}
	for _, list := range [][]name{ns.actors, ns.places} {
		for i := range list {
			add(list[i].as)
		}
	}
	for typ, words := range hintWords {
		add(typ)
		add(strings.ReplaceAll(words, "~", ""))
	}
	if d.Len() <= maxTitles {
		for i := range d.Len() {
			add(d.Titles.At(i))
		}
	}
	list := make([]string, 0, len(seen))
	for w := range seen {
		list = append(list, w)
	}
	slices.Sort(list)
	return list
}
