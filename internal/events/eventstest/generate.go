// Package eventstest makes large datasets for tests and benchmarks. The events
// are invented but shaped like real ones: dates of all precisions, crowded
// towards the end of the period, one to three actors, repeated words.
//
//	d := eventstest.Generate(1_000_000, 1) // a second or two, 265 MB
package eventstest

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Period is the span of the generated events.
const Period = "2003-01-01/2013-10-31"

// Generate returns a dataset of n events, the same for the same n and seed. It
// holds columns only: Event makes a record anew each time.
func Generate(n int, seed uint64) *events.Dataset {
	g := newGenerator(n, seed)
	meta := events.Meta{ID: "generated", Title: "Generated events", Short: "Generated", Period: edtf.MustParse(Period)}
	shown := make([]edtf.Day, n)
	for i := range shown {
		shown[i] = g.draw(g.order[i]).time().first
	}
	return events.NewOnDemand(meta, g.actors, g.places, g.sources, shown, 0, g.event)
}

// Records returns the same events as whole records: New of them gives the same columns
// as Generate.
func Records(n int, seed uint64) (es []events.Event, as []events.Actor, ps []events.Place, ss []events.Source) {
	g := newGenerator(n, seed)
	for i := range n {
		es = append(es, *g.event(events.Index(i)))
	}
	return es, g.actors, g.places, g.sources
}

type generator struct {
	seed    uint64
	order   []uint32 // event index → number of the draw
	actors  []events.Actor
	places  []events.Place
	sources []events.Source
}

func newGenerator(n int, seed uint64) *generator {
	g := &generator{seed: seed, actors: actors(), places: places(), sources: sources()}
	slices.SortFunc(g.actors, func(a, b events.Actor) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(g.places, func(a, b events.Place) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(g.sources, func(a, b events.Source) int { return strings.Compare(a.ID, b.ID) })
	type key struct {
		first, last edtf.Day
		k           uint32
	}
	keys := make([]key, n)
	for k := range keys {
		t := g.draw(uint32(k)).time()
		keys[k] = key{t.first, t.last, uint32(k)}
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last), cmp.Compare(a.k, b.k))
	})
	g.order = make([]uint32, n)
	for i := range keys {
		g.order[i] = keys[i].k
	}
	return g
}

// draw is a source of random numbers for one event (splitmix64).
type draw struct {
	k     uint32
	state uint64
}

func (g *generator) draw(k uint32) *draw {
	return &draw{k, (g.seed+1)*0x9e3779b97f4a7c15 ^ uint64(k)*0xd1342543de82ef95}
}

// upTo returns a number from 0 to n-1.
func (d *draw) upTo(n int) int {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return int((z >> 33) * uint64(n) >> 31)
}

func (d *draw) of(ps []string) string { return ps[d.upTo(len(ps))] }

// moment is when an event was.
type moment struct {
	first, last edtf.Day
	date        string
	flags       events.Flags
}

// time draws the date. It must be the first thing drawn of an event.
func (d *draw) time() moment {
	start, end := edtf.NewDay(2003, 1, 1), edtf.NewDay(2013, 10, 31)
	span := int(end - start)
	a, b := d.upTo(span), d.upTo(span)
	day := start + edtf.Day(max(a, b)) // crowded towards the end
	year, month, _ := day.Civil()
	length := 1 + d.upTo(400)
	text := day.String()
	m := moment{first: day, last: day, date: text}
	switch p := d.upTo(100); {
	case p < 70:
	case p < 82:
		m.date = text[:7]
	case p < 84:
		m.date, m.flags = text[:7]+"~", events.Approximate
	case p < 86:
		m.date, m.flags = text+"?", events.Uncertain
	case p < 89:
		m.date = text[:4] + []string{"-21", "-22", "-23", "-24"}[month%4]
	case p < 93:
		m.date = text[:4]
	case p < 97:
		m.date = text + "/" + (day + edtf.Day(length)).String()
	case p < 98:
		m.date = text + "/.."
	case p < 99:
		m.date = "[" + text[:4] + "," + edtf.NewDay(year+2, 1, 1).String()[:4] + "]"
	default:
		m.date = text[:4] + "-XX"
	}
	if m.date != text && m.flags != events.Uncertain {
		at := edtf.MustParse(m.date)
		m.first, m.last = at.Earliest(), at.Latest()
	}
	return m
}

