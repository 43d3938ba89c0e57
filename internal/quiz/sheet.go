package quiz

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/printable"
)

// Form is how a sheet is written.
type Form uint8

// The forms of sheets.
const (
	Text     Form = iota // lines of at most 76 cells
	Markdown             // a heading, and a paragraph a line
	CSV                  // RFC 4180, a row a card or question; no cell can be taken for a formula
)

// Write writes a set as a sheet to be handed out: the class's copy, which holds no
// answer, or with answers the teacher's.
func (s *Set) Write(w io.Writer, d *events.Dataset, form Form, answers bool) error {
	if form == CSV {
		return s.csv(w, d, answers)
	}
	p := &sheet{markdown: form == Markdown}
	p.heading(s.Title())
	if s.Kind.Cards() {
		p.cards(d, s.Deck)
	} else {
		p.questions(s.Questions)
	}
	if answers {
		p.heading("Answers")
		if s.Kind.Cards() {
			for _, line := range Solution(d, s.Deck) {
				p.line("", line)
			}
		} else {
			for n, q := range s.Questions {
				p.line(strconv.Itoa(n+1)+". ", q.Answer())
			}
		}
	}
	_, err := p.WriteTo(w)
	return err
}

// sheet is a sheet of text or Markdown on its way.
type sheet struct {
	bytes.Buffer
	markdown bool
}

// sheetWidth is how wide the lines of text are, in cells.
const sheetWidth = 76

func (p *sheet) heading(s string) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	if p.markdown {
		p.WriteString("## " + printable.Markdown(printable.Line(s)) + "\n\n")
		return
	}
	p.WriteString(printable.Line(s) + "\n\n")
}

// line writes a paragraph. Its mark, such as "a) ", stands before it, and in text
// the lines below are indented as far.
func (p *sheet) line(mark, s string) {
	if p.markdown {
		p.WriteString(mark + printable.Markdown(printable.Line(strings.Join(strings.Fields(s), " "))) + "  \n")
		return
	}
	indent := mark
	for _, l := range printable.Wrap(printable.Line(s), sheetWidth-len(mark)) {
		p.WriteString(indent + l + "\n")
		indent = strings.Repeat(" ", len(mark))
	}
}

func (p *sheet) cards(d *events.Dataset, k Deck) {
	p.line("", "Number the events in the order of time, the earliest with 1. "+Rule)
	p.WriteByte('\n')
	for n, i := range k.Cards {
		p.line("__  "+Letter(n)+"  ", d.Titles.At(int(i)))
	}
}

func (p *sheet) questions(list []Question) {
	for n, q := range list {
		if n > 0 {
			p.WriteByte('\n')
		}
		p.line(strconv.Itoa(n+1)+". ", q.Ask)
		for _, g := range q.Given {
			p.line("   ", g)
		}
		for c, choice := range q.Choices {
			p.line("   "+Letter(c)+"  ", choice)
		}
	}
}

// Letter names the n-th card or choice, from zero: A.
func Letter(n int) string { return string(rune('A' + n)) }

// Solution tells an order that gets full marks, with the dates, and which pairs
// count and which do not, and why.
func Solution(d *events.Dataset, k Deck) []string {
	var lines []string
	order := k.InOrder()
	for _, n := range order {
		i := k.Cards[n]
		lines = append(lines, Letter(n)+"  "+d.Date(i).English(edtf.Long)+": "+d.Titles.At(int(i))+" ["+Cited(d, i)+"]")
	}
	lines = append(lines, k.Tally(k.Mark(order)))
	for _, p := range k.Open() {
		lines = append(lines, p.Words())
	}
	return append(lines, k.Ways())
}

// Cited cites what an event's date rests on.
func Cited(d *events.Dataset, i events.Index) string {
	list := cites(d, d.Event(i).Claims)
	const most = 3
	if len(list) > most {
		list = append(list[:most], "…")
	}
	return strings.Join(list, "; ")
}

func (s *Set) csv(w io.Writer, d *events.Dataset, answers bool) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := func(answer string, cells ...string) {
		if answers {
			cells = append(cells, answer)
		}
		for i, c := range cells {
			cells[i] = printable.CSVCell(c)
		}
		_ = out.Write(cells) // the error is kept
	}
	row("answer", "set", "kind", "number", "question", "given", "choices")
	write := func(n int, ask, given, choices, answer string) {
		row(answer, s.Code.String(), s.Kind.String(), strconv.Itoa(n+1), ask, given, choices)
	}
	place := map[int]int{}
	if s.Kind.Cards() {
		for at, card := range s.Deck.InOrder() {
			place[card] = at + 1
		}
	}
	for n, i := range s.Deck.Cards {
		write(n, s.Kind.Title(), d.Titles.At(int(i)), "", fmt.Sprintf("%d in one of %d orders; %s", place[n], s.Deck.Orders(), d.Date(i).English(edtf.Long)))
	}
	for n, q := range s.Questions {
		write(n, q.Ask, strings.Join(q.Given, "\n"), strings.Join(q.Choices, "\n"), q.Answer())
	}
	out.Flush()
	return out.Error()
}
