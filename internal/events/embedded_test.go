package events_test

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"slices"
	"sync"
	"testing"

	"github.com/klauspost/compress/s2"

	"timeline/data"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

var loadText = sync.OnceValues(func() (*events.Dataset, error) { return events.Load(data.FS, nil) })

// fromText is the built-in dataset as its text files have it, read once for all tests:
// nobody may change it.
func fromText(t *testing.T) *events.Dataset {
	t.Helper()
	d, err := loadText()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestEmbeddedPackIsCurrent fails when data/dataset.pack.s2 was not made from the
// text files as they are: the program opens the pack and would show older data.
func TestEmbeddedPackIsCurrent(t *testing.T) {
	d := fromText(t)
	digest, err := events.Digest(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := events.WritePack(&want, d, digest); err != nil {
		t.Fatal(err)
	}
	if *update {
		var packed []byte
		for part := range slices.Chunk(want.Bytes(), data.BlockBytes) {
			block := s2.EncodeBest(nil, part)
			packed = append(binary.LittleEndian.AppendUint32(packed, uint32(len(block))), block...)
		}
		if err := os.WriteFile("../../data/dataset.pack.s2", packed, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(pack); err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("data/dataset.pack.s2 is not current: go test ./internal/events -run Embedded -update (%v)", err)
	}
}

// TestEmbeddedIsVerified fails when a quotation of the built-in dataset changed
// since it was held against its article.
func TestEmbeddedIsVerified(t *testing.T) {
	if _, err := events.Check(data.FS); err != nil {
		t.Fatal(err)
	}
}

// TestNoInventedFirsts holds every event on the first of a month against its
// claims: the article must give that day.
func TestNoInventedFirsts(t *testing.T) {
	d := fromText(t)
	for _, e := range d.All() {
		_, _, day := e.Date.Earliest().Civil()
		if e.Date.Precision() != edtf.PrecisionDay || day != 1 {
			continue
		}
		given := false
		for _, c := range e.Claims {
			given = given || c.Date.Precision() == edtf.PrecisionDay && c.Date.Earliest() == e.Date.Earliest() && c.Basis != events.BasisDerived
		}
		if !given {
			t.Errorf("%s is dated to the first of a month by no claim", e.ID)
		}
	}
}

// TestEmbeddedIsEnough checks the dataset's size and spread: what it promises to
// hold.
func TestEmbeddedIsEnough(t *testing.T) {
	d := eventstest.BuiltIn(t)
	bySource := map[string]int{}
	spring := 0
	for i := range d.Len() {
		e := d.Event(events.Index(i))
		for _, s := range e.Sources() {
			bySource[s]++
		}
		if edtf.Overlaps(e.Date, edtf.MustParse("2012-04-02/2012-06-30")) {
			spring++
		}
	}
	if d.Len() < 110 || len(bySource) != 5 || spring < 10 {
		t.Errorf("%d events from %v, %d of them between April and June 2012", d.Len(), bySource, spring)
	}
}

func BenchmarkLoadText(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := events.Load(data.FS, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenEmbedded(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		pack, err := data.Pack()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := events.OpenPack(pack, pack.Size(), nil); err != nil {
			b.Fatal(err)
		}
	}
}
