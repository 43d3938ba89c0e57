package calendar

import (
	"flag"
	"math/rand/v2"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

var long = flag.Bool("long", false, "open more random calendars")

// many is n, or with no -long a quarter: one in four finds the faults as well.
func many(n int) int {
	if *long {
		return n
	}
	return n / 4
}

func builtIn(t testing.TB) *events.Dataset { return eventstest.BuiltIn(t) }

func list(es []Extent) func(func(Extent) bool) {
	return func(yield func(Extent) bool) {
		for _, e := range es {
			if !yield(e) {
				return
			}
		}
	}
}

// checkScale fails if bins do not lie end to end in time and in cells, do not fit,
// or if day → bin → days and cell → bin → cells do not go round.
func checkScale(t *testing.T, s Scale, p Span, w int) {
	t.Helper()
	if s.Span() != p || s.Width() > w {
		t.Fatalf("span %v of %v, width %d of %d", s.Span(), p, s.Width(), w)
	}
	for i, b := range s.Bins {
		if b.Empty() || b.Width < 1 || i > 0 && (b.First != s.Bins[i-1].Last+1 || b.X != s.Bins[i-1].X+s.Bins[i-1].Width) {
			t.Fatalf("bin %d %+v", i, b)
		}
		for _, d := range []edtf.Day{b.First, b.Last, b.Middle()} {
			if s.Bin(d) != i {
				t.Fatalf("day %v in bin %d, not %d", d, s.Bin(d), i)
			}
		}
		for _, x := range []int{b.X, b.X + b.Width - 1} {
			if s.BinAt(x) != i {
				t.Fatalf("cell %d in bin %d, not %d", x, s.BinAt(x), i)
			}
		}
	}
	end := -1
	for _, l := range s.Labels() {
		if l.X <= end || l.X+len([]rune(l.Text)) > s.Width() {
			t.Fatalf("label %q at %d, after %d, of %d", l.Text, l.X, end, s.Width())
		}
		end = l.X + len([]rune(l.Text))
	}
}

func random(rng *rand.Rand) (Span, []Extent) {
	first := edtf.NewDay(-3000+rng.IntN(6000), 1+rng.IntN(12), 1+rng.IntN(28))
	n := 1 + rng.IntN([]int{1, 3, 90, 800, 9000, 100_000, 900_000_000}[rng.IntN(7)])
	p := Span{first, first + edtf.Day(n-1)}
	es := make([]Extent, rng.IntN(300))
	hot := rng.IntN(n)
	for i := range es {
		a := first + edtf.Day(rng.IntN(n))
		if i%3 > 0 {
			a = first + edtf.Day((hot+rng.IntN(60))%n)
		}
		es[i] = Extent{Core: none, Loose: rng.IntN(4) == 0, Pieces: []Span{{a - edtf.Day(rng.IntN(3)), min(a+edtf.Day(rng.IntN(40)), p.Last+1)}}}
	}
	return p, es
}

func TestOpenedCalendars(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	for range many(3000) {
		p, es := random(rng)
		w := 1 + rng.IntN(300)
		cells := RibbonCells(w)
		if rng.IntN(2) == 0 {
			cells = LaneCells(w)
		}
		s := opened(p, w, cells, tally(p, list(es)))
		checkScale(t, s, p, w)
	}
}

// The calendar must not break, or take for ever, at the ends of what days can count.
func TestFarPeriods(t *testing.T) {
	t.Parallel()
	for _, p := range []Span{
		{edtf.NewDay(-9_000_000, 1, 1), edtf.NewDay(9_000_000, 1, 1)},
		{edtf.DistantPast + 1, edtf.DistantPast + 1},
		{edtf.DistantFuture - 40, edtf.DistantFuture - 1},
		{edtf.NewDay(-43, 3, 15), edtf.NewDay(14, 8, 19)},
		{edtf.NewDay(2012, 4, 2), edtf.NewDay(2012, 4, 2)},
	} {
		c := &Calendar{Period: p, all: tally(p, list(nil)), scales: map[scaleKey]Scale{}}
		for w := range 201 {
			s := c.Scale(View{}, w, RibbonCells(w))
			if w > 0 {
				checkScale(t, s, p, w)
			}
			for z := range ZoomDays + 1 {
				v := c.Centred(z, w, p.Middle())
				s := c.Scale(v, w, RibbonCells(w))
				if w > 0 && !c.Window(v, w).And(p).Holds(s.Span()) {
					t.Fatalf("%v %d cells: scale %v beyond the window %v", z, w, s.Span(), c.Window(v, w))
				}
			}
		}
	}
}

// Every event that touches the period weighs one unit, to the last part in 2^32,
// however the bins are cut.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		p, es := random(rng)
		es = append(es, ExtentOf(edtf.MustParse("[-0100..0020,1000,1900..]")), ExtentOf(edtf.MustParse("../1950")))
		all := tally(p, list(es))
		n := 0
		for _, e := range es {
			if e.Touches(p) {
				n++
			}
		}
		if all.events != n {
			t.Fatalf("%d events, want %d", all.events, n)
		}
		for _, w := range []int{1, 7, 40, 120, 240} {
			sum, sure := int64(0), 0
			for i, x := range all.Weights(opened(p, w, RibbonCells(w), all)) {
				sum += x.Spread
				sure += x.Sure
				if x.Spread < int64(x.Sure+x.Near)*Unit {
					t.Fatalf("bin %d: %+v holds more events than weight", i, x)
				}
			}
			if sum != int64(n)*Unit || sure > n {
				t.Fatalf("width %d: weight %d, want %d; %d sure of %d", w, sum, int64(n)*Unit, sure, n)
			}
		}
	}
}

