package notes

import (
	"fmt"
	"strings"
	"time"

	"timeline/internal/tours"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// frame is the whole screen: h rows of w cells.
func (m Model) frame() string {
	if m.w < 1 || m.h < 1 {
		return ""
	}
	t, at := m.tour()
	var rows []row
	switch {
	case len(m.choices) > 0:
		rows = m.choose()
	case t != nil && m.wide():
		rows = m.wideRows(t, at)
	case t != nil:
		rows = m.narrowRows(t, at)
	default:
		rows = m.idle()
	}
	rows = rows[:min(len(rows), m.h-1)]
	for len(rows) < m.h-1 {
		rows = append(rows, row{})
	}
	rows = append(rows, m.foot())
	lines := make([]string, len(rows))
	for i, r := range rows {
		lines[i] = r.draw(m.theme, m.w)
	}
	return strings.Join(lines, "\n")
}

// wide tells whether there is room for two columns.
func (m Model) wide() bool { return m.w >= 100 && m.h >= 24 }

// span is text in a role.
type span struct {
	text string
	role theme.Role
}

// row is a line of the screen, with what stands at its right end.
type row struct{ left, right []span }

func plain(text string) row { return row{left: []span{{text, theme.Ink}}} }

// draw draws a row in exactly w cells. What stands at its right keeps its room.
func (r row) draw(th *theme.Theme, w int) string {
	right, role := paint.Cut(text(r.right), w), theme.Muted
	room := w - paint.Width(right)
	if right != "" {
		role = r.right[0].role
		room = max(room-1, 0) // parts it from the rest
	}
	var b strings.Builder
	used := 0
	for _, s := range r.left {
		if part := paint.Cut(s.text, room-used); part != "" {
			b.WriteString(th.Paint(s.role, part))
			used += paint.Width(part)
		}
	}
	return b.String() + strings.Repeat(" ", w-paint.Width(right)-used) + th.Paint(role, right)
}

func text(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.text)
	}
	return b.String()
}

// rule is a line across the screen.
func (m Model) rule() row {
	return row{left: []span{{strings.Repeat("─", m.w), theme.Rule}}}
}

// following tells whether the class's screen runs, in a mark and, where there is room,
// in words.
func (m Model) following(long bool) []span {
	switch {
	case m.session == nil:
		return nil
	case !m.session.Alive:
		return []span{{"the class’s screen ended ○ ", theme.Red}}
	case m.session.Black:
		return []span{{"the class’s screen is black ● ", theme.Amber}}
	case m.session.Away:
		return []span{{"the tour is paused ● ", theme.Amber}}
	case long:
		return []span{{"follows the class’s screen ● ", theme.Green}}
	}
	return []span{{"● follows ", theme.Green}}
}

// choose asks which of several tours is to be followed.
func (m Model) choose() []row {
	rows := []row{{left: []span{{" Several tours are running. Which is yours?", theme.Strong}}}, m.rule(), {}}
	for n, s := range m.choices {
		rows = append(rows, plain(fmt.Sprintf(" %d  %s, stop %d of %d, process %d", n+1, paint.Clean(s.Tour), s.Stop, s.Of, s.PID)))
	}
	return rows
}

// idle says why there is nothing to show.
func (m Model) idle() []row {
	head := row{left: []span{{" Notes", theme.Strong}}, right: m.following(true)}
	say := "No tour is running. Start one in another terminal: timeline present TOUR"
	if m.session != nil && m.session.Dataset != m.cfg.Data.Digest() {
		say = "The class’s screen shows another dataset, or another edition of this one. Start this screen with the same --data."
	} else if m.session != nil {
		say = fmt.Sprintf("This dataset has no tour %q with %d stops.", m.session.Tour, m.session.Of)
	}
	rows := []row{head, m.rule(), {}}
	return append(rows, m.paragraph(say, m.w-2, 1, theme.Ink)...)
}

