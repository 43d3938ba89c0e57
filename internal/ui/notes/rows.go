package notes

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/tours"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// told is what the presenter knows of a stop, all of it.
type told struct {
	name, date, note, ask, answer string
	rests                         []string
}

func (m Model) told(t *tours.Tour, at tours.Position) told {
	s := t.Stop(at)
	if s == nil {
		return told{name: t.Title, note: t.Intro, ask: t.Question}
	}
	out := told{note: s.Note, ask: s.Ask, answer: s.Answer, name: s.Heading}
	for _, b := range t.See(m.cfg.Data, t.Whole(at)).Blocks {
		switch b.Part {
		case tours.Title:
			out.name = b.Text
		case tours.Date:
			out.date = b.Date.English(edtf.Long)
		case tours.Answer:
			out.rests = b.Lines
		}
	}
	return out
}

// number is "6 of 12".
func number(t *tours.Tour, at tours.Position) string {
	if at.Stop == 0 {
		return fmt.Sprintf("before 1 of %d", len(t.Stops))
	}
	return fmt.Sprintf("%d of %d", at.Stop, len(t.Stops))
}

// wideRows is the screen with two columns.
func (m Model) wideRows(t *tours.Tour, at tours.Position) []row {
	x := m.told(t, at)
	session, atStop := m.session.Clock.Read(m.now)
	rows := []row{
		{left: []span{{" Notes · " + paint.Clean(t.Title), theme.Strong}}, right: m.following(true)}, m.rule(),
		{left: []span{{" " + number(t, at) + "   ", theme.Muted}, {paint.Clean(x.name), theme.Strong}}, right: []span{{x.date + " ", theme.Ink}}}, {},
	}
	if s := t.Stop(at); s != nil {
		whole := planned(s.Minutes)
		rows = append(rows, plain(fmt.Sprintf(" this stop  %-14s %s", minutesOf(atStop)+" of "+minutesOf(whole), barOf(atStop, whole, 20))))
	} else {
		rows = append(rows, row{})
	}
	whole := planned(t.Minutes)
	runs := "the clock stands "
	if m.session.Clock.Running() {
		runs = "clock runs since stop 1 "
	}
	rows = append(rows, row{
		left:  []span{{fmt.Sprintf(" session    %-14s %s   ", minutesOf(session)+" of "+minutesOf(whole), barOf(session, whole, 20)), theme.Ink}, {pace(t, at, session, atStop, true), theme.Strong}},
		right: []span{{runs, theme.Muted}},
	}, m.rule(), row{})
	side := m.w*2/3 - 3
	left := m.scrolled(m.main(x, side-3), m.h-1-len(rows))
	right := m.side(t, at, m.w-side-4)
	for n := range max(len(left), len(right), m.h-1-len(rows)) {
		var l, r row
		if n < len(left) {
			l = left[n]
		}
		if n < len(right) {
			r = right[n]
		}
		pad := max(side-paint.Width(text(l.left)), 0)
		spans := append(slices.Clone(l.left), span{strings.Repeat(" ", pad), theme.None}, span{"│  ", theme.Rule})
		rows = append(rows, row{left: append(spans, r.left...)})
	}
	return rows
}

// main is the column of what is said.
func (m Model) main(x told, w int) []row {
	var rows []row
	part := func(label, text string, role theme.Role) {
		if text == "" {
			return
		}
		rows = append(rows, row{left: []span{{" " + label, theme.Muted}}}, row{})
		rows = append(append(rows, m.paragraph(text, w, 1, role)...), row{}, row{})
	}
	part("NOTE", x.note, theme.Ink)
	part("QUESTION", x.ask, theme.Strong)
	part("ANSWER", x.answer, theme.Ink)
	if len(x.rests) > 0 {
		rows = rows[:max(len(rows)-1, 0)]
		label := " rests on  "
		if x.answer == "" {
			label = " order     "
		}
		for _, r := range x.rests {
			for _, line := range paint.Wrap(paint.Clean(r), max(w-10, 8)) {
				rows = append(rows, row{left: []span{{label, theme.Muted}, {strings.TrimRight(line, " "), theme.Ink}}})
				label = strings.Repeat(" ", len(label))
			}
		}
	}
	return rows
}

