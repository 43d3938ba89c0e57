package frames

import (
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/printable"
)

// cell is one cell of the screen. The cells behind a wide letter have no text.
type cell struct {
	text string
	look *look
	odd  bool // terminals may not agree on how many cells the letter takes
}

// read fills a row of cells with a line of text. Control characters and escape
// sequences that are not about looks are left out, as is what the row has no room
// for. odd tells that one of the cells is.
func (l *looks) read(line string, row []cell) (odd bool) {
	x, pen := 0, l.plain
	for line != "" && x < len(row) {
		if line[0] == ansi.ESC {
			n := sequence(line)
			pen = l.then(pen, line[:n])
			line = line[n:]
			continue
		}
		n, width, strange := 1, 1, false
		if !printable.Letter(line) {
			n = printable.OneCell(line)
		}
		if n == 0 {
			n, width, strange = cluster(line)
		}
		letter := line[:n]
		line = line[n:]
		if width == 0 {
			odd = mark(row[:x], letter) || odd
			continue
		}
		odd = odd || strange
		x += put(row[x:], letter, width, pen, strange)
	}
	for ; x < len(row); x++ {
		row[x] = cell{" ", l.plain, false}
	}
	for x := range row {
		if row[x].text == " " && row[x].look.bare {
			row[x].look = l.plain
		}
	}
	return odd
}

// mark puts a mark upon the last letter, if it is one and there is a letter.
func mark(row []cell, letter string) bool {
	r, _ := utf8.DecodeRuneInString(letter)
	if len(row) == 0 || !unicode.Is(unicode.M, r) {
		return false
	}
	x := len(row) - 1
	for x > 0 && row[x].text == "" {
		x--
	}
	row[x].text, row[x].odd = row[x].text+letter, true
	return true
}

// put puts a letter into the first cells of row, or blanks if there is no room for
// it, and returns how many cells that took.
func put(row []cell, letter string, width int, pen *look, odd bool) int {
	behind := ""
	if width > len(row) {
		letter, behind, odd, width = " ", " ", false, len(row)
	}
	row[0] = cell{letter, pen, odd}
	for x := 1; x < width; x++ {
		row[x] = cell{behind, pen, false}
	}
	return width
}

// sequence is the length of the escape sequence that line begins with.
func sequence(line string) int {
	if len(line) > 1 && line[1] == '[' {
		for n := 2; n < len(line); n++ {
			if c := line[n]; c >= 0x40 && c < ansi.DEL {
				return n + 1
			}
		}
	}
	_, _, n, _ := ansi.DecodeSequence(line, 0, nil)
	return max(n, 1)
}

// cluster measures the letter that line begins with. It is strange if terminals may
// not agree on how many cells it takes.
func cluster(line string) (n, width int, strange bool) {
	letter, width := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
	if letter == "" || letter == string(utf8.RuneError) || !utf8.ValidString(letter) {
		return 1, 0, false
	}
	r, size := utf8.DecodeRuneInString(letter)
	if size == len(letter) && unicode.IsControl(r) {
		return size, 0, false
	}
	return len(letter), width, width != 1 || size < len(letter) || ansi.StringWidthWc(letter) != 1 || !unicode.In(r, agreed...)
}

// agreed are the kinds of characters of one cell that terminals draw in one: letters,
// figures, punctuation and the signs of mathematics, such as arrows. Pictures, icons of
// private fonts and what a newer Unicode has added are wider on some.
var agreed = []*unicode.RangeTable{unicode.L, unicode.N, unicode.P, unicode.Sm, unicode.Sc, unicode.Zs}
