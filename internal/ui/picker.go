package ui

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"timeline/internal/query"
)

// pickKind is what a picker offers.
type pickKind uint8

const (
	pickNone pickKind = iota
	pickActors
	pickFacets
	pickHelp
	pickPalette
	pickBookmarks
	pickCopy
	pickAlong
)

// picker is a list in the side pane that is narrowed by typing.
type picker struct {
	kind  pickKind
	input textinput.Model
	rows  []pickRow
	cur   int  // the row under the cursor
	all   bool // several choices: all of them, instead of any
	used  bool // something was chosen since it opened

	opened query.Query // the filters when it opened: they order the rows, which then stay put
}

// pickRow is one row of a picker. Headings cannot be chosen.
type pickRow struct {
	heading bool
	label   string
	note    string // beside the label: the spelling that matched, a key, a reason
	count   string
	chosen  rune     // ' ' no, '✓' in, '−' excluded
	spans   [][2]int // bytes of the label or note to highlight
	inNote  bool     // spans are those of the note
	off     string   // why it cannot be chosen now
	choose  func(Model) (Model, tea.Cmd)
	exclude func(Model) (Model, tea.Cmd)
	widen   func(Model) (Model, tea.Cmd) // for a group: with its members
}

// pickTitles head the pickers, with what the keys do there.
var pickTitles = map[pickKind][2]string{
	pickActors:    {"Filter by actor", "enter choose · tab add · ^G members · ^E not · ^A any/all"},
	pickFacets:    {"Filter by type, place, source …", "enter choose · tab add · ^E not · ^A any/all"},
	pickHelp:      {"Keys", "type to narrow · enter does it · esc close"},
	pickPalette:   {"Run an action", "type to narrow · enter does it · esc close"},
	pickBookmarks: {"Bookmarks", "enter go there · ^E remove · esc close"},
	pickCopy:      {"Copy", "a letter or enter copies · esc close"},
	pickAlong:     {"Go along", "enter choose · esc close"},
}

func pick(kind pickKind) func(Model) (Model, tea.Cmd) {
	return func(m Model) (Model, tea.Cmd) {
		m.picker = picker{kind: kind, opened: m.query, input: newInput(max(m.lay.side.Dx()-6, 8))}
		return m.pickerChanged(), nil
	}
}

// pickerChanged makes the rows anew, for what is typed now.
func (m Model) pickerChanged() Model {
	typed := m.picker.input.Value()
	switch m.picker.kind {
	case pickActors:
		m.picker.rows = m.actorRows(typed)
	case pickFacets:
		m.picker.rows = m.facetRows(typed)
	case pickHelp:
		m.picker.rows = m.helpRows(typed)
	case pickPalette:
		m.picker.rows = m.paletteRows(typed)
	case pickBookmarks:
		m.picker.rows = m.bookmarkRows(typed)
	case pickCopy:
		m.picker.rows = m.copyRows(typed)
	case pickAlong:
		m.picker.rows = m.alongRows(typed)
	}
	return m.pickerMoved(0)
}

// pickerMoved moves the cursor by n rows, over headings.
func (m Model) pickerMoved(n int) Model {
	rows := m.picker.rows
	cur := min(max(m.picker.cur+n, 0), max(len(rows)-1, 0))
	step := sign(n)
	if n == 0 {
		step = 1
	}
	for range 2 {
		for cur >= 0 && cur < len(rows) && rows[cur].heading {
			cur += step
		}
		if cur >= 0 && cur < len(rows) {
			break
		}
		step = -step
		cur = min(max(cur+step, 0), max(len(rows)-1, 0))
	}
	m.picker.cur = max(cur, 0)
	return m
}

func (m Model) pickerKey(k tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	page := max(m.lay.side.Dy()-4, 1)
	switch k.String() {
	case "esc":
		if m.picker.input.Value() != "" {
			m.picker.input.SetValue("")
			m.picker.cur = 0
			return m.pickerChanged(), nil
		}
		m.picker = picker{}
		return m, nil
	case "enter":
		return m.pickerEnter()
	case "tab":
		return m.pickerChoose(func(r pickRow) func(Model) (Model, tea.Cmd) { return r.choose }, false)
	case "ctrl+e":
		return m.pickerChoose(func(r pickRow) func(Model) (Model, tea.Cmd) { return r.exclude }, true)
	case "ctrl+g":
		return m.pickerChoose(func(r pickRow) func(Model) (Model, tea.Cmd) { return r.widen }, true)
	case "ctrl+a":
		return m.pickerAnyAll(), nil
	case "down", "ctrl+n", "ctrl+j":
		return m.pickerMoved(1), nil
	case "up", "ctrl+p", "ctrl+k":
		return m.pickerMoved(-1), nil
	case "pgdown", "ctrl+d":
		return m.pickerMoved(page), nil
	case "pgup", "ctrl+u":
		return m.pickerMoved(-page), nil
	case "home":
		return m.pickerMoved(-len(m.picker.rows)), nil
	case "end":
		return m.pickerMoved(len(m.picker.rows)), nil
	}
	if m.picker.kind == pickCopy && len(k.Text) == 1 && m.picker.input.Value() == "" {
		if next, cmd, ok := m.copyByLetter(k.Text); ok {
			return next, cmd
		}
	}
	before := m.picker.input.Value()
	m.picker.input = typedInto(m.picker.input, k)
	if m.picker.input.Value() != before {
		m.picker.cur = 0
		return m.pickerChanged(), nil
	}
	return m, nil
}

