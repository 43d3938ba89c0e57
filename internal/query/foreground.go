package query

import (
	"slices"

	"timeline/internal/events"
)

// AsksForBackground tells whether the query itself says that background events belong
// in the answer: it names their level, is:any, or an event.
func (q Query) AsksForBackground() bool {
	return slices.ContainsFunc(q.Terms, func(t Term) bool {
		return t.Key == KeyID || t.Key == KeyIs && (slices.Contains(t.Values, events.Background.String()) || slices.Contains(t.Values, Any))
	})
}

// Foreground takes the background events out of found, which are in order, unless the
// query asks for them, and tells how many those are. Where there is nothing but
// background, that stays.
func Foreground(d *events.Dataset, q Query, found []events.Index) (shown []events.Index, background int) {
	if q.AsksForBackground() {
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
