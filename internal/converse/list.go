package converse

import (
	"strconv"
	"strings"

	"timeline/internal/english"
)

// list is what was read out with numbers, to be chosen from. Entries are worded
// when they are read, so a list of a million costs nothing.
type list struct {
	n       int              // how many entries
	label   func(int) string // an entry, from 0
	choose  func(int)        // what choosing it does
	exclude func(int)        // what "exclude" with its number does; nil for nothing
	widen   func(int)        // what "with members" with its number does; nil for nothing
	page    int              // how many are read at once; 0 for pageSize
	once    bool             // it holds for the next line only
	told    int              // how many have been read out
}

// pageSize is how many entries of a list are read at once.
const pageSize = 10

// offer reads out the beginning of a list, whose numbers choose from now on.
func (t *talk) offer(l *list) {
	if l.page == 0 {
		l.page = pageSize
	}
	t.list = l
	t.readOn(l)
}

func (t *talk) readOn(l *list) {
	to := min(l.told+l.page, l.n)
	for k := l.told; k < to; k++ {
		t.say("%d. %s", k+1, sentence(l.label(k)))
	}
	l.told = to
	t.more = nil
	switch {
	case l.n == 0:
		t.list = nil
	case to < l.n:
		t.say("Type a number, or more: %s of %s have been read.", english.Thousands(to), english.Thousands(l.n))
		t.more = func() { t.readOn(l) }
	default:
		t.say("Type a number.")
	}
}

// pick does what a number of the list stands for.
func (t *talk) pick(arg string, what string, do func(*list) func(int)) {
	n, ok := number(arg)
	switch {
	case !ok:
		t.say("Say which number, as in: %s 2.", what)
	case t.list == nil:
		t.say("No list has been read out: a number chooses from a list, and a year has four digits.")
	case n < 1 || n > t.list.n:
		t.say("The list has the numbers 1 to %s.", english.Thousands(t.list.n))
	case do(t.list) == nil:
		t.say("That cannot be done with this list.")
	default:
		do(t.list)(n - 1)
	}
}

func (t *talk) choose(arg string) {
	t.pick(strings.TrimPrefix(arg, "number "), "choose", func(l *list) func(int) { return l.choose })
}

// goOn reads more of what was read last.
func (t *talk) goOn() {
	if t.more == nil {
		t.say("There is nothing more to read.")
		return
	}
	t.more()
}

// number reads a whole number of at most nine digits, a full stop after it or not.
func number(s string) (n int, ok bool) {
	s = strings.TrimSuffix(s, ".")
	n, err := strconv.Atoi(s)
	return n, err == nil && len(s) <= 9 && digits(s) == len(s)
}
