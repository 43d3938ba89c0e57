package draft

import (
	"slices"
	"strconv"
	"strings"

	"timeline/internal/events"
	"timeline/internal/pattern"
	"timeline/internal/sorting"
)

// reference is a source that the draft names for a quotation, and the place in it.
type reference struct {
	source  string
	locator string // as written; empty if the source is named only
	offset  int    // byte of the source text of the draft
	firm    bool   // the draft says that the words are from there; else it names the source
}

// references are those of a quotation: the citations, notes and names behind it, up to
// the end of its sentence or the next quotation; without any there, those before it in
// its sentence.
func (k *check) references(n int, q Span) []reference {
	p := &k.paragraphs[n]
	s := sentenceAt(p.sentences, q.From)
	end := sentenceAt(p.sentences, max(q.To-1, q.From)).To
	if p.Kind == BlockQuote {
		s, end = Span{0, len(p.Text)}, len(p.Text)
	}
	for _, other := range p.quotations {
		if other.From >= q.To && other.From < end {
			end = other.From
		}
	}
	part := partAround(p.Text, Span{s.From, end}, q)
	part.From, part.To = max(part.From, q.From-nearBy), min(part.To, q.To+nearBy)
	refs := k.citedIn(n, Span{q.To, part.To}, part.To == end)
	if len(refs) == 0 {
		refs = k.citedIn(n, Span{part.From, q.From}, false)
	}
	if len(refs) == 0 && p.Kind == BlockQuote {
		refs = k.around(n)
	}
	return refs
}

// nearBy is how far from a quotation its source is looked for in a sentence, in bytes.
const nearBy = 1_000

// partAround is the part of a sentence between semicolons that holds a quotation. Those
// in brackets part nothing.
func partAround(text string, sentence, q Span) Span {
	part, depth := sentence, 0
	for i := sentence.From; i < sentence.To; i++ {
		switch text[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ';':
			if depth != 0 {
				continue
			}
			if i < q.From {
				part.From = i + 1
			} else if i >= q.To {
				part.To = i
				return part
			}
		}
	}
	return part
}

// around are the references of the paragraphs before and after a block quotation: the end
// of the one that leads to it, the beginning of the one that follows if it is only that.
func (k *check) around(n int) []reference {
	if n > 0 && k.paragraphs[n-1].Kind == Prose {
		p := &k.paragraphs[n-1]
		if l := len(p.sentences); l > 0 {
			return k.citedIn(n-1, p.sentences[l-1], true)
		}
	}
	return nil
}

// citedIn are the references in a range of a paragraph. With behind, what stands at the
// very end of the range, after the full stop, counts as well.
func (k *check) citedIn(n int, s Span, behind bool) []reference {
	p := &k.paragraphs[n]
	within := func(pos int) bool {
		return s.From <= pos && (pos < s.To || behind && pos <= s.To+1)
	}
	var refs []reference
	for _, c := range p.Cites {
		if within(c.Pos) && k.data.Source(c.Key) != nil {
			refs = append(refs, reference{c.Key, c.Locator, c.Offset, true})
		}
	}
	for _, m := range p.Notes {
		if within(m.Pos) && m.Note >= 0 && m.Note < len(k.paragraphs) && m.Note != n {
			refs = append(refs, k.inNote(m.Note)...)
		}
	}
	return append(refs, k.named(p, s)...)
}

// inNote are the references of a whole note.
func (k *check) inNote(n int) []reference {
	p := &k.paragraphs[n]
	var refs []reference
	for _, c := range p.Cites {
		if k.data.Source(c.Key) != nil {
			locator := c.Locator
			if locator == "" {
				locator = p.Text
			}
			refs = append(refs, reference{c.Key, locator, c.Offset, true})
		}
	}
	if named := k.named(p, Span{0, len(p.Text)}); len(named) > 0 {
		refs = slices.DeleteFunc(refs, func(r reference) bool { return r.locator == p.Text })
		for i := range named {
			named[i].firm = true
		}
		refs = append(refs, named...)
	}
	return refs
}

// named are the sources that a range of prose names, each with the place that follows
// the name.
func (k *check) named(p *checked, s Span) []reference {
	if s.From >= s.To {
		return nil
	}
	text := p.Text[s.From:s.To]
	var refs []reference
	for i := range k.data.Sources {
		src := &k.data.Sources[i]
		spans := events.FoldSpans(text, k.names.sources[i])
		spans = slices.DeleteFunc(spans, func(r [2]int) bool { return !wholeWord(text, r) })
		if len(spans) == 0 {
			continue
		}
		r := reference{source: src.ID, offset: p.Source(s.From + spans[0][0]), locator: text[spans[0][1]:]}
		r.firm = attributes(text, spans[0]) || placesIn(r.locator, false) != nil
		refs = append(refs, r)
	}
	if len(refs) > 1 { // the place of one is not that of another
		sorting.Records(refs, func(a, b *reference) int { return a.offset - b.offset })
		for i := range refs {
			refs[i].locator = ""
		}
	}
	return refs
}

