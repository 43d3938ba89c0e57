package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/printable"
)

// View draws the screen. It only reads the model: every frame is a function of
// the state, and exactly as wide and high as the terminal.
func (m Model) View() tea.View {
	v := tea.NewView(m.Frame())
	v.AltScreen = true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = printable.Title("timeline: " + m.titleText())
	v.Cursor = m.cursor()
	return v
}

func (m Model) titleText() string {
	if m.data.Meta.Short != "" {
		return m.data.Meta.Short
	}
	return m.data.Meta.Title
}

// Frame is the screen as text: one line a row, each as wide as the terminal.
func (m Model) Frame() string {
	l := m.lay
	if l.width == 0 || l.height == 0 {
		return ""
	}
	if l.tiny {
		return m.renderTiny()
	}
	rows := make([]string, 0, l.height)
	rows = append(rows, m.renderHeader(l.width))
	if l.axis.Dy() > 0 {
		rows = append(rows, m.renderAxis(l.width))
	}
	rows = append(rows, m.renderBars(l.width, l.bars.Dy())...)
	if l.marker.Dy() > 0 {
		rows = append(rows, m.renderMarker(l.width))
	}
	if l.rule.Dy() > 0 {
		rows = append(rows, m.renderRule(l.width))
	}
	rows = append(rows, m.renderMain()...)
	rows = append(rows, m.renderStatus(l.width))
	m.spellOut(rows)
	return strings.Join(rows, "\n")
}

// spellOut writes over the lowest rows what is wrong and what to do about it, if
// that is too long for its place: nothing else on the screen would say so.
func (m Model) spellOut(rows []string) {
	const most = 4
	w, last := m.lay.width, len(rows)-1
	text := ""
	switch {
	case m.prompt.kind != promptNone:
		if last--; m.prompt.bad && width(clean(m.prompt.hint)) > w/3 {
			text = m.prompt.hint
		}
	case m.notice.warn && width(clean(m.notice.text))+3 > w:
		text = m.notice.text
	}
	if text == "" {
		return
	}
	lines := wrap("! "+clean(text), max(w-2, 1))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = cut(lines[most-1], w-4) + " …"
	}
	for k, line := range lines {
		if y := last - len(lines) + 1 + k; y > 0 {
			rows[y] = m.th.warn.paint(fit(" "+line, w))
		}
	}
}

// renderMain draws the list and the side pane beside each other, or, where there
// is room for one, the one that is in use.
func (m Model) renderMain() []string {
	l := m.lay
	h := l.list.Dy()
	if !l.wide {
		if m.sideInUse() {
			return m.renderSide(l.side.Dx(), h)
		}
		return m.renderLeft(l.list.Dx(), h)
	}
	left, right := m.renderLeft(l.list.Dx(), h), m.renderSide(l.side.Dx(), h)
	divider := m.th.rule.paint("│")
	rows := make([]string, h)
	for y := range rows {
		rows[y] = left[y] + divider + right[y]
	}
	return rows
}

// sideInUse tells whether the side pane takes the screen when there is one pane.
func (m Model) sideInUse() bool {
	return m.picker.kind != pickNone || m.reader.open || m.focus == focusSide
}

func (m Model) renderLeft(w, h int) []string {
	if m.view != viewTimeline {
		return m.renderRecords(w, h)
	}
	return m.renderList(w, h)
}

func (m Model) renderSide(w, h int) []string {
	switch {
	case m.picker.kind != pickNone:
		return m.renderPicker(w, h)
	case m.reader.open:
		return m.renderReader(w, h)
	case m.view != viewTimeline:
		return m.renderRecord(w, h)
	}
	return m.renderDetail(w, h)
}

// renderTiny is the screen of a terminal that is too small for any other.
func (m Model) renderTiny() string {
	rows := blanks(m.lay.width, m.lay.height)
	text := []string{"too small", fmt.Sprintf("%d×%d", m.lay.width, m.lay.height), "q quits"}
	if m.lay.width >= 20 {
		text[0] = "timeline needs 24×6"
	}
	for y := range rows {
		if y < len(text) {
			rows[y] = m.th.text.paint(fit(text[y], m.lay.width))
		}
	}
	return strings.Join(rows, "\n")
}

// renderHeader says what is open, how much of it is shown and why, and which
// day is selected. The filters matter most: they are cut last.
func (m Model) renderHeader(w int) string {
	date := ""
	if i, ok := m.selected(); ok && m.view == viewTimeline {
		date = " " + m.data.Date(i).English(edtf.Long) + " "
	}
	state := english.Count(m.data.Len(), "event", "events")
	title := " " + clean(m.titleText()) + "  "
	if !m.data.Meta.Period.IsZero() && w >= 80 {
		title = " " + clean(m.titleText()) + "  " + m.data.Meta.Period.English(edtf.Long) + "  "
	}
	if !m.query.Empty() {
		return m.renderFilters(w, title, date)
	}
	if width(title)+width(state)+width(date) > w {
		title = " " + clean(m.titleText()) + "  "
		state = english.Thousands(m.data.Len())
	}
	if width(title)+width(state)+width(date) > w && w < 60 {
		date = ""
	}
	room := max(w-width(date)-width(title), 0)
	if room < 8 {
		title, room = " ", max(w-width(date)-1, 0)
	}
	return fit(m.th.title.paint(title)+m.th.muted.paint(fit(state, room))+m.th.strong.paint(date), w)
}

