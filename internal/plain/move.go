package plain

import (
	"errors"
	"slices"
	"sort"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// moveTo makes the event at pos the current one.
func (t *talk) moveTo(pos int) {
	if len(t.shown) == 0 {
		return
	}
	t.pos = min(max(pos, 0), len(t.shown)-1)
	t.source, t.reading, t.heard = -1, false, false
}

// selectNear makes i current if it is shown, or the first event after it, or the
// last.
func (t *talk) selectNear(i events.Index) {
	p, _ := slices.BinarySearch(t.shown, i)
	t.moveTo(p)
}

// move goes n events on. The first event counts as next until it has been heard.
// It returns false, and says why, if there is no such event.
func (t *talk) move(n int) bool {
	at := t.pos + n
	switch {
	case len(t.shown) == 0:
		t.sayNone()
		return false
	case !t.heard && n > 0:
		at = t.pos
	case at < 0:
		t.say("This is the first event.")
		return false
	case at >= len(t.shown):
		t.say("This is the last event.")
		return false
	}
	t.moveTo(at)
	return true
}

// moved is move, and speaks the event it comes to.
func (t *talk) moved(n int) {
	if t.move(n) {
		t.tell()
	}
}

// toEnd goes to the first (0) or last (-1) event.
func (t *talk) toEnd(pos int) {
	if pos < 0 {
		pos = len(t.shown) - 1
	}
	t.moveTo(pos)
	t.tell()
}

// firstFrom is the place of the first shown event whose earliest day is day or
// later; len(shown) if there is none.
func (t *talk) firstFrom(day edtf.Day) int {
	return sort.Search(len(t.shown), func(p int) bool { return t.data.Shown[t.shown[p]] >= day })
}

// step goes to the next unit (n = 1) that has events, or the previous (-1).
func (t *talk) step(u unit, n int) {
	if len(t.shown) == 0 {
		t.sayNone()
		return
	}
	to := t.stepTo(u, n)
	if to < 0 {
		t.say("There is no %s %s with events.", map[int]string{1: "later", -1: "earlier"}[n], u)
		return
	}
	t.moveTo(to)
	t.tell()
}

// stepTo is the place that step leads to, or -1 if there is none.
func (t *talk) stepTo(u unit, n int) int {
	day := t.data.Shown[t.shown[t.pos]]
	if day == edtf.DistantPast {
		if p := t.firstFrom(day + 1); n > 0 && p < len(t.shown) {
			return p
		}
		return -1
	}
	if n > 0 {
		if p := t.firstFrom(u.start(day, 1)); p < len(t.shown) {
			return p
		}
		return -1
	}
	p := t.firstFrom(u.start(day, 0)) // the first event of this unit
	if p < t.pos {
		return p
	}
	if p == 0 {
		return -1
	}
	before := t.data.Shown[t.shown[p-1]]
	if before == edtf.DistantPast {
		return p - 1
	}
	return t.firstFrom(u.start(before, 0))
}

// goTo goes to an event by its id, to a date, or a step away.
func (t *talk) goTo(arg string) {
	if arg == "" {
		t.say("Say where: go to 2012, go to april 2012, go to 2 April 2012, go to +2w, or the id of an event.")
		return
	}
	if !t.went(arg) {
		t.say("That is no date: %s.", dateProblem(arg))
		t.say("Write a date such as 2012, apr 2012, 2 April 2012 or spring 2012, a step such as +2w, or the id of an event.")
	}
}

// went goes to what is named by an id, a step or a date; false if it is none.
func (t *talk) went(arg string) bool {
	if i, ok := t.data.Find(arg); ok {
		t.show(i)
		return true
	}
	if step, err := edtf.ParseStep(strings.ToLower(arg)); err == nil {
		if len(t.shown) == 0 {
			t.sayNone()
			return true
		}
		from := t.data.First[t.shown[t.pos]]
		if from == edtf.DistantPast {
			from = t.data.Last[t.shown[t.pos]]
		}
		day := step.From(from)
		t.nearest(day, day, unitDay.name(day))
		return true
	}
	d, err := edtf.ParseLoose(arg)
	if err != nil {
		return false
	}
	t.nearest(d.Earliest(), d.Latest(), dateWords(d))
	return true
}

// dateProblem is what is wrong with a text that should be a date.
func dateProblem(typed string) string {
	_, err := edtf.ParseLoose(typed)
	var e *edtf.SyntaxError
	if errors.As(err, &e) {
		return e.Problem
	}
	return "it cannot be read"
}

// nearest goes to the shown event closest to the days from a to b, which have the
// given name, and says how far off it is.
func (t *talk) nearest(a, b edtf.Day, name string) {
	i, days, ok := query.Closest(t.data, t.set, a, b)
	if !ok {
		t.sayNone()
		return
	}
	t.remember()
	if p := t.firstFrom(a); days == 0 && p < len(t.shown) && t.data.Shown[t.shown[p]] <= b {
		i = t.shown[p] // what begins in that time comes first
	}
	switch {
	case days > 0:
		t.say("%s: no event shown falls then, the nearest is %s later.", english.Capital(name), english.Distance(days))
	case days < 0:
		t.say("%s: no event shown falls then, the nearest is %s earlier.", english.Capital(name), english.Distance(-days))
	case t.data.First[i] >= a && t.data.Last[i] <= b:
	case t.data.Date(i).IsSpan():
		t.say("This lasted beyond that time.")
	default:
		t.say("This may have been then, but it is not certain.")
	}
	t.selectNear(i)
	t.tell()
}

// show goes to the event i. If the filters hide it they are taken off, and said to
// be.
func (t *talk) show(i events.Index) {
	t.remember()
	if !t.set.Has(i) {
		t.filter(query.Query{})
		t.say("The filters hid that event, so they are off: back brings them back.")
	}
	t.selectNear(i)
	t.tell()
}

// remember notes the present place, so that "back" can return to it.
func (t *talk) remember() {
	const most = 100
	if i, ok := t.current(); ok {
		t.back = append(t.back, whereabouts{i, t.query})
		t.back = t.back[max(len(t.back)-most, 0):]
	}
}

// returned goes back to the place that was left last.
func (t *talk) returned() {
	if len(t.back) == 0 {
		t.say("There is nowhere to go back to.")
		return
	}
	w := t.back[len(t.back)-1]
	t.back = t.back[:len(t.back)-1]
	if !t.query.Equal(w.query) {
		t.filter(w.query)
		t.sayFilters()
	}
	t.selectNear(w.event)
	t.tell()
}

// around lists events: from the current one on, or those before it.
func (t *talk) around(arg string) {
	if len(t.shown) == 0 {
		t.sayNone()
		return
	}
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
	from, to := t.pos, len(t.shown)
	if before {
		from, to = max(t.pos-many, 0), t.pos
	}
	shown := t.shown[from:to]
	if len(shown) == 0 {
		t.say("This is the first event.")
		return
	}
	t.say("From event %s of %s.", english.Thousands(from+1), english.Thousands(len(t.shown)))
	t.offer(&list{
		n:      len(shown),
		page:   many,
		label:  func(k int) string { return t.brief(shown[k]) },
		choose: func(k int) { t.show(shown[k]) },
	})
}
