package draft

import (
	"math"
	"strings"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/pattern"
)

// latexReader reads a range of a text. It knows no macros but the common ones: of
// others the arguments are read as text.
type latexReader struct {
	d     *Draft
	s     string // the text up to where the range ends
	i     int
	w     writer
	kinds []Kind // of the environments that are open
	depth int    // of notes and titles
}

// maxDepth is how deep notes in notes are read.
const maxDepth = 20

func readLaTeX(d *Draft) {
	from, to := 0, len(d.source)
	if i := strings.Index(d.source, `\begin{document}`); i >= 0 {
		from = i + len(`\begin{document}`)
		if k := strings.Index(d.source[from:], `\end{document}`); k >= 0 {
			to = from + k
		}
	}
	r := latexReader{d: d, s: d.source[:to], i: from, kinds: []Kind{Prose}}
	r.read()
}

func (r *latexReader) kind() Kind { return r.kinds[len(r.kinds)-1] }

// flush ends the paragraph.
func (r *latexReader) flush() {
	p, ok := r.w.done(r.kind(), r.i)
	r.w = writer{}
	r.d.add(p.withoutAddresses(), ok)
}

func (r *latexReader) read() {
	for r.i < len(r.s) {
		if m := emptyLines().FindStringIndex(r.s[r.i:min(len(r.s), r.i+maxBlank)]); r.s[r.i] == '\n' && m != nil && m[0] == 0 {
			r.flush()
			r.i += m[1]
			continue
		}
		r.one()
	}
	r.flush()
}

// maxBlank is how far the next line with text is looked for.
const maxBlank = 200

// one reads the next piece of a paragraph. It always goes on.
func (r *latexReader) one() {
	start := r.i
	switch r.s[r.i] {
	case '\\':
		r.command()
	case '%':
		r.comment()
	case '{', '}':
		r.i++
	case '~', '\n':
		r.w.blank(r.i)
		r.i++
	case '$':
		r.math()
	case '`', '\'', '-':
		r.ligature()
	default:
		n := strings.IndexAny(r.s[r.i:], "\\%{}~$\n`'-")
		if n < 0 {
			n = len(r.s) - r.i
		}
		r.w.raw(r.s[r.i:r.i+n], r.i)
		r.i += n
	}
	r.i = max(r.i, start+1)
}

// ligature reads what TeX makes one sign of.
func (r *latexReader) ligature() {
	for _, l := range [...]struct{ in, out string }{{"``", "“"}, {"''", "”"}, {"---", "—"}, {"--", "–"}, {"`", "‘"}, {"'", "’"}, {"-", "-"}} {
		if strings.HasPrefix(r.s[r.i:], l.in) {
			r.w.put(l.out, r.i)
			r.i += len(l.in)
			return
		}
	}
}

// comment passes over a comment, the end of its line, and what the next begins with.
func (r *latexReader) comment() {
	n := strings.IndexByte(r.s[r.i:], '\n')
	if n < 0 {
		r.i = len(r.s)
		return
	}
	r.i += n + 1
	for r.i < len(r.s) && (r.s[r.i] == ' ' || r.s[r.i] == '\t') {
		r.i++
	}
}

// How far the end of an argument and that of mathematics is looked for, in bytes. It
// bounds what a text of nothing but beginnings costs.
const (
	maxArgument = 20_000
	maxMath     = 4_000
)

// math passes over mathematics.
func (r *latexReader) math() {
	sign := "$"
	if strings.HasPrefix(r.s[r.i:], "$$") {
		sign = "$$"
	}
	r.i += len(sign)
	rest := r.s[r.i:min(len(r.s), r.i+maxMath)]
	if m := emptyLines().FindStringIndex(rest); m != nil {
		rest = rest[:m[0]] // a sign without its fellow
	}
	if n := strings.Index(rest, sign); n >= 0 {
		r.i += n + len(sign)
	}
}

var commandName = pattern.Lazy(`\A\\([a-zA-Z]+\*?|.|\n)`)

// command reads a command and those of its arguments that are no text.
func (r *latexReader) command() {
	m := commandName().FindStringSubmatch(r.s[r.i:])
	if m == nil {
		r.i++
		return
	}
	at, name := r.i, m[1]
	r.i += len(m[0])
	if !isLetter(name[0]) {
		r.sign(name, at)
		return
	}
	switch {
	case signs[name] != "":
		r.w.put(signs[name], at)
		r.afterName()
	case accents[name] != 0:
		r.accent(accents[name], at)
	case name == "par":
		r.flush()
	case name == "item":
		r.flush()
		r.options(1)
	case name == "begin", name == "end":
		r.environment(name == "begin")
	case isCiteCommand(name):
		r.cites(strings.HasSuffix(strings.TrimSuffix(name, "*"), "s"))
	default:
		r.word(strings.TrimSuffix(name, "*"), name, at)
	}
}

