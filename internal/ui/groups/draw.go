package groups

import (
	"fmt"
	"slices"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/lineage"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/ribbon"
	"timeline/internal/ui/theme"
)

// Picture is a drawn lineage.
type Picture struct {
	*canvas.Canvas
	lineage *lineage.Lineage
	state   State
	*layout
	chosen *lineage.Tie
	ties   map[[2]int]string // ids of the ties that are drawn at a cell
	groups map[[2]int]string // ids of the groups whose name or line is
}

// Draw draws the lineage, width by height cells: an axis, the groups and, below them,
// the selected tie with those who say so. cal is the calendar of the same dataset.
func Draw(l *lineage.Lineage, cal *calendar.Calendar, s State, width, height int) *Picture {
	p := &Picture{Canvas: canvas.New(width, height), lineage: l, state: s, layout: layoutOf(l, cal, s, width, height),
		ties: map[[2]int]string{}, groups: map[[2]int]string{}}
	if len(p.scale.Bins) == 0 || p.Height == 0 {
		return p
	}
	p.chosen, _ = s.Selected(l)
	ribbon.Axis(p.Canvas, 0, 0, p.scale)
	if len(l.Ties) == 0 {
		p.Paragraph(1, min(2, p.Height-1), "No group here splits, joins or goes on under another name.", theme.Muted, p.Width-2)
		return p
	}
	ribbon.Rules(p.Canvas, 0, 1, p.area, p.scale)
	p.drawLines()
	p.drawTies()
	p.drawNames()
	p.drawLetters()
	if s.Equals {
		p.drawEquals()
	}
	if p.hidden > 0 && p.area > 0 {
		p.Fill(0, p.area, p.Width, ' ', theme.None)
		p.Text(1, p.area, unseen(p.first, p.hidden-p.first), theme.Faint, p.Width-2)
	}
	p.drawPanel()
	return p
}

// unseen says how many rows have no room: "3 rows above, 2 below".
func unseen(above, below int) string {
	switch {
	case above == 0:
		return english.Count(below, "row", "rows") + " below"
	case below == 0:
		return english.Count(above, "row", "rows") + " above"
	}
	return english.Count(above, "row", "rows") + " above, " + english.Thousands(below) + " below"
}

// Tie returns the id of the tie that is drawn at a cell; empty if there is none.
func (p *Picture) Tie(x, y int) string { return p.ties[[2]int{x, y}] }

// Group returns the id of the group that is drawn at a cell; empty if there is none.
func (p *Picture) Group(x, y int) string { return p.groups[[2]int{x, y}] }

// next is the group that goes on from the k-th of a row, or nil.
func (p *Picture) next(row []*lineage.Group, k int) *lineage.Group {
	if k+1 < len(row) && !p.apart[row[k+1].ID] {
		return row[k+1]
	}
	return nil
}

// drawLines draws how long each group is attested.
func (p *Picture) drawLines() {
	span := p.scale.Span()
	for _, row := range p.rows {
		for k, g := range row {
			y, ok := p.y(g.ID)
			if !ok || g.Named || g.Begins.First > span.Last || g.Until < span.First {
				continue
			}
			last := p.scale.Bin(g.Until)
			if next := p.next(row, k); next != nil { // its row goes on under another name
				last = min(last, p.scale.Bin(next.Begins.First)-1)
			}
			for i := p.scale.Bin(g.Begins.First); i <= last; i++ {
				sign, role := '┄', theme.Muted
				if g.Certain && p.scale.Bin(g.By) <= i && i <= p.scale.Bin(g.SureTo) && g.By <= span.Last && g.SureTo >= span.First {
					sign, role = '━', theme.Ink
				}
				b := p.scale.Bins[i]
				p.Fill(b.X, y, b.Width, sign, role)
				p.hitGroup(b.X, b.X+b.Width, y, g.ID)
			}
		}
	}
}

func (p *Picture) hitGroup(from, to, y int, id string) {
	for x := from; x < to; x++ {
		p.groups[[2]int{x, y}] = id
	}
}

// The signs of joints. Of each pair the first is for ties that lead down, the second
// up.
var (
	solidJoint  = [2]rune{'┯', '┷'} // where a tie leaves a solid line
	dashedJoint = [2]rune{'┬', '┴'}
	looseEnd    = [2]rune{'╷', '╵'} // where it leaves no line
	beginning   = [2]rune{'╰', '╭'} // where the younger group begins with it
	joining     = [2]rune{'┴', '┬'} // where that group was there before
)

