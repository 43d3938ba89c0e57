package export

import (
	"iter"
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
	for year, rows := range w.byYear() {
		w.put("\n## ", year, "\n")
		if err := w.markdownYear(rows); err != nil {
			return err
		}
	}
	return nil
}

// byYear yields the events in runs that stand under one year.
func (w *writer) byYear() iter.Seq2[string, []events.Index] {
	return func(yield func(string, []events.Index) bool) {
		for rows := w.rows; len(rows) > 0; {
			year, n := w.yearOf(rows[0]), 1
			for n < len(rows) && w.yearOf(rows[n]) == year {
				n++
			}
			if !yield(year, rows[:n]) {
				return
			}
			rows = rows[n:]
		}
	}
}

// markdownYear writes events of one year, with the months in which they stand as
// headings. An event that lies in no month stands under the month before it.
func (w *writer) markdownYear(rows []events.Index) error {
	current := 0
	for n := 0; n < len(rows); {
		_, month, _ := w.d.Heading(rows[n])
		if month != 0 && month != current {
			w.put("\n### ", time.Month(month).String(), " ", w.yearOf(rows[n]), "\n")
			current = month
		}
		run := n + 1
		for run < len(rows) {
			if _, next, _ := w.d.Heading(rows[run]); next != 0 && next != current {
				break
			}
			run++
		}
		if err := w.eachOf(rows[n:run], w.markdownEvent); err != nil {
			return err
		}
		n = run
	}
	return nil
}

// yearOf is the heading of the year in which an event stands.
func (w *writer) yearOf(i events.Index) string {
	year, _, ok := w.d.Heading(i)
	if !ok {
		return "Without a date"
	}
	return edtf.OfYear(year).English(edtf.Long)
}

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
			w.put("\n", english.Between("**", b.Label, ":** "), markup.Markdown(b.Text), "\n")
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
	w.put("\n- ", english.Joined(" ", markdownText(c.Says), citation, markdownText("["+claimFacts(c)+"]")), "\n")
	if c.Quote != "" {
		w.put("\n  > “", markdownText(c.Quote), "”\n")
	}
}

// markdownText makes a line of foreign text stand in Markdown as it is.
func markdownText(s string) string { return printable.Markdown(line(s)) }
