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

// names are the spellings that a dataset knows.
type names struct {
	data    *events.Dataset
	all     []spelling
	exact   map[string][]int // by folded spelling, particles joined: positions in all
	begins  map[string]bool  // first words of spellings, folded, with their particle and without
	longest int              // words of the longest spelling
	known   map[string]bool  // folded words that occur in the dataset
	titles  map[string]bool  // folded titles of sources and of their sections
	sources [][]string       // by source: the folded names by which texts call it
}

// spelling is one way to write the name of an actor or of a place.
type spelling struct {
	actor, place int // position in the dataset; -1 where it is the other
	as           string
	form         events.SpellingForm
	folded       string // with particles joined to the next word
}

func newNames(d *events.Dataset) *names {
	n := &names{data: d, exact: map[string][]int{}, begins: map[string]bool{}, known: map[string]bool{}, titles: map[string]bool{}}
	add := func(actor, place int, canonical string, list []events.Spelling) {
		if !slices.ContainsFunc(list, func(s events.Spelling) bool { return s.As == canonical }) {
			list = append([]events.Spelling{{As: canonical}}, list...)
		}
		for _, s := range list {
			n.add(spelling{actor, place, s.As, s.Form, query.JoinParticles(events.Fold(s.As))})
		}
	}
	for i := range d.Actors {
		add(i, -1, d.Actors[i].Name, d.Actors[i].Spellings)
	}
	for i := range d.Places {
		add(-1, i, d.Places[i].Name, d.Places[i].Spellings)
	}
	n.words()
	n.works()
	return n
}

func (n *names) add(s spelling) {
	if s.folded == "" {
		return
	}
	n.exact[s.folded] = append(n.exact[s.folded], len(n.all))
	n.all = append(n.all, s)
	for _, folded := range []string{s.folded, events.Fold(s.as)} {
		first, _, _ := strings.Cut(folded, " ")
		n.begins[first] = true
	}
	n.longest = max(n.longest, len(strings.Fields(events.Fold(s.as))))
}

// words takes down every word that the dataset writes.
func (n *names) words() {
	learn := func(text string) {
		for w := range strings.FieldsSeq(events.Fold(text)) {
			n.known[w] = true
		}
	}
	for i := range n.data.Len() {
		learn(n.data.Text.At(i))
	}
	for _, s := range n.all {
		learn(s.as)
	}
	for i := range n.data.Actors {
		learn(n.data.Actors[i].Profile)
	}
	for i := range n.data.Sources {
		s := &n.data.Sources[i]
		learn(s.Title + " " + s.Container + " " + s.Publisher + " " + s.Byline() + " " + s.Profile)
		if l := n.data.Layout(s.ID); l != nil {
			for k := range l.Blocks {
				learn(l.Blocks[k].Heading)
			}
		}
	}
}

// works takes down what the sources and their sections are called.
func (n *names) works() {
	for i := range n.data.Sources {
		s := &n.data.Sources[i]
		called := []string{events.Fold(s.Title), events.Fold(s.Short)}
		title, _, _ := strings.Cut(s.Title, ":")
		for _, t := range append(called, events.Fold(title)) {
			n.titles[t] = true
		}
		for _, a := range s.Authors {
			called = append(called, events.Fold(a.Family))
		}
		if len(s.Authors) == 0 { // otherwise a journal's name is that of many works
			called = append(called, events.Fold(s.Container))
		}
		n.sources = append(n.sources, called)
		if l := n.data.Layout(s.ID); l != nil {
			for k := range l.Blocks {
				n.titles[events.Fold(l.Blocks[k].Heading)] = true
			}
		}
	}
	delete(n.titles, "")
}

// preferred finds the actor for whom one spelling is asked for.
func (n *names) preferred(actor, as string) (int, error) {
	if i := n.data.ActorNumber(actor); i >= 0 {
		return i, nil
	}
	found := -1
	for _, k := range n.exact[query.JoinParticles(events.Fold(actor))] {
		if a := n.all[k].actor; a >= 0 && n.all[k].form != events.FormWeak {
			if found >= 0 && found != a {
				return -1, fmt.Errorf("several actors are called %q: name one by its id", actor)
			}
			found = a
		}
	}
	if found < 0 {
		hint := ""
		if m := query.MatchActors(n.data, actor); len(m) > 0 {
			hint = fmt.Sprintf(": did you mean %s?", n.data.Actors[m[0].Actor].ID)
		}
		return -1, fmt.Errorf("no actor is called %q, whose name is to be written %q%s", actor, as, hint)
	}
	return found, nil
}

// mention is a name in a text.
type mention struct {
	Span
	as []int // positions in names.all: the spellings that it is
}

// mentions finds the names in a text: of several that begin at a word, the longest.
func (n *names) mentions(text string) (found []mention) {
	words := nameWords(text)
	for i := 0; i < len(words); {
		took := 1
		first := events.Fold(text[words[i].From:words[i].To])
		if !startsName(text[words[i].From:]) || !n.begins[first] && !particle[first] {
			i++
			continue
		}
		for k := min(n.longest+2, len(words)-i); k >= 1; k-- {
			span := Span{words[i].From, words[i+k-1].To}
			if strings.ContainsAny(text[span.From:span.To], ".,;:!?()[]\"“”«»—–/") { // it parts several names
				continue
			}
			if as := n.exact[query.JoinParticles(events.Fold(text[span.From:span.To]))]; as != nil {
				found = append(found, mention{span, as})
				took = k
				break
			}
		}
		i += took
	}
	return found
}

// startsName tells whether a name can begin here: with a capital, or a small particle
// that a capital follows.
func startsName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if unicode.IsUpper(r) || unicode.IsDigit(r) {
		return true
	}
	word := s
	if i := strings.IndexFunc(s, func(r rune) bool { return !isWord(r) }); i >= 0 {
		word = s[:i]
	}
	if !particle[strings.ToLower(word)] && word != "northern" && word != "sub" {
		return false
	}
	rest := strings.TrimLeft(s[len(word):], " -’'‘`ʿ")
	r, _ = utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r)
}

var particle = set("al el ag abu abou uld ould ben bin ibn abd de d l la le the")

// nameWords are the words of a text as names have them: hyphens and apostrophes part
// them, and the ending of the genitive is none.
func nameWords(text string) (words []Span) {
	start := -1
	for i, r := range text + " " {
		if isWord(r) || r == '`' || r == 'ʿ' {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			s := Span{start, i}
			before, _ := utf8.DecodeLastRuneInString(text[:start])
			genitive := (text[start:i] == "s" || text[start:i] == "S") && (before == '’' || before == '\'')
			if !genitive {
				words = append(words, s)
			}
		}
		start = -1
	}
	return words
}
