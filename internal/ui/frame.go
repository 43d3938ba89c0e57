package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/printable"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// View draws the screen. It only reads the model: every frame is a function of
// the state, and exactly as wide and high as the terminal.
func (m *Model) View() tea.View {
	v := tea.NewView(m.Frame())
	v.AltScreen = true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = printable.Title("timeline: " + m.titleText())
	v.Cursor = m.cursor()
	return v
}

func (m *Model) titleText() string {
	if m.c.Data.Meta.Short != "" {
		return m.c.Data.Meta.Short
	}
	return m.c.Data.Meta.Title
}

// Frame is the screen as text: one line a row, each as wide as the terminal.
func (m *Model) Frame() string {
	l := m.lay
	if l.width == 0 || l.height == 0 {
		return ""
	}
	switch {
	case l.tiny:
		return m.renderTiny()
	case l.whole:
		return strings.Join(m.c.View.Draw(m.c, l.width, l.height), "\n")
	}
	rows := make([]string, 0, l.height)
	rows = append(rows, m.renderHeader(l.width))
	if l.axis.Dy() > 0 {
		rows = append(rows, m.ribbon.axis(m.c, l.width))
	}
	rows = append(rows, m.ribbon.bars(m.c, l.width, l.bars.Dy())...)
	if l.marker.Dy() > 0 {
		rows = append(rows, m.ribbon.marker(m.c, l.width))
	}
	if l.rule.Dy() > 0 {
		rows = append(rows, m.ribbon.rule(m.c, l))
	}
	rows = append(rows, m.renderMain()...)
	rows = append(rows, m.renderStatus(l.width))
	m.spellOut(rows)
	return strings.Join(rows, "\n")
}

// spellOut writes over the lowest rows what is wrong and what to do about it, if
// that is too long for its place: nothing else on the screen would say so.
func (m *Model) spellOut(rows []string) {
	const most = 4
	w, last := m.lay.width, len(rows)-1
	text := ""
	switch {
	case m.asking.Prompt != nil:
		if last--; m.asking.bad && paint.Width(paint.Clean(m.asking.hint)) > w/3 {
			text = m.asking.hint
		}
	case m.c.Notice.Warn && paint.Width(paint.Clean(m.c.Notice.Text))+3 > w:
		text = m.c.Notice.Text
	}
	if text == "" {
		return
	}
	lines := paint.Wrap("! "+paint.Clean(text), max(w-2, 1))
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = paint.Cut(lines[most-1], w-4) + " …"
	}
	for k, line := range lines {
		if y := last - len(lines) + 1 + k; y > 0 {
			rows[y] = m.c.Theme.Paint(theme.Amber, paint.Fit(" "+line, w))
		}
	}
}

// renderMain draws the view and the side pane beside each other, or, where there is
// room for one, the one that is in use.
func (m *Model) renderMain() []string {
	l := m.lay
	h := l.list.Dy()
	if !l.wide {
		if m.sideInUse() {
			return m.renderSide(l.side.Dx(), h)
		}
		return m.c.View.Draw(m.c, l.list.Dx(), h)
	}
	left, right := m.c.View.Draw(m.c, l.list.Dx(), h), m.renderSide(l.side.Dx(), h)
	divider := m.c.Theme.Paint(theme.Rule, "│")
	rows := make([]string, h)
	for y := range rows {
		rows[y] = left[y] + divider + right[y]
	}
	return rows
}

// sideInUse tells whether the side pane takes the screen when there is one pane.
func (m *Model) sideInUse() bool {
	return m.picking.Picker != nil || m.c.Over != nil || m.c.OnSide
}

func (m *Model) renderSide(w, h int) []string {
	switch {
	case m.picking.Picker != nil:
		return m.picking.draw(m.c, w, h)
	case m.c.Over != nil:
		return m.c.Over.Draw(m.c, w, h)
	}
	return m.c.View.Side().Draw(m.c, w, h)
}

// renderTiny is the screen of a terminal that is too small for any other.
func (m *Model) renderTiny() string {
	rows := paint.Blanks(m.lay.width, m.lay.height)
	text := []string{"too small", fmt.Sprintf("%d×%d", m.lay.width, m.lay.height), "q quits"}
	if m.lay.width >= 20 {
		text[0] = "timeline needs 24×6"
	}
	for y := range rows {
		if y < len(text) {
			rows[y] = m.c.Theme.Paint(theme.Ink, paint.Fit(text[y], m.lay.width))
		}
	}
	return strings.Join(rows, "\n")
}

// renderHeader says what is open, how much of it is shown and why, and which
// day is selected. The filters matter most: they are cut last.
func (m *Model) renderHeader(w int) string {
	date := ""
	if i, ok := m.c.Selected(); ok {
		date = " " + m.c.Data.Date(i).English(edtf.Long) + " "
	}
	state := english.Count(m.c.Data.Len(), "event", "events")
	title := " " + paint.Clean(m.titleText()) + "  "
	if !m.c.Data.Meta.Period.IsZero() && w >= 80 {
		title = " " + paint.Clean(m.titleText()) + "  " + m.c.Data.Meta.Period.English(edtf.Long) + "  "
	}
	if p, ok := m.c.View.(view.Picture); ok {
		return m.renderPictured(w, paint.Clean(p.Title(m.c)), date)
	}
	if !m.c.Query.Empty() {
		return m.renderFilters(w, title, date)
	}
	if paint.Width(title)+paint.Width(state)+paint.Width(date) > w {
		title = " " + paint.Clean(m.titleText()) + "  "
		state = english.Thousands(m.c.Data.Len())
	}
	if paint.Width(title)+paint.Width(state)+paint.Width(date) > w && w < 60 {
		date = ""
	}
	room := max(w-paint.Width(date)-paint.Width(title), 0)
	if room < 8 {
		title, room = " ", max(w-paint.Width(date)-1, 0)
	}
	return paint.Fit(m.c.Theme.Paint(theme.Strong, title)+m.c.Theme.Paint(theme.Muted, paint.Fit(state, room))+m.c.Theme.Paint(theme.Strong, date), w)
}

