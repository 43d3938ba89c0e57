package events

import (
	"strings"

	"timeline/internal/edtf"
)

// Row is what the columns hold of one event. Its slices are read, not kept.
type Row struct {
	First, Last             edtf.Day
	Type                    Type
	Flags                   Flags
	Claims                  uint8
	Title, ID, Date, Text   []byte   // Date is canonical EDTF; Text is as searchText makes it
	Actors, Places, Sources []uint16 // positions among the records, each once
}

// NewOnDemand builds a dataset of n events without holding their records: only
// the columns are kept. row fills r with event i and is called once for each, in
// order; the rows must be in the order that Order gives. whole makes the record of
// an event, whenever one is asked for; it must be safe for concurrent use. All
// returns nil for such a dataset. Actors, places and sources must be sorted by id.
func NewOnDemand(meta Meta, actors []Actor, places []Place, sources []Source, n int, row func(i Index, r *Row), whole func(Index) *Event) *Dataset {
	d := &Dataset{Meta: meta, Actors: actors, Places: places, Sources: sources, rest: func() *packRest { return &packRest{} }, whole: whole}
	b := newColumnBuilder(d, n)
	var r Row
	for i := range n {
		r.Title, r.ID, r.Date, r.Text = r.Title[:0], r.ID[:0], r.Date[:0], r.Text[:0]
		r.Actors, r.Places, r.Sources = r.Actors[:0], r.Places[:0], r.Sources[:0]
		row(Index(i), &r)
		b.addRow(&r)
		if i == sampleRows {
			b.reserve(n, i+1)
		}
	}
	d.Columns = b.done()
	return d
}

// sampleRows is after how many rows the room for all of them is estimated.
const sampleRows = 4096

func (b *columnBuilder) addRow(r *Row) {
	c := &b.c
	c.First, c.Last = append(c.First, r.First), append(c.Last, r.Last)
	c.Types, c.Flags, c.Claims = append(c.Types, r.Type), append(c.Flags, r.Flags), append(c.Claims, r.Claims)
	c.Titles.Ends = appendBytes(c.Titles.Ends, &b.titles, r.Title)
	c.IDs.Ends = appendBytes(c.IDs.Ends, &b.ids, r.ID)
	c.Dates.Ends = appendBytes(c.Dates.Ends, &b.dates, r.Date)
	c.Text.Ends = appendBytes(c.Text.Ends, &b.text, r.Text)
	c.ActorsOf.append(r.Actors)
	c.PlacesOf.append(r.Places)
	c.SourcesOf.append(r.Sources)
}

func appendBytes(ends []uint32, b *strings.Builder, s []byte) []uint32 {
	b.Write(s)
	return append(ends, uint32(b.Len()))
}

// reserve makes room for n rows, judging by the first done of them, so that
// growing does not leave a third of the memory unused.
func (b *columnBuilder) reserve(n, done int) {
	more := func(have int) int { return int(float64(have)/float64(done)*float64(n)*1.02) - have }
	for _, s := range []*strings.Builder{&b.titles, &b.ids, &b.dates, &b.text} {
		s.Grow(max(more(s.Len()), 0))
	}
	for _, s := range []*Strings{&b.c.Titles, &b.c.IDs, &b.c.Dates, &b.c.Text} {
		s.Ends = append(make([]uint32, 0, n), s.Ends...)
	}
	for _, l := range []*Lists{&b.c.ActorsOf, &b.c.PlacesOf, &b.c.SourcesOf} {
		l.Ends = append(make([]uint32, 0, n), l.Ends...)
		l.Items = append(make([]uint16, 0, len(l.Items)+max(more(len(l.Items)), 0)), l.Items...)
	}
}
