// Package gazetteer answers questions about places: how many events were there in
// a stretch of time, certainly and possibly; which place comes next in a direction;
// what is near. It knows no terminal.
package gazetteer

import (
	"cmp"
	"strconv"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/geo"
	"timeline/internal/query"
	"timeline/internal/sorting"
)

// Name is what a place is called in at most n letters: its name or, if that does not
// fit, its short one, which may have to be cut.
func Name(p *events.Place, n int) string {
	if p.Short != "" && len([]rune(p.Name)) > n {
		return p.Short
	}
	return p.Name
}

// Point is where a place is.
func Point(p *events.Place) geo.Point { return geo.Point{Lon: p.Lon, Lat: p.Lat} }

// Tally is how many events were at a place.
type Tally struct {
	Place    *events.Place
	Certain  int // events that certainly were, at least in part, in the time asked for
	Possible int // further events that can have been
}

// All is the number of events that can have been there.
func (t Tally) All() int { return t.Certain + t.Possible }

// Figure is the tally in short: "17" for certain events only, "17+3" for
// seventeen and three possible ones, "0+3" for three possible ones.
func (t Tally) Figure() string {
	if t.Possible == 0 {
		return strconv.Itoa(t.Certain)
	}
	return strconv.Itoa(t.Certain) + "+" + strconv.Itoa(t.Possible)
}

// Words is the tally as it is said: "17 events, and possibly 3 more".
func (t Tally) Words() string {
	switch {
	case t.Possible == 0:
		return english.Count(t.Certain, "event", "events")
	case t.Certain == 0:
		return "possibly " + english.Count(t.Possible, "event", "events")
	}
	return english.Count(t.Certain, "event", "events") + ", and possibly " + english.Thousands(t.Possible) + " more"
}

// Tallies counts events by the places where they are shown on a map (where they
// happened or, where that is not known, were written or found), those with most
// events first, places of as many by id. window is the days asked for, as the query's key overlaps reads
// them; an empty one asks for all of time. Places without an event are left out.
func Tallies(d *events.Dataset, shown []events.Index, window calendar.Span) []Tally {
	all := make([]Tally, len(d.Places))
	overlap := query.Overlap(d, window.First, window.Last)
	for _, i := range shown {
		possible, certain := true, true
		if !window.Empty() {
			possible, certain = overlap(i)
		}
		if !possible {
			continue
		}
		for _, p := range d.PinsOf(i) {
			if certain {
				all[p].Certain++
			} else {
				all[p].Possible++
			}
		}
	}
	var found []Tally
	for n, t := range all {
		if t.All() > 0 {
			t.Place = &d.Places[n]
			found = append(found, t)
		}
	}
	sorting.Records(found, func(a, b *Tally) int { return cmp.Compare(b.All(), a.All()) })
	return found
}

// Spot tells whether a place's coordinates stand for a spot: those of a region or
// a country only say where to write its name.
func Spot(p *events.Place) bool { return !Region(p) && !Country(p) }

// Region and Country tell whether a place is one, with no spot of its own.
func Region(p *events.Place) bool { return p.Precision.String() == "region" }

// Country is Region for a whole country.
func Country(p *events.Place) bool { return p.Precision.String() == "country" }

// Area tells whether a place is an area round its coordinates.
func Area(p *events.Place) bool { return p.Precision.String() == "area" }

// Countries are the names of the countries in which a place lies.
func Countries(p *events.Place) []string {
	if p.Country == "" {
		return nil
	}
	return strings.Split(p.Country, " / ")
}

// Somewhere says of a region where it lies, as exactly as is known: "Sahel:
// somewhere in Mauritania, Mali and Niger".
func Somewhere(p *events.Place) string {
	if p.Country == "" {
		return p.Name + ": no spot is meant"
	}
	return p.Name + ": somewhere in " + english.List(Countries(p))
}
