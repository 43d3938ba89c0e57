package events

import (
	"iter"
	"reflect"
	"unique"
	"unsafe"

	"timeline/internal/edtf"
)

// Shelf keeps events that are yet to become a dataset in little memory: what decides on
// their order lies open, the rest as it lies in a pack. It is not safe for concurrent use
// while it is filled.
type Shelf struct {
	heads  []shelved
	pieces [][]byte // of records, one after another; the last is being filled
	size   int      // of all records
	buffer []byte
}

// Card is what can still be changed of an event on a Shelf without writing it anew.
type Card struct {
	ID, Title, Type string
	Date            edtf.Date
}

type shelved struct {
	Card
	tied   bool // it has links, former ids or a day of its own, which decide on the order
	record []byte
}

// pieceBytes is how large a piece of records is; a larger record has its own.
const pieceBytes = 1 << 20

// Add puts an event at the end. Nothing of it is held: it may be changed afterwards.
func (s *Shelf) Add(e *Event) {
	s.heads = append(s.heads, shelved{})
	s.Replace(len(s.heads)-1, e)
}

// Replace puts an event in the place of the one at position i.
func (s *Shelf) Replace(i int, e *Event) {
	rest := *e
	rest.ID, rest.Title, rest.Type, rest.Date = "", "", "", edtf.Date{}
	title := s.keep([]byte(e.Title))
	s.buffer = appendWire(s.buffer[:0], reflect.ValueOf(&rest).Elem())
	s.heads[i] = shelved{
		Card:   Card{ID: e.ID, Title: unsafe.String(unsafe.SliceData(title), len(title)), Type: unique.Make(e.Type).Value(), Date: e.Date},
		tied:   len(e.Links)+len(e.Was) > 0 || !e.ShownAt.IsZero(),
		record: s.keep(s.buffer),
	}
}

// keep copies bytes into the pieces, where they do not change any more.
func (s *Shelf) keep(b []byte) []byte {
	n := len(s.pieces) - 1
	if n < 0 || len(s.pieces[n])+len(b) > cap(s.pieces[n]) {
		s.pieces = append(s.pieces, make([]byte, 0, max(pieceBytes, len(b))))
		n++
	}
	s.size += len(b)
	start := len(s.pieces[n])
	s.pieces[n] = append(s.pieces[n], b...)
	return s.pieces[n][start:len(s.pieces[n]):len(s.pieces[n])]
}

// Len is the number of events.
func (s *Shelf) Len() int { return len(s.heads) }

// Card returns the card of the event at position i, to be read or changed.
func (s *Shelf) Card(i int) *Card { return &s.heads[i].Card }

// Event returns a copy of the event at position i. Claims that rest on its date have it.
func (s *Shelf) Event(i int) *Event {
	h := &s.heads[i]
	var e Event
	w := wire{rest: h.record}
	w.read(reflect.ValueOf(&e).Elem()) // as it was written: it cannot fail
	e.ID, e.Title, e.Type, e.Date = h.ID, h.Title, h.Type, h.Date
	for n := range e.Claims {
		if c := &e.Claims[n]; c.Basis == BasisEvent {
			c.Date = e.Date
		}
	}
	return &e
}

// Dates yields the dates of all events.
func (s *Shelf) Dates() iter.Seq[edtf.Date] {
	return datesOf(s.heads, func(h *shelved) edtf.Date { return h.Date })
}

// NewShelved is New for the events of a shelf, which must not be changed any more.
func NewShelved(meta Meta, s *Shelf, actors []Actor, places []Place, sources []Source) *Dataset {
	sortRecords(actors, places, sources)
	bare := make([]Event, s.Len())
	for i := range bare {
		h := &s.heads[i]
		if h.tied {
			e := s.Event(i)
			bare[i] = Event{Was: e.Was, ShownAt: e.ShownAt, Links: e.Links}
		}
		bare[i].ID, bare[i].Date = h.ID, h.Date
	}
	order, shown := arrangeOrder(bare)
	bare = nil
	types := (&Dataset{Meta: meta}).TypeNames()
	return NewOnDemand(meta, actors, places, sources, shown, s.size, func(i Index) *Event {
		e := s.Event(order[i])
		e.settle(types)
		return e
	})
}
