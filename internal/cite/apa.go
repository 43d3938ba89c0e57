package cite

import (
	"strings"
	"unicode/utf8"

	"timeline/internal/english"
	"timeline/internal/events"
)

// The Publication Manual of the American Psychological Association, 7th edition,
// chapters 8 to 10.
//
// Differences from what citeproc makes of Debian's apa: the section beside the
// paragraph (8.28), and the number of a periodical's volume is the only number
// that a source has.

// apaReference is an entry of the list of references.
func (w *work) apaReference() string {
	title := curly(w.title)
	if w.alone() {
		title = italic(title)
	}
	switch {
	case w.archived():
		title += bracket(w.number)
	case w.kind == "report":
		if w.number != "" {
			title += bracket("No. " + w.number)
		}
		if w.container != "" {
			title += " [" + curly(w.container) + "]"
		}
	}
	date := "(" + w.issued.apa(w.apaFullDate()) + ")"
	authors := w.apaAuthors()
	if authors == "" { // the title takes the author's place
		return english.Joined(" ", stop(title), date+".", stop(w.apaContainer()), w.apaURL())
	}
	return english.Joined(" ", authors, date+".", stop(title), stop(w.apaContainer()), w.apaURL())
}

// apaFullDate tells that the date has month and day: not for journals, reports
// and what lies in an archive (9.14).
func (w *work) apaFullDate() bool {
	return w.kind != "article-journal" && w.kind != "report" && !w.archived()
}

func (w *work) apaContainer() string {
	switch {
	case w.periodical() && w.number != "":
		return italic(curly(w.container)) + ", " + italic(w.number)
	case w.periodical() || w.blog():
		return italic(curly(w.container))
	case w.archived():
		return curly(w.container)
	case w.kind == "report":
		return w.maker()
	}
	return english.Joined("; ", curly(w.container), curly(w.maker()))
}

func (w *work) apaURL() string {
	if w.url != "" && !w.issued.known && w.accessed.known {
		return "Retrieved " + w.accessed.american() + ", from " + w.url
	}
	return w.url
}

// apaAuthors is "Siegel, P. C., & Lebovich, A.", up to twenty of them.
func (w *work) apaAuthors() string {
	names := make([]string, len(w.authors))
	for i, a := range w.authors {
		names[i] = english.Joined(", ", curly(a.Family), initials(a))
	}
	switch n := len(names); {
	case n > 20:
		return stop(strings.Join(names[:19], ", ") + ", … " + names[n-1])
	case n > 1:
		return stop(strings.Join(names[:n-1], ", ") + ", & " + names[n-1])
	}
	return stop(strings.Join(names, ""))
}

// initials shortens given names: "Jean-Paul Marie" is "J.-P. M."
func initials(a events.Author) string {
	var words []string
	for _, word := range strings.Fields(a.Given) {
		parts := strings.Split(word, "-")
		for i, p := range parts {
			if _, size := utf8.DecodeRuneInString(p); size > 0 {
				parts[i] = p[:size] + "."
			}
		}
		words = append(words, english.Joined("-", parts...))
	}
	return strings.Join(words, " ")
}

// apaInText is the citation in the text, with its locator.
func (w *work) apaInText() string {
	return "(" + w.shortened(" & ", w.alone()) + english.Joined(", ", w.issued.apa(false), w.locator(apaWords)) + ")"
}

// shortened is what stands for the work in a text, before what follows in the brackets:
// its authors, or else its title, which stands in italics if it is that of a whole.
func (w *work) shortened(and string, whole bool) string {
	switch who := w.families(and); {
	case who != "":
		return who + ", "
	case whole:
		return italic(curly(w.short)) + ", "
	}
	return quoted(w.short, ",") + " "
}
