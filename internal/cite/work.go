package cite

import (
	"cmp"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/printable"
)

// work is a source made ready for citing: text safe, date reduced to the parts
// that a citation may print, locators looked up.
type work struct {
	id        string
	kind      string // CSL item type
	authors   []events.Author
	title     string // as printed
	short     string // short title, or the title
	container string
	publisher string
	number    string
	url       string // empty unless safe
	dateNote  string
	issued    when
	accessed  when // zero unless there is a url
	at        []place
}

// kinds are the CSL item types that are passed on (CSL 1.0.2, appendix III), with the
// types of standard BibTeX and of RIS for them; any other becomes a document. The rest are
// misc in BibTeX, and in RIS ELEC if they have an address, and else MANSCPT: Zotero's
// translator takes GEN, and types that it does not know, for journal articles, and UNPB
// is one of these.
var kinds = map[string]struct{ bib, ris string }{
	"article-journal": {"article", "JOUR"}, "article-magazine": {"article", "MGZN"}, "article-newspaper": {"article", "NEWS"},
	"book": {"book", "BOOK"}, "chapter": {"incollection", "CHAP"}, "paper-conference": {"inproceedings", "CPAPER"},
	"report": {"techreport", "RPRT"}, "thesis": {"phdthesis", "THES"}, "pamphlet": {"booklet", "PAMP"},
	"manuscript": {"unpublished", "MANSCPT"}, "article": {"unpublished", "MANSCPT"},
	"post-weblog": {ris: "BLOG"}, "post": {ris: "BLOG"}, "webpage": {ris: "ELEC"}, "speech": {ris: "SLIDE"}, "interview": {ris: "PCOMM"},
	"document": {},
}

func newWork(d *events.Dataset, it Item, accessed edtf.Date) work {
	s := it.Source
	w := work{
		id: printable.Line(s.ID), kind: s.Kind,
		title: printable.Line(s.Title), short: printable.Line(s.Short),
		container: printable.Line(s.Container), publisher: printable.Line(s.Publisher),
		number: printable.Line(s.Number), dateNote: printable.Line(s.DateNote),
	}
	if _, known := kinds[w.kind]; !known {
		w.kind = "document"
	}
	w.title = cmp.Or(w.title, "[Untitled]")
	w.short = cmp.Or(w.short, w.title)
	for _, a := range s.Authors {
		w.authors = append(w.authors, events.Author{Given: printable.Line(a.Given), Family: printable.Line(a.Family)})
	}
	w.issued = whenOf(s.Date, w.archived() && s.Number != "")
	if url, ok := printable.URL(s.URL); ok {
		w.url = url
		if a := whenOf(accessed, false); a.day > 0 {
			w.accessed = a
		}
	}
	for _, at := range it.At {
		w.at = append(w.at, placeOf(d, s.ID, at))
	}
	return w
}

// archived tells that the work stands in an archive, not in a periodical, so
// that its number is the archive's and its container the archive.
func (w *work) archived() bool { return w.kind == "manuscript" || w.kind == "article" }

// periodical tells that the work appeared in a journal, magazine or newspaper.
func (w *work) periodical() bool { return strings.HasPrefix(w.kind, "article-") }

// blog tells that the work is a post.
func (w *work) blog() bool { return w.kind == "post-weblog" || w.kind == "post" }

// alone tells that the title is that of a whole and not of a part, which APA and
// MLA print in italics and without quotation marks.
func (w *work) alone() bool {
	return !w.periodical() && !w.blog() && w.kind != "chapter" && w.kind != "paper-conference"
}

// book tells that the work is published by itself, so that its title stands in
// italics in every style.
func (w *work) book() bool { return w.kind == "book" || w.kind == "thesis" || w.kind == "pamphlet" }

// maker is the body behind the work where the style names it beside the
// container: not for periodicals, posts and archives, and not twice.
func (w *work) maker() string {
	if w.periodical() || w.blog() || w.archived() || w.publisher == w.container {
		return ""
	}
	return w.publisher
}
