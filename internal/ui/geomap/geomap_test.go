package geomap

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/gazetteer"
	"timeline/internal/geo"
	"timeline/internal/goldentest"
	"timeline/internal/printable"
	"timeline/internal/ui/theme"
)

//go:generate go test . -update

var long = flag.Bool("long", false, "draw every size in every set of signs")

// rows are the painted rows, without what paints them.
func rows(p *Picture, signs theme.Signs) []string {
	painted := p.Rows(theme.New(true, colorprofile.TrueColor), signs)
	for i, row := range painted {
		painted[i] = ansi.Strip(row)
	}
	return painted
}

// The sizes are those that a screen of 120x36, 80x24 and 60x20 leaves to the map.
func TestFrames(t *testing.T) {
	t.Parallel()
	for _, d := range []*events.Dataset{desert(), islands()} {
		m, ts := New(d), everything(d)
		for _, size := range [][2]int{{120, 30}, {80, 18}, {60, 14}} {
			s := m.Start(ts)
			name := fmt.Sprintf("%s-%d", d.Meta.ID, size[0])
			goldentest.Check(t, "testdata/"+name+".txt", m.Draw(s, ts, size[0], size[1]).Plain(theme.Full))
			goldentest.Check(t, "testdata/"+name+"-whole.txt", m.Draw(m.Zoom(s, -1), ts, size[0], size[1]).Plain(theme.Full))
		}
	}
	d := desert()
	m, ts := New(d), everything(d)
	s := m.Select(m.Start(ts), "mali", 120, 30)
	goldentest.Check(t, "testdata/country-selected.txt", m.Draw(s, ts, 120, 30).Plain(theme.Full))
	goldentest.Check(t, "testdata/country-selected-nearest.txt", m.Draw(m.Zoom(s, 1), ts, 80, 18).Plain(theme.Full))
	goldentest.Check(t, "testdata/country-selected-blocks.txt", m.Draw(s, ts, 80, 18).Plain(theme.Blocks))
	goldentest.Check(t, "testdata/country-selected-ascii.txt", m.Draw(s, ts, 120, 30).Plain(theme.ASCII))
}

// every calls f with pictures of every scale, several sizes and selections.
func every(t *testing.T, f func(name string, m *Map, s State, ts []gazetteer.Tally, w, h int)) {
	t.Helper()
	real, _ := builtIn(t)
	for _, d := range []*events.Dataset{real, desert(), islands()} {
		m, ts := New(d), everything(d)
		if d == real {
			_, ts = builtIn(t)
		}
		for _, size := range [][2]int{{200, 60}, {120, 30}, {80, 18}, {60, 14}, {30, 8}} {
			for scale := range Scales {
				for k := 0; k < len(ts); k += 3 {
					s := m.Zoom(m.Select(State{Scale: scale, Centre: m.home}, ts[k].Place.ID, size[0], size[1]), 0)
					f(fmt.Sprintf("%s %v scale %d %s", d.Meta.ID, size, scale, ts[k].Place.ID), m, s, ts, size[0], size[1])
				}
			}
		}
	}
}

// A dot stands where a spot is and nowhere else: not at a region or a country, and
// under no name.
func TestDotsAreSpots(t *testing.T) {
	t.Parallel()
	every(t, func(name string, m *Map, s State, ts []gazetteer.Tally, w, h int) {
		p := m.Draw(s, ts, w, h)
		l := layoutOf(w, h)
		v := m.view(s, l)
		spots := map[[2]int]bool{}
		for _, x := range ts {
			if dx, dy := v.Dot(gazetteer.Point(x.Place)); gazetteer.Spot(x.Place) && dx >= 0 && dy >= 0 && dx < float64(v.Width) && dy < float64(v.Height) {
				at := [2]int{int(dx) / 2, int(dy) / 4}
				spots[at] = true
				if gazetteer.Region(m.places[s.Place]) && at[1] == h-1-l.foot {
					continue // the sentence on the region
				}
				if c := p.At(at[0], at[1]).Rune; !strings.ContainsRune("•●○", c) {
					t.Errorf("%s: at %s stands %c", name, x.Place.ID, c)
				}
			}
		}
		for y := range l.mapHeight {
			for x := range l.mapWidth {
				if c := p.At(x, y).Rune; strings.ContainsRune("•●○", c) && !spots[[2]int{x, y}] {
					t.Errorf("%s: %c at %d, %d, where no spot is", name, c, x, y)
				}
			}
		}
	})
}

