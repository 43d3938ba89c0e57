package ui

import (
	"cmp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// The header names the dataset and the views, and says how much is shown and why.
// For want of room the other views' names go first, then the title; the filters, and
// how many events they leave, always stay.

// header is the header, w cells wide.
func (m *Model) header(w int) bar {
	title := bar{{text: " " + paint.Clean(m.titleText()) + "  ", role: theme.Strong}}
	short := bar{{text: " " + paint.Clean(m.titleText()) + " ", role: theme.Strong}}
	none := bar{{text: " "}}
	wide, tight, one := m.tabs("  ", false), m.tabs(" ", true), m.tabs("", false)
	states := m.state()
	lefts := []bar{join(title, wide), join(short, tight), join(title, one), title, one, none}
	if m.c.Query.Empty() {
		for _, left := range lefts {
			for _, state := range states {
				if b, ok := left.spread(bar{{text: "  " + state + " ", role: theme.Muted}}, w); ok {
					return b
				}
			}
			if b, ok := left.spread(bar{{text: " " + states[len(states)-1], role: theme.Muted}}, w); ok {
				return b
			}
		}
		return none
	}
	filters, count := m.filters()
	for _, left := range lefts {
		if b, ok := left.spread(bar{{text: " " + filters, role: theme.Amber}, {text: count, role: theme.Amber}}, w); ok {
			return b
		}
	}
	filters = paint.Cut(filters, max(w-1-paint.Width(count), 1))
	return bar{{text: " " + filters, role: theme.Amber}, {text: count, role: theme.Amber}}
}

func join(bars ...bar) bar {
	var whole bar
	for _, b := range bars {
		whole = append(whole, b...)
	}
	return whole
}

// tabs names the views with their keys, ▸ before the one that is shown; without
// anything to put between them that one alone.
func (m *Model) tabs(between string, brief bool) bar {
	var tabs bar
	for n, v := range m.views {
		i := v.Info()
		name := tabName(i)
		if brief && i.Brief != "" {
			name = i.Brief
		}
		s := segment{text: i.Key + " " + name, role: theme.Faint, do: func() tea.Cmd { return m.c.Go(v) }}
		shown := v == m.c.View
		switch {
		case shown:
			s.text, s.role = "▸"+s.text, theme.BlueStrong
		case between == "":
			continue
		case n > 0:
			s.text = between + s.text
		}
		if shown && n > 0 && between != "" {
			s.text = between + s.text
		}
		tabs = append(tabs, s)
	}
	return tabs
}

// tabName is a view's name in the header.
func tabName(i view.Info) string {
	title, _, _ := strings.Cut(i.Title, ":")
	return cmp.Or(i.Name, english.Capital(title))
}

// state says how much there is or what is drawn, the longest way first.
func (m *Model) state() []string {
	switch v := m.c.View.(type) {
	case view.Counter:
		return v.Counts()
	case view.Picture:
		return []string{paint.Clean(v.Title(m.c))}
	}
	return []string{english.Count(m.c.Data.Len(), "event", "events"), english.Thousands(m.c.Data.Len())}
}

// filters are the filters in words, and how many events they leave.
func (m *Model) filters() (filters, count string) {
	return paint.Clean(m.c.Query.Label(m.c.Data)), " → " + english.Thousands(len(m.c.Shown)) + " of " + english.Thousands(m.c.Data.Len()) + " "
}
