// Package markup makes the light Markdown of a dataset, which is foreign text, safe
// inside a document of ours: as Markdown and as HTML.
package markup

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"timeline/internal/pattern"
	"timeline/internal/printable"
)

// Markdown is foreign Markdown that stands inside other Markdown: no HTML, no images,
// no headings, rules, tables or fences, and links only to the web. What it escapes is
// read as it is typed: nothing is left out.
func Markdown(s string) string {
	lines := strings.Split(Line(printable.Block(s)), "\n")
	for i, l := range lines {
		trimmed := strings.TrimLeft(l, " ")
		if trimmed != "" && strings.ContainsRune("#=-~`[|", rune(trimmed[0])) && !strings.HasPrefix(trimmed, "- ") && !link().MatchString(trimmed) {
			lines[i] = `\` + trimmed
		}
	}
	return strings.Join(lines, "\n")
}

// link matches a line that begins with a link to the web. What else begins with a
// bracket may be the address of a link, which is not printed.
var link = pattern.Lazy(`^\[[^][]*\]\(https?://`)

// Line escapes the HTML and images in foreign Markdown, and the links that
// do not lead to the web.
func Line(l string) string { return links(strings.ReplaceAll(l, "<", `\<`)) }

// links escapes the images in Markdown, and the links that do not lead to
// the web.
func links(l string) string {
	parts := strings.Split(strings.ReplaceAll(l, "![", `!\[`), "](")
	for i, to := range parts[1:] {
		if !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://") {
			parts[i] += `\`
		}
	}
	return strings.Join(parts, "](")
}

// renderer reads of CommonMark what [Prose] promises: HTML, headings, rules, fences and
// definitions are text like any other.
var renderer = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(goldmark.WithParser(parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
	)), goldmark.WithRendererOptions(html.WithWriter(textWriter{html.DefaultWriter})))
})

// textWriter writes text as it is printable where it came to stand: a character reference
// (&#27;) can hold any character, and a line begins behind the spaces that it had.
type textWriter struct{ html.Writer }

func (t textWriter) Write(w util.BufWriter, source []byte) {
	text := util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(source)))
	t.RawWrite(w, []byte(printable.Line(string(text))))
}

// Prose is foreign Markdown as HTML: paragraphs, lists, quotations, emphasis, code and
// links to the web. All else is printed as it is typed.
func Prose(s string) HTML {
	var b strings.Builder
	_ = renderer().Convert([]byte(links(printable.Block(s))), &b) // a strings.Builder takes all
	return HTML(b.String())
}