// Every place is on the map, in a list, or among those that are counted.
func TestEveryPlaceIsThere(t *testing.T) {
	t.Parallel()
	every(t, func(name string, m *Map, s State, ts []gazetteer.Tally, w, h int) {
		if h < 14 {
			return
		}
		p := m.Draw(s, ts, w, h)
		seen := map[string]bool{}
		for _, ids := range p.hits {
			for _, id := range ids {
				seen[id] = true
			}
		}
		if !seen[s.Place] {
			t.Errorf("%s: the selected place is not to be seen", name)
		}
		text := p.Plain(theme.Full)
		if len(seen) < len(ts) && !strings.Contains(text, " more") && w >= wide {
			t.Errorf("%s: %d of %d places are there, and the rest is not counted", name, len(seen), len(ts))
		}
	})
}

func TestWidths(t *testing.T) {
	t.Parallel()
	d := desert()
	m, ts := New(d), everything(d)
	for w := range 201 {
		for n, h := range []int{0, 1, 2, 7, 20} {
			for k, signs := range []theme.Signs{theme.Full, theme.Blocks, theme.ASCII} {
				if !*long && ((w+n)%3 != k || w > 60 && (w+n)%2 != 0) {
					continue
				}
				s := m.Select(m.Start(ts), ts[(w+k)%len(ts)].Place.ID, w, h)
				got := rows(m.Draw(s, ts, w, h), signs)
				if len(got) != h {
					t.Fatalf("%dx%d: %d rows", w, h, len(got))
				}
				for _, row := range got {
					if ansi.StringWidth(row) != w {
						t.Fatalf("%dx%d: a row of %d cells: %q", w, h, ansi.StringWidth(row), row)
					}
				}
			}
		}
	}
	if len(rows(m.Draw(State{}, nil, -3, -3), theme.Full)) != 0 {
		t.Error("rows of no size")
	}
}

func TestSameDrawingEachTime(t *testing.T) {
	t.Parallel()
	d, ts := builtIn(t)
	first := rows(New(d).Draw(New(d).Start(ts), ts, 120, 30), theme.Full)
	for range 5 {
		if !slices.Equal(first, rows(New(d).Draw(New(d).Start(ts), ts, 120, 30), theme.Full)) {
			t.Fatal("another drawing of the same")
		}
	}
}

func TestASCIIDrawsASCII(t *testing.T) {
	t.Parallel()
	d := desert()
	m, ts := New(d), everything(d)
	for i, row := range rows(m.Draw(m.Start(ts), ts, 120, 30), theme.ASCII) {
		for _, r := range row {
			if r > '~' {
				t.Errorf("row %d: %c", i, r)
			}
		}
	}
}

