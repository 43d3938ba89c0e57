package paint

import (
	"strings"
	"testing"

	"charm.land/glamour/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/ui/theme"
)

// TestReaderIsGlamours holds our putting together of Glamour to its own: Markdown of
// every kind that it knows is drawn the same.
func TestReaderIsGlamours(t *testing.T) {
	t.Parallel()
	text := strings.Join([]string{
		"# One", "## Two", "### Three", "Plain *emphasis* **strong** ~~struck~~ `code` www.example.org https://example.org/a?b=c ada@example.org.",
		"> quoted\n> > twice", "- item\n  - nested\n- [x] done\n- [ ] to do", "1. one\n2. two", "term\n: its definition",
		"| a | b |\n|---|--:|\n| [link](https://example.org) | a long cell that has to wrap at the width of the pane, which is narrow |",
		"[link](https://example.org \"title\") ![picture](https://example.org/p.png)", "***", "```go\ncode\n```", "    indented", "<b>HTML</b> &amp; a[^1]", "[^1]: note",
	}, "\n\n")
	th := theme.New(true, colorprofile.TrueColor)
	for _, w := range []int{20, 60, 84} {
		theirs, err := glamour.NewTermRenderer(glamour.WithStyles(looks(th)), glamour.WithWordWrap(w), glamour.WithTableWrap(true))
		if err != nil {
			t.Fatal(err)
		}
		want, err := theirs.Render(text)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		if err := reader(w, looks(th)).Convert([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		if got.String() != want {
			t.Errorf("at %d cells:\n%s\nwant\n%s", w, got.String(), want)
		}
	}
}
