package main

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"timeline/internal/cite"
	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/export"
	"timeline/internal/query"
)

func (p *program) sourcesCommand() *cobra.Command {
	return p.recordsCommand(p.sources, query.KeySource, &cobra.Command{
		Use:   "sources [WORD…]",
		Short: "List the articles, or show one",
		Long: `List the articles that the events come from: author and title, year, number of
events, and id. With words, those that have them in author, title or publisher; if
there is only one, it is shown in full, with its citation.`,
		Example: `  timeline sources
  timeline sources lebovich
  timeline sources --json`,
		ValidArgsFunction: p.completing(bareSources),
	})
}

func (p *program) sources(d *events.Dataset, words []string) []record {
	counts := query.SourceCounts(d, query.All(d.Len()))
	var rows []record
	for i := range d.Sources {
		s := &d.Sources[i]
		all := strings.Join([]string{s.Byline(), s.Title, s.Container, s.Publisher, s.ID}, " ")
		if _, ok := spelt([]string{all}, words); !ok {
			continue
		}
		rows = append(rows, record{name: s.Label() + ": " + s.Title, kind: cmp.Or(s.Date.English(edtf.Dated), "undated"), id: s.ID, count: counts[i], also: s.Container,
			full:   func() document.Document { return document.Source(d, s, counts[i]) },
			object: func() any { return sourceJSON(d, s, counts[i]) }})
	}
	return rows
}

func sourceJSON(d *events.Dataset, s *events.Source, n int) any {
	authors := make([]export.RecordAuthor, len(s.Authors))
	for i, a := range s.Authors {
		authors[i] = export.RecordAuthor{Given: a.Given, Family: a.Family}
	}
	return struct {
		ID        string                `json:"id"`
		Authors   []export.RecordAuthor `json:"authors"`
		Title     string                `json:"title"`
		Short     string                `json:"short"`
		Container string                `json:"container"`
		Publisher string                `json:"publisher"`
		Kind      string                `json:"kind"`
		Date      string                `json:"date"`
		DateNote  string                `json:"date_note"`
		URL       string                `json:"url"`
		Number    string                `json:"number"`
		Rights    string                `json:"rights"`
		Profile   string                `json:"profile"`
		Events    int                   `json:"events"`
		Citation  string                `json:"citation"`
	}{s.ID, authors, s.Title, s.Short, s.Container, s.Publisher, s.Kind, s.Date.String(), s.DateNote, s.URL, s.Number, s.Rights, s.Profile, n, cite.Format(d, s, nil, cite.ChicagoBib, edtf.Date{})}
}
