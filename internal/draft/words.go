package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a word of a text that is compared with another.
type word struct {
	key      string // letters and digits, without accents' ways of writing, apostrophes and points inside numbers
	from, to int    // bytes of the text
	kind     wordKind
}

// wordKind says how freely a word is compared.
type wordKind uint8

const (
	plainWord wordKind = iota
	firstWord          // its capital may differ
	gapWord            // no word: words are left out here
	ownWord            // no word: words of the writer's own in brackets
	optional           // of a source: stands in brackets, and may be left out
)

// wordsOf are the words of a text. Hyphens and dashes part words; quotation marks and
// points count for nothing.
func wordsOf(text string) []word {
	var words []word
	start := -1
	flush := func(to int) {
		if start >= 0 {
			if key := keyOf(text[start:to]); key != "" {
				words = append(words, word{key: key, from: start, to: to})
			}
		}
		start = -1
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case isWord(r):
			if start < 0 {
				start = i
			}
		case start >= 0 && joins(text, i, r, n):
		default:
			flush(i)
		}
		i += n
	}
	flush(len(text))
	return words
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// joins tells whether a sign stands inside a word: an apostrophe between letters, a point
// or comma between digits.
func joins(s string, i int, r rune, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	switch r {
	case '\'', '’', '‘', '`', 'ʿ', 'ʾ', '´':
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	case '.', ',':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case '\u00ad':
		return true
	}
	return false
}

// keyOf is what of a word counts when words are compared.
func keyOf(w string) string {
	w = norm.NFKC.String(w)
	return strings.Map(func(r rune) rune {
		if isWord(r) {
			return r
		}
		return -1
	}, w)
}

// sourceWords are the words of a source's text; those in brackets, which its author put
// into what others wrote, are optional.
func sourceWords(text string) []word {
	words := wordsOf(text)
	open := -1
	for i := range text {
		switch text[i] {
		case '[':
			open = i
		case ']':
			for k := range words {
				if open >= 0 && words[k].from > open && words[k].to <= i {
					words[k].kind = optional
				}
			}
			open = -1
		}
	}
	return words
}

// unbroken joins the words of a quotation that a hyphen at the end of a line parts, where
// the sources know them as one.
func (c *corpus) unbroken(text string, words []word) []word {
	var joined []word
	for _, w := range words {
		if n := len(joined); n > 0 && strings.HasPrefix(text[joined[n-1].to:], "- ") && joined[n-1].to+len("- ") == w.from {
			if last := &joined[n-1]; len(c.index[strings.ToLower(last.key+w.key)]) > 0 {
				last.key, last.to = last.key+w.key, w.to
				continue
			}
		}
		joined = append(joined, w)
	}
	return joined
}

// quotedWords are the words of a quotation, with marks for what is left out (… ... […])
// and for words in brackets, which are the writer's own.
func quotedWords(text string) []word {
	var words []word
	for _, part := range quotedParts(text) {
		switch part.kind {
		case gapWord, ownWord, firstWord: // the last is a word with its letter in brackets
			words = append(words, part)
			continue
		}
		first := len(words) == 0 || words[len(words)-1].kind != plainWord && words[len(words)-1].kind != firstWord
		for k, w := range wordsOf(text[part.from:part.to]) {
			w.from, w.to = w.from+part.from, w.to+part.from
			if k == 0 && first {
				w.kind = firstWord
			}
			words = append(words, w)
		}
	}
	return words
}

// quotedParts cuts a quotation at its gaps and at words in brackets. A letter in brackets
// before others, [T]he, is a changed first letter: the word begins the next part, without
// its first letter's case.
func quotedParts(text string) []word {
	var parts []word
	from := 0
	add := func(i, to int, kind wordKind) {
		if from < i {
			parts = append(parts, word{from: from, to: i})
		}
		parts = append(parts, word{from: i, to: to, kind: kind})
		from = to
	}
	for i := 0; i < len(text); {
		n := gapAt(text[i:])
		switch {
		case n > 0:
			add(i, i+n, gapWord)
			i += n
		case text[i] == '[':
			end := strings.IndexByte(text[i:], ']')
			if end < 0 {
				i++
				continue
			}
			end += i + 1
			after, _ := utf8.DecodeRuneInString(text[end:])
			if utf8.RuneCountInString(text[i:end]) == 3 && unicode.IsLetter(after) {
				for end < len(text) {
					r, n := utf8.DecodeRuneInString(text[end:])
					if !isWord(r) && !joins(text, end, r, n) {
						break
					}
					end += n
				}
				add(i, end, firstWord)
				parts[len(parts)-1].key = keyOf(text[i:end])
			} else {
				add(i, end, ownWord)
			}
			i = end
		default:
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
		}
	}
	if from < len(text) {
		parts = append(parts, word{from: from, to: len(text)})
	}
	return parts
}

// gapAt is how long a mark of words left out is at the beginning of s, or 0.
func gapAt(s string) int {
	for _, mark := range [...]string{"[…]", "[...]", "[. . .]", "(…)", "(...)", ". . .", "...", "…"} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	return 0
}

// sameWord tells whether a word of a quotation is that of the text.
func sameWord(q, t word) bool {
	if q.key == t.key {
		return true
	}
	if q.kind != firstWord {
		return false
	}
	r, n := utf8.DecodeRuneInString(q.key)
	u, m := utf8.DecodeRuneInString(t.key)
	return unicode.ToLower(r) == unicode.ToLower(u) && q.key[n:] == t.key[m:]
}
