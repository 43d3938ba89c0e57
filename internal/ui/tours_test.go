package ui

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/data"
	"timeline/internal/events"
	"timeline/internal/tours"
)

// inTour is the browser in a tour of the built-in dataset.
func inTour(t testing.TB, w, h int, name string, change ...func(*Config)) *Model {
	t.Helper()
	return onTheDataset(t, w, h, append([]func(*Config){func(c *Config) { c.Tours.Start = name }}, change...)...)
}

// ourTours are tours that the built-in dataset has not.
const ourTours = `---
title: Pictures and gaps
for: a test
minutes: 5
question: What is shown?
stops:
  - {query: "is:key", view: lanes, minutes: 1, show: [heading + list, ask], heading: In lanes, ask: Who is where?}
  - {query: "is:key", view: map, minutes: 1, show: [heading + list], heading: On a map}
  - {query: "is:key", view: groups, minutes: 1, show: [heading + list], heading: In groups}
  - {event: 2012-03-northern-mali-fell, minutes: 1, show: [heading, ask], heading: A gap, ask: What is missing?}
  - {actor: mokhtar-belmokhtar, minutes: 1, show: [title, summary]}
---
Words.
`

var withOurTours = sync.OnceValues(func() (*events.Dataset, error) {
	all := fstest.MapFS{"tours/ours.md": {Data: []byte(ourTours)}}
	err := fs.WalkDir(data.FS, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(data.FS, name)
		all[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		return nil, err
	}
	return events.Load(all, nil)
})

// inOurTour is the browser in the tour of this file.
func inOurTour(t testing.TB, w, h int) *Model {
	t.Helper()
	d, err := withOurTours()
	if err != nil {
		t.Fatal(err)
	}
	return inTour(t, w, h, "ours", func(c *Config) { c.Data = d })
}

func sees(t *testing.T, m *Model, want ...string) {
	t.Helper()
	for _, s := range want {
		if !strings.Contains(plainFrame(m), s) {
			t.Errorf("the screen lacks %q:\n%s", s, plainFrame(m))
		}
	}
}

func seesNot(t *testing.T, m *Model, not ...string) {
	t.Helper()
	for _, s := range not {
		if strings.Contains(plainFrame(m), s) {
			t.Errorf("the screen shows %q:\n%s", s, plainFrame(m))
		}
	}
}

// screenOf is the screen without the blanks at its rows' ends.
func screenOf(m *Model) string {
	rows := strings.Split(plainFrame(m), "\n")
	for n, r := range rows {
		rows[n] = strings.TrimRight(r, " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

var tourSizes = [][2]int{{120, 36}, {80, 24}, {60, 17}, {40, 12}}

func TestTourScreens(t *testing.T) {
	t.Parallel()
	for _, s := range []struct{ name, tour, keys string }{
		{"start", "aqim-in-mali", ""},
		{"asked", "aqim-in-mali", "6\r "},
		{"claims", "aqim-in-mali", "6\r   "},
		{"answer", "aqim-in-mali", "6\r    "},
		{"all", "aqim-in-mali", "6\rA"},
		{"note", "aqim-in-mali", "6\r s"},
		{"query", "one-find-five-articles", "2\r "},
		{"cards-dealt", "anatomy-of-a-split", "G"},
		{"cards-in-hand", "anatomy-of-a-split", "G\r\r"},
		{"cards", "anatomy-of-a-split", "GA"},
		{"list", "", "T"},
	} {
		for _, size := range tourSizes {
			m := typed(t, inTour(t, size[0], size[1], s.tour), s.keys)
			checkFrame(t, m, size[0], size[1], s.name)
			golden(t, fmt.Sprintf("tours/%s-%dx%d", s.name, size[0], size[1]), screenOf(m))
		}
	}
}

// An answer is read with its question above it, where a screen has room for both.
func TestTourAnswersBelowItsQuestion(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 36}, {80, 24}} {
		for _, tour := range tours.Usable(inTour(t, 80, 24, "").c.Data) {
			m := inTour(t, size[0], size[1], tour.Name)
			for n := range tour.Stops {
				s := &tour.Stops[n]
				typed(t, m, fmt.Sprintf("%d\r", n+1))
				for !slices.Contains(tour.Shown(at(m)), tours.Answer) {
					typed(t, m, " ")
				}
				screen := strings.Join(strings.Fields(plainFrame(m)), " ")
				if s.Answer != "" && !(strings.Contains(screen, s.Ask) && strings.Contains(screen, s.Answer)) {
					t.Errorf("%s, stop %d at %v:\n%s", tour.Name, n+1, size, plainFrame(m))
				}
			}
		}
	}
}

// A question about what stands on the screen comes with it: with all of it, page by page,
// where there is too little room.
func TestTourAsksOfWhatIsSeen(t *testing.T) {
	t.Parallel()
	asked := 0
	for _, size := range [][2]int{{120, 36}, {80, 24}} {
		for _, tour := range tours.Usable(inTour(t, 80, 24, "").c.Data) {
			m := inTour(t, size[0], size[1], tour.Name)
			for n := range tour.Stops {
				typed(t, m, fmt.Sprintf("%d\r", n+1))
				told := ""
				for !slices.Contains(tour.Shown(at(m)), tours.Ask) {
					typed(t, m, " ")
				}
				for _, b := range tour.See(m.c.Data, at(m)).Blocks {
					for _, c := range b.Claims {
						told += c.Text + " "
					}
				}
				here, seen := at(m), ""
				for at(m) == here {
					screen := plainFrame(m)
					if seen += screen; !strings.Contains(strings.Join(strings.Fields(screen), " "), tour.Stops[n].Ask) {
						t.Errorf("%s, stop %d at %v: a page without the question:\n%s", tour.Name, n+1, size, screen)
					}
					typed(t, m, " ")
				}
				words := wordsOf(seen)
				for _, w := range parted(told) {
					asked++
					if !words[bare(w)] {
						t.Errorf("%s, stop %d at %v: %q is not to be seen when the question is asked:\n%s", tour.Name, n+1, size, w, seen)
						break
					}
				}
			}
		}
	}
	if asked == 0 {
		t.Error("no question is asked of anything")
	}
}

// The step stays through any size, and the frame comes back as it was.
func TestTourResizes(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"", "6\r ", "6\r   ", "6\rA", "6\rAs", "b"} {
		m := typed(t, inTour(t, 120, 36, "aqim-in-mali"), keys)
		first, before := m.Frame(), at(m)
		for _, size := range [][2]int{{80, 24}, {60, 17}, {40, 12}, {20, 5}, {8, 3}, {1, 1}, {200, 8}, {69, 60}, {120, 36}} {
			send(m, tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			checkFrame(t, m, size[0], size[1], keys)
		}
		if m.Frame() != first || at(m) != before {
			t.Errorf("after %q another screen came back:\n%s", keys, plainFrame(m))
		}
	}
}

// What a stop shows is all to be seen at any size: each page holds a part of it.
func TestTourPagesHoldAll(t *testing.T) {
	t.Parallel()
	for k, size := range [][2]int{{120, 36}, {80, 24}, {60, 17}, {40, 12}, {30, 10}} {
		for n, name := range []string{"aqim-in-mali", "anatomy-of-a-split", "one-find-five-articles"} {
			if !*long && (k+n)%2 != 0 { // each tour at every other size
				continue
			}
			m := inTour(t, size[0], size[1], name)
			tour, err := tours.Named(tours.Usable(m.c.Data), name)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[int]string{}
			before := plainFrame(m)
			for n := 0; ; n++ {
				after := plainFrame(typed(t, m, " "))
				if strings.Contains(after, "end of the tour") {
					break
				}
				if n > 2000 || after == before {
					t.Fatalf("%s at %v: space does not go on:\n%s", name, size, before)
				}
				seen[at(m).Stop] += after
				before = after
			}
			for n := range tour.Stops {
				words := wordsOf(seen[n+1])
				for _, b := range tour.See(m.c.Data, tour.Whole(tours.Position{Stop: n + 1})).Blocks {
					for _, w := range parted(b.Text + " " + strings.Join(b.Lines, " ")) {
						if !words[bare(w)] && len(w) < size[0] {
							t.Errorf("%s at %v, stop %d: %q of the %v is nowhere", name, size, n+1, w, b.Part)
							break
						}
					}
				}
			}
		}
	}
}

// parted takes words apart at hyphens, where lines break too.
func parted(text string) []string { return strings.Fields(strings.ReplaceAll(text, "-", " ")) }

func bare(w string) string { return strings.Trim(w, "“”‘’.,;:?!()[]…") }

func wordsOf(text string) map[string]bool {
	words := map[string]bool{}
	for _, w := range parted(text) {
		words[bare(w)] = true
	}
	return words
}

// A query is seen as its view draws it; a stop that is broken says so, and the tour goes
// on; actors have stops too.
func TestTourOfPicturesAndGaps(t *testing.T) {
	t.Parallel()
	m := typed(t, inOurTour(t, 120, 40), " ")
	sees(t, m, "In lanes", "Belmokhtar")
	typed(t, m, " ")
	sees(t, m, "Who is where?")
	typed(t, m, " ")
	sees(t, m, "On a map", "MALI")
	typed(t, m, " ")
	sees(t, m, "In groups", "GSPC")
	typed(t, m, " ")
	sees(t, m, "A gap", `Something is missing here: the event "2012-03-northern-mali-fell" is not`, "in this dataset. Space goes on.")
	typed(t, m, "  ")
	sees(t, m, "Belmokhtar")
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 17}, {40, 12}, {20, 5}} {
		m := inOurTour(t, size[0], size[1])
		for n := range 5 {
			typed(t, m, fmt.Sprintf("%d\rA", n+1))
			checkFrame(t, m, size[0], size[1], fmt.Sprint(n))
		}
	}
}

// Without colour, and with 16, the screen says the same in the same places.
func TestTourWithoutColour(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"6\r ", "6\rA"} {
		var first string
		for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI, colorprofile.ASCII} {
			text := plainFrame(typed(t, inTour(t, 80, 24, "aqim-in-mali", func(c *Config) { c.Profile = profile }), keys))
			if first == "" {
				first = text
			}
			if text != first {
				t.Errorf("%v says something else:\n%s", profile, text)
			}
		}
	}
}
