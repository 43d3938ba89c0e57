package gazetteer

import (
	"math"

	"timeline/internal/events"
)

// Direction is a quarter of the compass.
type Direction uint8

// The four directions.
const (
	North Direction = iota
	East
	South
	West
)

// earthRadius is the mean radius in kilometres.
const earthRadius = 6371

// way is how far east and north of a place another lies, in degrees of latitude.
func way(from, to *events.Place) (east, north float64) {
	lon := math.Remainder(to.Lon-from.Lon, 360)
	middle := (from.Lat + to.Lat) / 2 * math.Pi / 180
	return lon * math.Cos(middle), to.Lat - from.Lat
}

// along is how far a way leads in a direction, and how far aside.
func (d Direction) along(east, north float64) (ahead, aside float64) {
	switch d {
	case North:
		return north, math.Abs(east)
	case South:
		return -north, math.Abs(east)
	case East:
		return east, math.Abs(north)
	}
	return -east, math.Abs(north)
}

// Next is the nearest of the places that lie in a direction from a place, within
// 45 degrees to either side; nil if there is none. Of two equally near ones it is
// the one that stands first.
func Next(places []Tally, from *events.Place, to Direction) *events.Place {
	var next *events.Place
	least := math.Inf(1)
	for _, t := range places {
		east, north := way(from, t.Place)
		ahead, aside := to.along(east, north)
		if ahead <= 0 || aside > ahead {
			continue
		}
		if far := math.Hypot(east, north); far < least {
			next, least = t.Place, far
		}
	}
	return next
}

// Toward is the direction in which most of the way to a spot lies, from a point
// given as longitude and latitude.
func Toward(lon, lat float64, to *events.Place) Direction {
	east, north := way(&events.Place{Lon: lon, Lat: lat}, to)
	for _, d := range []Direction{East, West, North} {
		if ahead, aside := d.along(east, north); ahead >= aside {
			return d
		}
	}
	return South
}

// kilometres is the way between two places along a great circle.
func kilometres(a, b *events.Place) float64 {
	const degree = math.Pi / 180
	lat1, lat2 := a.Lat*degree, b.Lat*degree
	h := math.Pow(math.Sin((lat2-lat1)/2), 2) + math.Cos(lat1)*math.Cos(lat2)*math.Pow(math.Sin((b.Lon-a.Lon)*degree/2), 2)
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1)))
}

// winds are the eight directions in which Near speaks, clockwise from north.
var winds = []string{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}

func wind(from, to *events.Place) string {
	east, north := way(from, to)
	eighth := int(math.Round(math.Atan2(east, north) / (math.Pi / 4)))
	return winds[(eighth+8)%8]
}
