package printable

import "strings"

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
