package ui

import "testing"

// BenchmarkFrame draws the main screen anew: within 3 ms on the built-in dataset and
// 10 ms at 100,000 events.
func BenchmarkFrame(b *testing.B) {
	frame := func(b *testing.B, m *Model) {
		b.ReportAllocs()
		for b.Loop() {
			m.Frame()
		}
	}
	b.Run("built-in", func(b *testing.B) { frame(b, typed(b, onTheDataset(b, 120, 36), "jjj")) })
	for name, n := range map[string]int{"100000": 100_000} {
		b.Run(name, func(b *testing.B) { m := onGenerated(b, n); frame(b, typed(b, m, "jjj")) })
	}
}
