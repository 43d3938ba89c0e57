package ui

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/data"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/lesson"
	"timeline/internal/present"
	"timeline/internal/session"
	"timeline/internal/tours"
	"timeline/internal/ui/tuitest"
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

// Until its step a date, an id and the mark on the ribbon appear nowhere.
func TestTourAsksFirst(t *testing.T) {
	t.Parallel()
	m := inTour(t, 120, 36, "aqim-in-mali")
	before := m.View().WindowTitle
	typed(t, m, "6\r ")
	sees(t, m, "Read three claims", "6 of 12")
	seesNot(t, m, "March–April 2012", "├", "Northern Mali falls", "2012-03")
	if title := m.View().WindowTitle; title != before {
		t.Errorf("the window's title is %q", title)
	}
	typed(t, m, "\r") // the excerpts would tell it
	sees(t, m, "once the date of an event is revealed")
	typed(t, m, "\x1b") // and so would the event in the browser
	if i, _ := m.c.Current(); strings.HasPrefix(m.c.Data.IDs.At(int(i)), "2012-03") {
		t.Error("stepping off goes to an event that the class is asked for")
	}
	typed(t, m, "T  ")
	sees(t, m, "March–April 2012", "├", "LEBOVICH")
	typed(t, m, "p6\r  k")
	seesNot(t, m, "March–April 2012", "├")
}

// at is where the class is.
func at(m *Model) tours.Position {
	_, at := m.tours.Running()
	return at
}

// classSecrets are the texts that a class must not see at a position: all notes, all
// answers but the one that is revealed and, of the stop, what has not been revealed of its
// date and id.
func classSecrets(d *events.Dataset, tour *tours.Tour, at tours.Position) []string {
	var list []string
	shown := tour.Shown(at)
	for n := range tour.Stops {
		list = append(list, shingles(tour.Stops[n].Note)...)
		if n+1 != at.Stop || !slices.Contains(shown, tours.Answer) {
			list = append(list, shingles(tour.Stops[n].Answer)...)
		}
	}
	s := tour.Stop(at)
	if s == nil {
		return list
	}
	if i, ok := d.Find(s.ID); ok && s.Kind == tours.Event && !slices.Contains(shown, tours.Date) {
		list = append(list, s.ID)
		for _, date := range []string{d.Date(i).English(edtf.Long), d.Date(i).English(edtf.Spoken), d.Date(i).String()} {
			if len(date) > len("2003") { // a year stands on the ribbon
				list = append(list, date)
			}
		}
	}
	return list
}

// leaked is a text that a class sees at a position and must not; empty for none.
func leaked(d *events.Dataset, tour *tours.Tour, at tours.Position, screen, title string) string {
	screen = strings.Join(strings.Fields(screen), " ")
	revealed := revealedText(d, tour, at)
	for _, secret := range classSecrets(d, tour, at) {
		if (strings.Contains(screen, secret) || strings.Contains(title, secret)) && !strings.Contains(revealed, secret) {
			return secret
		}
	}
	return ""
}

// shingles are the runs of five words of a text.
func shingles(text string) []string {
	var list []string
	words := strings.Fields(text)
	for n := range max(len(words)-4, 0) {
		list = append(list, strings.Join(words[n:n+5], " "))
	}
	return list
}

// classKeys are the keys of the random walks, all but the one that shows the note.
var classKeys = []string{" ", " ", " ", "j", "k", "n", "p", "g", "G", "A", "L", "b", ".", "7", "1", "\r", "?", "\x1b", "T", "q", "m", "y", "/", "a", "o"}

