package geo

import (
	"math"
	"runtime"
	"testing"
)

func TestEmbeddedMaps(t *testing.T) {
	t.Parallel()
	counts := map[Kind]int{}
	points := 0
	for _, l := range Region() {
		counts[l.Kind]++
		points += len(l.Points)
	}
	for k := range kinds {
		if counts[k] == 0 {
			t.Errorf("the region has no line of kind %d", k)
		}
	}
	if points < 1500 || len(regionFile) > 8_000 || len(worldFile) > 25_000 {
		t.Errorf("region: %d points, %d bytes; world: %d bytes", points, len(regionFile), len(worldFile))
	}
	for _, country := range []string{"Mali", "Algeria", "Niger", "Mauritania", "Burkina Faso", "Tunisia", "Western Sahara"} {
		if !Closed(Region(), country) {
			t.Errorf("%s is not whole in the region", country)
		}
	}
	if Closed(Region(), "Egypt") {
		t.Error("Egypt reaches beyond the region, and should be taken from the world")
	}
	for _, country := range []string{"Mali", "Egypt", "Iraq", "France", "Russia", "Fiji", "Democratic Republic of the Congo", "Antarctica"} {
		if !Closed(World(), country) {
			t.Errorf("%s is not whole in the world", country)
		}
	}
	if Closed(World(), "Atlantis") || Closed(World(), "") {
		t.Error("a country that there is not is whole")
	}
}

func TestFillHoldsWhatLiesInTheCountry(t *testing.T) {
	t.Parallel()
	v := View{Centre: Point{0, 19.5}, Degrees: 0.16, Width: 180, Height: 120}
	inside := map[[2]int]bool{}
	v.Fill(Region(), "Mali", func(y, x0, x1 int) {
		if x0 < 0 || x1 > v.Width || y < 0 || y >= v.Height || x0 > x1 {
			t.Fatalf("a run from %d to %d in row %d", x0, x1, y)
		}
		for x := x0; x < x1; x++ {
			inside[[2]int{x, y}] = true
		}
	})
	for name, want := range map[string]struct {
		at   Point
		mali bool
	}{
		"Timbuktu": {Point{-3.007, 16.773}, true}, "Kidal": {Point{1.408, 18.441}, true}, "Bamako": {Point{-8.003, 12.639}, true},
		"Niamey": {Point{2.112, 13.512}, false}, "Ouagadougou": {Point{-1.52, 12.371}, false}, "Tamanrasset": {Point{5.523, 22.785}, false},
	} {
		x, y := v.Dot(want.at)
		if got := inside[[2]int{int(x), int(y)}]; got != want.mali {
			t.Errorf("%s in Mali: %v", name, got)
		}
	}
}

// Russia reaches over the date line, and Antarctica round the pole.
func TestFillOverTheDateLine(t *testing.T) {
	t.Parallel()
	v := View{Centre: Point{0, 0}, Degrees: 0.5, Width: 720, Height: 360}
	for country, want := range map[string]map[Point]bool{
		"Russia":     {{178, 67}: true, {-175, 67}: true, {100, 60}: true, {0, 67}: false, {-100, 67}: false, {-179, 50}: false, {100, 20}: false},
		"Antarctica": {{0, -80}: true, {140, -80}: true, {-100, -88}: true, {179.5, -89}: true, {0, -50}: false, {0, 80}: false},
	} {
		inside := map[[2]int]bool{}
		v.Fill(World(), country, func(y, x0, x1 int) {
			for x := x0; x < x1; x++ {
				inside[[2]int{x, y}] = true
			}
		})
		for p, in := range want {
			if x, y := v.Dot(p); inside[[2]int{int(x), int(y)}] != in {
				t.Errorf("%v in %s: %v", p, country, !in)
			}
		}
	}
	for _, l := range World() {
		v.Strokes(&l, func(a, b Point, s Stroke) {
			if math.Hypot(s.X1-s.X0, s.Y1-s.Y0) > 80 {
				t.Errorf("a line of %v from %v to %v", l.Countries, a, b)
			}
		})
	}
}

func TestStrokesStayInTheView(t *testing.T) {
	t.Parallel()
	for _, v := range []View{
		{Point{2.5, 24}, 0.25, 180, 120}, {Point{-170, 70}, 0.5, 100, 100}, {Point{179, -89}, 0.01, 40, 40}, {Point{0, 0}, 3, 200, 60}, {Point{0, 90}, 1, 9, 9},
	} {
		n := 0
		for _, lines := range [][]Line{Region(), World()} {
			for i := range lines {
				v.Strokes(&lines[i], func(_, _ Point, s Stroke) {
					n++
					const slack = 1e-6
					for _, p := range [][2]float64{{s.X0, s.Y0}, {s.X1, s.Y1}} {
						if p[0] < -slack || p[1] < -slack || p[0] > float64(v.Width)+slack || p[1] > float64(v.Height)+slack || math.IsNaN(p[0]+p[1]) {
							t.Fatalf("%+v: a stroke to %v", v, p)
						}
					}
				})
			}
		}
		if v.Width > 100 && n < 100 {
			t.Errorf("%+v: %d strokes", v, n)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"":                                   "map file: it does not begin with TLGEO1",
		"TLGEO1":                             "map file, byte 6: it ends too early",
		"TLGEO1\x05":                         "map file, byte 6: the number of names is 5, at most 1 is possible",
		"TLGEO1\x00\x00!":                    "map file, byte 8: more follows after the last line",
		"TLGEO1\x00\x7f":                     "map file, byte 7: the number of lines is 127, at most 0 is possible",
		"TLGEO1\x00\x01\x09aaaaaaa":          "map file, byte 8: a kind of line is 9, at most 4 is possible",
		"TLGEO1\x00\x01\x00\x01aaaaaa":       "map file, byte 9: the number of a country is 1, at most 0 is possible",
		"TLGEO1\x00\x01\x00\x00\x00\x01aaaa": "map file, byte 12: a line of fewer than two points",
		"TLGEO1\x00\x01\x00\x00\x00\x02\xff\xff\x7f\x00\x00\x00": "map file, byte 16: a point that is not on the earth",
	} {
		if _, err := Read([]byte(file)); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", file, err, want)
		}
	}
}

// FuzzGeo reads garbage: it is refused or read, and costs no more memory than a
// small multiple of its size.
func FuzzGeo(f *testing.F) {
	f.Add(regionFile)
	f.Add(worldFile[:2000])
	f.Add([]byte("TLGEO1\x01\x01A\x01\x00\x01\x00\x02\x02\x02\x02\x02"))
	f.Add([]byte("TLGEO1\xff\xff\xff\xff\x0f"))
	f.Fuzz(func(t *testing.T, file []byte) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		lines, err := Read(file)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 64*uint64(len(file))+1<<20 {
			t.Fatalf("%d bytes took %d of memory", len(file), used)
		}
		if err != nil {
			return
		}
		v := View{Centre: Point{2.5, 24}, Degrees: 0.3, Width: 160, Height: 100}
		for i := range lines {
			if len(lines[i].Points) < 2 {
				t.Fatal("a line without a way")
			}
			v.Strokes(&lines[i], func(_, _ Point, _ Stroke) {})
			for _, c := range lines[i].Countries {
				v.Fill(lines[:min(len(lines), 8)], c, func(_, _, _ int) {})
			}
		}
	})
}
