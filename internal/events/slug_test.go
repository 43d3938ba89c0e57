package events_test

import (
	"testing"

	"timeline/internal/events"
)

// FreeIDs numbers what is the same as FreeID does.
func TestFreeIDs(t *testing.T) {
	t.Parallel()
	var ids events.FreeIDs
	taken := map[string]bool{}
	for _, slug := range []string{"a", "a", "a-2", "a", "b-3", "b", "b", "b", "b-3", "a", "a-2", "", ""} {
		want := events.FreeID(slug, func(id string) bool { return taken[id] })
		taken[want] = true
		if got := ids.Take(slug); got != want {
			t.Errorf("%q becomes %q, want %q", slug, got, want)
		}
	}
}
