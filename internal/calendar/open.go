package calendar

// CellWidths are the least widths of bins, in cells, by how much time they hold.
// A day is always one cell.
type CellWidths struct{ Era, Year, Quarter, Month int }

// RibbonCells are the least widths of bins on a ribbon of w cells.
func RibbonCells(w int) CellWidths {
	if w < 110 {
		return CellWidths{5, 3, 2, 2}
	}
	return CellWidths{5, 5, 3, 3}
}

// LaneCells are those of lanes on a screen of w cells: a sign, a figure, a gap.
func LaneCells(w int) CellWidths {
	if w < 110 {
		return CellWidths{5, 2, 2, 2}
	}
	return CellWidths{5, 3, 2, 3}
}

func (c CellWidths) of(l Level) int {
	if l < Year {
		return max(c.Era, 1)
	}
	return max([...]int{c.Year, c.Quarter, c.Month, 1}[l-Year], 1)
}

// opening is a calendar that is being opened.
type opening struct {
	bins  []Bin
	cells CellWidths
	used  int // cells that the bins need at least
	width int
	all   *Tally // of the whole dataset
}

// opened is the scale of the whole period: a calendar that is opened where the
// dates are fine. It begins with the finest unit whose bins fill at most half the
// width. Then, as long as the width allows, it opens the bin, or the year in
// quarters, whose parts hold most events whole, at least as many as there are
// parts; ties go to the earlier. Last, bins of the coarsest kind are opened all
// together where there is room and no event lies less surely for it, and what
// cells are left widen the bins.
func opened(p Span, w int, cells CellWidths, all *Tally) Scale {
	if w < 1 || p.Empty() {
		return Scale{}
	}
	l := Day
	for l > Whole && l.units(p)*cells.of(l)*2 > w {
		l--
	}
	o := &opening{bins: l.split(p), cells: cells, width: w, all: all}
	if least := cells.of(l); len(o.bins)*least > w { // only for the whole period in fewer cells than it should have
		o.cells.Era = w
	}
	for i := range o.bins {
		o.used += o.cells.of(o.bins[i].Level)
	}
	for o.openBest() {
	}
	for o.openLevel() {
	}
	return o.widened()
}

// group is the bins, from lo to hi inclusive, that are opened together with lo: the
// quarters of a year, or one bin alone.
func (o *opening) group(lo int) (hi int) {
	hi = lo
	if o.bins[lo].Level != Quarter {
		return lo
	}
	year := Year.unit(o.bins[lo].First)
	for hi+1 < len(o.bins) && o.bins[hi+1].Level == Quarter && year.Holds(o.bins[hi+1].Span) {
		hi++
	}
	return hi
}

// openBest opens what gains most, and tells whether anything did.
func (o *opening) openBest() bool {
	best, bestHi, most := -1, -1, 0
	for lo := 0; lo < len(o.bins); lo++ {
		b := &o.bins[lo]
		if b.Level == Whole || b.Level >= Month {
			continue
		}
		hi := o.group(lo)
		span := Span{b.First, o.bins[hi].Last}
		parts := (b.Level + 1).units(span)
		n := o.all.whole(b.Level+1, span)
		if n > most && n >= parts && o.used+o.gain(lo, hi) <= o.width {
			best, bestHi, most = lo, hi, n
		}
		lo = hi
	}
	if best < 0 {
		return false
	}
	o.open(best, bestHi)
	return true
}

// gain is how many cells more the parts of the bins from lo to hi need.
func (o *opening) gain(lo, hi int) int {
	b := o.bins[lo]
	parts := (b.Level + 1).units(Span{b.First, o.bins[hi].Last})
	return parts*o.cells.of(b.Level+1) - (hi-lo+1)*o.cells.of(b.Level)
}

// open puts their parts in place of the bins from lo to hi.
func (o *opening) open(lo, hi int) {
	o.used += o.gain(lo, hi)
	parts := (o.bins[lo].Level + 1).split(Span{o.bins[lo].First, o.bins[hi].Last})
	o.bins = append(o.bins[:lo:lo], append(parts, o.bins[hi+1:]...)...)
}

// openLevel opens all bins of the coarsest level there is, if they have the room
// and every event that lies wholly inside one lies wholly inside a part of it.
func (o *opening) openLevel() bool {
	level := Day
	for i := range o.bins {
		level = min(level, o.bins[i].Level)
	}
	if level == Whole || level >= Month {
		return false
	}
	gain := 0
	for i, b := range o.bins {
		if b.Level == level {
			gain += o.gain(i, i)
			if o.all.whole(level+1, b.Span) < o.all.whole(level, b.Span) {
				return false
			}
		}
	}
	if o.used+gain > o.width {
		return false
	}
	for i := len(o.bins) - 1; i >= 0; i-- {
		if o.bins[i].Level == level {
			o.open(i, i)
		}
	}
	return true
}

// widened lays the bins out. What is left of the width widens them, the coarsest
// first, all of a level by one cell at a time.
func (o *opening) widened() Scale {
	extra := [levelCount]int{}
	count := [levelCount]int{}
	for i := range o.bins {
		count[o.bins[i].Level]++
	}
	for left, before := o.width-o.used, -1; left > 0 && left != before; {
		before = left
		for l := range levelCount {
			if n := count[l]; n > 0 && n <= left {
				extra[l]++
				left -= n
			}
		}
	}
	return laid(o.bins, func(b *Bin) int { return o.cells.of(b.Level) + extra[b.Level] })
}
