package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/lineage/lineagetest"
	"timeline/internal/ui/theme"
)

// pictures are the screens of the views that draw, and what they are drawn of.
var pictures = []struct {
	name, keys string
	data       func() *events.Dataset
}{
	{"lanes", "5", fixture},
	{"lanes-tied", "5\x1bF\x15actor:anna-berg\r5", fixture},
	{"lanes-who-led", "5v", eventstest.Small},
	{"lanes-pinned", "5jjpz", eventstest.Small},
	{"lanes-places", "5vv", fixture},
	{"lanes-help", "5?sign", fixture},
	{"lanes-empty", "Ftype:coup\r5", fixture},
	{"groups", "6ll", lineagetest.Valley},
	{"groups-equals", "6jjv", lineagetest.Valley},
	{"groups-passage", "6l\r", lineagetest.Valley},
	{"groups-months", "6lz", lineagetest.Valley},
	{"groups-none", "6", fixture},
	{"map", "7", fixture},
	{"map-moved", "7j]", fixture},
	{"map-help", "7?nat", fixture},
}

func TestPictures(t *testing.T) {
	t.Parallel()
	for _, p := range pictures {
		for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}} {
			name := fmt.Sprintf("%s-%dx%d", p.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				m := browserOf(p.data(), size[0], size[1])
				m = typed(t, m, p.keys)
				checkFrame(t, m, size[0], size[1], p.keys)
				var text strings.Builder
				for row := range strings.SplitSeq(ansi.Strip(m.Frame()), "\n") {
					text.WriteString(strings.TrimRight(row, " ") + "\n")
				}
				golden(t, "pictures/"+name, text.String())
			})
		}
	}
}

// onTheDataset is a browser on the built-in dataset.
func onTheDataset(t testing.TB, w, h int, change ...func(*Config)) *Model {
	t.Helper()
	return browserOf(eventstest.BuiltIn(t), w, h, change...)
}

func plainFrame(m *Model) string { return ansi.Strip(m.Frame()) }

// row is the first row of the screen, below the header, that begins with a name, and
// its number.
func row(t *testing.T, m *Model, name string) (y int, cells []rune) {
	t.Helper()
	for y, line := range strings.Split(plainFrame(m), "\n") {
		if y > 0 && strings.HasPrefix(strings.TrimLeft(line, " ▌•│├└"), name) {
			return y, []rune(line)
		}
	}
	t.Fatalf("no row of %q:\n%s", name, plainFrame(m))
	return 0, nil
}

// column is the column of a label of the axis.
func column(t *testing.T, m *Model, y int, label string) int {
	t.Helper()
	line := strings.Split(plainFrame(m), "\n")[y]
	at := strings.Index(line, label)
	if at < 0 {
		t.Fatalf("no %q on the axis %q", label, line)
	}
	return len([]rune(line[:at]))
}

// TestLanesOfTheDataset is what a tester can check of the lanes.
func TestLanesOfTheDataset(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "5")
	year := column(t, m, 1, "2012") - 3 // before it stands the last bin of 2011
	if _, cells := row(t, m, "MUJAO"); strings.TrimRight(string(cells[24:year-3]), " ┊") != "" {
		t.Errorf("MUJAO is there before 2011: %q", string(cells))
	}
	_, cells := row(t, m, "Abdelhamid Abu Zeid")
	if at := slices.Index(cells, '†'); at != column(t, m, 1, "2013")+3 {
		t.Errorf("Abu Zeid's death stands at %d: %q", at, string(cells))
	}
	typed(t, m, "g")
	var visited []events.Index
	for range 10 {
		typed(t, m, "l")
		i, _ := m.c.Selected()
		visited = append(visited, i)
	}
	if !slices.IsSorted(visited) || len(slices.Compact(slices.Clone(visited))) != 10 {
		t.Errorf("ten l go to %v", visited)
	}
	typed(t, m, "\r")
	if title := m.c.Data.Titles.At(int(visited[9])); !strings.Contains(strings.Join(strings.Fields(plainFrame(m)), " "), firstWords(title, 2)) || m.c.Over == nil {
		t.Errorf("enter does not read %q:\n%s", title, plainFrame(m))
	}
}

func firstWords(s string, n int) string {
	return strings.Join(strings.Fields(s)[:n], " ")
}