// Windows side by side share nothing and lose nothing.
func TestWindowsSideBySide(t *testing.T) {
	t.Parallel()
	c := New(builtIn(t))
	for _, z := range []Zoom{ZoomMonths, ZoomDays} {
		sum, at := int64(0), c.Period.First
		for at <= c.Period.Last {
			win := c.Window(View{z, at}, 60)
			if win.First < at { // the last one ends with the period and reaches back
				win.First = at
			}
			sum += c.All().Spread(win)
			at = win.Last + 1
		}
		if want := int64(c.All().events) * Unit; sum != want {
			t.Errorf("%v: %d, want %d", z, sum, want)
		}
	}
}

// What the tally says of a bin is what one gets by asking each event.
func TestWeightsOfTheBuiltIn(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	c := New(d)
	for _, w := range []int{60, 120} {
		for _, s := range scales(c, w) {
			got := c.All().Weights(s)
			want := make([]Weight, len(s.Bins))
			for i := range events.Index(d.Len()) {
				e := c.Extent(i)
				one := tally(c.Period, list([]Extent{e})).Weights(s)
				for k, b := range s.Bins {
					if touch := e.Touches(b.Span); touch != (one[k].Spread > 0) {
						t.Fatalf("%s: bin %s touched %v, weight %d", d.IDs.At(int(i)), b.Name(), touch, one[k].Spread)
					}
					if b.Holds(e.Outer()) != (one[k].Sure+one[k].Near == 1) || one[k].Sure == 1 && e.Loose {
						t.Fatalf("%s: bin %s holds %+v of %v", d.IDs.At(int(i)), b.Name(), one[k], e.Outer())
					}
					want[k].Sure, want[k].Near, want[k].Spread = want[k].Sure+one[k].Sure, want[k].Near+one[k].Near, want[k].Spread+one[k].Spread
				}
			}
			for k := range want {
				if got[k] != want[k] {
					t.Fatalf("width %d, %s: %+v, want %+v", w, s.Bins[k].Name(), got[k], want[k])
				}
			}
		}
	}
}

// scales are the scales of a dataset at a width: the whole, and windows round some
// of its events.
func scales(c *Calendar, w int) []Scale {
	out := []Scale{c.Scale(View{}, w, RibbonCells(w)), c.Scale(View{}, w, LaneCells(w))}
	for i := 0; i < c.data.Len(); i += 61 {
		for _, z := range []Zoom{ZoomMonths, ZoomDays} {
			out = append(out, c.Scale(c.Centred(z, w, c.middle(c.Outer(events.Index(i)))), w, RibbonCells(w)))
		}
	}
	return out
}

