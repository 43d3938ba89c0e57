// Package cite writes references to the sources of a dataset in the styles that
// writers use. What is cited is always the article, never this program.
//
// Styles for reading are plain text without italics, except Markdown, which has
// them:
//
//   - chicago      a full note, Chicago Manual of Style, 18th edition, chapters 13 and 14
//   - chicago-bib  a bibliography entry of the same, and a short note if there is a locator
//   - apa          a reference, APA Publication Manual, 7th edition, and the in-text citation
//   - mla          a works-cited entry, MLA Handbook, 9th edition, and the in-text citation
//   - markdown     a footnote definition with the Chicago note in it
//
// Styles for reference managers:
//
//   - bibtex    an entry for biblatex and BibTeX: TeX commands for accents and signs
//   - ris       the tagged format of Research Information Systems, CRLF line ends
//   - csl-json  a JSON array (https://citeproc-js.readthedocs.io/en/latest/csl-json/)
//
// Styles for typing into a text, by the keys of bibtex: pandoc, biblatex, org-cite and
// typst.
//
// # Rules of its own
//
//   - Titles keep the capitals that they are printed with, also in APA, which
//     asks for sentence case: which words are names cannot be told from the text.
//   - A date is cited with the parts that are known, and no others.
//   - A date that is one of several is no date, unless the work has an archive
//     number: the latest of them is then when it was deposited, and the year
//     of that is cited, marked as the year of deposit where the style has room.
//   - Reference lists have no place for a locator. Where one is given, styles
//     for reading add a second line with the short citation that has it.
//
// Text of the source is passed through package printable, so that a citation is
// safe on a terminal.
package cite

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/record"
)

// Style is a citation style.
type Style uint8

// The styles, in the order in which they are offered.
const (
	Chicago    Style = iota // a full note
	ChicagoBib              // a bibliography entry
	APA
	MLA
	Markdown // a footnote definition
	BibTeX
	RIS
	CSLJSON
	Pandoc // these four as they are typed into a text
	Biblatex
	OrgCite
	Typst
)

var styleNames = [...]string{"chicago", "chicago-bib", "apa", "mla", "markdown", "bibtex", "ris", "csl-json", "pandoc", "biblatex", "org-cite", "typst"}

// String returns the name that ParseStyle reads.
func (s Style) String() string { return styleNames[min(int(s), len(styleNames)-1)] }

// Styles returns the names of all styles, in the order of their values.
func Styles() []string { return slices.Clone(styleNames[:]) }

// ParseStyle returns the style of that name, in any case. The error names the
// nearest style, or all of them.
func ParseStyle(name string) (Style, error) {
	i, err := record.Choice("style", name, styleNames[:])
	return Style(i), err
}

// Item is a source and the blocks of it that are cited; At may be empty.
type Item struct {
	Source *events.Source
	At     []events.Locator
}

// Items returns what an event rests on: each source that tells of it, once, in
// the order of the claims, with the blocks of its claims in the order of the text.
func Items(d *events.Dataset, e *events.Event) []Item {
	var items []Item
	for _, c := range e.Claims {
		if src := d.Source(c.Source); src != nil {
			var at []events.Locator
			if c.At.Kind != 0 {
				at = []events.Locator{c.At}
			}
			items = append(items, Item{src, at})
		}
	}
	return merge(items)
}

// Format returns the citation of a source, without a line end after it. at may
// be empty. accessed is the day on which the work was looked up, or no date. It
// counts only for works with a web address; the styles for reading, which ask
// for it where a work may change, print it only if the work has no date.
func Format(d *events.Dataset, src *events.Source, at []events.Locator, style Style, accessed edtf.Date) string {
	return FormatAll(d, []Item{{src, at}}, style, accessed)
}

// FormatAll returns the citations of several sources as one text that the
// style's readers accept: entries one after another, or one JSON array. Items
// of one source are made one.
func FormatAll(d *events.Dataset, items []Item, style Style, accessed edtf.Date) string {
	works := make([]work, 0, len(items))
	for _, it := range merge(items) {
		works = append(works, newWork(d, it, accessed))
	}
	if style == CSLJSON {
		return cslJSON(works)
	}
	if style >= Pandoc {
		return typedCitation(works, style)
	}
	texts := make([]string, len(works))
	for i := range works {
		texts[i] = works[i].format(style)
	}
	switch style {
	case BibTeX, Markdown:
		return strings.Join(texts, "\n\n")
	case RIS:
		return strings.Join(texts, "\r\n\r\n")
	}
	return strings.Join(texts, "\n")
}

// format writes one work in any style but CSLJSON and those that are typed.
func (w *work) format(style Style) string {
	switch style {
	case ChicagoBib:
		return w.located(w.chicagoEntry(), w.chicagoShortNote)
	case APA:
		return w.located(w.apaReference(), w.apaInText)
	case MLA:
		return w.located(w.mlaEntry(), w.mlaInText)
	case Markdown:
		return w.footnote()
	case BibTeX:
		return w.bibTeX()
	case RIS:
		return w.ris()
	}
	return plain(w.chicagoNote())
}

// located is an entry with, if there is a locator, the citation that has it below.
func (w *work) located(entry string, short func() string) string {
	if len(w.at) > 0 {
		entry += "\n" + short()
	}
	return plain(entry)
}

// merge makes items of one source one, in the order of their first appearance,
// each locator once, in the order of the text. An opening paragraph that has no
// heading must not come after one that has: it would read as standing under it.
func merge(items []Item) []Item {
	var merged []Item
	for _, it := range items {
		i := slices.IndexFunc(merged, func(m Item) bool { return m.Source == it.Source })
		if i < 0 {
			i = len(merged)
			merged = append(merged, Item{Source: it.Source})
		}
		for _, at := range it.At {
			if at != (events.Locator{}) && !slices.Contains(merged[i].At, at) {
				merged[i].At = append(merged[i].At, at)
			}
		}
	}
	for i := range merged {
		slices.SortStableFunc(merged[i].At, inText)
	}
	return merged
}

// inText orders locators as the text has them: paragraphs, then notes, then
// headings, captions and the like, then what is no text.
func inText(a, b events.Locator) int {
	rank := func(l events.Locator) int { return strings.IndexByte("pnhcbfgtvi", l.Kind) }
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Verse, b.Verse))
}
