package articles

import "strings"

// isMarkdown tells whether a text was saved as Markdown: some line of it is a
// heading with number signs.
func isMarkdown(lines []string) bool {
	for _, line := range lines {
		if _, ok := headingText(line); ok {
			return true
		}
	}
	return false
}

// headingText is what follows the one to six number signs of a heading.
func headingText(line string) (string, bool) {
	rest := strings.TrimLeft(line, "#")
	if n := len(line) - len(rest); n < 1 || n > 6 || !strings.HasPrefix(rest, " ") {
		return line, false
	}
	return rest[1:], true
}

// withoutMarkdown takes a line's decorations away and leaves its words: number
// signs, emphasis, links' addresses, backslashes.
func withoutMarkdown(line string) string {
	line, _ = headingText(line)
	return unescaped(withoutEmphasis(withoutLinks(line)))
}

// withoutLinks turns [words](address) into words. An address in brackets at
// the end of the words, as web pages print it, goes too.
func withoutLinks(s string) string {
	const longest = 2048 // bytes of a link: bounds the search in hostile text
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "[")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		near := rest[:min(len(rest), longest)]
		words, after, isLink := strings.Cut(near, "](")
		address, _, closed := strings.Cut(after, ")")
		if !isLink || !closed || strings.Contains(words, "[") {
			b.WriteByte('[')
			s = rest
			continue
		}
		s = rest[len(words)+len("](")+len(address)+len(")"):]
		if i := strings.LastIndex(words, ` \(/`); i >= 0 && strings.HasSuffix(words, `\)`) {
			words = words[:i]
		}
		b.WriteString(words)
	}
}

// withoutEmphasis drops pairs of equal runs of stars around words.
func withoutEmphasis(s string) string {
	if strings.IndexByte(s, '*') < 0 {
		return s
	}
	ends := map[int]int{} // where a run that ends emphasis begins → its length
	var b strings.Builder
	for i := 0; i < len(s); {
		n := starsAt(s, i)
		if n == 0 {
			b.WriteByte(s[i])
			i++
			continue
		}
		if ends[i] == n {
			i += n
			continue
		}
		opens := n <= 3 && i+n < len(s) && s[i+n] != ' ' && (i == 0 || s[i-1] != '\\')
		if opens {
			if j := closing(s, i+n, n); j >= 0 {
				ends[j], i = n, i+n
				continue
			}
		}
		b.WriteString(s[i : i+n])
		i += n
	}
	return b.String()
}

func starsAt(s string, i int) int { return len(s[i:]) - len(strings.TrimLeft(s[i:], "*")) }

// closing is where the next run of n stars that ends emphasis begins, or -1.
// It looks no further than emphasis reaches in an article.
func closing(s string, from, n int) int {
	const reach = 1024
	for j := from; j < min(len(s), from+reach); j++ {
		if s[j] != '*' {
			continue
		}
		k := starsAt(s, j)
		if k == n && s[j-1] != ' ' && s[j-1] != '\\' {
			return j
		}
		j += k
	}
	return -1
}

// unescaped drops the backslash before punctuation.
func unescaped(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunctuation(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !('0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z')
}
