package query

import (
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
)

// title is an event's title with what of it a phrase accounts for.
type title struct {
	titleText
	event  events.Index
	spoken []bool      // the word is one of the phrase's
	seen   []seen      // of each concept
	own    []titleWord // memory for words that are not indexed
}

// titleText is the text of a title.
type titleText struct {
	prose string // with a space before each word
	words []titleWord
}

// titleWord is a word of a title; a small one carries no matter.
type titleWord struct {
	text  string
	small bool
}

// titleIn is the title in the text of an event.
func titleIn(d *events.Dataset, i events.Index) string {
	text := d.Text.At(int(i))
	if at := strings.Index(text, events.EndField); at >= 0 {
		return text[:at]
	}
	return text
}

// split splits a title, of which the words are appended to list.
func split(prose string, list []titleWord) titleText {
	for w := range strings.FieldsSeq(prose) {
		list = append(list, titleWord{w, isSmall(w)})
	}
	return titleText{prose, list}
}

// read takes the title of an event in the place of another; it stands among the words,
// if there are any.
func (t *title) read(d *events.Dataset, w *words, i events.Index) {
	if w != nil {
		t.titleText = w.titles[i]
	} else {
		t.titleText = split(titleIn(d, i), t.own[:0])
		t.own = t.words
	}
	t.event, t.seen = i, t.seen[:0]
	t.spoken = slices.Grow(t.spoken[:0], len(t.words))[:len(t.words)]
	clear(t.spoken)
}

// find tells at which word a concept stands in the title: in any spelling, if the
// event's record has the name. It is -1 if it does not.
func (t *title) find(d *events.Dataset, ix *index, c *concept) int {
	for _, f := range c.finds {
		if p := c.next(t.prose, f); p >= 0 {
			return t.speak(p, strings.Count(f.needle, " "))
		}
	}
	if at := t.named(c.actors, d.ActorsOf.At(int(t.event)), &ix.actors); at >= 0 {
		return at
	}
	return t.named(c.places, d.PlacesOf.At(int(t.event)), &ix.places)
}

// named is find for the records of one kind that the event has, of which some are wanted.
func (t *title) named(want []bool, list []uint16, l *register) int {
	for _, rec := range list {
		if want != nil && want[rec] {
			if at := t.spelt(l.of(int(rec))); at >= 0 {
				return at
			}
		}
	}
	return -1
}

// kin tells whether the title has another word for a type that the concept hints at.
func (t *title) kin(c *concept) bool {
	if len(c.kin) == 0 {
		return false
	}
	for k, w := range t.words {
		if c.kin[english.Stem(w.text)] {
			t.spoken[k] = true
			return true
		}
	}
	return false
}

// leads tells whether only small words stand before a word of the title.
func (t *title) leads(at int) bool {
	return at >= 0 && !slices.ContainsFunc(t.words[:at], func(w titleWord) bool { return !w.small })
}

// spelt finds the longest spelling of a record in the title.
func (t *title) spelt(record []name) int {
	best, words := -1, 0
	for k := range record {
		n := &record[k]
		if n.weak || n.whole {
			continue
		}
		if at := strings.Index(t.prose, n.prose); at >= 0 && endsWord(t.prose, at+len(n.prose)) && strings.Count(n.prose, " ") > words {
			best, words = at, strings.Count(n.prose, " ")
		}
	}
	if best < 0 {
		return -1
	}
	return t.speak(best, words)
}

// speak marks n words from the byte p on, and returns which word that is.
func (t *title) speak(p, n int) int {
	at := strings.Count(t.prose[:p+1], " ") - 1
	for k := at; k < min(at+n, len(t.spoken)); k++ {
		t.spoken[k] = true
	}
	return at
}

// share is how much of the title's matter the phrase accounts for, from 0 to 1.
func (t *title) share() float64 {
	all, spoken := 0.0, 0.0
	for k, w := range t.words {
		if len(w.text) < 2 || w.small {
			continue
		}
		all++
		if t.spoken[k] {
			spoken++
		}
	}
	if all == 0 {
		return 0
	}
	return spoken / all
}
