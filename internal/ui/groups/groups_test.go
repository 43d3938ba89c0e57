package groups

import (
	"fmt"
	"testing"

	"timeline/data"
	"timeline/internal/calendar"
	"timeline/internal/events"
	"timeline/internal/lineage"
	"timeline/internal/ui/theme"
)

func TestLook(t *testing.T) {
	d, err := events.Load(data.FS, nil)
	if err != nil {
		t.Fatal(err)
	}
	cal := calendar.New(d)
	l := lineage.Of(d, cal)
	s := Start(l).OnTie(l, 17)
	fmt.Print(Draw(l, cal, s, 120, 40).Plain(theme.Full))
	fmt.Print(Draw(l, cal, s, 120, 34).Plain(theme.Full))
	fmt.Print(Draw(l, cal, s.ToggleEquals(l), 80, 22).Plain(theme.Full))
	fmt.Print(Draw(l, cal, s, 60, 18).Plain(theme.ASCII))
}
