package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
)

// What people want to do, and how many keys it may cost them.
func TestTasks(t *testing.T) {
	t.Parallel()
	for _, task := range []struct {
		name, keys string
		most       int
		done       func(m *Model) string // what is wrong; empty if it is done
	}{
		{"what happened in spring 2012, and nothing else", "tspring 2012\r\r", 15, func(m *Model) string {
			return unlike(m.c.Query.String(), "date:2012-21")
		}},
		{"Belmokhtar and the groups that he led", "abelm\x07\r", 8, func(m *Model) string {
			return unlike(m.c.Query.String(), "actor:mokhtar-belmokhtar+")
		}},
		{"the kidnappings, one after another, in class", "fkidn\rjj", 8, func(m *Model) string {
			_, proven := m.header(120)
			footer := ansi.Strip(m.footer(120, proven).draw(m.c.Theme, 120))
			if !strings.Contains(footer, fmt.Sprintf("3 of %d", len(m.c.Shown))) {
				return "the footer is " + footer
			}
			return unlike(m.c.Query.String(), "type:kidnapping")
		}},
		{"where the articles disagree on AQIM's founding", "/found\r", 7, func(m *Model) string {
			return unlike(m.reads(), "2006-aqim-founded")
		}},
		{"10 to 30 January 2013, certain only", "t10-30 jan 2013\t", 16, func(m *Model) string {
			return unlike(m.c.Query.String(), "certainly-date:2013-01-10/2013-01-30")
		}},
	} {
		t.Run(task.name, func(t *testing.T) {
			t.Parallel()
			m := typed(t, onTheDataset(t, 120, 36), task.keys)
			if wrong := task.done(m); wrong != "" {
				t.Error(wrong)
			}
			if n := len([]rune(task.keys)); n > task.most {
				t.Errorf("it takes %d keys, more than %d", n, task.most)
			}
		})
	}
}

func unlike(got, want string) string {
	if got == want {
		return ""
	}
	return fmt.Sprintf("got %q, want %q", got, want)
}

// reads is the id of the selected event.
func (m *Model) reads() string {
	i, _ := m.c.Current()
	return m.c.Data.IDs.At(int(i))
}

// What is about a part of a title or of an id is found by t.
func TestGoToByIDAndTitle(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"t2013-01-17-in-amenas\r", "t2013-01-17-in-am\r", "tin amenas plant\r"} {
		if m := typed(t, onTheDataset(t, 120, 36), keys); m.reads() != "2013-01-17-in-amenas-attack" {
			t.Errorf("%q goes to %s", keys, m.reads())
		}
	}
	m := typed(t, onTheDataset(t, 120, 36), "txwyv\r")
	if m.c.Prompt == nil || !m.asking.bad {
		t.Error("a word of no title is taken")
	}
}

// Titles stand in full: each word of each is on the screen when its event is listed.
func TestTitlesAreWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ w, h, percent int }{{200, 50, 0}, {120, 36, 0}, {100, 30, 0}, {80, 24, 5}} {
		m := typed(t, onTheDataset(t, c.w, c.h), "vg")
		cut := 0
		for range m.c.Shown {
			i, _ := m.c.Current()
			title := m.c.Data.Titles.At(int(i))
			if !strings.Contains(selectedText(m), strings.ReplaceAll(title, " ", "")) {
				cut++
				t.Logf("%d×%d: %q", c.w, c.h, title)
			}
			m = typed(t, m, "j")
		}
		if cut*100 > c.percent*len(m.c.Shown) {
			t.Errorf("%d×%d: %d of %d titles are cut", c.w, c.h, cut, len(m.c.Shown))
		}
	}
}

// selectedText is what stands in the rows with the cursor, behind dates and signs,
// without spaces.
func selectedText(m *Model) string {
	var words []string
	for _, row := range strings.Split(ansi.Strip(m.Frame()), "\n") {
		if strings.HasPrefix(row, "▌") {
			runes := []rune(row)
			runes = runes[:min(m.lay.list.Dx(), len(runes))]
			words = append(words, strings.Fields(string(runes[15:len(runes)-6]))...)
		}
	}
	return strings.Join(words, "")
}

