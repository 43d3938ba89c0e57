package importer

import (
	"html"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/printable"
	"timeline/internal/record"
)

// cleaner makes text of anywhere fit for a dataset, and counts what that took.
type cleaner struct {
	removed int // characters that a terminal would act on
	invalid int // values with bytes that are not UTF-8
	cut     int // texts that were too long
}

// line is a text of one line.
func (c *cleaner) line(s string) string {
	return c.bounded(strings.Join(strings.Fields(c.safe(s)), " "), record.MaxLineBytes/2)
}

// text is a text of several lines.
func (c *cleaner) text(s string) string {
	if !strings.ContainsAny(s, "\n\r") {
		return c.bounded(strings.TrimSpace(c.safe(s)), record.MaxTextBytes/2)
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		l = strings.ReplaceAll(l, "\t", "    ")
		lines[i] = c.bounded(strings.TrimRight(c.safe(l), " "), record.MaxLineBytes/2)
	}
	s = strings.TrimSpace(strings.Join(lines, "\n"))
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return c.bounded(s, record.MaxTextBytes/2)
}

// safe takes out what a dataset must not hold.
func (c *cleaner) safe(s string) string {
	if most := 4 * record.MaxTextBytes; len(s) > most {
		s = s[:most]
		c.cut++
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		c.invalid++
	}
	s = norm.NFC.String(s)
	for {
		at, what := printable.FirstProblem(s)
		if what == "" {
			return s
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		between := ""
		if s[at] == '\t' || s[at] == '\n' || s[at] == '\r' {
			between = " "
		} else {
			c.removed++
		}
		s = norm.NFC.String(s[:at] + between + s[at+n:])
	}
}

// bounded cuts a text that is longer than a dataset's may be.
func (c *cleaner) bounded(s string, most int) string {
	if len(s) <= most {
		return s
	}
	c.cut++
	for !utf8.RuneStart(s[most]) {
		most--
	}
	if at := strings.LastIndexByte(s[:most], ' '); at > most/2 {
		most = at
	}
	return c.safe(strings.TrimRight(s[:most], " ")) + " …"
}

// blockTags end a line of text.
var blockTags = map[string]bool{"p": true, "br": true, "div": true, "li": true, "ul": true, "ol": true, "tr": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "blockquote": true, "hr": true}

// hiddenTags hold what is not text.
var hiddenTags = map[string]bool{"script": true, "style": true, "iframe": true, "svg": true}

// withoutHTML is the text of HTML: tags go, blocks end lines, entities are characters.
// A < that begins no tag stays. links are where its anchors lead.
func withoutHTML(s string) (text string, links []string) {
	if !strings.ContainsAny(s, "<&") {
		return s, nil
	}
	var b strings.Builder
	hidden := ""
	for len(s) > 0 {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		if hidden == "" {
			b.WriteString(s[:at])
		}
		s = s[at:]
		tag, rest, ok := cutTag(s)
		if !ok {
			if s != "" {
				if hidden == "" {
					b.WriteByte('<')
				}
				s = s[1:]
			}
			continue
		}
		s = rest
		name, closing := tagName(tag)
		switch {
		case hidden != "" && closing && name == hidden:
			hidden = ""
		case hidden != "":
		case hiddenTags[name] && !closing && !strings.HasSuffix(tag, "/"):
			hidden = name
		case blockTags[name]:
			b.WriteByte('\n')
		case name == "a" && !closing:
			if href := attribute(tag, "href"); href != "" {
				links = append(links, html.UnescapeString(href))
			}
		}
	}
	return strings.TrimSpace(html.UnescapeString(b.String())), links
}

// cutTag takes a tag or a comment off the beginning of s.
func cutTag(s string) (tag, rest string, ok bool) {
	if rest, found := strings.CutPrefix(s, "<!--"); found {
		_, rest, found = strings.Cut(rest, "-->")
		return "", rest, found
	}
	if len(s) < 3 || s[0] != '<' {
		return "", "", false
	}
	c := s[1] | 0x20
	if s[1] != '/' && s[1] != '!' && (c < 'a' || c > 'z') {
		return "", "", false
	}
	inside := byte(0)
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case inside != 0:
			if c == inside {
				inside = 0
			}
		case c == '"' || c == '\'':
			inside = c
		case c == '>':
			return s[1:i], s[i+1:], true
		case c == '<':
			return "", "", false
		}
	}
	return "", "", false
}

func tagName(tag string) (name string, closing bool) {
	tag, closing = strings.CutPrefix(tag, "/")
	end := strings.IndexFunc(tag, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') })
	if end < 0 {
		end = len(tag)
	}
	return strings.ToLower(tag[:end]), closing
}

// attribute is the value of a tag's attribute.
func attribute(tag, name string) string {
	at := strings.Index(asciiLower(tag), name+"=")
	if at < 0 {
		return ""
	}
	value := tag[at+len(name)+1:]
	if value == "" {
		return ""
	}
	if q := value[0]; q == '"' || q == '\'' {
		value, _, _ = strings.Cut(value[1:], string(q))
		return value
	}
	value, _, _ = strings.Cut(value, " ")
	return strings.TrimSuffix(value, "/")
}

// asciiLower is strings.ToLower that keeps every byte where it is.
func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

func numeric(s string) bool {
	return strings.Trim(s, "0123456789.,-+ ") == ""
}
