package articles

import (
	"strconv"
	"strings"
	"timeline/internal/english"
	"timeline/internal/pattern"
)

// Markdown is one block as Markdown that shows exactly its words: whatever
// Markdown would read as a mark is escaped. A title is #, a heading ##, a
// quotation >, a list item -, the standfirst strong; byline, date, caption,
// note and biography, which print sets small, are in italics. Note marks stand
// as [4] after their word. A block that does not exist is empty.
func (a *Article) Markdown(block int) string {
	if block < 0 || block >= len(a.Blocks) {
		return ""
	}
	b := &a.Blocks[block]
	words := Literal(b.marked())
	if words == "" && b.Label == "" {
		return ""
	}
	switch b.Kind {
	case "title":
		return "# " + words
	case "heading":
		return "## " + words
	case "quote":
		return "> " + words
	case "item":
		if numbered(b.Text) {
			return words // it brings its own number
		}
		return "- " + words
	case "standfirst":
		return "**" + words + "**"
	case "note":
		return strings.TrimSpace(Literal(b.Label) + " " + italics(words))
	case "byline", "date", "caption", "biography":
		return italics(words)
	}
	return words
}

func italics(words string) string { return english.Between("*", words, "*") }

// marked is the text with its note marks.
func (b *Block) marked() string {
	var s strings.Builder
	done := 0
	for _, m := range b.Marks {
		at := min(max(m.Offset, done), len(b.Text))
		s.WriteString(b.Text[done:at] + "[" + m.Note + "]")
		done = at
	}
	s.WriteString(b.Text[done:])
	return s.String()
}

// itemNumber is how an item of a numbered list begins: "3. words".
var itemNumber = pattern.Lazy(`^[0-9]{1,3}[.)] `)

func numbered(s string) bool { return itemNumber().MatchString(s) }

// Literal escapes a line of text for Markdown that the browser renders. What its
// renderer does not take a backslash before is written as an entity; files that
// people read have none (printable.Markdown). The colon of an address, the at sign
// and the point of www. would make links.
func Literal(s string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '&':
			b.WriteString("&amp;")
		case c == '~', c == '@', c == ':' && (i == 0 || strings.HasPrefix(s[i:], "://")):
			b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		case strings.IndexByte("\\`*_[]<>|#!", c) >= 0, // anywhere
			i == 0 && (c == '+' || c == '-'), // a list or a rule
			c == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"),
			(c == '.' || c == ')') && i > 0 && i < 10 && strings.Trim(s[:i], "0123456789") == "": // a numbered item
			b.WriteByte('\\')
			b.WriteByte(c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
