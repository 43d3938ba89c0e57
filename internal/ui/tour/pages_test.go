package tour

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"timeline/internal/ui/theme"
)

// text makes n lines.
func text(name string, n int) []line {
	var lines []line
	for i := range n {
		lines = append(lines, line{{fmt.Sprintf("%s%d", name, i), theme.Ink}})
	}
	return lines
}

func words(lines []line) []string {
	var list []string
	for _, l := range lines {
		for _, s := range l {
			list = append(list, strings.TrimSpace(s.text))
		}
	}
	return list
}

// A thing stays together where a page has room for it; else it is split into pieces of
// about one length, and where a source says something stands with what it says.
func TestSplit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lines, head, most int
		want              []int
	}{
		{5, 0, 5, []int{5}}, {6, 0, 5, []int{3, 3}}, {9, 0, 4, []int{3, 3, 3}}, {5, 0, 4, []int{3, 2}},
		{4, 3, 4, []int{4}}, {7, 3, 4, []int{4, 3}}, {6, 3, 5, []int{4, 2}}, {3, 2, 1, []int{1, 1, 1}}, {0, 0, 3, []int{0}},
	} {
		var got []int
		var all []line
		for _, lines := range split(thing{lines: text("x", c.lines), head: c.head}, c.most) {
			got, all = append(got, len(lines)), append(all, lines...)
		}
		if !slices.Equal(got, c.want) || len(all) != c.lines {
			t.Errorf("%d lines with a head of %d on pages of %d: %v, not %v", c.lines, c.head, c.most, got, c.want)
		}
	}
}

// Whatever the room, pages hold all lines in their order, none is too long, and a head
// is never the last of its page.
func TestPartedHoldsAll(t *testing.T) {
	t.Parallel()
	list := []thing{{lines: text("a", 4), head: 2}, {lines: text("b", 9), head: 3}, {lines: text("c", 2)}, {lines: text("d", 1), close: true}, {lines: text("e", 5), head: 1}}
	for h := 1; h < 40; h++ {
		for _, top := range [][]line{nil, text("name", 1), text("name", 3)} {
			var got []string
			for _, p := range (body{h: h}).parted(top, list, 0) {
				if len(p.lines) > h {
					t.Errorf("room for %d lines: %v", h, words(p.lines))
				}
				on := slices.DeleteFunc(words(p.lines), func(w string) bool { return strings.HasPrefix(w, "name") })
				if last := on[len(on)-1]; h > 10 && slices.Contains([]string{"a0", "a1", "b0", "b1", "b2", "e0"}, last) {
					t.Errorf("room for %d lines: %v ends with a head", h, on)
				}
				got = append(got, on...)
			}
			if want := words(joined(list, 0)); !slices.Equal(got, want) {
				t.Errorf("room for %d lines: %v, not %v", h, got, want)
			}
		}
	}
}

// On a narrow measure the section that is cited is cut, and not its paragraph.
func TestCited(t *testing.T) {
	t.Parallel()
	const where = "Brandt, The Keepers of the Skerry and Their Lamps ¶12"
	for w, want := range map[int]string{80: where, 44: "Brandt, The Keepers of the Skerry and T… ¶12", 20: "Brandt, The Kee… ¶12"} {
		if got := cited(where, w); got != want {
			t.Errorf("%d cells: %q, not %q", w, got, want)
		}
	}
	if got := cited("Brandt, note 4", 40); got != "Brandt, note 4" {
		t.Errorf("%q", got)
	}
}
