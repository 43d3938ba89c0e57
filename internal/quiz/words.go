package quiz

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/english"
)

// Rule goes with every deck.
const Rule = "Where the articles do not settle the order of two, either is right."

// Counts tells whether a choice is a right one.
func (q *Question) Counts(choice int) bool { return slices.Contains(q.Right, choice) }

// Solution is the right choice, or choices, with the reason.
func (q *Question) Solution() string {
	right := english.JoinedOf(" or ", q.Right, func(c int) string { return Letter(c) + " (" + strings.TrimSuffix(q.Choices[c], ".") + ")" })
	return strings.TrimSpace(right + ". " + q.Why)
}

// Answer is the solution and what it rests on.
func (q *Question) Answer() string {
	return q.Solution() + " [" + strings.Join(q.Cites, "; ") + "]"
}

// Verdict says whether a choice is right: "Right:" or "No:".
func (q *Question) Verdict(choice int) string {
	if q.Counts(choice) {
		return "Right:"
	}
	return "No:"
}

// Score tells how many of so many answers are right.
func Score(right, of int) string {
	return fmt.Sprintf("%d of %s right.", right, english.Count(of, "answer", "answers"))
}

// Brief is "5 of 6 settled pairs".
func (m Marks) Brief() string {
	return fmt.Sprintf("%d of %s", m.Right, english.Count(m.Settled, "settled pair", "settled pairs"))
}

// Score tells how many pairs are right.
func (m Marks) Score() string { return m.Brief() + " the right way round." }

// Words name a pair, and say why its order is settled, or why it is not.
func (p Pair) Words() string {
	switch p.Ground {
	case Dates:
		return Letter(p.A) + " comes before " + Letter(p.B) + ": their dates lie apart."
	case Links:
		return Letter(p.A) + " comes before " + Letter(p.B) + ": an article says that one follows the other."
	}
	return Letter(p.A) + " – " + Letter(p.B) + ": " + p.Reason
}

// Tally tells how many pairs are settled, and how.
func (k Deck) Tally(m Marks) string {
	return fmt.Sprintf("Settled by dates: %s. Settled because an article says that one follows the other: %s. Either order is defensible: %s.",
		english.Count(m.ByDates, "pair", "pairs"), english.Count(m.ByLinks, "pair", "pairs"), english.Count(len(k.Open()), "pair", "pairs"))
}

// Ways tells how many orders get full marks.
func (k Deck) Ways() string {
	n := k.Orders()
	if n == 1 {
		return "One order of these cards gets full marks."
	}
	return english.Thousands(n) + " orders of these cards get full marks."
}

// WaysOf is Ways, and whether the order that was marked is among them.
func (k Deck) WaysOf(m Marks) string {
	ways := strings.TrimSuffix(k.Ways(), ".")
	switch {
	case !m.Full():
		return ways + "; yours does not."
	case k.Orders() == 1:
		return ways + "; it is yours."
	}
	return ways + "; yours is one of them."
}

// Again tells how everybody gets the same set. A deck of chosen cards needs no code.
func (s *Set) Again() string {
	switch {
	case s.Code == (Code{}):
		return ""
	case s.From != "":
		return "The code of this set is " + s.Code.String() + ": with it, and with the same filters, everybody gets the same."
	}
	return "The code of this set is " + s.Code.String() + ": with it everybody gets the same."
}
