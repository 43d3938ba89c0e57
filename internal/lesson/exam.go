package lesson

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/quiz"
)

// Exam is a conversation about a set of questions, or of cards. Nothing is kept when
// it is over.
type Exam struct {
	*quiz.Sitting
	data *events.Dataset
	answer
}

// NewExam begins a conversation about a set.
func NewExam(d *events.Dataset, s *quiz.Set) *Exam { return &Exam{data: d, Sitting: quiz.Sit(s)} }

// Begin is what is said first.
func (x *Exam) Begin() []string {
	x.say(sentence(x.Title()))
	if !x.Kind.Cards() {
		x.say(english.Count(len(x.Questions), "question", "questions"), ". Answer with a letter; leave ends the set.")
	}
	x.ask()
	return x.taken()
}

// Do answers a line. over tells that the set is done, or was left.
func (x *Exam) Do(line string) (reply []string, over bool) {
	line = strings.ToLower(strings.TrimSpace(line))
	switch {
	case line == "leave" || line == "quit" || line == "q":
		x.over()
		return x.taken(), true
	case line == "again" || line == "":
		x.ask()
	case x.Kind.Cards():
		over = x.lay(line)
	default:
		over = x.choose(line)
	}
	return x.taken(), over
}

func (x *Exam) deal() {
	k := x.Deck
	for n, i := range k.Cards {
		x.say(quiz.Letter(n), ": ", sentence(x.data.Titles.At(int(i))))
	}
	x.say("Type the letters in the order of time, the earliest first, such as ", example(len(k.Cards)), ". ", quiz.Rule)
}

// example is the last card first and the others after it.
func example(n int) string {
	s := quiz.Letter(n - 1)
	for i := range n - 1 {
		s += " " + quiz.Letter(i)
	}
	return strings.ToLower(s)
}

// letters reads letters, with anything else between them, as places from zero.
func letters(line string) []int {
	var list []int
	for _, r := range strings.ToLower(line) {
		if r >= 'a' && r <= 'z' {
			list = append(list, int(r-'a'))
		}
	}
	return list
}

// lay marks an order of the cards.
func (x *Exam) lay(line string) (over bool) {
	order, problem := orderOf(x.Deck, line)
	if problem != "" {
		x.say(problem)
		return false
	}
	x.Lay(order)
	x.laid(x.data, x.Sitting)
	return true
}

// orderOf reads an order of the cards; problem says what is wrong with it.
func orderOf(k quiz.Deck, line string) (order []int, problem string) {
	order, n := letters(line), len(k.Cards)
	sorted := slices.Sorted(slices.Values(order))
	if len(order) != n || sorted[0] != 0 || sorted[n-1] != n-1 || len(slices.Compact(sorted)) != n {
		return nil, fmt.Sprintf("Type each of the %d letters once, such as %s.", n, example(n))
	}
	return order, ""
}

// laid tells how the cards lie that were laid, and what that is worth.
func (a *answer) laid(d *events.Dataset, s *quiz.Sitting) {
	outcome := s.Outcome()
	a.say(outcome[0])
	for _, card := range s.Order {
		i := s.Deck.Cards[card]
		a.say(quiz.Letter(card), ", ", d.Date(i).English(edtf.Spoken), ": ", sentence(d.Titles.At(int(i))), " [", quiz.Cited(d, i), "]")
	}
	for _, line := range outcome[1:] {
		a.say(sentence(line))
	}
}

// ask asks for the order of the cards, or the next question.
func (x *Exam) ask() {
	if x.Kind.Cards() {
		x.deal()
		return
	}
	q := x.Next()
	x.say(fmt.Sprintf("Question %d of %d. ", len(x.Given)+1, len(x.Questions)), sentence(q.Ask))
	for _, g := range q.Given {
		x.say(sentence(g))
	}
	for n, c := range q.Choices {
		x.say(quiz.Letter(n), ": ", sentence(c))
	}
}

// choose marks a choice and asks the next question.
func (x *Exam) choose(line string) (over bool) {
	q := x.Next()
	given := letters(line)
	if len(given) != 1 || len(line) != 1 || given[0] >= len(q.Choices) {
		x.say("Type a letter from a to ", strings.ToLower(quiz.Letter(len(q.Choices)-1)), "; again repeats the question, leave ends the set.")
		return false
	}
	x.Choose(given[0])
	x.say(q.Verdict(given[0]), " ", q.Answer())
	if !x.Over() {
		x.ask()
		return false
	}
	x.over()
	return true
}

// over tells what is told at the end, also of a set that was left.
func (x *Exam) over() {
	for _, line := range x.Outcome() {
		x.say(line)
	}
}