// through is the sign for a tie that passes a cell.
func through(r, upright rune) rune {
	switch r {
	case '━', '┯', '┷', '┿':
		return '┿'
	case '┄', '┬', '┴', '┼':
		return '┼'
	}
	return upright
}

// leaving is the sign for a tie that leaves the line in a cell, down (0) or up (1).
func leaving(r rune, way int) rune {
	switch r {
	case '━', solidJoint[way]:
		return solidJoint[way]
	case '┄', dashedJoint[way]:
		return dashedJoint[way]
	case '┯', '┷', '┿':
		return '┿'
	case '┬', '┴', '┼', '╰', '╭':
		return '┼'
	case '│', '┆':
		return r
	}
	return looseEnd[way]
}

// drawTies draws the ties, the selected one over the others, and over all ▸.
func (p *Picture) drawTies() {
	var along []*lineage.Tie
	for _, t := range p.lineage.Ties {
		switch {
		case p.row[t.Younger] == p.row[t.Older]:
			along = append(along, t)
		case t.Drawn && t != p.chosen:
			p.drawTie(t)
		}
	}
	if t := p.chosen; t != nil && !t.Kind.Equal() && p.row[t.Younger] != p.row[t.Older] {
		p.drawTie(t)
	}
	for _, t := range along {
		p.drawTie(t)
	}
}

// drawTie draws a tie: ▸ where the row goes on under another name, otherwise a line
// from the older group down or up to the younger.
func (p *Picture) drawTie(t *lineage.Tie) {
	x, ok := p.at(p.lineage, t)
	from, okFrom := p.y(t.Older)
	to, okTo := p.y(t.Younger)
	if !ok || !okFrom || !okTo {
		return
	}
	role := theme.Muted
	switch {
	case t == p.chosen:
		role = theme.Amber
	case t.Kind == lineage.Under:
		role = theme.Rule
	}
	set := func(y int, sign rune) {
		p.Set(x, y, sign, role)
		p.ties[[2]int{x, y}] = t.ID
	}
	if from == to {
		if !p.lineage.Group(t.Older).Named {
			set(to, '▸')
		}
		p.ties[[2]int{x, to}] = t.ID
		return
	}
	down, way := 1, 0
	if to < from {
		down, way = -1, 1
	}
	upright := '┆'
	if _, one := p.scale.Within(t.Days); one && !p.lineage.Planned(t) {
		upright = '│'
	}
	for y := from + down; y != to; y += down {
		set(y, through(p.At(x, y).Rune, upright))
	}
	set(from, leaving(p.At(x, from).Rune, way))
	if x > p.from(p.lineage.Group(t.Younger).Begins.First) {
		set(to, joining[way])
	} else {
		set(to, beginning[way])
	}
}

// drawNames names the groups on their lines. The cursor is ▌, and • the groups of the
// selected tie.
func (p *Picture) drawNames() {
	span := p.scale.Span()
	for _, row := range p.rows {
		for k, g := range row {
			y, ok := p.y(g.ID)
			next := p.next(row, k)
			if !ok || g.Named && next != nil {
				continue
			}
			x, role, mark := p.from(g.Begins.First)+1, theme.Strong, " "
			if p.chosen != nil && p.chosen.Of(g.ID) {
				role, mark = theme.Amber, "•"
			}
			if p.state.Group == g.ID {
				role, mark = theme.Amber, "▌"
			}
			text, stop := "", p.Width
			if k+1 < len(row) {
				stop = p.from(row[k+1].Begins.First)
			}
			before := "" // what it goes on from, if that is only named
			if k > 0 && row[k-1].Named && p.next(row, k-1) == g {
				before = p.before(row[k-1].ID, g.ID, x-1, y)
			}
			switch {
			case g.Begins.First > span.Last: // later than what is in sight
				text = name(p.lineage, g.ID, p.Width-4)
				x = max(p.Width-canvas.Cells(text)-3, 0)
				text += " ▸"
			case p.from(g.Begins.First) == 0:
				x = 0
				text = before + name(p.lineage, g.ID, stop-canvas.Cells(before)-3)
				if g.Until < span.First && !g.Named {
					text = "◂ " + text
				}
			default:
				text = name(p.lineage, g.ID, stop-x-2)
			}
			end := p.Text(x, y, mark+text, role, stop-x)
			p.hitGroup(x, end, y, g.ID)
			if r := p.At(end, y).Rune; end < stop && (r == '━' || r == '┄') {
				p.Set(end, y, ' ', theme.None)
			}
		}
	}
}

