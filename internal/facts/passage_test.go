package facts

import (
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

func TestClaimsAt(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	for i := range min(d.Len(), 20) {
		for _, c := range d.Event(events.Index(i)).Claims {
			found, quoted := false, true
			for _, x := range ClaimsAt(d, events.Citation{Source: c.Source, At: c.At}) {
				if x.Claim.Source != c.Source || x.Claim.At != c.At {
					t.Errorf("%s %v is cited, and %+v rests on it", c.Source, c.At, x.Claim)
				}
				if x.Claim.Quote != "" && !quoted {
					t.Errorf("%s %v: quotations do not come first", c.Source, c.At)
				}
				quoted = x.Claim.Quote != ""
				found = found || x.Event == events.Index(i) && x.Claim.Says == c.Says
			}
			if !found {
				t.Errorf("%s: its claim of %s %v is not found", d.IDs.At(i), c.Source, c.At)
			}
		}
	}
	if got := ClaimsAt(d, events.Citation{Source: "nobody"}); got != nil {
		t.Errorf("nobody says %v", got)
	}
}

// Almost every relation of the dataset can be read in the words of a claim.
func TestRelationsRestOnClaims(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	told, all := 0, 0
	for i := range d.Actors {
		for _, r := range d.Actors[i].Relations {
			if all++; len(ClaimsAt(d, r.Cite)) > 0 {
				told++
			}
		}
	}
	if all < 100 || 10*told < 9*all {
		t.Errorf("%d of %d relations rest on a passage of a claim", told, all)
	}
}
