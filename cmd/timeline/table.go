package main

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/printable"
	"timeline/internal/query"
)

// table prints events as lines with columns. Where there is no terminal the
// columns are whole and stand between tabs. On one they are aligned and share
// its width; when it is too narrow dates are shortened, ids to a beginning that no
// other id has, the sources to their number, and titles are cut.
type table struct {
	d     *events.Dataset
	pg    page
	judge *query.Judge // nil if the query asks nothing about time

	date, title, mark, sources, id    int // widths; 0: the column is left out
	shortDates, sourceCount, shortIDs bool
	stacked                           bool // the title has a line of its own
}

// gap is the space between columns.
const gap = "  "

func newTable(d *events.Dataset, pg page, q query.Query, rows []events.Index) *table {
	t := &table{d: d, pg: pg}
	if q.HasTime() {
		t.judge = query.NewJudge(d, q)
	}
	if pg.width > 0 {
		t.fit(rows)
	}
	return t
}

// fit shares the width of the terminal among the columns.
func (t *table) fit(rows []events.Index) {
	for _, i := range rows {
		t.date = max(t.date, ansi.StringWidth(t.dateOf(i)))
		t.title = max(t.title, ansi.StringWidth(printable.Line(t.d.Titles.At(int(i)))))
		t.sources = max(t.sources, ansi.StringWidth(printable.Line(t.sourceNames(i))))
		t.id = max(t.id, len(t.d.IDs.At(int(i))))
		if t.d.Flags[i]&events.Disputed != 0 {
			t.mark = 1
		}
	}
	if t.over() > 0 {
		t.shortDates, t.date = true, 0
		for _, i := range rows {
			t.date = max(t.date, ansi.StringWidth(t.dateOf(i)))
		}
	}
	if t.over() > 0 {
		t.shortIDs, t.id = true, 0
		for _, i := range rows {
			t.id = max(t.id, len(t.shortID(i)))
		}
	}
	if t.over() > 0 {
		t.sourceCount, t.sources = true, 1
	}
	const leastTitle = 32
	whole := t.title
	t.title = max(t.title-max(t.over(), 0), min(t.title, leastTitle))
	if t.over() > 0 {
		t.sources = 0
	}
	if t.over() > 0 {
		t.id = 0
	}
	t.title = max(min(t.title-t.over(), whole), 1)
	t.stacked = t.title < min(whole, leastBeside)
}

// leastBeside is the width below which the beginning of a title says nothing. A
// title that would have less room beside its date stands below it.
const leastBeside = 16

// over is how many cells a line is too long.
func (t *table) over() int {
	w := t.date + len(gap) + t.title
	if t.mark > 0 {
		w += len(gap) + t.mark
	}
	if t.judge != nil {
		w += len("certainly") + len(gap)
	}
	if t.sources > 0 {
		w += len(gap) + t.sources
	}
	if t.id > 0 {
		w += len(gap) + t.id
	}
	return w - t.pg.width
}

// print writes one event.
func (t *table) print(i events.Index) {
	degree := query.Certainly
	if t.judge != nil {
		degree = t.judge.Degree(i)
	}
	t.printAs(i, degree)
}

func (t *table) printAs(i events.Index, degree query.Degree) {
	mark := " "
	if t.d.Flags[i]&events.Disputed != 0 {
		mark = "≠"
	}
	date, title, id := t.dateOf(i), t.d.Titles.At(int(i)), t.d.IDs.At(int(i))
	if t.pg.width == 0 {
		fields := []string{t.pg.dye(plain, date)}
		if t.judge != nil {
			fields = append(fields, t.degree(degree))
		}
		fields = append(fields, t.pg.paint(heading, title), t.pg.dye(doubt, strings.TrimSpace(mark)), t.pg.paint(muted, t.sourceNames(i)), t.pg.paint(muted, id))
		t.pg.line(strings.Join(fields, "\t"))
		return
	}
	pieces := []string{pad(date, t.date)}
	if t.judge != nil {
		pieces = append(pieces, gap, t.degree(degree))
	}
	if !t.stacked {
		pieces = append(pieces, gap, t.pg.dye(heading, cell(title, t.title)))
	}
	if t.mark > 0 {
		if mark != " " {
			mark = t.pg.dye(doubt, mark)
		}
		pieces = append(pieces, gap, mark)
	}
	if t.sources > 0 {
		names := t.sourceNames(i)
		if t.sourceCount {
			names = strconv.Itoa(min(len(t.d.SourcesOf.At(int(i))), 9))
		}
		pieces = append(pieces, gap, t.pg.dye(muted, cell(names, t.sources)))
	}
	if t.id > 0 {
		if t.shortIDs {
			id = t.shortID(i)
		}
		pieces = append(pieces, gap, t.pg.paint(muted, ansi.Truncate(id, t.id, "…")))
	}
	t.pg.line(strings.TrimRight(strings.Join(pieces, ""), " "))
	if t.stacked {
		t.pg.text(heading, indent, title)
	}
}

// degree is the word for how far an event answers, all words of one width.
func (t *table) degree(g query.Degree) string {
	if g == query.Certainly || t.pg.width == 0 {
		return g.String()
	}
	return t.pg.dye(doubt, pad(g.String(), len("certainly")))
}

// sourceNames are the short names of the sources that tell of an event.
func (t *table) sourceNames(i events.Index) string {
	list := t.d.SourcesOf.At(int(i))
	names := make([]string, len(list))
	for n, s := range list {
		names[n] = t.d.Sources[s].Label()
	}
	return strings.Join(names, ", ")
}

// shortID is the beginning of an id, up to the end of a word, that no other id
// has; all commands take it for the id.
func (t *table) shortID(i events.Index) string {
	id := t.d.IDs.At(int(i))
	for end := len("2012"); end < len(id); end++ {
		if id[end] == '-' && len(t.d.WithPrefix(id[:end])) == 1 && strings.ContainsAny(id[:end], "abcdefghijklmnopqrstuvwxyz") {
			return id[:end]
		}
	}
	return id
}

// dateOf is the date of an event. Where room is short the bounds of a doubt stand
// as in the browser's list: Mar..Jun 2012 for between March and June 2012.
func (t *table) dateOf(i events.Index) string {
	if t.shortDates {
		return t.d.Date(i).English(edtf.Narrow)
	}
	return t.d.Date(i).English(edtf.Dated)
}

// cell makes foreign text safe and fits it to a width.
func cell(s string, w int) string { return pad(ansi.Truncate(printable.Line(s), w, "…"), w) }

// pad fills s up to a width.
func pad(s string, w int) string { return s + strings.Repeat(" ", max(w-ansi.StringWidth(s), 0)) }
