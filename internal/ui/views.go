package ui

import (
	"timeline/internal/ui/geomap"
	"timeline/internal/ui/groups"
	"timeline/internal/ui/lanes"
	"timeline/internal/ui/records"
	"timeline/internal/ui/timeline"
	"timeline/internal/ui/view"
)

// views are all views, in the order of their keys. The first is home: where the
// browser opens and where going back ends; it greets a reader who is new.
func views(greet bool) []view.View {
	return []view.View{
		timeline.New(greet),
		records.Actors(),
		records.Places(),
		records.Sources(),
		lanes.NewView(),
		groups.NewView(),
		geomap.NewView(),
	}
}
