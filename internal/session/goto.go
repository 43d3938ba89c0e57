package session

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// Destination is where a date, an id or a step leads.
type Destination struct {
	Event events.Index
	Named bool // it was named by its id, the beginning of it, or words of its title; the dates say nothing then
	Words bool // by words of its title
	More  int  // how many other events have them, or an id that begins so
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

// ErrNoDate is the error of a text that is no date, id, step or word of a title.
var ErrNoDate = errors.New("no date: write 2012, apr 2012, 2 April 2012, spring 2012, a step such as +2w, the beginning of an event id, or words of a title")

// Destination reads what was typed to go to: what Dated does, the beginning of an id,
// or words of a title. The error wraps ErrNoDate, or is NoEvent's.
func (s *Session) Destination(typed string) (Destination, error) {
	to, err := s.Dated(typed)
	if !errors.Is(err, ErrNoDate) {
		return to, err
	}
	if named := s.Named(typed)(); named.Named {
		return named, nil
	}
	return to, err
}

// Named returns what looks, on any goroutine, for the events that are named by what was
// typed: by the beginning of their ids or else by words of their titles, of which it
// reads them all. The shortest id or title is the destination; its Named is false if
// there is none.
func (s *Session) Named(typed string) func() Destination {
	data := s.Data
	typed = strings.TrimSpace(typed)
	return func() Destination {
		found, words := data.WithPrefix(strings.ToLower(typed)), false
		if len(found) == 0 {
			found, words = entitled(data, typed), true
		}
		if !strings.ContainsFunc(typed, unicode.IsLetter) || len(found) == 0 {
			return Destination{}
		}
		return Destination{Event: found[0], Named: true, Words: words, More: len(found) - 1}
	}
}

// entitled are the events whose titles have words that begin with all those typed, the
// shortest title first.
func entitled(data *events.Dataset, typed string) []events.Index {
	words := query.Literal(typed)
	set, err := query.Refine(context.Background(), data, query.Query{}, query.Set{}, words)
	if err != nil || words.Empty() {
		return nil
	}
	var found []events.Index
	for i := range set.Each() {
		if Matches(typed, data.Titles.At(int(i))) {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(a, b events.Index) int {
		return len(data.Titles.At(int(a))) - len(data.Titles.At(int(b)))
	})
	return found
}

// Dated reads an event id, a step such as +2w from the present event, or a date as a
// person types it. The error wraps ErrNoDate, or is NoEvent's.
func (s *Session) Dated(typed string) (Destination, error) {
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
