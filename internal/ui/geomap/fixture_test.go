package geomap

import (
	"testing"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/gazetteer"
	"timeline/internal/query"
)

func builtIn(t testing.TB) (*events.Dataset, []gazetteer.Tally) {
	t.Helper()
	d := eventstest.BuiltIn(t)
	return d, everything(d)
}

func everything(d *events.Dataset) []gazetteer.Tally {
	return gazetteer.Tallies(d, query.All(d.Len()).Indexes(), calendar.Span{First: d.Meta.Period.Earliest(), Last: d.Meta.Period.Latest()})
}

// at is a place with a number of events.
type at struct {
	id, name, country string
	lat, lon          float64
	precision         events.PlacePrecision // 0 site, 1 town, 2 area, 3 region, 4 country
	events            int
}

// desert is an invented dataset of places in the Sahara: one of each precision, two
// in one cell, wide and right-to-left names, and some off the map.
func desert() *events.Dataset {
	return dataset("desert", []at{
		{"salt-wells", "Salt Wells", "Mali", 22.7, -4, 0, 5}, {"ford", "Ford", "Mali", 16.8, -3, 1, 9}, {"ferry", "Ferry", "Mali", 16.7, -2.95, 1, 2},
		{"oasis", "Oasis of the Two Palms", "Niger", 17, 8, 2, 3}, {"market", "سوق", "Niger", 13.5, 2.1, 1, 1}, {"observatory", "天文台", "Algeria", 22.8, 5.5, 1, 1},
		{"the-dunes", "The Dunes", "Algeria / Mali / Niger", 20, 3, 3, 12}, {"mali", "Mali", "Mali", 17.3, -3.5, 4, 4}, {"river-bend", "River Bend", "Mali", 16.3, -0.1, 1, 4},
		{"ocean-port", "Ocean Port", "Senegal", 14.7, -17.4, 1, 2}, {"far-east", "Far East", "Iraq", 33, 44, 4, 3}, {"capital", "Capital", "Mali", 12.6, -8, 1, 2},
		{"north-coast", "North Coast", "Algeria / Tunisia", 36.5, 5, 3, 2}, {"nile-bank", "Nile Bank", "Egypt", 26, 32, 1, 1}, {"quiet", "Quiet", "Mali", 15, -5, 1, 0},
	})
}

// islands is an invented dataset all over the world.
func islands() *events.Dataset {
	return dataset("islands", []at{
		{"north-isle", "North Isle", "Iceland", 64.8, -18.5, 4, 3}, {"harbour", "Harbour", "Portugal", 38.7, -9.1, 1, 6}, {"cape", "Cape", "South Africa", -34.3, 18.5, 0, 2},
		{"atoll", "Atoll", "Fiji", -17.8, 178, 2, 1}, {"delta", "Delta", "Bangladesh", 22, 90, 3, 4}, {"pampas", "The Pampas", "Argentina / Uruguay", -35, -62, 3, 2},
	})
}

func dataset(id string, all []at) *events.Dataset {
	var places []events.Place
	var es []events.Event
	for _, a := range all {
		places = append(places, events.Place{ID: a.id, Name: a.name, Country: a.country, Lat: a.lat, Lon: a.lon, Precision: a.precision})
		for n := range a.events {
			date := edtf.MustParse("1931-05")
			if n%5 == 3 {
				date = edtf.MustParse("1931-05?")
			}
			es = append(es, events.Event{ID: a.id + string(rune('a'+n)), Title: "An event", Date: date, Places: []string{a.id}, Claims: []events.Claim{{Date: date}}})
		}
	}
	return events.New(events.Meta{ID: id, Period: edtf.MustParse("1930/1940")}, es, nil, places, nil)
}
