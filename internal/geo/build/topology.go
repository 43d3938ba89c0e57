package main

import (
	"cmp"
	"encoding/json"
	"math"

	"timeline/internal/geo"
)

// topology is a TopoJSON file (https://github.com/topojson/topojson-specification):
// arcs of quantised, relative positions, and objects that are made of them.
type topology struct {
	Arcs      [][][2]float64 `json:"arcs"`
	Transform struct {
		Scale     [2]float64 `json:"scale"`
		Translate [2]float64 `json:"translate"`
	} `json:"transform"`
	Objects map[string]struct {
		Geometries []geometry `json:"geometries"`
	} `json:"objects"`
}

type geometry struct {
	Arcs       json.RawMessage `json:"arcs"`
	Properties struct {
		Name string `json:"name"`
	} `json:"properties"`
}

// numbers are the arcs that a geometry is made of, however deep they are nested;
// an arc that is walked backwards, ~n, is n.
func (g geometry) numbers() []int {
	var out []int
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, each := range v {
				walk(each)
			}
		case float64:
			n := int(v)
			out = append(out, max(n, ^n))
		}
	}
	var nested any
	if json.Unmarshal(g.Arcs, &nested) == nil {
		walk(nested)
	}
	return out
}

// arc is one arc in degrees, made simpler, in the hundredths that the file keeps.
func (t *topology) arc(n int, tolerance float64) []geo.Point {
	x, y := 0.0, 0.0
	var whole []geo.Point
	for _, step := range t.Arcs[n] {
		x, y = x+step[0], y+step[1]
		whole = append(whole, geo.Point{
			Lon: x*t.Transform.Scale[0] + t.Transform.Translate[0],
			Lat: y*t.Transform.Scale[1] + t.Transform.Translate[1],
		})
	}
	var out []geo.Point
	for _, p := range simpler(whole, tolerance) {
		p = geo.Point{Lon: math.Round(p.Lon*100) / 100, Lat: math.Round(p.Lat*100) / 100}
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	return out
}

// countries are coasts and borders. An arc that two countries share is a border.
func (t *topology) countries(tolerance float64) []geo.Line {
	users := make([][]string, len(t.Arcs))
	for _, g := range t.Objects["countries"].Geometries {
		for _, n := range g.numbers() {
			users[n] = append(users[n], cmp.Or(longNames[g.Properties.Name], g.Properties.Name))
		}
	}
	var lines []geo.Line
	for n, names := range users {
		l := geo.Line{Kind: geo.Coast, Points: t.arc(n, tolerance)}
		if len(names) == 0 || len(l.Points) < 2 {
			continue
		}
		l.Countries[0] = names[0]
		if len(names) > 1 {
			l.Kind, l.Countries[1] = geo.Border, names[1]
		}
		if l.Kind == geo.Border && l.Of("Western Sahara") {
			l.Kind = geo.Disputed // Natural Earth draws it apart; the United Nations list it as undecided
		}
		lines = append(lines, l)
	}
	return lines
}

// waters are rivers and the shores of lakes. The file has no names: all are kept.
func (t *topology) waters(tolerance float64) []geo.Line {
	var lines []geo.Line
	done := map[int]bool{}
	for _, of := range []struct {
		object string
		kind   geo.Kind
	}{{"lakes", geo.Lake}, {"rivers", geo.River}} {
		for _, g := range t.Objects[of.object].Geometries {
			for _, n := range g.numbers() {
				if l := (geo.Line{Kind: of.kind, Points: t.arc(n, tolerance)}); !done[n] && len(l.Points) > 1 {
					lines = append(lines, l)
				}
				done[n] = true // a lake's shore may be part of a river too
			}
		}
	}
	return lines
}

// simpler leaves out the points that lie within tolerance of the line through
// those that are left (Douglas and Peucker 1973). The ends stay.
func simpler(points []geo.Point, tolerance float64) []geo.Point {
	if len(points) < 3 {
		return points
	}
	first, last := points[0], points[len(points)-1]
	farthest, at := -1.0, 0
	for i := 1; i < len(points)-1; i++ {
		if d := distance(points[i], first, last); d > farthest {
			farthest, at = d, i
		}
	}
	if farthest <= tolerance {
		return []geo.Point{first, last}
	}
	left := simpler(points[:at+1], tolerance)
	return append(left[:len(left)-1:len(left)-1], simpler(points[at:], tolerance)...)
}

// distance is how far p lies from the way from a to b, in degrees.
func distance(p, a, b geo.Point) float64 {
	dx, dy := b.Lon-a.Lon, b.Lat-a.Lat
	along := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		along = min(max(((p.Lon-a.Lon)*dx+(p.Lat-a.Lat)*dy)/length, 0), 1)
	}
	return math.Hypot(p.Lon-a.Lon-along*dx, p.Lat-a.Lat-along*dy)
}
