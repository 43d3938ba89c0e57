package quiz

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/quiz"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// asked is a question and, once it is answered, its answer: with room between its parts
// where there is enough.
func (k *desk) asked(th *theme.Theme, w, h int) *page {
	roomy := k.spaced(th, w, true)
	if len(roomy.rows) <= h {
		return roomy
	}
	return k.spaced(th, w, false)
}

func (k *desk) spaced(th *theme.Theme, w int, roomy bool) *page {
	p := &page{th: th, w: w}
	q := k.question()
	gap := func() {
		if roomy {
			p.rows = append(p.rows, strings.Repeat(" ", w))
		}
	}
	gap()
	p.put(nil, q.Ask, theme.Strong)
	var lead []span
	if !roomy && len(q.Given) > 1 {
		lead = []span{{"· ", theme.Faint}}
	}
	for _, g := range q.Given {
		gap()
		p.put(lead, g, given(g))
	}
	p.blank()
	if k.phase() == answered {
		k.answer(p, q)
		return p
	}
	for n, choice := range q.Choices {
		p.choice([]span{{quiz.Letter(n) + "  ", theme.BlueStrong}}, choice, n == k.cursor)
	}
	return p
}

// given sets quotations off from other texts; the marks say the same.
func given(text string) theme.Role {
	if strings.HasPrefix(text, "“") {
		return theme.Green
	}
	return theme.Ink
}

// answer is what was chosen, what is right and why, and what that rests on.
func (k *desk) answer(p *page, q *quiz.Question) {
	chosen := k.sit.Given[k.at]
	for n, choice := range q.Choices {
		mark, role := "  ", theme.Muted
		switch {
		case q.Counts(n):
			mark, role = "✓ ", theme.Green
		case n == chosen:
			mark, role = "× ", theme.Red
		}
		if n == chosen {
			choice += " (your answer)"
		}
		p.put([]span{{mark, role}, {quiz.Letter(n) + "  ", theme.Muted}}, choice, role)
	}
	p.blank()
	p.told = len(p.rows)
	role := theme.Red
	if q.Counts(chosen) {
		role = theme.Green
	}
	p.put([]span{{q.Verdict(chosen) + " ", role}}, q.Solution(), theme.Ink)
	k.rests(p, q)
}

// rests is what the answer rests on, and what stands there, unless it was asked of it.
func (k *desk) rests(p *page, q *quiz.Question) {
	p.blank()
	lead := "rests on "
	next := strings.Repeat(" ", len(lead))
	if p.w < roomyWidth {
		p.put(nil, lead, theme.Faint)
		lead, next = "· ", "· "
	}
	indent := strings.Repeat(" ", paint.Width(next))
	for _, c := range q.Claims {
		claim := document.Claim{Claim: c}
		p.put([]span{{lead, theme.Faint}}, k.data.Cited(events.Citation{Source: c.Source, At: c.At})+" · "+claim.DatedShort(), theme.Muted)
		lead = next
		text := c.Says
		if c.Quote != "" {
			text = "“" + c.Quote + "”"
		}
		if !slices.Contains(q.Given, text) {
			p.put([]span{{indent, theme.None}}, text, given(text))
		}
	}
}

// ended is how all questions were answered.
func (k *desk) ended(th *theme.Theme, w int) *page {
	p := &page{th: th, w: w}
	p.rows = append(p.rows, strings.Repeat(" ", w))
	outcome := k.sit.Outcome()
	p.put(nil, outcome[0], theme.Strong)
	for _, line := range outcome[1:] {
		p.put(nil, line, theme.Muted)
	}
	p.blank()
	for n, chosen := range k.sit.Given {
		q := &k.sit.Questions[n]
		lead := span{"✓ ", theme.Green}
		told := quiz.Letter(chosen)
		if !q.Counts(chosen) {
			lead = span{"× ", theme.Red}
			told += ", not " + quiz.Letter(q.Right[0])
		}
		number := fmt.Sprintf("%2d  ", n+1)
		told = paint.Cut(paint.Clean(told+": "+strings.Join(q.Given, " ")), p.text()-paint.Width(lead.text+number))
		p.choice([]span{lead, {number, theme.Muted}}, told, n == k.cursor)
	}
	return p
}
