package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"timeline/internal/pattern"
)

// Span is a range of bytes of a paragraph's text.
type Span struct{ From, To int }

func (s Span) holds(pos int) bool { return s.From <= pos && pos < s.To }

// sentenceEnd is where a sentence may end: a full stop or the like, what closes after
// it, and white space.
var sentenceEnd = pattern.Lazy(`[.!?…]+[”’"'»)\]]*\s+`)

// Abbreviations after which a sentence goes on.
var abbreviations = set(`mr mrs ms dr prof gen col lt capt maj sgt st p pp para paras par pars n nn no nos vol ed
	eds trans cf ca c e.g i.e eg ie viz vs op cit ibid fig ch sec ff al u.s u.n u.k a.k.a aka etc approx jan feb mar apr
	jun jul aug sep sept oct nov dec fn art`)

// Sentences are the sentences of a paragraph, in order, without the white space between
// them.
func Sentences(text string) []Span {
	var spans []Span
	from := 0
	for _, m := range sentenceEnd().FindAllStringIndex(text, -1) {
		if m[0] < from || !endsSentence(text[from:m[0]+1], text[m[1]:]) {
			continue
		}
		spans = append(spans, Span{from, m[0] + len(strings.TrimRight(text[m[0]:m[1]], " "))})
		from = m[1]
	}
	if from < len(text) {
		spans = append(spans, Span{from, len(text)})
	}
	return spans
}

// endsSentence tells whether a sentence ends between two texts.
func endsSentence(before, after string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, "“‘\"'«([—– "))
	if !unicode.IsUpper(next) && !unicode.IsDigit(next) {
		return false
	}
	stop := before[len(before)-1]
	if stop != '.' {
		return true
	}
	word := before[:len(before)-1]
	if i := strings.LastIndexFunc(word, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("([“‘\"'", r) }); i >= 0 {
		_, n := utf8.DecodeRuneInString(word[i:])
		word = word[i+n:]
	}
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && unicode.IsUpper(r) {
		return false // an initial
	}
	return !abbreviations[strings.ToLower(word)]
}

// sentenceAt is the sentence that holds a byte of the text.
func sentenceAt(spans []Span, pos int) Span {
	for _, s := range spans {
		if pos < s.To {
			return s
		}
	}
	if len(spans) > 0 {
		return spans[len(spans)-1]
	}
	return Span{}
}
