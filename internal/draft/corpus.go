package draft

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"timeline/internal/articles"
	"timeline/internal/events"
	"timeline/internal/sorting"
)

// passage is a stretch of a source's text that quotations are compared with.
type passage struct {
	source  string
	at      events.Locator // zero where it is not known
	text    string
	words   []word
	excerpt bool // words of the source stand before and after it
}

// corpus is all that is at hand of the sources' texts.
type corpus struct {
	passages []passage
	index    map[string][]int32 // by a word in lower case: the passages that hold it
	whole    map[string]bool    // the sources whose whole text is at hand
}

// cutMark is the mark for words left out of a dataset's quotation.
const cutMark = "[…]"

// newCorpus takes the articles at hand and, of the other sources, the dataset's
// quotations.
func newCorpus(d *events.Dataset, arts map[string]*articles.Article) *corpus {
	c := &corpus{index: map[string][]int32{}, whole: map[string]bool{}}
	for i := range d.Sources {
		a := arts[d.Sources[i].ID]
		if a == nil {
			continue
		}
		c.whole[a.Source] = true
		for k := range a.Blocks {
			b := &a.Blocks[k]
			p := passage{source: a.Source, text: b.Text}
			if a.Exact {
				p.at = b.At
			}
			c.add(p)
		}
	}
	have := map[string]bool{}
	for _, e := range d.All() {
		for _, claim := range e.Claims {
			a := arts[claim.Source]
			if a != nil && a.Exact {
				continue
			}
			for part := range strings.SplitSeq(claim.Quote, cutMark) {
				key := claim.Source + claim.At.String() + part
				if part = strings.TrimSpace(part); part != "" && !have[key] {
					have[key] = true
					c.add(passage{source: claim.Source, at: claim.At, text: part, excerpt: true})
				}
			}
		}
	}
	return c
}

func (c *corpus) add(p passage) {
	p.words = sourceWords(p.text)
	if len(p.words) == 0 {
		return
	}
	n := int32(len(c.passages))
	c.passages = append(c.passages, p)
	for _, w := range p.words {
		key := strings.ToLower(w.key)
		if l := c.index[key]; len(l) == 0 || l[len(l)-1] != n {
			c.index[key] = append(l, n)
		}
	}
}

// weight is how much a word tells of the passage that it stands in.
func (c *corpus) weight(key string) float64 {
	n := len(c.index[strings.ToLower(key)])
	if n == 0 {
		return 0
	}
	return math.Log(float64(1+len(c.passages)) / float64(n))
}

// mostCandidates is how many passages a quotation is compared with word by word.
const mostCandidates = 12

// candidates are the passages that have most of the words, the best first.
func (c *corpus) candidates(words []word) []int32 {
	score := make([]float64, len(c.passages))
	var list []int32
	seen := map[string]bool{}
	for _, w := range words {
		key := strings.ToLower(w.key)
		if seen[key] || w.kind == gapWord || w.kind == ownWord {
			continue
		}
		seen[key] = true
		weight := c.weight(key)
		for _, p := range c.index[key] {
			if score[p] == 0 {
				list = append(list, p)
			}
			score[p] += weight
		}
	}
	slices.SortFunc(list, func(a, b int32) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b)) })
	return list[:min(len(list), mostCandidates)]
}

// match is a passage that a quotation stands in, or nearly.
type match struct {
	*passage
	alignment
}

// exact tells whether nothing differs.
func (m match) exact() bool { return m.edits == 0 && m.matched > 0 }

// find looks for a quotation: all the passages where it stands word by word, or else the
// one that comes nearest, or none. Where only a part of it lies in an excerpt, the rest may
// nearly lie in another. Of the sources that are expected less likeness is asked.
func (c *corpus) find(words []word, expected []string) (matches []match) {
	var nearly []match
	for _, n := range c.candidates(words) {
		p := &c.passages[n]
		m := match{p, align(words, p.words, p.excerpt)}
		switch {
		case m.exact() && m.matched >= min(minOverlap, countable(words)):
			matches = append(matches, m)
		case near(m, words, slices.Contains(expected, p.source)):
			nearly = append(nearly, m)
		}
	}
	sorting.Records(nearly, func(a, b *match) int { return cmp.Compare(b.matched-b.edits, a.matched-a.edits) })
	if matches == nil {
		return nearly[:min(len(nearly), 1)]
	}
	covered := coverage(matches)
	if len(covered) < countable(words) {
		for _, m := range nearly {
			astray := func(p pair) bool { return p.quoted >= 0 && covered[p.quoted] && !m.same(p, words) }
			beyond := func(p pair) bool { return p.quoted >= 0 && !covered[p.quoted] }
			if m.source == matches[0].source && !slices.ContainsFunc(m.pairs, astray) && slices.ContainsFunc(m.pairs, beyond) {
				return []match{m}
			}
		}
	}
	return matches
}

// coverage are the words of a quotation that stand in some of the passages.
func coverage(matches []match) map[int]bool {
	covered := map[int]bool{}
	for _, m := range matches {
		for _, p := range m.pairs {
			if p.quoted >= 0 && p.text >= 0 {
				covered[p.quoted] = true
			}
		}
	}
	return covered
}

// same tells whether a pair of words is equal.
func (m match) same(p pair, words []word) bool {
	return p.quoted >= 0 && p.text >= 0 && sameWord(words[p.quoted], m.words[p.text])
}

// minOverlap is how many words of a quotation must lie in an excerpt that it is longer
// than.
const minOverlap = 5

// near tells whether a quotation is that of the passage with some words changed: of two
// words that tell something, and of six in ten, it must be sure. Where the source is the
// expected one, one word and half of all are enough. Of an excerpt, beside which the very
// words may stand, more is asked where more than a third differs, or a fifth of a
// quotation that it does not hold whole.
func near(m match, words []word, expected bool) bool {
	if m.edits == 0 || m.matched < 3 {
		return false
	}
	if m.excerpt && m.matched+m.edits < countable(words) && m.matched < minOverlap {
		return false
	}
	tells, changed := 2, 0.42
	if expected {
		tells, changed = 1, 0.5
	}
	share := float64(m.edits) / float64(m.matched+m.edits)
	doubtful := m.excerpt && (share > 0.34 || share > 0.2 && m.quoted() < countable(words))
	if doubtful {
		tells++
	}
	telling := count(m.pairs, func(p pair) bool {
		return m.same(p, words) && !common[strings.ToLower(m.words[p.text].key)] && !(doubtful && isCapital(m.words[p.text].key))
	})
	return telling >= tells && share <= changed
}

// quoted is how many words of the quotation lie in the passage.
func (m match) quoted() int { return count(m.pairs, func(p pair) bool { return p.quoted >= 0 }) }

// countable is how many words a quotation has.
func countable(words []word) int {
	return count(words, func(w word) bool { return w.kind == plainWord || w.kind == firstWord })
}

// count is of how many items of a list something is so.
func count[T any](list []T, is func(T) bool) (n int) {
	for _, item := range list {
		if is(item) {
			n++
		}
	}
	return n
}

// common are words that tell nothing of the text that they stand in.
var common = set(`a about after all also an and any are as at be because been before being but by can could did do
	does during each for from had has have he her him his how if in into is it its just may more most no nor not of
	on one only or other our out over own she should so some such than that the their them then there these they
	this those through to too under until up upon was we were what when where which while who whom whose why will
	with would you your`)
