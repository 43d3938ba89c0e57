package paint

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/articles"
	"timeline/internal/ui/theme"
)

// TestArticlesAreLiteral draws blocks of articles of every kind, and finds exactly their
// words.
func TestArticlesAreLiteral(t *testing.T) {
	t.Parallel()
	th := theme.New(true, colorprofile.TrueColor)
	texts := []string{
		"*a* **b** _c_ `d` ~~e~~ [f](g) ![h](i) <b>j</b> &amp; \\k | l", "# not a heading", "1. no list", "12) no list", "- no list", "+ no list",
		"=== no underlining", "> no quotation", ": no definition", "http://example.org/a_b_c?d=e and www.example.org, ada@example.org",
		"al-Qa`ida and `code`", "[^1] and [1]: x", "* * *", "a * b", "“quoted.”", "ends in \\", "<!-- no comment", "| a | b |", "$x$ {y}",
	}
	for _, kind := range []string{"paragraph", "quote", "item", "standfirst", "note", "heading", "title", "byline", "caption"} {
		for _, text := range texts {
			a := &articles.Article{Blocks: []articles.Block{{Kind: kind, Text: text}}}
			got := strings.Join(strings.Fields(ansi.Strip(strings.Join(Markdown(a.Markdown(0), 200, th), "\n"))), " ")
			switch kind {
			case "item":
				got = strings.TrimPrefix(got, "• ")
			case "quote":
				got = strings.TrimPrefix(got, quoteBar+" ")
			}
			if got != text {
				t.Errorf("%s: %q is shown as %q, from %s", kind, text, got, a.Markdown(0))
			}
		}
	}
}