// paragraph wraps text to rows of at most width cells behind an indent.
func (m Model) paragraph(s string, width, indent int, r theme.Role) []row {
	var rows []row
	for _, line := range paint.Wrap(paint.Clean(s), max(width, 8)) {
		rows = append(rows, row{left: []span{{strings.Repeat(" ", indent), theme.None}, {strings.TrimRight(line, " "), r}}})
	}
	return rows
}

// foot is the keys, or what went wrong with the last one.
func (m Model) foot() row {
	switch {
	case m.notice != "":
		return row{left: []span{{" " + m.notice, theme.Red}}}
	case m.digits != "":
		return row{left: []span{{" " + m.digits, theme.Strong}, {"  enter goes to that stop", theme.Muted}}}
	case len(m.choices) > 0:
		return row{left: []span{{" a number chooses   q close this screen only", theme.Muted}}}
	case m.session == nil:
		return row{left: []span{{" q close", theme.Muted}}}
	case m.wide():
		return row{left: []span{{" space on   ← back   n p stop   b black   c clock stops for a question   9 enter to stop 9   ↑ ↓ scroll   q close", theme.Muted}}}
	}
	if m.w < barsFrom {
		return row{left: []span{{" space on  ← back  b black  q close", theme.Muted}}}
	}
	return row{left: []span{{" space on  ← back  n p stop  b black  c clock  ↑ ↓ scroll  q close", theme.Muted}}}
}

// minutesOf is a duration as 8:52.
func minutesOf(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

func planned(minutes float64) time.Duration { return time.Duration(minutes * float64(time.Minute)) }

// barOf shows how much of a time has gone, in w cells.
func barOf(gone, whole time.Duration, w int) string {
	full := w
	if whole > 0 && gone < whole {
		full = int(int64(w) * int64(gone) / int64(whole))
	}
	return strings.Repeat("█", full) + strings.Repeat("░", w-full)
}

// pace says how far the session is from the plan: what the stops before were to take,
// and this one so far; long, that it is the plan.
func pace(t *tours.Tour, at tours.Position, session, atStop time.Duration, long bool) string {
	plan := planned(t.Planned(at.Stop - 1))
	if s := t.Stop(at); s != nil {
		plan += min(atStop, planned(s.Minutes))
	}
	behind, ahead := " behind", " ahead"
	if long {
		behind, ahead = " behind the plan", " ahead of the plan"
	}
	const slack = 5 * time.Second
	switch late := session - plan; {
	case at.Stop == 0:
		return ""
	case late > slack:
		return minutesOf(late) + behind
	case late < -slack:
		return minutesOf(-late) + ahead
	}
	return "on the plan"
}

// stepsSeen are the steps of the stop, those that are revealed first, each with a mark;
// if they are to be long, with what is in them.
func (m Model) stepsSeen(t *tours.Tour, at tours.Position, long bool) []string {
	s := t.Stop(at)
	if s == nil {
		return []string{"● the title of the tour"}
	}
	lines := make([]string, len(s.Show))
	for n, step := range s.Show {
		mark := "○ "
		if n < at.Step {
			mark = "● "
		}
		lines[n] = mark + step.String()
		if n == at.Step-1 && m.session.Pages > 1 {
			lines[n] += fmt.Sprintf(" (page %d of %d)", m.session.Page, m.session.Pages)
		}
		if !long || len(step) > 1 {
			continue
		}
		switch step[0] {
		case tours.Heading:
			lines[n] += "   " + paint.Clean(s.Heading)
		case tours.Claims:
			lines[n] += m.counted(s)
		}
	}
	return lines
}

// counted says how many of an event's claims a stop shows.
func (m Model) counted(s *tours.Stop) string {
	i, ok := m.cfg.Data.Find(s.ID)
	if !ok {
		return ""
	}
	all := len(m.cfg.Data.Event(i).Claims)
	if len(s.Claims) == 0 {
		return fmt.Sprintf("    all %d", all)
	}
	return fmt.Sprintf("    %d of %d", len(s.Claims), all)
}

// next is the stop after the present one, nil at the end.
func next(t *tours.Tour, at tours.Position) *tours.Stop {
	if at.Stop >= len(t.Stops) {
		return nil
	}
	return &t.Stops[at.Stop]
}
