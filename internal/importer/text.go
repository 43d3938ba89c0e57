package importer

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"timeline/internal/printable"
	"timeline/internal/record"
)

// cleaner makes text of anywhere fit for a dataset, and counts what that took.
type cleaner struct {
	Removed int // characters that a terminal would act on
	Latin   int // values that were Windows-1252
	Invalid int // values with bytes that are not UTF-8
	Cut     int // texts that were too long
}

// line is a text of one line.
func (c *cleaner) line(s string) string {
	return c.bounded(strings.Join(strings.Fields(c.safe(s)), " "), maxLine)
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// text is a text of several lines.
func (c *cleaner) text(s string) string {
	if !strings.ContainsAny(s, "\n\r") && len(s) < maxLine {
		return strings.TrimSpace(c.safe(s))
	}
	s = lineEnds.Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		l = strings.ReplaceAll(l, "\t", "    ")
		lines[i] = broken(strings.TrimRight(c.safe(l), " "))
	}
	s = strings.TrimSpace(strings.Join(lines, "\n"))
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return c.bounded(s, maxText)
}

// maxText is how many bytes a text may have, with the sign that it was cut.
const maxText = record.MaxTextBytes - len(" …")

// maxLine is how many bytes a line of a text may have: escaped, it may take twice as many.
const maxLine = record.MaxLineBytes / 2

// broken is a long line as several, broken where a space is.
func broken(s string) string {
	var lines []string
	for len(s) > maxLine {
		at := strings.LastIndexByte(s[:maxLine], ' ')
		for at < maxLine/2 || !utf8.RuneStart(s[at]) { // no space: between two characters
			if at < maxLine/2 {
				at = maxLine
			}
			at--
		}
		lines, s = append(lines, strings.TrimRight(s[:at], " ")), strings.TrimLeft(s[at:], " ")
	}
	return strings.Join(append(lines, s), "\n")
}

// safe takes out what a dataset must not hold.
func (c *cleaner) safe(s string) string {
	if most := 4 * record.MaxTextBytes; len(s) > most {
		s = s[:most]
		c.Cut++
	}
	if !utf8.ValidString(s) {
		s = c.decoded(s)
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
			c.Removed++
		}
		s = norm.NFC.String(s[:at] + between + s[at+n:])
	}
}

// decoded is a text that is not UTF-8. One without any character of UTF-8 beyond ASCII is
// Windows-1252, as spreadsheets write; in another, something is broken.
func (c *cleaner) decoded(s string) string {
	for i, r := range s {
		if _, n := utf8.DecodeRuneInString(s[i:]); r >= utf8.RuneSelf && n > 1 {
			c.Invalid++
			return strings.ToValidUTF8(s, "\uFFFD")
		}
	}
	c.Latin++
	return fromWindows1252(s)
}

// bounded cuts a text that is longer than a dataset's may be.
func (c *cleaner) bounded(s string, most int) string {
	if len(s) <= most {
		return s
	}
	c.Cut++
	for !utf8.RuneStart(s[most]) {
		most--
	}
	if at := strings.LastIndexAny(s[:most], " \n"); at > most/2 {
		most = at
	}
	lines := strings.LastIndexByte(s[:most], '\n') + 1
	return s[:lines] + c.safe(strings.TrimRight(s[lines:most], " ")) + " …"
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
	tokens := html.NewTokenizer(strings.NewReader(s))
	for {
		kind := tokens.Next()
		raw := string(tokens.Raw())
		token := tokens.Token()
		switch {
		case kind == html.ErrorToken:
			if hidden == "" {
				b.WriteString(raw) // a tag without an end was meant as text
			}
			return strings.TrimSpace(b.String()), links
		case hidden != "":
			if kind == html.EndTagToken && token.Data == hidden {
				hidden = ""
			}
		case kind == html.TextToken:
			b.WriteString(token.Data)
		case kind == html.StartTagToken && hiddenTags[token.Data]:
			hidden = token.Data
		case blockTags[token.Data]:
			b.WriteByte('\n')
		case kind == html.StartTagToken && token.Data == "a":
			for _, a := range token.Attr {
				if a.Key == "href" && a.Val != "" {
					links = append(links, a.Val)
				}
			}
		}
	}
}
