package printable

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Lines fit unless they are one word; words stay whole and nothing is lost.
func TestWrap(t *testing.T) {
	t.Parallel()
	const text = "see 2012-04-02-commanders-meet and averyveryverylongwordwithoutaspace, الجزائر 日本語"
	for room := 1; room < 100; room++ {
		lines := Wrap(text, room)
		for _, l := range lines {
			if ansi.StringWidth(l) > room && strings.Contains(l, " ") {
				t.Errorf("room %d: %q", room, l)
			}
		}
		if got := strings.Join(lines, " "); got != text {
			t.Errorf("room %d: lost or added: %q", room, got)
		}
	}
	for _, c := range []struct {
		text string
		room int
		want []string
	}{
		{"one two threefour five", 8, []string{"one two", "threefour", "five"}},
		{"  one two", 5, []string{"  one", "two"}},
		{"one  two", 0, []string{"one  two"}},
		{"one \u0301two three", 4, []string{"one \u0301two", "three"}},
		{"", 5, []string{""}},
	} {
		if got := Wrap(c.text, c.room); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d: got %q, want %q", c.text, c.room, got, c.want)
		}
	}
}
