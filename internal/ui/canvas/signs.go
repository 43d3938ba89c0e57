package canvas

// Signs is which characters a picture may be drawn with. The facts are the same.
type Signs uint8

// The sets of signs.
const (
	Full   Signs = iota // all, braille among them
	Blocks              // for fonts without braille: half blocks instead of it
	ASCII               // for fonts without signs for drawing
)

// plainSigns are what ASCII draws for a sign. What stands for something has a sign
// of its own.
var plainSigns = map[rune]rune{
	'●': '@', '•': '*', '○': 'o', '□': '#', '╱': '/', '◆': '%', '×': 'x', '▸': '>', '◂': '<', '▌': '>',
	'↑': '^', '↓': 'v', '←': '<', '→': '>', '│': '|', '┆': ':', '┊': ':', '║': '"', '┇': '!',
	'─': '-', '━': '=', '┄': '.', '┬': '+', '┴': '+', '┯': '+', '┷': '+', '┼': '+', '┿': '+', '╷': '|', '╵': '|',
	'╰': '`', '╭': ',', '≤': '<', '…': '~', '·': '.', '²': '2',
}

// Of is the sign to draw for a sign.
func (s Signs) Of(sign rune) rune {
	if s == ASCII {
		if p, ok := plainSigns[sign]; ok {
			return p
		}
	}
	return sign
}

// Braille is the character of a cell's eight dots: bits 0 to 2 and 6 are the left
// column from above, 3 to 5 and 7 the right one.
func (s Signs) Braille(dots byte) rune {
	const upper, left = 0x1b, 0x47
	switch s {
	case Full:
		return 0x2800 + rune(dots)
	case Blocks:
		switch {
		case dots&upper == 0:
			return '▄'
		case dots&^upper == 0:
			return '▀'
		}
		return '█'
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
