package query

import (
	"slices"
	"strings"

	"timeline/internal/events"
)

// name is one spelling of a record, ready to be compared.
type name struct {
	rec    int // position of the record in its column of the dataset
	as     string
	weak   bool   // it does not tell the record alone
	whole  bool   // it counts as it stands only, not by one of its words
	french bool   // it is written with ou
	prose  string // as FoldProse writes it, behind a space
	folded string
	starts []int  // where the words of folded begin
	joined string // folded, with al-, ag, ould and the like joined to the next word
	joints []int  // where the words of folded begin in joined
}

// particles are written apart or together with the word after them.
var particles = []string{"al", "el", "ag", "abu", "uld", "ben", "bin", "ibn", "abd", "bi", "bil"}

func newName(rec int, as string, weak bool) name {
	n := name{rec: rec, as: as, weak: weak, prose: " " + events.FoldProse(as), folded: events.Fold(as)}
	n.french = strings.Contains(strings.ToLower(as), "ou")
	n.starts = wordStarts(n.folded)
	n.joined, n.joints = n.folded, n.starts
	if holdsParticle(n.folded) {
		n.joined, n.joints = join(n.folded)
	}
	return n
}

func wordStarts(folded string) []int {
	if folded == "" {
		return nil
	}
	starts := make([]int, 1, 1+strings.Count(folded, " "))
	for i := range len(folded) {
		if folded[i] == ' ' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// join joins particles to the next word and tells where the words begin then.
// Letters that become doubled are one, as in folding: ag ghali → aghali.
func join(folded string) (joined string, starts []int) {
	var b strings.Builder
	last, glue := byte(0), false
	for word := range strings.SplitSeq(folded, " ") {
		if word == "" {
			continue
		}
		if b.Len() > 0 && !glue {
			b.WriteByte(' ')
		}
		if glue && word[0] == last {
			starts = append(starts, b.Len()-1)
			b.WriteString(word[1:])
		} else {
			starts = append(starts, b.Len())
			b.WriteString(word)
		}
		last, glue = word[len(word)-1], slices.Contains(particles, word)
	}
	return b.String(), starts
}

// holdsParticle tells whether join would change anything.
func holdsParticle(folded string) bool {
	for {
		word, rest, more := strings.Cut(folded, " ")
		if !more {
			return false // a particle at the end has nothing to be joined to
		}
		if slices.Contains(particles, word) {
			return true
		}
		folded = rest
	}
}

// JoinParticles joins al-, ag, ould and the like to the word after them in a folded name,
// as names are compared: al mulathamin → almulathamin.
func JoinParticles(folded string) string {
	if !holdsParticle(folded) {
		return folded
	}
	s, _ := join(folded)
	return s
}

// wanted is a text looked for among names.
type wanted struct {
	folded, joined string
	whole          bool // must end where a word ends
	// halfway is folded with its last letter o as u: somebody on the way from
	// "dr" to "drou", which folds to "dru". Empty where there is no such o.
	halfway string
}

func newWanted(s string, whole bool) wanted {
	f := events.Fold(s)
	w := wanted{folded: f, joined: JoinParticles(f), whole: whole}
	if stem, ok := strings.CutSuffix(f, "o"); ok && stem != "" && !whole {
		w.halfway = stem + "u"
	}
	return w
}

// in tells where the text stands in the name, at the beginning of a word: the
// position among its words, or -1.
func (w wanted) in(n *name) int {
	if w.folded == "" {
		return -1
	}
	for k := range n.starts {
		if w.begins(n, k) {
			return k
		}
	}
	return -1
}

// begins tells whether the text, which must not be empty, stands at a word of the name.
func (w *wanted) begins(n *name, k int) bool {
	folded := n.folded[n.starts[k]:]
	return w.halfway != "" && n.french && strings.HasPrefix(folded, w.halfway) ||
		w.at(folded, w.folded) || k < len(n.joints) && w.at(n.joined[n.joints[k]:], w.joined)
}

func (w *wanted) at(rest, s string) bool {
	return strings.HasPrefix(rest, s) && (!w.whole || len(rest) == len(s) || rest[len(s)] == ' ')
}

// is tells whether the text is the whole name.
func (w wanted) is(n *name) bool {
	return w.folded != "" && (w.folded == n.folded || w.joined == n.joined)
}

// telling makes weak what does not tell one record: an adjective, capital or office that
// another record has too.
func telling(names []name) []name {
	holder := map[string]int{} // of a spelling; -1 for several
	for i := range names {
		n := &names[i]
		if h, taken := holder[n.folded]; !n.weak && taken && h != n.rec {
			holder[n.folded] = -1
		} else if !n.weak {
			holder[n.folded] = n.rec
		}
	}
	for i := range names {
		if n := &names[i]; n.whole && holder[n.folded] < 0 {
			n.weak = true
		}
	}
	return names
}

// actorNames are the spellings of the actors, by record. They are shared: do not
// change them.
func actorNames(d *events.Dataset) []name { return indexOf(d).actors.names }

// sourceNames holds the authors, short names and titles of the sources.
func sourceNames(d *events.Dataset) []name {
	var names []name
	for i := range d.Sources {
		s := &d.Sources[i]
		forms := []string{s.Label(), s.Short, s.Title, s.Container}
		for _, a := range s.Authors {
			forms = append(forms, a.Family, a.Given+" "+a.Family)
		}
		for _, form := range forms {
			if form != "" {
				names = append(names, newName(i, form, false))
			}
		}
	}
	return names
}

// recordsOf returns the spellings and the ids of the records that a key names, in order,
// and how to show one.
func recordsOf(d *events.Dataset, key string) (names []name, ids []string, title func(int) string) {
	switch key {
	case KeyActor:
		for i := range d.Actors {
			ids = append(ids, d.Actors[i].ID)
		}
		return actorNames(d), ids, func(i int) string { return d.Actors[i].Name }
	case KeyPlace:
		for i := range d.Places {
			ids = append(ids, d.Places[i].ID)
		}
		return indexOf(d).places.names, ids, func(i int) string { return d.Places[i].Name }
	}
	for i := range d.Sources {
		ids = append(ids, d.Sources[i].ID)
	}
	return sourceNames(d), ids, func(i int) string { return d.Sources[i].ID }
}

// record reads an id, any strong spelling, or words of a spelling that only one
// record has. That of an actor or a place may end in +.
func (p *parser) record(what string, v text) (string, *fault) {
	typed, tail := v.s, ""
	if what != KeySource && strings.HasSuffix(typed, "+") {
		typed, tail = strings.TrimRight(typed[:len(typed)-1], " "), "+"
	}
	names, ids, title := recordsOf(p.d, what)
	if id := strings.ToLower(typed); slices.Contains(ids, id) {
		return id + tail, nil
	}
	w := newWanted(typed, true)
	exact := bearing(names, func(n *name) bool { return !n.weak && w.is(n) })
	weak := bearing(names, func(n *name) bool { return n.weak && w.is(n) })
	shared := bearing(names, func(n *name) bool { return n.weak && n.whole && w.is(n) })
	some := bearing(names, func(n *name) bool { return !n.weak && !n.whole && w.in(n) >= 0 })
	titles := func(recs []int) string { return orList(recs, title) }
	f := &fault{at: v.at, end: v.end}
	switch {
	case len(exact) == 1:
		return ids[exact[0]] + tail, nil
	case len(exact) > 1:
		f.msg, f.hint = "«"+typed+"» is the name of more than one "+what, didYouMean(titles(exact))
	case len(shared) > 0:
		f.msg, f.hint = "«"+typed+"» may be "+titles(shared)+", and nothing tells which", "name the one that is meant"
	case len(weak) > 0:
		f.msg, f.hint = "«"+typed+"» is too common a name to tell one "+what, didYouMean(titles(weak))
	case len(some) == 1:
		return ids[some[0]] + tail, nil
	case len(some) > 1:
		f.msg, f.hint = "«"+typed+"» is part of several names", didYouMean(titles(some))
	default:
		f.msg = "unknown " + what + " «" + typed + "»"
		guess := nearestRecords(names, ids, typed)
		f.hint = didYouMean(titles(guess))
	}
	return "", f
}

// bearing returns the records with a name that ok accepts, each once.
func bearing(names []name, ok func(*name) bool) []int {
	var recs []int
	for i := range names {
		if n := &names[i]; ok(n) && !slices.Contains(recs, n.rec) {
			recs = append(recs, n.rec)
		}
	}
	return recs
}

// orList words at most three records: a, b or c.
func orList(recs []int, title func(int) string) string {
	var parts []string
	for _, r := range recs[:min(len(recs), 3)] {
		parts = append(parts, title(r))
	}
	if len(recs) > 3 {
		return strings.Join(parts, ", ") + " …"
	}
	return joinOr(parts)
}

func joinOr(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " or " + parts[len(parts)-1]
}

// nearestRecords guesses which records were meant: those with a name that the
// text begins, or else the one with the nearest name, whole or in part.
func nearestRecords(names []name, ids []string, typed string) []int {
	w := newWanted(typed, false)
	if begun := bearing(names, func(n *name) bool { return !n.weak && w.in(n) >= 0 }); len(begun) > 0 {
		return begun
	}
	best, distance := -1, len([]rune(w.joined))/3+1
	try := func(rec int, s string) {
		if rest, longer := strings.CutPrefix(w.joined, s); longer && len(rest) > 1 {
			return // Niger is not meant by Nigeria
		}
		if d := events.Distance(w.joined, s, distance); d < distance {
			best, distance = rec, d
		}
	}
	words := strings.Count(w.joined, " ") + 1
	for i := range names {
		n := &names[i]
		if n.weak {
			continue
		}
		try(n.rec, n.joined)
		parts := strings.Split(n.joined, " ")
		for k := 0; k+words <= len(parts); k++ {
			try(n.rec, strings.Join(parts[k:k+words], " "))
		}
	}
	for i, id := range ids {
		try(i, events.Fold(id))
	}
	if best < 0 {
		return nil
	}
	return []int{best}
}
