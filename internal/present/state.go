package present

import (
	"encoding/json"
	"errors"
	"io"
	"time"
)

// State is where a class is in a tour. It holds names and numbers only.
type State struct {
	PID     int    `json:"pid"`
	Dataset string `json:"dataset"` // its digest
	Tour    string `json:"tour"`    // its name
	Stop    int    `json:"stop"`    // from one; 0 before the first
	Of      int    `json:"of"`      // how many stops there are
	Step    int    `json:"step"`    // how many are revealed
	Page    int    `json:"page"`    // of what was revealed last, from one; 0 where it is not in pages
	Pages   int    `json:"pages"`   // how many those are
	Black   bool   `json:"black"`   // nothing is shown
	Away    bool   `json:"away"`    // the class's screen shows something else than the tour
	Seq     uint64 `json:"seq"`     // of this state: it grows with each
	Clock   Clock  `json:"clock"`
}

// Clock counts how long a tour and its present stop have taken. It is a value: its
// methods are told the time.
type Clock struct {
	Session time.Duration `json:"session"` // until Since
	AtStop  time.Duration `json:"stop"`    // until Since
	Since   time.Time     `json:"since"`   // since when it runs; zero while it stands
}

// Running tells whether the clock runs.
func (c Clock) Running() bool { return !c.Since.IsZero() }

// Read is how long the tour and the present stop have taken.
func (c Clock) Read(now time.Time) (session, atStop time.Duration) {
	if !c.Running() {
		return c.Session, c.AtStop
	}
	ran := max(now.Sub(c.Since), 0)
	return c.Session + ran, c.AtStop + ran
}

// Start lets the clock run.
func (c Clock) Start(now time.Time) Clock {
	if !c.Running() {
		c.Since = now
	}
	return c
}

// Stop lets the clock stand.
func (c Clock) Stop(now time.Time) Clock {
	c.Session, c.AtStop = c.Read(now)
	c.Since = time.Time{}
	return c
}

// Arrive begins another stop. The session's time goes on; a clock that stands goes on
// standing.
func (c Clock) Arrive(now time.Time) Clock {
	if c.Running() {
		c.Session, _ = c.Read(now)
		c.Since = now
	}
	c.AtStop = 0
	return c
}

// maxState is the most bytes of a file with a State.
const maxState = 64 << 10

// read reads a State. Whatever is wrong with the file, the error says no more than that:
// it may be anybody's.
func read(r io.Reader) (State, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxState+1))
	if err != nil {
		return State{}, err
	}
	var s State
	if len(text) > maxState || json.Unmarshal(text, &s) != nil || s.Stop < 0 || s.Step < 0 || s.Stop > s.Of || s.Of > 1000 || s.Page < 0 || s.Page > s.Pages {
		return State{}, errors.New("this is not the state of a tour")
	}
	return s, nil
}
