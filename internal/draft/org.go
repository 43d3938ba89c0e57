package draft

import (
	"bytes"
	"strings"

	"timeline/internal/pattern"
)

// Org mode's syntax: https://orgmode.org/worg/org-syntax.html.
var (
	orgBlock    = pattern.Lazy(`(?mi)^[ \t]*#\+begin_(?:src|example|export|comment)\b(?s:.*?)^[ \t]*#\+end_.*$`)
	orgDrawer   = pattern.Lazy(`(?mi)^[ \t]*:[\w-]+:[ \t]*$(?s:.*?)^[ \t]*:end:[ \t]*$`)
	orgQuote    = pattern.Lazy(`(?i)^#\+(begin|end)_(?:quote|verse)\b`)
	orgHeading  = pattern.Lazy(`^\*+[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)\b[ \t]*)?`)
	orgItem     = pattern.Lazy(`^(?:[-+]|\d+[.)])[ \t]+(?:\[[ X-]\][ \t]+)?`)
	orgAside    = pattern.Lazy(`^(?:#(?:\+|[ \t]|$)|:(?:[ \t]|$)|(?:SCHEDULED|DEADLINE|CLOSED):|\|-|-{5,}$)`)
	orgVerbatim = pattern.Lazy(`(?m)(?:^|[\s("'{-])([=~][^\s=~](?:[^=~\n]*[^\s=~])?[=~])(?:$|[\s).,;:!?"'}-])`)
	orgLink     = pattern.Lazy(`\[\[[^\]\n]+\](?:\[([^\]\n]+)\])?\]`)
	orgCite     = pattern.Lazy(`\[(cite(?:/[\w-]*){0,2}:)[^\]\n]*@`)
	orgNote     = pattern.Lazy(`\[(fn:)[\w-]+\]`)
)

// readOrg reads Org mode's text. What is no prose becomes spaces first, and citations and
// footnotes are written as Pandoc's, each as long as it was.
func readOrg(d *Draft) {
	src := []byte(d.source)
	blankOutAll(src, orgBlock(), 0)
	blankOutAll(src, orgDrawer(), 0)
	blankOutAll(src, orgVerbatim(), 1)
	for _, m := range orgLink().FindAllSubmatchIndex(src, -1) {
		if m[2] < 0 {
			m[2], m[3] = m[1], m[1]
		}
		blankOut(src[m[0]:m[2]])
		blankOut(src[m[3]:m[1]])
	}
	blankOutAll(src, orgCite(), 1)
	for _, m := range orgNote().FindAllSubmatchIndex(src, -1) {
		copy(src[m[2]:m[3]], "^fn")
	}
	r := &orgReader{markdownReader: markdownReader{d: d, source: src, label: map[string]int{}}}
	for at := 0; at < len(src); {
		end := at + len(src[at:])
		if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		r.line(string(src[at:end]), at)
		at = end
	}
	r.flush(len(src))
	r.leadMarks()
}

// orgReader puts the lines of paragraphs together.
type orgReader struct {
	markdownReader
	w    writer
	kind Kind // of the paragraphs at hand: Prose or BlockQuote
}

// flush ends the paragraph at hand.
func (r *orgReader) flush(end int) {
	if p, ok := r.w.done(r.kind, end); ok {
		r.add(p)
	}
	r.w = writer{}
}

// line reads a line that begins at a byte of the source.
func (r *orgReader) line(line string, at int) {
	text := strings.TrimLeft(line, " \t")
	indent := len(line) - len(text)
	rest := strings.TrimRight(text, " \t\r\n")
	if m := orgQuote().FindStringSubmatch(rest); m != nil {
		r.flush(at)
		r.kind = Prose
		if strings.EqualFold(m[1], "begin") {
			r.kind = BlockQuote
		}
		return
	}
	heading := ""
	if indent == 0 {
		heading = orgHeading().FindString(text)
	}
	row := strings.HasPrefix(rest, "|") && !strings.HasPrefix(rest, "|-")
	switch {
	case rest == "" || orgAside().MatchString(rest):
		r.flush(at)
	case heading != "" || row:
		r.flush(at)
		var w writer
		w.prose(text[len(heading):], at+indent+len(heading))
		if p, ok := w.done(Heading, at+len(line)); ok {
			r.add(p)
		}
	default:
		if item := orgItem().FindString(text); item != "" {
			r.flush(at)
			text, indent = text[len(item):], indent+len(item)
		} else if strings.HasPrefix(text, "[^fn") {
			r.flush(at)
		}
		r.w.prose(text, at+indent)
	}
}
