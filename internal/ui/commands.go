package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// helpRows are the actions in force where the keyboard is, under the headings
// of their groups, and then the signs of the list.
func (m Model) helpRows(typed string) []pickRow {
	rows := m.actionRows(typed, true)
	var signs []pickRow
	add := func(sign, means string) {
		if matches(typed, sign+" "+means) {
			signs = append(signs, pickRow{label: fmt.Sprintf("%-12s %s", sign, means), choose: plain(func(m Model) Model { return m })})
		}
	}
	add("≠", "the sources disagree, or one with itself")
	add("♦", "bookmarked")
	add("1 2 3", "at a row's end: how many sources tell of it")
	add("~  ?  ≤", "about; uncertain; on or before")
	for _, sign := range events.Signs {
		if names := m.data.TypesWith(sign); len(names) > 0 {
			add(sign, strings.ReplaceAll(strings.Join(names, ", "), "-", " "))
		}
	}
	if len(signs) > 0 {
		rows = append(append(rows, pickRow{heading: true, label: "Signs in the list"}), signs...)
	}
	return rows
}

// paletteRows are all actions, best match first.
func (m Model) paletteRows(typed string) []pickRow { return m.actionRows(typed, false) }

func (m Model) actionRows(typed string, grouped bool) []pickRow {
	var rows []pickRow
	group := ""
	here := m.scope()
	for _, a := range m.table {
		if a.where&here == 0 || !matches(typed, a.title+" "+a.id+" "+a.group+" "+a.keys.Help().Key) {
			continue
		}
		if grouped && a.group != group {
			group = a.group
			rows = append(rows, pickRow{heading: true, label: group})
		}
		r := pickRow{label: fmt.Sprintf("%-12s %s", a.keys.Help().Key, a.title), choose: func(m Model) (Model, tea.Cmd) { return m.do(a) }}
		if !grouped {
			r.label, r.note = a.title, a.id
			r.count = a.keys.Help().Key
		}
		if a.why != nil {
			if r.off = a.why(m); r.off != "" {
				r.note = r.off
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// matches tells whether every word typed begins a word of text, or is one of
// its signs.
func matches(typed, text string) bool {
	folded := " " + events.Fold(text)
	for _, w := range strings.Fields(typed) {
		f := events.Fold(w)
		if f == "" && !strings.Contains(text, w) || f != "" && !strings.Contains(folded, " "+f) {
			return false
		}
	}
	return true
}

// bookmarkSaved is the answer of the store to a change of the bookmarks.
type bookmarkSaved struct{ err error }

// withBookmark sets or removes a bookmark in memory.
func (m Model) withBookmark(id string, on bool) Model {
	marked := make(map[string]bool, len(m.marked)+1)
	for k := range m.marked {
		marked[k] = true
	}
	m.marks = slices.DeleteFunc(slices.Clone(m.marks), func(s string) bool { return s == id })
	if on {
		marked[id] = true
		m.marks = append(m.marks, id)
	} else {
		delete(marked, id)
	}
	m.marked = marked
	return m
}

func (m Model) toggleBookmark() (Model, tea.Cmd) {
	i, _ := m.selected()
	id := m.data.IDs.At(int(i))
	on := !m.marked[id]
	m, cmd := m.setBookmark(id, on)
	if on {
		return m.says("Bookmarked. ' lists the bookmarks."), cmd
	}
	return m.says("Bookmark removed."), cmd
}

func (m Model) setBookmark(id string, on bool) (Model, tea.Cmd) {
	m = m.withBookmark(id, on)
	save := m.cfg.SaveBookmark
	if save == nil {
		return m, nil
	}
	return m, func() tea.Msg { return bookmarkSaved{save(id, on)} }
}

func (m Model) bookmarkRows(typed string) []pickRow {
	var rows []pickRow
	for _, id := range m.marks {
		i, ok := m.data.Find(id)
		if !ok {
			if matches(typed, id) {
				rows = append(rows, pickRow{label: id, off: "no such event in this dataset", note: "no such event in this dataset",
					exclude: func(m Model) (Model, tea.Cmd) { return m.setBookmark(id, false) }})
			}
			continue
		}
		title := m.data.Titles.At(int(i))
		if !matches(typed, title+" "+id) {
			continue
		}
		rows = append(rows, pickRow{
			label: m.data.Date(i).English(edtf.Short) + "  " + title, note: id,
			choose:  plain(func(m Model) Model { return m.shows(i) }),
			exclude: func(m Model) (Model, tea.Cmd) { return m.setBookmark(id, false) },
		})
	}
	if len(m.marks) == 0 {
		rows = append(rows, pickRow{heading: true, label: "No bookmarks yet: m sets one on the selected event."})
	}
	return rows
}

// alongRows lead from the selected event to others: by its links, or by a
// filter on an actor, place, source or type of it.
func (m Model) alongRows(typed string) []pickRow {
	i, ok := m.selected()
	if !ok {
		return nil
	}
	e := m.data.Event(i)
	var rows []pickRow
	head := func(label string) { rows = append(rows, pickRow{heading: true, label: label}) }
	add := func(label, note, count string, choose func(Model) (Model, tea.Cmd)) {
		if matches(typed, label+" "+note) {
			rows = append(rows, pickRow{label: label, note: note, count: count, choose: choose})
		}
	}
	links := document.Links(m.data, i)
	if len(links) > 0 {
		head("Related events")
		for _, l := range links {
			add(l.Name, l.Words, l.Date.English(edtf.Long), plain(func(m Model) Model { return m.shows(l.To) }))
		}
	}
	head("All events with the same")
	only := func(key, value, label string) {
		q := query.Query{}.With(query.Term{Key: key, Values: []string{value}})
		n := len(query.Compile(m.data, q).Run())
		add(label, key, english.Thousands(n), func(m Model) (Model, tea.Cmd) { return m.withQuery(q), nil })
	}
	for _, r := range e.Roles {
		if a := m.data.Actor(r.Actor); a != nil {
			only("actor", a.ID, a.Name)
		}
	}
	for _, id := range e.Places {
		if p := m.data.Place(id); p != nil {
			only("place", id, p.Name)
		}
	}
	for _, id := range e.Sources() {
		if s := m.data.Source(id); s != nil {
			only("source", id, s.Label())
		}
	}
	only("type", e.Type, e.Type)
	return rows
}