// pickedRow is the row under the cursor, if it can be chosen.
func (m Model) pickedRow() (pickRow, bool) {
	if m.picker.cur < len(m.picker.rows) && !m.picker.rows[m.picker.cur].heading {
		return m.picker.rows[m.picker.cur], true
	}
	return pickRow{}, false
}

// pickerEnter chooses the row under the cursor and closes; after several have
// been chosen with tab it only closes.
func (m Model) pickerEnter() (tea.Model, tea.Cmd) {
	row, ok := m.pickedRow()
	used := m.picker.used
	if !ok {
		if used {
			m.picker = picker{}
		}
		return m, nil
	}
	if row.off != "" {
		return m.warns("%s: %s.", row.label, row.off), nil
	}
	m.picker = picker{}
	if used {
		return m, nil
	}
	return row.choose(m)
}

// pickerChoose does to the row under the cursor what of takes from it, and stays
// open. Pickers that are no filters only do what only they offer.
func (m Model) pickerChoose(of func(pickRow) func(Model) (Model, tea.Cmd), always bool) (tea.Model, tea.Cmd) {
	row, ok := m.pickedRow()
	if !ok {
		return m, nil
	}
	run := of(row)
	filters := m.picker.kind == pickActors || m.picker.kind == pickFacets
	switch {
	case run == nil:
		return m, nil
	case !filters && !always:
		return m.pickerMoved(1), nil
	}
	p := m.picker
	p.used = true
	next, cmd := run(m)
	next.picker = p
	next = next.pickerChanged()
	if !always {
		next = next.pickerMoved(1)
	}
	return next, cmd
}

// scrollWindow is the part of n rows, h high, that keeps cur in sight.
func scrollWindow(n, h, cur int) (from, to int) {
	from = min(max(cur-h/2, 0), max(n-h, 0))
	return from, min(from+h, n)
}

// renderPicker draws the open picker into w by h cells.
func (m Model) renderPicker(w, h int) []string {
	p := m.picker
	titles := pickTitles[p.kind]
	title := titles[0]
	if p.kind == pickActors || p.kind == pickFacets {
		title += map[bool]string{false: " · any of", true: " · all of"}[p.all]
	}
	out := make([]string, 0, h)
	add := func(line string) {
		if len(out) < h {
			out = append(out, line)
		}
	}
	add(m.th.title.paint(fit(" "+title, w)))
	add(m.th.key.paint(" > ") + m.th.text.paint(fit(p.input.Value(), w-3)))
	foot := 1
	if h < 8 {
		foot = 0
	}
	room := max(h-2-foot, 0)
	from, to := scrollWindow(len(p.rows), room, p.cur)
	for i := from; i < to; i++ {
		add(m.renderPickRow(p.rows[i], i == p.cur, w))
	}
	if len(p.rows) == 0 && room > 0 {
		add(m.th.muted.paint(fit("   nothing matches; esc empties the line", w)))
	}
	for len(out) < h-foot {
		add(strings.Repeat(" ", w))
	}
	if foot == 1 {
		add(m.th.faint.paint(fit(" "+titles[1], w)))
	}
	return out
}

func (m Model) renderPickRow(r pickRow, selected bool, w int) string {
	if r.heading {
		return m.th.muted.paint(fit(" "+r.label, w))
	}
	base, soft, cursor := m.th.text, m.th.muted, " "
	if selected {
		base, soft, cursor = m.th.selected, m.th.selectedMuted, "▌"
	}
	if r.off != "" {
		base = m.th.faint
		if selected {
			base = m.th.selectedMuted
		}
	}
	chosen := r.chosen
	if chosen == 0 {
		chosen = ' '
	}
	room := w - 4 - width(r.count) - 2
	label := cut(clean(r.label), room)
	note := ""
	if left := room - width(label) - 2; r.note != "" && left > 3 {
		note = cut(clean(r.note), left)
	}
	var b strings.Builder
	b.WriteString(m.th.marker.paint(cursor))
	b.WriteString(m.th.accent.paint(string(chosen) + " "))
	used := width(label)
	if r.inNote {
		b.WriteString(base.paint(label))
	} else {
		b.WriteString(paintSpans(label, r.spans, base, m.th.match))
	}
	if note != "" {
		b.WriteString(soft.paint("  "))
		if r.inNote {
			b.WriteString(paintSpans(note, r.spans, soft, m.th.match))
		} else {
			b.WriteString(soft.paint(note))
		}
		used += 2 + width(note)
	}
	b.WriteString(base.paint(strings.Repeat(" ", max(w-3-used-width(r.count)-1, 0))))
	b.WriteString(soft.paint(r.count + " "))
	return b.String()
}

// paintSpans paints the byte ranges of s in found and the rest in base. Ranges
// that a cut has made invalid are left out.
func paintSpans(s string, spans [][2]int, base, found role) string {
	var b strings.Builder
	at := 0
	for _, sp := range spans {
		if sp[0] < at || sp[0] >= sp[1] || sp[1] > len(s) || !utf8.RuneStart(s[sp[0]]) || sp[1] < len(s) && !utf8.RuneStart(s[sp[1]]) {
			continue
		}
		b.WriteString(base.paint(s[at:sp[0]]))
		b.WriteString(found.paint(s[sp[0]:sp[1]]))
		at = sp[1]
	}
	b.WriteString(base.paint(s[at:]))
	return b.String()
}
