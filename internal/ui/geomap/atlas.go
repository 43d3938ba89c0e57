// Package geomap draws the places of a dataset on a map: rows of text from tallies,
// a state and a size.
//
//	m := geomap.New(d)
//	state := m.Start(tallies)
//	picture := m.Draw(state, tallies, 120, 30)
//	rows := picture.Rows(paint)
//
// How exactly a place is known is its sign: a town or site is a dot, an area a ring.
// A region is its name between slashes and no dot; selected, the borders of its
// countries light up. A country is its name in capitals; selected, all of it is
// hatched. No name covers a dot, and places off the map are listed with the way to
// them.
package geomap

import (
	"math"
	"slices"

	"timeline/internal/events"
	"timeline/internal/gazetteer"
	"timeline/internal/geo"
)

// Scales is how many scales a map has. Zero shows most.
const Scales = 3

// Map is the map of a dataset. It is made once and is safe for concurrent use.
type Map struct {
	detail []geo.Line // the region's; nil where the world's do
	home   geo.Point  // the middle at the widest scale
	whole  geo.Box    // what the widest scale shows at least
	places map[string]*events.Place
}

// steps are the heights of the three scales; of the region they are 29.5, 19 and
// 9.5 degrees.
var steps = [Scales]float64{1, 19.0 / 29.5, 9.5 / 29.5}

// regionHome is what the widest scale of the region shows.
var (
	regionHome = geo.Point{Lon: 2.5, Lat: 24}
	regionSize = 29.5
)

// New makes the map of a dataset: of north-west Africa, if most places lie there,
// and otherwise of the part of the world that holds them.
func New(d *events.Dataset) *Map {
	m := &Map{home: regionHome, places: map[string]*events.Place{}}
	inside := 0
	var points []geo.Point // of the places that have coordinates
	for i := range d.Places {
		p := &d.Places[i]
		if p.Precision == events.Unlocated {
			continue
		}
		m.places[p.ID] = p
		points = append(points, gazetteer.Point(p))
		if geo.RegionBox.Holds(gazetteer.Point(p)) {
			inside++
		}
	}
	if 2*inside > len(points) {
		m.detail = geo.Region()
		return m
	}
	m.whole = hull(points)
	m.home = geo.Point{Lon: (m.whole.West + m.whole.East) / 2, Lat: (m.whole.South + m.whole.North) / 2}
	return m
}

// hull is the least box that holds all points, with room around them.
func hull(points []geo.Point) geo.Box {
	if len(points) == 0 {
		return geo.Box{West: -180, South: -60, East: 180, North: 80}
	}
	b := geo.Around(points)
	room := max((b.East-b.West)/8, (b.North-b.South)/8, 2)
	return geo.Box{West: max(b.West-room, -180), South: max(b.South-room, -90), East: min(b.East+room, 180), North: min(b.North+room, 90)}
}

// State is where the reader is on the map. The zero value is no state: begin with
// Start.
type State struct {
	Place  string    // id of the selected place; empty for none
	Scale  int       // 0 to Scales-1
	Centre geo.Point // the middle of what is shown
	Round  string    // id of the place round which the map was last moved; empty for none
}

// Start is the state to begin with: the place with most events, at the middle scale.
func (m *Map) Start(tallies []gazetteer.Tally) State {
	if len(tallies) == 0 {
		return State{Centre: m.home}
	}
	return State{Scale: 1}.round(tallies[0].Place)
}

func (s State) round(p *events.Place) State {
	s.Place, s.Round, s.Centre = p.ID, p.ID, gazetteer.Point(p)
	return s
}

// Zoom moves to a nearer (1) or farther (-1) scale, round the selection.
func (m *Map) Zoom(s State, step int) State {
	s.Scale = min(max(s.Scale+step, 0), Scales-1)
	if s.Scale == 0 {
		s.Centre, s.Round = m.home, ""
	} else if p := m.places[s.Place]; p != nil {
		s = s.round(p)
	}
	return s
}

// Select selects a place; the map moves only if the place is not well inside it.
// width and height are those given to Draw.
func (m *Map) Select(s State, id string, width, height int) State {
	p := m.places[id]
	if p == nil {
		return s
	}
	s.Place = id
	v := m.view(s, layoutOf(width, height))
	if x, y := v.Dot(gazetteer.Point(p)); s.Scale > 0 && !(inner(x, v.Width) && inner(y, v.Height)) {
		s = s.round(p)
	}
	return s
}

// inner tells whether a dot keeps a tenth of the view from its edges.
func inner(x float64, size int) bool { return x > float64(size)/10 && x < float64(size)*9/10 }

// Step selects the nearest place in a direction, if there is one.
func (m *Map) Step(s State, to gazetteer.Direction, tallies []gazetteer.Tally, width, height int) State {
	from := m.places[s.Place]
	if from == nil {
		return m.ByCount(s, 1, tallies, width, height)
	}
	if next := gazetteer.Next(tallies, from, to); next != nil {
		return m.Select(s, next.ID, width, height)
	}
	return s
}

// ByCount selects the place that comes step places later by the number of events,
// round the end to the beginning.
func (m *Map) ByCount(s State, step int, tallies []gazetteer.Tally, width, height int) State {
	if len(tallies) == 0 {
		return s
	}
	at := slices.IndexFunc(tallies, func(t gazetteer.Tally) bool { return t.Place.ID == s.Place })
	if at < 0 && step < 0 {
		at = 0
	}
	n := len(tallies)
	return m.Select(s, tallies[((at+step)%n+n)%n].Place.ID, width, height)
}

// Title says what the map shows: "north-west Africa", "round Timbuktu".
func (m *Map) Title(s State) string {
	if p := m.places[s.Round]; s.Scale > 0 && p != nil {
		return "round " + p.Name
	}
	if m.detail != nil {
		return "north-west Africa"
	}
	return "all places"
}

// view is what of the earth is seen of a state.
func (m *Map) view(s State, l layout) geo.View {
	v := geo.View{Centre: s.Centre, Width: 2 * l.mapWidth, Height: 4 * l.mapHeight}
	high := regionSize
	if m.detail == nil {
		narrow := max(math.Cos(m.home.Lat*math.Pi/180), 0.05)
		high = max(m.whole.North-m.whole.South, (m.whole.East-m.whole.West)*narrow*float64(max(v.Height, 1))/float64(max(v.Width, 1)))
	}
	v.Degrees = high * steps[min(max(s.Scale, 0), Scales-1)] / float64(max(v.Height, 1))
	return v
}
