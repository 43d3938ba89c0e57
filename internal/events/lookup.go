package events

import (
	"sort"
	"strings"
)

// Lookups that the query language needs.

// maxWithPrefix bounds what WithPrefix returns.
const maxWithPrefix = 64

// WithPrefix returns the events whose ids begin with prefix, in the order of
// their ids and so the exact one first; at most 64 of them.
func (c *Columns) WithPrefix(prefix string) []Index {
	id := func(n int) string { return c.IDs.At(int(c.byID[n])) }
	from := sort.Search(len(c.byID), func(n int) bool { return id(n) >= prefix })
	to := from
	for to < len(c.byID) && to-from < maxWithPrefix && strings.HasPrefix(id(to), prefix) {
		to++
	}
	return c.byID[from:to:to]
}

// Bases returns the names of all ways in which a claim's date can be had, in the
// order of their values.
func Bases() []string { return append([]string(nil), basisNames...) }

// Bounds returns where in Bytes the string at position i begins and ends, so that
// what a scan of Bytes finds can be told apart into events.
func (s Strings) Bounds(i int) (start, end uint32) {
	if i > 0 {
		start = s.Ends[i-1]
	}
	return start, s.Ends[i]
}

// Tie is a link of an event to another, or of the other to it.
type Tie struct {
	To   Index
	Kind LinkKind
	Back bool // the other event links to this one
}

// Ties returns the links of an event, and then those of others to it; the latter
// only of datasets small enough for All.
func (d *Dataset) Ties(i Index) []Tie {
	e := d.Event(i)
	var ties []Tie
	for _, l := range e.Links {
		if to, ok := d.Find(l.To); ok {
			ties = append(ties, Tie{To: to, Kind: l.Kind})
		}
	}
	for j := range d.All() {
		for _, l := range d.All()[j].Links {
			if l.To == e.ID {
				ties = append(ties, Tie{To: Index(j), Kind: l.Kind, Back: true})
			}
		}
	}
	return ties
}
