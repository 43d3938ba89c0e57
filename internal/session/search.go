package session

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// Found is a search and its answer.
type Found struct {
	Typed string
	Words []string // folded, to highlight
	At    []int32  // the matches' places in Shown, in order
	Busy  bool     // the answer is not there yet

	best  events.Index // the likeliest of the matches, -1 where there is none
	query query.Query  // what was searched for,
	set   query.Set    // and found among all events, which the next letter narrows
	shown int          // Session.Filters when At was made
	asked int          // number of the request
}

// search is the state of searching that is no answer.
type search struct {
	open  bool // words are being typed
	from  int  // where the reader was then
	prior Found
	asked int // number of the latest request; answers to older ones are dropped
	stop  context.CancelFunc
}

// BeginSearch is called when words are about to be typed. EndSearch ends it.
func (s *Session) BeginSearch() {
	s.search.open, s.search.from, s.search.prior = true, s.Pos, s.Found
	go query.Prepare(s.Data)
}

// EndSearch keeps what was found and goes to the likeliest match, so that Back
// returns to where the search began; or forgets it, and everything is as it was
// before.
func (s *Session) EndSearch(keep bool) {
	s.search.open = false
	to := s.Pos
	if p, ok := s.likeliest(); ok {
		to = p
	}
	s.MoveTo(s.search.from)
	if !keep {
		s.Found = s.search.prior
		s.search.asked++ // an answer that is under way is late
		return
	}
	if s.Pos != to {
		s.remember()
	}
	s.MoveTo(to)
}

// Searching tells whether words are being typed.
func (s *Session) Searching() bool { return s.search.open }

// Search begins to look for words in the texts of the events, and highlights them
// at once. It returns a function that looks for them, on any goroutine, and whose
// result belongs into Answer; nil where there is no word to look for. That
// function's ok is false when a later search took its place.
func (s *Session) Search(typed string) func() (f Found, ok bool) {
	before := s.Found
	if s.search.stop != nil {
		s.search.stop() // the cores are for the latest search
	}
	s.search.asked++
	words := query.Literal(typed)
	s.Found = Found{Typed: strings.TrimSpace(typed), Words: words.Words(), query: before.query, set: before.set, asked: s.search.asked}
	if words.Empty() {
		s.MoveTo(s.search.from)
		return nil
	}
	s.Found.Busy = true
	ctx, cancel := context.WithCancel(context.Background())
	s.search.stop = cancel
	f, data, shown := s.Found, s.Data, s.Shown
	f.shown = s.Filters
	return func() (Found, bool) {
		defer cancel()
		set, err := query.Refine(ctx, data, before.query, before.set, words)
		if err != nil {
			return Found{}, false
		}
		f.Busy, f.Words, f.query, f.set = false, words.WordsIn(data), words, set
		f.At = placesIn(shown, set, data.Len())
		f.best = likeliest(data, shown, f.At, typed)
		return f, true
	}
}

// likeliest is the one of the matches that was meant, as query.Best ranks them; -1
// where there are none, or too many.
func likeliest(d *events.Dataset, shown []events.Index, at []int32, typed string) events.Index {
	if len(at) > query.MaxBest {
		return -1
	}
	found := make([]events.Index, len(at))
	for k, p := range at {
		found[k] = shown[p]
	}
	if i, ok := query.Best(d, found, typed); ok {
		return i
	}
	return -1
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

// place finds the matches among the events that are shown now.
func (f *Found) place(s *Session) {
	if f.Typed == "" || f.Busy {
		return
	}
	f.At, f.shown = placesIn(s.Shown, f.set, s.Data.Len()), s.Filters
	f.best = likeliest(s.Data, s.Shown, f.At, f.Typed)
}

// Answer takes what a search found and goes to the first match at or after the place
// where the search began, around the end; to that place if there is none. Where no
// more letters are being typed it goes to the likeliest match. Late answers are
// dropped.
func (s *Session) Answer(f Found) {
	if f.asked != s.search.asked {
		return
	}
	if f.shown != s.Filters {
		f.place(s)
	}
	s.Found = f
	from := s.Pos
	if s.search.open {
		from = s.search.from
	}
	if k := s.matchFrom(from); len(f.At) > 0 {
		from = int(f.At[k%len(f.At)])
	}
	if p, ok := s.likeliest(); ok && !s.search.open {
		from = p
	}
	s.MoveTo(from)
}

// likeliest is the place of the match that was meant.
func (s *Session) likeliest() (place int, ok bool) {
	if len(s.Found.At) == 0 || s.Found.best < 0 {
		return 0, false
	}
	return slices.BinarySearch(s.Shown, s.Found.best)
}

// Likeliest is the match that EndSearch goes to; ok is false if that is not told
// apart from the others.
func (s *Session) Likeliest() (i events.Index, ok bool) {
	_, ok = s.likeliest()
	return s.Found.best, ok
}

// Forget ends the search and its highlighting.
func (s *Session) Forget() { s.Found = Found{}; s.search.asked++ }

// matchFrom is the number of the first match at or after a place.
func (s *Session) matchFrom(pos int) int {
	return sort.Search(len(s.Found.At), func(k int) bool { return int(s.Found.At[k]) >= pos })
}

// Match is "3 of 31 matches", or, away from any, "31 matches".
func (s *Session) Match() string {
	n := len(s.Found.At)
	all := english.Count(n, "match", "matches")
	if k := s.matchFrom(s.Pos); k < n && int(s.Found.At[k]) == s.Pos {
		return fmt.Sprintf("%s of %s", english.Thousands(k+1), all)
	}
	return all
}

// ToMatch goes to the next (1) or previous (-1) match, around the ends; around
// says so. ok is false if there is none.
func (s *Session) ToMatch(step int) (around string, ok bool) {
	n := len(s.Found.At)
	if n == 0 {
		return "", false
	}
	k := s.matchFrom(s.Pos)
	switch {
	case step < 0:
		k--
	case k < n && int(s.Found.At[k]) == s.Pos:
		k++
	}
	switch {
	case k < 0:
		k, around = n-1, ", from the end again"
	case k == n:
		k, around = 0, ", from the beginning again"
	}
	s.MoveTo(int(s.Found.At[k]))
	return around, true
}

// Nowhere says that a search finds nothing, and how many events the filters hide
// that have it; or else, if no event has it and LookUp was asked, which is the best
// guess. hidden is empty if there is none either.
func (s *Session) Nowhere() (nowhere, hidden string) {
	if n := s.Found.set.Len(); n > 0 {
		hidden = fmt.Sprintf("The filters hide %s that have it.", english.Count(n, "event", "events"))
	} else if l := &s.looked; l.typed == s.Found.Typed && l.data == s.Data && len(l.Events) > 0 {
		hidden = fmt.Sprintf("Merely similar: “%s”.", s.Data.Titles.At(int(l.Events[0])))
	}
	return fmt.Sprintf("“%s” is nowhere among the %s shown.", s.Found.Typed, english.Count(len(s.Shown), "event", "events")), hidden
}
