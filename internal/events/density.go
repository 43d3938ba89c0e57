package events

import "timeline/internal/edtf"

// Density tells how many events fall between two days. An event whose date is
// an interval counts evenly over all its days, so a year-long doubt is a low
// plateau and not a spike on its first of January.
type Density struct {
	first edtf.Day
	sums  []float32 // sums[i] is the weight of all days before first+i
}

// maxDensityDays bounds the memory of a Density: 3,000 years of days.
const maxDensityDays = 3000 * 366

// NewDensity lays the events out over the days from first to last, inclusive.
// Weight that falls outside is left out; an open end stands at the bound.
func NewDensity(d *Dataset, shown []Index, first, last edtf.Day) *Density {
	n := int(last) - int(first) + 1
	if first == edtf.DistantPast || last == edtf.DistantFuture || n < 1 || n > maxDensityDays {
		return &Density{first: first, sums: make([]float32, 2)}
	}
	rate := make([]float64, n+1) // change of the daily weight at each day
	for _, i := range shown {
		a, b := max(d.First[i], first), min(d.Last[i], last)
		if a > b {
			continue
		}
		w := 1 / float64(int(b)-int(a)+1)
		rate[a-first] += w
		rate[int(b-first)+1] -= w
	}
	sums := make([]float32, n+1)
	daily, total := 0.0, 0.0
	for i := range n {
		sums[i] = float32(total)
		daily += rate[i]
		total += daily
	}
	sums[n] = float32(total)
	return &Density{first: first, sums: sums}
}

// Between is the weight of the days from a to b, inclusive.
func (d *Density) Between(a, b edtf.Day) float64 {
	n := len(d.sums) - 1
	from := min(max(int(a)-int(d.first), 0), n)
	to := min(max(int(b)-int(d.first)+1, 0), n)
	if to <= from {
		return 0
	}
	return float64(d.sums[to] - d.sums[from])
}
