// Package lanes draws who, where, what or which source was active when: a row each,
// on one scale, with the ties of the row at the cursor below it.
package lanes

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/facts"
	"timeline/internal/sorting"
	"timeline/internal/ui/family"
)

// By is what lanes are made of.
type By uint8

// The kinds of lanes.
const (
	Actors By = iota
	Leaders
	Places
	Types
	Sources
	kinds
)

// Next is the kind that follows; after the last comes the first.
func (b By) Next() By { return (b + 1) % kinds }

func (b By) String() string {
	return [...]string{"actors by first appearance", "groups and who led them", "places by first appearance", "types", "sources"}[min(b, Sources)]
}

// Lane is a row of events, or of what sources say of an office.
type Lane struct {
	ID     string         // tells it from all others of its kind
	Name   string         //
	Actor  int            // whose lane it is, a position in Dataset.Actors; -1 for other lanes
	Group  int            // under whose heading it stands, for Leaders; else -1
	Events []events.Index // those shown, in the order of the dataset
	Ties   []facts.Tie    // drawn below the lane at the cursor; of Leaders the one office, in the lane itself

	first   edtf.Day
	once    sync.Once
	tally   *calendar.Tally
	core    []calendar.Span // days on which something that lasted certainly was going on, joined
	byFirst []events.Index  // Events in the order of their first possible days, which need not be that in which they are told
}

// Set is the lanes of one kind, for the events that are shown. It is made anew when
// the filter changes; drawing it takes no pass over the whole dataset.
type Set struct {
	By    By
	Lanes []*Lane
	Pins  int // so many lanes at the top stay in sight
}

// New makes the lanes of a kind. Lanes of actors and places come by their first
// possible day, those of few events after all others; ties go to more events.
func New(d *events.Dataset, c *calendar.Calendar, shown []events.Index, by By) *Set {
	s := &Set{By: by}
	switch by {
	case Actors:
		s.Lanes = collect(shown, len(d.Actors), d.ActorsOf.At, func(n int) (id, name string) { return d.Actors[n].ID, d.Actors[n].Name })
		for _, l := range s.Lanes {
			l.Actor = d.ActorNumber(l.ID)
			l.Ties = facts.Ties(d, l.Actor, true)
		}
	case Places:
		s.Lanes = collect(shown, len(d.Places), d.PlacesOf.At, func(n int) (id, name string) { return d.Places[n].ID, d.Places[n].Name })
	case Sources:
		letters := events.SourceLetters(d.Sources)
		s.Lanes = collect(shown, len(d.Sources), d.SourcesOf.At, func(n int) (id, name string) {
			return d.Sources[n].ID, string(letters[n]) + " " + d.Sources[n].Label()
		})
	case Types:
		families := family.Of(d)
		of := make([]uint16, 1)
		s.Lanes = collect(shown, len(families.All), func(i int) []uint16 {
			of[0] = uint16(families.Number(d.Types[i]))
			return of
		}, func(n int) (id, name string) {
			return families.All[n].Name, string(families.All[n].Sign) + " " + families.All[n].Name
		})
	case Leaders:
		s.Lanes = offices(d)
	}
	if by == Actors || by == Places {
		s.order(d, c)
	}
	return s
}

// collect gives each of n things the events that it is in, and drops those in none.
func collect(shown []events.Index, n int, of func(int) []uint16, named func(int) (id, name string)) []*Lane {
	lists := make([][]events.Index, n)
	for _, i := range shown {
		for _, k := range of(int(i)) {
			lists[k] = append(lists[k], i)
		}
	}
	var out []*Lane
	for k, list := range lists {
		if len(list) > 0 {
			id, name := named(k)
			out = append(out, &Lane{ID: id, Name: name, Actor: -1, Group: -1, Events: list})
		}
	}
	return out
}

