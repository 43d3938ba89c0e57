package articles_test

import (
	"testing"

	"timeline/internal/articles"
)

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