// The hatching of a country and the lit borders of a region are the selection's.
func TestWhatASelectionMeans(t *testing.T) {
	t.Parallel()
	d, ts := builtIn(t)
	m := New(d)
	lit := func(id string) (cells int, text string) {
		p := m.Draw(m.Select(m.Start(ts), id, 120, 30), ts, 120, 30)
		for y := range 30 {
			for x := range 90 {
				if c := p.At(x, y); c.Role == theme.Amber && c.Rune > '\u2800' && c.Rune <= '\u28ff' {
					cells++
				}
			}
		}
		return cells, p.Plain(theme.Full)
	}
	country, _ := lit("mali")
	region, text := lit("northern-mali")
	town, _ := lit("timbuktu")
	if country < 300 || region < 60 || region > 200 || town != 0 {
		t.Errorf("lit cells: country %d, region %d, town %d", country, region, town)
	}
	if !strings.Contains(text, " Northern Mali: somewhere in Mali ") {
		t.Error("it is not said where the region is")
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	d, ts := builtIn(t)
	m := New(d)
	const w, h = 120, 30
	s := m.Select(m.Start(ts), "timbuktu", w, h)
	south := m.Step(s, gazetteer.South, ts, w, h)
	if p := d.Place(south.Place); p.Lat >= d.Place("timbuktu").Lat {
		t.Errorf("j leads to %s", p.ID)
	}
	if back := m.Step(south, gazetteer.North, ts, w, h); back.Place == south.Place {
		t.Error("k leads nowhere")
	}
	seen := map[string]bool{}
	for range ts {
		seen[s.Place] = true
		s = m.ByCount(s, 1, ts, w, h)
	}
	if len(seen) != len(ts) || s.Place != "timbuktu" {
		t.Errorf("tab visits %d of %d places", len(seen), len(ts))
	}
	if s = m.ByCount(m.ByCount(s, -1, ts, w, h), 1, ts, w, h); s.Place != "timbuktu" {
		t.Error("tab and back")
	}
	near := m.Zoom(m.Zoom(m.Zoom(s, 1), 1), 1)
	if near.Scale != Scales-1 || near.Centre != gazetteer.Point(d.Place("timbuktu")) || m.Title(near) != "round Timbuktu" {
		t.Errorf("nearest: %+v", near)
	}
	if far := m.Zoom(near, -5); far.Scale != 0 || far.Centre != m.home || m.Title(far) != "north-west Africa" {
		t.Errorf("farthest: %+v", far)
	}
	if m.Select(s, "atlantis", w, h) != s || m.ByCount(State{}, 1, nil, w, h) != (State{}) {
		t.Error("a place that there is not")
	}
	if none := m.ByCount(State{Place: "atlantis"}, -1, ts, w, h); none.Place != ts[len(ts)-1].Place.ID {
		t.Errorf("back from nowhere: %s", none.Place)
	}
	if first := m.Step(State{}, gazetteer.East, ts, w, h); first.Place != ts[0].Place.ID {
		t.Errorf("from nowhere: %s", first.Place)
	}
}

// TestNoPlaces: an empty map says why it is empty.
func TestNoPlaces(t *testing.T) {
	t.Parallel()
	m := New(dataset("nowhere", nil))
	if text := strings.Join(rows(m.Draw(m.Start(nil), nil, 80, 18), theme.Full), "\n"); !strings.Contains(text, "No place here has coordinates") {
		t.Error(text)
	}
}

// TestUnlocated: a place without coordinates does not stretch the map to where it would
// lie with zeros.
func TestUnlocated(t *testing.T) {
	t.Parallel()
	japan := []events.Place{{ID: "kyoto", Name: "Kyoto", Lat: 35, Lon: 135.8}, {ID: "tokyo", Name: "Tokyo", Lat: 35.7, Lon: 139.7}}
	nowhere := append(slices.Clone(japan), events.Place{ID: "nowhere", Name: "Nowhere", Precision: events.Unlocated})
	box := func(places []events.Place) geo.Box {
		return New(events.New(events.Meta{}, nil, nil, places, nil)).whole
	}
	if got, want := box(nowhere), box(japan); got != want {
		t.Errorf("the map holds %v, not %v", got, want)
	}
}

func TestOffTheMap(t *testing.T) {
	t.Parallel()
	d, ts := builtIn(t)
	m := New(d)
	s := m.Zoom(m.Start(ts), -1)
	if text := strings.Join(rows(m.Draw(s, ts, 120, 40), theme.Full), "\n"); !strings.Contains(text, "off this map") || !strings.Contains(text, "→ Iraq") {
		t.Errorf("Iraq is not listed off the map:\n%s", text)
	}
	s.Place = "iraq" // selected, but the map stays
	if text := strings.Join(rows(m.Draw(s, ts, 80, 18), theme.Full), "\n"); !strings.Contains(text, "off this map:  [→ Iraq") {
		t.Errorf("Iraq is not named in the foot:\n%s", text)
	}
}

// A click lands on what is drawn: the cells of a name are those of its place.
func TestClicks(t *testing.T) {
	t.Parallel()
	d := desert()
	m, ts := New(d), everything(d)
	p := m.Draw(m.Start(ts), ts, 120, 30)
	found := 0
	for y, row := range rows(p, theme.Full) {
		for _, x := range ts {
			before, _, ok := strings.Cut(row, x.Place.Name+" "+x.Figure())
			if !ok {
				continue
			}
			found++
			if at := ansi.StringWidth(before); !slices.Contains(p.Places(at, y), x.Place.ID) {
				t.Errorf("%s is drawn at %d, %d; a click gives %v", x.Place.ID, at, y, p.Places(at, y))
			}
		}
	}
	if found < 8 || p.Places(-1, 0) != nil || p.Places(0, 0) != nil {
		t.Errorf("%d names found", found)
	}
}

func BenchmarkDraw(b *testing.B) {
	d, ts := builtIn(b)
	m := New(d)
	s, th := m.Select(m.Start(ts), "mali", 120, 30), theme.New(true, colorprofile.TrueColor)
	for b.Loop() {
		m.Draw(s, ts, 120, 30).Rows(th, theme.Full)
	}
}

func BenchmarkDrawOfManyEvents(b *testing.B) {
	d := eventstest.Generate(100_000, 1)
	m := New(d)
	s, th := m.Start(everything(d)), theme.New(true, colorprofile.TrueColor)
	for b.Loop() {
		m.Draw(s, everything(d), 120, 30).Rows(th, theme.Full)
	}
}

// Names that would do something to a terminal are drawn as harmless text, in rows of
// exact width.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	for n, bomb := range eventstest.Bombs(*long) {
		d := desert()
		for i := range d.Places {
			d.Places[i].Name, d.Places[i].Country = bomb, bomb
		}
		m, ts := New(d), everything(d)
		for k, w := range []int{120, 80} {
			if !*long && n%2 != k {
				continue
			}
			p := m.Draw(m.Select(m.Start(ts), "the-dunes", w, 20), ts, w, 20)
			for _, row := range rows(p, theme.Full) {
				if ansi.StringWidth(row) != w || row != printable.Line(row) {
					t.Fatalf("bomb %d: a row of %d cells: %q", n, ansi.StringWidth(row), row)
				}
			}
		}
	}
}
