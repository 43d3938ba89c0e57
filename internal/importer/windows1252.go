package importer

import "strings"

// specials are the bytes 0x80 to 0x9f of Windows-1252; five of them stand for nothing.
var specials = []rune("€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ")

// fromWindows1252 is a text of that encoding: the other bytes are the first characters
// of Unicode.
func fromWindows1252(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c >= 0x80 && c < 0xa0 {
			b.WriteRune(specials[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}
