package query

import (
	"math/bits"
	"slices"
	"strings"

	"timeline/internal/events"
)

// textTest looks for a word or phrase in texts, and knows which actors and
// places bear it in a name, and which types are called so.
type textTest struct {
	finds          []finder // the text as typed, and as spellings write it
	whole          bool     // a phrase: what follows must not be a letter
	actors, places []bool   // nil if none
	types          []bool   // nil if none
	words          *words   // of the dataset's texts; nil if they are not indexed
}

// textTests makes the words and phrases of a query ready. A word that only
// matches a weak spelling of an actor ("Khaled") does not match alone: it counts
// if another word of the query matches a strong spelling of that actor. weak
// tells that this matters here.
func textTests(d *events.Dataset, q Query) (tests []test, weak bool) {
	var terms []Term
	for _, t := range q.Terms {
		if t.Key == KeyText && len(t.Values) > 0 {
			terms = append(terms, t)
		}
	}
	if len(terms) == 0 {
		return nil, false
	}
	ix := indexOf(d)
	type found struct{ strong, weak []bool }
	inActors := make([]found, len(terms))
	for k, t := range terms {
		w := newWanted(t.Values[0], t.Phrase)
		if w.folded == "" { // no word: nothing matches
			tests = append(tests, test{not: t.Not, keep: func(int) bool { return false }})
			continue
		}
		text := &textTest{whole: t.Phrase, types: ix.typesLike(t), words: ix.words.Load()}
		for _, needle := range ix.needles(t.Values[0], w) {
			text.finds = append(text.finds, ix.finder(" "+needle))
		}
		tests = append(tests, test{cost: costText, not: t.Not, text: text})
		inActors[k].strong, inActors[k].weak = ix.actors.named(&w)
		text.places, _ = ix.places.named(&w)
		text.actors = inActors[k].strong
		weak = weak || inActors[k].weak != nil
	}
	for k := range terms {
		for a, is := range inActors[k].weak {
			for o := range terms {
				if is && o != k && !terms[k].Not && !terms[o].Not && inActors[o].strong != nil && inActors[o].strong[a] {
					mark(&tests[k].text.actors, a, len(d.Actors))
				}
			}
		}
	}
	return tests, weak
}

// weak tells whether a word of a query matches a weak spelling of an actor, as
// textTests does.
func weak(d *events.Dataset, q Query) bool {
	ix := indexOf(d)
	return slices.ContainsFunc(q.Terms, func(t Term) bool {
		if t.Key != KeyText || len(t.Values) == 0 {
			return false
		}
		w := newWanted(t.Values[0], t.Phrase)
		_, weak := ix.actors.named(&w)
		return weak != nil
	})
}

// named returns which records have a spelling with the text at the beginning of
// a word, and which have it only in weak spellings, or in words that are a weak
// spelling. Each is nil where there are none.
func (l *register) named(w *wanted) (strong, weak []bool) {
	for n, k := range l.with(w) {
		if n.whole && !w.is(n) {
			continue
		}
		if n.weak || blind(l.of(n.rec), n, k, w) {
			mark(&weak, n.rec, l.records())
		} else {
			mark(&strong, n.rec, l.records())
		}
	}
	for rec := range strong {
		if strong[rec] && weak != nil {
			weak[rec] = false
		}
	}
	return strong, weak
}

// blind tells whether the text matches a name only in words that are a weak
// spelling of the same record: "khaled" in "Khaled Abu al-Abbas".
func blind(record []name, n *name, word int, w *wanted) bool {
	rest := n.folded[n.starts[word]:]
	for k := range record {
		o := &record[k]
		if !o.weak || o.whole {
			continue
		}
		if strings.HasPrefix(o.folded, w.folded) && strings.HasPrefix(rest+" ", o.folded+" ") {
			return true
		}
	}
	return false
}

// needles returns what a text is looked for as in prose: as it is typed, and as the
// spellings of names write it, where those are the same to Fold.
func (ix *index) needles(typed string, w wanted) []string {
	found := []string{events.FoldProse(typed)}
	if len(w.folded) < shortestName {
		return found
	}
	for _, l := range []*register{&ix.actors, &ix.places} {
		for n := range l.with(&w) {
			if as := w.asWritten(n.prose[1:]); as != "" && !slices.Contains(found, as) {
				found = append(found, as)
			}
		}
	}
	return found
}

// shortestName is how many letters of a name must be there before its other
// spellings are looked for in prose.
const shortestName = 3

// asWritten returns what of a spelling, in prose, the text stands for: the shortest
// such beginning of a word; empty if it stands for none.
func (w *wanted) asWritten(prose string) string {
	for rest, more := prose, true; more; _, rest, more = strings.Cut(rest, " ") {
		for end := len(w.folded); end <= min(len(rest), 2*len(w.folded)); end++ {
			if w.whole && end < len(rest) && rest[end] != ' ' {
				continue
			}
			if events.Fold(rest[:end]) == w.folded {
				return rest[:end]
			}
		}
	}
	return ""
}

// typesLike tells which types have a word that begins as typed; for a phrase, that
// is what was typed. It is nil if none has.
func (ix *index) typesLike(t Term) []bool {
	var like []bool
	typed := " " + events.FoldProse(t.Values[0])
	if t.Phrase {
		typed += " "
	}
	for n := range ix.types {
		if strings.Contains(ix.types[n].prose, typed) {
			mark(&like, n, len(ix.types))
		}
	}
	return like
}

