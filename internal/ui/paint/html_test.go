package paint

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/ui/theme"
)

// TestHTMLInMarkdownIsText holds the stand-in for the sanitiser of HTML to what it
// promises: no tag gets through, and what stands between tags stays text.
func TestHTMLInMarkdownIsText(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"a <b>bold</b> word":                       "a bold word",
		"<div>\ninside &amp; <em>out</em>\n</div>": "inside & out",
		"<!-- <b>not</b> said -->\n\nsaid":         "said",
		"1 < 2":                                    "1 < 2",
		"open <b":                                  "open <b",
	} {
		var rows []string
		for _, line := range Markdown(in, 60, theme.New(true, colorprofile.TrueColor)) {
			rows = append(rows, strings.TrimSpace(ansi.Strip(string(line))))
		}
		if got := strings.TrimSpace(strings.Join(rows, "\n")); got != want {
			t.Errorf("%q is rendered as %q, want %q", in, got, want)
		}
	}
}
