package events

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"

	"timeline/internal/edtf"
	"timeline/internal/sorting"
)

// Dataset is a loaded, valid dataset. It is read-only and safe for concurrent
// use. Events live in columns (Columns) and, whole, behind Event.
type Dataset struct {
	Meta    Meta
	Actors  []Actor // by id
	Places  []Place // by id
	Sources []Source

	Tags []string // in order

	Columns
	whole func(Index) *Event

	rest func() *packRest // layouts, the record of verification, tours

	proof func() (quotations, verified int)

	digest func() string
}

// Meta describes a dataset as a whole.
type Meta struct {
	ID      string // key under which the browser remembers the reader's place
	Title   string
	Short   string    // for narrow headers
	Period  edtf.Date // the span that the dataset means to cover
	Profile string    // Markdown
	Editors string    // who made it
	Licence string
	Types   []EventType // the words for what events are; none for those of BuiltInTypes
	Rigour  Rigour
}

// Event returns the whole record of an event. The result is shared: do not
// change it.
func (d *Dataset) Event(i Index) *Event { return d.whole(i) }

// All yields every event with its record, in order. Records of a pack are read one
// by one, so that it takes no more memory for a large dataset than for a small one.
func (d *Dataset) All() iter.Seq2[Index, *Event] {
	return func(yield func(Index, *Event) bool) {
		for i := range Index(d.Len()) {
			if !yield(i, d.Event(i)) {
				return
			}
		}
	}
}

// Layout returns the numbering of a source's blocks, or nil if there is none.
func (d *Dataset) Layout(source string) *Layout { return d.rest().Layouts[source] }

// Record returns what was proven of the quotations; empty where nothing was.
func (d *Dataset) Record() Record { return d.rest().Verified }

// Tours returns the texts of the tours through the dataset, by name, as they were
// written: package tours reads them.
func (d *Dataset) Tours() []TourText { return d.rest().Tours }

// Actor returns the actor of that id, or nil.
func (d *Dataset) Actor(id string) *Actor { return lookup(d.Actors, d.ActorNumber(id)) }

// Place returns the place of that id, or nil.
func (d *Dataset) Place(id string) *Place { return lookup(d.Places, d.PlaceNumber(id)) }

// Source returns the source of that id, or nil.
func (d *Dataset) Source(id string) *Source { return lookup(d.Sources, d.SourceNumber(id)) }

// ActorNumber returns an actor's position in Actors, or -1.
func (d *Dataset) ActorNumber(id string) int {
	return number(d.Actors, id, func(a *Actor) string { return a.ID })
}

// PlaceNumber returns a place's position in Places, or -1.
func (d *Dataset) PlaceNumber(id string) int {
	return number(d.Places, id, func(p *Place) string { return p.ID })
}

// SourceNumber returns a source's position in Sources, or -1.
func (d *Dataset) SourceNumber(id string) int {
	return number(d.Sources, id, func(s *Source) string { return s.ID })
}

func number[T any](sorted []T, id string, key func(*T) string) int {
	i, ok := sort.Find(len(sorted), func(i int) int { return strings.Compare(id, key(&sorted[i])) }) // records are large: none is copied
	if !ok {
		return -1
	}
	return i
}

func lookup[T any](list []T, i int) *T {
	if i < 0 {
		return nil
	}
	return &list[i]
}

// Where puts a locator into words: "The Meeting in Timbuktu ¶1", "n. 4". It
// falls back to the locator itself where the source's layout is not known.
func (d *Dataset) Where(source string, at Locator) string {
	if l := d.Layout(source); l != nil {
		if b := l.Block(at); b != nil {
			return b.Where()
		}
	}
	return at.Words()
}

// SourceLabel is the label of the source of that id, or the id.
func (d *Dataset) SourceLabel(id string) string {
	if s := d.Source(id); s != nil {
		return s.Label()
	}
	return id
}

// ActorName is the name of the actor of that id, or the id.
func (d *Dataset) ActorName(id string) string {
	if a := d.Actor(id); a != nil {
		return a.Name
	}
	return id
}

// Cited is a citation in words: "Guidère, The Meeting in Timbuktu ¶1".
func (d *Dataset) Cited(c Citation) string {
	return d.SourceLabel(c.Source) + ", " + d.Where(c.Source, c.At)
}

// New builds a dataset from records that are already valid, such as those of a
// loader. Records are sorted in place, and an event of a type that is not in the
// vocabulary becomes one of the last of it.
func New(meta Meta, events []Event, actors []Actor, places []Place, sources []Source) *Dataset {
	sortRecords(actors, places, sources)
	shown := arrange(events)
	types := (&Dataset{Meta: meta}).TypeNames()
	for i := range events {
		events[i].settle(types)
	}
	return NewOnDemand(meta, actors, places, sources, shown, 0, func(i Index) *Event { return &events[i] })
}

// settle gives an event the last of the types if it has another, and its places their order.
func (e *Event) settle(types []string) {
	if !slices.Contains(types, e.Type) {
		e.Type = types[len(types)-1]
	}
	e.sortPlaces()
}

func sortRecords(actors []Actor, places []Place, sources []Source) {
	sorting.Records(actors, func(a, b *Actor) int { return strings.Compare(a.ID, b.ID) })
	sorting.Records(places, func(a, b *Place) int { return strings.Compare(a.ID, b.ID) })
	sorting.Records(sources, func(a, b *Source) int { return strings.Compare(a.ID, b.ID) })
}

// NewOnDemand builds a dataset without holding its records: whole makes that of an
// event whenever one is asked for, and must be safe for concurrent use. There are as
// many events as days under which they are shown, and both come in the order that New
// gives, the other records by their ids. text is about how many bytes of text the events
// have, 0 if that is not known.
func NewOnDemand(meta Meta, actors []Actor, places []Place, sources []Source, shown []edtf.Day, text int, whole func(Index) *Event) *Dataset {
	d := &Dataset{Meta: meta, Actors: actors, Places: places, Sources: sources, rest: func() *packRest { return &packRest{} }, whole: whole}
	d.proof = sync.OnceValues(d.countProof)
	b := newColumnBuilder(d, len(shown))
	b.text.Grow(text)
	for i, day := range shown {
		b.add(whole(Index(i)), day)
	}
	b.done()
	d.digest = sync.OnceValue(d.columnsDigest)
	return d
}
