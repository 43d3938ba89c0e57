package printable

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// maxMarks is how many combining marks may stand on one character. A
	// Burmese syllable (မြွှေ့) and a Hebrew letter with points and accent
	// need five; Vietnamese, Arabic and transcriptions need three.
	maxMarks = 5
	// maxLinks is how many consonants may be tied into one conjunct, which
	// counts as a cell or two however long it is. Sanskrit needs five.
	maxLinks = 6
)

// verdict says what is to become of a piece of text.
type verdict uint8

const (
	keep     verdict = iota // sent as it is
	tab                     // a tab
	newline                 // "\n" or "\r\n"
	show                    // written as its code point
	showByte                // one byte that is not UTF-8
	flood                   // marks beyond maxMarks, the whole run of them
	overlong                // kept, but the cluster must be broken before it
)

// piece is a stretch s[start:end] of the scanned text with one verdict.
type piece struct {
	start, end int
	verdict    verdict
	r          rune // the first character
	marks      int  // for flood: how many marks, without U+034F
}

// scanner cuts a text in form C into pieces. It allocates nothing. The zero
// value with s set is ready.
type scanner struct {
	s string
	i int // the next byte

	base   rune // the character that marks stand on; 0 if there is none
	last   rune // the character before this one, 0 if it was not kept
	marks  int  // marks on the base so far
	links  int  // consonants tied to the base so far
	virama bool // a virama has come since the base
}

// next returns the next piece; it must not be called at the end of the text.
func (c *scanner) next() piece {
	r, size := utf8.DecodeRuneInString(c.s[c.i:])
	p := piece{start: c.i, end: c.i + size, r: r}
	c.i = p.end
	switch {
	case r == utf8.RuneError && size == 1:
		p.verdict = showByte
	case r < 0x300:
		p.verdict = c.latin(&p)
	case isCommon(r):
		p.verdict = c.letter(r)
	case isMark(r):
		p.verdict = c.mark(&p)
	case isHidden(r):
		p.verdict = show
	default:
		p.verdict = c.letter(r)
	}
	switch p.verdict {
	case keep, overlong:
		c.last = r
	case show:
		c.base, c.last = 0, 0
		if !isMark(r) { // a flood without a base is still a flood
			c.marks = 0
		}
	default:
		c.base, c.last, c.marks = 0, 0, 0
	}
	return p
}

// latin judges a character below U+0300, where there are no marks.
func (c *scanner) latin(p *piece) verdict {
	switch r := p.r; {
	case 0x20 <= r && r < 0x7f, 0xa0 <= r && r != 0xad:
		c.base, c.marks, c.links, c.virama = r, 0, 0, false
		return keep
	case r == '\t':
		return tab
	case r == '\n':
		return newline
	case r == '\r' && p.end < len(c.s) && c.s[p.end] == '\n':
		p.end++
		c.i = p.end
		return newline
	}
	return show
}

// letter judges a visible character that is no mark, and makes it the base.
func (c *scanner) letter(r rune) verdict {
	tied := c.base != 0 && (c.virama || isLeadingJamo(r) && isLeadingJamo(c.last))
	c.base, c.marks, c.virama = r, 0, false
	if !tied {
		c.links = 0
		return keep
	}
	c.links++
	if c.links > maxLinks {
		c.links = 0
		return overlong
	}
	return keep
}

// mark judges a mark or a joiner. If it is one too many, the piece grows to
// the end of the run of marks.
func (c *scanner) mark(p *piece) verdict {
	c.marks++
	if c.marks > maxMarks {
		p.marks = 1
		for c.i < len(c.s) {
			r, size := utf8.DecodeRuneInString(c.s[c.i:])
			if r != graphemeJoiner && !isMark(r) {
				break
			}
			if r != graphemeJoiner { // the normaliser puts these into floods
				p.marks++
			}
			c.i += size
		}
		p.end = c.i
		return flood
	}
	switch {
	case c.base == 0:
		return show
	case isJoiner(p.r) && (isJoiner(c.last) || !joins(c.base)):
		return show
	case isVirama(p.r):
		c.virama = true
	}
	return keep
}

// graphemeJoiner is U+034F, invisible; form C inserts one after 30 marks.
const graphemeJoiner = '\u034f'

// isJoiner reports whether r is ZWNJ or ZWJ.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// isCommon spares the usual visible characters, none of them a mark, the slow
// look at the tables: Arabic letters, Latin additions, dashes and quotation
// marks, Chinese, Hangul.
func isCommon(r rune) bool {
	return 0x620 <= r && r <= 0x64a || 0x1e00 <= r && r <= 0x1eff ||
		0x2010 <= r && r <= 0x2027 || 0x4e00 <= r && r <= 0x9fff || 0xac00 <= r && r <= 0xd7a3
}

// isMark reports whether r, at or above U+0300, is drawn on the character
// before it: combining marks, joiners, and the few letters that Unicode adds
// to the cluster before them. Invisible marks are not among them.
func isMark(r rune) bool {
	switch {
	case isJoiner(r):
		return true
	case 0x1160 < r && r <= 0x11ff, 0xd7b0 <= r && r <= 0xd7ff: // vowel and final jamo
		return unicode.Is(unicode.Hangul, r)
	case r == 0x0e33, r == 0x0eb3, r == 0xff9e, r == 0xff9f: // sara am, half-width voicing
		return true
	}
	return unicode.Is(unicode.M, r) && !isHidden(r)
}

// isHidden reports whether r, at or above U+0300, must not be sent: it shows
// nothing, steers the terminal or the reading order, or has no meaning.
func isHidden(r rune) bool {
	return 0x1f3fb <= r && r <= 0x1f3ff || // emoji modifiers
		!unicode.IsGraphic(r) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) ||
		unicode.Is(unicode.Variation_Selector, r)
}

// isLeadingJamo reports whether r is a Hangul initial, any number of which
// make one cluster.
func isLeadingJamo(r rune) bool {
	return 0x1100 <= r && r < 0x115f || 0xa960 <= r && r <= 0xa97c
}

// isVirama reports whether r ties consonants into one cluster (rule GB9c).
func isVirama(r rune) bool {
	return strings.ContainsRune("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d", r)
}

// joiningScripts are those whose spelling uses ZWJ and ZWNJ.
var joiningScripts = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mandaic, unicode.Adlam,
	unicode.Mongolian, unicode.Phags_Pa, unicode.Hanifi_Rohingya, unicode.Manichaean,
	unicode.Tifinagh,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati,
	unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada,
	unicode.Malayalam, unicode.Sinhala, unicode.Myanmar, unicode.Khmer,
	unicode.Tibetan, unicode.Balinese, unicode.Javanese, unicode.Brahmi,
	unicode.Grantha, unicode.Tirhuta, unicode.Newa, unicode.Meetei_Mayek,
}

// joins reports whether r is a letter after which a joiner is spelling.
func joins(r rune) bool {
	const tatweel = '\u0640' // common to several scripts
	return r == tatweel || unicode.IsLetter(r) && unicode.In(r, joiningScripts...)
}
