package printable

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks a paragraph into lines of at most room cells, at spaces only: an
// id that breaks at a hyphen cannot be copied; and not before a mark, which is drawn on
// the space and would stand on nothing. A word that is wider than a line has
// one to itself and stays whole, for whoever copies or hears it. Space at the
// beginning stays. A room of 0 or less breaks nothing. (The screen has a wrapper of
// its own: it breaks at hyphens, since its panes are narrow, and cuts what is wider
// than a pane.)
func Wrap(para string, room int) []string {
	if room <= 0 {
		return []string{para}
	}
	var lines []string
	line := para[:len(para)-len(strings.TrimLeft(para, " "))]
	width := ansi.StringWidth(line)
	empty := true
	for word := range strings.FieldsSeq(para) {
		w := ansi.StringWidth(word)
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case empty:
		case width+1+w > room && !isMark(first):
			lines = append(lines, line)
			line, width = "", 0
		default:
			line, width = line+" ", width+1
		}
		line, width, empty = line+word, width+w, false
	}
	return append(lines, line)
}
