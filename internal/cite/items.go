package cite

import (
	"slices"

	"timeline/internal/events"
)

// merge makes items of one source one, in the order of their first appearance,
// each locator once.
func merge(items []Item) []Item {
	var merged []Item
	for _, it := range items {
		i := slices.IndexFunc(merged, func(m Item) bool { return m.Source == it.Source })
		if i < 0 {
			i = len(merged)
			merged = append(merged, Item{Source: it.Source})
		}
		for _, at := range it.At {
			if at != (events.Locator{}) && !slices.Contains(merged[i].At, at) {
				merged[i].At = append(merged[i].At, at)
			}
		}
	}
	return merged
}
