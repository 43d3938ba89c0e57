package timeline

import (
	"sort"
	"strings"
	"time"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/ui/view"
)

// group is the events under one heading: those shown in one month, or those of a
// year that are known no nearer and stand at its beginning. Of a long one it is a
// part, so that no key costs more than a part does.
type group struct {
	id
	from int // the first place in Shown
	to   int // the place after the last
}

// id names a group, or a part of one, as long as the dataset stays: its places change
// with the filters.
type id struct {
	year  int
	month int  // 0 if the heading names the year alone
	none  bool // no day is known under which the events could stand
	part  int  // from 0
}

// mostInPart is how many events a part of a group has at most.
const mostInPart = 256

// groupAt is the group, or the part of it, with the event at pos.
func groupAt(c *view.Context, pos int) group {
	g := group{to: len(c.Shown)}
	day := c.Data.Shown[c.Shown[pos]]
	from := func(d edtf.Day) int {
		return sort.Search(len(c.Shown), func(p int) bool { return c.Data.Shown[c.Shown[p]] >= d })
	}
	switch {
	case day == edtf.DistantPast:
		g.none, g.to = true, from(day+1)
	case day == edtf.DistantFuture:
		g.none, g.from = true, from(day)
	default:
		g.year, g.month, _ = day.Civil()
		g.from, g.to = from(edtf.NewDay(g.year, g.month, 1)), from(edtf.NewDay(g.year, g.month+1, 1))
		if g.month == 1 && coarse(c, g.from) {
			// The finest stand first on each day: all on the first of January are of the year.
			if split := from(edtf.NewDay(g.year, 1, 2)); pos < split {
				g.month, g.to = 0, split
			} else {
				g.from = split
			}
		}
	}
	g.part = (pos - g.from) / mostInPart
	g.from += g.part * mostInPart
	g.to = min(g.to, g.from+mostInPart)
	return g
}

// coarse tells whether the event at pos stands on a first of January because no
// more than the year of its beginning is known.
func coarse(c *view.Context, pos int) bool {
	i := c.Shown[pos]
	_, m, d := c.Data.Shown[i].Civil()
	from, _ := c.Data.Date(i).Ends()
	return c.Data.Shown[i] == c.Data.First[i] && m == 1 && d == 1 && from.Precision() >= edtf.PrecisionYear
}

// heading names the group: "APRIL 2012", "2012", "44 BC".
func (g group) heading() string {
	switch {
	case g.none:
		return "WITHOUT A DAY"
	case g.month == 0:
		return english.Year(g.year)
	}
	return strings.ToUpper(time.Month(g.month).String()) + " " + english.Year(g.year)
}
