package session

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// Destination is where a date, an id, words or a step lead.
type Destination struct {
	Event events.Index
	Named bool // it was named by its id or by words; the rest but Guess says nothing then
	// Guess is what words may mean where nothing tells which: the best guess first,
	// which is Event. It is nil where the event is what was asked for.
	Guess []events.Index
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

// ErrNoDate is the error of a text that is no date or step, and finds no event.
var ErrNoDate = errors.New("no event and no date: write words of a title, 2012, apr 2012, 2 April 2012, spring 2012, a step such as +2w, or an event id")

// Destination reads what was typed to go to: an event id, a step such as +2w from
// the present event, a date as a person types it, or words that tell an event. The
// error wraps ErrNoDate, or is WhyNoEvent's.
func (s *Session) Destination(typed string) (Destination, error) {
	if look := s.LookUp(typed); look != nil {
		s.Looked(look())
	}
	return s.destination(strings.TrimSpace(typed))
}

// Looked is a phrase that was looked up, and its answer.
type Looked struct {
	data  *events.Dataset
	typed string
	query.Answer
	err  error
	late bool // another look-up began before this one had its turn
}

// looks lets one look-up run at a time, and of those that wait only the latest.
type looks struct {
	turn   sync.Mutex
	latest atomic.Int64
}

// LookUp returns a function that looks up the event which typed words tell, on any
// goroutine, and whose result belongs into Session.Looked. It is nil where there is
// nothing to look up: Destination then answers at once.
func (s *Session) LookUp(typed string) func() Looked {
	typed = strings.TrimSpace(typed)
	_, noDay := edtf.ParseMonthDay(typed)
	if !strings.ContainsFunc(typed, unicode.IsLetter) || noDay == nil || IsTime(typed) || s.looked.typed == typed && s.looked.data == s.Data {
		return nil
	}
	l, looks := Looked{data: s.Data, typed: typed}, s.looks
	return func() Looked {
		number := looks.latest.Add(1)
		looks.turn.Lock()
		defer looks.turn.Unlock()
		if l.late = looks.latest.Load() != number; !l.late {
			l.Answer, l.err = query.Look(l.data, l.typed)
		}
		return l
	}
}

// IsTime tells whether a text is a date or a step, as Destination reads it.
func IsTime(typed string) bool {
	_, noStep := edtf.ParseStep(strings.ToLower(typed))
	_, noDate := edtf.ParseLoose(typed)
	return noStep == nil || noDate == nil
}

// Looked takes what LookUp found. What came too late is dropped.
func (s *Session) Looked(l Looked) {
	if !l.late {
		s.looked = l
	}
}

// destination is Destination of what was looked up.
func (s *Session) destination(typed string) (Destination, error) {
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
		l := &s.looked
		if l.err != nil || l.typed != typed || len(l.Events) == 0 {
			return Destination{}, fmt.Errorf("%w (%s)", ErrNoDate, problemOf(err))
		}
		to := Destination{Event: l.Events[0], Named: true}
		if !l.Sure {
			to.Guess = l.Events
		}
		return to, nil
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
//  1. the first that is shown within them, one that certainly falls within them
//     before one that only may;
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
	within, short, later, earlier, around := -1, -1, -1, -1, -1
	var after, before int // how far later and earlier lie off
	for p, i := range s.Shown {
		switch first, last := s.Data.First[i], s.Data.Last[i]; {
		case s.Data.Shown[i] >= a && s.Data.Shown[i] <= b:
			if first >= a && last <= b {
				to.Event, to.Begins = i, true
				return to, nil
			}
			if within < 0 {
				within = p
			}
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
	case within >= 0:
		at, to.Begins = within, true
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

// GuessWords says of a guess that it is one, and names the two next.
func (s *Session) GuessWords(d Destination) string {
	var next []string
	for _, i := range d.Guess[1:min(3, len(d.Guess))] {
		next = append(next, "“"+s.Data.Titles.At(int(i))+"”")
	}
	if next == nil {
		return "best guess"
	}
	return "best guess; or " + strings.Join(next, ", or ")
}

// Far says how far off the event is: "12 days later", "3 weeks earlier"; empty if
// it is not.
func (d Destination) Far() string {
	if d.Days < 0 {
		return english.Distance(-d.Days) + " earlier"
	}
	if d.Days > 0 {
		return english.Distance(d.Days) + " later"
	}
	return ""
}
