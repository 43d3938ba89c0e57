package events

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unsafe"

	"timeline/internal/edtf"
)

// A pack is a checked dataset in one file that opens without parsing it: the
// columns as they lie in memory, and each event's record apart, read only when
// it is asked for. The text files are the original; a pack is made from them and
// never edited. All numbers are little-endian.
//
//	magic      "timeline pack 5\n"
//	head       uint32 length, then meta, actors, places, sources, number of events (see appendWire)
//	columns    each a uint64 length in bytes, then the bytes, in the order of sections
//	records    uint64 length; event records, found by the column of their ends
//	rest       uint64 length, then layouts, the record of verification and tours

const (
	packMagic  = "timeline pack 5\n"
	packFamily = "timeline pack " // what packs of all versions begin with
)

// MaxPackBytes is the most that a pack may hold.
const MaxPackBytes = 4 << 30

// The most that the parts of a pack may hold that are decoded as a whole.
const (
	maxPackHead   = 64 << 20
	maxPackRecord = 16 << 20
)

// packHead is what every use of a pack needs besides the columns.
type packHead struct {
	Meta    Meta
	Actors  []Actor
	Places  []Place
	Sources []Source
	Tags    []string
	Events  int
	Digest  string // of the text files that it was made from: see Digest

	Quotations, Verified int // see Proof
}

// packRest is what only some uses need.
type packRest struct {
	Layouts  map[string]*Layout
	Verified Record
	Tours    []TourText
}

// WritePack writes a dataset as a pack. digest is that of the text files it comes
// from, or empty.
func WritePack(w io.Writer, d *Dataset, digest string) error {
	quotations, verified := 0, 0
	ends := make([]uint64, d.Len()) // records are made twice, so as not to hold them all
	var total uint64
	var record []byte
	for i := range ends {
		e := d.Event(Index(i))
		q, v := d.proofOf(e)
		quotations, verified = quotations+q, verified+v
		record = appendWire(record[:0], reflect.ValueOf(e).Elem())
		total += uint64(len(record))
		ends[i] = total
	}
	head := toWire(packHead{d.Meta, d.Actors, d.Places, d.Sources, d.Tags, d.Len(), digest, quotations, verified})
	out := bufio.NewWriter(w)
	put := func(text []byte) {
		binary.Write(out, binary.LittleEndian, uint64(len(text)))
		out.Write(text)
	}
	io.WriteString(out, packMagic)
	binary.Write(out, binary.LittleEndian, uint32(len(head)))
	out.Write(head)
	for _, s := range d.Columns.sections(&ends) {
		put(s.bytes())
	}
	binary.Write(out, binary.LittleEndian, total)
	for i := range ends {
		record = appendWire(record[:0], reflect.ValueOf(d.Event(Index(i))).Elem())
		out.Write(record)
	}
	put(toWire(*d.rest()))
	return out.Flush() // a bufio.Writer keeps its first error until then
}

// section is one column's place in a pack.
type section struct {
	bytes func() []byte // not to be changed
	set   func([]byte) error
}

// sections are the columns in the order in which a pack holds them.
func (c *Columns) sections(recordEnds *[]uint64) []section {
	text := func(s *Strings) section {
		return section{func() []byte { return unsafe.Slice(unsafe.StringData(s.Bytes), len(s.Bytes)) }, func(b []byte) error { s.Bytes = unsafe.String(unsafe.SliceData(b), len(b)); return nil }}
	}
	return []section{
		numbers(&c.First), numbers(&c.Last), numbers(&c.Shown), numbers(&c.Precisions), numbers(&c.Types), numbers(&c.Flags), numbers(&c.Claims),
		text(&c.Titles), numbers(&c.Titles.Ends), text(&c.IDs), numbers(&c.IDs.Ends), text(&c.dates), numbers(&c.dates.Ends),
		text(&c.Text), numbers(&c.Text.Ends), numbers(&c.ActorsOf.Items), numbers(&c.ActorsOf.Ends),
		numbers(&c.PlacesOf.Items), numbers(&c.PlacesOf.Ends), numbers(&c.SourcesOf.Items), numbers(&c.SourcesOf.Ends),
		numbers(&c.TagsOf.Items), numbers(&c.TagsOf.Ends), numbers(&c.ties.Items), numbers(&c.ties.Ends), numbers(&c.tieKinds),
		numbers(&c.pins.Items), numbers(&c.pins.Ends), text(&c.was), numbers(&c.was.Ends), numbers(&c.wasOf),
		numbers(&c.byID), numbers(recordEnds),
	}
}

// littleEndian tells whether numbers lie in memory as they lie in a pack; then the
// bytes that were read become the column without being copied. The bytes are not
// touched again, and an allocation of that size is aligned for any number.
var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// numeric is what columns of numbers hold: all have a fixed size.
type numeric interface {
	edtf.Day | edtf.Precision | Type | Flags | LinkKind | uint8 | uint16 | uint32 | uint64 | Index
}

