// Package tour is tours on the full screen: their list, with that of the quizzes, and the
// class's screen, which takes a class through one. Whatever a stop has not revealed is in no frame, and a
// presenter's note only after the key for it (package tours decides what is seen).
//
// A running tour is shared with the presenter's screen (package present), which follows
// it and can move it. The state that is shared is also what the next start goes on from.
package tour

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/lesson"
	"timeline/internal/present"
	"timeline/internal/quiz"
	"timeline/internal/tours"
	uiquiz "timeline/internal/ui/quiz"
	"timeline/internal/ui/view"
)

// Config is what tours need from outside.
type Config struct {
	// Dir makes the folder of package present. Optional: without it nobody can follow,
	// and no place is kept.
	Dir   func() (string, error)
	Now   func() time.Time // Optional: without it no clock runs
	Fresh bool             // tours begin at the beginning, not where they were left
	Start string           // name of the tour to begin with; empty for none
	Quiz  *quiz.Set        // to begin with. Optional
}

// Tours are the tours of a dataset and the one that is gone through.
type Tours struct {
	cfg    Config
	read   bool
	tours  []tours.Tour
	run    *run            // the tour that is gone through, or is paused; nil for none
	runs   map[string]*run // those that were begun, by name
	list   *List
	stage  *Stage
	quiz   *uiquiz.View
	laying bool      // the class turns to the cards of a stop
	from   view.View // where the reader came to the list from

	dir   string
	share *present.Share // nil while nothing is shared
	ended chan struct{}  // is closed when share is
}

// run is a tour that was begun.
type run struct {
	desk lesson.Desk
	left *present.State // where an earlier run left it: the first page offers to go on there
	from int            // how many steps of the stop were seen before the last move
	page int            // of what the last move revealed, where it takes several; from zero
}

// New returns the tours.
func New(cfg Config) *Tours {
	if cfg.Now == nil {
		cfg.Now = func() time.Time { return time.Time{} }
	}
	t := &Tours{cfg: cfg, runs: map[string]*run{}}
	t.list, t.stage, t.quiz = &List{t: t}, &Stage{t: t}, uiquiz.NewView()
	return t
}

// Views are the list, the class's screen and that of a quiz.
func (t *Tours) Views() []view.View { return []view.View{t.list, t.stage, t.quiz} }

// load reads the tours, once.
func (t *Tours) load(c *view.Context) {
	if !t.read {
		t.read, t.tours = true, tours.Usable(c.Data)
	}
}

// Reopen forgets the tours, to read them anew when they are next asked for. One that is
// paused ends, and sets that were left are over.
func (t *Tours) Reopen(c *view.Context) {
	t.Keep()
	t.read, t.tours, t.run, t.list.cursor = false, nil, nil, 0
	clear(t.runs)
	t.quiz.Forget()
	if c.View == view.View(t.list) {
		t.load(c)
	}
}

// Go turns to the tour that is gone through or, if there is none, to the list.
func (t *Tours) Go(c *view.Context) {
	if t.run != nil {
		c.Turn(t.stage)
		return
	}
	if c.View != t.list && c.View != t.quiz {
		t.from = c.View
	}
	c.Turn(t.list)
}

// Begin turns to the tour or the quiz that the program was started for, if it was for one.
func (t *Tours) Begin(c *view.Context) tea.Cmd {
	if s := t.cfg.Quiz; s != nil {
		t.quiz.Sit(c, s, t.list.way(s.Kind))
	}
	if t.cfg.Start == "" {
		return nil // tours are read when they are first asked for, which most readers never do
	}
	t.load(c)
	for n := range t.tours {
		if t.tours[n].Name == t.cfg.Start {
			return t.open(c, &t.tours[n])
		}
	}
	return nil
}

