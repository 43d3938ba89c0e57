package calendar

import (
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

func BenchmarkCalendar(b *testing.B) {
	for name, d := range map[string]*events.Dataset{"built-in": builtIn(b), "100000": eventstest.Generate(100_000, 1)} {
		c := New(d)
		shown := make([]events.Index, d.Len())
		for i := range shown {
			shown[i] = events.Index(i)
		}
		b.Run("new/"+name, func(b *testing.B) {
			for b.Loop() {
				New(d)
			}
		})
		b.Run("tally/"+name, func(b *testing.B) {
			for b.Loop() {
				c.Tally(shown)
			}
		})
		b.Run("opened/"+name, func(b *testing.B) {
			for b.Loop() {
				opened(c.Period, 120, RibbonCells(120), c.all)
			}
		})
		b.Run("weights/"+name, func(b *testing.B) {
			s := c.Scale(View{}, 120, RibbonCells(120))
			for b.Loop() {
				c.all.Weights(s)
			}
		})
	}
}
