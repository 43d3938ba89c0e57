package events

import "slices"

// Tie is a link of an event to another, or of the other to it.
type Tie struct {
	To   Index
	Kind LinkKind
	Back bool // the other event links to this one
}

// Ties returns the links of an event, and then those of others to it in the order of
// the events.
func (d *Dataset) Ties(i Index) []Tie {
	end := int(d.ties.Ends[i])
	to := d.ties.At(int(i))
	kinds := d.tieKinds[end-len(to) : end]
	ties := make([]Tie, len(to))
	for n, t := range to {
		ties[n] = Tie{To: t, Kind: kinds[n]}
		if t < 0 {
			ties[n].To, ties[n].Back = ^t, true
		}
	}
	return ties
}

// link is a link of an event, on its way into the columns.
type link struct {
	from, to Index
	id       string // of the other event, until to is known
	kind     LinkKind
}

// tie fills the columns of ties from all links, which come in the order of their
// events. A link of another event to this one stands as the complement of its index,
// which is negative; a link to no event is left out.
func (c *Columns) tie(links []link) {
	known := links[:0]
	for _, l := range links {
		if to, ok := c.Find(l.id); ok {
			l.to = to
			known = append(known, l)
		}
	}
	links = known
	back := slices.Clone(links)
	slices.SortStableFunc(back, func(a, b link) int { return int(a.to) - int(b.to) })
	for i := range Index(c.Len()) {
		for len(links) > 0 && links[0].from == i {
			c.ties.Items, c.tieKinds = append(c.ties.Items, links[0].to), append(c.tieKinds, links[0].kind)
			links = links[1:]
		}
		for len(back) > 0 && back[0].to == i {
			c.ties.Items, c.tieKinds = append(c.ties.Items, ^back[0].from), append(c.tieKinds, back[0].kind)
			back = back[1:]
		}
		c.ties.Ends = append(c.ties.Ends, uint32(len(c.ties.Items)))
	}
}
