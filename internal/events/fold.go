package events

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folding makes spellings of names that differ only in case, accents, apostrophes,
// hyphens, doubled letters or French "ou" compare equal: "Ag Ghâlî", "ag Ghaly"
// do not all meet (i and y stay apart), but "al-Qa`ida" and "Al-Qaida" do. It is
// deliberately conservative: a phonetic key would merge Niger with Nigeria.
//
// Prose is folded less: case, accents, apostrophes and hyphens do not count, but
// every letter does. "Founding" is not "funding".

// Fold returns the folded form of s: words of lower-case letters and digits,
// separated by single spaces, without spaces at either end.
func Fold(s string) string { return fold(s, false) }

// FoldProse returns the folded form of prose: words of lower-case letters and
// digits as they are written, separated by single spaces, without spaces at either
// end.
func FoldProse(s string) string { return fold(s, true) }

func fold(s string, prose bool) string {
	f := newFolder(prose)
	defer folders.Put(f)
	f.run(s)
	return string(f.out)
}

// FoldSpans returns the byte ranges of text whose form as a name, by Fold, begins
// with a word that Fold made; a word of several parts ("abu zeid") matches across
// spaces and hyphens. Ranges are in order and do not overlap.
func FoldSpans(text string, words []string) [][2]int { return foldSpans(text, words, false) }

// ProseSpans is FoldSpans for prose, and words that FoldProse made.
func ProseSpans(text string, words []string) [][2]int { return foldSpans(text, words, true) }

func foldSpans(text string, words []string, prose bool) [][2]int {
	if len(words) == 0 || text == "" {
		return nil
	}
	f := newFolder(prose)
	defer folders.Put(f)
	f.trace = true
	f.run(text)
	var spans [][2]int
	for i := 0; i < len(f.out); i++ {
		if f.out[i] == ' ' || (i > 0 && f.out[i-1] != ' ') {
			continue
		}
		longest := 0
		for _, w := range words {
			if len(w) > longest && len(f.out)-i >= len(w) && string(f.out[i:i+len(w)]) == w {
				longest = len(w)
			}
		}
		if longest > 0 {
			spans = append(spans, [2]int{int(f.from[i]), int(f.to[i+longest-1])})
			i += longest - 1
		}
	}
	return spans
}

// folder builds a folded string and, when trace is set, remembers for each of
// its bytes the range of source bytes that it came from.
type folder struct {
	out      []byte
	from, to []int32
	trace    bool
	prose    bool // doubled letters and "ou" stay
	gap      bool // a separator was seen since the last letter
	start    int  // source offset of the character at hand
	end      int
}

// folders are used again: a letter of a search folds every line of the screen.
var folders = sync.Pool{New: func() any { return new(folder) }}

func newFolder(prose bool) *folder {
	f := folders.Get().(*folder)
	*f = folder{out: f.out[:0], from: f.from[:0], to: f.to[:0], prose: prose}
	return f
}

func (f *folder) run(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			f.start, f.end = i, i+1
			f.put(rune(c))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		f.start, f.end = i, i+n
		f.wide(r, s[i:i+n])
		i += n
	}
}

// wide takes a character outside ASCII apart: its base letter counts, its
// accents do not.
func (f *folder) wide(r rune, s string) {
	if unicode.Is(unicode.Mn, r) {
		f.stretch()
		return
	}
	for _, d := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, d) {
			f.letter(unicode.ToLower(d))
		}
	}
}

// letter adds a letter outside ASCII, spelt as it is written without its sign;
// apostrophes of every shape vanish.
func (f *folder) letter(r rune) {
	switch r {
	case '’', '‘', 'ʿ', 'ʾ', 'ʼ', 'ʻ', '´', '′', 'ˈ':
	case 'æ':
		f.put('a')
		f.put('e')
	case 'œ':
		f.put('o')
		f.put('e')
	case 'ß', 'ẞ':
		f.put('s')
	case 'ø':
		f.put('o')
	case 'ı':
		f.put('i')
	default:
		f.put(r)
	}
}

func (f *folder) put(r rune) {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
	case r >= 'A' && r <= 'Z':
		r += 'a' - 'A'
	case r == '\'' || r == '`':
		return
	case r < utf8.RuneSelf:
		f.gap = true
		return
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		r = unicode.ToLower(r)
	default:
		f.gap = true
		return
	}
	if f.gap && len(f.out) > 0 {
		f.add(' ')
	}
	f.gap = false
	n := len(f.out)
	if n > 0 && r < utf8.RuneSelf && !f.prose {
		last := f.out[n-1]
		doubled := last == byte(r) && (r < '0' || r > '9')
		if doubled {
			f.stretch()
			return
		}
		if r == 'u' && last == 'o' { // French ou: abou, ould
			if n > 1 && f.out[n-2] == 'u' { // which doubles the letter before
				f.out = f.out[:n-1]
				if f.trace {
					f.from, f.to = f.from[:n-1], f.to[:n-1]
				}
			} else {
				f.out[n-1] = 'u'
			}
			f.stretch()
			return
		}
	}
	if r < utf8.RuneSelf {
		f.add(byte(r))
		return
	}
	for _, b := range []byte(string(r)) {
		f.add(b)
	}
}

func (f *folder) add(b byte) {
	f.out = append(f.out, b)
	if f.trace {
		f.from, f.to = append(f.from, int32(f.start)), append(f.to, int32(f.end))
	}
}

// stretch makes the last folded byte cover the character at hand too.
func (f *folder) stretch() {
	if n := len(f.to); f.trace && n > 0 && !f.gap {
		f.to[n-1] = int32(f.end)
	}
}
