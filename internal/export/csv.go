package export

import (
	"encoding/csv"
	"strconv"
	"strings"

	"timeline/internal/events"
	"timeline/internal/printable"
)

// csvColumns are the columns: of the event first, then of the claim.
var csvColumns = []string{
	"event", "title", "type", "level", "importance", "date", "date_edtf", "earliest", "latest", "precision",
	"date_reason", "actors", "places", "tags", "summary", "disputes", "links", "note",
	"claim", "source", "author", "source_title", "published_in", "publisher", "source_date", "locator",
	"where", "claim_date", "claim_date_edtf", "date_words", "basis", "basis_note", "hedge",
	"quotation", "says", "figures", "citation",
}

// csvEventColumns is how many of them are of the event.
const csvEventColumns = 18

// csv writes a table (RFC 4180: CRLF, a header line, UTF-8 without a byte order
// mark) with a row for each claim: what is compared in a table is what the
// sources say. The event's columns stand in each of its rows, so that rows can
// be sorted and filtered; "claim" counts from 1 and tells its rows apart. An
// event without claims has one row. No cell can be taken for a formula.
func (w *writer) csv() error {
	out := csv.NewWriter(w.out)
	out.UseCRLF = true
	if err := out.Write(csvColumns); err != nil {
		return err
	}
	row := make([]string, len(csvColumns))
	err := w.each(func(i events.Index, e *events.Event) bool {
		r := RecordOf(w.d, i)
		clear(row)
		copy(row, csvEvent(&r))
		if len(r.Claims) == 0 {
			_ = out.Write(row) // the error is kept
		}
		for n := range r.Claims {
			copy(row[csvEventColumns:], csvClaim(&r.Claims[n], n+1))
			_ = out.Write(row)
		}
		out.Flush()
		return true
	})
	if err == nil {
		err = out.Error()
	}
	return err
}

func csvEvent(r *Record) []string {
	var actors, places, disputes, links []string
	for _, a := range r.Actors {
		actors = append(actors, a.Name+" ("+a.Role+")")
	}
	for _, p := range r.Places {
		if name := p.Name; p.Role == events.Happened.String() {
			places = append(places, name)
		} else {
			places = append(places, name+" ("+p.Role+")")
		}
	}
	for _, d := range r.Disputes {
		disputes = append(disputes, d.About+": "+d.Text)
	}
	for _, l := range r.Links {
		links = append(links, l.Kind+" "+l.To)
	}
	return cells(r.ID, r.Title, r.Type, r.Level, r.Importance, r.Date.English, r.Date.EDTF, day(r.Date.Earliest), day(r.Date.Latest),
		r.Date.Precision, r.DateReason, strings.Join(actors, "; "), strings.Join(places, "; "), strings.Join(r.Tags, "; "),
		flowing(r.Summary), strings.Join(disputes, "; "), strings.Join(links, "; "), flowing(r.Note))
}

func csvClaim(c *RecordClaim, n int) []string {
	var figures []string
	for _, f := range c.Figures {
		figures = append(figures, f.What+": "+f.Value)
	}
	s := &c.Source
	return cells(strconv.Itoa(n), s.ID, s.Author, s.Title, s.Container, s.Publisher, s.Date.English, c.Locator,
		c.Where, c.Date.English, c.Date.EDTF, c.Words, c.Basis, c.BasisNote, c.Hedge,
		c.Quote, c.Says, strings.Join(figures, "; "), c.Citation)
}

// cells makes texts safe for a spreadsheet.
func cells(texts ...string) []string {
	for i, t := range texts {
		texts[i] = printable.CSVCell(t)
	}
	return texts
}

func day(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
