package importer

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/pattern"
	"timeline/internal/record"
)

// builder makes events of rows.
type builder struct {
	format     *format
	o          Options
	m          *mapping
	report     Report
	meta       events.Meta
	sample     []Row // the first rows, until the mapping is settled, and the order of dates
	settled    bool
	ordered    bool // nothing more is to be learnt of the order of dates
	names      *names
	dates      dateReader
	events     *events.Shelf  // without ids, which take the date
	january    []bool         // of each of them: it is dated to a first of January
	sourceless bool           // one of them has no claim
	byID       map[string]int // for formats whose rows can be of one event: position in events
}

// newBuilder returns a builder for the format that the options name. The error is that of
// a wrong option.
func newBuilder(o Options) (*builder, error) {
	n, err := record.Choice("format", o.From, Formats())
	if err != nil {
		return nil, err
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	f := formats[n]
	b := &builder{format: f, o: o, m: newMapping(f, o), events: &events.Shelf{}, byID: map[string]int{}}
	b.report = Report{Format: f.name, Name: o.Name, counts: map[string]int{}}
	b.names = &names{same: o.Same, countries: map[string]bool{}, report: &b.report}
	b.dates = dateReader{order: dayOrders[o.Dates], told: o.Dates != "", usual: f.order}
	return b, nil
}

// read takes the rows of an input of that name.
func (b *builder) read(name string, r io.Reader) error {
	return b.format.read(r, &input{name: name, row: b.take, bad: b.report.bad, unknown: b.report.unknown, meta: &b.meta})
}

// take takes one row. The first ones wait until the mapping is settled.
func (b *builder) take(r Row) error {
	b.report.Rows++
	if b.o.Progress != nil && b.report.Rows%1000 == 0 {
		b.o.Progress(b.report.Rows)
	}
	if b.ordered {
		b.make(r)
		return nil
	}
	r.Fields = slices.Clone(r.Fields)
	b.sample = append(b.sample, r)
	switch {
	case b.settled:
		b.observe(r)
	case len(b.sample) == sampleRows:
		b.settle()
	}
	if b.settled && (!b.dates.waits() || len(b.sample) == mostSample) {
		b.release()
	}
	return nil
}

// mostSample is how many rows wait at most for a date that tells the order of others.
const mostSample = 20_000

// settle decides on the mapping.
func (b *builder) settle() {
	b.settled = true
	b.m.learn(b.sample)
	for _, r := range b.sample {
		b.observe(r)
	}
	if b.o.Planned != nil {
		b.o.Planned(b.m.plan())
	}
}

// observe learns from the dates of a row.
func (b *builder) observe(r Row) {
	for _, f := range r.Fields {
		if b.m.dated(f.Name) {
			b.dates.observe(f.Value)
		}
	}
}

// release makes what has waited.
func (b *builder) release() {
	b.ordered = true
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
			d.put(t, f, &b.report.cleaner)
		}
	}
	if err := d.settleDate(&b.dates); err != nil {
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
	d.texts = append(d.texts, d.captions...)
	if _, _, located := d.coordinates(); located && len(d.places) == 0 { // a place without a name is called by its coordinates
		d.places = append(d.places, d.lat+", "+d.lon)
	}
	title := b.title(d)
	if title == "" {
		b.report.bad(d.where, "it has no title")
		return
	}
	if b.format.merge && d.id != "" {
		key := d.id + " " + d.when.String() + " " + title
		if have, ok := b.byID[key]; ok {
			b.join(have, d)
			return
		}
		b.byID[key] = b.events.Len()
	}
	var e events.Event
	b.fill(&e, d, title)
	b.events.Add(&e)
	b.january = append(b.january, d.january)
	if d.days {
		b.report.Days++
	}
	if d.january {
		b.report.January++
	}
}

// title is what the row calls the event, or else the beginning of its text, or what kind
// it is and whom and where it befell.
func (b *builder) title(d *draft) string {
	switch {
	case b.format.coded:
	case len(d.titles) > 0:
		return strings.Join(d.titles, ": ")
	case len(d.texts) > 0:
		title, _, _ := strings.Cut(d.texts[0], "\n")
		return leadingDate().ReplaceAllString(title, "")
	}
	return partsTitle(d)
}

// leadingDate is a date that a text begins with: the event has it already.
var leadingDate = pattern.Lazy(`^\d{1,2}/\d{1,2}/\d{4}: *`)

// join adds what another row tells of the event at position i: its names.
func (b *builder) join(i int, d *draft) {
	b.report.Joined++
	e := b.events.Event(i)
	e.Roles = united(e.Roles, b.names.roles(d)...)
	e.Places = united(e.Places, b.names.placesOf(d)...)
	b.events.Replace(i, e)
}

// united is a list with those of others that it has not.
func united[T comparable](list []T, others ...T) []T {
	for _, o := range others {
		if !slices.Contains(list, o) {
			list = append(list, o)
		}
	}
	return list
}

