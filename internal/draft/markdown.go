package draft

import (
	"bytes"
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"timeline/internal/pattern"
)

// markdownReader walks the tree that Goldmark makes of a text.
type markdownReader struct {
	d      *Draft
	source []byte // what Goldmark reads: as long as the text itself
	label  map[string]int
	marks  []mark
}

// mark is a footnote's mark, until it is known where the note is.
type mark struct {
	paragraph, ref int
	label          string
}

var (
	// frontMatter is YAML or TOML between two rules, at the very beginning.
	frontMatter = pattern.Lazy(`\A\x{feff}?(?:---[ \t]*\r?\n(?s:.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(?s:.*?)\n\+\+\+)[ \t]*(?:\r?\n|\z)`)
	// definition is where a footnote is defined. Goldmark would read some as links.
	definition = pattern.Lazy(`(?m)^ {0,3}\[\^[^\]\s]+\]:`)
	// innerTick is an apostrophe of transliteration (al-Qa`ida), which begins no code.
	innerTick = pattern.Lazy("\\pL`\\pL")
	fence     = pattern.Lazy(`(?m)^ {0,3}:{3,}.*$`)
)

func readMarkdown(d *Draft) {
	src := []byte(d.source)
	blankOutAll(src, frontMatter(), 0)
	blankOutAll(src, fence(), 0)
	for _, m := range innerTick().FindAllIndex(src, -1) {
		src[m[0]+bytes.IndexByte(src[m[0]:m[1]], '`')] = '\''
	}
	for _, m := range definition().FindAllIndex(src, -1) {
		src[m[1]-1] = ' '
	}
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Linkify, extension.Strikethrough))
	r := &markdownReader{d: d, source: src, label: map[string]int{}}
	r.block(md.Parser().Parse(text.NewReader(src)), Prose)
	r.leadMarks()
}

// leadMarks leads the footnotes' marks to the notes.
func (r *markdownReader) leadMarks() {
	for _, m := range r.marks {
		ref := &r.d.Paragraphs[m.paragraph].Notes[m.ref]
		ref.Note = -1
		if n, ok := r.label[m.label]; ok {
			ref.Note = n
		}
	}
}

// blankOut makes bytes spaces, and leaves the ends of lines.
func blankOut(b []byte) {
	for i := range b {
		if b[i] != '\n' {
			b[i] = ' '
		}
	}
}

// blankOutAll blanks out what a group of a form matches.
func blankOutAll(src []byte, form *regexp.Regexp, group int) {
	for _, m := range form.FindAllSubmatchIndex(src, -1) {
		blankOut(src[m[2*group]:m[2*group+1]])
	}
}

// block reads what a block holds.
func (r *markdownReader) block(n ast.Node, kind Kind) {
	switch n.(type) {
	case *ast.Heading, *extast.TableHeader, *extast.TableRow:
		r.paragraph(n, Heading)
		return
	case *ast.Paragraph, *ast.TextBlock:
		r.paragraph(n, kind)
		return
	case *ast.Blockquote:
		kind = BlockQuote
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.block(c, kind)
	}
}

// paragraph reads a block of text. A footnote's definitions may stand one below the
// other in it.
func (r *markdownReader) paragraph(n ast.Node, kind Kind) {
	var w writer
	end := 0
	r.inline(&w, n, &end)
	p, ok := w.done(kind, end)
	if !ok {
		return
	}
	for _, part := range splitNotes(p) {
		r.add(part)
	}
}

// add keeps a paragraph, with its marks and citations told from its text.
func (r *markdownReader) add(p Paragraph) {
	label := ""
	var first []cut
	if m := noteLabel().FindStringSubmatchIndex(p.Text); m != nil {
		label = p.Text[m[2]:m[3]]
		first = []cut{{to: m[1], note: -1, cites: []Cite{{Key: label, Offset: p.Source(m[2])}}}}
		p.Kind = Note
	}
	marks, cuts := r.cuts(&p, first)
	p = p.without(cuts)
	number := len(r.d.Paragraphs)
	r.d.add(p, p.Text != "" || len(p.Cites) > 0)
	if label != "" {
		r.label[label] = number
	}
	for i, l := range marks {
		if l != "" {
			r.marks = append(r.marks, mark{number, i, l})
		}
	}
}

// noteLabel is how a footnote's definition begins; its colon is blanked out.
var noteLabel = pattern.Lazy(`\A\[\^([^\]\s]+)\](?: |\z)`)

var laterNote = pattern.Lazy(` (\[\^[^\]\s]+\]) `)

// splitNotes cuts a paragraph of several footnote definitions, which need no empty line
// between them, apart.
func splitNotes(p Paragraph) []Paragraph {
	if !noteLabel().MatchString(p.Text) {
		return []Paragraph{p}
	}
	var parts []Paragraph
	from := 0
	for _, m := range laterNote().FindAllStringSubmatchIndex(p.Text, -1) {
		parts = append(parts, p.part(from, m[2]))
		from = m[2]
	}
	return append(parts, p.part(from, len(p.Text)))
}

// part is a range of a paragraph that has no citations yet.
func (p Paragraph) part(from, to int) Paragraph {
	return Paragraph{Kind: p.Kind, Text: p.Text[from:to], at: p.at[from : to+1 : to+1]}
}

// inline reads what a block of text holds.
func (r *markdownReader) inline(w *writer, n ast.Node, end *int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.text(w, string(c.Segment.Value(r.source)), c.Segment.Start)
			*end = max(*end, c.Segment.Stop)
			if c.SoftLineBreak() || c.HardLineBreak() {
				w.blank(c.Segment.Stop)
			}
		case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *ast.Image:
		case *extast.TableCell:
			r.inline(w, c, end)
			w.blank(*end)
		default:
			r.inline(w, c, end)
		}
	}
}

// text adds text with its escapes and entities read.
func (r *markdownReader) text(w *writer, s string, offset int) {
	from := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte(punctuation, s[i+1]) >= 0:
			w.raw(s[from:i], offset+from)
			from = i + 1
			i++
		case s[i] == '&':
			m := entity().FindString(s[i:])
			if sign := html.UnescapeString(m); sign != m {
				w.raw(s[from:i], offset+from)
				if strings.TrimSpace(sign) == "" {
					w.blank(offset + i)
				} else {
					w.put(sign, offset+i)
				}
				from = i + len(m)
				i = from - 1
			}
		}
	}
	w.raw(s[from:], offset+from)
}

const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

var entity = pattern.Lazy(`\A&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});`)
