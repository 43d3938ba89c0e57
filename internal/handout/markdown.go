package handout

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/tours"
)

// Markdown writes a handout as Markdown: what HTML has, with the strip as a list.
func Markdown(w io.Writer, d *events.Dataset, t *tours.Tour, c Copy) error {
	p := newPage(d, t, c)
	m := markdown{}
	m.paragraph("# ", p.title)
	m.paragraph("", p.subtitle)
	m.paragraph("**", p.question)
	m.paragraph("", p.intro)
	for _, mark := range p.strip.marks {
		m.item(fmt.Sprintf("%s: stop %d", mark.date, mark.number))
	}
	m.paragraph("", p.strip.missing())
	for _, e := range p.stops {
		m.entry(e)
	}
	m.paragraph("## ", "Cited")
	for _, work := range p.works {
		m.item(work)
	}
	m.paragraph("", p.edition)
	_, err := m.WriteTo(w)
	return err
}

type markdown struct {
	bytes.Buffer
	listing bool
}

// paragraph writes foreign text behind a mark, unless there is none; the mark ** stands
// behind it too.
func (m *markdown) paragraph(mark, text string) {
	if text == "" {
		return
	}
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	m.listing = false
	m.WriteString(mark + printable.Markdown(printable.Line(strings.Join(strings.Fields(text), " "))))
	if mark == "**" {
		m.WriteString(mark)
	}
	m.WriteByte('\n')
}

// item writes an item of a list.
func (m *markdown) item(text string) {
	if !m.listing {
		m.WriteByte('\n')
	}
	m.listing = true
	m.WriteString("- " + printable.Markdown(printable.Line(strings.Join(strings.Fields(text), " "))) + "\n")
}

func (m *markdown) entry(e entry) {
	m.paragraph("## ", fmt.Sprintf("%d. %s", e.number, e.name))
	m.paragraph("", e.date)
	for _, b := range e.blocks {
		m.paragraph("", b.Text)
		for _, c := range b.Claims {
			m.paragraph("> ", c.Text)
			m.paragraph("> ", located(c))
		}
		for _, line := range b.Lines {
			m.item(line)
		}
	}
	m.paragraph("**", e.ask)
	if e.ask != "" && len(e.answer)+len(e.dispute) == 0 {
		for range answerLines {
			m.paragraph("", strings.Repeat("_", 60))
		}
	}
	for _, part := range []struct {
		label string
		texts []string
	}{{"Answer", e.answer}, {"Disagreement", e.dispute}, {"Note", []string{e.note}}} {
		for n, text := range part.texts {
			if n == 0 && text != "" {
				text = part.label + ": " + text
			}
			m.paragraph("", text)
		}
	}
}
