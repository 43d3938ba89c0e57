package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"timeline/internal/english"
	"timeline/internal/events"
)

// quoted checks the quotations of a paragraph. The title of a source or the heading of a
// section is none.
func (k *check) quoted(n int) {
	p := &k.paragraphs[n]
	if p.Kind == Heading {
		return
	}
	for _, q := range p.quotations {
		words := quotedWords(p.Text[q.From:q.To])
		for i := range words {
			words[i].from, words[i].to = words[i].from+q.From, words[i].to+q.From
		}
		words = k.corpus.unbroken(p.Text, words)
		if countable(words) < events.MinQuoteWords || k.names.titles[events.Fold(p.Text[q.From:q.To])] {
			continue
		}
		k.quotation(n, q, words)
	}
}

func (k *check) quotation(n int, q Span, words []word) {
	refs := k.references(n, q)
	matches := k.corpus.find(words, sourcesOf(refs))
	if len(matches) == 0 || !matches[0].exact() || len(coverage(matches)) < countable(words) {
		if pieces := piecesOf(words); len(pieces) > 1 {
			k.pieces(n, q, pieces, refs)
			return
		}
	}
	switch {
	case len(matches) == 0:
		k.notFound(n, q, refs)
	case !matches[0].exact():
		if len(refs) > 0 || surely(words, matches[0]) {
			k.differs(n, words, matches[0])
		}
	default:
		k.located(n, q, refs, matches)
	}
}

// fewWords are so few that a phrase of the writer's own, or a title, may be like a
// source's by chance.
const fewWords = 5

// surely tells whether a quotation whose sentence names no source must nevertheless be
// taken from the one that it is like: a short one must have three words in common that
// are neither common nor names.
func surely(words []word, m match) bool {
	telling := func(p pair) bool {
		return m.same(p, words) && !common[m.words[p.text].key] && !isCapital(m.words[p.text].key) && !unicode.IsDigit(rune(m.words[p.text].key[0]))
	}
	return countable(words) > fewWords || count(m.pairs, telling) >= 3
}

// piecesOf are the parts of a quotation between its gaps, without those too short to be
// looked for.
func piecesOf(words []word) (pieces [][]word) {
	from := 0
	for i := 0; i <= len(words); i++ {
		if i < len(words) && words[i].kind != gapWord {
			continue
		}
		if countable(words[from:i]) >= 3 {
			pieces = append(pieces, words[from:i])
		}
		from = i + 1
	}
	return pieces
}

// pieces checks the parts of a quotation one by one, as it may be cut together from
// several paragraphs, or from an excerpt and what stands beside it.
func (k *check) pieces(n int, q Span, pieces [][]word, refs []reference) {
	var exact []match
	for _, piece := range pieces {
		matches := k.corpus.find(piece, sourcesOf(refs))
		if len(matches) == 0 {
			continue
		}
		if !matches[0].exact() {
			k.differs(n, piece, matches[0])
			return
		}
		exact = append(exact, matches...)
	}
	if exact == nil {
		k.notFound(n, q, refs)
		return
	}
	k.located(n, q, refs, exact)
}

// differs reports a quotation with words that are not the source's.
func (k *check) differs(n int, words []word, m match) {
	p := &k.paragraphs[n]
	hunks := hunksOf(p.Text, words, m)
	if len(hunks) == 0 {
		return
	}
	said := make([]string, 0, len(hunks))
	for _, h := range hunks {
		said = append(said, h.String())
	}
	const most = 4
	what := strings.Join(said[:min(len(said), most)], "; ")
	if len(said) > most {
		what += fmt.Sprintf("; and %d more", len(said)-most)
	}
	k.report(Finding{
		offset: p.Source(hunks[0].pos), Rule: RuleQuotation, Fault: true,
		Reading: m.text[m.words[m.from].from:m.words[m.to-1].to],
		Message: fmt.Sprintf("%s (%s)", what, k.place(m.source, m.at)),
	})
}

// hunk is a run of words that differ.
type hunk struct {
	pos           int    // byte of the paragraph
	wrote, reads  string // either may be empty
	before, after string // the words beside it
}

func (h hunk) String() string {
	switch {
	case h.wrote == "" && h.before != "":
		return fmt.Sprintf("“%s” is left out after “%s”", h.reads, h.before)
	case h.wrote == "":
		return fmt.Sprintf("“%s” is left out before “%s”", h.reads, h.after)
	case h.reads == "" && h.before != "":
		return fmt.Sprintf("“%s” is not there, after “%s”", h.wrote, h.before)
	case h.reads == "":
		return fmt.Sprintf("“%s” is not there, before “%s”", h.wrote, h.after)
	}
	return fmt.Sprintf("“%s” should read “%s”", h.wrote, h.reads)
}

