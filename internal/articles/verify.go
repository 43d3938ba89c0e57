package articles

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"timeline/internal/events"
)

// Summary is what Verify looked at.
type Summary struct {
	Articles []Checked // those at hand that the dataset has, by source id
	Missing  []string  // sources that are quoted and whose text is not at hand, by id
}

// Checked is what was checked of one article.
type Checked struct {
	Source     string
	Exact      bool
	Quotations int // quotations that the dataset has of it
	Verified   int // those that stand where their locator says; in another copy: that stand in it
	Quoted     int // words quoted, the same passage counted once an event
	Words      int // words of the article, by its layout if there is one
}

// Share is the part of the article that is quoted, from zero to one.
func (c Checked) Share() float64 {
	if c.Words == 0 {
		return 0
	}
	return float64(c.Quoted) / float64(c.Words)
}

// RuleOtherCopy is the rule of the problem that the text at hand is not the one
// that the locators refer to: a caller may take it for a warning.
const RuleOtherCopy = "other-copy"

// Verify checks the quotations of every article at hand: each must stand word
// for word in the block of its locator, its parts in order, and only once, and
// so must the date words of claims whose date is stated. Of an article that is
// not Exact only the content is checked, and a problem of RuleOtherCopy says
// so. Problems come in the order of the events, those of articles first.
func Verify(d *events.Dataset, arts map[string]*Article) (Summary, []events.Problem) {
	v := verifier{arts: arts, of: map[string]*Checked{}}
	for _, id := range slices.Sorted(maps.Keys(arts)) {
		if a := arts[id]; a != nil && d.Source(id) != nil {
			v.open(d, id, a)
		}
	}
	missing := map[string]bool{}
	for _, e := range d.All() {
		seen := map[string]bool{}
		for n, c := range e.Claims {
			sum := v.of[c.Source]
			if sum == nil {
				if c.Quote != "" {
					missing[c.Source] = true
				}
				continue
			}
			if c.Quote != "" {
				sum.Quotations++
				if !seen[c.Source+c.Quote] {
					sum.Quoted += events.QuoteWords(c.Quote)
				}
				seen[c.Source+c.Quote] = true
			}
			if v.claim(e.ID, n, c) && c.Quote != "" {
				sum.Verified++
			}
		}
	}
	s := Summary{Missing: slices.Sorted(maps.Keys(missing))}
	for _, id := range slices.Sorted(maps.Keys(v.of)) {
		s.Articles = append(s.Articles, *v.of[id])
	}
	return s, v.problems
}

type verifier struct {
	arts     map[string]*Article
	of       map[string]*Checked
	problems []events.Problem
}

// open begins the account of an article.
func (v *verifier) open(d *events.Dataset, id string, a *Article) {
	c := &Checked{Source: id, Exact: a.Exact}
	if l := d.Layout(id); l != nil {
		c.Words = l.Words
	}
	c.Words = cmp.Or(c.Words, a.Words())
	v.of[id] = c
	if !a.Exact {
		v.problems = append(v.problems, events.Problem{
			File: "coverage/" + id + ".yaml", Rule: RuleOtherCopy,
			What:   fmt.Sprintf("the text of %s at hand is another copy (SHA-256 %.12s…): locators could not be checked, only that the words are in it", id, a.SHA256),
			Remedy: "use the text that the locators were made from",
		})
	}
}

// claim checks one claim and tells whether its quotation stands.
func (v *verifier) claim(event string, n int, c events.Claim) bool {
	a := v.arts[c.Source]
	report := func(rule, what, remedy string) {
		v.problems = append(v.problems, events.Problem{
			File: "events/" + event + ".md", Rule: rule, Remedy: remedy,
			What: fmt.Sprintf("claim %d (%s %s): %s", n+1, c.Source, c.At, what),
		})
	}
	what, remedy := a.fault(c)
	if what != "" {
		report("quotation", what, remedy)
	}
	if c.Basis == events.BasisStated && c.Words != "" && !strings.HasPrefix(c.Words, "(") && !a.hasWords(c) {
		report("date-words", fmt.Sprintf("the date words %q do not stand in the same block", c.Words), "copy them from the block, or put words of your own in brackets")
	}
	return what == ""
}

// fault says what is wrong with a claim's quotation, or nothing.
func (a *Article) fault(c events.Claim) (what, remedy string) {
	if c.Quote == "" {
		return "", ""
	}
	parts := cutParts(c.Quote)
	if len(parts) == 0 {
		return "the quotation has no words", "quote the words that carry the fact"
	}
	for _, p := range parts {
		if strings.ContainsAny(p[len(p)-1:], "([{") || strings.ContainsAny(p[:1], ")]}") {
			return "a cut leaves a bracket hanging", "cut the bracket too"
		}
	}
	if !a.Exact {
		if a.hasSomewhere(parts) {
			return "", ""
		}
		return a.near(parts, 0)
	}
	block := a.Block(c.At)
	if block < 0 {
		return fmt.Sprintf("the article has no block %s to read", c.At), "see coverage/" + c.Source + ".yaml for the blocks there are"
	}
	f := a.fold(block)
	hits, ok := f.find(parts, 0)
	if !ok {
		if other, ok := a.holds(parts); ok {
			return fmt.Sprintf("the quotation does not stand there but in %s", a.Blocks[other].At), "correct the locator"
		}
		return a.near(parts, block)
	}
	if _, again := f.find(parts, hits[0][0]+1); again {
		return "the quotation is found twice in the block", "quote more words"
	}
	return "", ""
}

