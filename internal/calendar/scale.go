package calendar

import (
	"sort"

	"timeline/internal/edtf"
)

// Bin is the least stretch of time that a picture tells apart. It stands Width
// cells wide from cell X on.
type Bin struct {
	Span
	Level    Level
	X, Width int
}

// Scale is a row of bins that lie end to end in time and in cells. A scale of no
// cells has no bins, and every question to it is answered with ok false.
type Scale struct{ Bins []Bin }

// Width is the number of cells from the first bin to the end of the last.
func (s Scale) Width() int {
	if len(s.Bins) == 0 {
		return 0
	}
	last := s.Bins[len(s.Bins)-1]
	return last.X + last.Width
}

// Span is the days of all bins; empty if there are none.
func (s Scale) Span() Span {
	if len(s.Bins) == 0 {
		return none
	}
	return Span{s.Bins[0].First, s.Bins[len(s.Bins)-1].Last}
}

// Bin is the number of the bin that holds a day. Days outside fall into the first
// or the last bin; it is -1 if there are no bins.
func (s Scale) Bin(d edtf.Day) int {
	i := sort.Search(len(s.Bins), func(i int) bool { return s.Bins[i].First > d }) - 1
	return min(max(i, 0), len(s.Bins)-1)
}

// BinAt is the number of the bin that is drawn at cell x. Cells outside fall into
// the first or the last bin; it is -1 if there are no bins.
func (s Scale) BinAt(x int) int {
	i := sort.Search(len(s.Bins), func(i int) bool { return s.Bins[i].X > x }) - 1
	return min(max(i, 0), len(s.Bins)-1)
}

// Reach is the run of bins, both inclusive, that a span touches; ok is false if
// it touches none.
func (s Scale) Reach(p Span) (from, to int, ok bool) {
	p = p.And(s.Span())
	if p.Empty() {
		return 0, 0, false
	}
	return s.Bin(p.First), s.Bin(p.Last), true
}

// Inner is the run of bins, both inclusive, that lie wholly inside a span; ok is
// false if none does. What is drawn solid must be so on every day of its cells.
func (s Scale) Inner(p Span) (from, to int, ok bool) {
	from, to, ok = s.Reach(p)
	if !ok {
		return 0, 0, false
	}
	if s.Bins[from].First < p.First {
		from++
	}
	if s.Bins[to].Last > p.Last {
		to--
	}
	return from, to, from <= to
}

// Within is the one bin in which all days of a span lie, if there is one.
func (s Scale) Within(p Span) (bin int, ok bool) {
	a, b, ok := s.Reach(p)
	return a, ok && a == b && s.Span().Holds(p)
}

// Cells is the run of cells, both inclusive, of the bins that a span touches; ok
// is false if it touches none.
func (s Scale) Cells(p Span) (from, to int, ok bool) {
	return s.run(s.Reach(p))
}

// run is the cells of the bins from i to j, if there are any.
func (s Scale) run(i, j int, any bool) (from, to int, ok bool) {
	if !any {
		return 0, 0, false
	}
	return s.Bins[i].X, s.Bins[j].X + s.Bins[j].Width - 1, true
}

// InnerCells is the run of cells, both inclusive, of the bins that lie wholly
// inside a span; ok is false if none does.
func (s Scale) InnerCells(p Span) (from, to int, ok bool) {
	return s.run(s.Inner(p))
}

// Regular is a scale of bins of one level, each as many cells wide as w cells
// allow and at most most. Where not even one cell a bin fits, the last bins are
// left out.
func Regular(p Span, l Level, w, most int) Scale {
	n := l.units(p)
	if n == 0 || w < 1 {
		return Scale{}
	}
	if n > w {
		d := p.First
		for range w {
			p.Last = l.unit(d).Last
			d = p.Last + 1
		}
		n = w
	}
	k := min(max(w/n, 1), max(most, 1))
	return laid(l.split(p), func(*Bin) int { return k })
}

// laid puts the bins side by side.
func laid(bins []Bin, width func(*Bin) int) Scale {
	x := 0
	for i := range bins {
		bins[i].X, bins[i].Width = x, width(&bins[i])
		x += bins[i].Width
	}
	return Scale{bins}
}