// renderPictured is the header over a picture, which says what is drawn. For want of
// room the dataset's name goes first, then the date.
func (m *Model) renderPictured(w int, drawn, date string) string {
	title := " " + paint.Clean(m.titleText()) + "  "
	if !m.c.Query.Empty() {
		return m.renderFilters(w, title+drawn+"  ", date)
	}
	th := m.c.Theme
	if paint.Width(title)+paint.Width(drawn)+paint.Width(date) > w {
		title = " "
	}
	if paint.Width(title)+paint.Width(drawn)+paint.Width(date) > w {
		date = ""
	}
	room := max(w-paint.Width(title)-paint.Width(date), 0)
	return paint.Fit(th.Paint(theme.Strong, title)+th.Paint(theme.Muted, paint.Fit(drawn, room))+th.Paint(theme.Strong, date), w)
}

// renderFilters is the header while filters are on. For want of room the title
// goes first, then the date, which the list shows too, and then the ends of the
// filters; how many events they leave always stays.
func (m *Model) renderFilters(w int, title, date string) string {
	labels := make([]string, len(m.c.Query.Terms))
	for k, t := range m.c.Query.Terms {
		labels[k] = paint.Clean(t.Label(m.c.Data))
	}
	filters := strings.Join(labels, " · ")
	count := " → " + english.Thousands(len(m.c.Shown)) + " of " + english.Thousands(m.c.Data.Len())
	if paint.Width(title)+paint.Width(filters)+paint.Width(count)+paint.Width(date) > w {
		title = " "
	}
	if paint.Width(title)+paint.Width(filters)+paint.Width(count)+paint.Width(date) > w {
		date = ""
	}
	filters = paint.Cut(filters, max(w-paint.Width(title)-paint.Width(count)-paint.Width(date), 1))
	room := max(w-paint.Width(title)-paint.Width(date), 0)
	return paint.Fit(m.c.Theme.Paint(theme.Strong, title)+m.c.Theme.Paint(theme.Amber, paint.Fit(filters+count, room))+m.c.Theme.Paint(theme.Strong, date), w)
}

// renderStatus is the bottom line: the prompt, the last notice, or the keys.
func (m *Model) renderStatus(w int) string {
	switch {
	case m.asking.Prompt != nil:
		return m.asking.draw(m.c.Theme, w)
	case m.c.Notice.Text != "":
		r := m.c.Theme.Look(theme.Ink)
		text := " " + paint.Clean(m.c.Notice.Text)
		if m.c.Notice.Warn {
			r, text = m.c.Theme.Look(theme.Amber), " ! "+paint.Clean(m.c.Notice.Text)
		}
		return r.Paint(paint.Fit(text, w))
	}
	return m.renderFooter(w)
}

// cursor is where the terminal's own cursor stands while text is typed.
func (m *Model) cursor() *tea.Cursor {
	at := func(c *tea.Cursor, x, y int) *tea.Cursor {
		if c == nil || x+c.X >= m.lay.width {
			return nil
		}
		return tea.NewCursor(x+c.X, y)
	}
	switch {
	case m.lay.tiny:
		return nil
	case m.asking.Prompt != nil:
		return at(m.asking.input.Cursor(), 1+paint.Width(m.asking.Label), m.lay.status.Min.Y)
	case m.picking.Picker != nil && m.lay.side.Dy() > 1:
		return at(m.picking.input.Cursor(), m.lay.side.Min.X+3, m.lay.side.Min.Y+1)
	}
	return nil
}

// renderFooter names the most useful keys that work here, as many as fit: the way to
// the help comes first when there is little room.
func (m *Model) renderFooter(w int) string {
	if m.picking.Picker != nil {
		return strings.Repeat(" ", w)
	}
	named := slices.DeleteFunc(m.here(), func(a view.Action) bool {
		return a.Foot.Rank == 0 || a.Foot.When != nil && !a.Foot.When(m.c)
	})
	ranked := slices.Clone(named)
	slices.SortStableFunc(ranked, func(a, b view.Action) int { return a.Foot.Rank - b.Foot.Rank })
	room, kept := w-1, map[string]bool{}
	for _, a := range ranked {
		key, word := m.footText(a)
		if n := paint.Width(key+" "+word) + 2; n <= room {
			kept[a.ID] = true
			room -= n
		}
	}
	var b strings.Builder
	b.WriteByte(' ')
	for _, a := range named {
		if kept[a.ID] {
			key, word := m.footText(a)
			b.WriteString(m.c.Theme.Paint(theme.Blue, key) + m.c.Theme.Paint(theme.Faint, " "+word+"  "))
		}
	}
	return paint.Fit(b.String(), w)
}

// footText is an action's key and its word in the footer.
func (m *Model) footText(a view.Action) (key, word string) {
	return cmp.Or(a.Foot.Keys, a.Keys.Help().Key), cmp.Or(a.Foot.Word, m.c.View.Info().Opens)
}
