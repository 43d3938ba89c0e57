package main

import (
	"cmp"
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
	widest := func(of func(events.Index) string) (w int) {
		for _, i := range rows {
			w = max(w, ansi.StringWidth(printable.Line(of(i))))
		}
		return w
	}
	t.date, t.title, t.mark, t.sources, t.id = widest(t.dateOf), widest(t.titleOf), widest(t.markOf), widest(t.sourceNames), widest(t.idOf)
	if t.over() > 0 {
		t.shortDates = true
		t.date = widest(t.dateOf)
	}
	if t.over() > 0 {
		t.shortIDs = true
		t.id = widest(t.idOf)
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
	if t.judge != nil {
		w += len("certainly") + len(gap)
	}
	for _, column := range []int{t.mark, t.sources, t.id} {
		if column > 0 {
			w += len(gap) + column
		}
	}
	return w - t.pg.width
}

// print writes one event.
func (t *table) print(i events.Index) {
	fields := []string{t.dateOf(i)}
	if t.pg.width > 0 {
		fields[0] = pad(fields[0], t.date)
	}
	if t.judge != nil {
		fields = append(fields, t.degree(t.judge.Degree(i)))
	}
	title := t.titleOf(i)
	if t.pg.width == 0 {
		fields = append(fields, t.pg.paint(heading, title), t.pg.dye(doubt, t.markOf(i)), t.pg.paint(muted, t.sourceNames(i)), t.pg.paint(muted, t.idOf(i)))
		t.pg.line(strings.Join(fields, "\t"))
		return
	}
	if !t.stacked {
		fields = append(fields, t.pg.dye(heading, cell(title, t.title)))
	}
	if t.mark > 0 {
		fields = append(fields, cmp.Or(t.pg.dye(doubt, t.markOf(i)), " "))
	}
	if t.sources > 0 {
		names := t.sourceNames(i)
		if t.sourceCount {
			names = strconv.Itoa(min(len(t.d.SourcesOf.At(int(i))), 9))
		}
		fields = append(fields, t.pg.dye(muted, cell(names, t.sources)))
	}
	if t.id > 0 {
		fields = append(fields, t.pg.paint(muted, ansi.Truncate(t.idOf(i), t.id, "…")))
	}
	t.pg.line(strings.TrimRight(strings.Join(fields, gap), " "))
	if t.stacked {
		t.pg.text(heading, indent, title)
	}
}

func (t *table) titleOf(i events.Index) string { return t.d.Titles.At(int(i)) }

// markOf is the sign of an event about which the sources disagree.
func (t *table) markOf(i events.Index) string {
	if t.d.Flags[i]&events.Disputed != 0 {
		return "≠"
	}
	return ""
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

// idOf is an event's id or, where room is short, the beginning of it, up to the end of a
// word, that no other id has; all commands take it for the id.
func (t *table) idOf(i events.Index) string {
	id := t.d.IDs.At(int(i))
	for end := len("2012"); t.shortIDs && end < len(id); end++ {
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