// before writes the name of a group of which no day is attested, with ▸, in the cells
// before the group that goes on from it, which begins at x. Where that is the left
// edge it returns what to write before the other's name.
func (p *Picture) before(id, next string, x, y int) string {
	if x <= 0 {
		return name(p.lineage, id, 5) + "▸"
	}
	text := name(p.lineage, id, x-2)
	from := max(x-1-canvas.Cells(text), 0)
	role := theme.Strong
	if p.chosen != nil && p.chosen.Of(id) || p.state.Group == id {
		role = theme.Amber
	}
	end := p.Text(from, y, text, role, x-1-from)
	p.Set(end, y, '▸', role)
	p.hitGroup(from, end, y, id)
	for _, t := range p.lineage.Ties {
		if t.Of(id) && t.Of(next) {
			p.ties[[2]int{end, y}] = t.ID
		}
	}
	return ""
}

// drawLetters writes who says so beside each tie, in the row above the younger group
// or, where the tie comes from below, under it: at the date that a source gives, with
// ≤ where it is only known to be earlier, and ? beside the tie where there is none.
func (p *Picture) drawLetters() {
	for _, t := range p.lineage.Ties {
		at, inSight := p.at(p.lineage, t)
		y, ok := p.letterRow(t)
		if !t.Drawn && t != p.chosen || !inSight || !ok {
			continue
		}
		role := theme.Green
		if t == p.chosen {
			role = theme.Amber
		}
		var written []string
		for _, c := range t.Claims {
			text, x := p.letter(c, at)
			if key := fmt.Sprint(text, x); x >= 0 && !slices.Contains(written, key) {
				written = append(written, key)
				p.drawLetter(text, x, y, role, t)
			}
		}
	}
}

// letter is the mark of a claim and the cell where it belongs; x is -1 if that is not
// in sight. at is the cell of the tie.
func (p *Picture) letter(c lineage.Claim, at int) (text string, x int) {
	letter := p.lineage.Letter(c.Cite.Source)
	span := p.scale.Span()
	out := c.When.Outer()
	switch {
	case !c.When.Known():
		return "?" + string(letter), at + 1
	case out.First == edtf.DistantPast && out.Last >= span.First && out.Last <= span.Last:
		return "≤" + string(letter), p.from(out.Last)
	case out.First >= span.First && out.First <= span.Last:
		return string(letter), p.from(out.First) + 1
	}
	return "", -1
}

// drawLetter writes a mark at the first free cells from x on.
func (p *Picture) drawLetter(text string, x, y int, role theme.Role, t *lineage.Tie) {
	n := canvas.Cells(text)
	for ; x+n < p.Width; x++ {
		free := true
		for k := range n {
			free = free && p.empty(x+k, y)
		}
		if free {
			p.Text(x, y, text, role, n)
			for k := range n {
				p.ties[[2]int{x + k, y}] = t.ID
			}
			return
		}
	}
}

// drawEquals draws the allies and rivals of the group at the cursor, as far as they
// are dated and both are in sight.
func (p *Picture) drawEquals() {
	for _, t := range p.lineage.Equals {
		if p.lineage.Group(t.Younger) == nil || p.lineage.Group(t.Older) == nil {
			continue // an ally of which no lineage is told; it is listed
		}
		x, ok := p.at(p.lineage, t)
		y1, ok1 := p.y(t.Younger)
		y2, ok2 := p.y(t.Older)
		if !t.Of(p.state.Group) || t.Days.Empty() || !ok || !ok1 || !ok2 {
			continue
		}
		upright, end, role := '║', '◆', theme.Blue
		if t.Kind == lineage.Rival {
			upright, end, role = '┇', '×', theme.Force
		}
		if t == p.chosen {
			role = theme.Amber
		}
		last := p.end(p.lineage.LastDay(t))
		for x++; x <= last && !(p.onLine(x, y1) && p.onLine(x, y2)); {
			x++
		}
		if x > last || y1 == y2 {
			continue // no room at its time, and elsewhere would be wrong
		}
		for y := min(y1, y2); y <= max(y1, y2); y++ {
			if y == y1 || y == y2 {
				p.Set(x, y, end, role)
			} else if p.empty(x, y) {
				p.Set(x, y, upright, role)
			} else {
				continue
			}
			p.ties[[2]int{x, y}] = t.ID
		}
	}
}

// empty tells whether nothing stands in a cell but the rule of a year.
func (p *Picture) empty(x, y int) bool {
	r := p.At(x, y).Rune
	return r == ' ' || r == '┊'
}

func (p *Picture) onLine(x, y int) bool {
	r := p.At(x, y).Rune
	return r == '━' || r == '┄'
}