// mark puts the events of the chunk that match into its hits. It looks only at
// events that are still in the chunk's bits, but may mark others.
func (t *textTest) mark(c *chunk) {
	left := 0
	for _, w := range c.bits {
		left += bits.OnesCount64(w)
	}
	dense := t.words != nil || left*4 > c.hi-c.lo
	if dense {
		for _, f := range t.finds {
			t.scan(c, f)
		}
	}
	if dense && t.actors == nil && t.places == nil && t.types == nil {
		return
	}
	for k, w := range c.bits {
		for w &^= c.hits[k]; w != 0; w &= w - 1 {
			b := bits.TrailingZeros64(w)
			i := c.lo + k<<6 + b
			if t.names(c.d, i) || !dense && t.inText(c.d.Text.At(i)) {
				c.hits[k] |= 1 << b
			}
		}
	}
}

// scan looks through the texts of all events of the chunk as one.
func (t *textTest) scan(c *chunk, find finder) {
	if t.words != nil {
		t.words.scan(c, t, find.needle)
		return
	}
	ends := c.d.Text.Ends[c.lo:c.hi]
	start, _ := c.d.Text.Bounds(c.lo)
	_, end := c.d.Text.Bounds(c.hi - 1)
	s := c.d.Text.Bytes[:end]
	e := 0
	for p := int(start); ; {
		if p = find.next(s, p); p < 0 {
			return
		}
		if !t.ends(s, p+len(find.needle)) {
			p++
			continue
		}
		for int(ends[e]) <= p {
			e++
		}
		c.hits[e>>6] |= 1 << (e & 63)
		p = int(ends[e]) // one is enough: on to the next event
	}
}

// ends tells whether what was found may end at p.
func (t *textTest) ends(s string, p int) bool {
	return !t.whole || p >= len(s) || s[p] == ' ' || s[p] == '\n'
}

func (t *textTest) inText(s string) bool {
	return slices.ContainsFunc(t.finds, func(f finder) bool {
		for p := 0; ; p++ {
			if p = f.next(s, p); p < 0 {
				return false
			}
			if t.ends(s, p+len(f.needle)) {
				return true
			}
		}
	})
}

// names tells whether an actor, a place or the type of an event is called so.
func (t *textTest) names(d *events.Dataset, i int) bool {
	return t.types != nil && t.types[d.Types[i]] ||
		t.actors != nil && wants(t.actors, d.ActorsOf.At(i)) || t.places != nil && wants(t.places, d.PlacesOf.At(i))
}

// finder finds a string by the rarest of its bytes. strings.Index goes by the
// first, which here is always a space, and every sixth byte is a space.
type finder struct {
	needle string
	rare   int // position in needle of its rarest byte; -1 if none is rare
}

// sampleBytes is how much of the texts is read to learn which letters are rare.
const sampleBytes = 4096

// next returns the first place at or after from where the needle stands, or -1.
func (f finder) next(s string, from int) int {
	if f.rare < 0 {
		at := strings.Index(s[from:], f.needle)
		if at < 0 {
			return -1
		}
		return from + at
	}
	for p := from + f.rare; p < len(s); p++ {
		hop := strings.IndexByte(s[p:], f.needle[f.rare])
		if hop < 0 {
			return -1
		}
		p += hop
		start := p - f.rare
		if len(s)-start >= len(f.needle) && s[start:start+len(f.needle)] == f.needle {
			return start
		}
	}
	return -1
}

// extends tells whether everything that next matches, before matches too, as far
// as that can be told from the terms: next has all terms of before, and the last
// of them may have grown by letters.
func extends(d *events.Dataset, before, next Query) bool {
	n := len(before.Terms)
	if len(next.Terms) < n {
		return false
	}
	for i, t := range before.Terms {
		o := next.Terms[i]
		if t.Equal(o) {
			continue
		}
		if i != n-1 || t.Key != KeyText || o.Key != KeyText || t.Not || o.Not || t.Phrase || o.Phrase {
			return false
		}
		if strings.HasSuffix(events.Fold(t.Values[0]), "o") {
			return false // an o on its way to ou
		}
		if !needlesExtend(d, t, o) {
			return false
		}
		w, grown := newWanted(t.Values[0], false), newWanted(o.Values[0], false)
		if w.folded == "" || !strings.HasPrefix(grown.folded, w.folded) || !strings.HasPrefix(grown.joined, w.joined) {
			return false
		}
	}
	return true
}

// needlesExtend tells whether all that a word is looked for as begins with what it
// was looked for as when it was shorter.
func needlesExtend(d *events.Dataset, before, next Term) bool {
	was, is := events.FoldProse(before.Values[0]), events.FoldProse(next.Values[0])
	w := newWanted(next.Values[0], false)
	if !strings.HasPrefix(is, was) {
		return false
	}
	if len(events.Fold(was)) >= shortestName || len(w.folded) < shortestName {
		return true // each spelling grew out of one that was looked for
	}
	return !slices.ContainsFunc(indexOf(d).needles(is, w), func(n string) bool { return !strings.HasPrefix(n, was) })
}
