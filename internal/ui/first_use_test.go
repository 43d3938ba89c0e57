package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/articles"
	"timeline/internal/english"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// What a first user stumbled over.

// Each line of a quotation stands beside its bar, whatever the width: a bar
// wider than Glamour reckons with broke the lines a second time.
func TestQuotationsWrapOnce(t *testing.T) {
	t.Parallel()
	quote := "By 1932 the League tightened its hold on the passes by imposing a ‘salt toll’ on any convoy that came up from the coast"
	for w := 24; w <= 110; w++ {
		for _, line := range paint.Markdown("> "+quote+"\n", w, theme.New(true, 0)) {
			if got := ansi.Strip(line); strings.TrimSpace(got) != "" && (!strings.HasPrefix(got, " ▏ ") || strings.Contains(got, "…") || paint.Width(got) != w) {
				t.Errorf("%d cells wide, a line of the quotation is %q", w, got)
			}
		}
	}
}

// Tab in a whole article opens the next article at its passage too.
func TestTabOpensTheNextArticleAtItsPassage(t *testing.T) {
	t.Parallel()
	notes := strings.Repeat("Nothing of note happened that week on the coast.\n\n", 60) + "It is said that three envoys climbed to the pass that spring.\n"
	m := browser(120, 36, func(c *Config) {
		d := c.Data
		c.Articles = func() (session.Articles, error) {
			return session.Articles{
				"ferro-1950":    articles.Read([]byte(ferro), d.Source("ferro-1950"), nil),
				"unsigned-1951": articles.Read([]byte(notes), d.Source("unsigned-1951"), nil),
			}, nil
		}
	})
	m = typed(t, m, "jj\r\r\t")
	if !strings.Contains(ansi.Strip(m.Frame()), "whole article") || m.c.Source != 1 {
		t.Fatal("tab does not open the article of the next source")
	}
	if !strings.Contains(ansi.Strip(m.Frame()), "three envoys climbed") {
		t.Errorf("the article did not open at the passage:\n%s", ansi.Strip(m.Frame()))
	}
}

// However many filters are on, and however long the selected event's date, the
// header says how many events they leave.
func TestHeaderKeepsTheCount(t *testing.T) {
	t.Parallel()
	for w := 40; w <= 160; w += 7 {
		m := typed(t, browser(w, 24), "Factor:anna-berg,omar-naji -place:old-harbour from:1931-01 to:1941-12\r")
		row, _, _ := strings.Cut(ansi.Strip(m.Frame()), "\n")
		if want := fmt.Sprintf("→ %d of %d", len(m.c.Shown), m.c.Data.Len()); !strings.Contains(row, want) {
			t.Errorf("%d cells wide the header is %q, without %q", w, row, want)
		}
	}
}

// In the views of actors, places and sources, what is about events brings their
// list back; nothing is done to an event that is out of sight.
func TestEventsAreNotChangedOutOfSight(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{"2]", "3}", "4<", "2:search\r", "3:go to a bookmark\r"} {
		if m := typed(t, browser(120, 36), keys); !m.c.View.Info().Timeline {
			t.Errorf("after %q the events are out of sight", keys)
		}
	}
	for _, keys := range []string{"2:set or rem\r", "4:copy cit\r", "3:along\r"} {
		m := typed(t, browser(120, 36), keys)
		if len(m.c.Marks) > 0 || m.c.Copied.Text != "" || !m.c.Notice.Warn {
			t.Errorf("%q does something to an event that is out of sight", keys)
		}
	}
	m := typed(t, browser(120, 36), "Fzebra\r2\r")
	if !m.c.View.Info().Timeline || len(m.c.Shown) == 0 {
		t.Error("enter on an actor lists nothing while the filters hide all events")
	}
}

// A group that is chosen with its members says so while its name is typed, and
// counts them.
func TestWideGroupSaysSo(t *testing.T) {
	t.Parallel()
	m := typed(t, browser(120, 36), "avl\x07")
	row := m.picking.rows[m.picking.cur]
	if !strings.Contains(row.Note, widely(false)) || row.Mark != '✓' {
		t.Errorf("the row of the group is %+v", row)
	}
	if want := english.Thousands(len(m.c.Shown)); row.Count != want {
		t.Errorf("the group counts %s events; %s are shown", row.Count, want)
	}
}

// What went wrong and what to do about it stands there in full, on as many rows
// as it takes.
func TestWarningsAreSpelledOut(t *testing.T) {
	t.Parallel()
	for _, w := range []int{40, 80} {
		m := typed(t, browser(w, 24), "Fdate:foo")
		if text := spaced(m.Frame()); !strings.Contains(text, spaced(m.asking.hint)) {
			t.Errorf("%d cells wide, the screen does not hold %q:\n%s", w, m.asking.hint, ansi.Strip(m.Frame()))
		}
		m = typed(t, browser(w, 24, func(c *Config) { c.Articles = nil }), "j\r\r")
		if text := spaced(m.Frame()); !m.c.Notice.Warn || !strings.Contains(text, spaced(m.c.Notice.Text)) {
			t.Errorf("%d cells wide, the screen does not hold %q:\n%s", w, m.c.Notice.Text, ansi.Strip(m.Frame()))
		}
	}
}

// spaced is the text with one space for each run of spaces and line ends.
func spaced(text string) string { return strings.Join(strings.Fields(ansi.Strip(text)), " ") }

// In a whole article each passage that the event rests on is marked, and the
// article opens at the first claim's.
func TestArticleMarksEveryPassage(t *testing.T) {
	t.Parallel()
	m := browser(120, 36, func(c *Config) {
		e := c.Data.Event(2)
		more := e.Claims[0]
		more.At.Number, more.Quote = 1, "It was to share the pasture and to keep the roads"
		e.Claims = append(e.Claims, more)
	})
	m = typed(t, m, "jj\r\r")
	frame := ansi.Strip(m.Frame())
	for _, words := range []string{"▌ Of the year after", "▌ In 1931 five villages"} {
		if !strings.Contains(frame, words) {
			t.Errorf("the screen does not mark %q:\n%s", words, frame)
		}
	}
}
