package articles_test

import (
	"strings"
	"testing"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"

	"timeline/internal/articles"
)

// TestMarkdownIsLiteral renders blocks of every kind, as the browser does, and
// finds exactly their words.
func TestMarkdownIsLiteral(t *testing.T) {
	t.Parallel()
	r, err := glamour.NewTermRenderer(glamour.WithStyles(ansi.StyleConfig{}), glamour.WithWordWrap(0))
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{
		"*a* **b** _c_ `d` ~~e~~ [f](g) ![h](i) <b>j</b> &amp; \\k | l", "# not a heading", "1. no list", "12) no list", "- no list", "+ no list",
		"=== no underlining", "> no quotation", ": no definition", "http://example.org/a_b_c?d=e and www.example.org, ada@example.org",
		"al-Qa`ida and `code`", "[^1] and [1]: x", "* * *", "a * b", "“quoted.”", "ends in \\", "<!-- no comment", "| a | b |", "$x$ {y}",
	}
	for _, kind := range []string{"paragraph", "quote", "item", "standfirst", "note", "heading", "title", "byline", "caption"} {
		for _, text := range texts {
			a := &articles.Article{Blocks: []articles.Block{{Kind: kind, Text: text}}}
			out, err := r.Render(a.Markdown(0))
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(strings.Fields(out), " ")
			if kind == "item" {
				got = strings.TrimPrefix(got, "• ")
			}
			if got != text {
				t.Errorf("%s: %q is shown as %q, from %s", kind, text, got, a.Markdown(0))
			}
		}
	}
}

func TestMarkdownMarks(t *testing.T) {
	t.Parallel()
	a := &articles.Article{Blocks: []articles.Block{
		{Kind: "paragraph", Text: "one two", Marks: []articles.Mark{{Offset: 3, Note: "1"}, {Offset: 7, Note: "2"}}},
		{Kind: "note", Label: "[14]"}, {Kind: "item", Text: "3. third"}, {Kind: "item", Text: "loose"}, {Kind: "paragraph"},
	}}
	for i, want := range []string{`one\[1\] two\[2\]`, `\[14\]`, `3\. third`, "- loose", ""} {
		if got := a.Markdown(i); got != want {
			t.Errorf("block %d: %q, want %q", i, got, want)
		}
	}
}
