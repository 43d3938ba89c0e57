// Package bluemonday stands in for github.com/microcosm-cc/bluemonday, the sanitiser
// of HTML that Glamour links, by a replace directive in the go.mod of timeline.
// Glamour uses its strictest policy, which lets no tag through, for HTML inside
// Markdown. To say which tags are safe in a browser bluemonday brings parsers of HTML
// and of CSS, and compiles them before main: a fifth of the start, and 1 MB of the
// binary. What a terminal needs is this: no tag. What is between them is text, which
// timeline makes safe itself, whatever it holds (see internal/ui/paint).
package bluemonday

import "strings"

// Policy is the strictest policy.
type Policy struct{}

// StrictPolicy lets no tag through.
func StrictPolicy() *Policy { return &Policy{} }

// Sanitize returns the text without its tags and comments. A tag that is not closed
// goes with all after it.
func (*Policy) Sanitize(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "<")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		end := ">"
		if strings.HasPrefix(rest, "!--") {
			end = "-->"
		}
		_, s, _ = strings.Cut(rest, end)
	}
}
