// Package lesson is teaching as a conversation in sentences: a tour that is gone
// through, and a set of questions that is answered, a line at a time. It is what the
// full screen shows, for screen readers, for braille lines and for terminals that
// cannot be drawn on.
//
// A conversation is asked with Do and answers with lines. It reads and writes nothing
// itself. All lines are safe on a terminal.
package lesson

import (
	"strings"

	"timeline/internal/printable"
)

// answer is an answer on its way: a line a paragraph.
type answer struct{ lines []string }

// say adds a line made of texts of any origin.
func (a *answer) say(parts ...string) {
	if line := strings.TrimSpace(printable.Line(strings.Join(strings.Fields(strings.Join(parts, "")), " "))); line != "" {
		a.lines = append(a.lines, line)
	}
}

// sentence is a text with a full stop, unless it ends in a mark already.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!:") || strings.HasSuffix(s, "”") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// taken takes what was taken out of the answer.
func (a *answer) taken() []string {
	lines := a.lines
	a.lines = nil
	return lines
}
