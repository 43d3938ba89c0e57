package query

import (
	"iter"
	"strings"
	"sync/atomic"

	"timeline/internal/english"
	"timeline/internal/events"
)

// index is what of a dataset every word of every query needs: to make it takes longer
// than to search a small dataset. It follows from the dataset alone, which never changes.
type index struct {
	of             *events.Dataset
	actors, places register
	types          []typeWord // of the vocabulary
	letters        [256]int   // how often each byte is in a sample of the texts
	sample         int        // bytes in that

	words atomic.Pointer[words] // once Prepare has made them
}

// typeWord is a type's name, ready to be compared.
type typeWord struct {
	name  string
	prose string   // as FoldProse writes it, between spaces
	stems []string // of its words
}

// latest is the index of the dataset that was asked about last.
var latest atomic.Pointer[index]

// indexOf is a dataset's index. It is shared: do not change it.
func indexOf(d *events.Dataset) *index {
	for made := (*index)(nil); ; {
		l := latest.Load()
		if l != nil && l.of == d {
			return l
		}
		if made == nil {
			made = newIndex(d)
		}
		if latest.CompareAndSwap(l, made) { // else another goroutine was faster
			return made
		}
	}
}

func newIndex(d *events.Dataset) *index {
	ix := &index{of: d}
	for i := range d.Actors {
		ix.actors.add(i, d.Actors[i].Name, d.Actors[i].Spellings)
	}
	for i := range d.Places {
		ix.places.add(i, d.Places[i].Name, d.Places[i].Spellings)
	}
	ix.actors.close()
	ix.places.close()
	for _, name := range d.TypeNames() {
		t := typeWord{name: name, prose: events.FoldProse(name)}
		for word := range strings.SplitSeq(t.prose, " ") {
			t.stems = append(t.stems, english.Stem(word))
		}
		t.prose = " " + t.prose + " "
		ix.types = append(ix.types, t)
	}
	sample := d.Text.Bytes[:min(len(d.Text.Bytes), sampleBytes)]
	for i := range len(sample) {
		ix.letters[sample[i]]++
	}
	ix.sample = len(sample)
	return ix
}

// register holds the spellings of one kind of record.
type register struct {
	names []name
	first []int         // by record: its first name; and behind the last record, the end
	words [256][]inName // the words of all names, in order, by their first byte
}

// inName is where a word of a name stands.
type inName struct{ name, word int32 }

// add adds the spellings of the next record.
func (l *register) add(rec int, canonical string, list []events.Spelling) {
	l.first = append(l.first, len(l.names))
	l.names = append(l.names, newName(rec, canonical, false))
	for _, s := range list {
		if s.As != canonical {
			n := newName(rec, s.As, s.Form == events.FormWeak)
			n.whole = s.Form.Shared() && !n.weak
			l.names = append(l.names, n)
		}
	}
}

// close ends the adding.
func (l *register) close() {
	l.first = append(l.first, len(l.names))
	l.names = telling(l.names)
	for i := range l.names {
		n := &l.names[i]
		for k, start := range n.starts {
			first := n.folded[start]
			l.words[first] = append(l.words[first], inName{int32(i), int32(k)})
		}
	}
}

// records is how many records there are.
func (l *register) records() int { return len(l.first) - 1 }

// of are the names of a record.
func (l *register) of(rec int) []name { return l.names[l.first[rec]:l.first[rec+1]] }

// with yields the names that have a text in them and the word at which it begins, as
// wanted.in finds it. A word keeps its first letter where it is joined to the one before,
// so those with another need not be looked at.
func (l *register) with(w *wanted) iter.Seq2[*name, int] {
	return func(yield func(*name, int) bool) {
		if w.folded == "" {
			return
		}
		last := int32(-1)
		for _, at := range l.words[w.folded[0]] {
			if at.name == last || !w.begins(&l.names[at.name], int(at.word)) {
				continue
			}
			last = at.name
			if !yield(&l.names[at.name], int(at.word)) {
				return
			}
		}
	}
}

// partly tells which records have a text in a name that tells them; nil if none has.
func (l *register) partly(w *wanted) []bool {
	var set []bool
	for n := range l.with(w) {
		if !n.weak && !n.whole {
			mark(&set, n.rec, l.records())
		}
	}
	return set
}

// finder makes a finder for the dataset's texts.
func (ix *index) finder(needle string) finder {
	f := finder{needle: needle}
	for i := range len(needle) {
		if ix.letters[needle[i]] < ix.letters[needle[f.rare]] {
			f.rare = i
		}
	}
	if ix.letters[needle[f.rare]]*20 > ix.sample { // stopping so often is slower than strings.Index
		f.rare = -1
	}
	return f
}
