package geomap

import (
	"math"
	"slices"
	"strings"

	"timeline/internal/events"
	"timeline/internal/gazetteer"
	"timeline/internal/geo"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

// nameCells is how long a name on the map may be before the short one stands for it.
const nameCells = 14

// many is how many events make a dot a large one.
const many = 4

// layout is where the parts of the picture are.
type layout struct {
	mapWidth, mapHeight int
	list                int // cells for the list beside the map, its border included; 0 for none
	foot                int // rows below the map: 1 where there is no list and so a line for what is off the map
}

const (
	listWidth = 30
	wide      = 100 // from this width on there is a list beside the map
)

func layoutOf(width, height int) layout {
	width, height = max(width, 0), max(height, 0)
	if width >= wide {
		return layout{mapWidth: width - listWidth, mapHeight: height, list: listWidth}
	}
	foot := min(1, height)
	return layout{mapWidth: width, mapHeight: height - foot, foot: foot}
}

// spot is a place of the tallies on the map.
type spot struct {
	gazetteer.Tally
	x, y  int // the cell
	shown bool
}

// Picture is a drawn map.
type Picture struct {
	*canvas.Canvas
	hits map[[2]int][]string // ids of the places that are drawn at a cell, those with most events first
}

// Places returns the ids of the places that are drawn at a cell, those with most events
// first; none where there is none.
func (p *Picture) Places(x, y int) []string { return p.hits[[2]int{x, y}] }

func (p *Picture) hit(x, y int, id string) {
	at := [2]int{x, y}
	p.hits[at] = append(p.hits[at], id)
}

// Draw draws the map, width by height cells. tallies are in the order that
// gazetteer.Tallies gives.
func (m *Map) Draw(s State, tallies []gazetteer.Tally, width, height int) *Picture {
	l := layoutOf(width, height)
	p := &Picture{canvas.New(width, height), map[[2]int][]string{}}
	if l.mapWidth == 0 || l.mapHeight == 0 {
		return p
	}
	v := m.view(s, l)
	spots := make([]spot, len(tallies))
	for i, t := range tallies {
		x, y := v.Dot(gazetteer.Point(t.Place))
		spots[i] = spot{Tally: t, x: int(math.Floor(x / 2)), y: int(math.Floor(y / 4))}
		spots[i].shown = x >= 0 && y >= 0 && spots[i].x < l.mapWidth && spots[i].y < l.mapHeight
	}
	selected := m.places[s.Place]
	m.drawLand(p.Canvas, v, l, selected)
	if len(tallies) == 0 {
		text := "No event in this time has a place that the map knows."
		if len(m.places) == 0 {
			text = "No place here has coordinates: write lat and lon into its file in places/."
		}
		p.Canvas.Paragraph(1, min(1, l.mapHeight-1), text, theme.Muted, l.mapWidth-2)
	}
	n := &naming{p: p, l: l, taken: make([]bool, l.mapWidth*l.mapHeight), selected: s.Place}
	n.names(spots)
	if l.list > 0 {
		p.drawList(l, spots, s)
	} else {
		p.drawFoot(l, spots, s)
	}
	if selected != nil && gazetteer.Region(selected) && l.mapHeight > 1 {
		text := gazetteer.Somewhere(selected)
		room := min(canvas.Cells(text), l.mapWidth-2)
		if room > 0 {
			x, y := l.mapWidth-room-2, l.mapHeight-1
			p.Canvas.Set(x, y, ' ', theme.None)
			p.Canvas.Text(x+1, y, text, theme.Amber, room)
			p.Canvas.Set(l.mapWidth-1, y, ' ', theme.None)
		}
	}
	return p
}

// naming writes signs and names on the map.
type naming struct {
	p        *Picture
	l        layout
	taken    []bool // cells that hold a dot or a name
	selected string
}

// names writes the signs of all spots, and then names as far as there is room: first
// that of the selected place, then by the number of events.
func (n *naming) names(spots []spot) {
	for i := range spots { // dots come first: no name may cover one
		if sp := &spots[i]; sp.shown && gazetteer.Spot(sp.Place) {
			n.dot(sp)
		}
	}
	for _, first := range []bool{true, false} {
		for i := range spots {
			if sp := &spots[i]; sp.shown && (sp.Place.ID == n.selected) == first {
				n.name(sp)
			}
		}
	}
}

// dot draws a place that is a spot. Of several in a cell the selected one is seen,
// or the one with most events.
func (n *naming) dot(sp *spot) {
	at := sp.y*n.l.mapWidth + sp.x
	n.p.hit(sp.x, sp.y, sp.Place.ID)
	if !n.taken[at] || sp.Place.ID == n.selected {
		n.taken[at] = true
		n.p.Canvas.Set(sp.x, sp.y, sign(sp.Tally), n.role(sp.Place, theme.Blue))
	}
}

// sign is what stands for a place: by how exactly it is known.
func sign(t gazetteer.Tally) rune {
	switch p := t.Place; {
	case gazetteer.Country(p):
		return '□'
	case gazetteer.Region(p):
		return '╱'
	case gazetteer.Area(p):
		return '○'
	case t.All() >= many:
		return '●'
	}
	return '•'
}

func (n *naming) role(p *events.Place, otherwise theme.Role) theme.Role {
	if p.ID == n.selected {
		return theme.Amber
	}
	return otherwise
}

// name writes a place's name where there is room for it, beside its dot or where
// the coordinates of a region or country are. On a small map only places of some
// events are named; their dots are all there.
func (n *naming) name(sp *spot) {
	small := n.l.mapWidth < 90 && sp.Place.ID != n.selected
	text, role, least := gazetteer.Name(sp.Place, nameCells)+" "+sp.Figure(), theme.Ink, 3
	switch {
	case gazetteer.Region(sp.Place):
		text, role, least = "╱ "+text+" ╱", theme.Shade, 9
	case gazetteer.Country(sp.Place):
		text, role, least = strings.ToUpper(gazetteer.Name(sp.Place, nameCells))+" "+sp.Figure(), theme.Muted, 2
	}
	if small && sp.All() < least {
		return
	}
	if sp.Place.ID == n.selected {
		text = "[" + text + "]" // said without colour too
	}
	w := canvas.Cells(text)
	for _, at := range beside(sp, w) {
		if n.free(at[0], at[1], w, sp) {
			n.p.Canvas.Text(at[0], at[1], text, n.role(sp.Place, role), w)
			for x := at[0]; x < at[0]+w; x++ {
				n.taken[at[1]*n.l.mapWidth+x] = true
				n.p.hit(x, at[1], sp.Place.ID)
			}
			return
		}
	}
}

// beside are the cells at which a name w cells wide may begin, the best first.
func beside(sp *spot, w int) [][2]int {
	x, y := sp.x, sp.y
	middle := x - w/2
	if !gazetteer.Spot(sp.Place) {
		return [][2]int{{middle, y}, {middle, y + 1}, {middle, y - 1}, {middle, y + 2}, {middle, y - 2}, {middle, y + 3}, {middle, y - 3}, {x, y}, {x - w + 1, y}}
	}
	return [][2]int{{x + 2, y}, {x - w - 1, y}, {middle, y - 1}, {middle, y + 1}, {x + 1, y + 1}, {x + 1, y - 1}, {x - w, y + 1}, {x - w, y - 1}}
}

// free tells whether w cells, and one on either side, hold no dot and no name but
// the place's own dot.
func (n *naming) free(x, y, w int, sp *spot) bool {
	if x < 0 || y < 0 || y >= n.l.mapHeight || x+w > n.l.mapWidth {
		return false
	}
	for k := max(x-1, 0); k < min(x+w+1, n.l.mapWidth); k++ {
		own := gazetteer.Spot(sp.Place) && k == sp.x && y == sp.y && (k < x || k >= x+w)
		if n.taken[y*n.l.mapWidth+k] && !own {
			return false
		}
	}
	return true
}

// countries are the names of the countries that a place, if it is a region or a
// country, means.
func countries(p *events.Place) []string {
	if p == nil || gazetteer.Spot(p) {
		return nil
	}
	return gazetteer.Countries(p)
}

// chosen tells whether a line is part of the outline of one of the countries.
func chosen(l *geo.Line, countries []string) bool {
	return slices.ContainsFunc(countries, l.Of)
}
