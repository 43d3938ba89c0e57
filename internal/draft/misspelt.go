package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"timeline/internal/events"
	"timeline/internal/query"
)

// misspelt reports names in a paragraph that are a letter or two off a spelling.
func (k *check) misspelt(p *checked) {
	if p.Kind == Heading || p.Kind == BlockQuote || p.sentences == nil {
		return
	}
	for _, run := range runsOf(p.Text) {
		for len(run) > 1 && common[strings.ToLower(p.Text[run[0].From:run[0].To])] && startsSentence(p, run[0].From) {
			run = run[1:] // The, In and the like have their capital of the sentence
		}
		if k.isQuoted(p, run[0].From) {
			continue
		}
		for i := 0; i < len(run); {
			took := 1
			longest := min(len(run)-i, k.names.longest+1)
			if i > 0 && particle[p.Text[run[i-1].From:run[i-1].To]] && p.Text[run[i-1].To:run[i].From] == "-" {
				longest = 0 // the end of another name, as of Bilad al-Maghrib
			}
			for n := longest; n >= 1; n-- {
				span := Span{run[i].From, run[i+n-1].To}
				name := p.Text[span.From:span.To]
				if k.names.exact[query.JoinParticles(events.Fold(name))] != nil {
					took = n
					break
				}
				if near := k.names.nearest(name, n == len(run), startsSentence(p, span.From)); near != "" {
					k.report(Finding{
						offset: p.Source(span.From), Rule: RuleName, Fault: true, Reading: near,
						Message: fmt.Sprintf("“%s” is no spelling that the dataset knows: did you mean “%s”?", name, near),
					})
					took = n
					break
				}
			}
			i += took
		}
	}
}

// runsOf are the runs of capitalised words, with the small particles between them, that
// only spaces, hyphens and apostrophes join.
func runsOf(text string) (runs [][]Span) {
	var run []Span
	flush := func() {
		for len(run) > 0 && !isCapital(text[run[len(run)-1].From:]) {
			run = run[:len(run)-1]
		}
		if len(run) > 0 {
			runs = append(runs, run)
		}
		run = nil
	}
	for _, w := range nameWords(text) {
		word := text[w.From:w.To]
		if len(run) > 0 && strings.Trim(text[run[len(run)-1].To:w.From], " -’'‘`") != "" || !isCapital(word) && !particle[word] {
			flush()
		}
		if isCapital(word) || particle[word] && startsName(text[w.From:]) {
			run = append(run, w)
		}
	}
	flush()
	return runs
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "`ʿ"))
	return unicode.IsUpper(r)
}

func (k *check) isQuoted(p *checked, pos int) bool {
	return p.Kind == BlockQuote || slices.ContainsFunc(p.quotations, func(q Span) bool { return q.holds(pos) })
}

func startsSentence(p *checked, pos int) bool {
	return slices.ContainsFunc(p.sentences, func(s Span) bool { return s.holds(pos) && strings.Trim(p.Text[s.From:pos], " “‘\"'«([") == "" })
}

// Lengths of names, in letters, from which a slip of one letter or of two is told from
// another name.
const (
	oneSlip     = 5
	oneSlipAt   = 6 // at the beginning of a sentence, where every word has a capital
	twoSlips    = 9
	firstLetter = 7 // in shorter names the first letter must be right
)

// nearest is the spelling that a name is a slip of, or "". alone says that no other
// capitalised word stands beside the name, first that it begins a sentence.
func (n *names) nearest(name string, alone, first bool) string {
	folded := query.JoinParticles(events.Fold(name))
	words := strings.Fields(folded)
	letters := len(folded) - len(words) + 1
	if letters < oneSlip || first && len(words) == 1 && letters < oneSlipAt || len(words) == 1 && !alone && letters < firstLetter {
		return ""
	}
	if !n.mayBeSlip(name, words) {
		return ""
	}
	limit := 2
	if letters >= twoSlips && !(len(words) == 1 && first) {
		limit = 3
	}
	best := ""
	shouted := strings.ToUpper(name) == name
	for _, s := range n.all {
		if s.form.Shared() || len(s.folded) < oneSlip || shouted && strings.ToUpper(s.as) != s.as {
			continue
		}
		if len(words) == 1 && letters < firstLetter && replaced(folded, s.folded) && !query.SoundsAlike(folded, s.folded) {
			continue
		}
		if letters < firstLetter && s.folded[0] != folded[0] || derived(folded, s.folded) {
			continue
		}
		if d := events.Distance(folded, s.folded, limit); d < limit && n.slips(words, strings.Fields(s.folded)) {
			best, limit = s.as, d
		}
	}
	return best
}

// replaced tells whether two words differ in letters that stand for others: Spawn and
// Spain are two words. A letter too many or too few, or two by turns, are slips.
func replaced(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 >= len(a) || a[i] != b[i+1] || a[i+1] != b[i]
}

// directions are words that make another name of a name.
var directions = set("north south east west northern southern eastern western central upper lower new old greater")

// mayBeSlip tells whether some word of a name is neither known nor plain English.
func (n *names) mayBeSlip(name string, words []string) bool {
	for w := range strings.FieldsSeq(events.Fold(name)) {
		if !n.known[w] && !directions[w] && len(w) > 3 {
			return true
		}
	}
	return len(words) == 1 && !n.known[words[0]] && strings.Contains(name, " ")
}

// slips tells whether the words in which two names differ can be slips: none of them is
// a word that the dataset writes.
func (n *names) slips(a, b []string) bool {
	if len(a) != len(b) {
		return strings.Join(a, "") == strings.Join(b, "")
	}
	for i := range a {
		if a[i] != b[i] && (n.known[a[i]] || directions[a[i]] || derived(a[i], b[i])) {
			return false
		}
	}
	return true
}

// endings make adjectives, peoples and plurals of names.
var endings = set("n an ian ans ians i is s es ese ien iens ic ist ists ism ite ites ine")

// derived tells whether one name is made of the other, as Tunisian of Tunisia.
func derived(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	ends := func(x, y string) bool {
		return endings[x] && (y == "" || len(y) <= 2 && strings.Trim(y, "aeious") == "" || y == "y" && len(x) > 2) // Italy, Italian
	}
	return i >= 3 && (ends(a[i:], b[i:]) || ends(b[i:], a[i:]))
}
