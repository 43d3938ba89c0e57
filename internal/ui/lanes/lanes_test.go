package lanes

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/facts"
	"timeline/internal/goldentest"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/family"
	"timeline/internal/ui/theme"
)

//go:generate go test . -update

var long = flag.Bool("long", false, "draw every width in every way")

func builtIn(t testing.TB) *events.Dataset {
	t.Helper()
	return eventstest.BuiltIn(t)
}

func all(d *events.Dataset) []events.Index {
	out := make([]events.Index, d.Len())
	for i := range out {
		out[i] = events.Index(i)
	}
	return out
}

func picture(d *events.Dataset, by By, w, h int) Picture {
	c := calendar.New(d)
	return Picture{Data: d, Calendar: c, Set: New(d, c, all(d), by), Selected: -1, Width: w, Height: h, WholeRow: true}
}

// at selects an event and puts the cursor on a lane.
func (p Picture) at(t testing.TB, lane, event string) Picture {
	t.Helper()
	i, ok := p.Data.Find(event)
	n := p.Set.Find(lane)
	if !ok || n < 0 && p.Set.By == Actors {
		t.Fatalf("no event %s or lane %s", event, lane)
	}
	p.Selected, p.Lane = i, max(n, 0)
	return p
}

func (p Picture) zoomed(z calendar.Zoom) Picture {
	at := p.Calendar.Period
	if p.Selected >= 0 {
		at = p.Calendar.Outer(p.Selected)
	}
	p.View = p.Calendar.Zoomed(calendar.View{}, int(z), p.ScaleWidth(), at)
	return p
}

func drawn(p Picture) *canvas.Canvas {
	c := canvas.New(p.Width, p.Height)
	p.Draw(c, 0, 0)
	return c
}

func TestGolden(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}} {
		var b strings.Builder
		show := func(name string, p Picture, signs theme.Signs) {
			fmt.Fprintf(&b, "— %s —\n%s", name, drawn(p).Plain(signs))
		}
		for by := range kinds {
			p := picture(d, by, size[0], size[1]-2).at(t, "ada-holm", "split")
			show(by.String(), p, theme.Full)
		}
		p := picture(d, Actors, size[0], size[1]-2).at(t, "river-league", "split")
		show("months, at the League", p.zoomed(calendar.ZoomMonths), theme.Full)
		p.Set = p.Set.Pinned([]string{"mill-guard", "cyril-marsh"})
		show("two pinned, in ASCII", p, theme.ASCII)
		goldentest.Check(t, fmt.Sprintf("testdata/lanes-%dx%d.txt", size[0], size[1]), b.String())
	}
}

func datasets(t testing.TB) map[string]*events.Dataset {
	return map[string]*events.Dataset{
		"small": eventstest.Small(), "built-in": builtIn(t), "empty": events.New(events.Meta{}, nil, nil, nil, nil),
		"hostile": eventstest.Hostile("日本\x1b[31m\u0301", "h"),
	}
}

// Every row is as wide as the screen at every size, whatever is in the dataset, and
// the same when it is drawn again.
func TestWidths(t *testing.T) {
	t.Parallel()
	th := theme.New(true, colorprofile.TrueColor)
	for name, d := range datasets(t) {
		for by := range kinds {
			p := picture(d, by, 0, 0)
			for w := range 201 {
				if !*long && w > 60 && (w/3+int(by))%5 != 0 {
					continue
				}
				p.Width, p.Height = w, []int{1, 5, 12, 20, 34, 58}[w%6]
				p.Selected, p.Lane = events.Index(w%(d.Len()+1))-1, w%(len(p.Set.Lanes)+1)
				p = p.zoomed(calendar.Zoom(w % 3))
				signs := []theme.Signs{theme.Full, theme.ASCII}[w/3%2]
				rows := drawn(p).Rows(th, signs)
				if len(rows) != p.Height {
					t.Fatalf("%s by %v, %d×%d: %d rows", name, by, w, p.Height, len(rows))
				}
				for y, row := range rows {
					if n := ansi.StringWidth(row); n != w {
						t.Fatalf("%s by %v, row %d: %d cells, want %d: %q", name, by, y, n, w, row)
					}
				}
				if w%25 == 0 && strings.Join(rows, "\n") != strings.Join(drawn(p).Rows(th, signs), "\n") {
					t.Fatalf("%s by %v: drawn twice it differs", name, by)
				}
			}
		}
	}
}

