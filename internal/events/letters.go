package events

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// SourceLetters are the letters that stand for sources in pictures, one for each,
// in their order: of the letters of its label the first that no source before it
// has, as a capital. Where they are all taken, it is the first free one of A to Z,
// 0 to 9 and a to z; beyond 62 sources, * stands for every further one.
func SourceLetters(sources []Source) []rune {
	letters := make([]rune, len(sources))
	for i := range sources {
		letters[i] = freeLetter(sources[i].Label(), letters[:i])
	}
	return letters
}

const spareLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz"

func freeLetter(label string, taken []rune) rune {
	for _, r := range norm.NFD.String(label) {
		if r = unicode.ToUpper(r); r >= 'A' && r <= 'Z' && !slices.Contains(taken, r) {
			return r
		}
	}
	for _, r := range spareLetters {
		if !slices.Contains(taken, r) {
			return r
		}
	}
	return '*'
}
