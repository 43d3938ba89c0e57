package query

import (
	"iter"
	"math/bits"
	"slices"

	"timeline/internal/events"
)

// Set is a set of events of one dataset, a bit for each. Copies share the bits:
// take Clone before changing what others hold. The zero value is an empty set
// that takes nothing in.
type Set struct {
	words []uint64
	n     int
}

// NewSet returns an empty set for a dataset of n events.
func NewSet(n int) Set { return Set{make([]uint64, (n+63)/64), n} }

// All returns the set of all n events of a dataset.
func All(n int) Set {
	s := NewSet(n)
	for i := range s.words {
		s.words[i] = ^uint64(0)
	}
	if n%64 != 0 {
		s.words[len(s.words)-1] = 1<<(n%64) - 1
	}
	return s
}

// Add puts an event into the set.
func (s Set) Add(i events.Index) { s.words[i>>6] |= 1 << (uint(i) & 63) }

// Has tells whether the event is in the set; false for an index that no event has.
func (s Set) Has(i events.Index) bool {
	return i >= 0 && int(i) < s.n && s.words[i>>6]&(1<<(uint(i)&63)) != 0
}

// Len returns how many events are in the set.
func (s Set) Len() int {
	n := 0
	for _, w := range s.words {
		n += bits.OnesCount64(w)
	}
	return n
}

// Empty tells whether no event is in the set.
func (s Set) Empty() bool {
	return !slices.ContainsFunc(s.words, func(w uint64) bool { return w != 0 })
}

// Clone returns a copy that shares nothing.
func (s Set) Clone() Set { return Set{slices.Clone(s.words), s.n} }

// add puts the events of another set into this one.
func (s Set) add(other Set) {
	for k, w := range other.words {
		s.words[k] |= w
	}
}

// Each yields the events of the set in order.
func (s Set) Each() iter.Seq[events.Index] {
	return func(yield func(events.Index) bool) {
		for k, w := range s.words {
			for ; w != 0; w &= w - 1 {
				if !yield(events.Index(k<<6 + bits.TrailingZeros64(w))) {
					return
				}
			}
		}
	}
}

// Indexes returns the events of the set in order.
func (s Set) Indexes() []events.Index {
	is := make([]events.Index, 0, s.Len())
	for i := range s.Each() {
		is = append(is, i)
	}
	return is
}

// within is the part of the set for the events from lo, a multiple of 64, to hi, exclusive;
// lo is its event 0. The bits are shared.
func (s Set) within(lo, hi int) Set { return Set{s.words[lo/64 : (hi+63)/64], hi - lo} }
