package svg

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/gazetteer"
	"timeline/internal/geo"
)

// The map's size in pixels, and how long a name on it may be.
const (
	mapWidth, mapHeight = 960, 640
	placeLetters        = 24
)

// strokes are the classes of the map's lines.
var strokes = map[geo.Kind]string{geo.Coast: "coast", geo.Border: "rule", geo.Disputed: "disputed", geo.River: "water", geo.Lake: "water"}

// Map draws where the events were, on the coasts and borders of Natural Earth: a dot
// for a site or town, the larger the more events, a ring for an area, and for a region
// or a country, for which no point stands, its name alone: /a region/, A COUNTRY.
func (p Picture) Map() string {
	pen := &pen{id: p.ID}
	tallies := gazetteer.Tallies(p.Data, p.Rows, calendar.Span{First: 1, Last: 0})
	v, lines := mapView(tallies)
	drawLines(pen, v, lines)
	var off []string
	tallies = slices.DeleteFunc(tallies, func(t gazetteer.Tally) bool {
		outside := !v.Box().Holds(gazetteer.Point(t.Place))
		if outside {
			off = append(off, placeName(t.Place)+" "+t.Figure())
		}
		return outside
	})
	unnamed := drawPlaces(pen, v, tallies)
	desc := english.Count(len(p.Rows), "event", "events") + " at " + english.Count(len(tallies), "place", "places") + ", with the number of events at each. A dot is a site or a town, a ring an area, a name alone a region or a country."
	var rest []string
	if len(off) > 0 {
		rest = append(rest, "Off the map: "+english.List(off)+".")
	}
	if unnamed > 0 {
		rest = append(rest, english.Count(unnamed, "name has", "names have")+" no room.")
	}
	if len(rest) > 0 {
		pen.text(cell, mapHeight+16, "faint", strings.Join(rest, " "))
		desc += " " + strings.Join(rest, " ")
	}
	pen.ended(mapWidth-cell, mapHeight-4, "faint", geo.Credit)
	return p.whole(pen, mapWidth, mapHeight+26, desc)
}

// mapView shows all places with some room round them. If most lie in north-west Africa,
// of which there is a finer map, it shows those alone.
func mapView(tallies []gazetteer.Tally) (v geo.View, lines []geo.Line) {
	var region, all []geo.Point
	for _, t := range tallies {
		p := gazetteer.Point(t.Place)
		if all = append(all, p); geo.RegionBox.Holds(p) {
			region = append(region, p)
		}
	}
	lines = geo.World()
	if 2*len(region) > len(all) {
		lines, all = geo.Region(), region
	}
	box := geo.RegionBox
	if len(all) > 0 {
		box = geo.Around(all)
	}
	v = geo.View{Centre: geo.Point{Lon: (box.West + box.East) / 2, Lat: (box.South + box.North) / 2}, Width: mapWidth, Height: mapHeight, Degrees: 1}
	east, north := v.Dot(geo.Point{Lon: box.East, Lat: box.North})
	v.Degrees = max((east-mapWidth/2)/(mapWidth*0.4), (mapHeight/2-north)/(mapHeight*0.42), 0.005)
	return v, lines
}

// drawLines draws coasts, borders, rivers and lakes, a path for each kind.
func drawLines(pen *pen, v geo.View, lines []geo.Line) {
	for kind := geo.Coast; kind <= geo.Lake; kind++ {
		var path strings.Builder
		for i := range lines {
			if lines[i].Kind != kind {
				continue
			}
			x, y := math.Inf(1), math.Inf(1)
			v.Strokes(&lines[i], func(_, _ geo.Point, s geo.Stroke) {
				if s.X0 != x || s.Y0 != y {
					fmt.Fprintf(&path, "M%.1f %.1f", s.X0, s.Y0)
				}
				fmt.Fprintf(&path, "L%.1f %.1f", s.X1, s.Y1)
				x, y = s.X1, s.Y1
			})
		}
		if path.Len() > 0 {
			pen.put(`<path class="tl-%s" fill="none" d="%s"/>`+"\n", strokes[kind], path.String())
		}
	}
}

// drawPlaces draws the places, those of most events first, and returns how many names
// find no room.
func drawPlaces(pen *pen, v geo.View, tallies []gazetteer.Tally) (unnamed int) {
	var taken []image.Rectangle
	free := func(box image.Rectangle) bool {
		return box.In(image.Rect(0, 0, mapWidth, mapHeight)) && !slices.ContainsFunc(taken, box.Overlaps)
	}
	for i := range tallies {
		fx, fy := v.Dot(gazetteer.Point(tallies[i].Place))
		x, y, r := int(fx), int(fy), drawDot(pen, &tallies[i], int(fx), int(fy))
		if r > 0 {
			taken = append(taken, image.Rect(x-r, y-r, x+r, y+r))
		}
	}
	for i := range tallies {
		fx, fy := v.Dot(gazetteer.Point(tallies[i].Place))
		x, y := int(fx), int(fy)
		name := placeName(tallies[i].Place) + " " + tallies[i].Figure()
		w, named := len([]rune(name))*letterWidth, false
		for _, from := range [][2]int{{x + 9, y + 4}, {x - 9 - w, y + 4}, {x - w/2, y - 10}, {x - w/2, y + 18}} {
			if box := image.Rect(from[0], from[1]-10, from[0]+w, from[1]+3); free(box) {
				taken, named = append(taken, box), true
				pen.text(from[0], from[1], "ink", name)
				break
			}
		}
		if !named {
			unnamed++
		}
	}
	return unnamed
}

// drawDot draws the sign of a place and returns its radius, 0 where no point stands for
// the place.
func drawDot(pen *pen, t *gazetteer.Tally, x, y int) int {
	r := min(3+int(math.Sqrt(float64(t.All()))), 12)
	class := "sure"
	switch {
	case !gazetteer.Spot(t.Place) || t.Place.Precision >= events.UnspecifiedGround:
		return 0
	case gazetteer.Area(t.Place):
		class = "loose"
	}
	pen.put(`<circle class="tl-%s" cx="%d" cy="%d" r="%d"><title>%s</title></circle>`+"\n", class, x, y, r, escaped(t.Place.Name+": "+t.Words()))
	return r
}

// placeName is a place's name as its precision has it written.
func placeName(p *events.Place) string {
	name := cut(gazetteer.Name(p, placeLetters), placeLetters)
	switch {
	case gazetteer.Region(p):
		return "/" + name + "/"
	case gazetteer.Country(p):
		return strings.ToUpper(name)
	}
	return name
}
