package converse

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"timeline/internal/english"
	"timeline/internal/printable"
)

// say adds one line to the answer. Whatever its arguments hold, one line of text
// comes of it; a long one is wrapped.
func (t *talk) say(format string, args ...any) {
	text := spoken(fmt.Sprintf(format, args...))
	if text == "" {
		return
	}
	for _, line := range printable.Wrap(text, t.cfg.Width) {
		t.out.WriteString(line)
		t.out.WriteByte('\n')
	}
}

// sayAll adds lines.
func (t *talk) sayAll(lines []string) {
	for _, line := range lines {
		t.say("%s", line)
	}
}

// verbatim adds a text that is to be copied: its lines and its spaces stay as they
// are, and it is not wrapped.
func (t *talk) verbatim(text string) {
	t.out.WriteString(strings.TrimRight(undrawn(printable.Block(text)), "\n"))
	t.out.WriteByte('\n')
}

// spoken makes a line of any text: printable, without signs that are drawings or
// that voices pass over, and with single spaces.
func spoken(s string) string {
	s = undrawn(printable.Line(s))
	s = strings.ReplaceAll(s, "¶", "paragraph ")
	return strings.Join(strings.Fields(s), " ")
}

// arrows in titles mean from–to; the words say it.
var arrows = map[rune]string{'→': " to ", '⇒': " to ", '←': " from ", '⇐': " from ", '↔': " to and from ", '⇔': " to and from "}

// undrawn replaces the characters that only draw: arrows by words, box drawing,
// blocks, shapes and braille by their code points.
func undrawn(s string) string {
	if strings.IndexFunc(s, drawing) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch word := arrows[r]; {
		case word != "":
			b.WriteString(word)
		case drawing(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// drawing tells whether a character belongs to the blocks that draw: arrows, box
// drawing, block elements, geometric shapes, braille, further arrows and shapes,
// legacy computing.
func drawing(r rune) bool {
	switch {
	case r < 0x2190:
		return false
	case r <= 0x21FF, r >= 0x2500 && r <= 0x25FF, r >= 0x2800 && r <= 0x28FF, r >= 0x2B00 && r <= 0x2BFF, r >= 0x1FB00 && r <= 0x1FBFF:
		return true
	}
	return false
}

// sentence gives a text a capital and a full stop where it lacks them.
func sentence(s string) string {
	s = english.Capital(strings.TrimSpace(s))
	if s == "" || strings.HasSuffix(strings.TrimRight(s, "”’\"')"), ".") {
		return s
	}
	switch r, _ := utf8.DecodeLastRuneInString(s); r {
	case '.', '?', '!', '…', ':':
		return s
	}
	return s + "."
}

// ended gives a text that goes on a sentence its full stop.
func ended(s string) string {
	if strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}
