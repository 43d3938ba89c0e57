package canvas

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events/eventstest"
	"timeline/internal/ui/theme"
)

func TestText(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		room int
		want string
		end  int
	}{
		{"plain", 10, "..plain", 7},
		{"cut off", 4, "..cut…", 6},
		{"日本語", 4, "..日…", 5},
		{"Guidère", 10, "..Guidère", 9},
		{"e\u0301x", 10, "..éx", 4},
		{"none", 0, "..", 2},
		{"beyond the edge", 99, "..beyond t…", 11},
		{"a\x1b[31mb", 10, "..a<U+001B…", 11},
	} {
		c := New(11, 1)
		c.Fill(0, 0, 2, '.', theme.None)
		if end := c.Text(2, 0, test.text, theme.Ink, test.room); end != test.end {
			t.Errorf("%q ends at %d, want %d", test.text, end, test.end)
		}
		if got := strings.TrimSuffix(c.Plain(theme.Full), "\n"); got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
}

// Whatever is written where, a row is as wide as the canvas, and nothing of it
// acts on the terminal but looks.
func TestRows(t *testing.T) {
	t.Parallel()
	for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI, colorprofile.ASCII} {
		th := theme.New(true, profile)
		for _, signs := range []theme.Signs{theme.Full, theme.Blocks, theme.ASCII} {
			for i, bomb := range eventstest.Bombs(true) {
				c := New(40, 3)
				c.Text(i%40, 0, bomb, theme.Green, 30)
				c.Text(35, 1, bomb, theme.Force, 30)
				c.Fill(-3, 2, 100, '⣿', theme.Rule)
				c.Mark(0, i%3, 20)
				c.Set(99, 99, 'x', theme.Ink)
				for y, row := range c.Rows(th, signs) {
					if n := ansi.StringWidth(row); n != 40 {
						t.Fatalf("bomb %d, row %d: %d cells: %q", i, y, n, row)
					}
					plain := ansi.Strip(row)
					for _, r := range plain {
						if r < ' ' || r == 0x7f || signs == theme.ASCII && r > 0x7e {
							t.Fatalf("bomb %d, row %d: %q in %q", i, y, r, plain)
						}
					}
				}
			}
		}
	}
}

// Looks change as seldom as they can: spaces go with what is before them.
func TestFewChanges(t *testing.T) {
	t.Parallel()
	c := New(20, 1)
	for x := 0; x < 20; x += 4 {
		c.Set(x, 0, '┊', theme.Rule)
	}
	th := theme.New(true, colorprofile.TrueColor)
	if row := c.Rows(th, theme.Full)[0]; strings.Count(row, "\x1b") != 2 {
		t.Errorf("%q", row)
	}
	c.Mark(4, 0, 3)
	if row := c.Rows(th, theme.Full)[0]; !strings.Contains(row, string(th.On(true, theme.None))+"  "+ansi.ResetStyle+" ") {
		t.Errorf("the marked cells are not painted: %q", row)
	}
	if got := c.At(4, 0); got.Rune != '┊' || !got.Row || got.Role != theme.Rule {
		t.Errorf("%+v", got)
	}
	if got := c.At(-1, 9); got.Rune != ' ' {
		t.Errorf("outside is %+v", got)
	}
}

// A sign that covers half of a wide letter takes the whole of it away, so that the
// row keeps its width.
func TestHalfAWideLetterGoes(t *testing.T) {
	t.Parallel()
	for x, want := range []string{"a 本", " a本", "日a", "日 a"} {
		c := New(5, 1)
		c.Text(0, 0, "日本", theme.Ink, 5)
		c.Set(x, 0, 'a', theme.Ink)
		if got := c.Plain(theme.Full); got != want+"\n" {
			t.Errorf("at %d: %q, want %q", x, got, want)
		}
	}
	c := New(5, 1)
	c.Text(0, 0, "日本", theme.Ink, 5)
	c.Text(1, 0, "語", theme.Ink, 5)
	if got := c.Plain(theme.Full); got != " 語\n" {
		t.Errorf("%q", got)
	}
}

func TestPaste(t *testing.T) {
	t.Parallel()
	from := New(6, 2)
	from.Text(0, 0, "日本", theme.Ink, 6)
	from.Text(0, 1, "e\u0301x", theme.Ink, 6)
	to := New(8, 3)
	to.Text(0, 0, "語", theme.Ink, 8)
	to.Fill(0, 1, 8, '.', theme.None)
	to.Paste(1, 1, from)
	to.Paste(7, 0, from) // no room for the wide letter, and it ends the second row
	want := "語\n.日本  e\u0301\n e\u0301x\n"
	if got := to.Plain(theme.Full); strings.ReplaceAll(got, "é", "e\u0301") != want {
		t.Errorf("%q, want %q", got, want)
	}
}
