package timeline

import (
	"cmp"
	"strings"

	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// Nothing is laid out but the parts of groups that the screen touches: they are
// found by walking from the selected event, so that a key costs the same among a
// hundred events and among a million.

// kind tells the rows of the list apart.
type kind uint8

const (
	headingRow kind = iota
	eventRow
	foldRow
)

// row is one row of the list.
type row struct {
	kind kind
	pos  int    // place of the event in Shown; of a fold's first one
	line int    // of an event's title, from 0
	last bool   // of its lines
	text string // of the line, or of the fold
	open bool   // the fold
	date string // of an event's first line, as wide as the gutter; empty before it was drawn

	plain plain
}

// plain is a row of an event as it was drawn last without the cursor and without what is
// searched for: that follows from the row and the rest alone.
type plain struct {
	theme  *theme.Theme
	marked bool
	w      int
	drawn  string
}

// part is a group, or a part of one, laid out.
type part struct {
	group
	rows   []row
	folded map[int]bool // places of events that a closed fold holds
}

// partAt is the part with the event at pos, laid out.
func (v *View) partAt(c *view.Context, pos int) *part {
	for _, p := range v.parts {
		if pos >= p.from && pos < p.to {
			return p
		}
	}
	p := v.layOut(c, groupAt(c, pos))
	const most = 256 // parts that are kept: more than any screen shows
	if len(v.parts) >= most {
		v.parts = v.parts[:0]
	}
	v.parts = append(v.parts, p)
	return p
}

// layOut makes the rows of a group.
func (v *View) layOut(c *view.Context, g group) *part {
	p := &part{group: g, folded: map[int]bool{}}
	if g.part == 0 {
		p.rows = append(p.rows, row{kind: headingRow, pos: g.from})
	}
	now := v.now(c)
	var folded []int
	for pos := g.from; pos < g.to; pos++ {
		if now.shows(classOf(c.Data, c.Shown[pos])) {
			p.add(c, pos, v.width)
		} else {
			folded = append(folded, pos)
		}
	}
	if len(folded) == 0 {
		return p
	}
	open := v.opened(g)
	p.rows = append(p.rows, row{kind: foldRow, pos: folded[0], text: foldWords(c, g, folded), open: open})
	for _, pos := range folded {
		if open {
			p.add(c, pos, v.width)
		} else {
			p.folded[pos] = true
		}
	}
	return p
}

// maxTitleRows is how many rows a title has at most.
const maxTitleRows = 2

// add adds the rows of an event: its title in as many lines as it needs.
func (p *part) add(c *view.Context, pos, w int) {
	room := titleRoom(w)
	title := paint.Clean(c.Data.Titles.At(int(c.Shown[pos])))
	if paint.Width(title) <= room {
		p.rows = append(p.rows, row{kind: eventRow, pos: pos, last: true, text: title})
		return
	}
	lines := paint.Wrap(title, room)
	if len(lines) > maxTitleRows {
		rest := strings.Join(lines[maxTitleRows-1:], " ")
		lines[maxTitleRows-1] = paint.Cut(strings.ReplaceAll(rest, "- ", "-"), room) // a line may end inside Al-Qaeda
		lines = lines[:maxTitleRows]
	}
	for n, line := range lines {
		p.rows = append(p.rows, row{eventRow, pos, n, n == len(lines)-1, strings.TrimRight(line, " "), false, "", plain{}})
	}
}

// spot is a row of a part, to walk from.
type spot struct {
	*part
	at int
}

func (s spot) row() row { return s.rows[s.at] }

// spotOf is where an event stands: its first row, or the fold that holds it.
func (v *View) spotOf(c *view.Context, pos int) spot {
	p := v.partAt(c, pos)
	for k, r := range p.rows {
		if r.kind == eventRow && r.pos == pos || r.kind == foldRow && p.folded[pos] {
			return spot{p, k}
		}
	}
	return spot{p, 0}
}

// step is the row below a spot or, for a negative direction, above it; ok is false at
// the ends.
func (v *View) step(c *view.Context, s spot, direction int) (to spot, ok bool) {
	switch down := direction > 0; {
	case down && s.at+1 < len(s.rows):
		return spot{s.part, s.at + 1}, true
	case down && s.to < len(c.Shown):
		return spot{v.partAt(c, s.to), 0}, true
	case !down && s.at > 0:
		return spot{s.part, s.at - 1}, true
	case !down && s.from > 0:
		p := v.partAt(c, s.from-1)
		return spot{p, len(p.rows) - 1}, true
	}
	return s, false
}

// stops tells whether the cursor can stand on a row.
func (r row) stops() bool { return r.kind == eventRow && r.line == 0 || r.kind == foldRow && !r.open }

// walk goes up to n rows from a spot, down or (negative) up, and tells how many
// there were.
func (v *View) walk(c *view.Context, s spot, n int) (to spot, steps int) {
	for ; steps < max(n, -n); steps++ {
		further, ok := v.step(c, s, n)
		if !ok {
			break
		}
		s = further
	}
	return s, steps
}

// window returns exactly h rows with the selected one on line y, or as near to it
// as the ends of the list allow. The first names the group of what follows.
func (v *View) window(c *view.Context, h, y int) []spot {
	spots := make([]spot, h)
	if len(c.Shown) == 0 || h == 0 {
		return spots
	}
	selected := v.spotOf(c, c.Pos)
	y = v.clamped(c, h, y)
	s, ok := selected, true
	for k := y; k >= 0 && ok; k-- {
		spots[k] = s
		s, ok = v.step(c, s, -1)
	}
	s, ok = v.step(c, selected, 1)
	for k := y + 1; k < h && ok; k++ {
		spots[k] = s
		s, ok = v.step(c, s, 1)
	}
	if y > 0 && spots[0].part != nil {
		spots[0] = spot{spots[0].part, -1} // the heading that stays
		for k := 1; k < h && spots[k].continues(); k++ {
			spots[k] = spot{} // the heading covers how the title begins
		}
	}
	return spots
}

// continues tells whether a row is a further line of a title.
func (s spot) continues() bool {
	return s.part != nil && s.at >= 0 && s.row().kind == eventRow && s.row().line > 0
}

// clamped moves line y of the selected row so that the list leaves no gap above its
// first row nor, when it is long enough to fill the screen, below its last, and begins
// with the first line of a title.
func (v *View) clamped(c *view.Context, h, y int) int {
	s := v.spotOf(c, c.Pos)
	y = min(max(y, 0), h-1)
	_, down := v.walk(c, s, h)
	if y+down < h-1 {
		y = h - 1 - down
	}
	_, up := v.walk(c, s, -h)
	if y = min(y, up, h-1); y < 2 {
		return y
	}
	// Below the heading that stays a title begins, where that leaves no gap.
	for top, _ := v.walk(c, s, 1-y); y > 1 && y+down > h-1 && top.continues(); y-- {
		top, _ = v.step(c, top, 1)
	}
	return y
}

// between is how many rows the event at b stands below the one at a; far jumps
// count only as off the screen.
func (v *View) between(c *view.Context, a, b int) int {
	h := c.Main.Dy()
	s, to := v.spotOf(c, a), v.spotOf(c, b)
	direction := cmp.Or(cmp.Compare(b, a), 1)
	for n, ok := 0, true; n < h && ok; n++ {
		if s == to {
			return n * direction
		}
		s, ok = v.step(c, s, direction)
	}
	return 2 * h * direction
}
