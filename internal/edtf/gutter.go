package edtf

import (
	"strconv"
	"unicode/utf8"
)

// appendGutter appends the date in at most GutterWidth cells. It takes the first
// of these that fits: the date, the date without spaces, the date by months, the
// years from the earliest to the latest day, a word for its kind.
func (d *Date) appendGutter(b []byte) []byte {
	start := len(b)
	for _, attempt := range []func([]byte) ([]byte, bool){d.appendByDays, d.appendByMonths, d.appendHull} {
		var ok bool
		if b, ok = attempt(b[:start]); !ok {
			continue
		}
		if fits(b[start:]) {
			return b
		}
		if b = squeeze(b, start); fits(b[start:]) {
			return b
		}
	}
	return append(b[:start], d.kindWord()...)
}

// Gutter is English at that length for a list that is grouped by years, where the date
// stands under this one. Under another year than its own its years are given in full.
func (d Date) Gutter(year int) string {
	own := d.Earliest()
	if own == DistantPast {
		own = d.Latest()
	}
	if y, _, _ := own.Civil(); y == year || own == DistantFuture {
		return d.English(Gutter)
	}
	b, ok := d.appendHull(nil)
	if !ok || !fits(b) {
		return d.kindWord()
	}
	return string(b)
}

func fits(b []byte) bool { return utf8.RuneCount(b) <= GutterWidth }

// squeeze drops the spaces of b from start on.
func squeeze(b []byte, start int) []byte {
	kept := b[:start]
	for _, c := range b[start:] {
		if c != ' ' {
			kept = append(kept, c)
		}
	}
	return kept
}

// kindWord is what is left if nothing fits; single dates always do.
func (d *Date) kindWord() string {
	switch d.kind {
	case kindOneOf:
		return "one of set"
	case kindAllOf:
		return "all of set"
	}
	return "span"
}

func (d *Date) appendByDays(b []byte) ([]byte, bool)   { return d.appendTight(b, false) }
func (d *Date) appendByMonths(b []byte) ([]byte, bool) { return d.appendTight(b, true) }

// appendTight appends the date for the gutter, by months if days are to be left
// out. It reports false if the date cannot be worded so without saying
// something wrong.
func (d *Date) appendTight(b []byte, byMonths bool) ([]byte, bool) {
	p := d.piece(0)
	switch {
	case d.pieces() > 1:
		return d.appendTightList(b, byMonths)
	case p.shape == single:
		return p.from.appendTight(b), true
	case p.shape == closed:
		between := "–"
		if d.kind == kindOneOf {
			between = ".."
			whole := p.byWholeMonths()
			p = &whole
		}
		return p.appendTightPair(b, between, byMonths), true
	}
	before, after := d.openMarks(p.hasFrom())
	a := p.to
	if p.hasFrom() {
		a = p.from
	}
	return append(a.appendTight(append(b, before...)), after...), true
}

// openMarks returns the marks before and after a date for all that is open after
// it, or else before it.
func (d *Date) openMarks(openAfter bool) (before, after string) {
	switch {
	case d.kind == kindOneOf && openAfter:
		return "≥", ""
	case d.kind == kindOneOf:
		return "≤", ""
	case openAfter:
		return "", "–"
	}
	return "–", ""
}

// appendTight appends one atom without its year, if it is finer than a year.
func (a atom) appendTight(b []byte) []byte {
	q := a.anyQual()
	b = q.appendMark(b, approximate)
	if y := int(a.year); a.plainYear() {
		b = appendTightYear(b, y)
	} else {
		b = a.appendBare(b, Gutter, style{noYear: true})
	}
	return q.appendMark(b, uncertain)
}

// appendTightYear words a year; beyond six digits it gives full millions.
func appendTightYear(b []byte, year int) []byte {
	const million = 1_000_000
	switch {
	case year >= million:
		return append(strconv.AppendInt(append(b, "AD "...), int64(year/million), 10), " M"...)
	case 1-year >= million:
		return append(strconv.AppendInt(b, int64((1-year)/million), 10), " M BC"...)
	}
	return appendYearWords(b, year)
}