// numbers is the section of a column of numbers. It is not inlined: each of two dozen
// columns would have code of its own.
//
//go:noinline
func numbers[T numeric](column *[]T) section {
	return section{
		func() []byte {
			text, _ := binary.Append(nil, binary.LittleEndian, *column) // numbers do not fail
			return text
		},
		func(b []byte) (err error) { *column, err = unpacked[T](b); return err },
	}
}

func unpacked[T numeric](b []byte) ([]T, error) {
	size := int(unsafe.Sizeof(*new(T)))
	if len(b)%size != 0 {
		return nil, errors.New("a column is cut short")
	}
	if littleEndian {
		return unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/size), nil
	}
	column := make([]T, len(b)/size)
	_, err := binary.Decode(b, binary.LittleEndian, column)
	return column, err
}

// ErrNoPack is returned by OpenPack for what is no pack at all.
var ErrNoPack = errors.New("this is not a timeline pack")

// OpenPack opens a pack of the given size. Columns are read at once, records
// when they are asked for, from r, which must stay readable. progress, if not
// nil, is told the bytes read and their number, and stops the reading by
// returning false. The error says what is broken; a pack is checked for being
// whole, not against the rules of the text files, which it has passed once.
func OpenPack(r io.ReaderAt, size int64, progress func(done, total int) bool) (*Dataset, error) {
	if size > MaxPackBytes {
		return nil, fmt.Errorf("the pack is larger than %d GiB", MaxPackBytes>>30)
	}
	p := &packReader{r: r, size: size, progress: progress}
	magic := string(p.take(int64(len(packMagic))))
	switch {
	case errors.Is(p.err, ErrStopped):
		return nil, p.err
	case !strings.HasPrefix(magic, packFamily):
		return nil, ErrNoPack
	case magic != packMagic:
		return nil, errors.New("this pack was made by another version of timeline: make it anew with timeline pack")
	}
	head := p.head()
	d := &Dataset{Meta: head.Meta, Actors: head.Actors, Places: head.Places, Sources: head.Sources, Tags: head.Tags}
	var recordEnds []uint64
	for _, s := range d.Columns.sections(&recordEnds) {
		text := p.section()
		if p.err != nil {
			return nil, p.err
		}
		if err := s.set(text); err != nil {
			return nil, err
		}
	}
	if err := cmp.Or(d.fits(head.Events, recordEnds), d.plainIDs()); err != nil {
		return nil, err
	}
	records, rest := p.skip(), p.skip()
	if p.err != nil {
		return nil, p.err
	}
	if !slices.IsSorted(recordEnds) || len(recordEnds) > 0 && recordEnds[len(recordEnds)-1] != uint64(records.Size()) {
		return nil, errors.New("the pack is broken: the records' ends do not fit them")
	}
	d.rest = sync.OnceValue(func() *packRest { return readRest(rest) })
	d.proof = func() (int, int) { return head.Quotations, head.Verified }
	d.serveRecords(records, recordEnds)
	if d.digest = func() string { return head.Digest }; !validDigest(head.Digest) {
		d.digest = sync.OnceValue(d.columnsDigest)
	}
	return d, nil
}

// readRest reads the layouts, the record and the tours, which most uses never need. What
// cannot be read is as if it were not there: then nothing counts as verified.
func readRest(r *io.SectionReader) *packRest {
	var rest packRest
	text := make([]byte, r.Size())
	if _, err := io.ReadFull(r, text); err != nil || fromWire(text, &rest) != nil {
		return &packRest{}
	}
	for id, l := range rest.Layouts {
		if l == nil {
			delete(rest.Layouts, id)
			continue
		}
		l.number()
	}
	return &rest
}

// keptRecords is how many decoded records are kept at hand, so that looking again at
// what was just looked at does not decode it anew. A power of two.
const keptRecords = 2048

// serveRecords makes Event read records, which end where ends says.
func (d *Dataset) serveRecords(records io.ReaderAt, ends []uint64) {
	read := func(i Index) *Event {
		from, to := bounds(ends, int(i))
		e := &Event{ID: d.IDs.At(int(i)), Title: d.Titles.At(int(i)), Date: d.Columns.Date(i)}
		if to-from > maxPackRecord {
			e.Summary = "This event's record is too large to be read."
			return e
		}
		text := make([]byte, to-from)
		_, err := records.ReadAt(text, int64(from))
		if err == nil {
			err = fromWire(text, e)
		}
		if err != nil {
			e.Summary = "This event's record cannot be read: " + err.Error()
		}
		e.Type = d.Vocabulary()[d.Types[i]].Name
		e.sortPlaces()
		return e
	}
	type record struct {
		of    Index
		event *Event
	}
	kept := make([]atomic.Pointer[record], min(d.Len(), keptRecords))
	d.whole = func(i Index) *Event {
		slot := &kept[int(i)%keptRecords]
		if have := slot.Load(); have != nil && have.of == i {
			return have.event
		}
		e := read(i)
		slot.Store(&record{i, e})
		return e
	}
}
