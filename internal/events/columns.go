package events

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"

	"timeline/internal/edtf"
)

// Columns hold what the screen and the queries ask of many events at once, an
// array per property, so that a million events take little memory and a scan
// touches only what it needs. Index i is the same event in every column.
type Columns struct {
	First, Last []edtf.Day // inclusive bounds; open ends are the edtf constants
	Shown       []edtf.Day // under which the event is shown: never before that of the event before it
	Precisions  []edtf.Precision
	Types       []Type // positions in Dataset.Vocabulary
	Flags       []Flags
	Claims      []uint8 // number of claims, at most 255
	Titles      Strings
	IDs         Strings
	Text        Strings       // by FoldProse: title, summary, notes, quotations …; " word word"; see EndField
	ActorsOf    Lists[uint16] // positions in Dataset.Actors
	PlacesOf    Lists[uint16] // positions in Dataset.Places
	SourcesOf   Lists[uint16] // positions in Dataset.Sources
	TagsOf      Lists[uint32] // positions in Dataset.Tags
	dates       Strings       // EDTF, which only Date reads
	ties        Lists[Index]  // where links lead: see Ties
	tieKinds    []LinkKind    // of each of them
	byID        []Index       // event indexes in the order of their ids
	was         Strings       // former ids, in order
	wasOf       []Index       // the event of each of them
	pins        Lists[uint16] // positions in Dataset.Places: see PinsOf
}

// Flags are the yes-or-no properties of an event.
type Flags uint8

// The flags of an event.
const (
	Disputed        Flags = 1 << iota
	KeyEvent              // its level is key
	BackgroundEvent       // its level is background
	HasNote
	Approximate // its date is marked as about
	Uncertain   // its date is marked as uncertain
	YearOnly    // it stands under its year, and no month of it
)

// Len is the number of events.
func (c *Columns) Len() int { return len(c.First) }

// Date returns the date of an event. It is read from its text, which most questions
// can do without: they ask First, Last, Precisions and Flags.
func (c *Columns) Date(i Index) edtf.Date {
	d, _ := edtf.Parse(c.dates.At(int(i))) // written by String: always parses
	return d
}

// Find returns the index of the event that has that id, or had it; ok is false if none
// does.
func (c *Columns) Find(id string) (i Index, ok bool) {
	n, ok := slices.BinarySearchFunc(c.byID, id, func(i Index, id string) int {
		return strings.Compare(c.IDs.At(int(i)), id)
	})
	if ok {
		return c.byID[n], true
	}
	if n = c.formerFrom(id); n < len(c.wasOf) && c.was.At(n) == id {
		return c.wasOf[n], true
	}
	return 0, false
}

// formerFrom is the place of the first former id that is not before id.
func (c *Columns) formerFrom(id string) int {
	return sort.Search(len(c.wasOf), func(n int) bool { return c.was.At(n) >= id })
}

// PinsOf returns the positions in Dataset.Places of where an event is shown on a map: as
// Event.Pins. Do not change it.
func (c *Columns) PinsOf(i Index) []uint16 { return c.pins.At(int(i)) }

// Heading returns the year and month under which an event stands in the order of the
// dataset; month is 0 for one that stands under its year only. ok is false for an event
// without a date.
func (c *Columns) Heading(i Index) (year, month int, ok bool) {
	day := c.Shown[i]
	if day == edtf.DistantPast || day == edtf.DistantFuture {
		return 0, 0, false
	}
	year, month, _ = day.Civil()
	if c.Flags[i]&YearOnly != 0 {
		month = 0
	}
	return year, month, true
}

// yearOnly tells whether an event that is shown under a day stands there for its year
// only: what puts it there, show-at or its date, names no month.
func (e *Event) yearOnly(day edtf.Day) bool {
	first, last := e.Date.Earliest(), e.Date.Latest()
	_, end := e.Date.Ends()
	year, month, _ := day.Civil()
	switch {
	case !e.ShownAt.IsZero() && day == e.ShownAt.Earliest():
		return e.ShownAt.Precision() > edtf.PrecisionMonth
	case day == first:
		return last == edtf.DistantFuture || last >= edtf.NewDay(year, month+1, 1)
	case first == edtf.DistantPast && day == last:
		return end.Precision() > edtf.PrecisionMonth
	}
	return false // a link moved it
}

// Strings is a column of strings in one piece of memory.
type Strings struct {
	Bytes string
	Ends  []uint32
}

