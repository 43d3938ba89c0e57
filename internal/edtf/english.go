package edtf

import (
	"bytes"
	"strings"
)

// Length is how much room English may take.
type Length uint8

const (
	Long   Length = iota // in full: "2 April 2012", "about July 2012"
	Spoken               // in full, to be heard: "from 30 June to 1 July 2012"
	Short                // a column: "2 Apr", "~Jul 2012"
	Dated                // a column of many years: "2 Apr 2012"
	Narrow               // as Dated, with bounds as "Mar..Jun 2012"
	Gutter               // at most GutterWidth cells: "2 Apr", "~Jul"
)

// full reports whether words are written out.
func (l Length) full() bool { return l <= Spoken }

// dash is what joins the ends of what lasted.
func (l Length) dash() string {
	if l == Spoken {
		return " to "
	}
	return "–"
}

// GutterWidth is the most cells that English takes at length Gutter. Every
// character it uses is one cell wide.
const GutterWidth = 11

// English returns the date in plain English, never more exact than it is; empty
// for no date.
//
// Long says everything, and so does Spoken, without dashes. Short abbreviates, with
// ~ for about and ? for uncertain, and leaves out the year of single days only;
// Dated leaves out none, and Narrow writes the bounds of one-of sets as Gutter does.
//
// Gutter leaves out the year of everything finer than a year. It is for lists
// grouped by the year of the earliest day, or of the latest if there is no
// earliest. Where the date does not fit it falls back on something less exact.
// "–" joins the ends of what lasted, ".." the bounds of one-of sets, "/" means
// or, "+" means and, ≤ and ≥ mean on or before and on or after:
//
//	EDTF                      Long                                Gutter
//	2012-07~                  about July 2012                     ~Jul
//	2012-06-30/2012-07-01     30 June – 1 July 2012               30Jun–1Jul
//	2012-11-30/2013-02-02     30 November 2012 – 2 February 2013  30 Nov–2013
//	[2012-06-01..2012-07-17]  between 1 June and 17 July 2012     1Jun..17Jul
//	[2012-06-30..2012-08-31]  between 30 June and 31 August 2012  Jun..Aug
//
// Years are AD unless marked BC; AD stands only with years outside 1000 to 9999.
func (d Date) English(l Length) string {
	var buf [96]byte
	return string(d.appendEnglish(buf[:0], l))
}

func (d *Date) appendEnglish(b []byte, l Length) []byte {
	switch {
	case d.kind == kindNone:
		return b
	case l == Gutter:
		return d.appendGutter(b)
	case d.kind == kindSimple:
		a := d.whole.from
		return a.append(b, l, style{noYear: l == Short && a.day != 0})
	case d.kind == kindInterval:
		return d.whole.appendInterval(b, l)
	}
	return d.appendSet(b, l)
}

// appendInterval words a/b at all lengths but Gutter.
func (p *piece) appendInterval(b []byte, l Length) []byte {
	switch p.shape {
	case closed:
		if l == Spoken && p.from != p.to {
			b = append(b, "from "...)
		}
		b = p.appendStretch(b, l)
	case openEnd, unknownEnd:
		b = p.from.append(append(b, "from "...), l, style{})
		if p.shape == unknownEnd && l.full() {
			b = append(b, ", end unknown"...)
		}
	case openStart, unknownStart:
		b = p.to.append(append(b, "until "...), l, style{})
		if p.shape == unknownStart && l.full() {
			b = append(b, ", beginning unknown"...)
		}
	}
	return b
}

// appendStretch words two ends joined by a dash. Long puts spaces around the
// dash if they are needed to see what it joins: "1–5 April 2012", "April–May
// 2012", but "30 June – 1 July 2012".
func (p *piece) appendStretch(b []byte, l Length) []byte {
	if p.from == p.to {
		return p.from.append(b, l, style{})
	}
	if p.from.plainYear() && p.to.plainYear() && p.qual() == 0 {
		return appendYears(b, int(p.from.year), int(p.to.year), l, l.dash())
	}
	var buf [64]byte
	left := p.from.append(buf[:0], l, p.leftStyle(l))
	dash := l.dash()
	if l == Long && (bytes.IndexByte(left, ' ') >= 0 || p.qual() != 0 || p.from.precision() != p.to.precision()) {
		dash = " – "
	}
	b = append(append(b, left...), dash...)
	return p.to.append(b, l, style{})
}

// appendBetween words the bounds of a one-of set: "between 1 and 5 April 2012".
func (p *piece) appendBetween(b []byte, l Length) []byte {
	whole := p.byWholeMonths()
	p = &whole
	before, and := "between ", " and "
	if l == Narrow {
		before, and = "", ".."
	}
	b = append(b, before...)
	b = p.from.append(b, l, p.leftStyle(l))
	b = append(b, and...)
	return p.to.append(b, l, style{})
}

