package events

import (
	"slices"
	"sort"
	"strings"
)

// Lookups that the query language needs.

// maxWithPrefix bounds what WithPrefix returns.
const maxWithPrefix = 64

// WithPrefix returns the events whose ids begin with prefix, in the order of their ids
// and so the exact one first; at most 64 of them. Where no id does, it is those that
// had such an id.
func (c *Columns) WithPrefix(prefix string) []Index {
	id := func(n int) string { return c.IDs.At(int(c.byID[n])) }
	from := sort.Search(len(c.byID), func(n int) bool { return id(n) >= prefix })
	to := from
	for to < len(c.byID) && to-from < maxWithPrefix && strings.HasPrefix(id(to), prefix) {
		to++
	}
	if to > from {
		return c.byID[from:to:to]
	}
	var found []Index
	for n := c.formerFrom(prefix); n < len(c.wasOf) && len(found) < maxWithPrefix && strings.HasPrefix(c.was.At(n), prefix); n++ {
		if !slices.Contains(found, c.wasOf[n]) {
			found = append(found, c.wasOf[n])
		}
		if c.was.At(n) == prefix {
			break
		}
	}
	return found
}

// Bases returns the names of all ways in which a claim's date can be had, in the
// order of their values.
func Bases() []string { return slices.Clone(basisNames) }