func TestLaneKeys(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "5gjj")
	name := func(y int) string {
		return strings.TrimSpace(string([]rune(strings.Split(plainFrame(m), "\n")[y])[1:21]))
	}
	at := slices.IndexFunc(strings.Split(plainFrame(m), "\n"), func(s string) bool { return strings.HasPrefix(s, "▌") })
	third := name(at)
	if typed(t, m, "pG"); name(6) != third || !strings.HasPrefix(strings.Split(plainFrame(m), "\n")[7], "┄┄┄") {
		t.Errorf("p does not keep %q on top:\n%s", third, plainFrame(m))
	}
	typed(t, m, "1")
	before := m.c.Pos
	typed(t, m, "5J")
	if m.c.Pos != before+1 || m.c.View.Info().ID != "lanes-view" {
		t.Error("J does not go to the next event in the lanes")
	}
	typed(t, m, "t2012-09-belmokhtar-letter\r5=")
	if i, _ := m.c.Current(); m.c.Time.Zoom != 2 || !m.c.Calendar.Window(m.c.Time, 96).Holds(m.c.Calendar.Outer(i)) {
		t.Errorf("= shows %v:\n%s", m.c.Time, plainFrame(m))
	}
	typed(t, m, "ZZ")
	for _, want := range []string{"groups and who led them", "places by first appearance", "types", "sources", "actors by first appearance"} {
		typed(t, m, "vj")
		if !strings.Contains(plainFrame(m), want) {
			t.Errorf("v does not turn to %s", want)
		}
	}
	typed(t, m, "vg\r")
	if !strings.Contains(plainFrame(m), "leads") && m.c.Picker == nil {
		t.Errorf("enter on an office opens nothing:\n%s", plainFrame(m))
	}
	typed(t, m, "\x1b\x1b\x1b")
	if m.c.View != m.views[0] {
		t.Error("esc does not lead home")
	}
	m = typed(t, onTheDataset(t, 120, 36), "Factor:abdelhamid-abu-zeid\r5")
	if frame := plainFrame(m); !strings.Contains(frame, "all 1") || strings.Contains(frame, "MNLA  ") {
		t.Errorf("filters do not apply:\n%s", frame)
	}
}

// TestClicksOnLanes: a click lands on what is drawn.
func TestClicksOnLanes(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "5")
	y, cells := row(t, m, "Abdelhamid Abu Zeid")
	send(m, click(slices.Index(cells, '†'), y))
	i, _ := m.c.Selected()
	if e := m.c.Data.Event(i); !strings.Contains(e.Title, "Abu Zeid") || e.Date.Earliest() < edtf.NewDay(2013, 2, 1) || e.Date.Latest() > edtf.NewDay(2013, 2, 28) {
		t.Errorf("a click on the sign selects %s, %v", e.ID, e.Date)
	}
	if _, cells := row(t, m, "Abdelhamid Abu Zeid"); cells[0] != '▌' {
		t.Error("the click does not take the cursor along")
	}
	y, _ = row(t, m, "MUJAO")
	send(m, click(3, y))
	if _, cells := row(t, m, "MUJAO"); cells[0] != '▌' {
		t.Error("a click on a name does not take the cursor there")
	}
	before, _ := m.c.Selected()
	typed(t, m, "zz")
	if after, _ := m.c.Selected(); after != before || m.c.Time.Zoom != 2 {
		t.Errorf("zoomed to %v", m.c.Time)
	}
	rule := slices.IndexFunc(strings.Split(plainFrame(m), "\n"), func(s string) bool { return strings.Contains(s, "[") && strings.Contains(s, "]") })
	first := m.c.Time.First
	send(m, click(30, rule))
	if m.c.Time.First >= first {
		t.Errorf("a click on the overview goes from %v to %v", first, m.c.Time.First)
	}
}

// TestPicturesEverywhere: without colour, with few colours and on a light background
// the same facts are on the screen; no line is broken from 60×20 to 200×60; what is
// copied is the picture.
func TestPicturesEverywhere(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"5", "5v", "5jlz", "6ll", "6jv", "7", "7j]"} {
		t.Run(keys, func(t *testing.T) {
			t.Parallel()
			// On a row with a background the rules of the years are left out.
			facts := func(m *Model) string { return strings.ReplaceAll(plainFrame(m), "┊", " ") }
			want := facts(typed(t, onTheDataset(t, 120, 36), keys))
			for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256} {
				for _, dark := range []bool{true, false} {
					m := typed(t, onTheDataset(t, 120, 36, func(c *Config) { c.Profile, c.Dark = profile, &dark }), keys)
					if d := cmp.Diff(want, facts(m)); d != "" {
						t.Errorf("%v, dark %v (-24-bit +so):\n%s", profile, dark, d)
					}
				}
			}
			ascii := typed(t, onTheDataset(t, 120, 36, func(c *Config) { c.Signs = theme.ASCII }), keys)
			for y, line := range strings.Split(plainFrame(ascii), "\n") {
				if y > 0 && y < 35 && strings.ContainsFunc(line, func(r rune) bool { return r > 0x2000 }) {
					t.Errorf("row %d is not ASCII: %q", y, line)
				}
			}
			for _, size := range [][2]int{{60, 20}, {80, 24}, {100, 30}, {200, 60}} {
				checkFrame(t, typed(t, onTheDataset(t, size[0], size[1]), keys), size[0], size[1], keys)
			}
			m := typed(t, onTheDataset(t, 120, 36), keys+"yp")
			if got := strings.Split(m.c.Copied.Text, "\n"); len(got) < 30 || strings.TrimRight(got[0], " ") != strings.TrimRight(strings.Split(want, "\n")[1], " ") {
				t.Errorf("copied:\n%s", m.c.Copied.Text)
			}
		})
	}
}
