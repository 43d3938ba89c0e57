// Package sorting sorts lists of records.
package sorting

import "slices"

// Records sorts a list of records in place; those that are equal stay as they stood.
// Pointers are sorted, and each record moves once, where package slices would move large
// records at each step, with code of its own for each kind of them.
func Records[T any](records []T, compare func(a, b *T) int) {
	before := slices.Clone(records)
	order := make([]*T, len(records))
	for i := range before {
		order[i] = &before[i]
	}
	slices.SortStableFunc(order, compare)
	for i, record := range order {
		records[i] = *record
	}
}
