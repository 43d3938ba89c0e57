package query

import (
	"slices"

	"timeline/internal/events"
)

// Foreground takes the background events out of found, which are in order, and tells
// how many those are. They stay where the query names their level, is:any, or an event,
// and where there is nothing but background.
func Foreground(d *events.Dataset, q Query, found []events.Index) (shown []events.Index, background int) {
	asked := func(t Term) bool {
		return t.Key == KeyID || t.Key == KeyIs && (slices.Contains(t.Values, events.Background.String()) || slices.Contains(t.Values, Any))
	}
	if slices.ContainsFunc(q.Terms, asked) {
		return found, 0
	}
	for _, i := range found {
		if d.Flags[i]&events.BackgroundEvent == 0 {
			shown = append(shown, i)
		}
	}
	if len(shown) == 0 {
		return found, 0
	}
	return shown, len(found) - len(shown)
}
