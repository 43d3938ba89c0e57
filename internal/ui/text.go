package ui

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/record"
)

// All widths are in terminal cells. Text of the dataset passes through clean
// once, before it is measured or painted.

// maxText is how many bytes of one text of the dataset are shown: the loader
// takes no more, and a pack's must not make the screen slow.
const maxText = record.MaxTextBytes

func clean(s string) string { return printable.Line(clipped(s, maxText)) }

// clipped is s, or its first n bytes or so with … for the rest.
func clipped(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// width is the number of cells that s takes.
func width(s string) int {
	if plainASCII(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

func plainASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// fit makes s exactly w cells wide: cut with … or padded with spaces.
func fit(s string, w int) string {
	if w <= 0 {
		return ""
	}
	have := width(s)
	if have > w {
		s = ansi.Truncate(s, w, "…")
		have = width(s)
	}
	return s + strings.Repeat(" ", w-have)
}

// cut shortens s to at most w cells, with … where something is left out.
func cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if width(s) <= w {
		return s
	}
	return ansi.Truncate(s, w, "…")
}

// wrap breaks s into lines of at most w cells, at spaces where it can. Spaces at
// a line's end are not counted: trim them.
func wrap(s string, w int) []string {
	if w < 1 {
		return nil
	}
	var lines []string
	for line := range strings.SplitSeq(ansi.Wrap(s, w, "-"), "\n") {
		if trimmed := strings.TrimRight(line, " "); width(trimmed) > w { // a hyphen just beyond the edge
			lines = append(lines, strings.Split(ansi.Hardwrap(trimmed, w, true), "\n")...)
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// highlight paints text in base, and in found what begins with one of the
// folded words. text holds no escape sequences.
func highlight(text string, words []string, base, found role) string {
	if len(words) == 0 {
		return base.paint(text)
	}
	spans := events.FoldSpans(text, words)
	if len(spans) == 0 {
		return base.paint(text)
	}
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(base.paint(text[at:s[0]]))
		b.WriteString(found.paint(text[s[0]:s[1]]))
		at = s[1]
	}
	b.WriteString(base.paint(text[at:]))
	return b.String()
}
