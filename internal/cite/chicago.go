package cite

import (
	"strings"
	"timeline/internal/english"
)

// The Chicago Manual of Style, 18th edition, chapters 13 and 14, notes and
// bibliography.
//
// Differences from what citeproc makes of Debian's chicago-fullnote-bibliography, which
// is of the 17th edition:
//
//   - A note names two authors at most, a bibliography six, or else the first three
//     (13.23).
//   - Titles are not recapitalised, and an archive number does not get a capital
//     ("hal-01081769", not "Hal-01081769").
//   - An unsigned post begins with its title in the bibliography too, not
//     with the name of the blog, and "(blog)" is said there as it is in the note.
//   - A year that is the deposit's says so: "deposited 2014".
//   - A work with neither date nor day of access says "n.d.", where
//     citeproc says nothing.
//   - "Section, para. 2": citeproc has one locator, with one label. We name the
//     section too, since paragraphs are counted within it.

// chicagoNote is a full note, without its number.
func (w *work) chicagoNote() string {
	facts, keeper := w.chicagoFacts()
	title := quoted(w.title, ",")
	switch {
	case w.book():
		title = italic(curly(w.title))
	case strings.HasPrefix(facts, "("): // a bracket follows the title without a comma
		title = quoted(w.title, "")
	}
	rest := english.Joined(", ", facts, w.locator(chicagoWords), keeper, w.accessedNote(), w.url)
	return stop(english.Between("", w.byline(), ", ") + english.Joined(" ", title, rest))
}

// chicagoFacts returns the facts of publication, which stand after the title in
// a note, and who keeps the work, which stands after the locator.
func (w *work) chicagoFacts() (facts, keeper string) {
	date := w.chicagoDate()
	container := italic(curly(w.container))
	switch {
	case w.periodical() && w.number != "":
		return container + " " + w.number + bracket(date), ""
	case w.periodical() && w.issued.known && w.issued.month == 0 && container != "":
		return container + bracket(date), ""
	case w.blog() && container != "":
		return english.Joined(", ", container+" (blog)", date), ""
	case w.archived():
		return strings.TrimSpace(bracket(date)), english.Joined(", ", w.number, w.container)
	case w.kind == "report", w.book():
		return strings.TrimSpace(curly(w.container) + bracket(english.Joined(", ", w.maker(), date))), ""
	}
	return english.Joined(", ", container, w.maker(), date), ""
}

// chicagoDate is the date, "n.d." where nothing else tells the time, or "".
func (w *work) chicagoDate() string {
	if w.issued.known || w.accessed.known {
		return w.issued.american()
	}
	return "n.d."
}

func bracket(s string) string { return english.Between(" (", s, ")") }

func (w *work) accessedNote() string {
	if w.issued.known || !w.accessed.known {
		return ""
	}
	return "accessed " + w.accessed.american()
}

// chicagoEntry is an entry of a bibliography.
func (w *work) chicagoEntry() string {
	date := w.chicagoDate()
	container := italic(curly(w.container))
	title := quoted(w.title, ".")
	if w.book() {
		title = stop(italic(curly(w.title)))
	}
	var facts string
	switch {
	case w.periodical() && w.number != "":
		facts = stop(container + " " + w.number + bracket(date))
	case w.blog() && container != "":
		facts = stop(english.Joined(", ", container+" (blog)", date))
	case w.archived():
		if date != "" {
			title, date = quoted(w.title, ","), stop(date)
		}
		facts = english.Joined(" ", date, stop(w.number), stop(w.container))
	case w.kind == "report", w.book():
		facts = sentences(curly(w.container), english.Joined(", ", w.maker(), date))
	default:
		facts = stop(english.Joined(", ", container, w.maker(), date))
	}
	return english.Joined(" ", stop(w.chicagoAuthors()), title, facts, stop(english.Capital(w.accessedNote())), stop(w.url))
}

// chicagoShortNote is a note for a work that is in the bibliography.
func (w *work) chicagoShortNote() string {
	title := quoted(w.short, ",")
	if w.book() {
		title = italic(curly(w.short)) + ","
	}
	return stop(english.Between("", w.families(" and "), ", ") + title + " " + w.locator(chicagoWords))
}

// chicagoAuthors is "A, B, C D, and E F"; of more than six the first three.
func (w *work) chicagoAuthors() string {
	names := w.inverted()
	if len(names) > 6 {
		return strings.Join(names[:3], ", ") + ", et al."
	}
	return series(names, len(names), ", and ", "")
}

// byline is the authors' names in reading order; from three on, the first alone.
func (w *work) byline() string {
	names := make([]string, len(w.authors))
	for i, a := range w.authors {
		names[i] = english.Joined(" ", curly(a.Given), curly(a.Family))
	}
	return series(names, 2, " and ", " et al.")
}

// families is the authors' family names; of more than two the first alone.
func (w *work) families(and string) string {
	names := make([]string, len(w.authors))
	for i, a := range w.authors {
		names[i] = curly(a.Family)
	}
	return series(names, 2, and, " et al.")
}

// inverted is the authors' names with the first one's family name first.
func (w *work) inverted() []string {
	names := make([]string, len(w.authors))
	for i, a := range w.authors {
		names[i] = english.Joined(" ", curly(a.Given), curly(a.Family))
		if i == 0 {
			names[i] = english.Joined(", ", curly(a.Family), curly(a.Given))
		}
	}
	return names
}

// series joins names: A; A and B; A, B, and C. Of more than most of them it
// writes the first and etAl. and joins two names; three have a comma before it
// in any case.
func series(names []string, most int, and, etAl string) string {
	switch n := len(names); {
	case n > most:
		return names[0] + etAl
	case n == 2:
		return names[0] + and + names[1]
	case n > 2:
		return strings.Join(names[:n-1], ", ") + ", " + strings.TrimLeft(and, ", ") + names[n-1]
	}
	return strings.Join(names, "")
}