func TestPeriods(t *testing.T) {
	t.Parallel()
	day := func(s string) edtf.Day { return edtf.MustParse(s).Earliest() }
	event := func(date string) events.Event { return events.Event{ID: date, Date: edtf.MustParse(date)} }
	for name, test := range map[string]struct {
		period string
		dates  []string
		want   Span
	}{
		"as it says":      {"2003/2013", []string{"2020"}, Span{day("2003-01-01"), day("2013-12-31")}},
		"from its events": {"", []string{"2012-04", "../2011", "2013-05-06/.."}, Span{day("2011-12-31"), day("2013-05-06")}},
		"an open end":     {"2003/..", []string{"2012-04"}, Span{day("2003-01-01"), day("2012-04-30")}},
		"no events":       {"", nil, Span{day("2000-01-01"), day("2000-12-31")}},
		"one day":         {"", []string{"2012-04-02"}, Span{day("2012-04-02"), day("2012-04-02")}},
		"before days":     {"Y-170000002/-0043", []string{"-0050"}, Span{day("-0050"), day("-0043-12-31")}},
	} {
		var es []events.Event
		for _, date := range test.dates {
			es = append(es, event(date))
		}
		m := events.Meta{}
		if test.period != "" {
			m.Period = edtf.MustParse(test.period)
		}
		got := New(events.New(m, es, nil, nil, nil)).Period
		if got != test.want {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestViews(t *testing.T) {
	t.Parallel()
	c := New(builtIn(t))
	p := ExtentOf(edtf.MustParse("[2012-09..2012-12]")).Outer()
	v := View{}
	for range 2 {
		v = c.Zoomed(v, 1, 120, p)
		if !c.Window(v, 120).Holds(Span{p.Middle(), p.Middle()}) {
			t.Errorf("%v: %v has lost %v", v.Zoom, c.Window(v, 120), p)
		}
	}
	if v.Zoom != ZoomDays || c.Window(v, 120).Days() != 120 {
		t.Errorf("at the nearest: %v, %d days", v.Zoom, c.Window(v, 120).Days())
	}
	if got := c.Zoomed(c.Zoomed(v, -1, 120, p), -1, 120, p); got != (View{}) {
		t.Errorf("back at %+v", got)
	}
	if v := c.Fitting(120, p); v.Zoom != ZoomMonths || !c.Window(v, 120).Holds(p) {
		t.Errorf("four months fit into %v", v.Zoom)
	}
	if v := c.Fitting(130, p); v.Zoom != ZoomDays || !c.Window(v, 130).Holds(p) {
		t.Errorf("122 days fit 130 cells in %v", v.Zoom)
	}
	for _, z := range []Zoom{ZoomMonths, ZoomDays} {
		v := c.Centred(z, 120, c.Period.First)
		for i := range events.Index(c.data.Len()) {
			v = c.Holding(v, 120, c.Outer(i))
			m := c.middle(c.Outer(i))
			if !c.Window(v, 120).Holds(Span{m, m}) {
				t.Fatalf("%v: %v is not in %v", z, m, c.Window(v, 120))
			}
		}
		if got := c.Stepped(c.Stepped(v, 120, -3), 120, 3); z == ZoomMonths && got != v {
			t.Errorf("three bins there and back: %+v, not %+v", got, v)
		}
	}
}

// However a unit is counted, there are as many as it splits into.
func TestUnits(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 6))
	for range many(2000) {
		first := edtf.NewDay(-400+rng.IntN(800), 1+rng.IntN(12), 1+rng.IntN(28))
		p := Span{first, first + edtf.Day(rng.IntN(4000))}
		for l := range levelCount {
			if got, want := l.units(p), len(l.split(p)); got != want {
				t.Fatalf("level %d, %v: %d units, %d bins", l, p, got, want)
			}
		}
	}
	for date, want := range map[string]Level{"-01XX": Century, "19XX": Century, "201X": Decade, "-012X": Decade, "0000": Year, "2012": Year, "2012-04": Month, "2012-04-02": Day} {
		o := ExtentOf(edtf.MustParse(date)).Outer()
		if got := want.unit(o.First); got != o {
			t.Errorf("%s is %v, its unit %v", date, o, got)
		}
	}
}

func FuzzScale(f *testing.F) {
	f.Add(int32(12053), int32(16008), 120, int32(15000), int32(15600), true)
	f.Add(int32(-2147483647), int32(2147483646), 1, int32(-5), int32(900000), false)
	f.Fuzz(func(t *testing.T, first, last int32, w int, a, b int32, loose bool) {
		p := Span{max(edtf.Day(first), edtf.DistantPast+1), min(edtf.Day(last), edtf.DistantFuture-1)}
		if p.Empty() || w < 1 || w > 400 || a > b {
			return
		}
		es := make([]Extent, 40)
		for i := range es {
			day := edtf.Day(min(max(int64(a)+int64(i)*3, int64(edtf.DistantPast)+1), int64(edtf.DistantFuture)-1))
			es[i] = Extent{Pieces: []Span{{day, max(day, edtf.Day(b))}}, Core: none, Loose: loose}
		}
		all := tally(p, list(es))
		for _, cells := range []CellWidths{RibbonCells(w), LaneCells(w)} {
			s := opened(p, w, cells, all)
			checkScale(t, s, p, w)
			sum := int64(0)
			for _, x := range all.Weights(s) {
				sum += x.Spread
			}
			if sum != int64(all.events)*Unit {
				t.Fatalf("weight %d of %d events", sum, all.events)
			}
		}
	})
}