// At returns the string at position i.
func (s Strings) At(i int) string {
	start, end := s.Bounds(i)
	return s.Bytes[start:end]
}

// Bounds returns where in Bytes the string at position i begins and ends, so that
// what a scan of Bytes finds can be told apart into events.
func (s Strings) Bounds(i int) (start, end uint32) { return bounds(s.Ends, i) }

// bounds is where what ends at position i of ends begins, and where it ends.
func bounds[N uint32 | uint64](ends []N, i int) (start, end N) {
	if i > 0 {
		start = ends[i-1]
	}
	return start, ends[i]
}

// Lists is a column of short lists of numbers in one piece of memory.
type Lists[N uint16 | uint32 | Index] struct {
	Items []N
	Ends  []uint32
}

// At returns the list at position i. Do not change it.
func (l Lists[N]) At(i int) []N {
	start, end := bounds(l.Ends, i)
	return l.Items[start:end]
}

// columnBuilder collects the columns of a dataset whose records are sorted.
type columnBuilder struct {
	d                        *Dataset
	c                        Columns
	titles, ids, dates, text strings.Builder
	types                    map[string]Type
	tags                     map[string]uint32
	links                    []link
	was                      []former
}

// former is an id that an event had.
type former struct {
	id string
	of Index
}

func newColumnBuilder(d *Dataset, n int) *columnBuilder {
	b := &columnBuilder{d: d, types: map[string]Type{}, tags: map[string]uint32{}}
	for i, t := range d.Vocabulary() {
		b.types[t.Name] = Type(i)
	}
	b.c.First, b.c.Last, b.c.Precisions = make([]edtf.Day, 0, n), make([]edtf.Day, 0, n), make([]edtf.Precision, 0, n)
	b.c.Types, b.c.Flags, b.c.Claims = make([]Type, 0, n), make([]Flags, 0, n), make([]uint8, 0, n)
	return b
}

func (b *columnBuilder) add(e *Event, shown edtf.Day) {
	c := &b.c
	c.Shown = append(c.Shown, shown)
	c.First, c.Last = append(c.First, e.Date.Earliest()), append(c.Last, e.Date.Latest())
	c.Precisions = append(c.Precisions, e.Date.Precision())
	c.Types, c.Flags = append(c.Types, b.types[e.Type]), append(c.Flags, e.flags(shown))
	c.Claims = append(c.Claims, uint8(min(len(e.Claims), 255)))
	c.Titles.Ends = appendString(c.Titles.Ends, &b.titles, e.Title)
	c.IDs.Ends = appendString(c.IDs.Ends, &b.ids, e.ID)
	c.dates.Ends = appendString(c.dates.Ends, &b.dates, e.Date.String())
	c.Text.Ends = appendString(c.Text.Ends, &b.text, searchText(e))
	c.ActorsOf.append(positions(e.Roles, func(r Role) int { return b.d.ActorNumber(r.Actor) }))
	c.PlacesOf.append(positions(e.Places, b.d.PlaceNumber))
	c.SourcesOf.append(positions(e.Claims, func(cl Claim) int { return b.d.SourceNumber(cl.Source) }))
	c.pins.append(positions(e.Pins(), func(id string) int {
		n := b.d.PlaceNumber(id)
		if n >= 0 && b.d.Places[n].Precision == Unlocated {
			return -1
		}
		return n
	}))
	var tags []uint32
	for _, t := range e.Tags {
		if _, known := b.tags[t]; !known {
			b.tags[t] = uint32(len(b.tags))
		}
		if n := b.tags[t]; !slices.Contains(tags, n) {
			tags = append(tags, n)
		}
	}
	c.TagsOf.append(tags)
	for _, l := range e.Links {
		b.links = append(b.links, link{from: Index(len(c.First) - 1), id: l.To, kind: l.Kind})
	}
	for _, id := range e.Was {
		b.was = append(b.was, former{id, Index(len(c.First) - 1)})
	}
}

// done makes the columns those of the dataset.
func (b *columnBuilder) done() {
	c := &b.c
	c.Titles.Bytes, c.IDs.Bytes, c.dates.Bytes, c.Text.Bytes = b.titles.String(), b.ids.String(), b.dates.String(), b.text.String()
	for i := range c.First {
		c.byID = append(c.byID, Index(i))
	}
	slices.SortFunc(c.byID, func(x, y Index) int { return strings.Compare(c.IDs.At(int(x)), c.IDs.At(int(y))) })
	b.sortTags()
	b.sortFormer()
	c.tie(b.links)
	b.d.Columns = *c
}

