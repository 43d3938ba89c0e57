package facts

import (
	"testing"

	"timeline/data"
	"timeline/internal/events"
)

func TestQuoted(t *testing.T) {
	t.Parallel()
	d, err := events.Load(data.FS, nil)
	if err != nil {
		t.Fatal(err)
	}
	quotes := 0
	for i := range min(d.Len(), 20) {
		for _, c := range d.Event(events.Index(i)).Claims {
			found := false
			for _, q := range Quoted(d, events.Citation{Source: c.Source, At: c.At}) {
				if q.Claim.Source != c.Source || q.Claim.At != c.At || q.Claim.Quote == "" {
					t.Errorf("%s %v is cited, and %+v quoted", c.Source, c.At, q.Claim)
				}
				found = found || q.Event == events.Index(i) && q.Claim.Quote == c.Quote
				quotes++
			}
			if found != (c.Quote != "") {
				t.Errorf("%s: the quotation %q is found: %v", d.IDs.At(i), c.Quote, found)
			}
		}
	}
	if got := Quoted(d, events.Citation{Source: "nobody"}); got != nil {
		t.Errorf("nobody is quoted with %v", got)
	}
	if quotes == 0 {
		t.Error("nothing is quoted")
	}
}
