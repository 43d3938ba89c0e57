package lineage

import (
	"cmp"
	"slices"
)

// worthTrying is up to how many rows are tried in all places: beyond it they stay in
// the order of their beginnings, since trying takes the cube of their number.
const worthTrying = 60

// leastApart is how many days a group must have been there before the one that goes
// on from it, for both to have room on one row.
const leastApart = 250

// arrange puts groups that become one another on one row, where their times do not
// overlap, and orders the rows so that ties are short and cross little. The order
// depends on nothing but the dataset.
func (l *Lineage) arrange() {
	ordered := slices.Clone(l.Groups)
	slices.SortStableFunc(ordered, func(a, b *Group) int { return cmp.Compare(a.Begins.First, b.Begins.First) })
	next := l.successors(ordered)
	follows := map[string]bool{}
	for _, g := range next {
		follows[g.ID] = true
	}
	l.Rows = nil
	for _, g := range ordered {
		if !follows[g.ID] {
			var row []*Group
			for ; g != nil; g = next[g.ID] {
				row = append(row, g)
			}
			l.Rows = append(l.Rows, row)
		}
	}
	parts := l.parts(ordered)
	slices.SortStableFunc(l.Rows, func(a, b []*Group) int { return cmp.Compare(parts[a[0].ID], parts[b[0].ID]) })
	for from := 0; from < len(l.Rows); {
		to := from
		for to < len(l.Rows) && parts[l.Rows[to][0].ID] == parts[l.Rows[from][0].ID] {
			to++
		}
		if to-from <= worthTrying {
			l.improve(from, to)
		}
		from = to
	}
}

// successors finds for each group the one that goes on from it on its row.
func (l *Lineage) successors(ordered []*Group) map[string]*Group {
	next := map[string]*Group{}
	taken := map[string]bool{}
	for _, g := range ordered {
		for _, t := range l.Ties {
			if t.Kind != Becomes || t.Older != g.ID || next[g.ID] != nil || taken[t.Younger] {
				continue
			}
			y := l.Group(t.Younger)
			over := !g.Certain || g.SureTo <= y.Begins.Last
			if over && y.Begins.First > g.Begins.First && (g.Named || int(y.Begins.First-g.Begins.First) > leastApart) {
				next[g.ID], taken[y.ID] = y, true
			}
		}
	}
	return next
}

// parts numbers the groups so that those that ties connect have one number, that of
// the earliest among them.
func (l *Lineage) parts(ordered []*Group) map[string]int {
	part := map[string]int{}
	for i, g := range ordered {
		part[g.ID] = i
	}
	for changed := true; changed; {
		changed = false
		for _, t := range l.Ties {
			least := min(part[t.Younger], part[t.Older])
			if part[t.Younger] != least || part[t.Older] != least {
				part[t.Younger], part[t.Older], changed = least, least, true
			}
		}
	}
	return part
}

// improve moves single rows among those from from to before to, as long as that
// makes the ties shorter or crosses fewer lines.
func (l *Lineage) improve(from, to int) {
	w := &rowWork{l: l, from: from, to: to, row: map[string]int{}}
	for _, r := range l.Rows[from:to] {
		for _, g := range r {
			w.row[g.ID] = 0
		}
	}
	for _, t := range l.Ties {
		if _, here := w.row[t.Younger]; here && t.Drawn {
			w.ties = append(w.ties, t)
		}
	}
	best := w.cost()
	for better := true; better; {
		better = false
		for i := from; i < to; i++ {
			for j := from; j < to; j++ {
				if i == j {
					continue
				}
				move(l.Rows, i, j)
				if c := w.cost(); c < best {
					best, better = c, true
				} else {
					move(l.Rows, j, i)
				}
			}
		}
	}
}

// move takes row i out and puts it in at j.
func move(rows [][]*Group, i, j int) {
	r := rows[i]
	copy(rows, slices.Insert(slices.Delete(rows, i, i+1), j, r))
}

// rowWork is some rows, from from to before to, whose order is being improved.
type rowWork struct {
	l        *Lineage
	from, to int
	ties     []*Tie         // those that are drawn among the rows
	row      map[string]int // of each group
}

// cost is thrice the length of all ties among the rows, and twice the number of
// groups' lines that they cross.
func (w *rowWork) cost() int {
	for y := w.from; y < w.to; y++ {
		for _, g := range w.l.Rows[y] {
			w.row[g.ID] = y
		}
	}
	sum := 0
	for _, t := range w.ties {
		a, b := w.row[t.Younger], w.row[t.Older]
		day := w.l.Day(t)
		sum += 3 * max(a-b, b-a)
		for y := min(a, b) + 1; y < max(a, b); y++ {
			for _, g := range w.l.Rows[y] {
				if g.Begins.First <= day && day <= g.Until {
					sum += 2
				}
			}
		}
	}
	return sum
}