// randomly takes a class through a tour until it was looked at n times, with random keys
// and sizes. It ends with the first leak in what look sees, and tells it.
func randomly(t *testing.T, name string, n int, keys []string, look func(*Model) string) (leak, screen string) {
	t.Helper()
	r := rand.New(rand.NewPCG(11, uint64(len(name))))
	m := inTour(t, 80, 24, name)
	been := map[string]bool{}
	for looks := 0; looks < n; {
		k := keys[r.IntN(len(keys))]
		if r.IntN(40) == 0 {
			send(m, tea.WindowSizeMsg{Width: 20 + r.IntN(120), Height: 4 + r.IntN(40)})
		}
		if k == "\r" && m.c.Picker != nil {
			continue // it may choose the note
		}
		typed(t, m, k)
		if _, on := m.whole(); on {
			tour, at := m.tours.Running() // the list leads to others too
			been[fmt.Sprint(tour.Name, at)] = true
			looks++
			if leak := leaked(m.c.Data, tour, at, look(m), m.View().WindowTitle); leak != "" {
				return leak, plainFrame(m)
			}
		}
		if _, on := m.whole(); (!on || m.c.Picker != nil) && r.IntN(2) == 0 {
			send(m, tea.KeyPressMsg{Code: tea.KeyF5})
		}
	}
	if n >= 500 && len(been) < 25 {
		t.Errorf("in %d keys from %s the class saw only %d steps", n, name, len(been))
	}
	return "", ""
}

// Whatever a class's keys are, but for the one that shows the note, no note and nothing
// that is not revealed is on the screen.
func TestTourKeepsItsSecrets(t *testing.T) {
	t.Parallel()
	n := 1800
	if *long {
		n = 10_000
	}
	for _, name := range []string{"aqim-in-mali", "anatomy-of-a-split", "one-find-five-articles"} {
		if leak, screen := randomly(t, name, n/3, classKeys, plainFrame); leak != "" {
			t.Errorf("%s: %q is on the screen:\n%s", name, leak, screen)
		}
	}
}

// The walk above finds a leak: the note that its own key shows, and a note, an answer, a
// date and an id that are planted into what is drawn.
func TestTourLeaksAreFound(t *testing.T) {
	t.Parallel()
	const name, n = "aqim-in-mali", 200
	if leak, _ := randomly(t, name, n, append([]string{"s", "s", "s"}, classKeys...), plainFrame); leak == "" {
		t.Error("the presenter’s note on the class’s screen is not found")
	}
	for what, secret := range map[string]func(*events.Dataset, *tours.Stop, events.Index) string{
		"note":   func(_ *events.Dataset, s *tours.Stop, _ events.Index) string { return s.Note },
		"answer": func(_ *events.Dataset, s *tours.Stop, _ events.Index) string { return s.Answer },
		"date":   func(d *events.Dataset, _ *tours.Stop, i events.Index) string { return d.Date(i).English(edtf.Long) },
		"id":     func(_ *events.Dataset, s *tours.Stop, _ events.Index) string { return s.ID },
	} {
		planted := func(m *Model) string {
			tour, at := m.tours.Running()
			if s := tour.Stop(at); s != nil {
				i, _ := m.c.Data.Find(s.ID)
				return plainFrame(m) + "\n" + secret(m.c.Data, s, i)
			}
			return plainFrame(m)
		}
		if leak, _ := randomly(t, name, n, classKeys, planted); leak == "" {
			t.Errorf("a %s on the class’s screen is not found", what)
		}
	}
}

