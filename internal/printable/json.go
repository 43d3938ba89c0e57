package printable

import (
	"fmt"
	"strings"
	"unicode"
)

// JSON writes the characters of a JSON text that are not seen, all of which stand
// inside its strings, as \u escapes: they mean the same, and no terminal acts on
// them. The encoder has escaped those below U+0020.
func JSON(s string) string {
	unseen := func(r rune) bool {
		return r >= 0x7f && (unicode.Is(unicode.C, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r))
	}
	if strings.IndexFunc(s, unseen) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !unseen(r):
			b.WriteRune(r)
		case r >= 0x10000:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
