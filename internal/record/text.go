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
	if wide(text) {
		r.Fail(0, "encoding", "the file is UTF-16, which Windows calls “Unicode”", "save it as UTF-8")
		return false
	}
	n := 0
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		n++
		if len(line) > MaxLineBytes {
			r.Fail(n, "text", fmt.Sprintf("a line of %d bytes, more than %d", len(line), MaxLineBytes), "break it")
			continue
		}
		if offset, what := printable.FirstProblem(string(line)); what != "" {
			r.Fail(n, "text", fmt.Sprintf("column %d: %s", utf8.RuneCount(line[:offset])+1, what), remedy(line[offset:]))
		}
	}
	return len(r.Problems) == 0
}

// wide tells whether a text is UTF-16: by its mark at the beginning, or because every
// other byte of what should be an ASCII letter is zero.
func wide(text []byte) bool {
	return bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) ||
		len(text) > 3 && (text[0] == 0) != (text[1] == 0) && (text[0] == 0) == (text[2] == 0) && (text[1] == 0) == (text[3] == 0)
}

// remedy is what to do about the character that a text begins with.
func remedy(text []byte) string {
	switch r, size := utf8.DecodeRune(text); {
	case r == utf8.RuneError && size == 1:
		return "save the file as UTF-8"
	case r == '\t':
		return "write spaces in its place"
	case r == '\r':
		return "save the file with the line ends of Unix or of Windows"
	}
	return RemedyText
}

// RemedyText is what to do about a character that is not wanted.
const RemedyText = "take it out, or write the character in its composed form"

// SplitFrontMatter parts a text into the YAML between its first line, ---, and the
// next such line, and what follows. ok is false if there is no such YAML.
func SplitFrontMatter(text []byte) (front, body []byte, ok bool) {
	first, rest, found := bytes.Cut(text, []byte("\n"))
	if !found || !isRule(first) {
		return nil, nil, false
	}
	for at := 0; at < len(rest); {
		line, _, ended := bytes.Cut(rest[at:], []byte("\n"))
		after := at + len(line)
		if ended {
			after++
		}
		if at > 0 && isRule(line) {
			return rest[:at-1], rest[after:], true
		}
		at = after
	}
	return nil, nil, false
}

// isRule tells whether a line is ---, whatever blanks follow.
func isRule(line []byte) bool { return string(bytes.TrimRight(line, " ")) == "---" }