// revealedText is all that is revealed: a secret may be a word of it.
func revealedText(d *events.Dataset, tour *tours.Tour, at tours.Position) string {
	var b strings.Builder
	for _, block := range tour.See(d, at).Blocks {
		b.WriteString(block.Text + " " + strings.Join(block.Lines, " ") + " ")
		for _, c := range block.Claims {
			b.WriteString(c.Text + " " + c.Cited() + " " + c.Dated + " " + c.Published + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Stepping off leaves the tour where it is; its filters are the browser's alone.
func TestTourStepsOffAndBack(t *testing.T) {
	t.Parallel()
	m := typed(t, inTour(t, 120, 36, "aqim-in-mali"), "6\r   ")
	inside := plainFrame(m)
	typed(t, m, "\x1b")
	sees(t, m, "Tour paused at 6 of 12: F5 or T goes back to it.", "Northern Mali falls")
	if i, ok := m.c.Selected(); !ok || !strings.Contains(m.c.Data.Titles.At(int(i)), "Northern Mali falls") {
		t.Error("the browser does not stand on the event of the stop")
	}
	typed(t, m, "abel\r")
	filtered := m.c.Query.String()
	if filtered == "" {
		t.Fatal("no filter is on")
	}
	send(m, tea.KeyPressMsg{Code: tea.KeyF5})
	if plainFrame(m) != inside {
		t.Errorf("the tour is not where it was:\n%s", plainFrame(m))
	}
	typed(t, m, "\x1b")
	if m.c.Query.String() != filtered {
		t.Errorf("the tour has changed the filters to %q", m.c.Query.String())
	}
	typed(t, m, "TT")
	sees(t, m, "paused at 6 of 12")
	typed(t, m, "\r")
	if plainFrame(m) != inside {
		t.Error("the list does not lead back to the tour")
	}
}

// Its button comes back from wherever the class has stepped off to: from a half-typed
// search, a list, the excerpts, a picture, another event.
func TestTourComesBackFromAnywhere(t *testing.T) {
	t.Parallel()
	m := typed(t, inTour(t, 120, 36, "aqim-in-mali"), "6\r   ")
	inside := plainFrame(m)
	for _, away := range []string{"\x1b/droud", "\x1bF", "\x1ba", "\x1babel", "\x1b?", "\x1b:", "\x1b\r", "\x1b\r/", "\x1b7", "\x1b5", "\x1bjjj", "\x1bTT", "?", "\r", "\r/"} {
		typed(t, m, away)
		if plainFrame(m) == inside {
			t.Errorf("%q does not step off", away)
		}
		send(m, tea.KeyPressMsg{Code: tea.KeyF5})
		if plainFrame(m) != inside {
			t.Errorf("after %q F5 leads to\n%s", away, plainFrame(m))
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

// A remote sends these bytes.
func TestTourRemote(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		m := inTour(t, 80, 24, "aqim-in-mali", func(c *Config) { light := false; c.Dark = &light })
		term := tuitest.Start(t, m, 80, 24)
		const f5, esc, next, back = "\x1b[15~", "\x1b", "\x1b[6~", "\x1b[5~"
		term.Type(next)
		one := term.Text()
		term.Type(next)
		if !strings.Contains(one, "1 of 12") || term.Text() == one {
			t.Errorf("PgDn does not go on:\n%s", term.Text())
		}
		if term.Type(back); term.Text() != one {
			t.Errorf("PgUp does not go back:\n%s", term.Text())
		}
		if term.Type(esc); !strings.Contains(term.Text(), "Tour paused at 1 of 12") {
			t.Errorf("escape does not step off:\n%s", term.Text())
		}
		if term.Type(f5); term.Text() != one {
			t.Errorf("F5 does not come back:\n%s", term.Text())
		}
		for _, black := range []string{"b", "."} {
			if term.Type(black); strings.TrimSpace(term.Text()) != "" {
				t.Errorf("%s leaves the screen at\n%s", black, term.Text())
			}
			if term.Type(next); term.Text() != one {
				t.Errorf("a key does more than light the screen:\n%s", term.Text())
			}
		}
	})
}

// counting is a browser that counts how often it is woken.
type counting struct {
	*Model
	messages, frames *int
}

func (c counting) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	*c.messages++
	_, cmd := c.Model.Update(msg)
	return c, cmd
}

func (c counting) View() tea.View {
	*c.frames++
	return c.Model.View()
}

// A class's screen that nobody touches does nothing for a minute: no message, no frame, no
// byte.
func TestTourIdle(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		messages, frames := 0, 0
		term := tuitest.Start(t, counting{inTour(t, 80, 24, "aqim-in-mali"), &messages, &frames}, 80, 24)
		for _, keys := range []string{"", "6\r   ", "s", "b", "b\x1b", "T"} {
			term.Type(keys)
			m, f, bytes := messages, frames, term.Sent()
			time.Sleep(time.Minute)
			synctest.Wait()
			if messages != m || frames != f || term.Sent() != bytes {
				t.Errorf("after %q, in a minute: %d messages, %d frames, %d bytes", keys, messages-m, frames-f, term.Sent()-bytes)
			}
		}
		if messages == 0 || frames == 0 {
			t.Error("nothing is counted")
		}
	})
}

// What a key does in a tour a word does in --plain.
func TestTourKeysHaveTwins(t *testing.T) {
	t.Parallel()
	twins := map[string]string{
		"tour-on": "reveal", "tour-back": "back", "reveal-step": "forth", "hide-step": "hide", "next-stop": "next", "previous-stop": "previous",
		"stop-number": "stop 7", "first-stop": "first", "last-stop": "last", "reveal-all": "all", "tour-excerpts": "excerpts", "tour-note": "note",
		"tour-list": "tours", "tour-off": "leave",
		"tour-black": "", "tour-large": "", // about what is drawn
	}
	m := inTour(t, 80, 24, "aqim-in-mali")
	tried := 0
	for _, a := range m.c.View.Actions() {
		word, known := twins[a.ID]
		if !known {
			t.Errorf("the key for %q has no twin in sentences", a.ID)
		}
		if word == "" {
			continue
		}
		tried++
		guide := lesson.NewGuide(m.c.Data)
		guide.Do("tour aqim-in-mali")
		guide.Do("stop 6")
		if reply, _ := guide.Do(word); len(reply) == 0 || strings.Contains(reply[0], "There is no command") {
			t.Errorf("%s: %q is answered with %q", a.ID, word, reply)
		}
	}
	if tried < 10 {
		t.Errorf("only %d keys were tried", tried)
	}
}

// Black is painted, on light themes and dark, in any number of colours.
func TestTourBlack(t *testing.T) {
	t.Parallel()
	for _, look := range []struct {
		dark    bool
		profile colorprofile.Profile
		want    string
	}{
		{false, colorprofile.TrueColor, "\x1b[48;2;0;0;0m"}, {true, colorprofile.ANSI256, "\x1b[48;2;0;0;0m"},
		{false, colorprofile.ANSI, "\x1b[40m"}, {false, colorprofile.ASCII, "\x1b[7m"}, {true, colorprofile.ASCII, " "},
	} {
		m := inTour(t, 40, 12, "aqim-in-mali", func(c *Config) { c.Dark, c.Profile = &look.dark, look.profile })
		lit := m.Frame()
		typed(t, m, "b")
		for _, row := range strings.Split(m.Frame(), "\n") {
			if !strings.HasPrefix(row, look.want) || strings.TrimSpace(plainFrame(m)) != "" {
				t.Errorf("%v: %q", look, row)
			}
		}
		if typed(t, m, "?"); m.Frame() != lit {
			t.Errorf("%v: a key does more than light the screen", look)
		}
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
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 17}, {40, 12}, {30, 10}} {
		for _, name := range []string{"aqim-in-mali", "anatomy-of-a-split", "one-find-five-articles"} {
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

// shared is the browser in a tour that is shared in a folder.
func shared(t *testing.T, dir string, change ...func(*Config)) *Model {
	t.Helper()
	return inTour(t, 80, 24, "aqim-in-mali", append([]func(*Config){func(c *Config) {
		c.Tours.Dir = func() (string, error) { return dir, nil }
		c.Tours.Now = func() time.Time { return time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC) }
	}}, change...)...)
}

// A presenter's screen sees where the class is and moves it; the next start offers to go
// on where it was left.
func TestTourIsSharedAndKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	m := shared(t, dir)
	state := func() present.Session {
		t.Helper()
		list, err := present.Sessions(dir)
		if err != nil || len(list) != 1 {
			t.Fatalf("%v, %v", list, err)
		}
		return list[0]
	}
	if s := state(); s.Stop != 0 || !s.Alive || s.Clock.Running() {
		t.Errorf("before the first stop: %+v", s)
	}
	typed(t, m, "6\r")
	if s := state(); s.Stop != 6 || s.Step != 1 || s.Of != 12 || !s.Clock.Running() {
		t.Errorf("at the sixth: %+v", s)
	}
	listen := m.first
	ask := func(what string, n int) {
		t.Helper()
		if err := state().Ask(what, n); err != nil {
			t.Skipf("there are no named pipes here: %v", err)
		}
		_, listen = m.Update(listen())
	}
	ask(present.Next, 0)
	if s := state(); s.Stop != 6 || s.Step != 2 {
		t.Errorf("the presenter’s screen moves to %+v", s)
	}
	sees(t, m, "Read three claims")
	ask(present.Stop, 9)
	ask(present.Back, 0)
	ask(present.Stop, 6)
	ask(present.Black, 0)
	if text := strings.TrimSpace(plainFrame(m)); text != "" || !state().Black {
		t.Errorf("black: %q", text)
	}
	ask(present.Black, 0)
	typed(t, m, "\x1b")
	ask(present.Next, 0) // the class is brought back, and sees what it saw
	if s := state(); s.Away || s.Stop != 6 || s.Step != 1 {
		t.Errorf("back in the tour: %+v", s)
	}
	ask(present.Time, 0)
	if s := state(); s.Clock.Running() {
		t.Errorf("the clock runs: %+v", s)
	}
	typed(t, m, "b")
	if s := state(); !s.Black {
		t.Errorf("black: %+v", s)
	}
	typed(t, m, "b\x1b")
	if s := state(); s.Black || !s.Away {
		t.Errorf("away: %+v", s)
	}
	typed(t, m, "T ")
	if err := m.Remember(); err != nil {
		t.Fatal(err)
	}
	if s := state(); s.Alive || s.Stop != 6 || s.Step != 2 {
		t.Errorf("after the end: %+v", s)
	}
	m = shared(t, dir)
	sees(t, m, "continue at 6 of 12", "12 stops")
	seesNot(t, m, "Who took the north?")
	typed(t, m, " ")
	sees(t, m, "6 of 12", "Read three claims")
	if err := m.Remember(); err != nil {
		t.Fatal(err)
	}
	m = typed(t, shared(t, dir), "g")
	sees(t, m, "1 of 12")
	if err := m.Remember(); err != nil {
		t.Fatal(err)
	}
	m = shared(t, dir, func(c *Config) { c.Tours.Fresh = true })
	sees(t, m, "space begins")
	typed(t, m, "GA ")
	sees(t, m, "This is the end of the tour.")
	if err := m.Remember(); err != nil {
		t.Fatal(err)
	}
	if list, err := present.Sessions(dir); err != nil || len(list) != 0 {
		t.Errorf("a tour that is over left %+v, %v", list, err)
	}
}

// That nobody can follow is said, and the tour goes on.
func TestTourWithoutAFolder(t *testing.T) {
	t.Parallel()
	m := inTour(t, 80, 24, "aqim-in-mali", func(c *Config) {
		c.Tours.Dir = func() (string, error) { return "", fs.ErrPermission }
	})
	sees(t, m, "! No presenter’s screen can follow: permission denied.")
	typed(t, m, " ")
	sees(t, m, "1 of 12", "How does it begin?")
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

// The browser's place is its own: a tour that was left in the reader opens no reader.
func TestTourKeepsTheBrowsersPlace(t *testing.T) {
	t.Parallel()
	var kept session.Memory
	m := inTour(t, 80, 24, "aqim-in-mali", func(c *Config) {
		c.Remember = func(mem session.Memory) error { kept = mem; return nil }
	})
	typed(t, m, "1\r \r")
	sees(t, m, "Guidère")
	if err := m.Remember(); err != nil || kept.Reading || kept.Query != "" {
		t.Errorf("%+v, %v", kept, err)
	}
}
