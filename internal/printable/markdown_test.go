package printable

import "testing"

func TestMarkdown(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"plain – words.": "plain – words.",
		"- *a* <b> [c]":  `\- \*a\* \<b\> \[c\]`,
		"a - b + c = d":  "a - b + c = d",
		"x_y $1 @z &amp": `x\_y \$1 \@z \&amp`,
	} {
		if got := Markdown(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
