package quiz

import (
	"slices"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Sitting is somebody at a set: what was answered so far. Nothing is kept when it is
// over.
type Sitting struct {
	*Set
	Given []int // the choices, in the order of the questions
	Order []int // the cards as they were laid for good; nil until then
}

// Sit begins a set.
func Sit(s *Set) *Sitting { return &Sitting{Set: s} }

// Over tells whether all is answered.
func (s *Sitting) Over() bool {
	if s.Kind.Cards() {
		return s.Order != nil
	}
	return len(s.Given) == len(s.Questions)
}

// Next is the question that is asked; nil if there is none.
func (s *Sitting) Next() *Question {
	if len(s.Given) >= len(s.Questions) {
		return nil
	}
	return &s.Questions[len(s.Given)]
}

// Choose answers the question that is asked.
func (s *Sitting) Choose(choice int) { s.Given = append(s.Given, choice) }

// Lay lays all cards for good: order[0] is the place in the deck of the card put first.
func (s *Sitting) Lay(order []int) { s.Order = slices.Clone(order) }

// Right is how many of the answers are right.
func (s *Sitting) Right() int {
	right := 0
	for n, choice := range s.Given {
		if s.Questions[n].Counts(choice) {
			right++
		}
	}
	return right
}

// Score tells how the answers so far stand. Before the cards were laid it is empty.
func (s *Sitting) Score() string {
	switch {
	case !s.Kind.Cards():
		return Score(s.Right(), len(s.Given))
	case s.Order == nil:
		return ""
	}
	return s.Deck.Mark(s.Order).Score()
}

// Report is what was answered, with the answers, to be taken away: Markdown.
func (s *Sitting) Report(d *events.Dataset) string {
	p := &sheet{markdown: true}
	p.heading(s.Title())
	for n, choice := range s.Given {
		q := &s.Questions[n]
		p.line(strconv.Itoa(n+1)+". ", q.Ask+" "+strings.Join(q.Given, " "))
		p.line("   ", Letter(choice)+". "+q.Verdict(choice)+" "+q.Answer())
	}
	for _, card := range s.Order {
		i := s.Deck.Cards[card]
		p.line("- ", Letter(card)+", "+d.Date(i).English(edtf.Long)+": "+d.Titles.At(int(i))+" ["+Cited(d, i)+"]")
	}
	if len(s.Given)+len(s.Order) > 0 {
		p.WriteByte('\n')
	}
	for _, line := range s.Outcome() {
		p.line("", line)
	}
	return p.String()
}

// Outcome is what is told at the end besides the answers: the score and the code; of
// cards also what was wrong, what is open and why.
func (s *Sitting) Outcome() []string {
	list := []string{s.Score()}
	if s.Order != nil {
		m := s.Deck.Mark(s.Order)
		for _, p := range m.Wrong {
			list = append(list, p.Words())
		}
		list = append(list, s.Deck.Tally(m))
		for _, p := range s.Deck.Open() {
			list = append(list, p.Words())
		}
		list = append(list, s.Deck.WaysOf(m))
	}
	list = append(list, s.Again())
	return slices.DeleteFunc(list, func(line string) bool { return line == "" })
}
