package theme

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// Backgrounds that terminals usually have.
var backgrounds = map[bool][]string{
	true:  {"#000000", "#16181d", "#1e1e1e", "#282a36"},
	false: {"#ffffff", "#f6f8fa", "#fdf6e3", "#eff1f5"},
}

// sixteenOf are the 16 colours of xterm and of VGA.
var sixteenOf = map[string][]string{
	"xterm": strings.Fields("#000000 #cd0000 #00cd00 #cdcd00 #0000ee #cd00cd #00cdcd #e5e5e5 #7f7f7f #ff0000 #00ff00 #ffff00 #5c5cff #ff00ff #00ffff #ffffff"),
	"vga":   strings.Fields("#000000 #aa0000 #00aa00 #aa5500 #0000aa #aa00aa #00aaaa #aaaaaa #555555 #ff5555 #55ff55 #ffff55 #5555ff #ff55ff #55ffff #ffffff"),
}

// hex is a colour of the 256 as xterm shows it: a cube of 6 by 6 by 6, and greys.
func hex(t *testing.T, index string) string {
	n, err := strconv.Atoi(index)
	if err != nil || n < 16 || n > 255 {
		t.Fatalf("%q is none of the 240 fixed colours", index)
	}
	if n >= 232 {
		return fmt.Sprintf("#%02[1]x%02[1]x%02[1]x", 8+10*(n-232))
	}
	n -= 16
	step := []int{0, 95, 135, 175, 215, 255}
	return fmt.Sprintf("#%02x%02x%02x", step[n/36], step[n/6%6], step[n%6])
}

// luminance and contrast are as WCAG 2.2 defines them.
func luminance(t *testing.T, colour string) float64 {
	n, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil || len(colour) != 7 {
		t.Fatalf("%q is no colour", colour)
	}
	linear := func(c uint64) float64 {
		v := float64(c&255) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// All text has 4.5:1 on every usual background and on the selected row, in full
// colour and in 256; lines have 3:1.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, onDark := range []bool{true, false} {
		p := &light
		if onDark {
			p = &dark
		}
		for r := Ink; r < Roles; r++ {
			least := 4.5
			if r == Rule {
				least = 3
			}
			l := p.looks[r]
			some := hex(t, l.some)
			for _, bg := range backgrounds[onDark] {
				if r == Match {
					break
				}
				for depth, c := range map[string]string{"full": l.full, "256": some} {
					if got := contrast(t, c, bg); got < least {
						t.Errorf("dark %v, %s, role %d: %s on %s is %.2f:1", onDark, depth, r, c, bg, got)
					}
				}
			}
			if r == Rule || r == Water {
				continue // neither stands on the selected row
			}
			onRow := some
			if r == Shade && !onDark {
				onRow = hex(t, shadeOnLightRow)
			}
			row := p.row
			if r == Match {
				row = p.match
			}
			if got := contrast(t, l.full, row.full); got < 4.5 {
				t.Errorf("dark %v, role %d on its row: %.2f:1", onDark, r, got)
			}
			if got := contrast(t, onRow, hex(t, row.some)); got < 4.5 {
				t.Errorf("dark %v, role %d on its row in 256: %.2f:1", onDark, r, got)
			}
		}
	}
}

// The 16 colours are a terminal's own; those used stand out on black or white in
// the two commonest sets.
func TestContrastOfSixteen(t *testing.T) {
	t.Parallel()
	for set, colours := range sixteenOf {
		for _, p := range []*palette{&dark, &light} {
			bg := "#000000"
			if p == &light {
				bg = "#ffffff"
			}
			for r := Ink; r < Roles; r++ {
				few := p.looks[r].few
				if few == "" {
					continue
				}
				n, err := strconv.Atoi(few)
				if err != nil || n < 1 || n > 15 {
					t.Fatalf("%q is no number of 16", few)
				}
				least := 4.5
				if r == Rule {
					least = 2.5
				}
				if got := contrast(t, colours[n], bg); got < least {
					t.Errorf("%s on %s: role %d, colour %d is %.2f:1", set, bg, r, n, got)
				}
			}
		}
	}
}

