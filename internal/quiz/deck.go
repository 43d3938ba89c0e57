package quiz

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"timeline/internal/events"
)

// Sizes of decks.
const (
	MinCards     = 2
	MaxCards     = 9
	DefaultCards = 5
	fewestCards  = 3 // that are dealt where no number is asked for
)

// leastSettled is the share of a deck's pairs, in hundredths, that must be settled.
const leastSettled = 60

// Deck is a hand of events to be put in order of time.
type Deck struct {
	Cards []events.Index // as dealt
	truth *Truth
}

// NewDeck is a deck of chosen cards, such as those of a tour; of more than MaxCards the
// first.
func NewDeck(d *events.Dataset, cards []events.Index) Deck {
	return Deck{cards[:min(len(cards), MaxCards)], NewTruth(d)}
}

// dateWords are the months and the seasons.
var dateWords = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "spring", "summer", "autumn", "winter"}

// dated tells whether a title gives a date away: by a year, a month or a season. It is
// asked of every event that may be dealt, of which there may be a million.
func dated(title string) bool {
	for word := range strings.FieldsFuncSeq(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		digits := 0
		for _, b := range []byte(word) {
			if digits++; b < '0' || b > '9' {
				digits = 0
			}
			if digits == 4 {
				return true
			}
		}
		if slices.ContainsFunc(dateWords, func(w string) bool { return strings.EqualFold(word, w) }) {
			return true
		}
	}
	return false
}

// deal makes a deck of n of the events, or tells that these have none. At least six
// in ten of its pairs are settled, and some order gets full marks.
func deal(t *Truth, r dealer, from []events.Index, n int) (Deck, bool) {
	pool := slices.DeleteFunc(slices.Clone(from), func(i events.Index) bool { return dated(t.data.Titles.At(int(i))) })
	shuffle(r, pool)
	const tries, looked = 40, 200
	for range min(tries, len(pool)) {
		deck := Deck{pool[:1:1], t}
		for _, i := range pool[1:min(len(pool), looked)] {
			if len(deck.Cards) == n {
				break
			}
			if next := (Deck{append(slices.Clone(deck.Cards), i), t}); next.fair() {
				deck = next
			}
		}
		if len(deck.Cards) == n && deck.Orders() > 0 {
			shuffle(r, deck.Cards)
			return deck, true
		}
		pool = append(pool[1:], pool[0])
	}
	return Deck{}, false
}

// fair tells whether enough pairs of the deck are settled.
func (k Deck) fair() bool {
	all := len(k.Cards) * (len(k.Cards) - 1) / 2
	return 100*len(k.pairs(Verdict.Settled)) >= leastSettled*all
}

// Pair is two cards of a deck, by their places in it, with what the records say. If that
// settles their order, A is the earlier.
type Pair struct {
	A, B int
	Verdict
}

// pairs lists the pairs of which the verdict is wanted.
func (k Deck) pairs(want func(Verdict) bool) []Pair {
	var list []Pair
	for b := range k.Cards {
		for a := range b {
			v := k.truth.Of(k.Cards[a], k.Cards[b])
			switch {
			case !want(v):
			case v.Settled() && v.First == k.Cards[b]:
				list = append(list, Pair{b, a, v})
			default:
				list = append(list, Pair{a, b, v})
			}
		}
	}
	return list
}

// Open lists the pairs of which either order is defensible.
func (k Deck) Open() []Pair { return k.pairs(func(v Verdict) bool { return !v.Settled() }) }

// Marks are what an order of the cards earns: a point for each settled pair that
// stands the right way round. Open pairs count neither way.
type Marks struct {
	Right, Settled int
	ByDates        int // of the settled pairs
	ByLinks        int
	Wrong          []Pair // settled pairs that stand the wrong way round
}

// Full tells whether nothing is wrong.
func (m Marks) Full() bool { return m.Right == m.Settled }

// Mark scores an order: order[0] is the place in Cards of the card put first. Every
// card must be in it once.
func (k Deck) Mark(order []int) Marks {
	at := make([]int, len(order))
	for place, card := range order {
		at[card] = place
	}
	var m Marks
	for _, p := range k.pairs(Verdict.Settled) {
		m.Settled++
		if p.Ground == Dates {
			m.ByDates++
		}
		if at[p.A] >= at[p.B] {
			m.Wrong = append(m.Wrong, p)
		}
	}
	m.ByLinks, m.Right = m.Settled-m.ByDates, m.Settled-len(m.Wrong)
	return m
}

// Orders is how many orders of the cards get full marks, at most MaxCards of them.
func (k Deck) Orders() int {
	n := len(k.Cards)
	before := make([]uint, n) // by card: those that must come before it
	for _, p := range k.pairs(Verdict.Settled) {
		before[p.B] |= 1 << p.A
	}
	ways := make([]int, 1<<n) // by set of cards: orders in which these can come first
	ways[0] = 1
	for set := uint(1); set < 1<<n; set++ {
		for rest := set; rest != 0; rest &= rest - 1 {
			last := bits.TrailingZeros(rest)
			if without := set &^ (1 << last); before[last]&^without == 0 {
				ways[set] += ways[without]
			}
		}
	}
	return ways[1<<n-1]
}

// InOrder is an order of the cards that gets full marks: among those, the order of
// the dataset as far as it can be had. Every deck that is dealt has one.
func (k Deck) InOrder() []int {
	order := make([]int, len(k.Cards))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return int(k.Cards[a]) - int(k.Cards[b]) })
	settled := k.pairs(Verdict.Settled)
	var sorted []int
	for len(order) > 0 {
		free := slices.IndexFunc(order, func(card int) bool {
			return !slices.ContainsFunc(settled, func(p Pair) bool { return p.B == card && slices.Contains(order, p.A) })
		})
		free = max(free, 0) // the records contradict themselves: any will do
		sorted, order = append(sorted, order[free]), slices.Delete(order, free, free+1)
	}
	return sorted
}
