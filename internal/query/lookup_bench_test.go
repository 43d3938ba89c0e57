package query

import (
	"testing"

	"timeline/internal/events"
)

// Budget of a look-up at 1,000,000 events on two cores: 250 ms.
func BenchmarkLook(b *testing.B) {
	for _, typed := range []string{"zarroug letter about the convoy 2012", "founding of the salt road", "zeppelin"} {
		b.Run(typed, func(b *testing.B) {
			bench(b, func(b *testing.B, d *events.Dataset) {
				for b.Loop() {
					if _, err := Look(d, typed); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}

// A letter of a search ranks no more than a bounded number of matches.
func BenchmarkBest(b *testing.B) {
	bench(b, func(b *testing.B, d *events.Dataset) {
		found := Select(d, Literal("convoy salt")).Indexes()
		found = found[:min(len(found), MaxBest)]
		for b.Loop() {
			Best(d, found, "convoy salt")
		}
	})
}