// Without colour nothing but attributes is sent, and the selected row is marked all
// the same; every sequence begins by turning the last looks off.
func TestSequences(t *testing.T) {
	t.Parallel()
	for _, onDark := range []bool{true, false} {
		for _, profile := range []colorprofile.Profile{colorprofile.Unknown, colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			th := New(onDark, profile)
			for r := range Roles {
				for _, s := range []string{string(th.Look(r)), string(th.On(true, r))} {
					if s != "" && !strings.HasPrefix(s, "\x1b[0;") {
						t.Errorf("role %d: %q turns nothing off", r, s)
					}
					if profile == colorprofile.ASCII && strings.Trim(s, "\x1b[0;147m") != "" {
						t.Errorf("role %d without colour: %q", r, s)
					}
					if profile == colorprofile.ANSI && (strings.Contains(s, "38;") || strings.Contains(s, "48;")) {
						t.Errorf("role %d in 16 colours: %q", r, s)
					}
					if profile == colorprofile.ANSI256 && strings.Contains(s, "8;2;") {
						t.Errorf("role %d in 256 colours: %q", r, s)
					}
				}
				if th.On(true, r) == "" || th.On(true, r) == th.Look(r) && r != Match {
					t.Errorf("role %d is not marked on the selected row", r)
				}
				if got := ansi.Strip(th.Paint(r, "text") + th.On(true, r).Paint("text")); got != "texttext" {
					t.Errorf("role %d paints %q", r, got)
				}
			}
			if th.WholeRow() == (profile == colorprofile.ANSI || profile == colorprofile.ASCII) {
				t.Errorf("%v: whole row %v", profile, th.WholeRow())
			}
		}
	}
	if got := New(true, colorprofile.TrueColor).Paint(Blue, ""); got != "" {
		t.Errorf("nothing is painted as %q", got)
	}
	if got := New(true, colorprofile.TrueColor).Colour(Blue); got != "#82b1ff" {
		t.Errorf("blue is %q", got)
	}
}

func TestSigns(t *testing.T) {
	t.Parallel()
	for _, s := range []Signs{Full, Blocks, ASCII} {
		if got, err := ParseSigns(s.String()); got != s || err != nil {
			t.Errorf("%v: %v, %v", s, got, err)
		}
	}
	if _, err := ParseSigns("emoji"); err == nil || !strings.Contains(err.Error(), `"emoji"`) {
		t.Errorf("emoji: %v", err)
	}
	if SignsOf("linux") != ASCII || SignsOf("xterm-256color") != Full {
		t.Error("terminals get the wrong signs")
	}
	for from, want := range map[rune]rune{'⠁': '▘', '⠈': '▝', '⡀': '▖', '⢀': '▗', '⣿': '█', '⠀': ' ', '▒': '▒', '×': '×'} {
		if got := Blocks.Rune(from); got != want {
			t.Errorf("%q in blocks: %q, want %q", from, got, want)
		}
	}
	for from, want := range map[rune]rune{'⠁': '\'', '⠀': ' ', 'é': 'e', 'A': 'A', 'ع': '?', '…': '.'} {
		if got := ASCII.Rune(from); got != want {
			t.Errorf("%q in ASCII: %q, want %q", from, got, want)
		}
	}
	// What can stand in one row of lanes must stay apart.
	seen := map[rune]rune{}
	for _, r := range "×◇▲†¶§○●≡*·─┄░━├┤△┊" {
		c := ASCII.Rune(r)
		if other, ok := seen[c]; ok || c == '?' && r != '△' {
			t.Errorf("%q and %q are both %q", other, r, c)
		}
		seen[c] = r
	}
}

func TestDotsInASCII(t *testing.T) {
	t.Parallel()
	for dots, want := range map[rune]rune{'⠀': ' ', '⠁': '\'', '⣀': '.', '⡇': '|', '⢸': '|', '⠔': '/', '⠊': '/', '⣿': ':', '⠑': '\''} {
		if got := ASCII.Rune(dots); got != want {
			t.Errorf("%c is %c, want %c", dots, got, want)
		}
	}
}
