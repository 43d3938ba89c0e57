package folder

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// yamlText collects the lines of a YAML mapping.
type yamlText struct{ strings.Builder }

// field writes a key and its value, unless that is empty.
func (y *yamlText) field(key, value string) {
	if value != "" {
		y.WriteString(key + ": " + scalar(value, "") + "\n")
	}
}

// head writes the key of a list of n values, unless there are none.
func (y *yamlText) head(key string, n int) {
	if n > 0 {
		y.WriteString(key + ":\n")
	}
}

// list writes a key and a list of plain values, unless there are none.
func (y *yamlText) list(key string, values []string) {
	y.head(key, len(values))
	for _, v := range values {
		y.WriteString("  - " + scalar(v, "  ") + "\n")
	}
}

// pair is a key with its value.
type pair struct{ key, value string }

// flow writes pairs with a value as an item of a list: "  - {actor: x, role: host}".
func (y *yamlText) flow(pairs ...pair) {
	var parts []string
	for _, p := range pairs {
		if p.value != "" {
			parts = append(parts, p.key+": "+flowScalar(p.value))
		}
	}
	y.WriteString("  - {" + strings.Join(parts, ", ") + "}\n")
}

// block writes pairs with a value as an item of a list, a line each.
func (y *yamlText) block(pairs ...pair) {
	lead := "  - "
	for _, p := range pairs {
		if p.value != "" {
			y.WriteString(lead + p.key + ": " + scalar(p.value, "    ") + "\n")
			lead = "    "
		}
	}
}

// scalar writes a value so that YAML reads the same text again: plain where that is
// certain, else in double quotes, broken where it is long.
func scalar(s, indent string) string {
	if plain(s) && !strings.Contains(s, ": ") && !strings.HasSuffix(s, ":") && len(s) <= wrapBytes {
		return s
	}
	if text, ok := literal(s, indent); ok {
		return text
	}
	return quoted(s, indent)
}

// literal writes a text of several lines as such, below its key; ok is false where that
// would not be read as the same text.
func literal(s, indent string) (text string, ok bool) {
	if !strings.Contains(s, "\n") || strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\n") || strings.HasSuffix(s, "\n") {
		return "", false
	}
	var b strings.Builder
	b.WriteString("|-")
	for line := range strings.SplitSeq(s, "\n") {
		if strings.HasSuffix(line, " ") || len(line) > 4*wrapBytes || strings.ContainsFunc(line, func(r rune) bool { return r != ' ' && !unicode.IsPrint(r) }) {
			return "", false
		}
		b.WriteByte('\n')
		if line != "" {
			b.WriteString(indent + "  " + line)
		}
	}
	return b.String(), true
}

// flowScalar is scalar inside brackets and braces.
func flowScalar(s string) string {
	if plain(s) && !strings.ContainsAny(s, ",:") {
		return s
	}
	return quoted(s, "")
}

// plain tells whether a value can do without quotes, colons apart.
func plain(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(first) && !unicode.IsDigit(first) || strings.HasSuffix(s, " ") || strings.Contains(s, "  ") {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return strings.ContainsRune("#{}[]\"\\|", r) || r < ' ' || r == 0x7f || r >= 0x80 && !unicode.IsPrint(r)
	})
}

// wrapBytes is how long a line in quotes gets before it is broken.
const wrapBytes = 1000

// quoted writes a value in double quotes. A long one is broken before spaces: a
// backslash takes the line's end out, and another keeps the space that follows it.
func quoted(s, indent string) string {
	var b strings.Builder
	b.WriteByte('"')
	line := 0
	for _, r := range s {
		switch {
		case r == ' ' && line > wrapBytes && indent != "":
			b.WriteString("\\\n" + indent + "  \\ ")
			line = 0
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f || !unicode.IsPrint(r) && r != ' ':
			if r > 0xffff {
				fmt.Fprintf(&b, `\U%08X`, r)
			} else {
				fmt.Fprintf(&b, `\u%04X`, r)
			}
		default:
			b.WriteRune(r)
		}
		line += utf8.RuneLen(r)
	}
	b.WriteByte('"')
	return b.String()
}
