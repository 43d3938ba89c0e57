package query

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"

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
// that. Terms with keys and quotations are conditions, as in any query. An event is
// found by its id, or a beginning of it, too, and by its date. The error is that of
// Parse.
func Look(d *events.Dataset, typed string) (Answer, error) {
	if i, ok := ByID(d, typed); ok {
		return Answer{Events: []events.Index{i}, Sure: true}, nil
	}
	if found := begunIDs(d, typed); len(found) > 0 {
		a := Answer{Events: slices.Clone(found)}
		byLevel(d, a.Events)
		return a, nil
	}
	r, err := read(d, typed)
	if err != nil {
		return Answer{}, err
	}
	if len(r.concepts) == 0 && r.query().Empty() {
		return Answer{Query: Literal(typed)}, nil // nothing but small words
	}
	if len(r.concepts) == 0 {
		return r.plain(d), nil
	}
	a := Answer{Query: r.query()}
	found := r.find(d)
	for k := range r.concepts {
		c := &r.concepts[k]
		c.weigh(d.Len(), found[k].all().Len())
		if c.as != "" {
			a.Similar = append(a.Similar, Similar{c.typed, c.as})
		}
	}
	best := slices.DeleteFunc(r.best(d, found), func(m match) bool { return m.had < leastHad })
	if len(best) == 0 {
		return a, nil
	}
	for _, m := range best {
		a.Events = append(a.Events, m.event)
	}
	a.Sure = len(a.Similar) == 0 && sure(best)
	return a, nil
}

// What an answer must have to be good, and to be no guess: of the weight of the
// phrase, and of the second answer's score as a share of the first's. Measured
// against testdata/phrases.txt, and phrases that nothing answers.
const (
	leastHad     = 0.45 // anywhere
	whole        = 0.99 // all
	leadTitled   = 0.86 // where all of the phrase is in the title
	leadTwins    = 0.7  // where it is in the second's title too
	leadRecorded = 0.5  // where all of it is in the title or the record
)

// sure tells whether the first of several matches is what was asked for.
func sure(best []match) bool {
	m, second, lead := best[0], 0.0, leadTitled
	if len(best) > 1 {
		second = best[1].score / m.score
		if best[1].titled >= whole {
			lead = leadTwins
		}
	}
	return !m.elsewhen && (m.titled >= whole && second < lead || m.recorded >= whole && second < leadRecorded)
}

// best are the best matches among all events, in order.
func (r *reading) best(d *events.Dataset, found []*mentions) []match {
	in := NewSet(d.Len())
	for _, m := range found {
		in.add(m.all())
	}
	if !r.only.Empty() {
		for k, w := range Select(d, r.only).words {
			in.words[k] &= w
		}
	}
	var rough []match
	var lock sync.Mutex
	eachChunk(d.Len(), func(lo, hi int) {
		top := make([]match, 0, maxClosely+1) // in order
		for i := range in.within(lo, hi).Each() {
			i += events.Index(lo)
			s := r.rough(d, found, i)
			if len(top) == maxClosely && s <= top[maxClosely-1].score {
				continue
			}
			at := sort.Search(len(top), func(k int) bool { return top[k].score < s })
			top = slices.Insert(top, at, match{event: i, score: s})
			top = top[:min(len(top), maxClosely)]
		}
		lock.Lock()
		rough = append(rough, top...)
		lock.Unlock()
	})
	sortMatches(rough)
	rough = rough[:min(len(rough), maxClosely)]
	var t title
	for k := range rough {
		rough[k], _ = r.match(d, rough[k].event, &t, math.Inf(-1))
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
		if c.quoted {
			continue // its quotation stands in only
		}
		q = q.With(textTerm(c.typed, strings.Contains(c.typed, " "), false))
	}
	if !r.date.IsZero() {
		q = q.With(Term{Key: KeyOn, Values: []string{r.date.String()}})
	}
	return q
}

// plain answers a phrase without words: a date, or terms with keys. Of what answers
// certainly, then possibly, the most exactly dated come first where it asks for a
// time.
func (r *reading) plain(d *events.Dataset) Answer {
	a := Answer{Query: r.query()}
	if a.Query.Empty() {
		return a
	}
	a.Events = Compile(d, a.Query).Run()
	a.Sure = len(a.Events) == 1
	byLevel(d, a.Events)
	if !a.Query.HasTime() {
		return a
	}
	judge := NewJudge(d, a.Query)
	degree := make(map[events.Index]Degree, len(a.Events))
	for _, i := range a.Events {
		degree[i] = judge.Degree(i)
	}
	slices.SortStableFunc(a.Events, func(x, y events.Index) int {
		return cmp.Or(cmp.Compare(degree[y], degree[x]), cmp.Compare(d.Last[x]-d.First[x], d.Last[y]-d.First[y]))
	})
	return a
}

// byLevel puts key events before others, background last, and of each those of more
// claims first.
func byLevel(d *events.Dataset, list []events.Index) {
	level := func(i events.Index) int {
		switch {
		case d.Flags[i]&events.KeyEvent != 0:
			return 0
		case d.Flags[i]&events.BackgroundEvent != 0:
			return 2
		}
		return 1
	}
	slices.SortStableFunc(list, func(x, y events.Index) int {
		return cmp.Or(cmp.Compare(level(x), level(y)), cmp.Compare(d.Claims[y], d.Claims[x]))
	})
}

// MaxBest is the most matches that Best ranks.
const MaxBest = 1024

// Best is the one of several events, which a search for words found, that it is
// likeliest to mean; the last word may have just been begun. A word for a kind of
// happening that stands alone ("found", "kidnap") tells no more than the kind: it means
// the first key event of that kind. ok is false for no event, and for more than MaxBest.
func Best(d *events.Dataset, found []events.Index, typed string) (best events.Index, ok bool) {
	if len(found) == 0 || len(found) > MaxBest {
		return 0, false
	}
	r := begun(d, typed)
	if len(r.concepts) == 1 {
		for _, i := range found {
			if d.Flags[i]&events.KeyEvent != 0 && r.concepts[0].hintsAt(d.Types[i]) {
				return i, true
			}
		}
	}
	var t title
	most := math.Inf(-1)
	for _, i := range found {
		if m, more := r.match(d, i, &t, most); more {
			best, most = i, m.score
		}
	}
	return best, true
}

// hintsAt tells whether the concept is plainly a word for a type.
func (c *concept) hintsAt(t events.Type) bool { return int(t) < len(c.types) && c.types[t] == 1 }

// begun reads words that are being typed.
func begun(d *events.Dataset, typed string) *reading {
	ix := indexOf(d)
	r := &reading{index: ix}
	for _, w := range Literal(typed).Words() {
		c := ix.begun(concept{typed: w})
		c.types = ix.hints(w)
		c.weight = 1
		r.concepts = append(r.concepts, c)
	}
	return r
}
