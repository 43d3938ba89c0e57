package record

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"timeline/internal/printable"
)

// The most that a line of a file and a text of several lines may hold. People
// write far less; more is there to make a reader slow.
const (
	MaxLineBytes = 10_000
	MaxTextBytes = 20_000
)

// TextFault names the first thing in s that data must not hold, or returns "",
// and the line of s, from zero, on which it stands. What it refuses can make a
// terminal or a reader see something else than what is stored, or take apart the
// rows of a screen; text that is not in NFC looks equal and compares unequal.
func TextFault(s string) (line int, what string) {
	if len(s) > MaxTextBytes {
		return 0, fmt.Sprintf("%d bytes, more than %d", len(s), MaxTextBytes)
	}
	for l := range strings.SplitSeq(s, "\n") {
		if _, what := printable.FirstProblem(l); what != "" {
			return line, what
		}
		line++
	}
	return 0, ""
}

// Raw checks the lines of a file as they stand in it, which is where their
// numbers are certain. It tells whether the file is fit to be parsed.
func (r *Reader) Raw(text []byte) bool {
	n := 0
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		n++
		if len(line) > MaxLineBytes {
			r.Fail(n, "text", fmt.Sprintf("a line of %d bytes, more than %d", len(line), MaxLineBytes), "break it")
			continue
		}
		if offset, what := printable.FirstProblem(string(line)); what != "" {
			r.Fail(n, "text", fmt.Sprintf("column %d: %s", utf8.RuneCount(line[:offset])+1, what), RemedyText)
		}
	}
	return len(r.Problems) == 0
}

// RemedyText is what to do about a character that is not wanted.
const RemedyText = "take it out, or write the character in its composed form"

// SplitFrontMatter parts a text into the YAML between its first line, ---, and the
// next such line, and what follows. ok is false if there is no such YAML.
func SplitFrontMatter(text []byte) (front, body []byte, ok bool) {
	rest, found := bytes.CutPrefix(text, []byte("---\n"))
	if !found {
		return nil, nil, false
	}
	if front, body, ok = bytes.Cut(rest, []byte("\n---\n")); ok {
		return front, body, true
	}
	front, ok = bytes.CutSuffix(rest, []byte("\n---"))
	return front, nil, ok
}
