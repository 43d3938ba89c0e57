package ui

import (
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/session"
)

// The budget of a picture, computed anew with a key before it: 3 ms on the built-in
// dataset, 10 ms at 100,000 events.
func BenchmarkPicture(b *testing.B) {
	for name, d := range map[string]*events.Dataset{"built-in": eventstest.BuiltIn(b), "100000": eventstest.Generate(100_000, 1)} {
		for _, keys := range []string{"5", "5z", "6", "6z", "7", "7]"} {
			b.Run(name+"/"+keys, func(b *testing.B) {
				m := typed(b, New(Config{Config: session.Config{Data: d}, Width: 120, Height: 36}), keys)
				walk := keysOf("lh")
				for n := 0; b.Loop(); n++ {
					m.Update(walk[n%2])
					m.Frame()
				}
			})
		}
	}
}
