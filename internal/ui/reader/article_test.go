package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/articles"
	"timeline/internal/ui/theme"
)

// A note that is quoted from keeps its number, and the words are marked where
// they stand.
func TestQuotedNoteKeepsItsNumber(t *testing.T) {
	a := &articles.Article{Blocks: []articles.Block{{Kind: "note", Label: "[9]", Text: "It is unclear which pass was meant."}}}
	t.Parallel()
	th := theme.New(true, colorprofile.TrueColor)
	for _, line := range passageLines(th, a, 0, []string{"unclear which pass"}, 60) {
		if got := strings.TrimRight(ansi.Strip(line), " "); got != " ▌ [9] It is unclear which pass was meant." {
			t.Errorf("the note is %q", got)
		}
		if !strings.Contains(line, th.Paint(theme.Match, "unclear which pass")) {
			t.Errorf("the quoted words are not marked in %q", line)
		}
	}
}
