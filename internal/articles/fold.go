package articles

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/events"
)

// folded is a text under events.NormalizeQuote that still knows, for each of
// its bytes, where in the text it comes from.
type folded struct {
	text     string
	from, to []int32 // per byte of text: the range of the original that it stands for
}

// fold is events.NormalizeQuote with a map back to s.
func fold(s string) folded {
	f := folder{out: make([]byte, 0, len(s)), from: make([]int32, 0, len(s)), to: make([]int32, 0, len(s))}
	for p := 0; p < len(s); {
		n := norm.NFC.NextBoundaryInString(s[p:], true)
		if n <= 0 {
			n = len(s) - p
		}
		f.segment(s[p:p+n], p)
		p += n
	}
	return f.joined()
}

type folder struct {
	out      []byte
	from, to []int32
	space    int32 // one more than where the white space began that is still to be written
}

// segment adds what lies between two normalisation boundaries.
func (f *folder) segment(seg string, at int) {
	from, to := int32(at), int32(at+len(seg))
	plain := norm.NFC.IsNormalString(seg)
	if !plain {
		seg = norm.NFC.String(seg)
	}
	for i, r := range seg {
		if plain {
			from = int32(at + i)
			to = from + int32(utf8.RuneLen(r))
			if r == utf8.RuneError {
				to = min(from+1, int32(at+len(seg)))
			}
		}
		if unicode.IsSpace(r) {
			if f.space == 0 && len(f.out) > 0 {
				f.space = from + 1
			}
			continue
		}
		f.add(seg[i:i+width(seg[i:])], from, to)
	}
}

func width(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// add adds one letter, which is no white space, as NormalizeQuote writes it.
func (f *folder) add(letter string, from, to int32) {
	if c := letter[0]; c >= utf8.RuneSelf || c == '`' {
		letter = events.NormalizeQuote(letter)
	}
	if letter == "" {
		return
	}
	if f.space > 0 {
		f.put(' ', f.space-1, from)
		f.space = 0
	}
	for i := range len(letter) {
		f.put(letter[i], from, to)
	}
}

func (f *folder) put(c byte, from, to int32) {
	f.out, f.from, f.to = append(f.out, c), append(f.from, from), append(f.to, to)
}

// joined closes up hyphens at line ends and ends the folding.
func (f *folder) joined() folded {
	s, n := f.out, 0
	for i := 0; i < len(s); i++ {
		s[n], f.from[n], f.to[n] = s[i], f.from[i], f.to[i]
		// n ≤ i, so that what lies before i may be overwritten: look at what was kept
		hyphen := s[i] == '-' && n > 0 && s[n-1] != ' ' && s[n-1] != '-'
		n++
		if hyphen && i+2 < len(s) && s[i+1] == ' ' && s[i+2] != ' ' {
			i++
		}
	}
	return folded{string(s[:n]), f.from[:n], f.to[:n]}
}

// cut is the mark for words left out of a quotation.
const cut = "[…]"

// cutParts are the parts of a quotation between cuts, normalised, none empty.
func cutParts(quote string) []string {
	var parts []string
	for _, p := range strings.Split(norm.NFC.String(quote), cut) {
		if p = events.NormalizeQuote(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// find looks for the parts in order, each as soon as may be, from a byte of
// f.text on. A part begins and ends where words do. The ranges are of f.text.
func (f folded) find(parts []string, from int) (hits [][2]int, ok bool) {
	for _, p := range parts {
		i := f.index(p, from)
		if i < 0 {
			return nil, false
		}
		from = i + len(p)
		hits = append(hits, [2]int{i, from})
	}
	return hits, len(parts) > 0
}

// index is where part first stands in whole words at or after from, or -1.
func (f folded) index(part string, from int) int {
	for part != "" && from <= len(f.text)-len(part) {
		i := strings.Index(f.text[from:], part)
		if i < 0 {
			return -1
		}
		i += from
		if f.wordsEndAt(i, i, i+len(part)) && f.wordsEndAt(i+len(part), i, i+len(part)) {
			return i
		}
		from = i + width(f.text[i:])
	}
	return -1
}

// wordsEndAt tells whether the text may be cut at byte at without cutting a
// word: not between two letters, and not beside an apostrophe, hyphen or point
// inside a word (don't, 3.5) if that lies in [from, to), the part cut out.
func (f folded) wordsEndAt(at, from, to int) bool {
	if at == 0 || at == len(f.text) {
		return true
	}
	before, n := utf8.DecodeLastRuneInString(f.text[:at])
	after, m := utf8.DecodeRuneInString(f.text[at:])
	switch {
	case letter(before) && letter(after):
		return false
	case at == to && at-n > from:
		first, _ := utf8.DecodeLastRuneInString(f.text[:at-n])
		return !inWord(first, before, after)
	case at == from && at+m < to:
		second, _ := utf8.DecodeRuneInString(f.text[at+m:])
		return !inWord(before, after, second)
	}
	return true
}

// inWord tells whether the middle one of three characters joins the two others
// to one word or number.
func inWord(a, r, b rune) bool {
	switch r {
	case '\'', '-', '.', ',':
		return letter(a) && letter(b)
	case ':', '/':
		return unicode.IsDigit(a) && unicode.IsDigit(b)
	}
	return false
}

func letter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// spans are the ranges of the original text that ranges of f.text stand for.
func (f folded) spans(hits [][2]int) [][2]int {
	var out [][2]int
	for _, h := range hits {
		out = append(out, [2]int{int(f.from[h[0]]), int(f.to[h[1]-1])})
	}
	return out
}

// longestPrefix finds the place that has the most of part's beginning, in whole
// letters: where it starts, and how many bytes are equal.
func (f folded) longestPrefix(part string) (at, n int) {
	for i := range len(f.text) {
		if before, _ := utf8.DecodeLastRuneInString(f.text[:i]); letter(before) || !utf8.RuneStart(f.text[i]) {
			continue // it goes on with a word, or with a letter of several bytes
		}
		if k := commonPrefix(f.text[i:], part); k > n {
			at, n = i, k
		}
	}
	return at, n
}

// commonPrefix is how many bytes of whole letters a and b begin with alike.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}