// maxTitle is how many characters of a title stay in it; the rest begins the summary.
const maxTitle = 200

func (b *builder) fill(e *events.Event, d *draft, title string) {
	if runes := []rune(title); len(runes) > maxTitle {
		if len(d.texts) == 0 || !strings.Contains(d.texts[0], title) {
			d.texts = append([]string{title}, d.texts...)
		}
		title = b.report.safe(shortTitle(string(runes[:maxTitle])))
		b.report.LongTitles++
	}
	e.Title, e.Date, e.Type = title, d.when, d.kind
	e.Roles, e.Places = b.names.roles(d), b.names.placesOf(d)
	e.Tags = d.tags
	e.Summary = b.report.text(strings.Join(d.texts, "\n\n"))
	e.Claims = b.names.claims(d, &b.report.cleaner, b.format.source)
	b.report.Claims += len(e.Claims)
	b.sourceless = b.sourceless || len(e.Claims) == 0
	if len(d.figures) > 0 && len(e.Claims) > 0 {
		e.Claims[0].Figures = d.figures
	} else {
		for _, f := range d.figures {
			d.notes = append(d.notes, f.What+": "+f.Value)
		}
	}
	d.notes = append(d.notes, b.names.overflow...)
	b.names.overflow = nil
	note := strings.Join(d.notes, "\n- ")
	if len(d.notes) > 1 {
		note = "- " + note
	}
	e.Note = b.report.text(note)
}

// shortTitle is the first sentence of the beginning of a long title, or all of it up to a
// space.
func shortTitle(s string) string {
	if m := sentenceEnd().FindStringSubmatchIndex(s); m != nil {
		return s[:m[3]]
	}
	if at := strings.LastIndexByte(s, ' '); at > maxTitle/2 {
		s = s[:at]
	}
	return strings.TrimRight(s, " ,;:") + " …"
}

// sentenceEnd is a full stop behind a word that is longer than abbreviations mostly are,
// before a capital.
var sentenceEnd = pattern.Lazy(`((?:\p{Ll}{4}|[\d)])[.!?][”"’]?) +["“]?\p{Lu}`)

// done makes the dataset.
func (b *builder) done() (*Result, error) {
	if !b.settled {
		b.settle()
	}
	if !b.ordered {
		b.release()
	}
	b.report.Fields = b.m.plan().Fields
	if b.events.Len() == 0 {
		if len(b.report.Problems) > 0 {
			return nil, fmt.Errorf("%w; the first: %s: %s", ErrEmpty, b.report.Problems[0].Where, b.report.Problems[0].Why)
		}
		return nil, ErrEmpty
	}
	b.settleJanuary()
	b.report.Numbered, b.report.Order, b.report.Against = b.dates.judged, b.dates.settledOrder().String(), b.dates.against
	res := &Result{Meta: b.meta, Events: b.events, Actors: b.names.actors.records, Places: b.names.places.records, Sources: b.names.sources.records}
	var ids events.FreeIDs
	for i := range b.events.Len() {
		c := b.events.Card(i)
		c.ID = ids.Take(events.EventID(c.Date, c.Title))
	}
	res.Meta.Rigour = events.Sourced
	if b.sourceless {
		res.Meta.Rigour = events.Notes
	}
	b.report.Alike = b.names.alike()
	res.Report = b.report
	res.complete(b.o)
	return res, nil
}

// complete names the dataset, and counts what is in it.
func (r *Result) complete(o Options) {
	c := &cleaner{}
	r.Meta.Title = cmp.Or(c.line(o.Title), r.Meta.Title, c.line(strings.TrimSuffix(o.Name, path.Ext(o.Name))), "Imported events")
	r.Meta.ID = events.Slug(r.Meta.Title)
	r.Report.Kinds = settleTypes(&r.Meta, r.Events)
	r.Report.Events, r.Report.Actors, r.Report.Places, r.Report.Sources = r.Events.Len(), len(r.Actors), len(r.Places), len(r.Sources)
	r.Report.Rigour = r.Meta.Rigour
}

// telling is how much more often than one day in 365 the first of January must come for
// it to be a year of which no more is known, and how often at least; fewer do where they
// are most of all dates.
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
		january, days := b.report.January, b.report.Days
		if january >= leastTelling && january*365 > telling*days || january > 1 && 2*january > days {
			judged = "years"
		}
	}
	b.report.JanuaryAs = judged
	if judged != "years" {
		return
	}
	for i, january := range b.january {
		c := b.events.Card(i)
		if january && c.Date.Precision() == edtf.PrecisionDay {
			c.Date = yearOf(c.Date)
		} else if from, to := c.Date.Ends(); january && c.Date.IsSpan() {
			if newYear(to) {
				to = yearOf(to)
			}
			if d, err := lasted(yearOf(from), to); err == nil {
				c.Date = d
			}
		}
	}
}
