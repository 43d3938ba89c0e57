package articles

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"timeline/internal/events"
)

// Article is the text of a source, cleaned for reading.
type Article struct {
	Source string  // source id
	Exact  bool    // it is the very text that the layout was made from
	SHA256 string  // of the text, in hex; of the layout's text if Exact
	Blocks []Block // in reading order, notes last; page furniture is left out
	folds  []folded
}

// Block is one paragraph, heading, note or the like. Text is one line of NFC
// text without control characters, possibly empty.
type Block struct {
	At    events.Locator // of the layout if the article is Exact; else p1, p2 … in order
	Kind  string         // as events.Block.Kind
	Label string         // the number printed before a note ("[4]"), which Text leaves out
	Text  string
	Marks []Mark // note numbers that stand alone on a line of the text, in order
}

// Mark is a note's number that the text prints between the words before and
// after Offset, and that Text leaves out so that quotations match.
type Mark struct {
	Offset int    // byte in Text, at most its length
	Note   string // digits
}

// Read cleans a text for reading: lines are joined to blocks, page furniture is
// dropped, note marks and Markdown decorations are taken out of the words. src
// and layout may be nil. A text that is not the layout's own is cut at its
// blank lines; see Article.Exact.
func Read(text []byte, src *events.Source, layout *events.Layout) *Article {
	a := &Article{}
	switch {
	case src != nil:
		a.Source = src.ID
	case layout != nil:
		a.Source = layout.Source
	}
	if layout != nil {
		if same, ok := exactly(text, layout.SHA256); ok {
			a.Exact, a.SHA256 = true, layout.SHA256
			a.Blocks = byLayout(splitLines(same), layout)
		}
	}
	if !a.Exact {
		a.SHA256 = hashOf(text)
		a.Blocks = byBlankLines(splitLines(bytes.TrimPrefix(text, bom)))
	}
	a.folds = make([]folded, len(a.Blocks))
	for i := range a.Blocks {
		a.folds[i] = fold(a.Blocks[i].Text)
	}
	return a
}

var bom = []byte("\xef\xbb\xbf")

// exactly returns the text with that hash, if text or one of its variants is it.
func exactly(text []byte, sha string) ([]byte, bool) {
	for _, t := range variants(text) {
		if hashOf(t) == sha {
			return t, true
		}
	}
	return nil, false
}

// variants is text, and text as it was before an editor gave it a byte-order
// mark, other line ends or a last line end. None of these moves a word or a
// line.
func variants(text []byte) [][]byte {
	plain := bytes.ReplaceAll(bytes.TrimPrefix(text, bom), []byte("\r\n"), []byte("\n"))
	return [][]byte{text, plain, bytes.TrimSuffix(plain, []byte("\n")), append(bytes.Clone(plain), '\n')}
}

func hashOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// Block returns the number of the block with that locator. It is -1 if there is
// none or if the article is not Exact, as its locators then mean nothing.
func (a *Article) Block(at events.Locator) int {
	if !a.Exact {
		return -1
	}
	return slices.IndexFunc(a.Blocks, func(b Block) bool { return b.At == at })
}

// Passage returns the number of the block that the claim rests on: the one of
// its locator if the article is Exact, else the one that holds its quotation,
// or most of its first words. ok is false if there is none.
func (a *Article) Passage(c events.Claim) (block int, ok bool) {
	if a.Exact {
		block = a.Block(c.At)
		return max(block, 0), block >= 0
	}
	parts := cutParts(c.Quote)
	if len(parts) == 0 {
		return 0, false
	}
	if block, ok := a.holds(parts); ok {
		return block, true
	}
	const enough = 24 // bytes in common that cannot be chance
	best := min(enough, len(parts[0])) - 1
	for i := range a.Blocks {
		if _, n := a.fold(i).longestPrefix(parts[0]); n > best {
			block, best, ok = i, n, true
		}
	}
	return block, ok
}

// Spans returns where the quotation stands in the block: a byte range [from,
// to) of its Text for each part between two cuts […], in order. Parts that do
// not stand there are left out.
func (a *Article) Spans(block int, quote string) [][2]int {
	if block < 0 || block >= len(a.Blocks) {
		return nil
	}
	f, parts := a.fold(block), cutParts(quote)
	if hits, ok := f.find(parts, 0); ok {
		return f.spans(hits)
	}
	var hits [][2]int
	from := 0
	for _, p := range parts {
		if hit, ok := f.find([]string{p}, from); ok {
			hits = append(hits, hit...)
			from = hit[0][1]
		}
	}
	return f.spans(hits)
}

func (a *Article) fold(i int) folded {
	if len(a.folds) == len(a.Blocks) {
		return a.folds[i]
	}
	return fold(a.Blocks[i].Text) // an article that Read did not make
}

// Words is the article's length: the words of all its blocks.
func (a *Article) Words() int {
	n := 0
	for i := range a.Blocks {
		n += len(strings.Fields(a.Blocks[i].Text))
	}
	return n
}