// Every event stands under the heading of its month or year, the heading stays at the
// top, and exact, all and loose together hide nothing unsaid.
func TestHeadingsAndFolds(t *testing.T) {
	t.Parallel()
	m := onTheDataset(t, 80, 24)
	header, _ := onTheDataset(t, 200, 24).header(200)
	long := header.draw(m.c.Theme, 200)
	for _, word := range []string{"key", "dated", "looser", "background"} {
		if !strings.Contains(long, word) {
			t.Errorf("the header counts %q, without %q", long, word)
		}
	}
	rows := map[string]int{}
	for _, mode := range []string{"exact", "all", "loose"} {
		if mode != "exact" {
			m = typed(t, m, "v")
		}
		seen := map[int]bool{}
		m = typed(t, m, "g")
		for range m.c.Shown {
			top := strings.Split(ansi.Strip(m.Frame()), "\n")[m.lay.list.Min.Y]
			if !strings.HasPrefix(top, "  ") || strings.TrimSpace(top) != strings.ToUpper(strings.TrimSpace(top)) {
				t.Fatalf("%s: the first row of the list is %q, no heading", mode, top)
			}
			if !seen[m.c.Pos] {
				seen[m.c.Pos] = true
				rows[mode]++
			}
			m = typed(t, m, "j")
		}
	}
	if rows["all"] != len(m.c.Shown) || rows["exact"] >= rows["all"] || rows["loose"] >= rows["all"] {
		t.Errorf("rows in each mode: %v, of %d events", rows, len(m.c.Shown))
	}
}

// A fold opens with enter and closes with escape; what is gone to is never left in a
// closed one.
func TestFoldsOpen(t *testing.T) {
	t.Parallel()
	m := onTheDataset(t, 120, 36)
	onFold := func() bool { return strings.Contains(selectedRow(m), "┆") }
	for !onFold() {
		m = typed(t, m, "j")
	}
	at := m.c.Pos
	if m = typed(t, m, "\r"); onFold() || m.c.Over != nil || m.c.Pos != at {
		t.Fatalf("enter on a fold: %q", selectedRow(m))
	}
	if m = typed(t, m, "\x1b"); !onFold() {
		t.Errorf("escape leaves the fold open: %q", selectedRow(m))
	}
	if m = typed(t, m, "t2012-aqis-created\r"); onFold() || m.reads() != "2012-aqis-created" {
		t.Errorf("going to a folded event ends at %q", selectedRow(m))
	}
	if m = typed(t, m, "gt2012\r"); onFold() {
		t.Errorf("going to a year ends on a fold: %q", selectedRow(m))
	}
}

func selectedRow(m *Model) string {
	for _, row := range strings.Split(ansi.Strip(m.Frame()), "\n") {
		if strings.HasPrefix(row, "▌") {
			return row
		}
	}
	return ""
}

// A reader who is new to a dataset is greeted once, and begins at the first key event.
func TestGreeting(t *testing.T) {
	t.Parallel()
	m := onTheDataset(t, 120, 36)
	i, _ := m.c.Current()
	if text := ansi.Strip(m.Frame()); !strings.Contains(text, "Five signs") || m.c.Data.Flags[i]&events.KeyEvent == 0 {
		t.Errorf("no greeting at a key event:\n%s", text)
	}
	if text := ansi.Strip(typed(t, m, "j").Frame()); strings.Contains(text, "Five signs") {
		t.Error("the greeting stays")
	}
	m = onTheDataset(t, 120, 36, func(c *Config) { c.Memory = session.Memory{Event: "2006-aqim-founded"} })
	if text := ansi.Strip(m.Frame()); strings.Contains(text, "Five signs") || m.reads() != "2006-aqim-founded" {
		t.Error("one who returns is greeted")
	}
}

