package export

import (
	"fmt"

	"timeline/internal/edtf"
)

// parts is a calendar date down to what is known of it.
type parts struct{ year, month, day int } // month and day are 0 where not known

// String writes 2012, 2012-04 or 2012-04-02.
func (p parts) String() string {
	s := fmt.Sprintf("%04d", p.year)
	if p.month > 0 {
		s += fmt.Sprintf("-%02d", p.month)
	}
	if p.day > 0 {
		s += fmt.Sprintf("-%02d", p.day)
	}
	return s
}

// span is a date as formats without doubt can hold it.
type span struct {
	from, to    parts    // equal for a day, a month, a year; never finer than the date
	first, last edtf.Day // inclusive; an open end is closed up with the end that is known
	words       string   // the date in English
	exact       bool     // nothing of the date is lost in first and last
}

// span returns an event's date as a stretch, and counts what is lost of it. ok
// is false if it cannot be written: no end is known, or a year has not four
// digits.
func (w *writer) span(d edtf.Date) (s span, ok bool) {
	a, b := d.Ends()
	if a.IsZero() && b.IsZero() {
		w.lose(lostYear)
		return s, false
	}
	open := a.IsZero() || b.IsZero()
	if a.IsZero() {
		a = b
	}
	if b.IsZero() {
		b = a
	}
	s = span{first: a.Earliest(), last: b.Latest(), words: d.English(edtf.Long)}
	if s.first < firstDay || s.last > lastDay {
		w.lose(lostYear)
		return s, false
	}
	s.from, s.to = bounds(a, s.first), bounds(b, s.last)
	s.exact = !open && !d.Approximate() && !d.Uncertain() && !d.IsOneOf() && !d.IsAllOf() &&
		a.Precision() == edtf.PrecisionDay && b.Precision() == edtf.PrecisionDay
	for _, l := range []struct {
		lost bool
		kind loss
	}{
		{open, lostOpen}, {d.IsOneOf() || d.IsAllOf(), lostChoice}, {d.Approximate() || d.Uncertain(), lostDoubt},
	} {
		if l.lost {
			w.lose(l.kind)
		}
	}
	return s, true
}

// bounds cuts a day down to what the date that it bounds says. A season gives
// months, a decade or century years.
func bounds(d edtf.Date, day edtf.Day) parts {
	year, month, dayOfMonth := day.Civil()
	switch d.Precision() {
	case edtf.PrecisionDay:
		return parts{year, month, dayOfMonth}
	case edtf.PrecisionMonth, edtf.PrecisionSeason:
		return parts{year, month, 0}
	}
	return parts{year, 0, 0}
}

// title is an event's title with its date behind it where the format would show
// it as more exact than it is.
func (s *span) title(title string) string {
	if s.exact {
		return line(title)
	}
	return line(title) + " (" + s.words + ")"
}
