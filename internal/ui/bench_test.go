package ui

import (
	"fmt"
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/session"
	"timeline/internal/ui/reader"
)

// The budgets: moving costs the same among 150 events and a million, below
// 1.5 ms for Update and View together at 120×40. A search letter and a filter
// may look at every event once: some tens of milliseconds at a million.

var generated = map[int]*events.Dataset{}

func onGenerated(b *testing.B, n int) *Model {
	b.Helper()
	if generated[n] == nil {
		generated[n] = eventstest.Generate(n, 1)
	}
	return New(Config{Config: session.Config{Data: generated[n]}, Width: 120, Height: 40})
}

func atSizes(b *testing.B, run func(b *testing.B, m *Model)) {
	for _, n := range []int{150, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := onGenerated(b, n)
			b.ReportAllocs()
			b.ResetTimer()
			run(b, m)
		})
	}
}

func BenchmarkFirstFrame(b *testing.B) {
	for _, n := range []int{150, 10_000, 100_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			onGenerated(b, n)
			b.ReportAllocs()
			for b.Loop() {
				onGenerated(b, n).Frame()
			}
		})
	}
}

func BenchmarkKeyInList(b *testing.B) {
	atSizes(b, func(b *testing.B, m *Model) {
		down, up := keysOf("j")[0], keysOf("k")[0]
		m.c.MoveTo(len(m.c.Shown) / 2)
		for n := 0; b.Loop(); n++ {
			k := down
			if n%100 > 50 {
				k = up
			}
			next, _ := m.Update(k)
			m = next.(*Model)
			m.Frame()
		}
	})
}

func BenchmarkKeyWhileReading(b *testing.B) {
	atSizes(b, func(b *testing.B, m *Model) {
		m.c.MoveTo(len(m.c.Shown) / 2)
		reader.Open(m.c)
		keys := keysOf("JK")
		for n := 0; b.Loop(); n++ {
			next, _ := m.Update(keys[n%2])
			m = next.(*Model)
			m.Frame()
		}
	})
}

func BenchmarkSearchLetter(b *testing.B) {
	atSizes(b, func(b *testing.B, m *Model) {
		for b.Loop() {
			typed(b, m, "/amba\x1b\x1b").Frame()
		}
	})
}

func BenchmarkFilterChange(b *testing.B) {
	atSizes(b, func(b *testing.B, m *Model) {
		id := m.c.Data.Actors[0].ID
		for b.Loop() {
			m.c.Toggle("actor", id, false)
			m.settle()
			m.Frame()
		}
	})
}

func BenchmarkActorPicker(b *testing.B) {
	atSizes(b, func(b *testing.B, m *Model) {
		for b.Loop() {
			typed(b, m, "a\x1b").Frame()
		}
	})
}
