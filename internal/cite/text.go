package cite

import (
	"strings"
	"timeline/internal/english"
	"unicode"
	"unicode/utf8"
)

// Italics stand between these two in a text that is being composed. They cannot
// come from a source: its text has been through package printable.
const (
	italicOn  = "\x01"
	italicOff = "\x02"
)

func italic(s string) string { return english.Between(italicOn, s, italicOff) }

// plain takes the italics out of a composed text.
func plain(s string) string { return upright.Replace(s) }

var upright = strings.NewReplacer(italicOn, "", italicOff, "")

// curly makes straight quotation marks and apostrophes typographic ones.
func curly(s string) string {
	if !strings.ContainsAny(s, `"'`) {
		return s
	}
	var b strings.Builder
	previous := ' '
	for _, r := range s {
		opens := unicode.IsSpace(previous) || strings.ContainsRune("([{“‘–—\"", previous)
		switch {
		case r == '"' && opens:
			b.WriteRune('“')
		case r == '"':
			b.WriteRune('”')
		case r == '\'' && opens:
			b.WriteRune('‘')
		case r == '\'':
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
		previous = r
	}
	return b.String()
}

// quoted puts a title between double quotation marks, with the mark of
// punctuation that follows it inside them, as American styles do. Quotation
// marks inside it alternate: “On ‘Hot’ Wars,”. A full stop is left out after a
// mark that ends a sentence.
func quoted(title, mark string) string {
	s := nest(curly(title))
	if mark == "." && endsSentence(s) {
		mark = ""
	}
	return "“" + s + mark + "”"
}

// nest turns the quotation marks of s into those that stand inside double ones.
func nest(s string) string {
	var b strings.Builder
	var open []rune
	for i, r := range s {
		rest := s[i+utf8.RuneLen(r):]
		switch {
		case r == '“', r == '‘' && closes(rest):
			open = append(open, r)
			b.WriteString(mark(len(open), "‘", "“"))
			continue
		case r == '”' && len(open) > 0 && open[len(open)-1] == '“',
			r == '’' && len(open) > 0 && open[len(open)-1] == '‘' && !letterFirst(rest):
			b.WriteString(mark(len(open), "’", "”"))
			open = open[:len(open)-1]
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// mark returns the single mark at odd depths and the double one at even depths.
func mark(depth int, single, double string) string {
	if depth%2 == 1 {
		return single
	}
	return double
}

// closes reports whether a single quotation that opens before rest closes in it,
// before double ones open or close: if not, the mark is an ayn or an apostrophe.
func closes(rest string) bool {
	for i, r := range rest {
		if r == '“' || r == '”' {
			return false
		}
		if r == '’' && i > 0 && !letterFirst(rest[i+len("’"):]) {
			return true
		}
	}
	return false
}

func letterFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && unicode.IsLetter(r)
}

// endsSentence reports whether s ends with a mark that stands for a full stop,
// quotation marks and italics aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”’"+italicOff)
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune(".?!…", r)
}

// stop ends a sentence with a full stop, unless it is ended.
func stop(s string) string {
	if s == "" || endsSentence(s) {
		return s
	}
	return s + "."
}

// sentences joins parts as sentences of their own: each ends with a full stop.
func sentences(parts ...string) string {
	for i := range parts {
		parts[i] = stop(parts[i])
	}
	return english.Joined(" ", parts...)
}
