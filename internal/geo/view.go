package geo

import (
	"math"
	"slices"
)

// View is a window on the earth, drawn with dots: an equirectangular projection
// that is true to scale at its middle.
type View struct {
	Centre        Point
	Degrees       float64 // of latitude that one dot is high; more than 0
	Width, Height int     // in dots
}

// shrink is how much narrower than high a degree is at the view's middle.
func (v View) shrink() float64 { return max(math.Cos(v.Centre.Lat*math.Pi/180), 0.05) }

// Dot is where a point lies, in dots from the view's upper left corner; it may lie
// outside the view.
func (v View) Dot(p Point) (x, y float64) { return v.dot(p, v.shrink()) }

// dot is Dot for what asks of thousands of points, and knows how the view shrinks.
func (v View) dot(p Point, shrink float64) (x, y float64) {
	return float64(v.Width)/2 + (p.Lon-v.Centre.Lon)*shrink/v.Degrees,
		float64(v.Height)/2 - (p.Lat-v.Centre.Lat)/v.Degrees
}

// Box is the part of the earth that the view shows.
func (v View) Box() Box {
	w, h := float64(v.Width)/2*v.Degrees/v.shrink(), float64(v.Height)/2*v.Degrees
	return Box{v.Centre.Lon - w, v.Centre.Lat - h, v.Centre.Lon + w, v.Centre.Lat + h}
}

// Stroke is a straight piece of a line in dots, inside the view.
type Stroke struct{ X0, Y0, X1, Y1 float64 }

// Strokes calls draw for each piece of the line that the view shows, cut at its
// edges. Pieces that cross the date line are left out.
func (v View) Strokes(l *Line, draw func(from, to Point, s Stroke)) {
	if !v.Box().meets(l.box) {
		return
	}
	shrink := v.shrink()
	for i := 1; i < len(l.Points); i++ {
		a, b := l.Points[i-1], l.Points[i]
		if s, ok := v.cut(a, b, shrink); ok && !wraps(a, b) {
			draw(a, b, s)
		}
	}
}

// wraps tells whether the short way from a to b crosses the date line.
func wraps(a, b Point) bool { return math.Abs(a.Lon-b.Lon) > 180 }

// cut is the part of the way from a to b that lies in the view (Liang–Barsky).
func (v View) cut(a, b Point, shrink float64) (Stroke, bool) {
	x0, y0 := v.dot(a, shrink)
	x1, y1 := v.dot(b, shrink)
	dx, dy := x1-x0, y1-y0
	from, to := 0.0, 1.0
	for _, edge := range [4][2]float64{{-dx, x0}, {dx, float64(v.Width) - x0}, {-dy, y0}, {dy, float64(v.Height) - y0}} {
		switch p, q := edge[0], edge[1]; {
		case p == 0 && q < 0:
			return Stroke{}, false
		case p < 0:
			from = max(from, q/p)
		case p > 0:
			to = min(to, q/p)
		}
	}
	if from > to {
		return Stroke{}, false
	}
	return Stroke{x0 + from*dx, y0 + from*dy, x0 + to*dx, y0 + to*dy}, true
}

// Closed tells whether the lines hold the whole outline of a country: whether they
// have some of it, and no end of a line is loose.
func Closed(lines []Line, country string) bool {
	ends := map[Point]bool{} // an odd number of lines end here
	found := false
	for i := range lines {
		if l := &lines[i]; l.Of(country) {
			found = true
			for _, p := range []Point{l.Points[0], l.Points[len(l.Points)-1]} {
				if ends[p] = !ends[p]; !ends[p] {
					delete(ends, p)
				}
			}
		}
	}
	return found && len(ends) == 0
}

// Fill calls fill for each run of dots, from x0 up to but not with x1, that lies
// inside a country whose outline is closed: the even-odd rule, row by row. The sides
// of the flat earth belong to the outline between the places where it wraps.
func (v View) Fill(lines []Line, country string, fill func(y, x0, x1 int)) {
	crossings, shrink := make([][]float64, v.Height), v.shrink()
	for i := range lines {
		if !lines[i].Of(country) {
			continue
		}
		points := lines[i].Points
		for k := 1; k < len(points); k++ {
			a, b := points[k-1], points[k]
			if wraps(a, b) { // on along the other side of the flat earth, whose sides close the outline below
				side := math.Copysign(180, b.Lon)
				v.cross(crossings, Point{side, a.Lat}, Point{side, -90}, shrink)
				v.cross(crossings, Point{-side, a.Lat}, Point{-side, -90}, shrink)
				a = Point{side, a.Lat}
			}
			v.cross(crossings, a, b, shrink)
		}
	}
	for y, xs := range crossings {
		slices.Sort(xs)
		for k := 0; k+1 < len(xs); k += 2 {
			x0, x1 := max(xs[k], 0), min(xs[k+1], float64(v.Width))
			if x0 < x1 {
				fill(y, int(math.Ceil(x0)), int(math.Ceil(x1)))
			}
		}
	}
}

// cross notes where the way from a to b crosses the middle of each row of dots.
func (v View) cross(crossings [][]float64, a, b Point, shrink float64) {
	x0, y0 := v.dot(a, shrink)
	x1, y1 := v.dot(b, shrink)
	if y0 > y1 {
		x0, y0, x1, y1 = x1, y1, x0, y0
	}
	first := int(max(math.Ceil(y0-0.5), 0))
	last := int(min(math.Ceil(y1-0.5), float64(len(crossings)))) - 1
	for y := first; y <= last; y++ {
		crossings[y] = append(crossings[y], x0+(float64(y)+0.5-y0)/(y1-y0)*(x1-x0))
	}
}
