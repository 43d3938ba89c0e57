package quiz

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
)

// Kind is what a set asks for.
type Kind uint8

// The kinds of sets.
const (
	Order  Kind = iota // put events in order of time
	Source             // from which article is a quotation?
	Agree              // do two articles agree, and if not, on what?
	Basis              // how was a date had?
	Who                // whom does an article mean by a name?
	Career             // put one actor's events in order of time
	Alone              // how many articles tell of an event?
)

var kindNames = []string{"order", "source", "agree", "basis", "who", "career", "alone"}

var kindTitles = []string{
	"Put them in order", "Who wrote it?", "Do they agree?", "How is it dated?", "Who is meant?", "A career in order", "Who tells of it?",
}

var kindAsks = []string{
	"put events in order of time", "from which article is a quotation?", "do two articles agree, and if not, on what?", "how was a date had?",
	"whom does an article mean by a name?", "put the events of one actor in order of time", "how many of the articles tell of an event?",
}

// Kinds are all kinds.
func Kinds() []Kind { return []Kind{Order, Source, Agree, Basis, Who, Career, Alone} }

// KindNames are the names of all kinds.
func KindNames() []string { return slices.Clone(kindNames) }

// ParseKind reads the name of a kind. The error names the kind that was perhaps meant.
func ParseKind(s string) (Kind, error) {
	if n := slices.Index(kindNames, s); n >= 0 {
		return Kind(n), nil
	}
	return 0, fmt.Errorf("unknown kind of quiz %q%s", s, english.Between(": did you mean ", events.Nearest(s, kindNames), "?"))
}

// ParseName reads what a set is called: a kind, a code, or both. What is missing is the
// usual kind, and the code of the seed.
func ParseName(d *events.Dataset, typed string, usual Kind, seed uint64) (Kind, Code, error) {
	words := strings.Fields(typed)
	k, code, err := usual, CodeOf(d, seed), error(nil)
	if len(words) > 0 && !strings.ContainsAny(words[0], "0123456789") {
		if k, err = ParseKind(words[0]); err != nil {
			return k, code, err
		}
		words = words[1:]
	}
	switch len(words) {
	case 0:
	case 1:
		code, err = ParseCode(d, words[0])
	default:
		err = fmt.Errorf("%q is too much: write a kind and a code, such as order %s", typed, CodeOf(d, 17))
	}
	return k, code, err
}

func (k Kind) String() string { return kindNames[k] }

// Title is the kind as the heading of a set.
func (k Kind) Title() string { return kindTitles[k] }

// Asks is what a set asks for, in a line: "how was a date had?"
func (k Kind) Asks() string { return kindAsks[k] }

// Cards tells whether the set is a deck of cards, and not a list of questions.
func (k Kind) Cards() bool { return k == Order || k == Career }

// Question asks for one of several choices.
type Question struct {
	Ask     string
	Given   []string // what it is asked of: a title, a quotation …; texts of the dataset
	Choices []string
	Right   []int          // the choices that count: at least one
	Why     string         // the reason of the answer
	Event   events.Index   // of which it is asked
	Claims  []events.Claim // what the answer rests on: at least one
	Cites   []string       // the same as citations
}

// rests makes claims what the answer rests on.
func (q *Question) rests(d *events.Dataset, claims ...events.Claim) {
	q.Claims = append(q.Claims, claims...)
	q.Cites = cites(d, q.Claims)
}

// cites cites claims, each citation once.
func cites(d *events.Dataset, claims []events.Claim) []string {
	var list []string
	for _, c := range claims {
		list = append(list, d.Cited(events.Citation{Source: c.Source, At: c.At}))
	}
	return unique(list)
}

// Set is a set of cards or of questions.
type Set struct {
	Kind      Kind
	Code      Code
	About     string     // whose career it is; empty for the other kinds
	From      string     // of which events it is made, in words; empty for all
	Deck      Deck       // of Order and Career
	Questions []Question // of the others
}

