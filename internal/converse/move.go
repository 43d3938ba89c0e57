package converse

import (
	"errors"
	"strconv"
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/session"
)

// move goes n events on. The first event counts as next until it has been told. It
// returns false, and says why, if there is no such event.
func (t *talk) move(n int) bool {
	i, ok := t.Current()
	switch {
	case !ok:
		t.sayNone()
	case n > 0 && t.told != i, t.Move(n):
		return true
	case n > 0:
		t.say("This is the last event.")
	default:
		t.say("This is the first event.")
	}
	return false
}

// moved is move, and speaks the event it comes to.
func (t *talk) moved(n int) {
	if t.move(n) {
		t.tell()
	}
}

// toEnd goes to the first (-1) or last (1) event.
func (t *talk) toEnd(direction int) {
	t.MoveTo(direction * len(t.Shown))
	t.tell()
}

// step goes to the next unit (n = 1) that has events, or the previous (-1).
func (t *talk) step(u session.Unit, n int) {
	switch {
	case len(t.Shown) == 0:
		t.sayNone()
	case t.Step(u, n):
		t.tell()
	default:
		t.say("%s", session.NoStep(u, n))
	}
}

// goTo goes to an event by its id or by words, to a date, or a step away.
func (t *talk) goTo(arg string) {
	if arg == "" {
		t.say("Say where: go to 2012, go to april 2012, go to 2 April 2012, go to +2w, go to and words that tell an event, or its id.")
		return
	}
	if err := t.went(arg); err != nil {
		t.say("That is %s", ended(err.Error()))
	}
}

// went goes to what is named by an id, words, a step or a date; the error is that of
// a text that is none.
func (t *talk) went(arg string) error {
	d, err := t.Destination(arg)
	switch {
	case errors.Is(err, session.ErrNoDate):
		return err
	case err != nil:
		t.sayNone()
	case d.Guess != nil:
		t.say("%s.", english.Capital(t.GuessWords(d)))
		t.show(d.Event)
	case d.Named:
		t.show(d.Event)
	case d.Date.IsZero():
		t.arrive(d, unitName(session.Day, d.First))
	default:
		t.arrive(d, dateWords(d.Date))
	}
	return nil
}

// arrive goes to the event that is nearest to a time of the given name, and says
// how far off it is.
func (t *talk) arrive(d session.Destination, name string) {
	switch date := t.Data.Date(d.Event); {
	case d.Days != 0:
		t.say("%s: no event shown falls then, the nearest is %s.", english.Capital(name), d.Far())
	case t.Data.First[d.Event] >= d.First && t.Data.Last[d.Event] <= d.Last:
	case date.IsSpan():
		t.say("This lasted beyond that time.")
	default:
		t.say("This may have been then, but it is not certain.")
	}
	t.show(d.Event)
}

// show goes to an event, and says so if the filters that hid it are off.
func (t *talk) show(i events.Index) {
	if t.Show(i) {
		t.say("%s: back brings them back.", session.Unhidden)
	}
	t.tell()
}

// returned goes back to the place that was left last.
func (t *talk) returned() {
	refiltered, ok := t.Back()
	if !ok {
		t.say("%s", sentence(t.NoBack()))
		return
	}
	if refiltered {
		t.sayFilters()
	}
	t.tell()
}

// around lists events: from the current one on, or those before it.
func (t *talk) around(_ events.Index, arg string) {
	many, before := pageSize, false
	for w := range strings.FieldsSeq(arg) {
		n, err := strconv.Atoi(w)
		switch {
		case err == nil && n > 0 && n <= 100:
			many = n
		case w == "before":
			before = true
		default:
			t.say("The command list takes a number up to 100 and the word before, as in: list 5 before.")
			return
		}
	}
	from, to := t.Pos, len(t.Shown)
	if before {
		from, to = max(t.Pos-many, 0), t.Pos
	}
	shown := t.Shown[from:to]
	if len(shown) == 0 {
		t.say("This is the first event.")
		return
	}
	t.say("From event %s of %s.", english.Thousands(from+1), english.Thousands(len(t.Shown)))
	t.offer(&list{
		n:      len(shown),
		page:   many,
		label:  func(k int) string { return t.brief(shown[k]) },
		choose: func(k int) { t.show(shown[k]) },
	})
}
