package draft

import (
	"path/filepath"
	"strings"

	"timeline/internal/pattern"
)

// Syntax is how a text is marked up.
type Syntax uint8

// The syntaxes.
const (
	Markdown Syntax = iota
	LaTeX
	Plain
	Org
)

// Syntaxes are the names of the syntaxes, in the order of their values.
func Syntaxes() []string { return []string{"markdown", "latex", "text", "org"} }

// SyntaxOf tells the syntax of a file by its name's ending, and without one that is
// known by what its text holds.
func SyntaxOf(name, text string) Syntax {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".mkd", ".qmd", ".rmd", ".mdown":
		return Markdown
	case ".tex", ".ltx", ".latex":
		return LaTeX
	case ".txt", ".text":
		return Plain
	case ".org":
		return Org
	}
	if latexSign().MatchString(text) {
		return LaTeX
	}
	return Markdown
}

var latexSign = pattern.Lazy(`\\(documentclass|begin\{|section\*?\{|(auto|foot|paren|text)?cite[tp]?[\[{]|enquote\{|emph\{)`)

// Read reads a text. Bytes that are no UTF-8 stay what they are.
func Read(text string, s Syntax) *Draft {
	d := newDraft(text)
	switch s {
	case LaTeX:
		readLaTeX(d)
	case Plain:
		readPlain(d)
	case Org:
		readOrg(d)
	default:
		readMarkdown(d)
	}
	d.preferences()
	return d
}

// preferLine is the line by which a text asks for a spelling, in a comment or in front
// matter: timeline: prefer abdelhamid-abu-zeid=Abou Zeid.
var preferLine = pattern.Lazy(`(?m)^[ \t]*(?:<!--|%+|#+)?[ \t]*timeline:[ \t]*prefer[ \t]+([^=\n]+)=([^\n]+?)[ \t\r]*(?:-->)?[ \t\r]*$`)

func (d *Draft) preferences() {
	for _, m := range preferLine().FindAllStringSubmatchIndex(d.source, -1) {
		d.Prefer = append(d.Prefer, Preference{
			Actor: strings.TrimSpace(d.source[m[2]:m[3]]), Spelling: strings.TrimSpace(d.source[m[4]:m[5]]), Offset: m[2],
		})
	}
}

// readPlain reads paragraphs between empty lines.
func readPlain(d *Draft) {
	for from := 0; from < len(d.source); {
		to := len(d.source)
		if m := emptyLines().FindStringIndex(d.source[from:]); m != nil {
			to = from + m[1]
		}
		var w writer
		w.prose(d.source[from:to], from)
		p, ok := w.done(Prose, to)
		d.add(p.withoutAddresses(), ok && !preferLine().MatchString(d.source[from:to]))
		from = to
	}
}

var emptyLines = pattern.Lazy(`\n[ \t\r]*\n\s*`)

// prose adds text in which TeX's quotation marks are signs.
func (w *writer) prose(s string, offset int) {
	for i := 0; i < len(s); {
		k := strings.IndexAny(s[i:], "`'")
		if k < 0 {
			w.raw(s[i:], offset+i)
			return
		}
		w.raw(s[i:i+k], offset+i)
		i += k
		switch {
		case strings.HasPrefix(s[i:], "``"):
			w.put("“", offset+i)
			i += 2
		case strings.HasPrefix(s[i:], "''"):
			w.put("”", offset+i)
			i += 2
		default:
			w.raw(s[i:i+1], offset+i)
			i++
		}
	}
}

var address = pattern.Lazy(`(?:https?|ftp)://[^\s<>“”"]+|www\.[^\s<>“”"]+|\b(?:doi|DOI):\s?10\.[^\s<>“”"]+`)

// withoutAddresses leaves web addresses out.
func (p Paragraph) withoutAddresses() Paragraph {
	var cuts []cut
	for _, m := range address().FindAllStringIndex(p.Text, -1) {
		to := m[0] + len(strings.TrimRight(p.Text[m[0]:m[1]], ".,;:!?)]}'’"))
		cuts = append(cuts, cut{from: m[0], to: to, note: -1})
	}
	return p.without(cuts)
}