// renderFilters is the header while filters are on. For want of room the title
// goes first, then the date, which the list shows too, and then the ends of the
// filters; how many events they leave always stays.
func (m Model) renderFilters(w int, title, date string) string {
	labels := make([]string, len(m.query.Terms))
	for k, t := range m.query.Terms {
		labels[k] = clean(t.Label(m.data))
	}
	filters := strings.Join(labels, " · ")
	count := " → " + english.Thousands(len(m.shown)) + " of " + english.Thousands(m.data.Len())
	if width(title)+width(filters)+width(count)+width(date) > w {
		title = " "
	}
	if width(title)+width(filters)+width(count)+width(date) > w {
		date = ""
	}
	filters = cut(filters, max(w-width(title)-width(count)-width(date), 1))
	room := max(w-width(title)-width(date), 0)
	return fit(m.th.title.paint(title)+m.th.chip.paint(fit(filters+count, room))+m.th.strong.paint(date), w)
}

// renderStatus is the bottom line: the prompt, the last notice, or the keys.
func (m Model) renderStatus(w int) string {
	switch {
	case m.prompt.kind != promptNone:
		return m.renderPrompt(w)
	case m.notice.text != "":
		r := m.th.text
		text := " " + clean(m.notice.text)
		if m.notice.warn {
			r, text = m.th.warn, " ! "+clean(m.notice.text)
		}
		return r.paint(fit(text, w))
	}
	return m.renderFooter(w)
}

func (m Model) renderPrompt(w int) string {
	label := " " + m.prompt.kind.label()
	hint := clean(m.prompt.hint)
	if m.prompt.bad && width(hint) > w/3 {
		hint = ""
	}
	r := m.th.muted
	if m.prompt.bad {
		r = m.th.warn
	}
	inputWidth := max(min(width(m.prompt.input.Value())+2, w-width(label)-12), 12)
	in := m.prompt.input
	in.SetWidth(max(inputWidth-1, 1))
	field := fit(in.View(), inputWidth)
	rest := max(w-width(label)-inputWidth, 0)
	return fit(m.th.key.paint(label)+field+r.paint(cut(" "+hint, rest)), w)
}

// cursor is where the terminal's own cursor stands while text is typed.
func (m Model) cursor() *tea.Cursor {
	at := func(c *tea.Cursor, x, y int) *tea.Cursor {
		if c == nil || x+c.X >= m.lay.width {
			return nil
		}
		return tea.NewCursor(x+c.X, y)
	}
	switch {
	case m.lay.tiny:
		return nil
	case m.prompt.kind != promptNone:
		return at(m.prompt.input.Cursor(), 1+width(m.prompt.kind.label()), m.lay.status.Min.Y)
	case m.picker.kind != pickNone && m.lay.side.Dy() > 1:
		return at(m.picker.input.Cursor(), m.lay.side.Min.X+3, m.lay.side.Min.Y+1)
	}
	return nil
}

// renderFooter names the most useful keys that work here, as many as fit: the
// way to the help comes first when there is little room.
func (m Model) renderFooter(w int) string {
	if m.picker.kind != pickNone {
		return strings.Repeat(" ", w)
	}
	here := m.scope()
	whole := m.reader.article != nil || m.reader.plain != nil
	room := w - 1
	kept := map[string]bool{}
	for _, id := range footOrder {
		for _, a := range m.table {
			if n := width(m.footText(a)) + 2; a.id == id && a.where&here != 0 && n <= room && !(whole && id == "article") && !(m.view != viewTimeline && ofEvents[id]) {
				kept[id] = true
				room -= n
			}
		}
	}
	var b strings.Builder
	b.WriteByte(' ')
	for _, a := range m.table {
		if kept[a.id] && a.where&here != 0 {
			k := footKey(a)
			b.WriteString(m.th.key.paint(k) + m.th.faint.paint(" "+m.footWord(a)+"  "))
		}
	}
	return fit(b.String(), w)
}

// footOrder is which actions the footer names, the most needed first.
var footOrder = []string{
	"help", "open", "article", "quit", "actors", "search", "next-source", "down", "scroll-down", "go-to", "copy", "previous-month", "zoom-in", "next-event",
}

// footWords are the footer's short names for actions.
var footWords = map[string]string{
	"down": "move", "scroll-down": "scroll", "previous-month": "month", "zoom-in": "zoom", "go-to": "go to", "open": "read",
	"article": "whole article", "next-source": "source", "search": "search", "actors": "actors", "copy": "copy", "help": "help",
	"quit": "quit", "next-event": "event",
}

// footKeys are keys that the footer gives in pairs.
var footKeys = map[string]string{"down": "j/k", "scroll-down": "j/k", "previous-month": "[ ]", "zoom-in": "z/Z", "next-event": "J/K"}

func footKey(a action) string {
	if k, ok := footKeys[a.id]; ok {
		return k
	}
	return a.keys.Help().Key
}

// ofEvents are actions that the footer leaves out where no events are listed.
var ofEvents = map[string]bool{"previous-month": true, "zoom-in": true, "next-event": true, "copy": true}

func (m Model) footWord(a action) string {
	if a.id == "open" && m.view != viewTimeline {
		return "list events"
	}
	return footWords[a.id]
}

func (m Model) footText(a action) string { return footKey(a) + " " + m.footWord(a) }
