package printable

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Line returns s as one line that is safe on a terminal. A tab and a line end
// ("\n", "\r\n") become one space each; everything else that a terminal would
// act on is made visible, as the package comment tells.
func Line(s string) string { return rewrite(s, " ", " ") }

// Block returns s as lines that are safe on a terminal. "\n" is kept, "\r\n"
// becomes "\n" and a tab becomes four spaces, whatever its column; everything
// else that a terminal would act on is made visible.
func Block(s string) string { return rewrite(s, "    ", "\n") }

// titleCells is the greatest width of a title.
const titleCells = 120

// Title returns s for the title of a window: a [Line] without space at its
// ends, at most 120 cells wide, an ellipsis at its end if it was cut.
func Title(s string) string {
	s = Line(strings.TrimSpace(Line(s))) // twice: a mark may have stood on a space
	if len(s) <= titleCells {
		return s
	}
	return ansi.Truncate(s, titleCells, "…")
}

// rewrite returns s in form C with what must not be sent made visible, tabs
// and line ends replaced as given. It returns s itself if nothing changes.
func rewrite(s, tabAs, newlineAs string) string {
	i := 0
	for n := OneCell(s); n > 0; n = OneCell(s[i:]) {
		i += n
	}
	if i == len(s) {
		return s
	}
	if !isNormal(s[i:]) {
		s = norm.NFC.String(s)
	}
	c := scanner{s: s, i: i}
	for c.i < len(s) {
		p := c.next()
		if p.verdict == keep || p.verdict == newline && s[p.start:p.end] == newlineAs {
			continue
		}
		return rewriteFrom(c, p, tabAs, newlineAs)
	}
	return s
}

// rewriteFrom is the slow half of rewrite: everything before p is good.
func rewriteFrom(c scanner, p piece, tabAs, newlineAs string) string {
	var b strings.Builder
	b.Grow(len(c.s) + 32)
	b.WriteString(c.s[:p.start])
	for {
		text := c.s[p.start:p.end]
		switch p.verdict {
		case keep:
			b.WriteString(text)
		case tab:
			b.WriteString(tabAs)
		case newline:
			b.WriteString(newlineAs)
		case show:
			fmt.Fprintf(&b, "<%U>", p.r)
		case showByte:
			fmt.Fprintf(&b, "<0x%02X>", text[0])
		case flood:
			fmt.Fprintf(&b, "<+%d marks>", p.marks)
		case overlong:
			b.WriteString("<overlong>")
			b.WriteString(text)
		}
		if c.i == len(c.s) {
			return b.String()
		}
		p = c.next()
	}
}

// isNormal reports whether s is in form C. Unlike norm's own answer it
// allocates nothing for the usual text, where a quick look is enough.
func isNormal(s string) bool {
	return norm.NFC.QuickSpanString(s) == len(s) || norm.NFC.IsNormalString(s)
}

// plainASCII returns the length of the longest prefix of s that is printable
// ASCII.
func plainASCII(s string) int {
	for i := range len(s) {
		if b := s[i]; b < 0x20 || b >= 0x7f {
			return i
		}
	}
	return len(s)
}

// Clean reports whether s is fit to be a line of a dataset: see [FirstProblem].
func Clean(s string) bool {
	offset, _ := FirstProblem(s)
	return offset < 0
}

// FirstProblem says where s, a line without its end, is unfit to be part of a
// dataset, and why. The offset counts bytes from 0; it is -1 and what is empty
// if there is no problem. A text of several lines is asked about line by line.
//
// Unfit is what [Line] would change, so everything that the package comment
// lists, tabs, and text not in form C. So is a character (grapheme cluster)
// to which terminals give different widths, because it would shift the rest of
// its row: "❤️" is two cells by cluster and one by code points.
//
// The words of what stand after "line 3, column 7: " and hold only ASCII.
func FirstProblem(s string) (offset int, what string) {
	i := plainASCII(s)
	if i == len(s) {
		return -1, ""
	}
	end, ordinary := len(s), ""
	if !isNormal(s) {
		end, ordinary = denormal(s)
	}
	c := scanner{s: s}
	for c.i < end {
		if p := c.next(); p.verdict != keep && p.start < end {
			return p.start, describe(s, p)
		}
	}
	if end < len(s) {
		return end, ordinary
	}
	return disputedWidth(s)
}

// denormal returns the offset of the first character of s that form C writes
// differently, and says how. The two must differ.
func denormal(s string) (offset int, what string) {
	want := norm.NFC.String(s)
	i := 0
	for i < len(s) && i < len(want) && s[i] == want[i] {
		i++
	}
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	if i < len(want) {
		w, _ := utf8.DecodeRuneInString(want[i:])
		return i, fmt.Sprintf("text not in Unicode form C: %U where %U is wanted", r, w)
	}
	return i, fmt.Sprintf("text not in Unicode form C: %U is too much", r)
}

// disputedWidth finds the first cluster of s whose width is one number by
// cluster and another by code points. It needs s without control characters.
func disputedWidth(s string) (offset int, what string) {
	for i := 0; i < len(s); {
		if s[i] < 0x80 && (i+1 == len(s) || s[i+1] < 0x80) {
			i++
			continue
		}
		cluster, width := ansi.FirstGraphemeCluster(s[i:], ansi.GraphemeWidth)
		if wc := ansi.StringWidthWc(cluster); wc != width {
			return i, fmt.Sprintf("character of disputed width, %d or %d cells: %s", width, wc, points(cluster))
		}
		i += len(cluster)
	}
	return -1, ""
}

// points lists at most six code points of s: "U+0041 U+0301".
func points(s string) string {
	runes, more := []rune(s), ""
	if len(runes) > 6 {
		runes, more = runes[:6], " ..."
	}
	return strings.Trim(fmt.Sprintf("%U", runes), "[]") + more
}
