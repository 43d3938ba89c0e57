package query

import (
	"strings"

	"timeline/internal/events"
)

// words are the words of a small dataset: those of its texts by their first two letters,
// so that a letter of a search looks at the words that begin with it, and not at all
// texts; and its titles, split.
type words struct {
	at     []textWord // by their letters, in order
	begin  [letters*letters + 1]int32
	titles []titleText
}

// textWord is where a word stands: the space before it, and the event.
type textWord struct{ at, event int32 }

// Letters that are told apart by words: those of ASCII, figures, the end, and the rest.
const (
	letters   = 26 + 10 + 2
	endLetter = letters - 2
	other     = letters - 1
)

// mostIndexed is up to how many bytes of texts words are indexed.
const mostIndexed = 4 << 20

// Prepare makes ready what a search for words in a dataset needs, which may take some
// milliseconds. What is not ready is only slower.
func Prepare(d *events.Dataset) {
	ix := indexOf(d)
	if len(d.Text.Bytes) > mostIndexed || d.Len() > chunkEvents || ix.words.Load() != nil {
		return
	}
	ix.words.Store(newWords(d))
}

func newWords(d *events.Dataset) *words {
	text := d.Text.Bytes
	w := &words{}
	var all []textWord
	for event := range d.Len() {
		start, end := d.Text.Bounds(event)
		for p := start; p < end; p++ {
			if text[p] == ' ' {
				all = append(all, textWord{int32(p), int32(event)})
				w.begin[bucket(text[p+1:])+1]++
			}
		}
	}
	for k := 1; k < len(w.begin); k++ {
		w.begin[k] += w.begin[k-1]
	}
	next := w.begin
	w.at = make([]textWord, len(all))
	for _, word := range all {
		k := bucket(text[word.at+1:])
		w.at[next[k]] = word
		next[k]++
	}
	for i := range d.Len() {
		w.titles = append(w.titles, split(titleIn(d, events.Index(i)), nil))
	}
	return w
}

// letterOf numbers a byte of a text.
func letterOf(c byte) int {
	switch {
	case c >= 'a' && c <= 'z':
		return int(c - 'a')
	case c >= '0' && c <= '9':
		return 26 + int(c-'0')
	case c == ' ':
		return endLetter
	}
	return other
}

// bucket numbers the first two letters of a word.
func bucket(word string) int {
	two := [2]int{endLetter, endLetter}
	for k := range min(len(word), 2) {
		two[k] = letterOf(word[k])
	}
	return two[0]*letters + two[1]
}

// with are the words that may begin as a needle does, of which the first byte is a space.
func (w *words) with(needle string) []textWord {
	from := bucket(needle[1:])
	to := from + 1
	if len(needle) < 3 { // any second letter will do
		from -= endLetter
		to = from + letters
	}
	return w.at[w.begin[from]:w.begin[to]]
}

// scan is textTest.scan of a chunk that is the whole dataset.
func (w *words) scan(c *chunk, t *textTest, needle string) {
	text := c.d.Text.Bytes
	for _, word := range w.with(needle) {
		hits, bit := &c.hits[word.event>>6], uint64(1)<<(word.event&63)
		if *hits&bit == 0 && strings.HasPrefix(text[word.at:], needle) && t.ends(text, int(word.at)+len(needle)) {
			*hits |= bit
		}
	}
}
