package gazetteer

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/sorting"
)

// nearest is how many places Near speaks of at most.
const nearest = 5

// Near says in sentences what a place is, how many events were there and what lies
// near it, by the tallies. Of a region or a country it tells which places lie in
// its countries, and no distances: no spot of it is known.
func Near(p *events.Place, tallies []Tally) []string {
	said := []string{what(p), happened(p, tallies)}
	if Spot(p) {
		said = append(said, neighbours(p, tallies)...)
		return append(said, wider(p, tallies)...)
	}
	return append(said, within(p, tallies)...)
}

// what says what a place is: "Timbuktu is a town in Mali."
func what(p *events.Place) string {
	where := english.List(Countries(p))
	switch {
	case Country(p):
		return p.Name + " is a country: no spot in it is meant."
	case Region(p):
		return p.Name + " is a region" + english.Between(", somewhere in ", where, "") + ": no spot in it is meant."
	}
	kind := "a " + p.Precision.String()
	if Area(p) {
		kind = "an area"
	}
	return p.Name + " is " + kind + english.Between(" in ", where, "") + "."
}

func happened(p *events.Place, tallies []Tally) string {
	for _, t := range tallies {
		if t.Place.ID == p.ID {
			return "Placed there: " + t.Words() + "."
		}
	}
	return "No event is placed there."
}

// neighbours are the nearest spots, a sentence each.
func neighbours(p *events.Place, tallies []Tally) []string {
	var spots []Tally
	for _, t := range tallies {
		if Spot(t.Place) && t.Place.ID != p.ID {
			spots = append(spots, t)
		}
	}
	sorting.Records(spots, func(a, b *Tally) int {
		return cmp.Compare(kilometres(p, a.Place), kilometres(p, b.Place))
	})
	var said []string
	for _, t := range spots[:min(len(spots), nearest)] {
		said = append(said, fmt.Sprintf("%s lies about %d kilometres to the %s: %s.",
			t.Place.Name, rounded(kilometres(p, t.Place)), wind(p, t.Place), t.Words()))
	}
	return said
}

// rounded is a distance as exactly as coordinates of towns allow: to ten
// kilometres, to one below fifty.
func rounded(km float64) int {
	if km < 50 {
		return max(int(math.Round(km)), 1)
	}
	return int(math.Round(km/10)) * 10
}

// wider names the regions and countries that may hold a spot, of which events are
// told that can have been at it.
func wider(p *events.Place, tallies []Tally) []string {
	return described("Told only of a wider place that may hold it: ", tallies, func(t Tally) bool { return !Spot(t.Place) && shared(p, t.Place) })
}

// within names the places of a region's or a country's countries.
func within(p *events.Place, tallies []Tally) []string {
	where := "the same country"
	if len(Countries(p)) > 1 {
		where = "one of these countries"
	}
	return described("In "+where+": ", tallies, func(t Tally) bool { return t.Place.ID != p.ID && shared(p, t.Place) })
}

// described is a sentence with the places that are wanted; none if there are none.
func described(lead string, tallies []Tally, wanted func(Tally) bool) []string {
	var names []string
	for _, t := range tallies {
		if wanted(t) {
			names = append(names, t.Place.Name+", "+t.Words())
		}
	}
	if names == nil {
		return nil
	}
	return []string{lead + strings.Join(names, "; ") + "."}
}

// shared tells whether two places have a country in common.
func shared(a, b *events.Place) bool {
	return slices.ContainsFunc(Countries(a), func(c string) bool { return slices.Contains(Countries(b), c) })
}
