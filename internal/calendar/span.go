package calendar

import (
	"cmp"
	"slices"

	"timeline/internal/edtf"
)

// Span is a run of days, both ends inclusive; it is empty if First is after Last.
type Span struct{ First, Last edtf.Day }

// none is an empty span.
var none = Span{1, 0}

// Empty tells whether no day is in the span.
func (s Span) Empty() bool { return s.First > s.Last }

// Days is the number of days in the span.
func (s Span) Days() int { return max(int(s.Last)-int(s.First)+1, 0) }

// And is the days that both spans have.
func (s Span) And(t Span) Span { return Span{max(s.First, t.First), min(s.Last, t.Last)} }

// Holds tells whether all days of t are in s. An empty t is in none.
func (s Span) Holds(t Span) bool { return !t.Empty() && s.First <= t.First && t.Last <= s.Last }

// Middle is the day in the middle of the span.
func (s Span) Middle() edtf.Day { return edtf.Day((int(s.First) + int(s.Last)) >> 1) }

// Extent is what a date claims about days, and no more. The zero value is that
// of no date.
type Extent struct {
	Pieces  []Span // the days on which it can have been, in order; one, but for sets with gaps
	Core    Span   // the days on which it certainly was going on; empty if there are none
	Lasting bool   // an interval: it went on from one end to the other
	Loose   bool   // about or uncertain: never drawn as exact
}

// ExtentOf reads a date. Its core is a single day, or, of an interval, the days from
// the last on which it can have begun to the first on which it can have ended.
// Whatever is about or uncertain has none, nor has a set.
func ExtentOf(d edtf.Date) Extent {
	e := Extent{Core: none, Lasting: d.IsSpan(), Loose: d.Approximate() || d.Uncertain()}
	if d.IsZero() {
		return e
	}
	times := d.AppendSpans(nil)
	for _, t := range times {
		e.Pieces = append(e.Pieces, Span{t.Start, t.End})
	}
	e.Pieces = Joined(e.Pieces)
	if core := (Span{times[0].StartBy, times[0].EndFrom}); len(times) == 1 && !e.Loose && !core.Empty() {
		e.Core = core
	}
	return e
}

// Joined sorts spans and joins those that touch, in place.
func Joined(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.First, b.First) })
	out := spans[:0]
	for _, p := range spans {
		if k := len(out) - 1; k >= 0 && int(p.First) <= int(out[k].Last)+1 {
			out[k].Last = max(out[k].Last, p.Last)
			continue
		}
		out = append(out, p)
	}
	return out
}

// Known tells whether there is a date at all.
func (e Extent) Known() bool { return len(e.Pieces) > 0 }

// Outer runs from the earliest to the latest day; it is empty for no date.
func (e Extent) Outer() Span {
	if len(e.Pieces) == 0 {
		return none
	}
	return Span{e.Pieces[0].First, e.Pieces[len(e.Pieces)-1].Last}
}

// Touches tells whether some day of s is possible.
func (e Extent) Touches(s Span) bool {
	return slices.ContainsFunc(e.Pieces, func(p Span) bool { return !p.And(s).Empty() })
}