// holds is the first block that holds all the parts.
func (a *Article) holds(parts []string) (block int, ok bool) {
	for i := range a.Blocks {
		if _, ok := a.fold(i).find(parts, 0); ok {
			return i, true
		}
	}
	return 0, false
}

// hasSomewhere tells whether the parts stand in a block or, since the blocks of another
// copy may be cut in the middle of a sentence, in the article's text as a whole.
func (a *Article) hasSomewhere(parts []string) bool {
	if _, ok := a.holds(parts); ok {
		return true
	}
	var b strings.Builder
	for i := range a.Blocks {
		b.WriteString(a.Blocks[i].Text + "\n")
	}
	_, ok := fold(b.String()).find(parts, 0)
	return ok
}

// hasWords tells whether a claim's date words stand where they should.
func (a *Article) hasWords(c events.Claim) bool {
	parts := cutParts(c.Words)
	if !a.Exact {
		return a.hasSomewhere(parts)
	}
	block, ok := a.Passage(c)
	if ok {
		_, ok = a.fold(block).find(parts, 0)
	}
	return ok
}

// near says where a quotation that is not found first differs from the text:
// in the block that is meant if anything like it stands there, else in the one
// that comes nearest.
func (a *Article) near(parts []string, block int) (what, remedy string) {
	part, number, from := parts[0], 1, 0
	if block < len(a.Blocks) {
		f := a.fold(block)
		for i, p := range parts {
			hit, ok := f.find([]string{p}, from)
			if !ok {
				part, number = p, i+1
				break
			}
			from = hit[0][1]
		}
		if from > 0 && strings.Contains(f.text[:from], part) {
			return fmt.Sprintf("“%s” stands before the part that it should follow", clip(part, 40)), "quote the parts in the article's order"
		}
	}
	const alike = 8 // bytes that must agree before a difference means anything
	best, at, n := -1, 0, alike-1
	for _, i := range a.meantFirst(block) {
		if start, k := a.fold(i).longestPrefix(part); k > n && (best < 0 || k > 2*n) {
			best, at, n = i, start, k
		}
	}
	if best < 0 {
		return a.nearFromEnd(part, block)
	}
	f := a.fold(best)
	if n == len(part) { // all of it, but not in whole words
		return fmt.Sprintf("the quotation cuts a word: the article goes on “%s”", clip(f.text[at+n:], 12)), "quote whole words"
	}
	where, of := "", ""
	if best != block {
		where = " (in " + a.Blocks[best].At.String() + ")"
	}
	if len(parts) > 1 {
		of = fmt.Sprintf(" of part %d", number)
	}
	return fmt.Sprintf("at letter %d%s, after “%s”, the article%s has “%s” and the quotation “%s”", utf8.RuneCountInString(part[:n])+1, of,
		clipLeft(part[:n], 24), where, clip(f.text[at+n:], 12), clip(part[n:], 12)), "copy the words from the article"
}

// meantFirst is the numbers of the blocks, the one that is meant first.
func (a *Article) meantFirst(block int) []int {
	order := []int{block}
	for i := range a.Blocks {
		if i != block {
			order = append(order, i)
		}
	}
	return slices.DeleteFunc(order, func(i int) bool { return i >= len(a.Blocks) })
}

// nearFromEnd is near for a part whose very beginning differs: it looks for the
// longest end that stands in the text.
func (a *Article) nearFromEnd(part string, block int) (what, remedy string) {
	const alike = 12 // bytes that must agree
	blocks := a.meantFirst(block)
	holder := func(tail string) int {
		return slices.IndexFunc(blocks, func(i int) bool { return strings.Contains(a.fold(i).text, tail) })
	}
	skip := sort.Search(len(part), func(n int) bool { return holder(part[n:]) >= 0 }) // what holds an end holds all shorter ones
	for skip < len(part) && !utf8.RuneStart(part[skip]) {
		skip++
	}
	tail := part[skip:]
	if len(tail) < alike {
		return fmt.Sprintf("nothing like “%s” stands in the article", clip(part, 40)), "copy the words from the article"
	}
	before, _, _ := strings.Cut(a.fold(blocks[holder(tail)]).text, tail)
	if skip == 0 {
		return fmt.Sprintf("the quotation cuts a word: the article has “%s” before it", clipLeft(before, 12)), "quote whole words"
	}
	return fmt.Sprintf("before “%s” the article has “%s” and the quotation “%s”", clip(tail, 24), clipLeft(before, 12), clipLeft(part[:skip], 12)), "copy the words from the article"
}

// clip is the beginning of s, at most n letters.
func clip(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i] + "…"
		}
		n--
	}
	return s
}

// clipLeft is the end of s, at most n letters.
func clipLeft(s string, n int) string {
	for i := len(s); i > 0; n-- {
		if n == 0 {
			return "…" + s[i:]
		}
		_, w := utf8.DecodeLastRuneInString(s[:i])
		i -= w
	}
	return s
}
