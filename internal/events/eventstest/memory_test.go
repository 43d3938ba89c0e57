package eventstest

import (
	"bytes"
	"runtime"
	"testing"

	"timeline/internal/events"
)

// BenchmarkMemory shows what an open dataset holds, in bytes an event: the
// columns alone, as records are read on demand. The budget is 260.
func BenchmarkMemory(b *testing.B) {
	var text bytes.Buffer
	const n = 100_000
	if err := events.WritePack(&text, Generate(n, 1), ""); err != nil {
		b.Fatal(err)
	}
	r := bytes.NewReader(text.Bytes())
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		d, err := events.OpenPack(r, r.Size(), nil)
		if err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/n, "bytes/event")
		runtime.KeepAlive(d)
	}
}