const fills = " ─░┄·"

// A lane of one event says of every bin what the event's date says: a sign only if
// all its days are in the bin, with ? if in doubt; ─ only where it certainly lasted
// all through; something in every bin it can be in, and nothing elsewhere.
func TestNeverFinerThanItsClaim(t *testing.T) {
	t.Parallel()
	for name, d := range datasets(t) {
		c := calendar.New(d)
		for _, w := range []int{58, 96, 120, 200} {
			for i := range events.Index(d.Len()) {
				for z := calendar.ZoomWhole; z <= calendar.ZoomDays; z++ {
					e := c.Extent(i)
					s := c.Scale(c.Centred(z, w, e.Outer().And(c.Period).Middle()), w, calendar.LaneCells(w))
					g := canvas.New(s.Width(), 1)
					p := pen{data: d, cal: c, scale: s, canvas: g, selected: -1, families: family.Of(d)}
					p.lane(&Lane{Events: []events.Index{i}}, 0)
					for _, b := range s.Bins {
						checkBin(t, name+" "+d.IDs.At(int(i)), g, b, e)
					}
				}
			}
		}
	}
}

func checkBin(t *testing.T, name string, g *canvas.Canvas, b calendar.Bin, e calendar.Extent) {
	t.Helper()
	cells := ""
	for x := b.X; x < b.X+b.Width; x++ {
		cells += string(g.At(x, 0).Rune)
	}
	first := []rune(cells)[0]
	sign := !strings.ContainsRune(fills, first)
	switch {
	case sign != b.Holds(e.Outer()):
		t.Fatalf("%s in %s: %q for %v", name, b.Name(), cells, e.Outer())
	case sign && (first == '?') != e.Loose:
		t.Fatalf("%s in %s: %q, in doubt %v", name, b.Name(), cells, e.Loose)
	case strings.Contains(cells, "─") && !(e.Lasting && e.Core.Holds(b.Span)):
		t.Fatalf("%s did not certainly last through %s", name, b.Name())
	case e.Touches(b.Span) != (first != ' '):
		t.Fatalf("%s in %s: %q, possible %v", name, b.Name(), cells, e.Touches(b.Span))
	}
}

// Every letter of a tie stands in a bin where its source has it.
func TestLettersOfTies(t *testing.T) {
	t.Parallel()
	for _, d := range []*events.Dataset{eventstest.Small(), builtIn(t)} {
		c := calendar.New(d)
		letters := events.SourceLetters(d.Sources)
		for _, l := range New(d, c, all(d), Leaders).Lanes {
			for k := range l.Ties[0].Dates {
				tie := l.Ties[0]
				tie.Dates = tie.Dates[k : k+1]
				if tie.Dates[0].Date.IsZero() {
					continue
				}
				e := calendar.ExtentOf(tie.Dates[0].Date)
				s := c.Scale(calendar.View{}, 96, calendar.LaneCells(120))
				g := canvas.New(s.Width(), 1)
				(&pen{data: d, cal: c, scale: s, canvas: g, letters: letters}).tie(&tie, 0)
				for _, b := range s.Bins {
					for x := b.X; x < b.X+b.Width; x++ {
						r := g.At(x, 0).Rune
						if unicode.IsLetter(r) && (!e.Touches(b.Span) || r != letters[tie.Dates[0].Source]) || r == '━' && !e.Core.Holds(b.Span) || r != ' ' && !e.Touches(b.Span) {
							t.Fatalf("%s: %q in %s", l.ID, r, b.Name())
						}
					}
				}
			}
		}
	}
}

