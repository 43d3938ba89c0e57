package draft

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"timeline/internal/pattern"
	"timeline/internal/sorting"
)

// Pandoc's citations (https://pandoc.org/MANUAL.html#citation-syntax) and footnotes.
var (
	citeGroup = pattern.Lazy(`\[[^\[\]]*@[^\[\]]*\]`)
	citeKey   = pattern.Lazy(`(?:^|[\s;\[(,—–-])-?@(\{[^}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-][\p{L}\p{N}_])*)`)
	bareCite  = pattern.Lazy(`(?:^|[\s(,—–-])(-?@(\{[^}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-][\p{L}\p{N}_])*))(?: \[([^\[\]@]*)\])?`)
	noteMark  = pattern.Lazy(`\[\^([^\]\s]+)\]`)
)

// cuts finds what a paragraph leaves out: addresses, citations, and footnotes' marks,
// whose labels are returned in the order of the marks. Notes that stand in the text
// (^[…]) become paragraphs. The first cuts are made already.
func (r *markdownReader) cuts(p *Paragraph, first []cut) (labels []string, cuts []cut) {
	cuts = first
	if len(p.Text) > maxParagraph {
		return nil, cuts
	}
	free := func(from, to int) bool {
		return !slices.ContainsFunc(cuts, func(c cut) bool { return from < c.to && c.from < to })
	}
	label := map[int]string{} // by where the mark stands
	for _, m := range inlineNotes(p.Text) {
		note := p.part(m[0]+2, m[1]-1)
		note.Kind = Note
		if _, inner := r.cuts(&note, nil); inner != nil {
			for k := range inner {
				if inner[k].note == pending { // a mark of a note within a note: of that nothing is said
					inner[k].note, inner[k].cites = -1, nil
				}
			}
			note = note.without(inner)
		}
		r.d.add(note, true)
		cuts = append(cuts, cut{from: m[0], to: m[1], note: len(r.d.Paragraphs) - 1})
		label[m[0]] = ""
	}
	for _, m := range noteMark().FindAllStringSubmatchIndex(p.Text, -1) {
		if free(m[0], m[1]) {
			label[m[0]] = p.Text[m[2]:m[3]]
			key := Cite{Key: label[m[0]], Offset: p.Source(m[2])}
			cuts = append(cuts, cut{from: m[0], to: m[1], note: pending, cites: []Cite{key}})
		}
	}
	for _, m := range citeGroup().FindAllStringIndex(p.Text, -1) {
		if cites := p.group(m[0], m[1]); cites != nil && free(m[0], m[1]) {
			cuts = append(cuts, cut{from: m[0], to: m[1], note: -1, cites: cites})
		}
	}
	for _, m := range bareCite().FindAllStringSubmatchIndex(p.Text, -1) {
		if free(m[2], m[1]) {
			c := Cite{Key: unbraced(p.Text[m[4]:m[5]]), Offset: p.Source(m[4])}
			if m[6] >= 0 {
				c.Locator = p.Text[m[6]:m[7]]
			}
			cuts = append(cuts, cut{from: m[2], to: m[1], note: -1, cites: []Cite{c}})
		}
	}
	for _, m := range address().FindAllStringIndex(p.Text, -1) {
		if free(m[0], m[1]) {
			cuts = append(cuts, cut{from: m[0], to: m[1], note: -1})
		}
	}
	sorting.Records(cuts, func(a, b *cut) int { return cmp.Compare(a.from, b.from) })
	for _, c := range cuts {
		if c.note >= 0 {
			labels = append(labels, label[c.from])
		}
	}
	return labels, cuts
}

// group reads the citations of one pair of brackets: [see @a, para. 3; @b].
func (p *Paragraph) group(from, to int) []Cite {
	var cites []Cite
	for _, m := range citeKey().FindAllStringSubmatchIndex(p.Text[from:to], -1) {
		rest, _, _ := strings.Cut(p.Text[from+m[3]:to-1], ";")
		cites = append(cites, Cite{
			Key: unbraced(p.Text[from+m[2] : from+m[3]]), Offset: p.Source(from + m[2]),
			Locator: strings.TrimSpace(strings.TrimLeft(rest, ",: ")),
		})
	}
	return cites
}

// pending is the number of a note of which only the label is known.
const pending = math.MaxInt32

func unbraced(key string) string { return strings.Trim(key, "{}") }

// inlineNotes are the notes that stand in the text, brackets included.
func inlineNotes(s string) (found [][2]int) {
	for from := 0; ; {
		i := strings.Index(s[from:], "^[")
		if i < 0 {
			return found
		}
		i += from
		depth, end := 0, -1
		for k := i + 1; k < len(s) && end < 0; k++ {
			switch s[k] {
			case '[':
				depth++
			case ']':
				if depth--; depth == 0 {
					end = k + 1
				}
			}
		}
		if end < 0 {
			return found
		}
		found = append(found, [2]int{i, end})
		from = end
	}
}
