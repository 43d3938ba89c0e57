package groups

import (
	"slices"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/facts"
	"timeline/internal/lineage"
	"timeline/internal/ui/canvas"

	"github.com/charmbracelet/x/ansi"
)

// layout is where everything is drawn.
type layout struct {
	scale  calendar.Scale
	area   int          // rows for the groups, below the axis
	panel  int          // rows below them
	gaps   map[int]bool // the rows of groups above which there is a row for letters
	above  []int        // how many rows of the picture stand above each row of groups
	rows   [][]*lineage.Group
	row    map[string]int  // of each group
	apart  map[string]bool // groups that share a row with others but do not go on from them
	first  int             // the first row that is drawn
	hidden int             // rows that have no room
}

// panelRows is how many rows below the groups tell of the selected tie.
func panelRows(height int) int {
	switch {
	case height >= 20:
		return 5
	case height >= 12:
		return 3
	case height >= 6:
		return 2
	}
	return 0
}

func layoutOf(l *lineage.Lineage, cal *calendar.Calendar, s State, width, height int) *layout {
	o := &layout{scale: cal.Scale(s.View, width, calendar.RibbonCells(width)), panel: panelRows(height), row: map[string]int{}, apart: map[string]bool{}}
	o.area = max(height-1-o.panel, 0)
	if len(o.scale.Bins) == 0 {
		return o
	}
	o.pack(l)
	for y, row := range o.rows {
		for _, g := range row {
			o.row[g.ID] = y
		}
	}
	o.chooseGaps(l)
	if len(o.rows) > o.area {
		seen := max(o.area-1, 0) // the last one says how many are not
		o.hidden = len(o.rows) - seen
		o.first = min(max(o.row[s.Group]-seen/2, 0), o.hidden)
	}
	return o
}

// chooseGaps finds rooms for letters: a row above a row of groups for all ties that
// lead to it from above, or from below to the one over it. Where there is no room for
// all, those with most claims have it, and of equals the upper ones.
func (o *layout) chooseGaps(l *lineage.Lineage) {
	claims := make([]int, len(o.rows)+1)
	for _, t := range l.Ties {
		if r := o.row[t.Younger]; t.Drawn && r < o.row[t.Older] {
			claims[r+1] += len(t.Claims)
		} else if t.Drawn {
			claims[r] += len(t.Claims)
		}
	}
	o.gaps, o.above = map[int]bool{}, make([]int, len(o.rows))
	for range o.area - len(o.rows) {
		best := slices.Index(claims, slices.Max(claims))
		if claims[best] == 0 {
			break
		}
		o.gaps[best], claims[best] = true, 0
	}
	n := 0
	for r := range o.rows {
		if o.gaps[r] {
			n++
		}
		o.above[r] = n + r
	}
}

// letterRow is the row of the picture for the letters of a tie: above the younger
// group or, where the tie comes from below, under it. ok is false if there is none.
func (o *layout) letterRow(t *lineage.Tie) (y int, ok bool) {
	y, ok = o.y(t.Younger)
	r := o.row[t.Younger]
	if r < o.row[t.Older] {
		return y + 1, ok && o.gaps[r+1]
	}
	return y - 1, ok && o.gaps[r]
}

// y is the row of the picture on which a group's line is; ok is false if it is not
// drawn.
func (o *layout) y(group string) (y int, ok bool) {
	r := o.row[group]
	if r < o.first || o.hidden > 0 && r >= o.first+len(o.rows)-o.hidden {
		return 0, false
	}
	return 1 + o.above[r] - o.first, true
}

// from and end are the first and last cell of the bin that holds a day.
func (o *layout) from(d edtf.Day) int { return o.scale.Bins[o.scale.Bin(d)].X }

func (o *layout) end(d edtf.Day) int {
	b := o.scale.Bins[o.scale.Bin(d)]
	return b.X + b.Width - 1
}

// cells is the run of cells that a group's line takes, and what its name needs.
func (o *layout) cells(l *lineage.Lineage, g *lineage.Group) (from, to int) {
	from = o.from(g.Begins.First)
	return from, max(o.end(g.Until), from+ansi.StringWidth(l.Short(g.ID))+4)
}

// pack lets groups that split from, or are under, the same group share a row if they
// do not meet on it. A row that others go on from is not shared: that is what
// misleads.
func (o *layout) pack(l *lineage.Lineage) {
	o.rows = slices.Clone(l.Rows)
	over := map[string]string{}
	for _, t := range l.Ties {
		if t.Drawn && (t.Kind == lineage.Under || t.Kind == lineage.Splits) && over[t.Younger] == "" {
			over[t.Younger] = t.Older
		}
	}
	for i := 0; i < len(o.rows); i++ {
		for j := len(o.rows) - 1; j > i; j-- {
			parent := over[o.rows[i][0].ID]
			if parent == "" || parent != over[o.rows[j][0].ID] || o.meet(l, o.rows[i], o.rows[j]) {
				continue
			}
			shared := append(slices.Clone(o.rows[i]), o.rows[j]...)
			slices.SortStableFunc(shared, func(a, b *lineage.Group) int { return int(a.Begins.First) - int(b.Begins.First) })
			o.apart[o.rows[i][0].ID], o.apart[o.rows[j][0].ID] = true, true
			o.rows[i] = shared
			o.rows = slices.Delete(o.rows, j, j+1)
		}
	}
}

// meet tells whether groups of two rows would touch on one.
func (o *layout) meet(l *lineage.Lineage, a, b []*lineage.Group) bool {
	for _, g := range a {
		for _, h := range b {
			gFrom, gTo := o.cells(l, g)
			hFrom, hTo := o.cells(l, h)
			if gTo >= hFrom-1 && hTo >= gFrom-1 {
				return true
			}
		}
	}
	return false
}

// at is the cell at which a tie is drawn; ok is false if its day is not in sight.
func (o *layout) at(l *lineage.Lineage, t *lineage.Tie) (x int, ok bool) {
	day := l.Day(t)
	span := o.scale.Span()
	return o.from(day), span.First <= day && day <= span.Last
}

// name is what a group is called in room cells.
func name(l *lineage.Lineage, id string, room int) string {
	if a := l.Data.Actor(id); a != nil {
		if short := facts.Short(a); canvas.Cells(short) <= room { // a long name would cover the line
			return short
		}
		return facts.Name(a, room)
	}
	return id
}
