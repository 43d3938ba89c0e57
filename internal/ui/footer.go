package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/sorting"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// footer names the most useful keys that work here, as many as fit, the more frequent
// first and the way to the help at the end; then how far the dataset is proven, where the
// header has no room for that, and, while filters are on, at which of the events that
// they leave the reader is.
func (m *Model) footer(w int) bar {
	if m.picking.Picker != nil {
		return nil
	}
	named := slices.DeleteFunc(m.here(), func(a view.Action) bool {
		return a.Foot.Rank == 0 || a.Foot.When != nil && !a.Foot.When(m.c)
	})
	sorting.Records(named, func(a, b *view.Action) int { return a.Foot.Rank - b.Foot.Rank })
	right := m.whereInFilters()
	if _, proof := m.header(w); !proof {
		right = append(bar{{text: m.rigour(), role: theme.Muted}}, right...)
	}
	room := w - 1 - right.width()
	var hints, last bar
	for _, a := range named {
		key, word := m.footText(a)
		n := paint.Width(key+" "+word) + 2
		if n > room {
			continue
		}
		room -= n
		do := func() tea.Cmd { return m.do(a) }
		hint := bar{{key, theme.Blue, do}, {" " + word + "  ", theme.Faint, do}}
		if a.Foot.Last {
			last = append(last, hint...)
		} else {
			hints = append(hints, hint...)
		}
	}
	b, _ := join(bar{{text: " "}}, hints, last).spread(right, w)
	return b
}

// whereInFilters is "3 of 11" while filters are on.
func (m *Model) whereInFilters() bar {
	if m.c.Query.Empty() || len(m.c.Shown) == 0 || !inTimeline(m.c) {
		return nil
	}
	return bar{{text: " " + english.Thousands(m.c.Pos+1) + " of " + english.Thousands(len(m.c.Shown)) + " ", role: theme.Amber}}
}

// footText is an action's key and its word in the footer.
func (m *Model) footText(a view.Action) (key, word string) {
	word = cmp.Or(a.Foot.Word, m.c.View.Info().Opens)
	if m.lay.width < wideWidth && a.Foot.Brief != "" {
		word = a.Foot.Brief
	}
	return cmp.Or(a.Foot.Keys, a.Keys.Help().Key), word
}
