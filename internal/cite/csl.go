package cite

import (
	"bytes"
	"encoding/json"
)

// cslItem is an item of CSL-JSON 1.0.2 (csl-data.json of the Citation Style
// Language). The fields are in the order in which they are written.
type cslItem struct {
	ID              string    `json:"id"`
	Type            string    `json:"type"`
	Title           string    `json:"title"`
	TitleShort      string    `json:"title-short,omitempty"`
	Author          []cslName `json:"author,omitempty"`
	ContainerTitle  string    `json:"container-title,omitempty"`
	Archive         string    `json:"archive,omitempty"`
	ArchiveLocation string    `json:"archive_location,omitempty"`
	Genre           string    `json:"genre,omitempty"`
	Publisher       string    `json:"publisher,omitempty"`
	Volume          string    `json:"volume,omitempty"`
	Number          string    `json:"number,omitempty"`
	Issued          *cslDate  `json:"issued,omitempty"`
	Accessed        *cslDate  `json:"accessed,omitempty"`
	URL             string    `json:"URL,omitempty"`
	Locator         string    `json:"locator,omitempty"`
	Note            string    `json:"note,omitempty"`
}

type cslName struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type cslDate struct {
	Parts  [][]int `json:"date-parts"`
	Season int     `json:"season,omitempty"`
	Circa  bool    `json:"circa,omitempty"`
}

// cslJSON writes works as an array. A work without a date has no issued: the
// styles then write n.d. themselves.
func cslJSON(works []work) string {
	items := make([]cslItem, len(works))
	for i := range works {
		items[i] = works[i].csl()
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(items) // strings and numbers: cannot fail
	return string(bytes.TrimRight(b.Bytes(), "\n"))
}

func (w *work) csl() cslItem {
	it := cslItem{
		ID: w.id, Type: w.kind, Title: w.title, URL: w.url,
		Issued: w.issued.csl(), Accessed: w.accessed.csl(), Locator: w.locator(cslWords), Note: w.dateNote,
	}
	if w.short != w.title {
		it.TitleShort = w.short
	}
	if !w.archived() && !w.blog() { // there it is the host, which processors would print
		it.Publisher = w.publisher
	}
	for _, a := range w.authors {
		n := cslName{Family: a.Family, Given: a.Given}
		if a.Given == "" {
			n = cslName{Literal: a.Family}
		}
		it.Author = append(it.Author, n)
	}
	switch {
	case w.archived():
		it.Archive, it.ArchiveLocation = w.container, w.number
	case w.kind == "report":
		it.Genre, it.Number = w.container, w.number
	case w.periodical():
		it.ContainerTitle, it.Volume = w.container, w.number
	default:
		it.ContainerTitle, it.Number = w.container, w.number
	}
	return it
}

func (w when) csl() *cslDate {
	if !w.known {
		return nil
	}
	parts := []int{w.year}
	if w.month > 0 {
		parts = append(parts, w.month)
	}
	if w.day > 0 {
		parts = append(parts, w.day)
	}
	d := &cslDate{Parts: [][]int{parts}, Season: w.season, Circa: w.circa || w.doubtful}
	if w.to != 0 {
		d.Parts = append(d.Parts, []int{w.to})
	}
	return d
}
