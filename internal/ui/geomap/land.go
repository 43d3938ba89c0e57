package geomap

import (
	"math"
	"slices"

	"timeline/internal/events"
	"timeline/internal/gazetteer"
	"timeline/internal/geo"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

// dots is a canvas of two by four dots a cell.
type dots struct {
	width, height int // in cells
	mask          []byte
	role          []theme.Role
	rank          []uint8
}

// pen is how a line is drawn: the pen of the highest rank gives a cell its role.
type pen struct {
	role   theme.Role
	rank   uint8
	dashed bool
}

var pens = map[geo.Kind]pen{
	geo.Coast:    {theme.Faint, 4, false},
	geo.Border:   {theme.Rule, 3, false},
	geo.Disputed: {theme.Rule, 3, true},
	geo.River:    {theme.Water, 2, false},
	geo.Lake:     {theme.Water, 2, false},
}

const hatchRank, chosenRank = 1, 5

// bits are the bits of a cell's dots, by row and column.
var bits = [4][2]byte{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// dot sets a dot.
func (c *dots) dot(x, y int, p pen) {
	if x < 0 || y < 0 || x >= 2*c.width || y >= 4*c.height {
		return
	}
	i := y/4*c.width + x/2
	c.mask[i] |= bits[y%4][x%2]
	if p.rank >= c.rank[i] {
		c.rank[i], c.role[i] = p.rank, p.role
	}
}

// stroke draws a straight line. phase counts the dots of the whole line, so that its
// dashes go on from stroke to stroke.
func (c *dots) stroke(s geo.Stroke, p pen, phase *int) {
	const dash = 2
	n := int(max(math.Abs(s.X1-s.X0), math.Abs(s.Y1-s.Y0))) + 1
	for k := range n + 1 {
		*phase++
		if p.dashed && *phase%(2*dash) >= dash {
			continue
		}
		t := float64(k) / float64(n)
		c.dot(int(s.X0+(s.X1-s.X0)*t), int(s.Y0+(s.Y1-s.Y0)*t), p)
	}
}

// drawLand draws coasts, borders and waters, and what the selected place means: the
// outlines of its countries and, if it is a country, all of it.
func (m *Map) drawLand(g *canvas.Canvas, v geo.View, l layout, selected *events.Place) {
	n := l.mapWidth * l.mapHeight
	c := &dots{l.mapWidth, l.mapHeight, make([]byte, n), make([]theme.Role, n), make([]uint8, n)}
	var lit []string
	if selected != nil && !gazetteer.Spot(selected) {
		lit = gazetteer.Countries(selected)
	}
	if selected != nil && gazetteer.Country(selected) {
		for _, country := range lit {
			m.hatch(c, v, country)
		}
	}
	if m.detail == nil {
		c.lines(v, geo.World(), lit, func(_, _ geo.Point) bool { return true })
	} else {
		inside := func(p geo.Point) bool { return geo.RegionBox.Holds(p) }
		c.lines(v, m.detail, lit, func(a, b geo.Point) bool { return inside(a) || inside(b) })
		b := v.Box()
		if !inside(geo.Point{Lon: b.West, Lat: b.South}) || !inside(geo.Point{Lon: b.East, Lat: b.North}) {
			c.lines(v, geo.World(), lit, func(a, b geo.Point) bool { return !inside(a) || !inside(b) })
		}
	}
	for i, mask := range c.mask {
		if mask == 0 {
			continue
		}
		const braille = '\u2800'
		g.Set(i%l.mapWidth, i/l.mapWidth, braille+rune(mask), c.role[i])
	}
}

// lines draws the strokes that wanted wants.
func (c *dots) lines(v geo.View, lines []geo.Line, lit []string, wanted func(a, b geo.Point) bool) {
	for i := range lines {
		line := &lines[i]
		p := pens[line.Kind]
		if slices.ContainsFunc(lit, line.Of) {
			p.role, p.rank = theme.Amber, chosenRank
		}
		phase := 0
		v.Strokes(line, func(a, b geo.Point, s geo.Stroke) {
			if wanted(a, b) {
				c.stroke(s, p, &phase)
			}
		})
	}
}

// hatch covers a country with a slant of dots, as far as its outline is known.
func (m *Map) hatch(c *dots, v geo.View, country string) {
	lines := m.detail
	if !geo.Closed(lines, country) {
		lines = geo.World()
	}
	if !geo.Closed(lines, country) {
		return
	}
	const apart = 6
	v.Fill(lines, country, func(y, x0, x1 int) {
		for x := x0 + ((-x0-y)%apart+apart)%apart; x < x1; x += apart {
			c.dot(x, y, pen{theme.Amber, hatchRank, false})
		}
	})
}
