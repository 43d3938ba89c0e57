package geomap

import (
	"fmt"
	"slices"

	"timeline/internal/events"
	"timeline/internal/gazetteer"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/theme"
)

var arrows = map[gazetteer.Direction]rune{gazetteer.North: '↑', gazetteer.East: '→', gazetteer.South: '↓', gazetteer.West: '←'}

// arrow is the way from the middle of the map to a place that is off it.
func arrow(s State, p *events.Place) rune {
	return arrows[gazetteer.Toward(s.Centre.Lon, s.Centre.Lat, p)]
}

// parted are the spots that are on the map, and those off it.
func parted(spots []spot) (on, off []spot) {
	for _, sp := range spots {
		if sp.shown {
			on = append(on, sp)
		} else {
			off = append(off, sp)
		}
	}
	return on, off
}

// at tells whether a spot is at the cursor.
func (s State) at(sp spot) bool { return sp.Place.ID == s.Place }

// drawList lists the places beside the map, those on it first, and marks the
// selected one. What has no room is counted.
func (p *Picture) drawList(l layout, spots []spot, s State) {
	for y := range l.mapHeight {
		p.Canvas.Set(l.mapWidth, y, '│', theme.Rule)
	}
	on, off := parted(spots)
	rows, offRows := l.mapHeight, 0
	if len(off) > 0 { // a blank row, a heading and at least five of them
		offRows = 2 + min(len(off), max(5, rows-len(on)-2))
		offRows = min(offRows, max(rows-len(on), rows/2))
	}
	p.entries(l, on, 0, rows-offRows, s)
	if offRows > 2 {
		top := min(len(on)+1, rows-offRows+1)
		p.Canvas.Text(l.mapWidth+2, top, "off this map", theme.Muted, l.list-3)
		p.entries(l, off, top+1, rows-top-1, s)
	}
}

// entries writes as many entries as there are rows, from a row on, so that the
// selected one is among them.
func (p *Picture) entries(l layout, spots []spot, top, rows int, s State) {
	if rows <= 0 {
		return
	}
	first, n := 0, len(spots)
	if n > rows { // the last row counts what has no room
		n = rows - 1
		first = max(slices.IndexFunc(spots, s.at)-n+1, 0)
		p.Canvas.Text(l.mapWidth+4, top+n, fmt.Sprintf("%d more", len(spots)-n), theme.Faint, l.list-5)
	}
	for i, sp := range spots[first : first+n] {
		p.entry(l, sp, top+i, s)
	}
}

func (p *Picture) entry(l layout, sp spot, y int, s State) {
	x, end := l.mapWidth, l.mapWidth+l.list
	mark, markRole, role := sign(gazetteer.Tally{Place: sp.Place, Certain: many}), theme.Blue, theme.Ink
	switch {
	case !sp.shown:
		mark, markRole, role = arrow(s, sp.Place), theme.Faint, theme.Muted
	case gazetteer.Region(sp.Place):
		markRole = theme.Shade
	case gazetteer.Country(sp.Place):
		markRole = theme.Muted
	}
	if sp.Place.ID == s.Place {
		markRole, role = theme.Amber, theme.Amber
		p.Canvas.Set(x+1, y, '▌', theme.Amber)
		p.Mark(x+1, y, end-x-1)
	}
	figure := sp.Figure()
	p.Canvas.Set(x+2, y, mark, markRole)
	room := l.list - 6 - len(figure)
	p.Canvas.Text(x+4, y, gazetteer.Name(sp.Place, room), role, room)
	p.Canvas.Text(end-1-len(figure), y, figure, theme.Muted, len(figure))
	for k := x + 1; k < end; k++ {
		p.hit(k, y, sp.Place.ID)
	}
}

// drawFoot names, where there is no room for a list, the places off the map in one
// row, the selected one first.
func (p *Picture) drawFoot(l layout, spots []spot, s State) {
	if l.foot == 0 {
		return
	}
	_, off := parted(spots)
	if len(off) == 0 {
		return
	}
	if at := slices.IndexFunc(off, s.at); at > 0 {
		chosen := off[at]
		off = slices.Insert(slices.Delete(off, at, at+1), 0, chosen)
	}
	y := l.mapHeight
	x := p.Canvas.Text(1, y, "off this map:", theme.Muted, l.mapWidth-1)
	for i, sp := range off {
		text := string(arrow(s, sp.Place)) + " " + gazetteer.Name(sp.Place, nameCells) + " " + sp.Figure()
		role := theme.Muted
		if sp.Place.ID == s.Place {
			text, role = "["+text+"]", theme.Amber
		}
		rest := fmt.Sprintf("and %d more", len(off)-i)
		if room := l.mapWidth - x - 2; canvas.Cells(text) > room || i+1 < len(off) && canvas.Cells(text)+2+len(rest) > room {
			p.Canvas.Text(x+2, y, rest, theme.Faint, room)
			return
		}
		from := x + 2
		x = p.Canvas.Text(from, y, text, role, l.mapWidth-from)
		for k := from; k < x; k++ {
			p.hit(k, y, sp.Place.ID)
		}
	}
}
