package query

import (
	"strings"

	"timeline/internal/events"
)

// mentions is where the events stand that have a concept: the most telling place of
// each.
type mentions struct {
	title, summary, text Set // in prose
	record               Set // as an actor, a place or a type
}

// gather finds the events that have a concept.
func gather(d *events.Dataset, c *concept) *mentions {
	n := d.Len()
	m := &mentions{NewSet(n), NewSet(n), NewSet(n), NewSet(n)}
	eachChunk(n, func(lo, hi int) {
		for _, f := range c.finds {
			m.scan(d, c, f, lo, hi)
		}
		if !c.named() && c.types == nil {
			return
		}
		for i := lo; i < hi; i++ {
			if c.role(d, events.Index(i)) > 0 {
				m.record.Add(events.Index(i))
			}
		}
	})
	return m
}

// scan looks through the texts of the events from lo to hi, exclusive.
func (m *mentions) scan(d *events.Dataset, c *concept, f finder, lo, hi int) {
	start, _ := d.Text.Bounds(lo)
	_, end := d.Text.Bounds(hi - 1)
	s := d.Text.Bytes[:end]
	e := lo
	for p := int(start); ; {
		if p = f.next(s, p); p < 0 {
			return
		}
		if !c.accepts(s, p, len(f.needle)) {
			p++
			continue
		}
		for int(d.Text.Ends[e]) <= p {
			e++
		}
		from, to := d.Text.Bounds(e)
		switch strings.Count(s[from:p], events.EndField) {
		case 0:
			m.title.Add(events.Index(e))
		case 1:
			m.summary.Add(events.Index(e))
		default:
			m.text.Add(events.Index(e))
		}
		p = int(to) // the first is the most telling
	}
}

// accepts tells whether what a finder found at p is the concept.
func (c *concept) accepts(s string, p, n int) bool {
	end := p + n
	if c.accept == nil {
		return c.some || endsWord(s, end)
	}
	for end < len(s) && s[end] != ' ' && s[end] != '\n' {
		end++
	}
	return c.accept(s[p+1 : end])
}

// endsWord tells whether a word ends at a byte, or but for the s of a possessive.
func endsWord(s string, at int) bool {
	for range 2 {
		if at >= len(s) || s[at] == ' ' || s[at] == '\n' {
			return true
		}
		if s[at] != 's' {
			return false
		}
		at++
	}
	return false
}

// role tells how much an event's actors, places and type are the concept: 0 for not
// at all.
func (c *concept) role(d *events.Dataset, i events.Index) float64 {
	much := 0.0
	if c.types != nil {
		much = c.types[d.Types[i]]
	}
	if wants(c.actors, d.ActorsOf.At(int(i))) || wants(c.places, d.PlacesOf.At(int(i))) {
		return max(much, nameInRoles)
	}
	return much
}

func wants(want []bool, list []uint16) bool {
	if want == nil {
		return false
	}
	for _, x := range list {
		if want[x] {
			return true
		}
	}
	return false
}

// in tells where the first mention of the concept in an event's text is.
func (c *concept) in(text string) (field int, ok bool) {
	first := -1
	for _, f := range c.finds {
		for p := 0; ; p++ {
			if p = f.next(text, p); p < 0 {
				break
			}
			if c.accepts(text, p, len(f.needle)) {
				if first < 0 || p < first {
					first = p
				}
				break
			}
		}
	}
	if first < 0 {
		return 0, false
	}
	return strings.Count(text[:first], events.EndField), true
}
