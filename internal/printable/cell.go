package printable

import "unicode/utf8"

// OneCell returns the length in bytes of the character that s begins with, if every
// terminal gives it exactly one cell and [Line] keeps it; 0 if that is not certain.
// It is quick, and true of nearly all text: measuring falls back on it first.
func OneCell(s string) int {
	if s == "" {
		return 0
	}
	if s[0] < utf8.RuneSelf {
		if s[0] < ' ' || s[0] == 0x7f || len(s) > 1 && s[1] >= utf8.RuneSelf && !single(s[1:]) {
			return 0
		}
		return 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if !isSingle(r) || len(s) > size && s[size] >= utf8.RuneSelf && !single(s[size:]) {
		return 0
	}
	return size
}

// Letter tells whether s begins with a character of ASCII of which OneCell is certain, as
// nearly all are. It is the quickest look at text.
func Letter(s string) bool {
	return s != "" && s[0] >= ' ' && s[0] < 0x7f && (len(s) == 1 || s[1] < utf8.RuneSelf)
}

// single tells whether s begins with a character that is no mark upon the one before.
func single(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isSingle(r)
}

// isSingle holds Latin letters and signs, dashes and quotation marks, lines, blocks and
// shapes, and braille.
func isSingle(r rune) bool {
	switch {
	case r < 0x300:
		return r > 0xa0 && r != 0xad
	case r >= 0x2500 && r < 0x2900:
		return r < 0x25fd || r >= 0x2800
	}
	return r >= 0x2010 && r < 0x2028
}
