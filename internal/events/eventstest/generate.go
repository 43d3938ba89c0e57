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
// holds columns only: Event makes a record anew each time, and All returns nil.
func Generate(n int, seed uint64) *events.Dataset {
	g := newGenerator(n, seed)
	meta := events.Meta{ID: "generated", Title: "Generated events", Short: "Generated", Period: edtf.MustParse(Period)}
	return events.NewOnDemand(meta, g.actors, g.places, g.sources, n, g.row, g.event)
}

// Records returns the same events as whole records, for small n: New of them
// gives the same columns as Generate.
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

func (d *draw) of(ps []piece) piece { return ps[d.upTo(len(ps))] }

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

// story is everything drawn of an event.
type story struct {
	moment
	id                      string
	kind                    events.Type
	title, summary          [4]piece
	quote                   [2]piece
	note                    piece
	actors, places, sources []uint16
	parts                   [3]events.Part
	major, disputed         bool
}

func (g *generator) story(i events.Index) story {
	d := g.draw(g.order[i])
	s := story{moment: d.time()}
	s.kind = events.Type(d.upTo(38))
	s.id = s.first.String() + "-" + sevenDigits(d.k) + "-" + s.kind.String()
	s.title = [4]piece{d.of(subjects), d.of(verbs), d.of(objects)}
	s.summary = [4]piece{d.of(objects), d.of(tails)}
	s.quote = [2]piece{d.of(subjects), d.of(tails)}
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
	s.major, s.disputed = d.upTo(6) == 0, d.upTo(12) == 0
	if d.upTo(20) == 0 {
		s.note = d.of(notes)
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

// disputeText is what every generated disagreement says.
const disputeText = "The dates differ."

var disputeFolded = events.Fold(disputeText)

// row fills a row of the columns.
func (g *generator) row(i events.Index, r *events.Row) {
	s := g.story(i)
	r.First, r.Last, r.Type, r.Claims = s.first, s.last, s.kind, uint8(len(s.sources))
	r.Flags = s.flags
	r.ID, r.Date = append(r.ID, s.id...), append(r.Date, s.date...)
	r.Title = appendPieces(r.Title, s.title[:])
	r.Text = appendFolded(r.Text, s.title[:])
	r.Text = appendFolded(r.Text, s.summary[:])
	if s.note.text != "" {
		r.Flags |= events.HasNote
		r.Text = appendFolded(r.Text, []piece{s.note})
	}
	for range s.sources {
		r.Text = appendFolded(r.Text, s.quote[:])
	}
	if s.major {
		r.Flags |= events.Major
	}
	if s.disputed {
		r.Flags |= events.Disputed
		r.Text = append(append(r.Text, ' '), disputeFolded...)
	}
	r.Text = append(r.Text, '\n')
	r.Actors, r.Places, r.Sources = append(r.Actors, s.actors...), append(r.Places, s.places...), append(r.Sources, s.sources...)
}

// appendPieces joins the pieces that there are with spaces.
func appendPieces(b []byte, ps []piece) []byte {
	for i, p := range ps {
		if p.text != "" {
			if i > 0 {
				b = append(b, ' ')
			}
			b = append(b, p.text...)
		}
	}
	return b
}

func appendFolded(b []byte, ps []piece) []byte {
	for _, p := range ps {
		if p.text != "" {
			b = append(append(b, ' '), p.folded...)
		}
	}
	return b
}

// event makes the whole record that row describes.
func (g *generator) event(i events.Index) *events.Event {
	s := g.story(i)
	date := edtf.MustParse(s.date)
	e := &events.Event{
		ID: s.id, Title: string(appendPieces(nil, s.title[:])), Date: date, Type: s.kind, Major: s.major,
		Summary: string(appendPieces(nil, s.summary[:])), Note: s.note.text,
	}
	for k, a := range s.actors {
		e.Roles = append(e.Roles, events.Role{Actor: g.actors[a].ID, As: s.parts[k]})
	}
	for _, p := range s.places {
		e.Places = append(e.Places, g.places[p].ID)
	}
	for k, src := range s.sources {
		e.Claims = append(e.Claims, events.Claim{
			Source: g.sources[src].ID, At: events.Locator{Kind: 'p', Number: uint16(1 + k)}, Date: date, Words: s.date,
			Quote: string(appendPieces(nil, s.quote[:])),
		})
	}
	if s.disputed {
		e.Disputes = []events.Dispute{{About: events.DisputeDate, Text: disputeText}}
	}
	return e
}
