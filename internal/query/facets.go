package query

import (
	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Counts for facets. Each looks once at every event of the set.

// ActorCounts returns how many events of the set each actor took part in, in the
// order of d.Actors.
func ActorCounts(d *events.Dataset, s Set) []int { return listCounts(d.ActorsOf, len(d.Actors), s) }

// PlaceCounts is ActorCounts for places.
func PlaceCounts(d *events.Dataset, s Set) []int { return listCounts(d.PlacesOf, len(d.Places), s) }

// SourceCounts is ActorCounts for sources.
func SourceCounts(d *events.Dataset, s Set) []int { return listCounts(d.SourcesOf, len(d.Sources), s) }

func listCounts(l events.Lists[uint16], n int, s Set) []int {
	counts := make([]int, n)
	for i := range s.Each() {
		for _, x := range l.At(int(i)) {
			counts[x]++
		}
	}
	return counts
}

// TypeCounts returns how many events of the set are of each type, in the order
// of the dataset's vocabulary.
func TypeCounts(d *events.Dataset, s Set) []int {
	counts := make([]int, len(d.Vocabulary()))
	for i := range s.Each() {
		counts[d.Columns.Types[i]]++
	}
	return counts
}

// FlagCount returns how many events of the set have the flag.
func FlagCount(d *events.Dataset, s Set, f events.Flags) int {
	n := 0
	for i := range s.Each() {
		if d.Flags[i]&f != 0 {
			n++
		}
	}
	return n
}

// PrecisionNames returns the values that the key precision takes, from the
// finest: day, month, season …
func PrecisionNames() []string {
	var names []string
	for p := edtf.PrecisionDay; p <= edtf.PrecisionOpen; p++ {
		names = append(names, p.String())
	}
	return names
}

// PrecisionCounts returns how many events of the set have a date of each
// precision, in the order of PrecisionNames.
func PrecisionCounts(d *events.Dataset, s Set) []int {
	var all [256]int
	for i := range s.Each() {
		all[d.Precisions[i]]++
	}
	return all[edtf.PrecisionDay : edtf.PrecisionOpen+1]
}
