package ui

import (
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
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
		from := m.data.Shown[m.shown[m.pos]]
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

// The nearest event is looked for among so many before the place. One whose
// interval holds the day counts as there only if the interval is short: a doubt
// of years holds every day of them and says nothing of any.
const (
	lookAround = 400
	shortDays  = 45
)

// nearest finds the shown event closest to the days from a to b: one that begins
// within them first of all, then one of a short interval that holds them, then
// the least gap on either side, and last one of a long interval.
func (m Model) nearest(a, b edtf.Day) destination {
	p := m.firstFrom(a)
	if p < len(m.shown) && m.data.Shown[m.shown[p]] <= b {
		return destination{event: m.shown[p], said: "here"}
	}
	best, gap, side := -1, 0, ""
	if p < len(m.shown) {
		best, gap, side = p, int(m.data.Shown[m.shown[p]])-int(b), "later"
	}
	around := -1 // a long interval that holds the days
	for q := p - 1; q >= 0 && q >= p-lookAround; q-- {
		first, last := int(m.data.First[m.shown[q]]), int(m.data.Last[m.shown[q]])
		switch g := int(a) - last; {
		case g <= 0 && last-first < shortDays:
			return destination{event: m.shown[q], said: "within the interval of this event"}
		case g <= 0:
			if around < 0 {
				around = q
			}
		case best < 0 || g < gap:
			best, gap, side = q, g, "earlier"
		}
	}
	if best < 0 {
		return destination{event: m.shown[max(around, 0)], said: "within the interval of this event"}
	}
	return destination{event: m.shown[best], said: fmt.Sprintf("nearest event, %s %s", english.Distance(gap), side)}
}

// nearestHint names, for an empty list, nothing of the calendar but the number
// of events that the filters hide.
func (m Model) nearestHint() string {
	if n := m.data.Len(); n > 0 && !m.query.Empty() {
		return english.Count(n, "event is", "events are") + " hidden by the filters."
	}
	return ""
}
