package paint

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/record"
	"timeline/internal/ui/theme"
)

// All widths are in terminal cells. Text of the dataset passes through clean
// once, before it is measured or string.

// Clean makes one printable line of any text. It shows no more bytes of it than the
// loader takes: a pack's text must not make the screen slow.
func Clean(s string) string { return printable.Line(Clipped(s, record.MaxTextBytes)) }

// Clipped is s, or its first n bytes or so with … for the rest.
func Clipped(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// Width is the number of cells that s takes. Escape sequences take none.
func Width(s string) int {
	w := 0
	for at := 0; at < len(s); {
		if printable.Letter(s[at:]) {
			w, at = w+1, at+1
			continue
		}
		n := printable.OneCell(s[at:])
		if n > 0 {
			w++
		} else if n = dressing(s[at:]); n == 0 {
			return ansi.StringWidth(s)
		}
		at += n
	}
	return w
}

// dressing is the length of the sequence of looks that s begins with; 0 for none.
func dressing(s string) int {
	if len(s) < 3 || s[0] != ansi.ESC || s[1] != '[' {
		return 0
	}
	for n := 2; n < len(s); n++ {
		if c := s[n]; c == 'm' {
			return n + 1
		} else if c < '0' || c > ';' { // figures, : and ;
			return 0
		}
	}
	return 0
}

// Fit makes s exactly w cells wide: cut with … or padded with spaces.
func Fit(s string, w int) string {
	n := Width(s)
	if n > w {
		s = Cut(s, w)
		n = Width(s)
	}
	return s + Spaces(w-n)
}

// blank is what Spaces are cut from.
var blank = strings.Repeat(" ", 512)

// Spaces is n spaces; none for a negative n.
func Spaces(n int) string {
	if n <= len(blank) {
		return blank[:max(n, 0)]
	}
	return strings.Repeat(" ", n)
}

// Cut shortens s to at most w cells, with … where something is left out.
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if Width(s) <= w {
		return s
	}
	return ansi.Truncate(s, w, "…")
}

// Wrap breaks s into lines of at most w cells, at spaces where it can. Spaces at
// a line's end are not counted: trim them.
func Wrap(s string, w int) []string {
	if w < 1 {
		return nil
	}
	var lines []string
	for line := range strings.SplitSeq(ansi.Wrap(s, w, "-"), "\n") {
		if trimmed := strings.TrimRight(line, " "); Width(trimmed) > w { // a hyphen just beyond the edge
			lines = append(lines, strings.Split(ansi.Hardwrap(trimmed, w, true), "\n")...)
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// Highlight paints text in base, and in found what begins with one of the
// folded words. text holds no escape sequences.
func Highlight(text string, words []string, base, found theme.Look) string {
	return Spans(text, events.ProseSpans(text, words), base, found)
}

// Spans paints the byte ranges of s in found and the rest in base. Ranges
// that a cut has made invalid are left out.
func Spans(s string, spans [][2]int, base, found theme.Look) string {
	if len(spans) == 0 {
		return base.Paint(s)
	}
	var b strings.Builder
	at := 0
	for _, sp := range spans {
		if sp[0] < at || sp[0] >= sp[1] || sp[1] > len(s) || !utf8.RuneStart(s[sp[0]]) || sp[1] < len(s) && !utf8.RuneStart(s[sp[1]]) {
			continue
		}
		b.WriteString(base.Paint(s[at:sp[0]]))
		b.WriteString(found.Paint(s[sp[0]:sp[1]]))
		at = sp[1]
	}
	b.WriteString(base.Paint(s[at:]))
	return b.String()
}
