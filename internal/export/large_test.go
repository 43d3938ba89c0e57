package export

import (
	"bytes"
	"io"
	"runtime"
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// counted is a writer that keeps nothing, and now and then looks at what is held.
type counted struct {
	bytes, next int
	held        uint64 // the most that was held at one time
}

const lookEvery = 1 << 18

func (c *counted) Write(p []byte) (int, error) {
	c.bytes += len(p)
	if c.bytes >= c.next {
		c.next = c.bytes + lookEvery
		c.held = max(c.held, heldNow())
	}
	return len(p), nil
}

func heldNow() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// packed is a dataset of n events whose records are read on demand.
func packed(t testing.TB, n int) (*events.Dataset, []events.Index) {
	t.Helper()
	var pack bytes.Buffer
	if err := events.WritePack(&pack, eventstest.Generate(n, 1), ""); err != nil {
		t.Fatal(err)
	}
	d, err := events.OpenPack(bytes.NewReader(pack.Bytes()), int64(pack.Len()), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d, allRows(d)
}

// TestLittleIsHeld: what an export holds does not grow with its length. It is not
// parallel: others would be counted with it.
func TestLittleIsHeld(t *testing.T) {
	d, rows := packed(t, 1_000)
	if _, err := Write(io.Discard, CSV, d, rows, options); err != nil { // what is read once and kept
		t.Fatal(err)
	}
	for i := range formats {
		if Format(i) == SVG {
			continue // as large as its paper
		}
		out := &counted{}
		before := heldNow()
		r, err := Write(out, Format(i), d, rows, options)
		if err != nil || r.Events != len(rows) {
			t.Errorf("%s: %d events, %v", Format(i), r.Events, err)
		}
		if out.held > before+1<<18 { // the shortest is 380 KB long
			t.Errorf("%s: %d KB are held for %d KB", Format(i), (out.held-before)>>10, out.bytes>>10)
		}
	}
}

// BenchmarkLarge writes 100,000 events: the time, the bytes and what is held.
func BenchmarkLarge(b *testing.B) {
	d, rows := packed(b, 100_000)
	for i := range formats {
		b.Run(Format(i).String(), func(b *testing.B) {
			for b.Loop() {
				out := &counted{}
				before := heldNow()
				if _, err := Write(out, Format(i), d, rows, options); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(out.bytes)/1e6, "MB")
				b.ReportMetric(max(float64(out.held)-float64(before), 0)/1e6, "held-MB")
			}
		})
	}
}