// word reads a command that has a name of letters and is none of the special ones.
func (r *latexReader) word(name, whole string, at int) {
	switch {
	case quoting[name]:
		r.quoted(name, whole, at)
	case name == "footnote" || name == "endnote" || name == "footnotetext" || name == "thanks":
		r.options(1)
		r.aside(Note)
	case headings[name]:
		r.options(1)
		r.flush()
		r.aside(Heading)
	case dropped[name] > 0:
		r.options(many)
		for range dropped[name] {
			r.group()
		}
	default: // \emph{…}, \textit{…}, or one that we do not know: its argument is text
		r.options(many)
	}
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// sign reads a command of one sign: \%, \\, \'e.
func (r *latexReader) sign(name string, at int) {
	switch {
	case strings.ContainsAny(name, "%&$#_{}"):
		r.w.put(name, at)
	case name == "\\" || name == " " || name == "\n" || name == "," || name == ";":
		r.w.blank(at)
	case name == "[" || name == "(":
		closing := map[string]string{"[": `\]`, "(": `\)`}[name]
		if n := strings.Index(r.s[r.i:min(len(r.s), r.i+maxMath)], closing); n >= 0 {
			r.i += n + len(closing)
		}
	case accents[name] != 0:
		r.accent(accents[name], at)
	}
}

// accent reads the letter that an accent stands on.
func (r *latexReader) accent(mark rune, at int) {
	for r.i < len(r.s) && (r.s[r.i] == '{' || r.s[r.i] == ' ') {
		r.i++
	}
	if strings.HasPrefix(r.s[r.i:], `\i`) || strings.HasPrefix(r.s[r.i:], `\j`) { // without dots
		r.i++
		if r.i+1 < len(r.s) && r.s[r.i+1] == ' ' {
			defer r.afterName()
		}
	}
	if r.i >= len(r.s) || !isLetter(r.s[r.i]) {
		return
	}
	r.w.put(norm.NFC.String(r.s[r.i:r.i+1]+string(mark)), at)
	r.i++
}

// afterName passes over what ends a command's name.
func (r *latexReader) afterName() {
	switch {
	case strings.HasPrefix(r.s[r.i:], "{}"):
		r.i += 2
	case r.i < len(r.s) && r.s[r.i] == ' ':
		r.i++
	}
}

// environment begins or ends an environment.
func (r *latexReader) environment(begin bool) {
	from, to, ok := r.group()
	if !ok {
		return
	}
	r.flush()
	name := strings.TrimSuffix(r.s[from:to], "*")
	switch {
	case !begin:
		if len(r.kinds) > 1 {
			r.kinds = r.kinds[:len(r.kinds)-1]
		}
	case skipped[name]:
		end := `\end{` + r.s[from:to] + `}`
		if n := strings.Index(r.s[r.i:], end); n >= 0 {
			r.i += n + len(end)
		} else {
			r.i = len(r.s)
		}
	case blockQuotes[name]:
		r.options(many)
		r.kinds = append(r.kinds, BlockQuote)
	default:
		r.options(many)
		r.kinds = append(r.kinds, r.kind())
	}
}

// many is how many optional arguments are passed over where any number may stand.
const many = math.MaxInt

// options passes over optional arguments, and returns the text of the last.
func (r *latexReader) options(most int) (last string) {
	for range most {
		from, to, ok := r.between('[', ']')
		if !ok {
			break
		}
		last = strings.TrimSpace(unTeX.Replace(r.s[from:to]))
	}
	return last
}

// group returns the range of an argument in braces, and passes over it.
func (r *latexReader) group() (from, to int, ok bool) { return r.between('{', '}') }

func (r *latexReader) between(open, shut byte) (from, to int, ok bool) {
	i := r.i
	for i < len(r.s) && (r.s[i] == ' ' || r.s[i] == '\t' || r.s[i] == '\n' && open == '{') {
		i++
	}
	if i >= len(r.s) || r.s[i] != open {
		return 0, 0, false
	}
	braces := 0
	for k := i + 1; k < min(len(r.s), i+maxArgument); k++ {
		switch c := r.s[k]; {
		case c == '\\':
			k++
		case c == shut && braces == 0:
			r.i = k + 1
			return i + 1, k, true
		case c == '{':
			braces++
		case c == '}':
			braces--
		}
	}
	return 0, 0, false
}

// aside reads the next argument as a paragraph of its own.
func (r *latexReader) aside(kind Kind) {
	from, to, ok := r.group()
	if !ok || r.depth >= maxDepth {
		return
	}
	inner := latexReader{d: r.d, s: r.s[:to], i: from, kinds: []Kind{kind}, depth: r.depth + 1}
	before := len(r.d.Paragraphs)
	inner.read()
	if kind == Note && len(r.d.Paragraphs) > before {
		r.w.note(len(r.d.Paragraphs) - 1)
	}
}