var types = events.BuiltInTypes()

// story is everything drawn of an event.
type story struct {
	moment
	id                      string
	kind                    string
	title, summary, quote   string
	note                    string
	actors, places, sources []uint16
	parts                   [3]events.Part
	level                   events.Level
	disputed                bool
	follows                 int // how many events before it is the one that it follows; 0 for none
	tag                     string
}

func (g *generator) story(i events.Index) story {
	d := g.draw(g.order[i])
	s := story{moment: d.time()}
	s.kind = types[d.upTo(len(types))].Name
	s.id = s.first.String() + "-" + sevenDigits(d.k) + "-" + s.kind
	s.title = d.of(subjects) + " " + d.of(verbs) + " " + d.of(objects)
	s.summary = d.of(objects) + " " + d.of(tails)
	s.quote = d.of(subjects) + " " + d.of(tails)
	for n := 1 + d.upTo(3); n > 0; n-- {
		s.actors = with(s.actors, d.upTo(len(g.actors)))
	}
	for n := d.upTo(3); n > 0; n-- {
		s.places = with(s.places, d.upTo(len(g.places)))
	}
	for n := 1 + d.upTo(4)/3; n > 0; n-- {
		s.sources = with(s.sources, d.upTo(len(g.sources)))
	}
	for k := range s.parts {
		s.parts[k] = events.Part(d.upTo(8))
	}
	s.level = [...]events.Level{events.Key, events.Background, events.Standard}[min(d.upTo(6), 2)]
	s.disputed = d.upTo(12) == 0
	if d.upTo(20) == 0 {
		s.note = d.of(notes)
	}
	if d.upTo(5) == 0 {
		s.tag = tags[d.upTo(len(tags))]
	}
	if n := 1 + d.upTo(40); d.upTo(4) == 0 && n <= int(i) {
		s.follows = n
	}
	return s
}

func with(list []uint16, n int) []uint16 {
	if slices.Contains(list, uint16(n)) {
		return list
	}
	return append(list, uint16(n))
}

func sevenDigits(k uint32) string {
	var b [7]byte
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + k%10)
		k /= 10
	}
	return string(b[:])
}

// follows is the kind of all generated links.
const follows events.LinkKind = 1

// disputeText is what every generated disagreement says.
const disputeText = "The dates differ."

// event makes the whole record of an event.
func (g *generator) event(i events.Index) *events.Event {
	s := g.story(i)
	date := edtf.MustParse(s.date)
	e := &events.Event{
		ID: s.id, Title: s.title, Date: date, Type: s.kind, Level: s.level,
		Summary: s.summary, Note: s.note,
	}
	for k, a := range s.actors {
		e.Roles = append(e.Roles, events.Role{Actor: g.actors[a].ID, As: s.parts[k]})
	}
	for _, p := range s.places {
		e.Places, e.PlacesAs = append(e.Places, g.places[p].ID), append(e.PlacesAs, events.Happened)
	}
	for k, src := range s.sources {
		e.Claims = append(e.Claims, events.Claim{
			Source: g.sources[src].ID, At: events.Locator{Kind: 'p', Number: uint16(1 + k)}, Date: date, Words: s.date,
			Quote: s.quote,
		})
	}
	if s.tag != "" {
		e.Tags = []string{s.tag}
	}
	if s.follows > 0 {
		e.Links = []events.Link{{Kind: follows, To: g.story(i - events.Index(s.follows)).id}}
	}
	if s.disputed {
		e.Disputes = []events.Dispute{{About: events.DisputeDate, Text: disputeText}}
	}
	return e
}