// byWholeMonths leaves out the days of bounds that are the beginning or the end
// of a month: "between March and 2 May 2012" says the same as "between 1 March
// and 2 May 2012" and names no day that nobody gave. Bounds within one month keep
// their days.
func (p *piece) byWholeMonths() piece {
	w := *p
	if p.qual() != 0 || p.from.day == 0 || p.to.day == 0 || p.from.year == p.to.year && p.from.month == p.to.month {
		return w
	}
	if w.from.day == 1 {
		w.from.day = 0
	}
	if int(w.to.day) == daysIn(int(w.to.year), int(w.to.month)) {
		w.to.day = 0
	}
	return w
}

// leftStyle tells what the first end need not say because the second says it.
func (p *piece) leftStyle(l Length) style {
	if l.full() && p.qual() != 0 {
		return style{}
	}
	return sharedStyle(p.from, p.to)
}

// sharedStyle tells what a need not say if b follows and says it: the year if
// both are in one year, the month too if both are plain days of one month.
// Winters lie in two years, and share none; nor do years that are not known.
func sharedStyle(a, b atom) style {
	if a.year != b.year || a.month == 0 || b.month == 0 || spansYears(a.month) || spansYears(b.month) || (a.unknown|b.unknown)&unknownYears != 0 {
		return style{}
	}
	return style{
		noYear:  true,
		noMonth: a.month == b.month && a.day != 0 && b.day != 0 && a.qual == 0 && b.qual == 0,
	}
}

// appendSet words a set at all lengths but Gutter.
func (d *Date) appendSet(b []byte, l Length) []byte {
	if d.pieces() == 1 {
		return d.appendMember(b, d.piece(0), l)
	}
	comma, word := ", ", " or "
	if d.kind == kindAllOf {
		word = " and "
	}
	if d.isOpen() { // "in or before 2006; or 2008": a comma would bind too close
		comma, word = "; ", ";"+word
	}
	last := d.pieces() - 1
	st := d.memberStyle(l)
	for i := range last + 1 {
		switch {
		case i == last:
			b = append(b, word...)
			st = style{}
		case i > 0:
			b = append(b, comma...)
		}
		p := d.piece(i)
		switch p.shape {
		case single:
			b = p.from.append(b, l, st)
		case closed:
			b = p.appendStretch(b, l)
		default:
			b = d.appendMember(b, p, l)
		}
	}
	return b
}

// memberStyle tells what all members but the last need not say.
func (d *Date) memberStyle(l Length) style {
	last := d.piece(d.pieces() - 1)
	st := style{noYear: true, noMonth: true}
	for i := range d.pieces() {
		p := d.piece(i)
		if p.shape != single || l.full() && p.qual() != 0 {
			return style{}
		}
		st = st.and(sharedStyle(p.from, last.from))
	}
	return st
}

// appendMember words a set of one member, or an open member.
func (d *Date) appendMember(b []byte, p *piece, l Length) []byte {
	all := d.kind == kindAllOf
	switch {
	case p.shape == single:
		return p.from.append(b, l, style{})
	case p.shape == closed && !all:
		return p.appendBetween(b, l)
	case p.shape == closed:
		if l.full() {
			b = append(b, "all of "...)
		}
		return p.appendStretch(b, l)
	case p.shape == openStart && all:
		return p.to.append(append(b, "all until "...), l, style{})
	case p.shape == openStart && !l.full():
		return p.to.append(append(b, "by "...), l, style{})
	case p.shape == openStart:
		return p.to.append(append(b, preposition(p.to)+" or before "...), l, style{})
	case all:
		return p.from.append(append(b, "all from "...), l, style{})
	case !l.full():
		return append(p.from.append(b, l, style{}), " or later"...)
	}
	return p.from.append(append(b, preposition(p.from)+" or after "...), l, style{})
}

func preposition(a atom) string {
	if a.day != 0 {
		return "on"
	}
	return "in"
}

// Adverb returns the date as an adverb to be spoken: "on 2 April 2012", "in April
// 2012", "from 30 June to 1 July 2012", "between 2006 and 2008", "about July 2012".
// What is not known of a simple date, and that it is uncertain, is left to be said
// apart. It is empty for no date.
func (d Date) Adverb() string {
	s := d.English(Spoken)
	if s == "" {
		return ""
	}
	if !d.IsSpan() {
		for _, end := range []string{" (uncertain)", ", month and day unknown", ", month unknown", ", day unknown"} {
			s = strings.TrimSuffix(s, end)
		}
	}
	switch first, _, _ := strings.Cut(s, " "); first {
	case "about", "from", "until", "between", "in", "on":
		return s
	}
	a := d.piece(0).from
	if d.kind == kindAllOf && d.piece(0).shape != single {
		a.day = 0 // in all of it
	}
	return preposition(a) + " " + s
}
