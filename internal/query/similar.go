package query

import (
	"maps"
	"slices"
	"strings"

	"timeline/internal/events"
)

// What a word is read as that no event has: one that it begins, or one that is
// merely similar.

// find gathers the events that have the concepts of a phrase. A word that no event has is
// read as one that is begun by it, or else as a similar one.
func (r *reading) find(d *events.Dataset) []*mentions {
	list := make([]*concept, len(r.concepts))
	for k := range r.concepts {
		list[k] = &r.concepts[k]
	}
	found := gather(d, list)
	var words []string
	for _, likely := range []func(k int) (concept, bool){
		func(k int) (concept, bool) { return r.begins(d, k, found[k].begun.Load()) },
		func(k int) (concept, bool) {
			if words == nil {
				words = vocabulary(d, r.index)
			}
			return r.index.near(r.concepts[k], words)
		},
	} {
		var at []int
		var others []*concept
		for k := range r.concepts {
			if len(r.concepts[k].typed) >= shortestName && found[k].none() {
				if c, ok := likely(k); ok {
					at, others = append(at, k), append(others, &c)
				}
			}
		}
		if len(others) == 0 {
			continue
		}
		for n, m := range gather(d, others) {
			if !m.none() {
				r.concepts[at[n]], found[at[n]] = *others[n], m
			}
		}
	}
	return found
}

// begins reads a concept as the beginning of a word; inText tells that some text has such
// a word. A short word is the beginning of another only where the phrase ends with it.
func (r *reading) begins(d *events.Dataset, k int, inText bool) (concept, bool) {
	c := r.concepts[k]
	if len(c.typed) < longWord && k < len(r.concepts)-1 {
		return c, false
	}
	b := r.index.begun(c)
	return b, inText || b.named()
}

// near reads a word that no event has as the nearest word of names, types and titles.
func (ix *index) near(c concept, list []string) (concept, bool) {
	word, near := events.FoldProse(c.typed), ""
	for _, ending := range []string{"", "ed", "ing", "s"} {
		if root, ok := strings.CutSuffix(word, ending); ok && near == "" {
			near = similar(root, list)
		}
	}
	if near == "" {
		near = kindred(word, list)
	}
	if near == "" {
		return c, false
	}
	other := ix.concepts(wordsOf(near))
	if len(other) != 1 {
		return c, false
	}
	other[0].as, other[0].typed = near, c.typed
	return other[0], true
}

// A word of shortestAlike letters is told from others with a letter off, one of
// longWord by its beginning, and one of longestWord even with two letters off.
const (
	shortestAlike = 5
	longWord      = 6
	longestWord   = 10
)

// similar returns the word that is nearest to one, by its letters or by their sound,
// with at most as many letters off as its length forgives; empty if none is.
func similar(word string, list []string) string {
	if len(word) < 4 {
		return ""
	}
	heard := sound(word)
	best, limit := "", 2 // one letter off
	if len(word) >= longestWord {
		limit++
	}
	for _, w := range list {
		if w == word {
			continue
		}
		as := sound(w)
		if as == heard {
			return w
		}
		if len(word) < shortestAlike || as[0] != heard[0] && limit > 2 {
			continue
		}
		d := min(events.Distance(word, w, limit), events.Distance(heard, as, limit)+1)
		if len(heard) >= longWord {
			d = min(d, max(1, events.Distance(heard, as, limit)))
		}
		if d > 0 && d < limit {
			best, limit = w, d
		}
	}
	return best
}

// kindred returns the word that has the longest beginning in common with one, which is
// most of both: political for politicians.
func kindred(word string, list []string) string {
	best, most := "", longWord-1
	for _, w := range list {
		n := 0
		for n < min(len(w), len(word)) && w[n] == word[n] {
			n++
		}
		if n > most && n*5 >= max(len(w), len(word))*3 {
			best, most = w, n
		}
	}
	return best
}

// sounds are letters that Arabic names are written with by turns.
var sounds = strings.NewReplacer("dh", "d", "gh", "g", "kh", "k", "th", "t", "dj", "j", "ou", "u", "oo", "u", "ee", "i", "ey", "ai", "ei", "ai", "ay", "ai", "y", "i", "e", "a", "o", "u", "q", "k", "g", "k", "c", "k")

// sound writes a word so that spellings of an Arabic name by different hands meet:
// zayd and zeid, qadhafi and gaddafi. Other words meet too.
func sound(word string) string { return sounds.Replace(events.Fold(word)) }

// SoundsAlike tells whether two names may be one that different hands wrote: zayd and
// zeid, Qadhafi and Gaddafi.
func SoundsAlike(a, b string) bool { return sound(a) == sound(b) }

// maxTitles is the most events whose titles are read for the words in them.
const maxTitles = 20_000

// vocabulary holds the words of names, of types, and of titles.
func vocabulary(d *events.Dataset, ix *index) []string {
	seen := map[string]bool{}
	add := func(s string) {
		for _, w := range strings.Fields(events.FoldProse(s)) {
			if len(w) > shortestName {
				seen[w] = true
			}
		}
	}
	for _, list := range [][]name{ix.actors.names, ix.places.names} {
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
	return slices.Sorted(maps.Keys(seen))
}
