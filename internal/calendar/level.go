package calendar

import "timeline/internal/edtf"

// Level is how much time a bin holds, from the coarsest to the finest.
type Level uint8

// The levels. Between Whole and Decade lie all powers of ten of years that a
// [edtf.Day] can count.
const (
	Whole   Level = iota     // the whole period
	Century Level = iota + 5 // after 10 million years, 1 million …
	Decade
	Year
	Quarter
	Month
	Day
	levelCount
)

// years is how many years a unit of a level has, for Year and coarser ones.
func (l Level) years() int {
	n := 1
	for k := l; k < Year; k++ {
		n *= 10
	}
	return n
}

// yearsOf is the first and last year of the unit that a year is in. Units are
// the years that share their first digits, but those before AD 1 are counted as
// they are named: a century is 200 to 101 BC, the next 100 to 1 BC, then AD 1 to 99.
// So is -01XX, in EDTF, 200 to 101 BC.
func (l Level) yearsOf(y int) (first, last int) {
	n := l.years()
	if y <= 0 {
		last = -(-y / n * n)
		return last - n + 1, last
	}
	first = y / n * n
	return max(first, 1), first + n - 1
}

// unit is the days of the unit of the level in which d lies, as far as days can be
// counted.
func (l Level) unit(d edtf.Day) Span {
	switch l {
	case Whole:
		return Span{edtf.DistantPast, edtf.DistantFuture}
	case Day:
		return Span{d, d}
	}
	y, m, _ := d.Civil()
	var next edtf.Day
	switch l {
	case Month:
		next = edtf.NewDay(y, m+1, 1)
	case Quarter:
		m -= (m - 1) % 3
		next = edtf.NewDay(y, m+3, 1)
	default:
		var last int
		y, last = l.yearsOf(y)
		m, next = 1, edtf.NewDay(last+1, 1, 1)
	}
	return Span{edtf.NewDay(y, m, 1), max(next-1, d)}
}

// units is how many units of the level a span touches.
func (l Level) units(p Span) int {
	switch {
	case l == Day, p.Empty():
		return p.Days()
	case l == Whole:
		return 1
	}
	y1, m1, _ := p.First.Civil()
	y2, m2, _ := p.Last.Civil()
	switch l {
	case Month:
		return (y2-y1)*12 + m2 - m1 + 1
	case Quarter:
		return (y2-y1)*4 + (m2-1)/3 - (m1-1)/3 + 1
	}
	return l.rank(y2) - l.rank(y1) + 1
}

// rank numbers the units of the level by the years in them, without gaps.
func (l Level) rank(y int) int {
	switch n := l.years(); {
	case n == 1:
		return y
	case y > 0:
		return y / n
	default:
		return -(-y / n) - 1
	}
}

// split cuts a span into bins of a level.
func (l Level) split(p Span) []Bin {
	bins := make([]Bin, 0, l.units(p))
	for !p.Empty() {
		last := min(l.unit(p.First).Last, p.Last)
		bins = append(bins, Bin{Span: Span{p.First, last}, Level: l})
		if last == p.Last {
			break
		}
		p.First = last + 1
	}
	return bins
}
