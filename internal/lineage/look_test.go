package lineage

import (
	"fmt"
	"testing"

	"timeline/data"
	"timeline/internal/calendar"
	"timeline/internal/events"
)

func TestLook(t *testing.T) {
	d, err := events.Load(data.FS, nil)
	if err != nil {
		t.Fatal(err)
	}
	l := Of(d, calendar.New(d))
	for y, r := range l.Rows {
		for _, g := range r {
			fmt.Println(y, l.Short(g.ID), g.Begins.First, g.Begins.Last, "certain", g.Certain, g.By, g.SureTo, g.Until, g.Named)
		}
	}
	for _, x := range l.Ties {
		fmt.Println(l.Day(x), l.Brief(x), x.Days, x.Event, x.Drawn, len(x.Claims))
	}
	for _, s := range l.Say("signers-in-blood") {
		fmt.Println(s)
	}
}
