package ui

import (
	"context"
	"fmt"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// found is a search: the words to highlight and the places that they are at.
type found struct {
	typed string
	words []string // folded
	at    []int32  // places in shown, in order
	asked int      // number of the latest request; answers to older ones are dropped
	busy  bool

	query query.Query // what was searched for,
	set   query.Set   // and found, which the next letter narrows
	stop  context.CancelFunc
}

// cleared forgets the matches but not the request number, so that a late answer
// is still known as late.
func (f found) cleared() found { return found{asked: f.asked + 1} }

// searched is the answer to a search request.
type searched struct {
	asked int
	at    []int32
	query query.Query
	set   query.Set
}

// searching starts looking for what is typed. The scan runs beside the screen:
// the next key never waits for it.
func (m Model) searching(typed string) (tea.Model, tea.Cmd) {
	before := m.found
	if before.stop != nil {
		before.stop() // the cores are for the latest search
	}
	m.found = found{typed: typed, asked: before.asked + 1, busy: true, query: before.query, set: before.set}
	m.prompt.hint, m.prompt.bad = "", false
	if strings.TrimSpace(typed) == "" {
		m.found.busy = false
		m.prompt.hint = "words in titles, summaries, quotations, names and places"
		return m.movedTo(m.prompt.from), nil
	}
	words := query.Literal(typed)
	m.found.words = words.Words()
	ctx, cancel := context.WithCancel(context.Background())
	m.found.stop = cancel
	data, shown, asked := m.data, m.shown, m.found.asked
	return m, func() tea.Msg {
		defer cancel()
		set, err := query.Refine(ctx, data, before.query, before.set, words)
		if err != nil {
			return nil // a later search took its place
		}
		return searched{asked, placesIn(shown, set, data.Len()), words, set}
	}
}

// placesIn are the places of a set's events among those shown, of all.
func placesIn(shown []events.Index, set query.Set, all int) []int32 {
	at := make([]int32, 0, min(set.Len(), len(shown)))
	if len(shown) == all { // nothing is hidden: an event's place is its number
		for i := range set.Each() {
			at = append(at, int32(i))
		}
		return at
	}
	for p, i := range shown {
		if set.Has(i) {
			at = append(at, int32(p))
		}
	}
	return at
}

// withMatches takes the answer of a search and goes to the first match at or
// after the place where the search began.
func (m Model) withMatches(s searched) Model {
	if s.asked != m.found.asked {
		return m
	}
	m.found.busy = false
	m.found.at, m.found.query, m.found.set = s.at, s.query, s.set
	if len(s.at) == 0 {
		if m.prompt.kind == promptSearch {
			m.prompt.hint, m.prompt.bad = "no match among the events shown", true
		}
		return m
	}
	from := m.pos
	if m.prompt.kind == promptSearch {
		from = m.prompt.from
	}
	k := sort.Search(len(s.at), func(k int) bool { return int(s.at[k]) >= from })
	m = m.movedTo(int(s.at[k%len(s.at)]))
	if m.prompt.kind == promptSearch {
		m.prompt.hint = m.matchCount()
	}
	return m
}

// matchCount is "3 of 31 matches".
func (m Model) matchCount() string {
	k := sort.Search(len(m.found.at), func(k int) bool { return int(m.found.at[k]) >= m.pos })
	if k < len(m.found.at) && int(m.found.at[k]) == m.pos {
		return fmt.Sprintf("%s of %s", english.Thousands(k+1), english.Count(len(m.found.at), "match", "matches"))
	}
	return english.Count(len(m.found.at), "match", "matches")
}

// toMatch goes to the next (1) or previous (-1) match, around the ends.
func (m Model) toMatch(step int) Model {
	n := len(m.found.at)
	if n == 0 {
		return m.warns("%s is nowhere among the events shown.", quoted(m.found.typed))
	}
	k := sort.Search(n, func(k int) bool { return int(m.found.at[k]) >= m.pos })
	around := ""
	if step > 0 {
		if k < n && int(m.found.at[k]) == m.pos {
			k++
		}
		if k == n {
			k, around = 0, ", from the beginning again"
		}
	} else {
		if k--; k < 0 {
			k, around = n-1, ", from the end again"
		}
	}
	m = m.movedTo(int(m.found.at[k]))
	return m.says("%s%s", m.matchCount(), around)
}
