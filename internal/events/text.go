package events

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// textFault names the first thing in s that data must not hold, or returns "".
// Control characters and bidirectional overrides can make a terminal or a
// reader see something else than what is stored; text that is not in NFC looks
// equal and compares unequal.
func textFault(s string) string {
	if !utf8.ValidString(s) {
		return "bytes that are not UTF-8"
	}
	ascii := true
	for _, c := range s {
		switch {
		case c == '\n':
		case c < 0x20 || c >= 0x7f && c < 0xa0:
			return fmt.Sprintf("the control character U+%04X", c)
		case c >= utf8.RuneSelf:
			ascii = false
			if unicode.Is(unicode.Cf, c) || unicode.Is(unicode.Zl, c) || unicode.Is(unicode.Zp, c) ||
				unicode.Is(unicode.Co, c) || unicode.Is(unicode.Noncharacter_Code_Point, c) {
				return fmt.Sprintf("the invisible character U+%04X", c)
			}
		}
	}
	if !ascii && !norm.NFC.IsNormalString(s) {
		return "characters that are not in composed form (NFC)"
	}
	return ""
}

func sortStrings(s []string) { slices.Sort(s) }
