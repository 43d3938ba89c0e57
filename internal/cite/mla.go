package cite

import (
	"strings"
	"timeline/internal/english"
)

// The MLA Handbook, 9th edition, chapters 5 and 6.
//
// Differences from what citeproc makes of Debian's modern-language-association:
//
//   - The day stands in the dates of journals too, if they print it (5.68):
//     some of them appear more than once a month.
//   - What lies in an archive is a part of it, with its title in quotation marks
//     and the archive as its container (5.31); citeproc takes it for a book.
//   - "par. 2", not "para.2" (6.26), with the section.

// mlaEntry is an entry of the list of works cited.
func (w *work) mlaEntry() string {
	title := quoted(w.title, ".")
	container := italic(curly(w.container))
	if w.kind == "report" || w.book() {
		title = stop(italic(curly(w.title)))
		container = curly(w.container)
	}
	number := w.number
	if w.periodical() && number != "" {
		number = "vol. " + number
	}
	facts := english.Joined(", ", container, number, curly(w.maker()), w.issued.mla(), w.url)
	accessed := ""
	if w.url != "" && !w.issued.known && w.accessed.known {
		accessed = "Accessed " + w.accessed.mla()
	}
	return english.Joined(" ", stop(w.mlaAuthors()), title, stop(facts), stop(accessed))
}

// mlaAuthors is "A, B, and C D"; from three on the first alone.
func (w *work) mlaAuthors() string { return series(w.inverted(), 2, ", and ", ", et al.") }

// mlaInText is the citation in the text, with its locator.
func (w *work) mlaInText() string {
	who := w.shortened(" and ", w.kind == "report" || w.book())
	if len(w.at) > 0 && w.at[0].bare() { // MLA 6.16: no comma before a page
		who = strings.TrimSuffix(strings.TrimSuffix(who, " "), ",") + " "
	}
	return "(" + who + w.locator(mlaWords) + ")"
}