// Title is the set's heading: "Put them in order · set 4f2a-17". A deck of chosen cards
// has no code.
func (s *Set) Title() string {
	title := s.Kind.Title()
	if s.About != "" {
		title += ": " + s.About
	}
	if s.From != "" {
		title += " · " + s.From
	}
	if s.Code == (Code{}) {
		return title
	}
	return title + " · set " + s.Code.String()
}

// Sizes of sets of questions.
const (
	MaxQuestions     = 40
	DefaultQuestions = 6
)

// New makes the set of a code from some of the events, in the order of the dataset;
// n is how many cards or questions are wanted, 0 for as many as usual. It fails
// where there is nothing that may be asked, with the reason.
func New(d *events.Dataset, k Kind, c Code, from []events.Index, n int) (*Set, error) {
	s := &Set{Kind: k, Code: c}
	r := newDealer(c, k)
	if k.Cards() {
		return s.deal(d, r, from, n)
	}
	if n == 0 {
		n = DefaultQuestions
	}
	makers := map[Kind]func(*events.Dataset, []events.Index) []Question{Source: sources, Agree: agreements, Basis: bases, Who: names, Alone: tellers}
	all := makers[k](d, from)
	if len(all) == 0 {
		return nil, lacking(d, k, from, n)
	}
	shuffle(r, all)
	s.Questions = varied(all, n)
	return s, nil
}

// varied takes the first n questions, but takes turns between the answers: a set of
// which nearly every answer is the same asks nothing.
func varied(all []Question, n int) []Question {
	byAnswer := map[int][]Question{}
	var answers []int // in the order in which they come up
	for _, q := range all {
		a := q.Right[0]
		if byAnswer[a] == nil {
			answers = append(answers, a)
		}
		byAnswer[a] = append(byAnswer[a], q)
	}
	var list []Question
	for len(list) < min(n, len(all)) {
		for _, a := range answers {
			if left := byAnswer[a]; len(left) > 0 && len(list) < n {
				list, byAnswer[a] = append(list, left[0]), left[1:]
			}
		}
	}
	return list
}

func (s *Set) deal(d *events.Dataset, r dealer, from []events.Index, n int) (*Set, error) {
	if n == 0 {
		for n = DefaultCards; n > fewestCards; n-- {
			if set, err := s.deal(d, r, from, n); err == nil {
				return set, nil
			}
		}
	}
	if n < MinCards || n > MaxCards {
		return nil, fmt.Errorf("a deck has %d to %d cards, not %d", MinCards, MaxCards, n)
	}
	truth := NewTruth(d)
	groups := []string{""}
	if s.Kind == Career {
		groups = protagonists(d, from, n)
		shuffle(r, groups)
	}
	for _, actor := range groups {
		if deck, ok := deal(truth, r, taking(d, from, actor), n); ok {
			s.Deck, s.About = deck, d.ActorName(actor)
			return s, nil
		}
	}
	return nil, lacking(d, s.Kind, from, n)
}

// protagonists are the actors with at least n of the events, in the order of the
// dataset.
func protagonists(d *events.Dataset, from []events.Index, n int) []string {
	counts := make([]int, len(d.Actors))
	for _, i := range from {
		for _, a := range d.ActorsOf.At(int(i)) {
			counts[a]++
		}
	}
	var ids []string
	for a, count := range counts {
		if count >= n {
			ids = append(ids, d.Actors[a].ID)
		}
	}
	return ids
}

// taking are the events in which the actor takes part; all for "".
func taking(d *events.Dataset, from []events.Index, actor string) []events.Index {
	if actor == "" {
		return from
	}
	n := uint16(d.ActorNumber(actor))
	return slices.DeleteFunc(slices.Clone(from), func(i events.Index) bool { return !slices.Contains(d.ActorsOf.At(int(i)), n) })
}

// unique returns the texts, each once.
func unique(texts []string) []string {
	var list []string
	for _, t := range texts {
		if !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}

// printed tells whether date words are the article's own: ours stand in brackets.
func printed(words string) bool { return words != "" && !strings.HasPrefix(words, "(") }
