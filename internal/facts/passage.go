package facts

import (
	"slices"

	"timeline/internal/events"
)

// Told is what a claim takes from a passage, and of which event.
type Told struct {
	Event events.Index
	Claim events.Claim
}

// ClaimsAt are the claims that rest on a block of a source: those that quote it
// first, then in the order of the events. It reads all events of that source whole.
func ClaimsAt(d *events.Dataset, cite events.Citation) []Told {
	var out []Told
	source := d.SourceNumber(cite.Source)
	if source < 0 {
		return nil
	}
	for i := range d.Len() {
		if !slices.Contains(d.SourcesOf.At(i), uint16(source)) {
			continue
		}
		for _, c := range d.Event(events.Index(i)).ClaimsOf(cite.Source) {
			if c.At == cite.At {
				out = append(out, Told{events.Index(i), c})
			}
		}
	}
	quotes := func(t Told) int {
		if t.Claim.Quote != "" {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(out, func(a, b Told) int { return quotes(a) - quotes(b) })
	return out
}
