package frames

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// otherTerminal has its own opinion on how wide letters are: the width of each is that
// of its code points added, as many old terminals have it, and plus what wider says.
type otherTerminal struct {
	cells   [][]string
	x, y    int
	pending bool // the next letter goes to the row below
	wrap    bool
	wider   func(r rune) int
}

func newOtherTerminal(w, h int, wider func(r rune) int) *otherTerminal {
	t := &otherTerminal{wrap: true, wider: wider}
	for range h {
		t.cells = append(t.cells, strings.Split(strings.Repeat(" ", w), ""))
	}
	return t
}

// Write does what a frame consists of.
func (t *otherTerminal) Write(p []byte) (int, error) {
	parser := ansi.NewParser()
	var state byte
	for rest := p; len(rest) > 0; {
		seq, width, n, next := ansi.DecodeSequence(rest, state, parser)
		if width > 0 || seq[0] >= 0x80 {
			for _, r := range string(seq) {
				t.put(r)
			}
		} else {
			t.control(string(seq), parser)
		}
		rest, state = rest[n:], next
	}
	return len(p), nil
}

func (t *otherTerminal) control(seq string, p *ansi.Parser) {
	first, _ := p.Param(0, 1)
	second, _ := p.Param(1, 1)
	switch {
	case seq == ansi.SetModeAutoWrap || seq == ansi.ResetModeAutoWrap:
		t.wrap = seq == ansi.SetModeAutoWrap
	case strings.HasSuffix(seq, "H"):
		t.x, t.y, t.pending = second-1, first-1, false
	case strings.HasSuffix(seq, "G"):
		t.x, t.pending = first-1, false
	case strings.HasSuffix(seq, "K"):
		for x := t.x; x < len(t.cells[t.y]); x++ {
			t.cells[t.y][x] = " "
		}
	}
}

// put writes a code point where the cursor is.
func (t *otherTerminal) put(r rune) {
	row, width := t.cells[t.y], ansi.StringWidthWc(string(r))
	if width == 0 {
		return
	}
	width += t.wider(r)
	if t.pending || t.x+width > len(row) {
		t.pending = false
		if t.wrap {
			t.x, t.y = 0, min(t.y+1, len(t.cells)-1)
			row = t.cells[t.y]
		} else {
			t.x = max(len(row)-width, 0)
		}
	}
	for n := range min(width, len(row)) {
		row[t.x+n] = "~"
	}
	row[t.x] = string(r)
	if t.x += width; t.x >= len(row) {
		t.x, t.pending = len(row)-1, t.wrap
	}
}

func (t *otherTerminal) row(y int) string { return strings.Join(t.cells[y], "") }

// TestRowsDoNotDrift draws letters of doubtful width on terminals that take them to be
// wider: what stands in other rows, and the frames of what stands behind them, stay where
// they are, also when the row is changed.
func TestRowsDoNotDrift(t *testing.T) {
	t.Parallel()
	terminals := map[string]func(r rune) int{
		"sums":  func(rune) int { return 0 },
		"wider": func(r rune) int { return btoi(r > 0x2600 && r < 0x2800 || r >= 0xe000 && r < 0xf900) },
	}
	for name, wider := range terminals {
		for _, letter := range []string{"漢", "👩‍🔬", "👨‍👩‍👧‍👦", "❤️", "☀", "✓", "🇫🇷", "\ue0b0", "e\u0301", "क्षि", "م", "\u0ac6", "한"} {
			const w, h = 24, 3
			term := newOtherTerminal(w, h, wider)
			s := newScreen(term, w, h, colorprofile.TrueColor)
			s.entered = true
			width := ansi.StringWidth(letter)
			for _, text := range []string{"one", "two and more", "3"} {
				row := letter + " " + text
				row += strings.Repeat(" ", w-2-width-len(text)-1-width-1) + "│" + strings.Repeat(".", 2) + letter
				s.show(tea.View{Content: "above\n" + row + "\nbelow", AltScreen: true})
				s.draw()
				if got := strings.TrimRight(term.row(0)+"|"+term.row(2), " "); got != "above"+strings.Repeat(" ", w-5)+"|below" {
					t.Errorf("%s, %q: the other rows are %q", name, letter, got)
				}
				cells := term.cells[1]
				if at := w - 3 - width; cells[at] != "│" {
					t.Errorf("%s, %q: no line in cell %d of %q", name, letter, at, term.row(1))
				}
				if got := strings.Join(cells[width+1:width+1+len(text)], ""); got != text {
					t.Errorf("%s, %q: %q stands for %q in %q", name, letter, got, text, term.row(1))
				}
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
