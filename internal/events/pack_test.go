package events_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

func packed(t testing.TB, n int) (*events.Dataset, []byte) {
	t.Helper()
	es, as, ps, ss := eventstest.Records(n, 3)
	d := events.New(events.Meta{ID: "x", Title: "X", Period: edtf.MustParse("1900/2000")}, es, as, ps, ss)
	var b bytes.Buffer
	if err := events.WritePack(&b, d, ""); err != nil {
		t.Fatal(err)
	}
	return d, b.Bytes()
}

func open(text []byte) (*events.Dataset, error) {
	return events.OpenPack(bytes.NewReader(text), int64(len(text)), nil)
}

// same compares dates by what they say.
var same = cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() && a.IsZero() == b.IsZero() })

func TestPackHoldsEverything(t *testing.T) {
	d, text := packed(t, 200)
	got, err := open(text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d.Actors, got.Actors, same); diff != "" {
		t.Error(diff)
	}
	for i := range d.Len() {
		if diff := cmp.Diff(d.Event(events.Index(i)), got.Event(events.Index(i)), same); diff != "" {
			t.Fatal(diff)
		}
	}
	for _, id := range []string{d.IDs.At(0), d.IDs.At(d.Len() - 1)} {
		if _, ok := got.Find(id); !ok {
			t.Errorf("%s is not found", id)
		}
	}
}

// TestBrokenPacks cuts a pack short at many lengths and changes bytes of it: it
// must be refused or opened, never panic.
func TestBrokenPacks(t *testing.T) {
	_, text := packed(t, 12)
	for n := 0; n < len(text); n += 1 + n/20 {
		if _, err := open(text[:n]); err == nil {
			t.Fatalf("a pack cut at %d of %d bytes opens", n, len(text))
		}
	}
	for n := 0; n < len(text); n += 101 {
		broken := bytes.Clone(text)
		broken[n] ^= 0xff
		if d, err := open(broken); err == nil {
			for i := range d.Len() {
				d.Event(events.Index(i))
			}
		}
	}
	if _, err := open([]byte("something else")); err != events.ErrNoPack {
		t.Errorf("no pack: %v", err)
	}
}

func TestOpenPackStops(t *testing.T) {
	_, text := packed(t, 50)
	_, err := events.OpenPack(bytes.NewReader(text), int64(len(text)), func(int, int) bool { return false })
	if err != events.ErrStopped {
		t.Errorf("got %v", err)
	}
}

func FuzzOpenPack(f *testing.F) {
	for n := range 3 {
		f.Add(eventstest.Pack(n))
	}
	f.Add([]byte(strings.Repeat("timeline pack 5\n", 2)))
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := open(text)
		if err == nil {
			for i := range d.Len() {
				d.Event(events.Index(i))
				d.Ties(events.Index(i))
			}
		}
	})
}

func BenchmarkOpenPack(b *testing.B) {
	_, text := packed(b, 180)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := open(text); err != nil {
			b.Fatal(err)
		}
	}
}
