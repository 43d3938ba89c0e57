package cite

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/pattern"
)

var bibMonths = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// bibTeX is an entry for BibTeX and biblatex, as the documentation of BibTeX
// describes it (Patashnik, BibTeXing, 1988). The title stands in double braces,
// so that its capitals stay. The locator has no field: it belongs into the citation, as
// [Biblatex] writes it. An archive's number is in the note.
func (w *work) bibTeX() string {
	kind := cmp.Or(kinds[w.kind].bib, "misc")
	var b strings.Builder
	b.WriteString("@" + kind + "{" + key(w.id))
	field := func(name, value string) {
		if value != "" {
			b.WriteString(",\n  " + name + strings.Repeat(" ", 12-len(name)) + " = " + value)
		}
	}
	authors := make([]string, len(w.authors))
	for i, a := range w.authors {
		authors[i] = bibName(english.Joined(", ", tex(curly(a.Family)), tex(curly(a.Given))), a.Given == "")
	}
	field("author", braces(strings.Join(authors, " and ")))
	field("title", braces(braces(tex(curly(w.title)))))
	w.bibContainer(kind, func(name, value string) { field(name, braces(tex(curly(value)))) })
	if w.issued.known {
		field("year", braces(w.bibYear()))
	}
	if w.issued.month > 0 {
		field("month", bibMonths[w.issued.month-1])
	}
	field("day", w.issued.dayText())
	field("note", braces(tex(curly(w.bibNote()))))
	field("url", braces(w.url))
	field("urldate", braces(w.accessed.iso()))
	return b.String() + "\n}"
}

// bibName protects the name of a body from being taken apart.
func bibName(name string, whole bool) string {
	if whole || strings.Contains(strings.ToLower(name), " and ") {
		return braces(name)
	}
	return name
}

func (w *work) bibContainer(kind string, field func(name, value string)) {
	switch kind {
	case "article":
		field("journal", w.container)
		field("volume", w.number)
		field("publisher", w.publisher)
	case "techreport":
		field("institution", w.publisher)
		field("type", w.container)
		field("number", w.number)
	case "incollection", "inproceedings":
		field("booktitle", w.container)
		field("publisher", w.publisher)
	case "misc":
		how := w.container
		if w.blog() && how != "" {
			how += " (blog)"
		}
		field("howpublished", how)
		field("publisher", w.maker())
		field("number", w.number)
	case "unpublished":
		field("howpublished", w.container)
		field("publisher", w.maker())
	default:
		field("publisher", w.publisher)
		field("series", w.container)
		field("number", w.number)
	}
}

func (w *work) bibYear() string {
	y := strings.Replace(w.issued.years(), "–", "--", 1)
	switch {
	case w.issued.doubtful:
		return "[" + y + "?]"
	case w.issued.circa:
		return "ca. " + y
	}
	return y
}

// bibNote holds what has no field: where an archive keeps the work, and since when.
func (w *work) bibNote() string {
	var parts []string
	if w.archived() {
		parts = append(parts, english.Joined(", ", w.container, w.number))
	}
	if w.issued.deposit {
		parts = append(parts, "deposited "+w.issued.years())
	}
	return english.Joined("; ", parts...)
}

func braces(s string) string { return english.Between("{", s, "}") }

// iso writes the parts that are known: 2013-03-27.
func (w when) iso() string {
	if !w.known {
		return ""
	}
	return english.Joined("-", fmt.Sprintf("%04d", w.year), twoDigits(w.month), twoDigits(w.day))
}

// twoDigits writes a month or a day that is known.
func twoDigits(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%02d", n)
}

// bibEntry matches the beginning of an entry of a BibTeX file, with its key.
var bibEntry = pattern.Lazy(`(?m)^[ \t]*@[A-Za-z]+[ \t\r\n]*[{(][ \t\r\n]*([^\s,{}()]+)[ \t\r\n]*,`)

// Into returns the text of a BibTeX file with entries for the works added at its end,
// those left out whose keys it has already: BibTeX refuses a key that comes twice, in
// whatever case. What the file has is kept byte for byte. added and kept are the ids of
// the works.
func Into(file []byte, d *events.Dataset, items []Item, accessed edtf.Date) (text []byte, added, kept []string) {
	has := map[string]bool{}
	for _, m := range bibEntry().FindAllSubmatch(file, -1) {
		has[strings.ToLower(string(m[1]))] = true
	}
	text = bytes.Clone(file)
	for _, it := range merge(items) {
		w := newWork(d, it, accessed)
		if has[strings.ToLower(key(w.id))] {
			kept = append(kept, w.id)
			continue
		}
		added = append(added, w.id)
		switch {
		case len(text) > 0 && !bytes.HasSuffix(text, []byte("\n")):
			text = append(text, "\n\n"...)
		case len(text) > 0:
			text = append(text, '\n')
		}
		text = append(text, w.bibTeX()...)
		text = append(text, '\n')
	}
	return text, added, kept
}