// The lanes hold the events that the filter shows, each where it belongs, and going
// through a lane visits all of them in order and back.
func TestSets(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	c := calendar.New(d)
	shown := all(d)[10:140]
	for by := range kinds {
		for _, l := range New(d, c, shown, by).Lanes {
			if by == Leaders {
				continue
			}
			if len(l.Events) == 0 {
				t.Errorf("%v: %s is empty", by, l.ID)
			}
			at, visited := events.Index(-1), 0
			for next, ok := l.Step(at, 1); ok; next, ok = l.Step(at, 1) {
				if next <= at || !l.Has(next) || next < 10 || next >= 140 {
					t.Fatalf("%v, %s: from %d to %d", by, l.ID, at, next)
				}
				at = next
				visited++
			}
			for next, ok := l.Step(at, -1); ok; next, ok = l.Step(at, -1) {
				at = next
				visited--
			}
			if visited != 1 || at != l.Events[0] {
				t.Errorf("%v, %s: %d left over, at %d", by, l.ID, visited, at)
			}
		}
	}
	l := Lane{Events: []events.Index{3, 7}}
	for _, test := range [][3]int{{5, 1, 7}, {5, -1, 3}, {3, 1, 7}, {7, -1, 3}, {0, 1, 3}, {9, -1, 7}} {
		if got, ok := l.Step(events.Index(test[0]), test[1]); !ok || int(got) != test[2] {
			t.Errorf("%v: %d %v", test, got, ok)
		}
	}
	if _, ok := l.Step(7, 1); ok {
		t.Error("there is something after the last")
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	c := calendar.New(d)
	s := New(d, c, all(d), Actors)
	got := ""
	for _, l := range s.Lanes {
		got += l.ID + " "
	}
	if got != "river-league ada-holm mill-guard bruno-keller cyril-marsh ferry-company " {
		t.Errorf("order: %s", got)
	}
	pinned := s.Pinned([]string{"cyril-marsh", "nobody", "ada-holm", "cyril-marsh"})
	if pinned.Pins != 2 || pinned.Lanes[0].ID != "cyril-marsh" || pinned.Lanes[1].ID != "ada-holm" || len(pinned.Lanes) != len(s.Lanes) {
		t.Errorf("pinned: %d, %s, %s", pinned.Pins, pinned.Lanes[0].ID, pinned.Lanes[1].ID)
	}
	if Sources.Next() != Actors || Actors.Next() != Leaders {
		t.Error("the kinds do not go round")
	}
}

// A filter moves no label, and a click lands on what is drawn.
func TestAt(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	p := picture(d, Actors, 120, 34).at(t, "ada-holm", "split")
	axis := strings.SplitN(drawn(p).Plain(theme.Full), "\n", 2)[0]
	few := p
	few.Set = New(d, p.Calendar, all(d)[:5], Actors)
	if got := strings.SplitN(drawn(few).Plain(theme.Full), "\n", 2)[0]; got != axis {
		t.Errorf("the filter moved the axis: %q, was %q", got, axis)
	}
	rows := strings.Split(drawn(p).Plain(theme.Full), "\n")
	for n, l := range p.Set.Lanes {
		found := false
		for y, row := range rows {
			name := facts.Name(&d.Actors[l.Actor], 20)
			if y >= p.top() && y < 34-p.foot() && strings.HasPrefix(strings.TrimLeft(row, "▌• "), name[:min(len(name), 15)]) {
				found = found || p.At(2, y).Lane == n
			}
		}
		if !found {
			t.Errorf("%s is not where it is drawn", l.ID)
		}
	}
	// the raids are two in one bin of the League's lane: one click after the other
	raid, _ := d.Find("raid")
	from, _, _ := p.Scale().Cells(p.Calendar.Outer(raid))
	h := p.At(p.names()+from, p.top())
	lane := p.Set.Lanes[h.Lane]
	if !h.OnScale || lane.ID != "river-league" {
		t.Fatalf("%+v", h)
	}
	for _, want := range []string{"raid", "raid-again"} {
		pick, ok := p.Calendar.Pick(lane.Events, h.Bin, p.Selected)
		if p.Selected = pick; !ok || d.IDs.At(int(pick)) != want {
			t.Errorf("a click selects %s, not %s", d.IDs.At(int(pick)), want)
		}
	}
	if h := p.At(1, p.top()+2); h.Lane != p.Set.Find("ada-holm") || h.Tie != 0 {
		t.Errorf("the first tie: %+v", h)
	}
	if h := p.zoomed(calendar.ZoomMonths).At(60, p.top()-1); !h.Overview || !h.OnScale {
		t.Errorf("the overview: %+v", h)
	}
	for _, at := range [][2]int{{-1, 3}, {3, 99}, {60, p.top() - 1}, {60, 33}} {
		if h := p.At(at[0], at[1]); h.Lane >= 0 || h.OnScale && at[1] != 33 {
			t.Errorf("%v: %+v", at, h)
		}
	}
}

// What is on the screen does not depend on colours, nor a lane's cells on the order
// in which its events are told.
func TestSameFacts(t *testing.T) {
	t.Parallel()
	p := picture(eventstest.Small(), Actors, 120, 34).at(t, "river-league", "split")
	bare := func(rows []string) (out []string) { // without the rules, which end at a row with a background
		for _, row := range rows {
			out = append(out, strings.TrimRight(strings.ReplaceAll(ansi.Strip(row), "┊", " "), " "))
		}
		return out
	}
	want := bare(strings.Split(strings.TrimSuffix(drawn(p).Plain(theme.Full), "\n"), "\n"))
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
		for _, onDark := range []bool{true, false} {
			th := theme.New(onDark, profile)
			p.WholeRow = th.WholeRow()
			got := bare(drawn(p).Rows(th, theme.Full))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("dark %v, profile %v (-want +got):\n%s", onDark, profile, diff)
			}
		}
	}
	l := p.Set.Lanes[p.Lane]
	turned := &Lane{ID: l.ID, Name: l.Name, Actor: l.Actor, Group: -1, Events: slices.Clone(l.Events)}
	slices.Reverse(turned.Events)
	s := p.Scale()
	rows := [2]string{}
	for k, lane := range []*Lane{l, turned} {
		g := canvas.New(s.Width(), 1)
		(&pen{data: p.Data, cal: p.Calendar, scale: s, canvas: g, selected: -1, families: family.Of(p.Data)}).lane(lane, 0)
		rows[k] = g.Plain(theme.Full)
	}
	if rows[0] != rows[1] {
		t.Errorf("in another order: %q, not %q", rows[1], rows[0])
	}
}

// On the built-in dataset: a group that was founded late has nothing before.
func TestBuiltIn(t *testing.T) {
	t.Parallel()
	d := builtIn(t)
	p := picture(d, Actors, 120, 34)
	n := p.Set.Find("mujao")
	if n < 0 {
		t.Skip("the dataset has no such group")
	}
	s := p.Scale()
	g := canvas.New(s.Width(), 1)
	(&pen{data: d, cal: p.Calendar, scale: s, canvas: g, selected: -1, families: family.Of(d)}).lane(p.Set.Lanes[n], 0)
	_, before, _ := s.Cells(calendar.Span{First: p.Calendar.Period.First, Last: edtf.NewDay(2010, 12, 31)})
	for x := range before + 1 {
		if g.At(x, 0).Rune != ' ' {
			t.Errorf("cell %d is %q", x, g.At(x, 0).Rune)
		}
	}
}