// side is the column of what the class sees, and of what comes then.
func (m Model) side(t *tours.Tour, at tours.Position, w int) []row {
	rows := []row{{left: []span{{"THE CLASS SEES", theme.Muted}}}, {}}
	for _, s := range m.stepsSeen(t, at, true) {
		rows = append(rows, plain(paint.Cut(s, w)))
	}
	if then := next(t, at); then != nil {
		rows = append(rows, row{}, row{}, row{left: []span{{"THEN", theme.Muted}}}, row{})
		n := m.told(t, tours.Position{Stop: at.Stop + 1, Step: 1})
		rows = append(rows, row{left: []span{{paint.Cut(fmt.Sprintf("%-3d%s", at.Stop+1, paint.Clean(n.name)), w), theme.Strong}}}, plain("   "+minutesOf(planned(then.Minutes))))
		rows = append(rows, m.paragraph(n.ask, w-3, 3, theme.Muted)...)
	}
	return rows
}

// narrowRows is the screen in one column.
func (m Model) narrowRows(t *tours.Tour, at tours.Position) []row {
	x := m.told(t, at)
	head := []row{{left: []span{{" Notes  " + number(t, at) + "  ", theme.Muted}, {paint.Clean(x.name), theme.Strong}}, right: m.following(false)}, plain(m.clock(t, at)), m.rule()}
	var rows []row
	rows = append(rows, m.paragraph(x.note, m.w-4, 1, theme.Ink)...)
	marked := func(mark, text string, role theme.Role) {
		if text == "" {
			return
		}
		rows = append(rows, row{})
		for n, r := range m.paragraph(text, m.w-6, 3, role) {
			if n == 0 {
				r.left[0].text = " " + mark + " "
			}
			rows = append(rows, r)
		}
	}
	marked("?", x.ask, theme.Strong)
	marked("=", x.answer, theme.Ink)
	if len(x.rests) > 0 {
		rows = append(rows, m.paragraph(strings.Join(x.rests, " · "), m.w-6, 3, theme.Muted)...)
	}
	rows = append(rows, row{})
	rows = append(rows, m.paragraph("The class sees  "+strings.Join(m.stepsSeen(t, at, false), " "), m.w-4, 1, theme.Ink)...)
	if then := next(t, at); then != nil {
		n := m.told(t, tours.Position{Stop: at.Stop + 1, Step: 1})
		rows = append(rows, row{}, m.rule(), row{left: []span{{fmt.Sprintf(" Then %d  %s  %s", at.Stop+1, paint.Clean(n.name), minutesOf(planned(then.Minutes))), theme.Strong}}})
		rows = append(rows, m.paragraph(n.ask, m.w-11, 9, theme.Muted)...)
	}
	return append(head, m.scrolled(rows, m.h-1-len(head))...)
}

// clock is how long all takes, in one row.
func (m Model) clock(t *tours.Tour, at tours.Position) string {
	session, atStop := m.session.Clock.Read(m.now)
	s := t.Stop(at)
	behind := pace(t, at, session, atStop, false)
	stands := ""
	if !m.session.Clock.Running() && session > 0 {
		stands = "   stands"
	}
	if m.w < barsFrom {
		stop := ""
		if s != nil {
			stop = minutesOf(atStop) + "/" + minutesOf(planned(s.Minutes)) + " · "
		}
		return " " + stop + minutesOf(session) + "/" + minutesOf(planned(t.Minutes)) + "  " + behind + stands
	}
	stop := ""
	if s != nil {
		stop = fmt.Sprintf(" stop %s of %s %s  ", minutesOf(atStop), minutesOf(planned(s.Minutes)), barOf(atStop, planned(s.Minutes), 10))
	}
	return stop + " session " + minutesOf(session) + " of " + minutesOf(planned(t.Minutes)) + "   " + behind + stands
}

// barsFrom is how many cells wide a screen is that has room for bars and all keys.
const barsFrom = 60

// scrolled are the rows that have room, from the first that is to be seen. Where some are
// left over the last row says so.
func (m Model) scrolled(rows []row, room int) []row {
	if len(rows) <= room || room < 2 {
		return rows
	}
	rows = slices.Clone(rows[min(m.top, len(rows)-room):])
	if len(rows) > room {
		rows = rows[:room]
		rows[room-1] = row{left: []span{{" ↓ more", theme.Blue}}}
	}
	return rows
}