// appendTightPair appends two ends. The second is left at its year if that
// differs from the first's, since the list gives only the year of the first.
func (p *piece) appendTightPair(b []byte, between string, byMonths bool) []byte {
	from, to := p.from, p.to
	if byMonths {
		from, to = from.withoutDay(), to.withoutDay()
	}
	if from.year != to.year && to.month != 0 {
		to = to.onlyYear()
	}
	if from.plainYear() && to.plainYear() && from.qual == 0 && to.qual == 0 && from.year >= -9999 && to.year <= 9999 {
		return appendYears(b, int(from.year), int(to.year), Gutter, between)
	}
	if sharedStyle(from, to).noMonth {
		b = strconv.AppendInt(b, int64(from.day), 10)
	} else {
		b = from.appendTight(b)
	}
	if from == to {
		return b
	}
	return to.appendTight(append(b, between...))
}

// withoutDay returns the month of a day.
func (a atom) withoutDay() atom {
	if a.day != 0 {
		a.qual = uint8(a.anyQual()) // kept as one, whichever part it was of
		a.day = 0
		a.unknown |= unknownDay
	}
	return a
}

// onlyYear returns the year of a finer atom; of a winter that in which it ends. Years
// that are not known stay so.
func (a atom) onlyYear() atom {
	year := a.year
	if spansYears(a.month) {
		year++
	}
	return atom{year: year, unknown: a.unknown & unknownYears, qual: uint8(a.anyQual())}
}

// appendTightList appends a set whose members are all years, or all finer and of
// one year; it reports false for others.
func (d *Date) appendTightList(b []byte, byMonths bool) ([]byte, bool) {
	const most = 5 // more never fit
	if d.pieces() > most || byMonths {
		return b, false
	}
	separator := "/"
	if d.kind == kindAllOf {
		separator = "+"
	}
	first := d.piece(0).from
	last := d.pieces() - 1
	noMonth := d.memberStyle(Gutter).noMonth
	for i := range last + 1 {
		p := d.piece(i)
		a := p.from
		sameYear := a.year == first.year && a.month != 0 && first.month != 0
		years := a.plainYear() && first.plainYear()
		if p.shape != single || !sameYear && !years {
			return b, false
		}
		if i > 0 {
			b = append(b, separator...)
		}
		switch {
		case i > 0 && years && a.qual == 0 && a.year/100 == first.year/100 && a.year >= 1000 && a.year <= 9999:
			b = appendDigits(b, int(a.year)%100, 2)
		case i < last && noMonth:
			b = strconv.AppendInt(b, int64(a.day), 10)
		default:
			b = a.appendTight(b)
		}
	}
	return b, true
}

// appendHull appends the years from the earliest to the latest day. It reports
// false if they tell nothing, or lie beyond what a Day can count.
func (d *Date) appendHull(b []byte) ([]byte, bool) {
	noFirst, noLast := d.whole.first == DistantPast, d.whole.last == DistantFuture
	if noFirst && noLast || (noFirst || noLast) && !d.isOpen() {
		return b, false
	}
	q := d.qual()
	y1, _, _ := d.whole.first.Civil()
	y2, _, _ := d.whole.last.Civil()
	before, after := "", ""
	if noFirst || noLast {
		before, after = d.openMarks(noLast)
	}
	b = q.appendMark(append(b, before...), approximate)
	switch {
	case noFirst:
		b = appendTightYear(b, y2)
	case noLast || y1 == y2:
		b = appendTightYear(b, y1)
	case d.kind == kindOneOf:
		b = appendYears(b, y1, y2, Gutter, "..")
	default:
		b = appendYears(b, y1, y2, Gutter, "–")
	}
	return append(q.appendMark(b, uncertain), after...), true
}
