package sorting

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRecords: lists come out as package slices sorts them, equal records in their order.
func TestRecords(t *testing.T) {
	t.Parallel()
	type record struct{ key, place int }
	byKey := func(a, b *record) int { return a.key - b.key }
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 100 {
		list := make([]record, n)
		for i := range list {
			list[i] = record{r.IntN(10), i}
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(a, b record) int { return byKey(&a, &b) })
		if Records(list, byKey); !slices.Equal(list, want) {
			t.Errorf("%v, want %v", list, want)
		}
	}
	Records(nil, byKey)
}
