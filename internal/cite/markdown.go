package cite

import (
	"strings"

	"timeline/internal/printable"
)

// footnote is the definition of a Markdown footnote with the Chicago note in
// it, as Pandoc and most others read it. Its name is the source's id and the
// locators: [^siegel-2013-p12].
func (w *work) footnote() string {
	note := w.chicagoNote()
	if w.url != "" { // escape all but the address, which must stay as it is
		i := strings.LastIndex(note, w.url)
		head, tail := note[:i], note[i+len(w.url):]
		note = markdown(head) + "<" + w.url + ">" + markdown(tail)
	} else {
		note = markdown(note)
	}
	return "[^" + w.label() + "]: " + note
}

// label is what tells a citation apart from others of the same work, in
// characters that need no escape in Markdown and BibTeX.
func (w *work) label() string {
	parts := []string{key(w.id)}
	for _, p := range w.at {
		parts = append(parts, p.id)
	}
	return strings.Join(parts, "-")
}

// key keeps of an id what a key may hold.
func key(id string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, id)
}

// markdown escapes what Markdown would act on, and sets the italics.
func markdown(s string) string { return starred.Replace(printable.Markdown(s)) }

var starred = strings.NewReplacer(italicOn, "*", italicOff, "*")
