package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// reading is how a phrase is understood that looks for an event.
type reading struct {
	concepts []concept
	date     edtf.Date // in the phrase; the zero Date for none
	// month is in the phrase without a year; the zero MonthDay for none, Day 0 for all of it.
	month edtf.MonthDay
	only  Query // terms with keys, and quotations: what the event must match
	index *index
}

// concept is a name or a word of a phrase.
type concept struct {
	typed string // as it stands in the phrase
	// as is what it was read as where that is merely similar; empty where it is not.
	as     string
	finds  []finder // begin with a space
	accept func(word string) bool
	// actors and places bear the name; nil where none does. some tells that it is
	// only a part of their names.
	actors, places []bool
	some           bool
	types          []float64       // see hints
	kin            map[string]bool // stems of other words for those types
	weight         float64         // how rare it is; see weigh
	quoted         bool            // it stands in a quotation, which is a condition too
}

// named tells whether the concept is a name.
func (c *concept) named() bool { return c.actors != nil || c.places != nil }

// word is a word of a phrase in both foldings.
type word struct{ typed, prose, name string }

// maxWords is how many words of a phrase are read.
const maxWords = 40

// read understands a phrase. The error is that of Parse, of a term with a key.
func read(d *events.Dataset, typed string) (*reading, error) {
	q, err := Parse(d, readable(typed))
	if err != nil {
		return nil, err
	}
	r := &reading{index: indexOf(d)}
	var words []word
	for _, t := range q.Terms {
		if t.Key != KeyText || t.Not || t.Phrase {
			r.only = r.only.With(t)
		} else {
			words = append(words, wordsOf(t.Values[0])...)
		}
	}
	words = words[:min(len(words), maxWords)]
	words, r.date = dated(words)
	if r.date.IsZero() {
		r.month = monthIn(words)
	}
	r.concepts = r.index.concepts(words)
	for _, t := range r.only.Terms {
		if t.Key == KeyText && !t.Not {
			for _, c := range r.index.concepts(wordsOf(t.Values[0])) {
				c.quoted = true
				r.concepts = append(r.concepts, c)
			}
		}
	}
	return r, nil
}

// readable leaves out of a phrase what is no word of a query: the colon of a word
// behind which a space stands, which ends a clause, and signs that stand alone.
func readable(typed string) string {
	typed = strings.TrimSuffix(strings.ReplaceAll(typed, ": ", " "), ":")
	sign := func(f string) bool {
		return !strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || opensQuote(r) || closesQuote(r) })
	}
	if fields := strings.Fields(typed); slices.ContainsFunc(fields, sign) {
		if fields = slices.DeleteFunc(fields, sign); len(fields) > 0 {
			return strings.Join(fields, " ")
		}
	}
	return typed
}

// wordsOf cuts a text into words; a possessive 's is dropped.
func wordsOf(s string) []word {
	var words []word
	for _, f := range strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("-–—/,;.:!?()[]", r)
	}) {
		for _, tail := range []string{"’s", "'s", "’", "'"} {
			if cut, ok := strings.CutSuffix(f, tail); ok {
				f = cut
				break
			}
		}
		prose, name := strings.Fields(events.FoldProse(f)), strings.Fields(events.Fold(f))
		for k := range prose {
			words = append(words, word{f, prose[k], name[min(k, len(name)-1)]})
		}
	}
	return words
}

// maxDateWords is how many words a date takes: from 30 June to 1 July 2012.
const maxDateWords = 7

// dated takes the longest date with a year out of words.
func dated(words []word) (rest []word, date edtf.Date) {
	for n := min(maxDateWords, len(words)); n > 0; n-- {
		for at := 0; at+n <= len(words); at++ {
			s := make([]string, n)
			for k := range s {
				s[k] = words[at+k].prose
			}
			if !slices.ContainsFunc(s, isYear) || isSmall(s[0]) && s[0] != "before" && s[0] != "after" && s[0] != "from" && s[0] != "about" {
				continue
			}
			for _, sep := range []string{" ", "-"} {
				if date, err := edtf.ParseLoose(strings.Join(s, sep)); err == nil {
					return slices.Concat(words[:at], words[at+n:]), date
				}
			}
		}
	}
	return words, edtf.Date{}
}

