package frames

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Long is for the tests outside of the package as well.
var Long = flag.Bool("long", false, "draw more frames and end more storms")

// pieces is what lines are made of: letters whose width is in doubt, marks, colours in
// every way of writing them, links, and what must not reach a terminal.
var pieces = []string{
	"timeline", "a", " ", "   ", "é", "—", "│", "█", "⠿", "漢字", "e\u0301", "\u0301", "👩‍🔬", "❤️", "½",
	"\x1b[1m", "\x1b[m", "\x1b[0m", "\x1b[0;38;2;10;20;30m", "\x1b[48;2;1;2;3m", "\x1b[4m", "\x1b[7m", "\x1b[3;9m", "\x1b[31;42m", "\x1b[38;5;99m",
	"\x1b]8;;https://example.org\x1b\\", "\x1b]8;;\x1b\\", "\t", "\r", "\x07", "\x1b[2J", "\x1b[H", "\xff", "\u202e", "\u009b31m", "\x1b",
}

func randomFrame(rng *rand.Rand, w, h int) string {
	rows := make([]string, rng.IntN(h+2))
	for y := range rows {
		for range rng.IntN(w / 2) {
			rows[y] += pieces[rng.IntN(len(pieces))]
		}
	}
	return strings.Join(rows, "\n")
}

// changed is a frame with some of its rows replaced or cut.
func changed(rng *rand.Rand, frame string, w, h int) string {
	rows, others := strings.Split(frame, "\n"), strings.Split(randomFrame(rng, w, h), "\n")
	for range rng.IntN(4) {
		y := rng.IntN(len(rows))
		switch rng.IntN(3) {
		case 0:
			rows[y] = others[rng.IntN(len(others))]
		case 1:
			rows[y] += others[rng.IntN(len(others))]
		default:
			rows[y] = rows[y][:rng.IntN(len(rows[y])+1)]
		}
	}
	return strings.Join(rows, "\n")
}

// emulated is a screen on a terminal that it has entered.
func emulated(w, h int) (*screen, *vt.Emulator) {
	emu := vt.NewEmulator(w, h)
	s := newScreen(emu, w, h, colorprofile.TrueColor)
	s.entered = true
	return s, emu
}

// TestChangesMakeTheFrame draws one frame over the other: the terminal then has the
// cells that it has when it is drawn the last frame alone.
func TestChangesMakeTheFrame(t *testing.T) {
	t.Parallel()
	seeds := uint64(12)
	if *Long {
		seeds = 600
	}
	for seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 2))
		w, h := 8+rng.IntN(40), 1+rng.IntN(6)
		s, emu := emulated(w, h)
		frame := randomFrame(rng, w, h)
		for n := range 20 {
			if frame = changed(rng, frame, w, h); rng.IntN(8) == 0 {
				frame = randomFrame(rng, w, h)
			}
			s.show(tea.View{Content: frame, AltScreen: true})
			s.draw()
			fresh, alone := emulated(w, h)
			fresh.show(tea.View{Content: frame, AltScreen: true})
			fresh.draw()
			if got, want := cellsOf(emu, w, h), cellsOf(alone, w, h); got != want {
				t.Fatalf("seed %d, frame %d of %d×%d:\n%q\nhas the cells\n%s\nwant\n%s", seed, n, w, h, frame, got, want)
			}
		}
	}
}

