package printable

import (
	"fmt"
	"unicode"
)

// controlNames are the control characters that people know by name.
var controlNames = map[rune]string{
	0x00: "null", 0x07: "bell", 0x08: "backspace", '\t': "tab", '\n': "line feed",
	'\r': "carriage return", 0x1b: "escape", 0x7f: "delete", 0x85: "next line",
	0x90: "device control string", 0x9b: "control sequence introducer",
	0x9c: "string terminator", 0x9d: "operating system command",
}

// describe names the problem of a piece that is not kept, in ASCII.
func describe(s string, p piece) string {
	switch p.verdict {
	case showByte:
		return fmt.Sprintf("byte 0x%02X is not UTF-8", s[p.start])
	case flood:
		return fmt.Sprintf("more than %d combining marks on one character", maxMarks)
	case overlong:
		return fmt.Sprintf("more than %d letters tied into one", maxLinks+1)
	}
	r := p.r
	what := "invisible character"
	switch {
	case unicode.Is(unicode.Cc, r):
		if name, ok := controlNames[r]; ok {
			return fmt.Sprintf("control character %U (%s)", r, name)
		}
		what = "control character"
	case unicode.Is(unicode.Bidi_Control, r):
		what = "bidirectional control"
	case r == 0x2028:
		what = "line separator"
	case r == 0x2029:
		what = "paragraph separator"
	case unicode.Is(unicode.Co, r):
		what = "private use character"
	case unicode.Is(unicode.Noncharacter_Code_Point, r):
		what = "noncharacter"
	case 0x1f3fb <= r && r <= 0x1f3ff:
		what = "emoji modifier"
	case isJoiner(r):
		what = "joiner out of place"
	case isMark(r):
		return fmt.Sprintf("combining mark %U without a character before it", r)
	case unicode.Is(unicode.Cn, r):
		what = "unassigned character"
	}
	return fmt.Sprintf("%s %U", what, r)
}
