package importer

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// builder makes events of rows.
type builder struct {
	format  *format
	o       Options
	m       *mapping
	report  Report
	clean   cleaner
	meta    events.Meta
	sample  []Row // the first rows, until the mapping is settled
	settled bool
	rows    int
	names   *names
	events  []*built
	byID    map[string]*built // for formats whose rows can be of one event
}

// built is an event without its id, which takes its date.
type built struct {
	event   events.Event
	january bool
}

func newBuilder(f *format, o Options) *builder {
	b := &builder{format: f, o: o, m: newMapping(f, o), names: newNames(o.Same), byID: map[string]*built{}}
	b.report = Report{Format: f.name, Name: o.Name, counts: map[string]int{}}
	b.names.report = &b.report
	return b
}

// take takes one row. The first ones wait until the mapping is settled.
func (b *builder) take(r Row) error {
	b.rows++
	if b.o.Progress != nil && b.rows%1000 == 0 {
		b.o.Progress(b.rows)
	}
	if !b.settled {
		b.sample = append(b.sample, r)
		if len(b.sample) < sampleRows {
			return nil
		}
		b.settle()
		return nil
	}
	b.make(r)
	return nil
}

// settle decides on the mapping, and makes what has waited for it.
func (b *builder) settle() {
	b.settled = true
	b.m.learn(b.sample)
	if b.o.Planned != nil {
		b.o.Planned(b.m.plan(b.format.name))
	}
	for _, r := range b.sample {
		b.make(r)
	}
	b.sample = nil
}

// make makes an event of a row, or reports why it cannot.
func (b *builder) make(r Row) {
	d := &draft{where: r.Where, exact: b.format.coded}
	for _, f := range r.Fields {
		if strings.TrimSpace(f.Value) == "" {
			continue
		}
		b.report.counts[f.Name]++
		if t := b.m.target(f.Name); t != "drop" {
			d.put(t, f, &b.clean)
		}
	}
	if err := d.settleDate(); err != nil {
		b.report.bad(r.Where, err.Error())
		return
	}
	if b.format.finish != nil {
		if err := b.format.finish(d); err != nil {
			b.report.bad(r.Where, err.Error())
			return
		}
	}
	if d.clock {
		b.report.Clocks++
	}
	b.add(d)
}

// add makes the event of a draft whose date is known.
func (b *builder) add(d *draft) {
	title := strings.Join(d.titles, ": ")
	d.texts = append(d.texts, d.captions...)
	if b.format.title != nil {
		title = b.format.title(d)
	}
	if title == "" && len(d.texts) > 0 {
		title, _, _ = strings.Cut(d.texts[0], "\n")
	}
	if title == "" {
		b.report.bad(d.where, "it has no title")
		return
	}
	key := d.id + " " + d.when.String() + " " + title
	if have := b.byID[key]; b.format.merge && d.id != "" && have != nil {
		b.join(have, d)
		return
	}
	e := &built{january: d.january}
	b.fill(&e.event, d, title)
	b.events = append(b.events, e)
	if b.format.merge && d.id != "" {
		b.byID[key] = e
	}
	if d.days {
		b.report.Days++
	}
	if d.january {
		b.report.January++
	}
}

// join adds what another row tells of the same event: its names.
func (b *builder) join(have *built, d *draft) {
	b.report.Joined++
	e := &have.event
	for _, r := range b.names.roles(d) {
		if !slices.Contains(e.Roles, r) {
			e.Roles = append(e.Roles, r)
		}
	}
	for _, p := range b.names.placesOf(d) {
		if !slices.Contains(e.Places, p) {
			e.Places = append(e.Places, p)
		}
	}
}

// maxTitle is how many characters of a title stay in it; the rest begins the summary.
const maxTitle = 200

func (b *builder) fill(e *events.Event, d *draft, title string) {
	if runes := []rune(title); len(runes) > maxTitle {
		d.texts = append([]string{title}, d.texts...)
		short := string(runes[:maxTitle])
		if at := strings.LastIndexByte(short, ' '); at > maxTitle/2 {
			short = short[:at]
		}
		title = strings.TrimRight(b.clean.safe(short), " ,;:") + " …"
		b.report.LongTitles++
	}
	e.Title, e.Date, e.Type = title, d.when, d.kind
	e.Roles, e.Places = b.names.roles(d), b.names.placesOf(d)
	e.Tags = d.tags
	e.Summary = b.clean.text(strings.Join(d.texts, "\n\n"))
	e.Claims = b.names.claims(d, &b.clean, b.format.source)
	if len(d.figures) > 0 && len(e.Claims) > 0 {
		e.Claims[0].Figures = d.figures
	} else {
		for _, f := range d.figures {
			d.notes = append(d.notes, f.What+": "+f.Value)
		}
	}
	d.notes = append(d.notes, b.names.overflow...)
	b.names.overflow = nil
	e.Note = b.clean.text(strings.Join(d.notes, "\n\n"))
}

// done makes the dataset.
func (b *builder) done() (*Result, error) {
	if !b.settled {
		b.settle()
	}
	b.report.Rows, b.report.Fields = b.rows, b.m.plan(b.format.name).Fields
	if len(b.events) == 0 {
		if len(b.report.Problems) > 0 {
			return nil, fmt.Errorf("%w; the first: %s: %s", ErrEmpty, b.report.Problems[0].Where, b.report.Problems[0].Why)
		}
		return nil, ErrEmpty
	}
	b.settleJanuary()
	b.report.Removed, b.report.Invalid, b.report.Cut = b.clean.removed, b.clean.invalid, b.clean.cut
	res := &Result{Meta: b.meta, Actors: b.names.actors.records, Places: b.names.places.records, Sources: b.names.sources.records}
	b.settleTypes(&res.Meta)
	taken := make(map[string]bool, len(b.events))
	res.Meta.Rigour = events.Sourced
	res.Events = make([]events.Event, 0, len(b.events))
	for i, e := range b.events {
		b.events[i] = nil
		e.event.ID = events.FreeID(events.EventID(e.event.Date, e.event.Title), func(id string) bool { return taken[id] })
		taken[e.event.ID] = true
		if len(e.event.Claims) == 0 {
			res.Meta.Rigour = events.Notes
		}
		res.Events = append(res.Events, e.event)
	}
	res.Meta.Title = cmp.Or(b.clean.line(b.o.Title), res.Meta.Title, b.clean.line(strings.TrimSuffix(b.o.Name, path.Ext(b.o.Name))), "Imported events")
	res.Meta.ID = events.Slug(res.Meta.Title)
	b.report.Alike = b.names.alike()
	b.report.count(res)
	res.Report = b.report
	return res, nil
}

// telling is how much more often than one day in 365 the first of January must come for
// it to be a year of which no more is known, and how often at least.
const (
	telling      = 4
	leastTelling = 5
)

// settleJanuary takes first of January for years where that was asked for, or where
// there are more of them than chance would have.
func (b *builder) settleJanuary() {
	judged := b.o.January
	if judged == "" {
		judged = "days"
		if b.report.January >= leastTelling && b.report.January*365 > telling*b.report.Days {
			judged = "years"
		}
	}
	b.report.JanuaryAs = judged
	if judged != "years" {
		return
	}
	for _, e := range b.events {
		if e.january && e.event.Date.Precision() == edtf.PrecisionDay {
			e.event.Date = yearOf(e.event.Date)
		} else if from, to := e.event.Date.Ends(); e.january && e.event.Date.IsSpan() {
			if newYear(to) {
				to = yearOf(to)
			}
			if d, err := lasted(yearOf(from), to); err == nil {
				e.event.Date = d
			}
		}
	}
}