// cellsOf are the cells of a terminal, with their looks.
func cellsOf(emu *vt.Emulator, w, h int) string {
	var b strings.Builder
	for y := range h {
		for x := range w {
			c := emu.CellAt(x, y)
			if c == nil || c.Content == "" || c.Content == " " && (key{c.Style, c.Link}).showsNoBlank() {
				b.WriteString("·")
				continue
			}
			fmt.Fprintf(&b, "[%s%q%s]", c.Content, c.Style.String(), c.Link.URL)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestNothingElseIsWritten holds what is written to letters, looks, links, moves,
// erasures and the modes that a frame is wrapped in.
func TestNothingElseIsWritten(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 3))
		var out strings.Builder
		s := newScreen(&out, 30, 4, colorprofile.ANSI256)
		s.entered = true
		s.show(tea.View{Content: randomFrame(rng, 30, 4), AltScreen: true, Cursor: tea.NewCursor(1, 2)})
		s.draw()
		var state byte
		for rest := out.String(); rest != ""; {
			seq, width, n, next := ansi.DecodeSequence(rest, state, nil)
			rest, state = rest[n:], next
			known := width > 0 || strings.HasPrefix(seq, "\x1b[") && strings.ContainsRune("mHGK", rune(seq[len(seq)-1])) ||
				seq == ansi.SetModeAutoWrap || seq == ansi.ResetModeAutoWrap || seq == ansi.SetModeTextCursorEnable || seq == ansi.ResetModeTextCursorEnable ||
				strings.HasPrefix(seq, "\x1b]8;;") || strings.Trim(seq, "\u0301") == ""
			if !known {
				t.Fatalf("seed %d: %q was written in\n%q", seed, seq, out.String())
			}
		}
	}
}

// TestWhatTheFrameworkWrites passes through, with the frame behind it where the
// framework has the alternate screen, and nothing after it has given that back.
func TestWhatTheFrameworkWrites(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	s := newScreen(&out, 10, 2, colorprofile.TrueColor)
	step := func(written, begins, holds string) {
		t.Helper()
		out.Reset()
		if n, err := s.Write([]byte(written)); n != len(written) || err != nil {
			t.Errorf("%q: %d bytes written, error %v", written, n, err)
		}
		got := out.String()
		if !strings.HasPrefix(got, begins) || !strings.Contains(got, holds) || holds == "" && got != begins {
			t.Errorf("%q is written as %q", written, got)
		}
	}
	s.show(tea.View{Content: "here\nthere", AltScreen: true})
	step("a query", "a query", "")
	step("\x1b[?1049h\x1b[2J", "\x1b[?1049h\x1b[2J", "there")
	step("\x1b]52;c;\x07", "\x1b]52;c;\x07", "there")
	if s.away.Load() {
		t.Error("away before the screen is given back")
	}
	step("\x1b[1B\x1b[?1049l", "\x1b[H\x1b[1B\x1b[?1049l", "")
	if !s.away.Load() {
		t.Error("not away with the screen given back")
	}
	s.draw()
	step("the shell's", "the shell's", "")
	step("\x1b[?1049h", "\x1b[?1049h", "here")
	s.show(tea.View{Content: "in line"})
	step("of the framework", "of the framework", "")
}

// TestSameFrameIsSilent writes nothing for a frame that changes nothing, and only the
// cursor where only that has moved.
func TestSameFrameIsSilent(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	s := newScreen(&out, 10, 2, colorprofile.TrueColor)
	s.entered = true
	draw := func(frame string, c *tea.Cursor) string {
		out.Reset()
		s.show(tea.View{Content: frame, AltScreen: true, Cursor: c})
		s.draw()
		return out.String()
	}
	draw("one\ntwo", tea.NewCursor(1, 1))
	if got := draw("one  \n\x1b[1;33m\x1b[mtwo", tea.NewCursor(1, 1)); got != "" {
		t.Errorf("the same frame: %q", got)
	}
	if got, want := draw("one\ntwo", tea.NewCursor(2, 1)), "\x1b[?25l\x1b[2;3H\x1b[?25h"; got != want {
		t.Errorf("the cursor moves: %q, want %q", got, want)
	}
	if got, want := draw("one\ntwo", nil), "\x1b[?25l"; got != want {
		t.Errorf("the cursor goes: %q, want %q", got, want)
	}
	if got, want := draw("one\ntoo", nil), "\x1b[2;2Ho"; got != want {
		t.Errorf("a letter changes: %q, want %q", got, want)
	}
}
