package session

import (
	"errors"
	"fmt"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// Destination is where a date, an id or a step leads.
type Destination struct {
	Event events.Index
	Named bool // it was named by its id; the rest says nothing then
	// First and Last are the days that were asked for, and Date is their date as
	// typed; the zero Date if it was a step.
	First, Last edtf.Day
	Date        edtf.Date
	// Days is how far the event lies after (before, if negative) those days; 0 if it
	// may fall on them.
	Days int
	// Begins tells that the event is shown on those days.
	Begins bool
}

// ErrNoDate is the error of a text that is no date, id or step.
var ErrNoDate = errors.New("no date: write 2012, apr 2012, 2 April 2012, spring 2012, a step such as +2w, or an event id")

// Destination reads what was typed to go to: an event id, a step such as +2w from
// the present event, or a date as a person types it. The error wraps ErrNoDate, or
// is WhyNoEvent's.
func (s *Session) Destination(typed string) (Destination, error) {
	typed = strings.TrimSpace(typed)
	if i, ok := s.Data.Find(typed); ok {
		return Destination{Event: i, Named: true}, nil
	}
	step, err := edtf.ParseStep(strings.ToLower(typed))
	if isStep := err == nil; isStep {
		i, ok := s.Current()
		if !ok {
			return Destination{}, errors.New(s.NoEvent())
		}
		from := s.Data.Shown[i]
		if from == edtf.DistantPast {
			from = s.Data.Last[i]
		}
		day := step.From(from)
		return s.Nearest(day, day)
	}
	d, err := edtf.ParseLoose(typed)
	if err != nil {
		return Destination{}, fmt.Errorf("%w (%s)", ErrNoDate, problemOf(err))
	}
	to, err := s.Nearest(d.Earliest(), d.Latest())
	to.Date = d
	return to, err
}

// problemOf is what is wrong with a text that should be a date.
func problemOf(err error) string {
	var e *edtf.SyntaxError
	if errors.As(err, &e) {
		return e.Problem
	}
	return "it cannot be read"
}

// shortDays is how long an event may last, or be in doubt, to count as being there
// on each of its days: a doubt of years holds every day of them and says nothing
// of any.
const shortDays = 45

// Nearest is the shown event that a reader expects who asks for the days from a to
// b, both inclusive:
//
//  1. the first that is shown within them;
//  2. the last whose date holds them or their beginning and is short, at most 45
//     days;
//  3. the one with the least gap on either side, the later one if they are equal;
//  4. the last whose date, however long, holds them or their beginning.
//
// The error is that of a session that shows nothing.
func (s *Session) Nearest(a, b edtf.Day) (Destination, error) {
	to := Destination{First: a, Last: b}
	if why := s.NoEvent(); why != "" {
		return to, errors.New(why)
	}
	short, later, earlier, around := -1, -1, -1, -1
	var after, before int // how far later and earlier lie off
	for p, i := range s.Shown {
		switch first, last := s.Data.First[i], s.Data.Last[i]; {
		case s.Data.Shown[i] >= a && s.Data.Shown[i] <= b:
			to.Event, to.Begins = i, true
			return to, nil
		case first > b && (later < 0 || int(first)-int(b) < after):
			later, after = p, int(first)-int(b)
		case first > b:
		case last < a && (earlier < 0 || int(a)-int(last) <= before):
			earlier, before = p, int(a)-int(last)
		case last < a:
		case int(last)-int(first) < shortDays:
			short = p
		default:
			around = p
		}
	}
	at := around
	switch {
	case short >= 0:
		at = short
	case later >= 0 && (earlier < 0 || after <= before):
		at, to.Days = later, after
	case earlier >= 0:
		at, to.Days = earlier, -before
	}
	to.Event = s.Shown[at]
	return to, nil
}

// Far says how far off the event is: "12 days later", "3 weeks earlier"; empty if
// it is not.
func (d Destination) Far() string {
	switch {
	case d.Days > 0:
		return english.Distance(d.Days) + " later"
	case d.Days < 0:
		return english.Distance(-d.Days) + " earlier"
	}
	return ""
}
