package calendar

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"timeline/internal/english"
	"timeline/internal/sorting"
)

// Label is a name on the axis: Text, of which every letter takes a cell, from cell
// X on. Labels of years are Strong; months and days stand beneath them.
type Label struct {
	X      int
	Text   string
	Strong bool
}

// monthName is the name of a month, 1 to 12.
func monthName(m int) string { return time.Month(m).String() }

// Labels name the bins, in their order and with at least a cell between two. One bin
// alone has its full name. Of several, years are named first, where months begin;
// then the years that are bins themselves, in full where they have the room; then
// months by their name or initial, and days by their number, at least where a week
// of the month begins.
func (s Scale) Labels() []Label {
	a := axis{taken: make([]bool, s.Width())}
	oneCentury := len(s.Bins) > 0 && Century.unit(s.Span().First).Holds(s.Span())
	if len(s.Bins) == 1 {
		a.put(0, true, s.Bins[0].Name())
	}
	for pass := range 3 {
		for i, b := range s.Bins {
			_, m, d := b.First.Civil()
			opens := m == 1 && d == 1
			switch {
			case pass == 0 && b.Level > Year && (opens || i == 0):
				a.put(b.X, true, openingNames(b, opens, oneCentury)...)
			case pass == 1 && b.Level <= Year:
				a.put(b.X, true, eraName(b, oneCentury))
			case pass == 1 && b.Level == Day && d == 1 && i > 0:
				a.put(b.X, true, monthName(m)[:3])
			case pass == 2 && b.Level == Day && d > 1 && (b.Width > 2 || d%7 == 1 && d < 29):
				a.put(b.X, false, strconv.Itoa(d))
			case pass == 2 && b.Level == Month && b.Width >= 4:
				a.put(b.X, false, monthName(m)[:3])
			case pass == 2 && b.Level == Quarter && b.Width >= 8:
				a.put(b.X, false, monthName(m)[:3]+"–"+monthName(min(m+2, 12))[:3])
			case pass == 2 && (b.Level == Month || b.Level == Quarter):
				a.put(b.X, false, monthName(m)[:1])
			}
		}
	}
	sorting.Records(a.labels, func(p, q *Label) int { return p.X - q.X })
	return a.labels
}

// axis collects labels that leave each other a cell.
type axis struct {
	taken  []bool
	labels []Label
}

// put enters the first of the texts that has its room at x, if one has.
func (a *axis) put(x int, strong bool, texts ...string) {
	for _, text := range texts {
		n := len([]rune(text))
		if x+n > len(a.taken) || slices.Contains(a.taken[max(x-1, 0):min(x+n+1, len(a.taken))], true) {
			continue
		}
		for k := range n {
			a.taken[x+k] = true
		}
		a.labels = append(a.labels, Label{x, text, strong})
		return
	}
}

// openingNames are the names of the first bin or of one that begins a year, the
// longest first.
func openingNames(b Bin, opens, oneCentury bool) []string {
	y, m, _ := b.First.Civil()
	names := []string{yearName(y)}
	if b.Level == Day || !opens {
		names = []string{monthName(m)[:3] + " " + yearName(y)}
		if opens {
			names = append(names, yearName(y))
		}
	}
	if opens && oneCentury && y >= 1000 && y <= 9999 {
		names = append(names, "’"+strconv.Itoa(y)[2:])
	}
	return append(names, monthName(m)[:1])
}

// yearName is "2012", "44 BC", "AD 44".
func yearName(y int) string {
	if y > 0 && y < 100 {
		return "AD " + strconv.Itoa(y)
	}
	return english.Year(y)
}

// eraName is the name of a year or of a longer bin, as its width allows.
func eraName(b Bin, oneCentury bool) string {
	y, _, _ := b.First.Civil()
	if b.Level == Year {
		if name := yearName(y); len(name) < b.Width || !oneCentury || y < 1000 || y > 9999 {
			return name
		}
		return "’" + strconv.Itoa(y)[2:]
	}
	last, _, _ := b.Last.Civil()
	name := yearName(y) + "–"
	if whole := yearsName(y, last); len([]rune(whole)) < b.Width {
		return whole
	}
	if len([]rune(name)) >= b.Width && oneCentury && y >= 1000 && y <= 9999 {
		return "’" + name[2:]
	}
	return name
}

// yearsName is "2000–09", "1000–1999", "99–90 BC", "9 BC – AD 90".
func yearsName(y, last int) string {
	a, z := yearName(y), yearName(last)
	switch {
	case y == last:
		return a
	case y <= 0 && last <= 0:
		return strconv.Itoa(1-y) + "–" + z
	case y <= 0:
		return a + " – " + z
	case y >= 1000 && last <= 9999 && y/100 == last/100:
		return a + "–" + z[2:]
	}
	return a + "–" + strconv.Itoa(last)
}

// Rules are the cells at which years begin (months, if bins are days), for thin
// lines behind a picture; the first bin has none.
func (s Scale) Rules() []int {
	var cells []int
	for i, b := range s.Bins {
		if _, m, d := b.First.Civil(); i > 0 && d == 1 && (m == 1 || b.Level == Day) {
			cells = append(cells, b.X)
		}
	}
	return cells
}

// Name is the bin in words: "2 April 2012", "November 2012", "July to September
// 2012", "2012", "2000 to 2009".
func (b Bin) Name() string {
	y, m, d := b.First.Civil()
	last, lastMonth, lastDay := b.Last.Civil()
	switch {
	case b.First == b.Last:
		return strconv.Itoa(d) + " " + monthName(m) + " " + yearName(y)
	case b.Level <= Year && y == last:
		return yearName(y)
	case b.Level <= Year:
		return yearName(y) + " to " + yearName(last)
	case m == lastMonth && b.Span != Month.unit(b.First):
		return strconv.Itoa(d) + " to " + strconv.Itoa(lastDay) + " " + monthName(m) + " " + yearName(y)
	case m == lastMonth:
		return monthName(m) + " " + yearName(y)
	}
	return monthName(m) + " to " + monthName(lastMonth) + " " + yearName(y)
}

// Words say what a weight counts: "3 certainly, 16 in doubt, and shares of others".
func (w Weight) Words() string {
	var parts []string
	if w.Sure > 0 {
		parts = append(parts, english.Thousands(w.Sure)+" certainly")
	}
	if w.Near > 0 {
		parts = append(parts, english.Thousands(w.Near)+" in doubt")
	}
	others := w.Spread > int64(w.Sure+w.Near)*Unit
	switch {
	case len(parts) == 0 && others:
		return "none certainly, and shares of events that may be of another time"
	case len(parts) == 0:
		return "no events"
	case others:
		parts = append(parts, "and shares of others")
	}
	return strings.Join(parts, ", ")
}
