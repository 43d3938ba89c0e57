package session

import (
	"slices"
	"sort"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/query"
)

// MoveTo goes to the event at pos in Shown, or to the nearest end.
func (s *Session) MoveTo(pos int) {
	if len(s.Shown) == 0 {
		return
	}
	if pos = min(max(pos, 0), len(s.Shown)-1); pos != s.Pos {
		s.Pos, s.Source = pos, -1
	}
}

// Move goes n events on, or back; false, and nothing moves, if there are not so
// many.
func (s *Session) Move(n int) bool {
	if at := s.Pos + n; at < 0 || at >= len(s.Shown) {
		return false
	}
	s.MoveTo(s.Pos + n)
	return true
}

// Select goes to the shown event that is i, or the first after it, or the last.
func (s *Session) Select(i events.Index) {
	p, _ := slices.BinarySearch(s.Shown, i)
	s.MoveTo(p)
}

// Unhidden says what Show did to the filters.
const Unhidden = "The filters hid that event, so they are off"

// Show goes to an event. If the filters hide it they are taken off, and unhidden
// is true.
func (s *Session) Show(i events.Index) (unhidden bool) {
	s.remember()
	if unhidden = !s.Shows(i); unhidden {
		s.apply(query.Query{})
	}
	s.Select(i)
	return unhidden
}

// Step goes to the first event of the next unit that has events (n = 1), or of the
// one before (-1). Within a unit, one step back is to its first event. An event
// counts by the day under which it is shown (events.Columns.Shown). It returns
// false, and nothing moves, if there is no such unit: the end of a unit is not a
// later one.
func (s *Session) Step(u Unit, n int) bool {
	if len(s.Shown) == 0 {
		return false
	}
	to := s.stepTo(u, n)
	if to < 0 || to == len(s.Shown) {
		return false
	}
	s.MoveTo(to)
	return true
}

// NoStep says that Step leads nowhere.
func NoStep(u Unit, n int) string {
	return "There is no " + map[bool]string{true: "later", false: "earlier"}[n > 0] + " " + u.Word() + " with events."
}

func (s *Session) stepTo(u Unit, n int) int {
	day := s.Data.Shown[s.Shown[s.Pos]]
	switch {
	case day == edtf.DistantPast && n < 0:
		return -1
	case day == edtf.DistantPast:
		return s.firstFrom(day + 1)
	case n > 0:
		return s.firstFrom(u.Start(day, 1))
	}
	p := s.firstFrom(u.Start(day, 0)) // the first event of this unit
	if p < s.Pos {
		return p
	}
	if p == 0 {
		return -1
	}
	before := s.Data.Shown[s.Shown[p-1]]
	if before == edtf.DistantPast {
		return p - 1
	}
	return s.firstFrom(u.Start(before, 0))
}

// firstFrom is the place of the first event that is shown under day or later;
// len(Shown) if there is none.
func (s *Session) firstFrom(day edtf.Day) int {
	return sort.Search(len(s.Shown), func(p int) bool { return s.Data.Shown[s.Shown[p]] >= day })
}

// remember notes the present place, so that Back can return to it.
func (s *Session) remember() {
	const most = 100
	if i, ok := s.Current(); ok {
		s.back = append(s.back, place{i, s.Query, s.Zoom})
		s.back = s.back[max(len(s.back)-most, 0):]
	}
}

// Back goes to the place before the last jump, search or change of the filters,
// and brings the filters of then back; false if there is none.
func (s *Session) Back() (refiltered, ok bool) {
	if len(s.back) == 0 {
		return false, false
	}
	p := s.back[len(s.back)-1]
	s.back = s.back[:len(s.back)-1]
	if refiltered = !s.Query.Equal(p.query); refiltered {
		s.apply(p.query)
	}
	s.Zoom = p.zoom
	s.Select(p.event)
	return refiltered, true
}
