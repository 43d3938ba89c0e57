package eventstest

import (
	"reflect"
	"testing"

	"timeline/internal/events"
)

// The columns that Generate writes directly are those that New makes of the
// whole records, in the same order.
func TestGenerateAgreesWithNew(t *testing.T) {
	const n = 5000
	es, as, ps, ss := Records(n, 7)
	want := events.New(events.Meta{}, es, as, ps, ss)
	got := Generate(n, 7)
	if !reflect.DeepEqual(got.Columns, want.Columns) {
		for i := range n {
			j := events.Index(i)
			if got.Text.At(i) != want.Text.At(i) || got.Flags[i] != want.Flags[i] || got.IDs.At(i) != want.IDs.At(i) || got.Date(j).String() != want.Date(j).String() {
				t.Fatalf("event %d\n got %q %q %v %q\nwant %q %q %v %q", i, got.IDs.At(i), got.Date(j), got.Flags[j], got.Text.At(i),
					want.IDs.At(i), want.Date(j), want.Flags[j], want.Text.At(i))
			}
		}
		t.Fatal("columns differ")
	}
	if e := got.Event(n / 2); e.ID != got.IDs.At(n/2) {
		t.Errorf("Event gives %q for %q", e.ID, got.IDs.At(n/2))
	}
}

func BenchmarkGenerate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		d := Generate(100_000, 1)
		b.ReportMetric(float64(len(d.Text.Bytes))/float64(d.Len()), "text-bytes/event")
	}
}
