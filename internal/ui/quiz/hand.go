package quiz

import "slices"

// hand is a game of n cards: those that lie, in order, and those still to be laid, which
// come in the order in which they were dealt.
type hand struct {
	n    int
	laid []int // places in the deck
	at   int   // the gap for the next card or, when all lie, the card at the cursor
}

// deal lays the first card: there is only one place for it.
func deal(n int) hand { return hand{n, []int{0}, 1} }

// full tells whether all cards lie.
func (h hand) full() bool { return len(h.laid) == h.n }

// last is the last place that the gap or the cursor can be at.
func (h hand) last() int {
	if h.full() {
		return h.n - 1
	}
	return len(h.laid)
}

// move moves the gap or the cursor.
func (h hand) move(n int) hand {
	h.at = min(max(h.at+n, 0), h.last())
	return h
}

// put lays the next card into the gap.
func (h hand) put() hand {
	if h.full() {
		return h
	}
	h.laid = slices.Insert(slices.Clone(h.laid), h.at, len(h.laid))
	if !h.full() {
		h.at++
	}
	return h
}

// back takes the card that was dealt last into the hand again.
func (h hand) back() hand {
	if card := len(h.laid) - 1; card > 0 {
		h.at = slices.Index(h.laid, card)
		h.laid = slices.Delete(slices.Clone(h.laid), h.at, h.at+1)
	}
	return h
}

// carry moves the card at the cursor by one place, when all lie.
func (h hand) carry(n int) hand {
	to := h.at + n
	if !h.full() || to < 0 || to >= h.n {
		return h
	}
	h.laid = slices.Clone(h.laid)
	h.laid[h.at], h.laid[to] = h.laid[to], h.laid[h.at]
	h.at = to
	return h
}