// monthIn finds a month, or a day of one, in words without a year. What may be another
// word, as may and march, is a month only beside a day or a preposition of time.
func monthIn(words []word) edtf.MonthDay {
	at := func(k int) string {
		if k < 0 || k >= len(words) {
			return ""
		}
		return words[k].prose
	}
	for k, w := range words {
		for _, day := range []string{at(k - 1), at(k + 1)} {
			if md, err := edtf.ParseMonthDay(day + " " + w.prose); err == nil && day != "" {
				return md
			}
		}
		plain := w.prose != "may" && w.prose != "march" || slices.Contains([]string{"in", "of", "early", "mid", "late", "since", "during", "by", "until", "last"}, at(k-1))
		if md, err := edtf.ParseMonthDay("1 " + w.prose); err == nil && plain {
			return edtf.MonthDay{Month: md.Month}
		}
	}
	return edtf.MonthDay{}
}

func isYear(s string) bool {
	return len(s) == 4 && strings.Trim(s, "0123456789") == "" && (s[0] == '1' || s[0] == '2')
}

// maxNameWords is how many words of a phrase can be one name.
const maxNameWords = 9

// concepts reads words: the longest names first, then each other word.
func (ix *index) concepts(words []word) []concept {
	var list []concept
	for at := 0; at < len(words); {
		n := min(maxNameWords, len(words)-at)
		for ; n > 0; n-- {
			if c, ok := ix.whole(words[at : at+n]); ok {
				list = append(list, c)
				break
			}
		}
		if n > 0 {
			at += n
			continue
		}
		w := words[at]
		if rest, ok := unelided(w.typed); ok {
			words = slices.Concat(words[:at], wordsOf(rest), words[at+1:])
			continue
		}
		if !isSmall(w.prose) && !slices.Contains(particles, w.name) {
			list = append(list, ix.word(w))
		}
		at++
	}
	return list
}

// unelided takes the article or preposition off a French word: d'AQMI, l’Azawad.
func unelided(typed string) (rest string, ok bool) {
	r, n := utf8.DecodeRuneInString(typed)
	rest = typed[n:]
	for _, sign := range []string{"'", "’"} {
		if cut, found := strings.CutPrefix(rest, sign); found && strings.ContainsRune("dDlL", r) && len(cut) > 1 {
			return cut, true
		}
	}
	return "", false
}

// whole reads words that are a whole spelling of some records.
func (ix *index) whole(words []word) (concept, bool) {
	if len(words) == 1 && (isSmall(words[0].prose) || len(words[0].name) < 2) {
		return concept{}, false
	}
	typed, folded, prose := make([]string, len(words)), make([]string, len(words)), make([]string, len(words))
	for k, w := range words {
		typed[k], folded[k], prose[k] = w.typed, w.name, w.prose
	}
	w := newWanted(strings.Join(folded, " "), true)
	apart := compact(w.folded)
	is := func(n *name) bool {
		return w.is(n) || len(words) > 1 && len(apart) >= longWord && apart == compact(n.folded)
	}
	c := concept{typed: strings.Join(typed, " "), actors: ix.actors.bearers(is), places: ix.places.bearers(is)}
	if !c.named() {
		return c, false
	}
	c.look(ix, ix.needles(strings.Join(prose, " "), w), nil)
	if len(words) == 1 {
		c.types = ix.hints(english.Stem(words[0].prose)) // the Arab Spring's uprising; a town called Capture
	}
	return c, true
}

// compact writes a folded name in one word, so that Abdel Hamid is Abdelhamid.
func compact(folded string) string { return strings.ReplaceAll(folded, " ", "") }

// bearers tells which records have a name that ok accepts; nil if none has.
func (l *register) bearers(ok func(*name) bool) []bool {
	var set []bool
	for i := range l.names {
		if ok(&l.names[i]) {
			mark(&set, l.names[i].rec, l.records())
		}
	}
	return set
}

// look sets what is looked for in texts.
func (c *concept) look(ix *index, needles []string, accept func(string) bool) {
	for _, n := range needles {
		c.finds = append(c.finds, ix.finder(" "+n))
	}
	c.accept = accept
}

// word reads a word that is no whole name: as a part of one, as a word for a type,
// and as any form of itself in texts.
func (ix *index) word(w word) concept {
	c := concept{typed: w.typed}
	stem := english.Stem(w.prose)
	c.types, c.kin = ix.hints(stem), kin(stem)
	c.look(ix, english.StemForms(stem), func(s string) bool { return english.Stem(s) == stem })
	if c.types == nil {
		part := newWanted(w.name, true)
		c.actors, c.places, c.some = ix.actors.partly(&part), ix.places.partly(&part), true
	}
	return c
}

// begun reads a word as the beginning of one.
func (ix *index) begun(c concept) concept {
	w := newWanted(c.typed, false)
	c.actors, c.places, c.some = ix.actors.partly(&w), ix.places.partly(&w), true
	c.finds = nil
	c.look(ix, []string{events.FoldProse(c.typed)}, nil)
	return c
}
