package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quotations are the ranges of a paragraph's text between quotation marks, without the
// marks, in order and without those inside others. A block quotation is one as a whole.
func Quotations(p *Paragraph) []Span {
	if p.Kind == BlockQuote {
		return []Span{quoteBlock(p.Text)}
	}
	var spans []Span
	looked := map[rune]int{} // up to where nothing closes what a sign opens
	for i := 0; i < len(p.Text); {
		r, n := utf8.DecodeRuneInString(p.Text[i:])
		if opens(p.Text, i, r, n) {
			stop := min(len(p.Text), i+maxQuotation)
			if end := closes(p.Text[:stop], max(i+n, looked[r]), r); end > i {
				spans = append(spans, Span{i + n, end})
				i = end
				_, n = utf8.DecodeRuneInString(p.Text[i:])
			} else if r != '"' { // of those the next one ends the search
				looked[r] = stop
			}
		}
		i += n
	}
	return spans
}

// opens tells whether the sign at i opens a quotation.
func opens(s string, i int, r rune, n int) bool {
	switch r {
	case '“', '«', '„', '‹':
		return true
	case '‘', '"', '\'':
	default:
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	start := i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/", before)
	if r == '"' {
		return start && !unicode.IsSpace(after)
	}
	return start && (unicode.IsLetter(after) || after == '[' || after == '…')
}

// fellows are the signs that close what a sign opens.
var fellows = map[rune]string{'“': "”", '«': "»", '„': "“”", '‹': "›", '"': "\"", '‘': "’", '\'': "'’"}

// maxQuotation is how far the end of a quotation is looked for, in bytes. It bounds what a
// text of nothing but opening marks costs.
const maxQuotation = 8_000

// closes is where the quotation that r opened before i is closed, or -1.
func closes(s string, i int, r rune) int {
	depth := 0
	for k, c := range s[min(i, len(s)):] {
		k += i
		n := utf8.RuneLen(c)
		if c == utf8.RuneError {
			_, n = utf8.DecodeRuneInString(s[k:])
		}
		after, _ := utf8.DecodeRuneInString(s[k+n:])
		switch {
		case c == r && r != '"' && r != '\'' && r != '‘':
			depth++
		case !strings.ContainsRune(fellows[r], c):
		case r == '"' && opens(s, k, c, n) && unicode.IsLetter(after):
			return -1 // another begins: this one was never closed
		case r == '"' && (unicode.IsLetter(after) || unicode.IsDigit(after)):
		case (r == '‘' || r == '\'') && (unicode.IsLetter(after) || k == i):
		case depth > 0:
			depth--
		default:
			return k
		}
	}
	return -1
}

// quoteBlock is a block quotation without marks of its own around it and without the
// line that says whose it is.
func quoteBlock(text string) Span {
	s := Span{0, len(text)}
	if i := strings.LastIndex(text, " — "); i > 0 && len(strings.Fields(text[i:])) <= 16 {
		s.To = i
	} else if i := strings.LastIndex(text, " ("); i > 0 && strings.HasSuffix(strings.TrimRight(text, "."), ")") && len(strings.Fields(text[i:])) <= 16 {
		s.To = i
	}
	for s.From < s.To {
		r, n := utf8.DecodeRuneInString(text[s.From:s.To])
		last, m := utf8.DecodeLastRuneInString(text[s.From:s.To])
		shut := fellows[r]
		if shut == "" || !strings.ContainsRune(shut, last) || n+m > s.To-s.From {
			break
		}
		s.From, s.To = s.From+n, s.To-m
	}
	return s
}
