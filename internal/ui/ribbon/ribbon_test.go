package ribbon

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/goldentest"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

//go:generate go test . -update

var long = flag.Bool("long", false, "draw every width at every zoom and height")

func builtIn(t testing.TB) *events.Dataset {
	t.Helper()
	return eventstest.BuiltIn(t)
}

// picture is a ribbon of all events of a dataset, one of them selected.
func picture(d *events.Dataset, z calendar.Zoom, selected events.Index, w, h int) Picture {
	return pictureBy(calendar.New(d), d, z, selected, w, h)
}

// pictureBy is picture by the calendar of the dataset.
func pictureBy(c *calendar.Calendar, d *events.Dataset, z calendar.Zoom, selected events.Index, w, h int) Picture {
	p := Picture{Data: d, Calendar: c, Tally: c.All(), Selected: selected, Width: w, Bars: BarRows(h)}
	if selected >= 0 {
		p.View = c.Zoomed(calendar.View{}, int(z), w, c.Outer(selected))
	} else {
		p.View = c.Centred(z, w, c.Period.Middle())
	}
	return p
}

func drawn(p Picture) *canvas.Canvas {
	c := canvas.New(p.Width, p.Height())
	p.Draw(c, 0, 0)
	return c
}

func TestGolden(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	sel, _ := d.Find("split")
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}, {60, 12}} {
		var b strings.Builder
		for z := calendar.ZoomWhole; z <= calendar.ZoomDays; z++ {
			fmt.Fprintf(&b, "— %v —\n%s", z, drawn(picture(d, z, sel, size[0], size[1])).Plain(theme.Full))
		}
		b.WriteString("— in ASCII —\n" + drawn(picture(d, calendar.ZoomMonths, sel, size[0], size[1])).Plain(theme.ASCII))
		goldentest.Check(t, fmt.Sprintf("testdata/ribbon-%dx%d.txt", size[0], size[1]), b.String())
	}
}

// Every row is as wide as it should be, whatever the size, the zoom and the dates,
// and is the same when it is drawn again.
func TestWidths(t *testing.T) {
	t.Parallel()
	th := theme.New(true, colorprofile.TrueColor)
	for name, d := range datasets(t) {
		c := calendar.New(d)
		for w := range 201 {
			for z := calendar.ZoomWhole; z <= calendar.ZoomDays; z++ {
				for k, h := range []int{10, 20, 40} {
					if !*long && (w+int(z))%3 != k {
						continue
					}
					p := pictureBy(c, d, z, events.Index(d.Len()-1), w, h)
					rows := drawn(p).Rows(th, theme.Full)
					if len(rows) != p.Height() {
						t.Fatalf("%s, %d cells: %d rows", name, w, len(rows))
					}
					for y, row := range rows {
						if n := ansi.StringWidth(row); n != w {
							t.Fatalf("%s, %v, row %d: %d cells, want %d", name, z, y, n, w)
						}
					}
					if w%50 == 0 && strings.Join(rows, "\n") != strings.Join(drawn(p).Rows(th, theme.Full), "\n") {
						t.Fatalf("%s, %v: drawn twice it differs", name, z)
					}
				}
			}
		}
	}
}

func datasets(t testing.TB) map[string]*events.Dataset {
	one := func(dates ...string) *events.Dataset {
		var es []events.Event
		for i, date := range dates {
			es = append(es, events.Event{ID: fmt.Sprint("e", i), Title: "An event", Date: edtf.MustParse(date)})
		}
		return events.New(events.Meta{}, es, nil, nil, nil)
	}
	return map[string]*events.Dataset{
		"small": eventstest.Small(), "built-in": builtIn(t), "empty": one(), "one day": one("2012-04-02"),
		"antiquity": one("-0043-03-15", "-0753", "0476?", "-01XX"), "far": one("Y-170000002", "2000", "Y170000002", "Y-2000000/.."),
	}
}

// What is drawn solid, or as a mark, is certain of every day that its cells stand
// for. What is drawn covers every day that is possible, and no bin beside.
func TestNeverFinerThanItsClaim(t *testing.T) {
	t.Parallel()
	for name, d := range datasets(t) {
		for _, w := range []int{58, 96, 120, 200} {
			c := calendar.New(d)
			for k := range events.Index(d.Len()) {
				for z := calendar.ZoomWhole; z <= calendar.ZoomDays; z++ {
					e := c.Extent(k)
					s := c.Scale(c.Centred(z, w, e.Outer().And(c.Period).Middle()), w, calendar.RibbonCells(w))
					checkExtent(t, name+" "+d.IDs.At(int(k)), s, e)
				}
			}
		}
	}
}