// open takes the class to a tour: to where it is, if it was begun, and else to its first
// page.
func (t *Tours) open(c *view.Context, tour *tours.Tour) tea.Cmd {
	if t.run != nil && t.run.desk.Tour == tour {
		c.Turn(t.stage)
		return nil
	}
	t.Keep()
	r := t.runs[tour.Name]
	if r == nil {
		r = &run{desk: lesson.Desk{Dataset: c.Data.Digest(), Tour: tour}}
		t.runs[tour.Name] = r
	}
	t.run = r
	cmd := t.begin(c)
	c.Turn(t.stage)
	return cmd
}

// begin shares the tour. That nobody can follow it is said, and stops nothing.
func (t *Tours) begin(c *view.Context) tea.Cmd {
	if t.cfg.Dir == nil {
		return nil
	}
	var err error
	if t.dir, err = t.cfg.Dir(); err == nil {
		k := &t.run.desk
		if left, found := present.Waiting(t.dir, k.Dataset, k.Tour.Name, t.cfg.Now()); found && k.At.Stop == 0 && !t.cfg.Fresh {
			t.run.left = &left
		}
		t.share, err = present.Begin(t.dir)
	}
	if err != nil {
		c.Warn("No presenter’s screen can follow: %v.", err)
		return nil
	}
	t.ended = make(chan struct{})
	t.put(c)
	return t.listen()
}

// Running is the tour that is gone through, or is paused, nil if none is, and where the
// class is in it.
func (t *Tours) Running() (*tours.Tour, tours.Position) {
	if t.run == nil {
		return nil, tours.Position{}
	}
	return t.run.desk.Tour, t.run.desk.At
}

// put tells the presenter's screens where the class is. After one failure it is given up.
func (t *Tours) put(c *view.Context) {
	if t.share == nil {
		return
	}
	state := t.run.desk.State()
	if n := len(t.stage.pages(c)); n > 1 {
		state.Page, state.Pages = min(t.run.page, n-1)+1, n
	}
	if err := t.share.Put(state); err != nil {
		c.Warn("No presenter’s screen can follow any more: %v.", err)
		t.Keep()
	}
}

// listen waits for what a presenter's screen asks for.
func (t *Tours) listen() tea.Cmd {
	if t.share == nil {
		return nil
	}
	share, ended := t.share, t.ended
	return func() tea.Msg {
		select {
		case w := <-share.Words():
			return view.Then(func(c *view.Context) tea.Cmd {
				if t.share == share {
					t.hear(c, w)
				}
				return t.listen()
			})
		case <-ended:
			return nil
		}
	}
}

// hear does what a presenter's screen asks for. Where the class sees something else than
// the tour, it sees the tour again, and no more.
func (t *Tours) hear(c *view.Context, w present.Word) {
	k := &t.run.desk
	away := k.Away
	if w.What != present.Time {
		c.Over, c.Picker = nil, nil
		if away || c.View != t.stage {
			c.Turn(t.stage)
		}
	}
	switch {
	case w.What == present.Time || w.What == present.Black:
		k.Hear(w, t.cfg.Now())
	case away:
	case w.What == present.Next:
		t.stage.on(c)
	case w.What == present.Back:
		t.stage.back(c)
	case w.What == present.Forth:
		t.stage.move((*tours.Tour).Forth)
	case w.What == present.Hide:
		t.stage.move((*tours.Tour).Hide)
	case w.What == present.All:
		t.stage.whole()
	case w.What == present.Stop:
		t.stage.to(c, w.Number)
	}
	t.put(c) // also when nothing changed: a state takes one request
}

// decided forgets where an earlier run left the tour: the class is somewhere else now.
func (t *Tours) decided() {
	if t.run.left != nil {
		t.run.left = nil
		present.Left(t.dir, t.run.desk.Dataset, t.run.desk.Tour.Name, t.cfg.Now())
	}
}

// Keep ends the sharing. Where the class is stays for the next start.
func (t *Tours) Keep() {
	if t.share != nil {
		over := t.run.desk.Done() || t.run.desk.At.Stop == 0
		_ = t.share.End(over) // what is left over is tidied up by the next tour
		close(t.ended)
		t.share = nil
	}
}
