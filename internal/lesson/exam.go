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
	data  *events.Dataset
	set   *quiz.Set
	at    int // the question that is asked
	right int
	answer
}

// NewExam begins a conversation about a set.
func NewExam(d *events.Dataset, s *quiz.Set) *Exam { return &Exam{data: d, set: s} }

// Begin is what is said first.
func (x *Exam) Begin() []string {
	x.say(sentence(x.set.Title()))
	if x.set.Kind.Cards() {
		x.deal()
	} else {
		x.say(english.Count(len(x.set.Questions), "question", "questions"), ". Answer with a letter; leave ends the set.")
		x.ask()
	}
	return x.taken()
}

// Do answers a line. over tells that the set is done, or was left.
func (x *Exam) Do(line string) (reply []string, over bool) {
	line = strings.ToLower(strings.TrimSpace(line))
	switch {
	case line == "leave" || line == "quit" || line == "q":
		x.score()
		return x.taken(), true
	case line == "again" || line == "":
		if x.set.Kind.Cards() {
			x.deal()
		} else {
			x.ask()
		}
	case x.set.Kind.Cards():
		over = x.lay(line)
	default:
		over = x.choose(line)
	}
	return x.taken(), over
}

func (x *Exam) deal() {
	k := x.set.Deck
	for n, i := range k.Cards {
		x.say(quiz.Letter(n), ": ", sentence(x.data.Titles.At(int(i))))
	}
	x.say("Type the letters in the order of time, the earliest first, such as ", strings.ToLower(example(len(k.Cards))), ". Where the articles do not settle an order, either is right.")
}

// example is the last card first and the others after it.
func example(n int) string {
	s := quiz.Letter(n - 1)
	for i := range n - 1 {
		s += " " + quiz.Letter(i)
	}
	return s
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
	order, n := letters(line), len(x.set.Deck.Cards)
	sorted := slices.Sorted(slices.Values(order))
	if len(order) != n || sorted[0] != 0 || sorted[n-1] != n-1 || len(slices.Compact(sorted)) != n {
		x.say(fmt.Sprintf("Type each of the %d letters once, such as %s.", n, strings.ToLower(example(n))))
		return false
	}
	k := x.set.Deck
	m := k.Mark(order)
	x.say(fmt.Sprintf("%d of %s the right way round.", m.Right, english.Count(m.Settled, "settled pair", "settled pairs")))
	for _, p := range m.Wrong {
		first, second := p.A, p.B
		if p.First == k.Cards[p.B] {
			first, second = second, first
		}
		why := "their dates lie apart"
		if p.Ground == quiz.Links {
			why = "an article says that one follows the other"
		}
		x.say(quiz.Letter(first), " comes before ", quiz.Letter(second), ": ", why, ".")
	}
	for _, card := range order {
		i := k.Cards[card]
		x.say(quiz.Letter(card), ", ", x.data.Date(i).English(edtf.Spoken), ": ", sentence(x.data.Titles.At(int(i))), " [", quiz.Cited(x.data, i), "]")
	}
	for _, l := range quiz.Grounds(k, m) {
		x.say(sentence(l))
	}
	x.again()
	return true
}

func (x *Exam) ask() {
	q := &x.set.Questions[x.at]
	x.say(fmt.Sprintf("Question %d of %d. ", x.at+1, len(x.set.Questions)), sentence(q.Ask))
	for _, g := range q.Given {
		x.say(sentence(g))
	}
	for n, c := range q.Choices {
		x.say(quiz.Letter(n), ": ", sentence(c))
	}
}

// choose marks a choice and asks the next question.
func (x *Exam) choose(line string) (over bool) {
	q := &x.set.Questions[x.at]
	given := letters(line)
	if len(given) != 1 || len(line) != 1 || given[0] >= len(q.Choices) {
		x.say("Type a letter from a to ", strings.ToLower(quiz.Letter(len(q.Choices)-1)), ".")
		return false
	}
	verdict := "No: "
	if slices.Contains(q.Right, given[0]) {
		verdict = "Right: "
		x.right++
	}
	x.say(verdict, q.Answer())
	if x.at++; x.at < len(x.set.Questions) {
		x.ask()
		return false
	}
	x.score()
	return true
}

// score tells how many of the questions so far were answered rightly.
func (x *Exam) score() {
	if !x.set.Kind.Cards() {
		x.say(fmt.Sprintf("%d of %s right.", x.right, english.Count(x.at, "answer", "answers")))
	}
	x.again()
}

// again tells how the set can be had again, by everybody.
func (x *Exam) again() {
	x.say("The code of this set is ", x.set.Code.String(), ": with it everybody gets the same.")
}
