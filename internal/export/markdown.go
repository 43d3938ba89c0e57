package export

import (
	"strings"
	"time"

	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/events"
)

// markdown writes a handout in CommonMark: headings by year and month, each event
// with its summary, and what each source says with quotation and citation. Events
// whose month is not known stand together in their year, where the first of them
// comes.
func (w *writer) markdown() error {
	w.put("# ", markdownText(line(w.o.Title)), "\n\n")
	w.put(count(len(w.rows), "event", "events"), ".")
	if w.o.Query != "" {
		w.put(" Query: ", markdownText(line(w.o.Query)), ".")
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

func (w *writer) markdownEvent(i events.Index, e *events.Event) bool {
	r := RecordOf(w.d, i)
	w.put("\n#### ", markdownText(r.Date.English), " – ", markdownText(line(r.Title)), "\n\n")
	w.put("*", markdownText(line(joinTexts(" · ", sentence(r.Type), placeNames(&r), roles(&r)))), "*\n\n")
	w.put(markdownBlock(r.Summary), "\n")
	if r.DateReason != "" {
		w.put("\nDate: ", markdownText(line(r.DateReason)), "\n")
	}
	for n := range r.Claims {
		w.put("\n")
		w.markdownClaim(&r.Claims[n], e.Claims[n].At)
	}
	for _, d := range r.Disputes {
		w.put("\n**Disputed (", d.About, "):** ", markdownBlock(d.Text), "\n")
	}
	if r.Note != "" {
		w.put("\n**Note:** ", markdownBlock(r.Note), "\n")
	}
	return true
}

// markdownClaim writes what a source says as an item of a list.
func (w *writer) markdownClaim(c *RecordClaim, at events.Locator) {
	citation := markdownText(line(c.Source.ID))
	if s := w.d.Source(c.Source.ID); s != nil {
		_, citation, _ = strings.Cut(cite.Format(w.d, s, []events.Locator{at}, cite.Markdown, edtf.Date{}), "]: ")
	}
	w.put("- ", joinTexts(" ", markdownText(line(c.Says)), citation, markdownText(line(wrap("[", claimFacts(c), "]")))), "\n")
	if c.Quote != "" {
		w.put("\n  > “", markdownText(line(c.Quote)), "”\n")
	}
}

// markdownText escapes plain text of one line.
func markdownText(s string) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>#~|^$&@", r) || i == 0 && strings.ContainsRune("-+=", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// markdownBlock makes foreign Markdown safe inside ours: no HTML, no headings,
// rules or fences, and links only to the web.
func markdownBlock(s string) string {
	lines := strings.Split(block(s), "\n")
	for i, l := range lines {
		l = safeMarkup(l)
		trimmed := strings.TrimLeft(l, " ")
		if trimmed != "" && strings.ContainsRune("#=-~`[|", rune(trimmed[0])) && !strings.HasPrefix(trimmed, "- ") {
			l = `\` + trimmed
		}
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

// safeMarkup escapes the HTML and images in a line of foreign Markdown, and the
// links that do not lead to the web.
func safeMarkup(l string) string {
	l = strings.NewReplacer("<", `\<`, "![", `!\[`).Replace(l)
	var b strings.Builder
	for {
		at := strings.Index(l, "](")
		if at < 0 {
			b.WriteString(l)
			return b.String()
		}
		b.WriteString(l[:at])
		if to := l[at+2:]; !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://") {
			b.WriteByte('\\')
		}
		b.WriteByte(']')
		l = l[at+1:]
	}
}
