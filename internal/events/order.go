package events

import (
	"cmp"
	"slices"
	"strings"

	"timeline/internal/edtf"
)

// arrange sorts events into the order of the dataset and returns the day under which
// each is shown. The order is one for all uses: lists, the screen and every export.
//
// An event begins on some day of a window: that in which its date lets it begin. It is
// shown on a day of that window: show-at if it has one, or else the first, or the last
// of a window without a first. Links move that day: an event that follows or responds
// to another is shown no earlier than it. So, in turn:
//
//  1. Links that go round in a circle decide nothing; nor does one to an event that,
//     given what it follows itself, began after the window of this one. Date goes
//     before link, and a chain of links cannot bring an event out of its window.
//  2. Each window is narrowed by the links that are left: no later than the windows
//     of what follows the event, no earlier than those of what it follows.
//  3. From causes to effects, each event is shown on the day that it prefers, or on
//     the day of the last of its causes if that is later, but within its window.
//  4. Events are sorted by that day, then the narrower date, then id; of one day, an
//     event's causes come just before it.
//
// The days never decrease along the order, an event that was certainly over before
// another began stands before it, and every link that counts runs forwards. An interval
// stands where it begins: one that spans everything follows what was there before its
// beginning, and may be the cause of all that comes after it.
func arrange(es []Event) []edtf.Day {
	order, days := arrangeOrder(es)
	sorted := make([]Event, len(es))
	for n, i := range order {
		sorted[n] = es[i]
	}
	copy(es, sorted)
	return days
}

// arrangeOrder returns the positions of events in the order of arrange, and the day under
// which each is shown. It asks for ids, dates, former ids, links and show-at only.
func arrangeOrder(es []Event) (order []int, days []edtf.Day) {
	a := newArrangement(es)
	a.narrow()
	a.choose()
	places := make([]int, len(es))
	for i := range places {
		places[i] = i
	}
	slices.SortFunc(places, func(i, j int) int {
		return cmp.Or(cmp.Compare(a.day[i], a.day[j]), cmp.Compare(dateWidth(&es[i]), dateWidth(&es[j])), strings.Compare(es[i].ID, es[j].ID))
	})
	order = a.causesFirst(places)
	days = make([]edtf.Day, len(es))
	for n, i := range order {
		days[n] = a.day[i]
	}
	return order, days
}

// dateWidth is how many days lie between the bounds of an event's date.
func dateWidth(e *Event) int64 { return int64(e.Date.Latest()) - int64(e.Date.Earliest()) }

// arrangement is what arrange knows of events, by their places before sorting.
type arrangement struct {
	causes   [][]int // what each event follows or responds to, as far as links count
	first    []edtf.Day
	last     []edtf.Day
	day      []edtf.Day // preferred, and after choose the one that it is shown on
	byCauses []int      // causes before effects
}

func newArrangement(es []Event) *arrangement {
	n := len(es)
	a := &arrangement{causes: make([][]int, n), first: make([]edtf.Day, n), last: make([]edtf.Day, n), day: make([]edtf.Day, n)}
	at := make(map[string]int, n)
	for i := range es {
		for _, was := range es[i].Was {
			at[was] = i
		}
	}
	for i := range es {
		at[es[i].ID] = i
	}
	for i := range es {
		e := &es[i]
		a.first[i], a.last[i] = e.Date.Begins()
		switch {
		case !e.ShownAt.IsZero():
			a.day[i] = e.ShownAt.Earliest()
			a.last[i] = max(a.last[i], a.day[i]) // what lasted may be shown later than it began
		case a.first[i] != edtf.DistantPast:
			a.day[i] = a.first[i]
		default:
			a.day[i] = a.last[i]
		}
		for _, l := range e.Links {
			if to, ok := at[l.To]; ok && to != i && (l.Kind == Follows || l.Kind == RespondsTo) {
				a.causes[i] = append(a.causes[i], to)
			}
		}
	}
	return a
}

// narrow drops the links that do not count, and narrows the windows by the others.
func (a *arrangement) narrow() {
	a.withoutCircles()
	for _, i := range a.byCauses {
		a.causes[i] = slices.DeleteFunc(a.causes[i], func(c int) bool { return a.first[c] > a.last[i] })
		for _, c := range a.causes[i] {
			a.first[i] = max(a.first[i], a.first[c])
		}
	}
	for _, i := range slices.Backward(a.byCauses) {
		for _, c := range a.causes[i] {
			a.last[c] = min(a.last[c], a.last[i])
		}
	}
}

// choose fixes the day on which each event is shown.
func (a *arrangement) choose() {
	for _, i := range a.byCauses {
		for _, c := range a.causes[i] {
			a.day[i] = max(a.day[i], a.day[c])
		}
		a.day[i] = min(max(a.day[i], a.first[i]), a.last[i])
	}
}

// causesFirst moves the causes of each event to just before it, where they stand after
// it; they are of the same day.
func (a *arrangement) causesFirst(places []int) []int {
	rank := make([]int, len(places))
	for n, i := range places {
		rank[i] = n
	}
	for _, causes := range a.causes {
		slices.SortFunc(causes, func(x, y int) int { return rank[x] - rank[y] })
	}
	order := make([]int, 0, len(places))
	depthFirst(a.causes, places, func(_, i int) { order = append(order, i) })
	return order
}

// depthFirst visits the places in order, each after those that it leads to, and tells from
// which of the places it came there. It keeps its own stack, since a chain of links may be
// as long as the dataset.
func depthFirst(leads [][]int, places []int, visit func(start, i int)) {
	type frame struct{ of, next int }
	seen := make([]bool, len(leads))
	var stack []frame
	for _, start := range places {
		if !seen[start] {
			seen[start] = true
			stack = append(stack, frame{of: start})
		}
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.next == len(leads[top.of]) {
				visit(start, top.of)
				stack = stack[:len(stack)-1]
				continue
			}
			c := leads[top.of][top.next]
			top.next++
			if !seen[c] {
				seen[c] = true
				stack = append(stack, frame{of: c})
			}
		}
	}
}

// withoutCircles drops the links between events that lead round to each other, and
// lists the events with causes before effects. Two events are in one circle if each can
// be reached from the other: Kosaraju's algorithm finds such groups in two walks.
func (a *arrangement) withoutCircles() {
	n := len(a.causes)
	all := make([]int, n)
	effects := make([][]int, n)
	for i := range all {
		all[i] = i
		for _, c := range a.causes[i] {
			effects[c] = append(effects[c], i)
		}
	}
	var finished []int
	depthFirst(a.causes, all, func(_, i int) { finished = append(finished, i) })
	slices.Reverse(finished)
	group := make([]int, n) // by its first event
	depthFirst(effects, finished, func(start, i int) { group[i] = start })
	for i := range a.causes {
		a.causes[i] = slices.DeleteFunc(a.causes[i], func(c int) bool { return group[c] == group[i] })
	}
	depthFirst(a.causes, all, func(_, i int) { a.byCauses = append(a.byCauses, i) })
}
