package export

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// breakouts are texts that would leave the element or the attribute that they stand in.
var breakouts = []string{
	`"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `" autofocus onfocus="alert(1)`, "` onclick=alert(1)",
	"</title></style></script><script>alert(1)</script>", "</option></select><iframe src=x>", "--><svg onload=alert(1)>", "]]><p>", "&lt;b&gt; &#60;b&#62; &quot; onload=x",
	"javascript:alert(1)", "https://example.org/\"onmouseover=\"x'><b>", "https://example.org/?a=1&b=(2)'", "//example.org/x", "data:text/html,<script>alert(1)</script>",
	"%s %[1]s %!s(x) %d %%", "+ADw-script+AD4-",
}

// TestHostilePage puts such texts wherever a page has text, and reads it as a browser
// does: it has no element and no attribute that a harmless page has not.
func TestHostilePage(t *testing.T) {
	t.Parallel()
	ours := map[string]bool{}
	pageParts(t, hostilePage(t, "harmless"), func(part, _ string) { ours[part] = true })
	pageParts(t, parsePage(t, mustWrite(t, HTML, invented(), allRows(invented()))), func(part, _ string) { ours[part] = true })
	for _, prose := range []string{"em", "strong", "code", "ul", "ol", "ol start", "li", "blockquote", "br", "a", "a href", "a title"} {
		ours[prose] = true
	}
	for _, text := range append(breakouts, eventstest.Bombs(true)...) {
		if len(text) > 2_000 { // what is long takes long, and breaks out no better
			continue
		}
		page := hostilePage(t, text)
		checkPage(t, page, hostile("harmless").Len())
		pageParts(t, page, func(part, value string) {
			if !ours[part] {
				t.Fatalf("<%s=%q> for %q", part, value, text)
			}
		})
	}
}

// hostile is a dataset that is text in every field, addresses and types too.
func hostile(text string) *events.Dataset {
	d := eventstest.Hostile(text, "h")
	d.Sources[1].URL = "https://example.org/" + strings.ReplaceAll(text, " ", "")
	return d
}

func hostilePage(t *testing.T, text string) *html.Node {
	t.Helper()
	var b bytes.Buffer
	d := hostile(text)
	if _, err := Write(&b, HTML, d, allRows(d), Options{Title: text, Query: text}); err != nil {
		t.Fatal(err)
	}
	return parsePage(t, b.String())
}

// pageParts tells found of every element of a page, and of every attribute with the
// element that it belongs to.
func pageParts(t *testing.T, root *html.Node, found func(part, value string)) {
	t.Helper()
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			found(n.Data, "")
			for _, a := range n.Attr {
				found(n.Data+" "+a.Key, a.Val)
			}
		case html.CommentNode:
			t.Fatalf("a comment: %q", n.Data)
		}
	}
}
