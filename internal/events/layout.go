package events

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Layout numbers the blocks of a source's text and accounts for each of them:
// which events it yields, or why it yields none. It holds no words of the
// source but its headings.
type Layout struct {
	Source string
	SHA256 string // of the text, exactly as received, that the line numbers refer to
	Words  int    // words in the blocks that count (furniture left out)
	Blocks []Block
	byAt   map[Locator]int
}

// Block is one paragraph, note, heading or the like.
type Block struct {
	At      Locator
	Kind    string // paragraph, quote, item, standfirst, note, heading, title, byline, date, caption, biography, furniture
	Lines   []LineRange
	Heading string // the heading's own words, for kind heading
	Section string // the heading that it stands under; empty before the first
	Para    int    // number among the body paragraphs of its section, from one
	Events  []string
	None    string // why it yields no event

	unheaded bool // the text has no headings: its paragraphs are numbered through
}

// LineRange is a run of lines of the text, from one, both ends inclusive.
type LineRange struct{ From, To int }

// Block returns the block of that locator, or nil.
func (l *Layout) Block(at Locator) *Block {
	if i, ok := l.byAt[at]; ok {
		return &l.Blocks[i]
	}
	return nil
}

// Where puts the block's place into words: "The Meeting in Timbuktu ¶1".
func (b *Block) Where() string {
	n := strconv.Itoa(int(b.At.Number))
	switch b.At.Kind {
	case 'p':
		para := "¶" + strconv.Itoa(b.Para)
		if b.unheaded {
			return para
		}
		return cmp.Or(b.Section, "opening") + " " + para
	case 'n':
		return "note " + n
	case 'c':
		return "caption"
	case 'b':
		return "note on the author"
	case 'h':
		if b.Kind != "heading" {
			return b.Kind
		}
		return "heading “" + b.Heading + "”"
	}
	return b.At.String()
}

// number fills in what follows from the order of the blocks: sections, the
// paragraph's number in its section, and the index.
func (l *Layout) number() {
	l.byAt = make(map[Locator]int, len(l.Blocks))
	section, para := "", 0
	headed := slices.ContainsFunc(l.Blocks, func(b Block) bool { return b.Kind == "heading" })
	for i := range l.Blocks {
		b := &l.Blocks[i]
		b.unheaded = !headed
		if b.Kind == "heading" {
			section, para = strings.TrimSpace(b.Heading), 0
		}
		b.Section = section
		if b.At.Kind == 'p' {
			para++
			b.Para = para
		}
		l.byAt[b.At] = i
	}
}

// Record is what was proven of the quotations, and against which texts.
type Record struct {
	Texts  map[string]string // source id → SHA-256 of the article's text as received
	Quotes map[string]string // "event/n" (n-th claim, from one) → SHA-256 of the normalised quotation and its locator
}