// hunksOf are the differences of a quotation from its text.
func hunksOf(text string, words []word, m match) (hunks []hunk) {
	same := func(p pair) bool { return m.same(p, words) }
	for i := 0; i < len(m.pairs); i++ {
		if same(m.pairs[i]) {
			continue
		}
		end := i
		for end < len(m.pairs) && !same(m.pairs[end]) {
			end++
		}
		h := hunk{pos: -1}
		var q, t []int
		for _, p := range m.pairs[i:end] {
			if p.quoted >= 0 {
				q = append(q, p.quoted)
			}
			if p.text >= 0 {
				t = append(t, p.text)
			}
		}
		if len(q) > 0 {
			h.pos = words[q[0]].from
			h.wrote = text[words[q[0]].from:words[q[len(q)-1]].to]
		}
		if len(t) > 0 {
			h.reads = m.text[m.words[t[0]].from:m.words[t[len(t)-1]].to]
		}
		if i > 0 {
			w := words[m.pairs[i-1].quoted]
			h.before = text[w.from:w.to]
		}
		if end < len(m.pairs) {
			w := words[m.pairs[end].quoted]
			h.after = text[w.from:w.to]
			if h.pos < 0 {
				h.pos = w.from
			}
		}
		if h.pos < 0 {
			h.pos = words[len(words)-1].from
		}
		hunks = append(hunks, h)
		i = end
	}
	return hunks
}

// notFound reports a quotation that stands in no source, if the draft says that it does:
// only of a source whose whole text is at hand can that be known.
func (k *check) notFound(n int, q Span, refs []reference) {
	p := &k.paragraphs[n]
	sources := sourcesOf(firm(refs))
	if len(sources) == 0 {
		return
	}
	f := Finding{offset: p.Source(q.From), Rule: RuleNotFound, Fault: true}
	f.Message = fmt.Sprintf("this quotation is not found in %s, nor in another source at hand", k.either(sources))
	for _, s := range slices.Backward(sources) {
		if !k.corpus.whole[s] {
			f.Fault = false
			f.Message = fmt.Sprintf("this quotation is not among those that the dataset has, and the text of %s is not at hand", k.data.SourceLabel(s))
		}
	}
	k.report(f)
}

// either names sources of which any would do.
func (c *Checker) either(sources []string) string {
	return english.JoinedOf(" or ", sources, c.data.SourceLabel)
}

func firm(refs []reference) []reference {
	return slices.DeleteFunc(slices.Clone(refs), func(r reference) bool { return !r.firm })
}

func sourcesOf(refs []reference) []string {
	var ids []string
	for _, r := range refs {
		if !slices.Contains(ids, r.source) {
			ids = append(ids, r.source)
		}
	}
	return ids
}

// located checks whether a quotation stands where the draft says.
func (k *check) located(n int, q Span, refs []reference, matches []match) {
	p := &k.paragraphs[n]
	where := make([]string, 0, len(matches))
	for _, m := range matches {
		if w := k.place(m.source, m.at); !slices.Contains(where, w) {
			where = append(where, w)
		}
	}
	right := strings.Join(where, "; ")
	found := Finding{offset: p.Source(q.From), Rule: RuleQuotation, Message: "word for word in " + right}
	of := slices.DeleteFunc(slices.Clone(refs), func(r reference) bool {
		return !slices.ContainsFunc(matches, func(m match) bool { return m.source == r.source })
	})
	fits := func(r reference) bool { return k.wrongPlace(r, matches) == "" }
	if len(of) > 0 {
		if !slices.ContainsFunc(of, fits) { // of several places, as in a note that compares others, one will do
			found = Finding{offset: of[0].offset, Rule: RuleLocator, Fault: true, Message: fmt.Sprintf("this quotation stands in %s, not %s", right, k.wrongPlace(of[0], matches)), Reading: right}
		}
	} else if refs = firm(refs); len(refs) > 0 {
		found = Finding{offset: refs[0].offset, Rule: RuleLocator, Fault: true, Message: fmt.Sprintf("this quotation stands in %s, not in %s", right, k.either(sourcesOf(refs))), Reading: right}
	}
	k.report(found)
}

// wrongPlace is the place that a reference gives if it is none of those where the
// quotation stands, and otherwise "".
func (k *check) wrongPlace(r reference, matches []match) string {
	src := k.data.Source(r.source)
	places := placesIn(r.locator, paged[src.Kind])
	if len(places) == 0 {
		return ""
	}
	l := k.data.Layout(r.source)
	for _, m := range matches {
		if m.source != r.source {
			continue
		}
		unknown := m.at == (events.Locator{})
		if unknown || slices.ContainsFunc(places, func(c cited) bool { return c.names(l, m.at) }) {
			return ""
		}
	}
	if c := places[0]; c.note {
		return fmt.Sprintf("in note %d", c.from)
	}
	return fmt.Sprintf("in paragraph %d", places[0].from)
}
