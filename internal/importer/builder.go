package importer

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/pattern"
)

// builder makes events of rows.
type builder struct {
	format     *format
	o          Options
	m          *mapping
	report     Report
	clean      cleaner
	meta       events.Meta
	sample     []Row // the first rows, until the mapping is settled, and the order of dates
	settled    bool
	ordered    bool // nothing more is to be learnt of the order of dates
	rows       int
	names      *names
	dates      dateReader
	events     *events.Shelf  // without ids, which take the date
	january    []bool         // of each of them: it is dated to a first of January
	sourceless bool           // one of them has no claim
	byID       map[string]int // for formats whose rows can be of one event: position in events
}

func newBuilder(f *format, o Options) *builder {
	b := &builder{format: f, o: o, m: newMapping(f, o), names: newNames(o.Same), events: &events.Shelf{}, byID: map[string]int{}}
	b.report = Report{Format: f.name, Name: o.Name, counts: map[string]int{}}
	b.names.report = &b.report
	b.dates = dateReader{order: dayOrders[o.Dates], told: o.Dates != "", usual: f.order}
	return b
}

// take takes one row. The first ones wait until the mapping is settled.
func (b *builder) take(r Row) error {
	b.rows++
	if b.o.Progress != nil && b.rows%1000 == 0 {
		b.o.Progress(b.rows)
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
		b.o.Planned(b.m.plan(b.format.name))
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
			d.put(t, f, &b.clean)
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
		return partsTitle(d)
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
	b.events.Replace(i, e)
}

// maxTitle is how many characters of a title stay in it; the rest begins the summary.
const maxTitle = 200

func (b *builder) fill(e *events.Event, d *draft, title string) {
	if runes := []rune(title); len(runes) > maxTitle {
		if len(d.texts) == 0 || !strings.Contains(d.texts[0], title) {
			d.texts = append([]string{title}, d.texts...)
		}
		title = b.clean.safe(shortTitle(string(runes[:maxTitle])))
		b.report.LongTitles++
	}
	e.Title, e.Date, e.Type = title, d.when, d.kind
	e.Roles, e.Places = b.names.roles(d), b.names.placesOf(d)
	e.Tags = d.tags
	e.Summary = b.clean.text(strings.Join(d.texts, "\n\n"))
	e.Claims = b.names.claims(d, &b.clean, b.format.source)
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
	e.Note = b.clean.text(note)
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
	b.report.Rows, b.report.Fields = b.rows, b.m.plan(b.format.name).Fields
	if b.events.Len() == 0 {
		if len(b.report.Problems) > 0 {
			return nil, fmt.Errorf("%w; the first: %s: %s", ErrEmpty, b.report.Problems[0].Where, b.report.Problems[0].Why)
		}
		return nil, ErrEmpty
	}
	b.settleJanuary()
	b.report.Numbered, b.report.Order, b.report.Against = b.dates.judged, b.dates.settledOrder().String(), b.dates.against
	b.report.Removed, b.report.Latin, b.report.Invalid, b.report.Cut = b.clean.removed, b.clean.latin, b.clean.invalid, b.clean.cut
	res := &Result{Meta: b.meta, Events: b.events, Actors: b.names.actors.records, Places: b.names.places.records, Sources: b.names.sources.records}
	b.report.Kinds = settleTypes(&res.Meta, b.events)
	var ids events.FreeIDs
	for i := range b.events.Len() {
		c := b.events.Card(i)
		c.ID = ids.Take(events.EventID(c.Date, c.Title))
	}
	res.Meta.Rigour = events.Sourced
	if b.sourceless {
		res.Meta.Rigour = events.Notes
	}
	res.Meta.Title = cmp.Or(b.clean.line(b.o.Title), res.Meta.Title, b.clean.line(strings.TrimSuffix(b.o.Name, path.Ext(b.o.Name))), "Imported events")
	res.Meta.ID = events.Slug(res.Meta.Title)
	b.report.Alike = b.names.alike()
	b.report.count(res)
	res.Report = b.report
	return res, nil
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
