package export

import (
	"encoding/csv"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/pattern"
	"timeline/internal/printable"
)

// csvColumns are the columns: of the event first, then of the claim.
var csvColumns = []string{
	"event", "title", "type", "level", "importance", "date", "date_edtf", "start", "end", "year", "month", "day", "precision",
	"date_reason", "actors", "places", "tags", "summary", "disputes", "links", "note",
	"claim", "source", "author", "source_title", "published_in", "publisher", "source_date", "locator",
	"where", "claim_date", "claim_date_edtf", "date_words", "basis", "basis_note", "hedge",
	"quotation", "says", "figures", "citation",
}

// csvEventColumns is how many of them are of the event; csvYear is the one of the year.
const (
	csvEventColumns = 21
	csvYear         = 9
)

// csv writes a table (RFC 4180: CRLF, a header line, UTF-8 without a byte order
// mark) with a row for each claim: what is compared in a table is what the
// sources say. The event's columns stand in each of its rows, so that rows can
// be sorted and filtered; "claim" counts from 1 and tells its rows apart. An
// event without claims has one row. No cell can be taken for a formula, and none that
// holds a month for a day of it: see [month] and [edtfCell].
func (w *writer) csv() error {
	if w.o.BOM {
		w.put("\ufeff")
	}
	out := csv.NewWriter(w.out)
	out.UseCRLF = true
	if err := out.Write(csvColumns); err != nil {
		return err
	}
	row := make([]string, len(csvColumns))
	err := w.each(func(i events.Index, e *events.Event) bool {
		r := RecordOf(w.d, i)
		clear(row)
		copy(row, csvEvent(&r, e.Date))
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

func csvEvent(r *Record, date edtf.Date) []string {
	var places, disputes, links []string
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
	year, month, dayOfMonth := known(date)
	row := cells(r.ID, r.Title, r.Type, r.Level, r.Importance, wordsCell(r.Date), edtfCell(r.Date), day(r.Date.Earliest), day(r.Date.Latest),
		"", month, dayOfMonth, r.Date.Precision, r.DateReason, r.cast(), strings.Join(places, "; "), strings.Join(r.Tags, "; "),
		r.Summary, strings.Join(disputes, "; "), strings.Join(links, "; "), r.Note)
	row[csvYear] = year // a number, which may be negative: 44 BC is -43
	return row
}

func csvClaim(c *RecordClaim, n int) []string {
	var figures []string
	for _, f := range c.Figures {
		figures = append(figures, f.What+": "+f.Value)
	}
	s := &c.Source
	return cells(strconv.Itoa(n), s.ID, s.Author, s.Title, s.Container, s.Publisher, wordsCell(s.Date), c.Locator,
		c.Where, wordsCell(c.Date), edtfCell(c.Date), english.Between("“", c.Words, "”"), c.Basis, c.BasisNote, c.Hedge,
		c.Quote, c.Says, strings.Join(figures, "; "), c.Citation)
}

// cells makes texts safe for a spreadsheet.
func cells(texts ...string) []string {
	for i, t := range texts {
		texts[i] = printable.CSVCell(t)
	}
	return texts
}

// aMonth matches the words and the EDTF of a month: April 2012, 2012-04. Spreadsheets
// and csvkit take both for its first day.
var aMonth = pattern.Lazy(`^(\d{4}-\d\d|[A-Z][a-z]+ \d{1,4})$`)

// wordsCell is a date in words, of which no program makes a day that it does not mean:
// "in April 2012".
func wordsCell(d RecordDate) string {
	if aMonth().MatchString(d.English) {
		return "in " + d.English
	}
	return d.English
}

// edtfCell is a date in EDTF, of which no program makes a day that it does not mean:
// 2012-04-XX, a day in April 2012, for 2012-04.
func edtfCell(d RecordDate) string {
	if aMonth().MatchString(d.EDTF) && d.EDTF[5:] <= "12" {
		return d.EDTF + "-XX"
	}
	return d.EDTF
}

// known is the year, month and day of a date, as numbers, as far as all its days share
// them; empty beyond.
func known(d edtf.Date) (year, month, day string) {
	first, last := d.Earliest(), d.Latest()
	if d.IsZero() || first == edtf.DistantPast || last == edtf.DistantFuture {
		return "", "", ""
	}
	y1, m1, d1 := first.Civil()
	y2, m2, d2 := last.Civil()
	if y1 != y2 {
		return "", "", ""
	}
	year = strconv.Itoa(y1)
	if m1 == m2 {
		month = strconv.Itoa(m1)
		if d1 == d2 {
			day = strconv.Itoa(d1)
		}
	}
	return year, month, day
}

func day(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