// sortFormer makes the columns of former ids.
func (b *columnBuilder) sortFormer() {
	slices.SortFunc(b.was, func(x, y former) int { return cmp.Or(strings.Compare(x.id, y.id), cmp.Compare(x.of, y.of)) })
	var ids strings.Builder
	for _, w := range b.was {
		b.c.was.Ends = appendString(b.c.was.Ends, &ids, w.id)
		b.c.wasOf = append(b.c.wasOf, w.of)
	}
	b.c.was.Bytes = ids.String()
}

// sortTags puts the tags, which are numbered as they came, in order.
func (b *columnBuilder) sortTags() {
	b.d.Tags = slices.Sorted(maps.Keys(b.tags))
	place := make([]uint32, len(b.d.Tags))
	for n, t := range b.d.Tags {
		place[b.tags[t]] = uint32(n)
	}
	for i, n := range b.c.TagsOf.Items {
		b.c.TagsOf.Items[i] = place[n]
	}
}

func (l *Lists[N]) append(items []N) {
	l.Items = append(l.Items, items...)
	l.Ends = append(l.Ends, uint32(len(l.Items)))
}

func appendString(ends []uint32, b *strings.Builder, s string) []uint32 {
	b.WriteString(s)
	return append(ends, uint32(b.Len()))
}

// positions are those of what a list names, each once; -1 stands for none.
func positions[T any](list []T, number func(T) int) (ns []uint16) {
	for _, item := range list {
		if n := number(item); n >= 0 && !slices.Contains(ns, uint16(n)) {
			ns = append(ns, uint16(n))
		}
	}
	return ns
}

func (e *Event) flags(shown edtf.Day) Flags {
	var f Flags
	for _, b := range []struct {
		set  bool
		flag Flags
	}{
		{e.Disputed(), Disputed}, {e.Level == Key, KeyEvent}, {e.Level == Background, BackgroundEvent}, {e.Note != "", HasNote},
		{e.Date.Approximate(), Approximate}, {e.Date.Uncertain(), Uncertain},
		{e.yearOnly(shown), YearOnly},
	} {
		if b.set {
			f |= b.flag
		}
	}
	return f
}

// EndField stands in Columns.Text, as a word, behind an event's title and behind its
// summary.
const EndField = " |"

// searchText is what a word is looked for in: prose, folded, with a space before
// each word so that " word" finds beginnings of words only. Names of actors and
// places are not in it: a query looks those up once, not per event.
func searchText(e *Event) string {
	var b strings.Builder
	put := func(s string) {
		if s = FoldProse(s); s != "" {
			b.WriteByte(' ')
			b.WriteString(s)
		}
	}
	put(e.Title)
	b.WriteString(EndField)
	put(e.Summary)
	b.WriteString(EndField)
	put(e.Note)
	for _, c := range e.Claims {
		put(c.Quote)
		put(c.Says)
	}
	for _, d := range e.Disputes {
		put(d.Text)
	}
	for _, t := range e.Tags {
		put(t)
	}
	b.WriteByte('\n')
	return b.String()
}

// maxWithPrefix bounds what WithPrefix returns.
const maxWithPrefix = 64

// WithPrefix returns the events whose ids begin with prefix, in the order of their ids
// and so the exact one first; at most 64 of them. Where no id does, it is those that
// had such an id.
func (c *Columns) WithPrefix(prefix string) []Index {
	id := func(n int) string { return c.IDs.At(int(c.byID[n])) }
	from := sort.Search(len(c.byID), func(n int) bool { return id(n) >= prefix })
	to := from
	for to < len(c.byID) && to-from < maxWithPrefix && strings.HasPrefix(id(to), prefix) {
		to++
	}
	if to > from {
		return c.byID[from:to:to]
	}
	var found []Index
	for n := c.formerFrom(prefix); n < len(c.wasOf) && len(found) < maxWithPrefix && strings.HasPrefix(c.was.At(n), prefix); n++ {
		if !slices.Contains(found, c.wasOf[n]) {
			found = append(found, c.wasOf[n])
		}
		if c.was.At(n) == prefix {
			break
		}
	}
	return found
}

// Bases returns the names of all ways in which a claim's date can be had, in the
// order of their values.
func Bases() []string { return slices.Clone(basisNames) }