func checkExtent(t *testing.T, name string, s calendar.Scale, e calendar.Extent) {
	t.Helper()
	c := canvas.New(s.Width(), 1)
	Extent(c, 0, 0, s, e, theme.Ink)
	for i, b := range s.Bins {
		on, line, mark := false, false, false
		for x := b.X; x < b.X+b.Width; x++ {
			r := c.At(x, 0).Rune
			on = on || r != ' '
			line = line || r == '━'
			mark = mark || r == '▲'
		}
		touched := e.Touches(b.Span)
		switch {
		case touched && !on:
			t.Fatalf("%s can be in %s and nothing is drawn there", name, b.Name())
		case !touched && on && i > 0 && i < len(s.Bins)-1:
			t.Fatalf("%s cannot be in %s and something is drawn there", name, b.Name())
		case line && !e.Core.Holds(b.Span):
			t.Fatalf("%s did not certainly last through %s", name, b.Name())
		case mark && (e.Loose || !b.Holds(e.Outer())):
			t.Fatalf("%s is not exactly in %s", name, b.Name())
		}
	}
}

// A bar is solid exactly where something lies wholly inside its bin without
// reserve, and the foot of a bin shows whether anything is possible.
func TestBars(t *testing.T) {
	t.Parallel()
	for name, d := range datasets(t) {
		for _, w := range []int{60, 120} {
			c := calendar.New(d)
			s := c.Scale(calendar.View{}, w, calendar.RibbonCells(w))
			ws := c.All().Weights(s)
			g := canvas.New(w, 3)
			Bars(g, 0, 0, 3, s, ws)
			for i, b := range s.Bins {
				foot := g.At(b.X, 2).Rune
				if solid := strings.ContainsRune("▁▂▃▄▅▆▇█", foot); solid != (ws[i].Sure > 0) {
					t.Errorf("%s, %s: %q for %+v", name, b.Name(), foot, ws[i])
				}
				if (foot != ' ') != (ws[i].Spread > 0) {
					t.Errorf("%s, %s: %q for %+v", name, b.Name(), foot, ws[i])
				}
			}
		}
	}
}

// A click lands on what is drawn.
func TestAt(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	sel, _ := d.Find("raid")
	p := picture(d, calendar.ZoomMonths, sel, 120, 36)
	from, _, _ := p.Scale().Cells(p.Calendar.Outer(sel))
	h, ok := p.At(from, 2)
	if !ok || h.Overview || h.Notice() != "January 1909: 2 certainly, 1 in doubt" {
		t.Errorf("%v %q", ok, h.Notice())
	}
	if next, ok := p.Calendar.Pick(all(d), h.Bin, sel); !ok || d.IDs.At(int(next)) != "raid-again" {
		t.Errorf("the next in the bin is %s", d.IDs.At(int(next)))
	}
	last, _ := d.Find("mourning")
	if next, _ := p.Calendar.Pick(all(d), h.Bin, last); next != sel {
		t.Errorf("after the last comes %s", d.IDs.At(int(next)))
	}
	if next, _ := p.Calendar.Pick(all(d), p.Scale().Bins[p.Scale().Bin(edtf.NewDay(1908, 7, 2))], last); d.IDs.At(int(next)) != "talks" {
		t.Errorf("the nearest is %s", d.IDs.At(int(next)))
	}
	if _, ok := p.Calendar.Pick(nil, h.Bin, -1); ok {
		t.Error("something is picked of nothing")
	}
	h, ok = p.At(0, p.Height()-1)
	if !ok || !h.Overview || !strings.HasPrefix(h.Notice(), "1898: ") {
		t.Errorf("overview: %v %q", ok, h.Notice())
	}
	for _, at := range [][2]int{{-1, 0}, {120, 1}, {3, 99}, {3, -1}} {
		if _, ok := p.At(at[0], at[1]); ok {
			t.Errorf("something is at %v", at)
		}
	}
	p.View = calendar.View{}
	if _, ok := p.At(0, p.Height()-1); ok {
		t.Error("the plain rule answers")
	}
}

func all(d *events.Dataset) []events.Index {
	out := make([]events.Index, d.Len())
	for i := range out {
		out[i] = events.Index(i)
	}
	return out
}

func BenchmarkFrame(b *testing.B) {
	th := theme.New(true, colorprofile.TrueColor)
	for name, d := range map[string]*events.Dataset{"built-in": builtIn(b), "100000": eventstest.Generate(100_000, 1)} {
		for _, z := range []calendar.Zoom{calendar.ZoomWhole, calendar.ZoomMonths} {
			p := picture(d, z, events.Index(d.Len()/2), 120, 36)
			b.Run(fmt.Sprintf("%s/%v", name, z), func(b *testing.B) {
				for b.Loop() {
					drawn(p).Rows(th, theme.Full)
				}
			})
		}
	}
}
