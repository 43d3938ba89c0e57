package cite

import (
	"strconv"
	"time"

	"timeline/internal/edtf"
	"timeline/internal/english"
)

// when is a date of publication: only the parts that are known. The zero value
// is no date.
type when struct {
	year, month, day int  // month and day are 0 where not known
	season           int  // 1 spring … 4 winter, 0 for none
	to               int  // last year of a span of years, 0 for none
	known            bool // there is a year
	circa            bool // the source's date is about
	doubtful         bool // the source's date is uncertain
	deposit          bool // the year is that of the deposit in an archive
}

// whenOf returns the parts of a date that all of its days share: of one of two
// days in March 2013, the month. A date that is one of several years is the
// year of the last of them if the work was deposited by then, as an archive
// number shows, and else no date.
func whenOf(d edtf.Date, deposited bool) when {
	if d.IsZero() || d.Earliest() == edtf.DistantPast || d.Latest() == edtf.DistantFuture {
		return when{}
	}
	y1, m1, d1 := d.Earliest().Civil()
	y2, m2, d2 := d.Latest().Civil()
	w := when{year: y1, known: true, circa: d.Approximate(), doubtful: d.Uncertain()}
	switch {
	case d.Precision() == edtf.PrecisionSeason:
		w.season = m1 / 3 // seasons begin in March, June, September, December
	case y1 != y2 && d.IsSpan():
		w.to = y2
	case y1 != y2 && d.IsOneOf() && deposited:
		return when{year: y2, known: true, deposit: true}
	case y1 != y2:
		return when{}
	case m1 == m2:
		w.month = m1
		if d1 == d2 {
			w.day = d1
		}
	}
	return w
}

// mlaMonths are the months as MLA shortens them.
var mlaMonths = [...]string{
	"Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
}

var seasonNames = [...]string{"Spring", "Summer", "Autumn", "Winter"}

// years words the year or years: "2013", "2012–2013", "44 BC".
func (w when) years() string {
	if w.to != 0 {
		return english.Year(w.year) + "–" + english.Year(w.to)
	}
	return english.Year(w.year)
}

// named is the month or season, and dayText the day, where they are known.
func (w when) named() string {
	switch {
	case w.month != 0:
		return time.Month(w.month).String()
	case w.season != 0:
		return seasonNames[w.season-1]
	}
	return ""
}

func (w when) dayText() string {
	if w.day == 0 {
		return ""
	}
	return strconv.Itoa(w.day)
}

// american words the date as Chicago does: "March 27, 2013", "March 2013",
// "Spring 2013", "[2013?]", "[ca. 2013]"; empty if there is none.
func (w when) american() string {
	s := english.Joined(" ", w.named(), english.Between("", w.dayText(), ","), w.years())
	plain := s
	if w.deposit {
		plain = "deposited " + s
	}
	return w.marked(plain, s, "[ca. "+s+"]")
}

// marked is a date as it is written where it is certain, doubtful or about; empty if
// there is none.
func (w when) marked(plain, doubtful, about string) string {
	switch {
	case !w.known:
		return ""
	case w.doubtful:
		return "[" + doubtful + "?]"
	case w.circa:
		return about
	}
	return plain
}

// apa words the date as APA does, in full or the year alone: "2013, March 27",
// "ca. 2013", "n.d.".
func (w when) apa(full bool) string {
	s := w.years()
	if full {
		s = english.Joined(", ", s, english.Joined(" ", w.named(), w.dayText()))
	}
	switch {
	case !w.known:
		return "n.d."
	case w.circa || w.doubtful:
		return "ca. " + s
	}
	return s
}

// mla words the date as MLA does: "27 Mar. 2013", "circa 2013", "[2013?]"; empty
// if there is none.
func (w when) mla() string {
	name := w.named()
	if w.month != 0 {
		name = mlaMonths[w.month-1]
	}
	s := english.Joined(" ", w.dayText(), name, w.years())
	return w.marked(s, s, "circa "+s)
}
