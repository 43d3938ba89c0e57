package lesson

import (
	"strconv"
	"time"

	"timeline/internal/present"
	"timeline/internal/tours"
)

// Desk is what a class's screen shares with its presenter's: where it is, and since
// when. It is told the time, and draws nothing.
type Desk struct {
	Dataset string // its digest
	Tour    *tours.Tour
	At      tours.Position
	Clock   present.Clock
	Black   bool // nothing is shown
	Away    bool // something else than the tour is shown
}

// Resume goes on from a state that was left.
func (k *Desk) Resume(left present.State) {
	k.At = k.Tour.Here(tours.Position{Stop: left.Stop, Step: left.Step})
	k.Clock = left.Clock
}

// Move goes to a position. The clock starts with the first step, and a stop's anew with
// each stop.
func (k *Desk) Move(to tours.Position, now time.Time) {
	to = k.Tour.Here(to)
	if to.Stop != k.At.Stop && k.At.Stop > 0 {
		k.Clock = k.Clock.Arrive(now)
	}
	if to.Stop > 0 && k.At.Stop == 0 && k.Clock == (present.Clock{}) {
		k.Clock = k.Clock.Start(now)
	}
	k.At, k.Black = to, false
}

// Hear does what a presenter's screen asks for. The state is to be shared anew after
// each request, whether it changed or not: a state takes one.
func (k *Desk) Hear(w present.Word, now time.Time) {
	switch w.What {
	case present.Black:
		k.Black = !k.Black
	case present.Time:
		if k.Clock.Running() {
			k.Clock = k.Clock.Stop(now)
		} else {
			k.Clock = k.Clock.Start(now)
		}
	case present.Next:
		k.Move(k.Tour.Next(k.At), now)
	case present.Back:
		k.Move(k.Tour.Back(k.At), now)
	case present.Forth:
		k.Move(k.Tour.Forth(k.At), now)
	case present.Hide:
		k.Move(k.Tour.Hide(k.At), now)
	case present.All:
		k.Move(k.Tour.Whole(k.At), now)
	case present.Stop:
		k.Move(k.Tour.To(k.At, w.Number), now)
	}
}

// State is what is shared.
func (k *Desk) State() present.State {
	return present.State{Dataset: k.Dataset, Tour: k.Tour.Name, Stop: k.At.Stop, Of: len(k.Tour.Stops), Step: k.At.Step, Black: k.Black, Away: k.Away, Clock: k.Clock}
}

// Done tells whether the class has seen all.
func (k *Desk) Done() bool { return k.At.Stop > 0 && k.Tour.Next(k.At) == k.At }

// asked is a presenter's request as a line of the conversation; empty for one that a
// conversation has no use for.
func asked(w present.Word) string {
	switch w.What {
	case present.Next:
		return "reveal"
	case present.Back, present.Forth, present.Hide, present.All:
		return w.What
	case present.Stop:
		return "stop " + strconv.Itoa(w.Number)
	}
	return ""
}

// Calls turns a presenter's requests into lines for a conversation. Those that are no
// lines, about the clock and about a black screen, go to other.
func Calls(words <-chan present.Word, other func(present.Word)) <-chan string {
	lines := make(chan string)
	go func() {
		for w := range words {
			if line := asked(w); line != "" {
				lines <- line
			} else {
				other(w)
			}
		}
	}()
	return lines
}
