package printable

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxURL is the length beyond which terminals (VTE) refuse a hyperlink.
const maxURL = 2083

// URL returns s as a web address that is safe in an OSC 8 hyperlink and in an
// export, and whether it is one. Safe means: http or https, a host of ASCII
// letters, digits and the usual punctuation (an international name in its
// "xn--" form, which does not pass for another), no user name before it, at
// most 2083 bytes, no space and nothing that [Line] would make visible. Other
// characters outside ASCII, and quotation marks, brackets and backslashes, are
// percent-encoded. If it is not safe the result is "".
func URL(s string) (string, bool) {
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return "", false
	}
	if composed := norm.NFC.String(s); len(s) > maxURL || Line(composed) != composed {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil || !plainHost(u) {
		return "", false
	}
	var b strings.Builder
	b.WriteString(u.Scheme) // in lower case
	for i := len(u.Scheme); i < len(s); i++ {
		if c := s[i]; c >= 0x80 || strings.IndexByte("\"'<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	if b.Len() > maxURL {
		return "", false
	}
	return b.String(), true
}

// plainHost reports whether the host of u is there and of plain ASCII.
func plainHost(u *url.URL) bool {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]"
	return u.Hostname() != "" && strings.Trim(u.Host, plain) == ""
}

// CSVCell returns s as the text of a cell that a spreadsheet does not take for
// a formula: with an apostrophe before it if its first character, spaces
// aside, is one of = + - @ (or their full-width forms), or if it begins with a
// tab, a carriage return or a line feed, as OWASP advises ("CSV Injection").
// The text is also a [Block], since a CSV may be printed on a terminal.
//
// It is for text. A number that may be negative is written without it. It does
// not quote: encoding/csv does that, and must, or a comma in the text would
// begin a new cell.
func CSVCell(s string) string {
	cell := Block(s)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, unicode.IsSpace))
	if strings.ContainsRune("=+-@＝＋－＠", first) || s != "" && strings.IndexByte("\t\r\n", s[0]) >= 0 {
		return "'" + cell
	}
	return cell
}

// JSON writes the characters of a JSON text that are not seen, all of which stand
// inside its strings, as \u escapes: they mean the same, and no terminal acts on
// them. The encoder has escaped those below U+0020.
func JSON(s string) string {
	unseen := func(r rune) bool {
		return r >= 0x7f && (unicode.Is(unicode.C, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r))
	}
	if strings.IndexFunc(s, unseen) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if !unseen(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}

// Markdown escapes a line of plain text, so that Markdown shows it as it stands.
// The browser's renderer does not know all of these escapes: what it renders is
// escaped by articles.Literal.
func Markdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>#~|^$&@", r) || i == 0 && strings.ContainsRune("-+=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
