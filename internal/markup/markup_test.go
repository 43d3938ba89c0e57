package markup

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"timeline/internal/printable"
)

func TestProse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"one\ntwo", "<p>one\ntwo</p>\n"},
		{"a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>\n"},
		{"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
		{"# no heading", "<p># no heading</p>\n"},
		{"<script>alert(1)</script> &amp; x", "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; x</p>\n"},
		{"[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"},
		{"[x](https://example.org/a?b&c)", "<p><a href=\"https://example.org/a?b&amp;c\">x</a></p>\n"},
		{"![x](https://example.org/p.png)", "<p>![x](https://example.org/p.png)</p>\n"},
		{"a&#27;[31m &amp;#x9b; &#8238; &bell; &eacute;", "<p>a&lt;U+001B&gt;[31m &amp;#x9b; &lt;U+202E&gt; &amp;bell; é</p>\n"},
		{"[x](https://example.org 'y&#27;')", "<p><a href=\"https://example.org\" title=\"y&lt;U+001B&gt;\">x</a></p>\n"},
		{"a\x1b[31m", "<p>a&lt;U+001B&gt;[31m</p>\n"},
	} {
		if got := string(Prose(c.in)); got != c.want {
			t.Errorf("Prose(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"They met.\n\n# No heading", "They met.\n\n\\# No heading"},
		{"a\n---\n```\n~~~", "a\n\\---\n\\```\n\\~~~"},
		{"- item\n[a]: javascript:x", "- item\n\\[a]: javascript:x"},
	} {
		if got := Markdown(c.in); got != c.want {
			t.Errorf("Markdown(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}

// allowed are the elements that prose may be made of.
var allowed = []string{"html", "head", "body", "p", "em", "strong", "code", "ul", "ol", "li", "blockquote", "br", "a"}

// FuzzProse reads what is made of any text with another program: it holds no other
// elements, no attributes but addresses of the web, and no comments.
func FuzzProse(f *testing.F) {
	f.Add("<script>x</script>\n[a](javascript:x)\n<!-- c -->")
	f.Add("[a]: <x> \"y\"\n\n[a] ![b][a] <https://x.org/\"onload=y>")
	f.Add("&#27; &shy;&#x301; e&#x301; \\&amp;amp; &amp;#7; `&#7;`")
	f.Add("    indented <b>\n\n> q\n1. n\n***\n* * *\n&lt;img src=x onerror=y&gt;")
	f.Fuzz(func(t *testing.T, s string) {
		prose := string(Prose(s))
		if printable.Block(prose) != prose {
			t.Fatalf("%q for %q", prose, s)
		}
		root, err := html.Parse(strings.NewReader(prose))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			switch n.Type {

			case html.CommentNode:
				t.Fatalf("a comment for %q", s)
			case html.ElementNode:
				if !slices.Contains(allowed, n.Data) {
					t.Fatalf("<%s> for %q", n.Data, s)
				}
				for _, a := range n.Attr {
					web := n.Data == "a" && a.Key == "href" && (strings.HasPrefix(a.Val, "https://") || strings.HasPrefix(a.Val, "http://"))
					if !web && !(n.Data == "a" && a.Key == "title") && !(n.Data == "ol" && a.Key == "start") {
						t.Fatalf("<%s %s=%q> for %q", n.Data, a.Key, a.Val, s)
					}
				}
			}
		}
	})
}
