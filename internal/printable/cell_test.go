package printable

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestOneCell compares what is taken to be one cell with what the terminals' two ways
// of measuring say, alone and before each other kind of character.
func TestOneCell(t *testing.T) {
	t.Parallel()
	const most = 0x30000
	certain := 0
	for r := rune(0); r < most; r++ {
		s := string(r)
		if Letter(s) && OneCell(s) != 1 {
			t.Errorf("%U is no letter of one cell", r)
		}
		if n := OneCell(s); n == 0 {
			continue
		} else if n != len(s) {
			t.Fatalf("%U: %d bytes of %d", r, n, len(s))
		}
		certain++
		if ansi.StringWidth(s) != 1 || ansi.StringWidthWc(s) != 1 || Line(s) != s {
			t.Errorf("%U is no character of one cell", r)
		}
	}
	if certain < 1000 {
		t.Errorf("only %d characters are known to take one cell", certain)
	}
	for _, first := range []string{"a", "é", "—", "│", "⠿", "©"} {
		for r := rune(1); r < most; r++ {
			s := first + string(r)
			if OneCell(s) == 0 {
				continue
			}
			if cluster, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth); cluster != first {
				t.Errorf("%q and %U are one character", first, r)
			}
		}
	}
	for _, s := range []string{"", "\x1b[m", "\t", "\x7f", "e\u0301", "│\u0301", "\u200e", "\u202e", "\xff", "a\xff", "漢"} {
		if OneCell(s) != 0 {
			t.Errorf("%q is taken to begin with a character of one cell", s)
		}
	}
}
