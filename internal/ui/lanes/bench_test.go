package lanes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"timeline/internal/calendar"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/ui/theme"
)

// A frame drawn anew has 3 ms on the built-in dataset and 10 ms at 100,000 events.
func BenchmarkFrame(b *testing.B) {
	th := theme.New(true, colorprofile.TrueColor)
	for name, d := range map[string]*events.Dataset{"built-in": builtIn(b), "100000": eventstest.Generate(100_000, 1)} {
		for by := range kinds {
			p := picture(d, by, 120, 34)
			p.Selected = events.Index(d.Len() / 2)
			for _, z := range []calendar.Zoom{calendar.ZoomWhole, calendar.ZoomMonths} {
				p := p.zoomed(z)
				b.Run(fmt.Sprintf("%s/%v/%v", name, strings.Fields(by.String())[0], z), func(b *testing.B) {
					for b.Loop() {
						drawn(p).Rows(th, theme.Full)
					}
				})
			}
		}
		c := calendar.New(d)
		shown := all(d)
		b.Run(name+"/new", func(b *testing.B) {
			for b.Loop() {
				New(d, c, shown, Actors)
			}
		})
	}
}
