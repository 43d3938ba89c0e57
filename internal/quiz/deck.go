package quiz

import (
	"math/bits"
	"slices"

	"timeline/internal/events"
	"timeline/internal/pattern"
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

// dated finds titles that give a date away.
var dated = pattern.Lazy(`\d{4}|\b(?i:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b`)

// deal makes a deck of n of the events, or tells that these have none. At least six
// in ten of its pairs are settled, and some order gets full marks.
func deal(t *Truth, r dealer, from []events.Index, n int) (Deck, bool) {
	pool := slices.DeleteFunc(slices.Clone(from), func(i events.Index) bool { return dated().MatchString(t.data.Titles.At(int(i))) })
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

// Pair is two cards of a deck, by their places in it, with what the records say.
type Pair struct {
	A, B int
	Verdict
}

// pairs lists the pairs of which the verdict is wanted.
func (k Deck) pairs(want func(Verdict) bool) []Pair {
	var list []Pair
	for b := range k.Cards {
		for a := range b {
			if v := k.truth.Of(k.Cards[a], k.Cards[b]); want(v) {
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
		} else {
			m.ByLinks++
		}
		if (at[p.A] < at[p.B]) == (p.First == k.Cards[p.A]) {
			m.Right++
		} else {
			m.Wrong = append(m.Wrong, p)
		}
	}
	return m
}

// Orders is how many orders of the cards get full marks, at most MaxCards of them.
func (k Deck) Orders() int {
	n := len(k.Cards)
	before := make([]uint, n) // by card: those that must come before it
	for _, p := range k.pairs(Verdict.Settled) {
		if p.First == k.Cards[p.A] {
			before[p.B] |= 1 << p.A
		} else {
			before[p.A] |= 1 << p.B
		}
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
			return !slices.ContainsFunc(settled, func(p Pair) bool {
				first, second := p.A, p.B
				if p.First == k.Cards[p.B] {
					first, second = second, first
				}
				return second == card && slices.Contains(order, first)
			})
		})
		free = max(free, 0) // the records contradict themselves: any will do
		sorted, order = append(sorted, order[free]), slices.Delete(order, free, free+1)
	}
	return sorted
}
