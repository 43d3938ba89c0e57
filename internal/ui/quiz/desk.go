package quiz

import (
	"fmt"

	"timeline/internal/events"
	"timeline/internal/quiz"
)

// phase is what is on the desk.
type phase uint8

const (
	asking   phase = iota // a question
	answered              // a question with its answer
	ended                 // how all questions were answered
	laying                // cards that lie, and one in the hand
	laid                  // all cards, still to be checked
	checked               // all cards, with their dates
)

// desk is where somebody is in a set.
type desk struct {
	data   *events.Dataset
	sit    *quiz.Sitting
	at     int // the question that is looked at; how many there are for the end
	hand   hand
	cursor int // a choice, or what else can be chosen
	top    int // the first row of the body in sight
}

func newDesk(d *events.Dataset, s *quiz.Set) *desk {
	return &desk{data: d, sit: quiz.Sit(s), hand: deal(len(s.Deck.Cards))}
}

func (k *desk) phase() phase {
	switch {
	case k.sit.Kind.Cards() && k.sit.Order != nil:
		return checked
	case k.sit.Kind.Cards() && k.hand.full():
		return laid
	case k.sit.Kind.Cards():
		return laying
	case k.at == len(k.sit.Questions):
		return ended
	case k.at < len(k.sit.Given):
		return answered
	}
	return asking
}

// title is the heading, briefly without the filters.
func (k *desk) title(brief bool) string {
	if brief && k.sit.Code != (quiz.Code{}) {
		return k.sit.Kind.Title() + " · " + k.sit.Code.String()
	}
	return k.sit.Title()
}

// where says how far somebody is: "question 2 of 6", briefly "2/6".
func (k *desk) where(brief bool) string {
	n, of, what, after := k.at+1, len(k.sit.Questions), "question ", ""
	switch k.phase() {
	case answered:
		if !brief { // the set's code needs the room
			after = fmt.Sprintf(" · %d right", k.sit.Right())
		}
	case ended:
		n, what, after = k.sit.Right(), "", " right"
	case laying:
		n, of, what = len(k.hand.laid)+1, k.hand.n, "card "
	case laid:
		n, of, what = k.hand.n, k.hand.n, ""
		if !brief {
			after = " cards"
		}
	case checked:
		m := k.sit.Deck.Mark(k.sit.Order)
		if !brief {
			return m.Brief()
		}
		n, of = m.Right, m.Settled
	}
	if brief {
		return fmt.Sprintf("%d/%d%s", n, of, after)
	}
	return fmt.Sprintf("%s%d of %d%s", what, n, of, after)
}

// question is the one that is looked at; nil where none is.
func (k *desk) question() *quiz.Question {
	if p := k.phase(); p != asking && p != answered {
		return nil
	}
	return &k.sit.Questions[k.at]
}

// turn goes n questions on, not beyond the one that is asked, or to the end when all
// are answered.
func (k *desk) turn(n int) {
	to := min(max(k.at+n, 0), len(k.sit.Given))
	if !k.sit.Kind.Cards() && to != k.at {
		k.at, k.cursor, k.top = to, 0, 0
	}
}

// atCursor are the events of the card or the pair at the cursor, when all are checked.
func (k *desk) atCursor() []events.Index {
	deck := k.sit.Deck
	if k.cursor < len(k.sit.Order) {
		card := k.sit.Order[k.cursor]
		return deck.Cards[card : card+1]
	}
	p := append(deck.Mark(k.sit.Order).Wrong, deck.Open()...)[k.cursor-len(k.sit.Order)]
	return []events.Index{deck.Cards[min(p.A, p.B)], deck.Cards[max(p.A, p.B)]}
}
