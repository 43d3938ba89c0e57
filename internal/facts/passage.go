package facts

import (
	"slices"

	"timeline/internal/events"
	"timeline/internal/sorting"
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
	sorting.Records(out, func(a, b *Told) int { return min(len(b.Claim.Quote), 1) - min(len(a.Claim.Quote), 1) })
	return out
}
