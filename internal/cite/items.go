package cite

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/events"
)

// merge makes items of one source one, in the order of their first appearance,
// each locator once, in the order of the text. An opening paragraph that has no
// heading must not come after one that has: it would read as standing under it.
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
	for i := range merged {
		slices.SortStableFunc(merged[i].At, inText)
	}
	return merged
}

// inText orders locators as the text has them: paragraphs, then notes, then
// headings, captions and the like, then what is no text.
func inText(a, b events.Locator) int {
	rank := func(l events.Locator) int { return strings.IndexByte("pnhcbfgtvi", l.Kind) }
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Verse, b.Verse))
}
