package draft

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Kind is what a paragraph is.
type Kind uint8

// The kinds of paragraphs.
const (
	Prose      Kind = iota
	BlockQuote      // the words of somebody else
	Note            // a footnote or endnote
	Heading         // a heading, or a row of a table
)

// Draft is a text that was read.
type Draft struct {
	Paragraphs []Paragraph
	Prefer     []Preference // spellings that a line of the text asks for
	source     string
	lines      []int // where each line begins
}

// Paragraph is a stretch of text that belongs together, without markup. White space is
// single spaces; quotation marks of every markup are signs (“ ” ‘ ’).
type Paragraph struct {
	Kind  Kind
	Text  string
	Cites []Cite    // in the order of the text
	Notes []NoteRef // in the order of the text
	at    []int32   // per byte of Text, and one for its end: where in the source it comes from
}

// Cite is a citation by a key, which Text leaves out.
type Cite struct {
	Pos     int    // byte in Text where it stood
	Key     string // as written
	Locator string // what is written beside the key, such as "para. 3"; often empty
	Offset  int    // byte in the source where the key begins
}

// NoteRef is a mark that leads to a note, which Text leaves out.
type NoteRef struct {
	Pos  int // byte in Text where it stood
	Note int // the number of the note in Draft.Paragraphs; -1 if it is not in the text
}

// Preference asks for one spelling of an actor.
type Preference struct {
	Actor, Spelling string // as written
	Offset          int    // byte in the source
}

// Source returns the byte of the source that a byte of Text comes from. The end of Text
// is a place too.
func (p *Paragraph) Source(pos int) int { return int(p.at[pos]) }

// Place returns the line and the column of a byte of the source, both from one. Columns
// count characters.
func (d *Draft) Place(offset int) (line, column int) {
	offset = min(max(offset, 0), len(d.source))
	line, exact := slices.BinarySearch(d.lines, offset)
	if !exact {
		line--
	}
	return line + 1, utf8.RuneCountInString(d.source[d.lines[line]:offset]) + 1
}

func newDraft(source string) *Draft {
	d := &Draft{source: source, lines: []int{0}}
	for i := range len(source) {
		if source[i] == '\n' {
			d.lines = append(d.lines, i+1)
		}
	}
	return d
}

// writer puts a paragraph together.
type writer struct {
	p    Paragraph
	text []byte
	gap  int // one more than where white space began that is still to be written
}

// put adds text that stands for the source at offset; every byte of it comes from there.
func (w *writer) put(text string, offset int) {
	w.space()
	for range len(text) {
		w.p.at = append(w.p.at, int32(offset))
	}
	w.text = append(w.text, text...)
}

// raw adds text as it stands in the source from offset on.
func (w *writer) raw(text string, offset int) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			w.blank(offset + i)
			i += n
			continue
		}
		if invisible(r) {
			i += n
			continue
		}
		w.space()
		for k := range n {
			w.p.at = append(w.p.at, int32(offset+i+k))
		}
		w.text = append(w.text, text[i:i+n]...)
		i += n
	}
}

// invisible tells whether a sign is there for the typesetter only: a soft hyphen, a place
// to break a line or not to, the mark of a file's encoding.
func invisible(r rune) bool { return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff' }

// blank adds white space.
func (w *writer) blank(offset int) {
	if w.gap == 0 && len(w.text) > 0 {
		w.gap = offset + 1
	}
}

func (w *writer) space() {
	if w.gap > 0 {
		w.text = append(w.text, ' ')
		w.p.at = append(w.p.at, int32(w.gap-1))
		w.gap = 0
	}
}

// cite notes a citation at the end of what is written so far.
func (w *writer) cite(c Cite) {
	c.Pos = len(w.text)
	w.p.Cites = append(w.p.Cites, c)
}

// note notes a mark that leads to a note.
func (w *writer) note(n int) { w.p.Notes = append(w.p.Notes, NoteRef{len(w.text), n}) }

// done ends the paragraph; end is where it ends in the source.
func (w *writer) done(kind Kind, end int) (Paragraph, bool) {
	w.p.Kind, w.p.Text = kind, string(w.text)
	w.p.at = append(w.p.at, int32(end))
	return w.p, len(w.text) > 0 || len(w.p.Cites) > 0
}

// add keeps a finished paragraph.
func (d *Draft) add(p Paragraph, ok bool) {
	if ok {
		d.Paragraphs = append(d.Paragraphs, p)
	}
}

// cut is a range of a paragraph's text that is left out, and what is noted in its stead.
type cut struct {
	from, to int
	cites    []Cite
	note     int // of the paragraphs; -1 for none
}

// without leaves ranges out of a paragraph. They come in order and do not overlap.
func (p Paragraph) without(cuts []cut) Paragraph {
	if len(cuts) == 0 {
		return p
	}
	var w writer
	last := 0
	for _, c := range append(cuts, cut{from: len(p.Text), to: len(p.Text), note: -1}) {
		for i := last; i < c.from; i++ {
			if p.Text[i] == ' ' {
				w.blank(int(p.at[i]))
			} else {
				w.put(p.Text[i:i+1], int(p.at[i]))
			}
		}
		for _, k := range c.cites {
			w.cite(k)
		}
		if c.note >= 0 {
			w.note(c.note)
		}
		last = c.to
	}
	q, _ := w.done(p.Kind, int(p.at[len(p.Text)]))
	return q
}
