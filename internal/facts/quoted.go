package facts

import (
	"slices"

	"timeline/internal/events"
)

// Quotation is what the dataset quotes from a block of a source, and of which event.
type Quotation struct {
	Event events.Index
	Claim events.Claim
}

// Quoted are the quotations from a block of a source, in the order of the events.
// It reads all events of that source whole.
func Quoted(d *events.Dataset, cite events.Citation) []Quotation {
	var out []Quotation
	source := d.SourceNumber(cite.Source)
	if source < 0 {
		return nil
	}
	for i := range d.Len() {
		if !slices.Contains(d.SourcesOf.At(i), uint16(source)) {
			continue
		}
		for _, c := range d.Event(events.Index(i)).ClaimsOf(cite.Source) {
			if c.At == cite.At && c.Quote != "" {
				out = append(out, Quotation{events.Index(i), c})
			}
		}
	}
	return out
}
