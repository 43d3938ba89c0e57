package timeline

import (
	"strconv"
	"time"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/ui/paint"
)

// gutterWidth is the cells of the dates at the left: the longest is "by Oct 2013".
const gutterWidth = 11

// gutter is what a date says beyond the heading of its group, in at most room
// cells: the day, "month" or "year" where no more is known than the heading says,
// and in words what runs beyond it: "to 2012" for what lasted, "by Oct 2013" for
// what happened some time. Within a month – joins the days that something lasted,
// and .. the days on one of which it happened. Years have all their digits.
func gutter(d edtf.Date, g group, room int) string {
	if d.IsZero() {
		return "undated"
	}
	for _, text := range wordings(d, g) {
		if paint.Width(text) <= room {
			return text
		}
	}
	return paint.Cut(d.Gutter(g.year), room)
}

// wordings are ways to word a date under a heading, the most exact first.
func wordings(d edtf.Date, g group) []string {
	dress := func(texts ...string) []string {
		for n := range texts {
			if d.Approximate() {
				texts[n] = "~" + texts[n]
			}
			if d.Uncertain() {
				texts[n] += "?"
			}
		}
		return texts
	}
	sign := ".."
	if d.IsSpan() {
		sign = "–"
	}
	from, to := d.Ends()
	switch {
	case d.Precision() < edtf.PrecisionSpan: // a single date
		return dress(g.name(from))
	case d.IsAllOf() || from.IsZero() && to.IsZero():
		return nil
	case from.IsZero():
		return dress(until(d)+g.end(to), until(d)+g.monthOf(to), until(d)+g.year4(to))
	case to.IsZero():
		word := "from "
		if !d.IsSpan() {
			word = "≥ "
		}
		return dress(word+g.end(from), word+g.monthOf(from), word+g.year4(from))
	}
	later := !g.holds(from)
	if later { // it stands later than it begins: both ends must be said, with their months
		g.month = 0
	}
	first, last := g.end(from), g.end(to)
	if d.IsOneOf() && monthsApart(from, to) != 0 { // as English words it: nobody gave those days
		first, last = g.bound(from, true), g.bound(to, false)
	}
	byMonths := g.monthOf(from) + sign + g.monthOf(to)
	switch years := g.year4(from) + sign + g.year4(to); {
	case !g.holds(from):
		return dress(years)
	case later:
		return dress(first+sign+last, byMonths, years)
	}
	days := from.Precision() == edtf.PrecisionDay && to.Precision() == edtf.PrecisionDay
	if days && g.holds(to) && g.month != 0 {
		return dress(first + sign + last)
	}
	var texts []string
	if days && monthsApart(from, to) == 1 {
		texts = append(texts, first+sign+last)
	}
	return dress(append(texts, until(d)+last, until(d)+g.monthOf(to), until(d)+g.year4(to))...)
}

// until is the word before the last day of what lasted, or of what happened some time.
func until(d edtf.Date) string {
	if d.IsSpan() {
		return "to "
	}
	return "by "
}

// end is an end of a date as it reads under the heading.
func (g group) end(d edtf.Date) string {
	if d.Precision() == edtf.PrecisionYear {
		return g.year4(d)
	}
	if text := g.name(d); text != "month" {
		return text
	}
	return g.monthOf(d)
}

// bound is an end that is no day of its own but the first or last one of a month: the
// month.
func (g group) bound(d edtf.Date, first bool) string {
	day := d.Latest()
	if first {
		day = d.Earliest() - 1
	}
	if _, _, next := (day + 1).Civil(); d.Precision() == edtf.PrecisionDay && next == 1 {
		return g.monthOf(d)
	}
	return g.end(d)
}

// holds tells whether a date lies within the group's month, or year.
func (g group) holds(d edtf.Date) bool {
	year, month, _ := d.Earliest().Civil()
	return !g.none && year == g.year && (g.month == 0 || month == g.month)
}

// monthsApart is how many months after the first the second date begins.
func monthsApart(a, b edtf.Date) int {
	y1, m1, _ := a.Earliest().Civil()
	y2, m2, _ := b.Earliest().Civil()
	return (y2-y1)*12 + m2 - m1
}

// name is a single date as it reads under the heading.
func (g group) name(d edtf.Date) string {
	year, month, day := d.Earliest().Civil()
	here, same := g.holds(d) && g.month != 0, year == g.year && !g.none
	switch p := d.Precision(); {
	case p == edtf.PrecisionDay && here:
		return strconv.Itoa(day)
	case p == edtf.PrecisionDay && same:
		return strconv.Itoa(day) + " " + short(month)
	case p == edtf.PrecisionMonth && here:
		return "month"
	case p == edtf.PrecisionMonth && same:
		return short(month)
	case p == edtf.PrecisionYear && same:
		return "year"
	case p == edtf.PrecisionSeason && same:
		return [...]string{"spring", "summer", "autumn", "winter"}[(month+9)%12/3]
	}
	return d.Plain().English(edtf.Dated) // the whole gutter has ~ and ? once
}

// monthOf is the month of a date, with the year if the heading has another.
func (g group) monthOf(d edtf.Date) string {
	year, month, _ := d.Latest().Civil()
	if d.Precision() > edtf.PrecisionMonth {
		return g.name(d)
	}
	if year == g.year {
		return short(month)
	}
	return short(month) + " " + english.Year(year)
}

// year4 is the year in which a date ends.
func (g group) year4(d edtf.Date) string {
	year, _, _ := d.Latest().Civil()
	return english.Year(year)
}

func short(month int) string { return time.Month(month).String()[:3] }
