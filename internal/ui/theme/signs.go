package theme

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Signs is what a terminal's font can draw.
type Signs uint8

// The kinds of signs.
const (
	Full   Signs = iota // everything, braille among it
	Blocks              // blocks and lines, no braille
	ASCII               // letters and marks of ASCII
)

func (s Signs) String() string { return [...]string{"full", "blocks", "ascii"}[min(s, ASCII)] }

// ParseSigns reads the name of a kind of signs.
func ParseSigns(name string) (Signs, error) {
	for s := Full; s <= ASCII; s++ {
		if s.String() == name {
			return s, nil
		}
	}
	return Full, fmt.Errorf("signs %q are none of full, blocks, ascii", name)
}

// SignsOf is what a terminal of that name ($TERM) can be trusted with: the console
// of Linux has a font of 256 letters.
func SignsOf(term string) Signs {
	if term == "linux" {
		return ASCII
	}
	return Full
}

// ascii is what stands for a sign in ASCII. Signs that can stand in the same row
// and mean different things have different letters.
var ascii = func() map[rune]rune {
	pairs := "█#▇#▆+▅+▄=▃-▂_▁_" + "▒%░:·." + // weights
		"━=─-┄~┈~╌~" + // certain, lasting, possible
		"├[┤]▲^△?◂<▸>▴^" + // extents
		"×x◇h†+¶w§s○o●@≡d" + // what happened: hostages, words, settled, documents
		"│|┆!┊,┃|┇!║H╭.╮.╰`╯'┬+┴+┼+├[┤]┷+┯+┿+╷'╵'╞[╡]═=" + // lines and ties
		"▌>•*≠!≤<≥>…." + "□c╱/◆#◌o◦o" + "→>←<↑^↓v▾v♦+−-" + "–-—-’'‘'“\"”\"" + "▏|✓v"
	m := map[rune]rune{}
	letters := []rune(pairs)
	for i := 0; i < len(letters); i += 2 {
		m[letters[i]] = letters[i+1]
	}
	return m
}()

const firstBraille, lastBraille = '\u2800', '\u28ff'

// quadrants are by bits: upper left, upper right, lower left, lower right.
var quadrants = []rune(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

// Rune is the sign that stands for r, in one cell.
func (s Signs) Rune(r rune) rune {
	switch {
	case s == Full || r < 0x7f:
		return r
	case s == Blocks && (r < firstBraille || r > lastBraille):
		return r
	case s == Blocks:
		return quadrants[quarters(r)]
	}
	if c, ok := ascii[r]; ok {
		return c
	}
	if r >= firstBraille && r <= lastBraille {
		return stroke(byte(r - firstBraille))
	}
	if c := norm.NFD.String(string(r))[0]; c < 0x7f && unicode.IsLetter(rune(c)) { // é is e and a mark
		return rune(c)
	}
	return '?'
}

// Line is a painted line in these signs, as wide as it was. Escape sequences stay as
// they are.
func (s Signs) Line(line string) string {
	if s == Full {
		return line
	}
	var b strings.Builder
	var state byte
	for line != "" {
		seq, width, n, next := ansi.DecodeSequence(line, state, nil)
		line, state = line[n:], next
		if width == 0 {
			b.WriteString(seq)
			continue
		}
		r, size := utf8.DecodeRuneInString(seq)
		c := s.Rune(r)
		if c == r && (s == Blocks || len(seq) == size) {
			b.WriteString(seq)
			continue
		}
		b.WriteRune(c)
		b.WriteString(strings.Repeat("?", width-1))
	}
	return b.String()
}

// stroke is the mark of ASCII that is most like the dots of a braille letter.
func stroke(dots byte) rune {
	const upper, left = 0x1b, 0x47 // bits 0–2: left column, 3–5: right column, 6 and 7: the lowest of each
	switch dots {
	case 0:
		return ' '
	case 0x0a, 0x14, 0x60: // two dots on a slant
		return '/'
	}
	switch {
	case dots&upper == 0:
		return '.'
	case dots&^upper == 0:
		return '\''
	case dots&left == 0 || dots&^left == 0:
		return '|'
	}
	return ':'
}

// quarters folds the eight dots of a braille letter to four quarters of a cell.
func quarters(r rune) int {
	dots := r - firstBraille // bits 0–2: left column, 3–5: right column, 6 and 7: the lowest of each
	q := 0
	for bit, mask := range []rune{0x03, 0x18, 0x44, 0xa0} {
		if dots&mask != 0 {
			q |= 1 << bit
		}
	}
	return q
}
