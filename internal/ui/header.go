package ui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// The header names the dataset and the views, and says how far the dataset is proven,
// how much is shown and why. For want of room the degree of proof goes to the footer
// first, then the other views' names go, then the title; the filters, and how many
// events they leave, always stay.

// header is the header, w cells wide; proof tells that it says how far the dataset is
// proven.
func (m *Model) header(w int) (b bar, proof bool) {
	title := bar{{text: " " + paint.Clean(m.titleText()) + "  ", role: theme.Strong}}
	short := bar{{text: " " + paint.Clean(m.titleText()) + " ", role: theme.Strong}}
	named := []bar{slices.Concat(title, m.tabs("  ", false)), slices.Concat(short, m.tabs(" ", true))}
	var proven, plain []bar // what can stand at the right, the longest first
	if m.c.Query.Empty() {
		proven, plain = m.state()
	} else {
		proven, plain = m.filters(w)
	}
	for _, right := range proven {
		if b, ok := fitting(named, []bar{right}, w); ok {
			return b, true
		}
	}
	if b, ok := fitting(named, plain, w); ok {
		return b, false
	}
	single := []bar{slices.Concat(title, m.tabs("", false)), slices.Concat(short, m.tabs("", true)), title, {{text: " "}}}
	if b, ok := fitting(single, proven, w); ok {
		return b, true
	}
	if b, ok := fitting(single, plain, w); ok {
		return b, false
	}
	return plain[len(plain)-1], false
}

// fitting is the first of the lefts beside which one of the rights fits, with that.
func fitting(lefts, rights []bar, w int) (bar, bool) {
	for _, left := range lefts {
		for _, right := range rights {
			if b, ok := left.spread(right, w); ok {
				return b, true
			}
		}
	}
	return nil, false
}

// few is up to how many events the verified quotations of a dataset are counted at once.
const few = 2000

// proof says how far the dataset is proven, the longest way first.
func (m *Model) proof() []string {
	if m.c.Data.Len() > few {
		return []string{m.rigour()}
	}
	return []string{m.c.Data.Standing(), m.rigour()}
}

// rigour is how much the dataset asks of its events: "notes", "sourced" or "quoted".
func (m *Model) rigour() string { return m.c.Data.Meta.Rigour.String() }

// tabs names the views with their keys, ▸ before the one that is shown; without
// anything to put between them that one alone.
func (m *Model) tabs(between string, brief bool) bar {
	var tabs bar
	for n, v := range m.views {
		i := v.Info()
		title, _, _ := strings.Cut(i.Title, ":")
		name := cmp.Or(i.Name, english.Capital(title))
		if brief {
			name = cmp.Or(i.Brief, name)
		}
		s := segment{text: i.Key + " " + name, role: theme.Faint, do: func() tea.Cmd { return m.c.Go(v) }}
		switch {
		case v == m.c.View:
			s.text, s.role = "▸"+s.text, theme.BlueStrong
		case between == "":
			continue
		}
		if n > 0 {
			s.text = between + s.text
		}
		tabs = append(tabs, s)
	}
	return tabs
}

// state says how much there is or what is drawn, the longest way first: after how far
// the dataset is proven, and alone.
func (m *Model) state() (proven, plain []bar) {
	states := []string{english.Count(m.c.Data.Len(), "event", "events"), english.Thousands(m.c.Data.Len())}
	switch v := m.c.View.(type) {
	case view.Counter:
		states = v.Counts()
	case view.Picture:
		states = []string{paint.Clean(v.Title(m.c))}
	}
	for _, state := range states {
		for _, proof := range m.proof() {
			proven = append(proven, bar{{text: "  " + proof + " · " + state + " ", role: theme.Muted}})
		}
		plain = append(plain, bar{{text: "  " + state + " ", role: theme.Muted}})
	}
	return proven, append(plain, bar{{text: " " + states[len(states)-1], role: theme.Muted}})
}

// filters are the filters in words, and how many events they leave: after how much the
// dataset asks of its events, and alone, at last cut to w cells.
func (m *Model) filters(w int) (proven, plain []bar) {
	filters := paint.Clean(m.c.Query.Label(m.c.Data))
	count := " → " + english.Thousands(len(m.c.Shown)) + " of " + english.Thousands(m.c.Data.Len()) + " "
	said := func(filters string) bar {
		return bar{{text: " " + filters, role: theme.Amber}, {text: count, role: theme.Amber}}
	}
	proven = []bar{slices.Concat(bar{{text: "  " + m.rigour() + " ·", role: theme.Muted}}, said(filters))}
	return proven, []bar{said(filters), said(paint.Cut(filters, max(w-1-paint.Width(count), 1)))}
}
