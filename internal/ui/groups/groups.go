// Package groups draws the lineage of groups over time: a row for a group, time to
// the right, and ties where groups split, join or go on under another name.
//
//	picture := groups.Draw(l, cal, state, 120, 34)
//	rows := picture.Rows(theme, signs)
//
// A group's line is dashed while it can have begun, solid from the first to the last
// bin in which it is certainly attested, dashed as long as it may be, and then
// nothing. A tie is a solid line if one bin holds all its possible days, a dashed one
// otherwise, as is what was only planned. The letters of the sources say who says so,
// when: ≤G by then, ?G without a date.
package groups

import (
	"slices"

	"timeline/internal/calendar"
	"timeline/internal/lineage"
)

// State is where the reader is. The zero value is a state: nothing is selected.
type State struct {
	Tie    string // id of the selected tie; empty for none
	Group  string // id of the group at the cursor; empty for none
	Equals bool   // allies and rivals of the group at the cursor are drawn and listed
	View   calendar.View
}

// Start is the state to begin with: the first tie.
func Start(l *lineage.Lineage) State { return State{}.OnTie(l, 0) }

// Ties are the ties that h and l lead through, in order of date: those of lineage
// and, where they are to be seen, the allies and rivals of the group at the cursor.
func (s State) Ties(l *lineage.Lineage) []*lineage.Tie { return l.List(s.Equals, s.Group) }

// Selected is the selected tie and its number among Ties, from zero; nil and -1 if
// none is.
func (s State) Selected(l *lineage.Lineage) (*lineage.Tie, int) {
	ties := s.Ties(l)
	if i := slices.IndexFunc(ties, func(t *lineage.Tie) bool { return t.ID == s.Tie }); i >= 0 {
		return ties[i], i
	}
	return nil, -1
}

// OnTie selects a tie by its number among Ties, or the first or last if there is no
// such number. The cursor goes to its younger group, unless it is at the older one.
func (s State) OnTie(l *lineage.Lineage, n int) State {
	ties := s.Ties(l)
	if len(ties) == 0 {
		s.Tie = ""
		return s
	}
	t := ties[min(max(n, 0), len(ties)-1)]
	s.Tie = t.ID
	if !t.Of(s.Group) {
		s.Group = t.Younger
	}
	return s
}

// To selects the first of Ties that is meant, as OnTie does; ok is false if there is none.
func (s State) To(l *lineage.Lineage, meant func(*lineage.Tie) bool) (to State, ok bool) {
	if n := slices.IndexFunc(s.Ties(l), meant); n >= 0 {
		return s.OnTie(l, n), true
	}
	return s, false
}

// NextTie selects the tie that comes step ties later.
func (s State) NextTie(l *lineage.Lineage, step int) State {
	_, n := s.Selected(l)
	return s.OnTie(l, n+step)
}

// NextGroup moves the cursor to the group that stands step groups further down, and
// selects its first tie.
func (s State) NextGroup(l *lineage.Lineage, step int) State {
	var order []string
	for _, row := range l.Rows {
		for _, g := range row {
			order = append(order, g.ID)
		}
	}
	if len(order) == 0 {
		return s
	}
	at := min(max(slices.Index(order, s.Group)+step, 0), len(order)-1)
	return s.OnGroup(l, order[at])
}

// OnGroup moves the cursor to a group and selects its first tie.
func (s State) OnGroup(l *lineage.Lineage, id string) State {
	s.Group = id
	ties := s.Ties(l)
	if i := slices.IndexFunc(ties, func(t *lineage.Tie) bool { return t.Of(id) }); i >= 0 {
		s.Tie = ties[i].ID
	}
	return s
}

// ToggleEquals shows or hides the allies and rivals of the group at the cursor.
func (s State) ToggleEquals(l *lineage.Lineage) State {
	s.Equals = !s.Equals
	if t, _ := s.Selected(l); t == nil {
		s = s.OnGroup(l, s.Group)
	}
	return s
}
