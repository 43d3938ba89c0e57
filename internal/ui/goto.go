package ui

import (
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// destination is where a typed date, id or step leads.
type destination struct {
	event events.Index
	said  string // "nearest event, 12 days later: 14 April 2012"
}

// findDestination reads what was typed at the go-to prompt. The error tells what
// can be typed.
func (m Model) findDestination(typed string) (destination, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return destination{}, fmt.Errorf("a date, an event id, or a step such as +2w")
	}
	if i, ok := m.data.Find(typed); ok {
		return destination{event: i, said: "that event"}, nil
	}
	if len(m.shown) == 0 {
		return destination{}, fmt.Errorf("no event is shown: X takes the filters off")
	}
	if step, err := edtf.ParseStep(typed); err == nil {
		from := m.data.First[m.shown[m.pos]]
		if from == edtf.DistantPast {
			from = m.period.first
		}
		day := step.From(from)
		return m.nearest(day, day), nil
	}
	d, err := edtf.ParseLoose(typed)
	if err != nil {
		return destination{}, fmt.Errorf("not a date: write 2012, apr 2012, 2 April 2012, spring 2012, an event id, or +2w")
	}
	return m.nearest(d.Earliest(), d.Latest()), nil
}

// nearest finds the shown event closest to the days from a to b: one that
// begins within them first of all, else the least gap on either side.
func (m Model) nearest(a, b edtf.Day) destination {
	p := m.firstFrom(a)
	if p < len(m.shown) && m.data.First[m.shown[p]] <= b {
		return destination{event: m.shown[p], said: "here"}
	}
	best, gap, later := -1, 0, false
	if p < len(m.shown) {
		best, gap, later = p, int(m.data.First[m.shown[p]])-int(b), true
	}
	const around = 200 // events before that may reach forward over the gap
	for q := p - 1; q >= 0 && q >= p-around; q-- {
		last := m.data.Last[m.shown[q]]
		if last >= a {
			return destination{event: m.shown[q], said: "within the interval of this event"}
		}
		if g := int(a) - int(last); best < 0 || g < gap {
			best, gap, later = q, g, false
		}
	}
	side := "earlier"
	if later {
		side = "later"
	}
	return destination{event: m.shown[best], said: fmt.Sprintf("nearest event, %s %s", distance(gap), side)}
}

// nearestHint names, for an empty list, nothing of the calendar but the number
// of events that the filters hide.
func (m Model) nearestHint() string {
	if n := m.data.Len(); n > 0 && !m.query.Empty() {
		return plural(n, "event is", "events are") + " hidden by the filters."
	}
	return ""
}