var (
	speaks  = pattern.Lazy(`^(?:’s|'s)?(?: (?:also|then|himself|herself))? (?:writes|wrote|says|said|notes|noted|puts|put|argues|argued|reports|reported|calls|called|describes|described|observes|observed|concludes|concluded|remarks|remarked|adds|added|quotes|quoted|explains|explained|states|stated|speaks of|spoke of|warns|warned|words)\b`)
	credits = pattern.Lazy(`(?i)(?:according to|in the words of|as quoted (?:by|in)|writes|says|notes|quoted (?:by|in)) (?:\p{Lu}\p{L}+ )?$`)
)

// attributes tells whether what stands around a source's name says that it is quoted.
func attributes(text string, name [2]int) bool {
	return speaks().MatchString(text[name[1]:]) || credits().MatchString(text[:name[0]])
}

func wholeWord(s string, r [2]int) bool {
	rest := s[r[1]:]
	return rest == "" || !isLetter(rest[0]) || strings.HasPrefix(rest, "s ")
}

// cited is a place in a source as a draft writes it.
type cited struct {
	note     bool // of a note
	from, to int
	section  string // folded text before it, in which a section may be named
}

// locatorForms are ¶ 3, para. 3, paras. 3–5, par. 3, p3, n. 4, note 4 and lists of them.
// A page is none: the dataset numbers no pages.
var locatorForms = pattern.Lazy(`(¶¶?|\b[Pp]ara(?:graph)?s?\b\.?|\b[Pp]ars?\.|\b[Nn]otes?\b|\b[Nn]n?\.|\bp\.|\bp)\s*(\d{1,4}(?:\s*[–-]\s*\d{1,4})?(?:(?:,| and|, and|,? &)\s*\d{1,4}\b(?:\s*[–-]\s*\d{1,4})?)*)`)

var numberRange = pattern.Lazy(`(\d{1,4})(?:\s*[–-]\s*(\d{1,4}))?`)

// placesIn reads the places in what is written beside a source's name or key. pages tells
// whether the work has pages, so that "p. 3" is none of its paragraphs.
func placesIn(text string, pages bool) (places []cited) {
	from := 0
	for _, m := range locatorForms().FindAllStringSubmatchIndex(text, -1) {
		sign := strings.ToLower(text[m[2]:m[3]])
		if sign == "p." && pages {
			continue
		}
		note := strings.HasPrefix(sign, "n")
		for _, r := range numberRange().FindAllStringSubmatch(text[m[4]:m[5]], -1) {
			c := cited{note: note, section: events.Fold(text[from:m[0]])}
			c.from, _ = strconv.Atoi(r[1])
			if c.to = c.from; r[2] != "" {
				c.to, _ = strconv.Atoi(r[2])
			}
			places = append(places, c)
		}
		from = m[1]
	}
	return places
}

// paged are the kinds of works (CSL's item types) that are printed on pages.
var paged = set("article-journal article-magazine article-newspaper book chapter manuscript report thesis paper-conference")

// names tells whether a place is a block of a source: by its number in the work or in
// its section, and if sections are named, by that of the block.
func (c cited) names(l *events.Layout, at events.Locator) bool {
	holds := func(n int) bool { return c.from <= n && n <= max(c.to, c.from) }
	if at.Kind == 'n' || c.note {
		return at.Kind == 'n' && c.note && holds(int(at.Number))
	}
	if holds(int(at.Number)) && at.Kind == 'p' {
		return true
	}
	if l == nil {
		return false
	}
	b := l.Block(at)
	if b == nil || b.Para == 0 || !holds(b.Para) {
		return false
	}
	if named := c.sectionOf(l); named != "" {
		return named == events.Fold(b.Section)
	}
	return true
}

// sectionOf is the section that is named before the place, folded, or "".
func (c cited) sectionOf(l *events.Layout) string {
	if strings.HasSuffix(c.section, "opening") {
		return "opening"
	}
	for i := range l.Blocks {
		if s := events.Fold(l.Blocks[i].Section); s != "" && strings.Contains(c.section, s) {
			return s
		}
	}
	return ""
}