// order sorts lanes as New says.
func (s *Set) order(d *events.Dataset, c *calendar.Calendar) {
	for _, l := range s.Lanes {
		l.first = edtf.DistantFuture
		for _, i := range l.Events {
			l.first = min(l.first, max(d.First[i], c.Period.First))
		}
	}
	slices.SortStableFunc(s.Lanes, func(a, b *Lane) int {
		return cmp.Or(facts.CompareLanes(len(a.Events), len(b.Events), a.first, b.first), strings.Compare(a.ID, b.ID))
	})
}

// offices are the lanes of who led which group, by the first date of each.
func offices(d *events.Dataset) []*Lane {
	type office struct {
		ties  []facts.Tie
		first edtf.Day
	}
	var all []office
	for n := range d.Actors {
		ties := facts.Leaders(d, n)
		ties = slices.DeleteFunc(ties, func(t facts.Tie) bool { return d.Actors[t.Holder].Kind.String() != "person" })
		if len(ties) == 0 {
			continue
		}
		o := office{ties, edtf.DistantFuture}
		for _, t := range ties {
			for _, g := range t.Dates {
				if !g.Date.IsZero() {
					o.first = min(o.first, facts.Named(g.Date))
				}
			}
		}
		all = append(all, o)
	}
	sorting.Records(all, func(a, b *office) int { return cmp.Compare(a.first, b.first) })
	var out []*Lane
	for _, o := range all {
		for _, t := range o.ties {
			out = append(out, &Lane{ID: d.Actors[t.Group].ID + "/" + d.Actors[t.Holder].ID, Name: d.Actors[t.Holder].Name, Actor: t.Holder, Group: t.Group, Ties: []facts.Tie{t}})
		}
	}
	return out
}

// Pinned is the same set with the lanes of these IDs on top, in the order of the
// IDs. Leaders stand below their groups and are not pinned.
func (s *Set) Pinned(ids []string) *Set {
	if s.By == Leaders {
		return s
	}
	out := &Set{By: s.By}
	for _, id := range ids {
		if k := s.Find(id); k >= 0 && !slices.Contains(out.Lanes, s.Lanes[k]) {
			out.Lanes = append(out.Lanes, s.Lanes[k])
		}
	}
	out.Pins = len(out.Lanes)
	for _, l := range s.Lanes {
		if !slices.Contains(out.Lanes[:out.Pins], l) {
			out.Lanes = append(out.Lanes, l)
		}
	}
	return out
}

// Find is the number of the lane of that ID, or -1.
func (s *Set) Find(id string) int {
	return slices.IndexFunc(s.Lanes, func(l *Lane) bool { return l.ID == id })
}

// Has tells whether an event is in the lane.
func (l *Lane) Has(i events.Index) bool {
	_, ok := slices.BinarySearch(l.Events, i)
	return ok
}

// Step is the event of the lane that is step events after one, or before it if step
// is negative; the one itself need not be in the lane. ok is false past the ends.
func (l *Lane) Step(from events.Index, step int) (to events.Index, ok bool) {
	k := sort.Search(len(l.Events), func(k int) bool { return l.Events[k] >= from })
	if step > 0 && (k == len(l.Events) || l.Events[k] != from) {
		k-- // the next one is already after it
	}
	if k += step; k < 0 || k >= len(l.Events) {
		return from, false
	}
	return l.Events[k], true
}

// count works out what drawing needs, when the lane is first drawn.
func (l *Lane) count(c *calendar.Calendar) {
	l.once.Do(func() {
		l.tally = c.Tally(l.Events)
		for _, i := range l.Events {
			if core, ok := c.Core(i); ok {
				l.core = append(l.core, core)
			}
		}
		l.core = calendar.Joined(l.core)
		first := func(a, b events.Index) int { return cmp.Compare(c.Outer(a).First, c.Outer(b).First) }
		if l.byFirst = l.Events; !slices.IsSortedFunc(l.Events, first) {
			l.byFirst = slices.Clone(l.Events)
			slices.SortStableFunc(l.byFirst, first)
		}
	})
}