// In the views of records letters narrow the list, and the counts are those of the
// filters.
func TestTypingNarrowsRecords(t *testing.T) {
	t.Parallel()
	m := typed(t, onTheDataset(t, 120, 36), "2belmo")
	if text := ansi.Strip(m.Frame()); !strings.Contains(text, "Mokhtar Belmokhtar") || strings.Contains(text, "Droukdel  ") {
		t.Errorf("typing does not narrow:\n%s", text)
	}
	if m = typed(t, m, "\r"); m.c.Query.String() != "actor:mokhtar-belmokhtar" {
		t.Errorf("enter filters by %s", m.c.Query)
	}
	m = typed(t, m, "3timbu")
	if text := ansi.Strip(m.Frame()); !strings.Contains(text, " of 14") {
		t.Errorf("the counts under the filter are not there:\n%s", text)
	}
	if m = typed(t, m, "\x1b"); !strings.Contains(ansi.Strip(m.Frame()), "type to narrow") {
		t.Error("escape does not empty what is typed")
	}
}

// What stands in header and footer can be clicked.
func TestBarsAreClicked(t *testing.T) {
	t.Parallel()
	m := onTheDataset(t, 120, 36)
	at := func(y int, text string) int {
		row := strings.Split(ansi.Strip(m.Frame()), "\n")[y]
		before, _, ok := strings.Cut(row, text)
		if !ok {
			t.Fatalf("%q lacks %q", row, text)
		}
		return ansi.StringWidth(before)
	}
	if m = send(m, click(at(0, "3 Places"), 0)); m.c.View.Info().ID != "places-view" {
		t.Errorf("a click in the header shows %s", m.c.View.Info().ID)
	}
	if m = send(m, click(at(0, "1 Time"), 0)); m.c.View.Info().ID != "timeline" {
		t.Errorf("a click in the header shows %s", m.c.View.Info().ID)
	}
	if m = send(m, click(at(35, "filter"), 35)); m.picking.Picker == nil {
		t.Error("a click on the footer's filter opens nothing")
	}
}

// Without signs of its own the whole screen is ASCII, and as wide as it was.
func TestASCIIScreen(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"", "jjj\r", "2", "z", "?", "a"} {
		m := typed(t, onTheDataset(t, 80, 24), keys)
		m.c.Signs = 2
		for _, row := range strings.Split(ansi.Strip(m.Frame()), "\n") {
			if len(row) != 80 || strings.ContainsFunc(row, func(r rune) bool { return r > 0x7e || r < 0x20 }) {
				t.Errorf("after %q: %q", keys, row)
			}
		}
	}
}

// Where the greeting has no pane of its own, the bottom line says where to begin.
func TestBriefGreeting(t *testing.T) {
	t.Parallel()
	m := onTheDataset(t, 80, 24)
	if text := plainFrame(m); !strings.Contains(text, "T tours") || !strings.Contains(text, "enter reads") {
		t.Errorf("no greeting:\n%s", text)
	}
	if text := plainFrame(typed(t, m, "j")); strings.Contains(text, "T tours") {
		t.Error("the greeting stays")
	}
}

// A pasted name narrows the records as if it were typed.
func TestPastingNarrowsRecords(t *testing.T) {
	t.Parallel()
	m := send(typed(t, onTheDataset(t, 120, 36), "2"), tea.PasteMsg{Content: " Mokhtar\nBelmokhtar\n"})
	if text := plainFrame(m); !strings.Contains(text, "> Mokhtar Belmokhtar") || strings.Contains(text, "Droukdel  ") {
		t.Errorf("pasting does not narrow:\n%s", text)
	}
}

// Below the heading that stays a title begins, wherever the list is moved to.
func TestTitlesBeginBelowTheHeading(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{40, 12}, {60, 20}, {100, 24}} {
		m := typed(t, onTheDataset(t, size[0], size[1]), "j")
		for range 60 {
			m = typed(t, m, "j")
			rows := strings.Split(plainFrame(m), "\n")
			top := m.lay.list.Min.Y + 1
			if row := rows[top]; m.lay.list.Dy() > 4 && strings.TrimSpace(row) != "" && strings.TrimSpace(paint.Fit(row, 10)) == "" {
				t.Fatalf("%v: the list begins with %q:\n%s", size, row, strings.Join(rows, "\n"))
			}
		}
	}
}
