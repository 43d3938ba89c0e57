package export

import (
	"strings"
	"time"

	"timeline/internal/cite"
	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/markup"
	"timeline/internal/printable"
)

// markdown writes a handout in CommonMark: headings by year and month, each event
// with its summary, and what each source says with quotation and citation. Events
// whose month is not known stand together in their year, where the first of them
// comes.
func (w *writer) markdown() error {
	w.put("# ", markdownText(w.o.Title), "\n\n")
	w.put(english.Count(len(w.rows), "event", "events"), ".")
	if w.o.Query != "" {
		w.put(" Query: ", markdownText(w.o.Query), ".")
	}
	w.put("\n")
	for rows := w.rows; len(rows) > 0; {
		year, n := w.yearOf(rows[0]), 1
		for n < len(rows) && w.yearOf(rows[n]) == year {
			n++
		}
		w.put("\n## ", year, "\n")
		if err := w.markdownYear(rows[:n]); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// markdownYear writes events of one year, those of a month together, months in
// the order in which they first come.
func (w *writer) markdownYear(rows []events.Index) error {
	var months []string
	byMonth := map[string][]events.Index{}
	for _, i := range rows {
		m := w.monthOf(i)
		if byMonth[m] == nil {
			months = append(months, m)
		}
		byMonth[m] = append(byMonth[m], i)
	}
	for _, m := range months {
		w.put("\n### ", m, "\n")
		if err := w.eachOf(byMonth[m], w.markdownEvent); err != nil {
			return err
		}
	}
	return nil
}

// yearOf is the heading of the year in which an event begins or, if that is not
// known, ends.
func (w *writer) yearOf(i events.Index) string {
	day := w.d.First[i]
	if day == edtf.DistantPast {
		day = w.d.Last[i]
	}
	if day == edtf.DistantFuture {
		return "Without a date"
	}
	year, _, _ := day.Civil()
	return edtf.OfYear(year).English(edtf.Long)
}

// monthOf is the heading of the month that an event lies in or, if it lasted, in
// which it began.
func (w *writer) monthOf(i events.Index) string {
	first, last := w.d.First[i], w.d.Last[i]
	if d := w.d.Date(i); d.IsSpan() {
		if begun, over := d.Ends(); !begun.IsZero() {
			first, last = begun.Earliest(), begun.Latest()
		} else {
			first, last = over.Earliest(), over.Latest()
		}
	}
	if first == edtf.DistantPast || last == edtf.DistantFuture {
		return "Without a month"
	}
	y1, m1, _ := first.Civil()
	y2, m2, _ := last.Civil()
	if y1 != y2 || m1 != m2 {
		return "Month not known"
	}
	return time.Month(m1).String() + " " + w.yearOf(i)
}

// markdownEvent writes an event under its date and title.
func (w *writer) markdownEvent(i events.Index, e *events.Event) bool {
	for _, b := range document.Told(w.d, i).Blocks {
		switch b := b.(type) {
		case document.Heading:
			w.put("\n#### ", markdownText(e.Date.English(edtf.Long)), " – ", markdownText(b.Text), "\n")
		case document.Facts: // the date stands above
			w.put("\n*", markdownText(english.Capital(b[1:].String())), "*\n")
		case document.Cast:
			w.put("\n", markdownText(b.String()), "\n")
		case document.Paragraph:
			w.put("\n", wrap("**", b.Label, ":** "), markup.Markdown(b.Text), "\n")
		case document.Account:
			for _, c := range b.Claims {
				w.markdownClaim(b, c)
			}
		}
	}
	return true
}

// markdownClaim writes what a source says as an item of a list.
func (w *writer) markdownClaim(a document.Account, c document.Claim) {
	_, citation, _ := strings.Cut(a.CitationAs(c, cite.Markdown), "]: ")
	w.put("\n- ", joinTexts(" ", markdownText(c.Says), citation, markdownText("["+claimFacts(c)+"]")), "\n")
	if c.Quote != "" {
		w.put("\n  > “", markdownText(c.Quote), "”\n")
	}
}

// markdownText makes a line of foreign text stand in Markdown as it is.
func markdownText(s string) string { return printable.Markdown(line(s)) }
