package events

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"timeline/internal/edtf"
)

// Rigour is how much a dataset asks of its events. The built-in dataset is Quoted,
// and so is one that does not say.
type Rigour uint8

// The degrees of rigour, the strictest first.
const (
	Quoted  Rigour = iota // every event has a verbatim quotation
	Sourced               // every event has a claim that names its source
	Notes                 // an event has a title and a date
)

var rigourNames = []string{"quoted", "sourced", "notes"}

func (r Rigour) String() string { return nameOf(rigourNames, uint8(r)) }

// Rigours returns the names of the degrees, the strictest first.
func Rigours() []string { return slices.Clone(rigourNames) }

// ParseRigour reads the name of a degree. The error names the degrees.
func ParseRigour(name string) (Rigour, error) {
	if i := slices.Index(rigourNames, name); i >= 0 {
		return Rigour(i), nil
	}
	return 0, fmt.Errorf("unknown rigour %q: one of %s", name, strings.Join(rigourNames, ", "))
}

// spared are the fields that only a quoted dataset must have, by what they stand in.
var spared = map[string][]string{
	"the event":       {"type", "importance", "level"},
	"a claim":         {"at", "date", "words", "basis", "says"},
	"an actor's part": {"role"},
	"the actor":       {"kind", "spellings", "profile"},
	"the place":       {"country", "lat", "lon", "precision"},
	"the source":      {"kind", "rights"},
	"a relation":      {"source", "at"},
	"a citation":      {"at"},
}

// spares tells whether a dataset of that rigour may leave a field out.
func (r Rigour) spares(what, field string) bool {
	switch {
	case r == Quoted:
		return false
	case r == Notes && what == "the event" && field == "claims":
		return true
	}
	return slices.Contains(spared[what], field)
}

// undated dates the claims of an event that have no date of their own as the event is.
func (e *Event) undated() {
	for i := range e.Claims {
		if c := &e.Claims[i]; c.Date.IsZero() {
			c.Date, c.Basis = e.Date, BasisEvent
		}
	}
}

// maxLooseTitle is how many characters the title of an event of a dataset that is not
// quoted may have: it is often somebody else's.
const maxLooseTitle = 300

func (l *loader) checkLooseTitle(le *located[Event]) {
	if _, given := le.lines["title"]; !given {
		return // that is a fault already
	}
	if n := len([]rune(le.rec.Title)); n == 0 || n > maxLooseTitle {
		l.problem(le.file, le.line("title"), "title", fmt.Sprintf("write a title of 1 to %d characters", maxLooseTitle), "title %q", le.rec.Title)
	}
}

// otherType is what an event is whose type nobody has said.
var otherType = EventType{Name: "other", Sign: "·", Group: "other"}

// settleMeta supplies what a dataset that is not quoted need not say, and reports what
// a quoted one must.
func (r *reader) settleMeta(m *Meta) {
	if m.Rigour == Quoted {
		if _, given := r.Lines["period"]; !given && !r.Broken && len(r.Problems) == 0 {
			r.Fail(1, "missing-field", `the dataset lacks "period"`, "add it")
		}
		return
	}
	if len(m.Types) > 0 && len(m.Types) < maxTypes && !slices.Contains(TypeNames(m.Types), otherType.Name) {
		m.Types = append(m.Types, otherType)
	}
}

// datesOf yields the dates of a list, of which nothing is copied.
func datesOf[T any](list []T, date func(*T) edtf.Date) iter.Seq[edtf.Date] {
	return func(yield func(edtf.Date) bool) {
		for i := range list {
			if !yield(date(&list[i])) {
				return
			}
		}
	}
}

// SpanOf is the years that events cover, for a dataset that does not say its period;
// open ends do not count.
func SpanOf(dates iter.Seq[edtf.Date]) edtf.Date {
	first, last := edtf.DistantFuture, edtf.DistantPast
	for d := range dates {
		for _, day := range []edtf.Day{d.Earliest(), d.Latest()} {
			if day != edtf.DistantPast && day != edtf.DistantFuture {
				first, last = min(first, day), max(last, day)
			}
		}
	}
	if first > last {
		return edtf.Date{}
	}
	from, _, _ := first.Civil()
	to, _, _ := last.Civil()
	if from == to {
		return edtf.OfYear(from)
	}
	return edtf.MustParse(edtf.OfYear(from).String() + "/" + edtf.OfYear(to).String())
}

// Proof counts the quotations of a dataset, and how many of them stand as they were
// verified. The first call looks at every event, unless the dataset is a pack.
func (d *Dataset) Proof() (quotations, verified int) { return d.proof() }

func (d *Dataset) countProof() (quotations, verified int) {
	for _, e := range d.All() {
		q, v := d.proofOf(e)
		quotations, verified = quotations+q, verified+v
	}
	return quotations, verified
}

func (d *Dataset) proofOf(e *Event) (quotations, verified int) {
	for n, c := range e.Claims {
		if c.Quote == "" {
			continue
		}
		quotations++
		if d.QuoteState(e, n) == QuoteVerified {
			verified++
		}
	}
	return quotations, verified
}

// Standing says of a dataset how far it is proven, for the head of a screen or the end
// of a list: "notes: unproven", "sourced", "quoted, unverified", "quoted, 260 of 260 verified".
func (d *Dataset) Standing() string {
	switch d.Meta.Rigour {
	case Notes:
		return "notes: unproven"
	case Sourced:
		return "sourced"
	}
	quotations, verified := d.Proof()
	if verified == 0 {
		return "quoted, unverified"
	}
	return fmt.Sprintf("quoted, %d of %d verified", verified, quotations)
}

// ActorKinds are the names of what sort of actor a record can describe, in the order of
// their values, without the last, which says nothing.
func ActorKinds() []string { return slices.Clone(actorKindNames[:ActorUnspecified]) }

// Grounds are the names of how much ground coordinates stand for, in the order of their
// values, without those that say nothing.
func Grounds() []string { return slices.Clone(precisionNames[:UnspecifiedGround]) }
