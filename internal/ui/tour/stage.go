package tour

import (
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/document"
	"timeline/internal/events"
	"timeline/internal/quiz"
	"timeline/internal/tours"
	"timeline/internal/ui/paint"
	uiquiz "timeline/internal/ui/quiz"
	"timeline/internal/ui/view"
)

// Stage is the class's screen. It takes the whole of it, and all keys.
type Stage struct {
	t      *Tours
	large  bool   // the reader asked for it
	note   bool   // the presenter's note stands at the foot
	digits string // of the number of a stop that is being typed
	shown  shown
}

// Info names the view.
func (s *Stage) Info() view.Info {
	return view.Info{ID: "tour", Key: "T", Title: "the tour", Opens: "on"}
}

// Enter goes on where the class was.
func (s *Stage) Enter(c *view.Context) {
	s.digits = ""
	s.t.run.desk.Away = false
	s.t.put(c)
}

// Leave pauses the tour: the browser then stands on the stop's event, if its date has
// been revealed and the filters do not hide it.
func (s *Stage) Leave(c *view.Context) {
	s.note = false
	if s.t.laying { // the cards are part of it
		s.t.laying = false
		return
	}
	k := &s.t.run.desk
	k.Away, k.Black = true, false
	s.t.put(c)
	where := "before its first stop"
	if k.At.Stop > 0 {
		where = fmt.Sprintf("at %d of %d", k.At.Stop, len(k.Tour.Stops))
	}
	hidden := ""
	if i := k.Tour.See(c.Data, k.At).Event; i >= 0 {
		if c.Shows(i) {
			c.Select(i)
		} else {
			hidden = " The filters hide its event."
		}
	}
	c.Say("Tour paused %s: F5 or T goes back to it.%s", where, hidden)
}

// Side is none.
func (s *Stage) Side() view.Pane { return nil }

// Selected is no event: its date would stand on the screen.
func (s *Stage) Selected(*view.Context) (events.Index, bool) { return 0, false }

// Open goes on.
func (s *Stage) Open(c *view.Context) tea.Cmd { s.on(c); return nil }

// Scroll does nothing: the mouse moves no class.
func (s *Stage) Scroll(*view.Context, int) {}

// Move does nothing: the keys are the stage's own.
func (s *Stage) Move(*view.Context, int) {}

// End does nothing, as Move.
func (s *Stage) End(*view.Context, int) {}

// Click does nothing: the mouse moves no class.
func (s *Stage) Click(*view.Context, int, int) tea.Cmd { return nil }

// Key takes any key while the screen is black, and the number of a stop.
func (s *Stage) Key(c *view.Context, k tea.KeyPressMsg) bool {
	digits := s.digits
	s.digits = ""
	switch key := k.String(); {
	case s.t.run.desk.Black:
		s.t.run.desk.Black = false
		s.t.put(c)
		return true
	case len(key) == 1 && key >= "0" && key <= "9":
		s.digits = (digits + key)[max(len(digits)-1, 0):]
		return true
	case key == "enter" && digits != "":
		n, _ := strconv.Atoi(digits) // two digits at most
		s.to(c, n)
		s.t.put(c)
		return true
	}
	return false
}

// Actions are the keys of a tour.
func (s *Stage) Actions() []view.Action {
	bind := view.Bind
	act := func(id, help, title string, do func(*view.Context), keys ...string) view.Action {
		return view.Action{ID: id, Keys: bind(help, keys...), Title: title, Group: "In a tour", Where: view.Main, Do: view.Quiet(func(c *view.Context) {
			do(c)
			s.t.put(c)
		})}
	}
	moved := func(to func(*tours.Tour, tours.Position) tours.Position) func(*view.Context) {
		return func(*view.Context) {
			s.move(func(p tours.Position) tours.Position { return to(s.t.run.desk.Tour, p) })
		}
	}
	stop := func(of func() int) func(*view.Context) { return func(c *view.Context) { s.to(c, of()) } }
	return []view.Action{
		act("tour-on", "space/→/PgDn", "the next step, then the next stop", s.on, "space", "right", "pgdown"),
		act("tour-back", "←/PgUp", "a step back; the stop before comes back whole", s.back, "left", "pgup"),
		act("reveal-step", "j/↓", "the next step, never off the stop", moved((*tours.Tour).Forth), "j", "down"),
		act("hide-step", "k/↑", "a step back, never off the stop", moved((*tours.Tour).Hide), "k", "up"),
		act("next-stop", "n", "the next stop", stop(func() int { return s.t.run.desk.At.Stop + 1 }), "n"),
		act("previous-stop", "p", "the stop before", stop(func() int { return s.t.run.desk.At.Stop - 1 }), "p"),
		act("stop-number", "7 enter", "the stop of that number", func(c *view.Context) { c.Say("Type the number of a stop, then enter.") }, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		act("first-stop", "g/Home", "the first stop", stop(func() int { return 1 }), "g", "home"),
		act("last-stop", "G/End", "the last stop", stop(func() int { return len(s.t.run.desk.Tour.Stops) }), "G", "end"),
		act("reveal-all", "A", "reveal the rest of the stop", func(*view.Context) { s.whole() }, "A"),
		act("tour-excerpts", "enter", "read all that the sources say here, or lay the cards", s.open, "enter"),
		act("tour-black", "b/.", "black screen; any key lights it", func(*view.Context) { s.t.run.desk.Black = true }, "b", "."),
		act("tour-large", "L", "large: one thing at a time, or no longer", func(*view.Context) { s.large = !s.large; s.t.run.page = 0 }, "L"),
		act("tour-note", "s", "the presenter's note, for all to read, or no longer", func(*view.Context) { s.note = !s.note }, "s"),
		act("tour-list", "T", "the list of tours", func(c *view.Context) { c.Turn(s.t.list) }, "T"),
		act("tour-off", "esc", "step off into the browser; F5 or T comes back", func(c *view.Context) { c.Home() }, "esc"),
	}
}

// at moves the class. The note goes with the stop: it is of that one alone.
func (s *Stage) at(p tours.Position, from int) {
	r := s.t.run
	s.t.decided()
	if p.Stop != r.desk.At.Stop {
		s.note = false
	}
	r.from, r.page = from, 0
	r.desk.Move(p, s.t.cfg.Now())
}

// move moves the class by a step.
func (s *Stage) move(to func(tours.Position) tours.Position) {
	k := &s.t.run.desk
	if p := to(k.At); p != k.At {
		s.at(p, p.Step-1)
	}
}

// on shows the next page of what was revealed, then the next step, then the next stop.
func (s *Stage) on(c *view.Context) {
	r := s.t.run
	k := &r.desk
	switch {
	case r.left != nil:
		left := *r.left
		s.t.decided()
		k.Resume(left)
		k.Clock = k.Clock.Start(s.t.cfg.Now())
		r.from, r.page = k.At.Step-1, 0
	case r.page+1 < len(s.pages(c)):
		r.page++
	case k.Done():
		c.Say("This is the end of the tour. esc leaves it.")
	default:
		s.move(k.Tour.Next)
	}
}

// back is the way back of on.
func (s *Stage) back(c *view.Context) {
	if r := s.t.run; r.page > 0 {
		r.page = min(r.page, len(s.pages(c))) - 1
		return
	}
	if k := &s.t.run.desk; k.At.Stop > 0 {
		s.move(k.Tour.Back)
		s.t.run.page = max(len(s.pages(c))-1, 0)
	}
}

// whole reveals the rest of the stop.
func (s *Stage) whole() {
	k := &s.t.run.desk
	if p := k.Tour.Whole(k.At); p != k.At {
		s.at(p, k.At.Step)
	}
}

// to goes to the stop of a number.
func (s *Stage) to(c *view.Context, n int) {
	k := &s.t.run.desk
	if last := len(k.Tour.Stops); n < 1 || n > last {
		c.Say("The stops are numbered from 1 to %d.", last)
		return
	}
	s.at(k.Tour.To(k.At, n), 0)
}

// cards tells whether there are some to lay here.
func (s *Stage) cards(c *view.Context) bool {
	_, ok := s.t.run.desk.Tour.Cards(c.Data, s.t.run.desk.At)
	return ok
}

// open lays the cards of a stop that has some, and else opens the excerpts.
func (s *Stage) open(c *view.Context) {
	k := &s.t.run.desk
	deck, ok := k.Tour.Cards(c.Data, k.At)
	if !ok {
		s.excerpts(c)
		return
	}
	way := uiquiz.Way{
		Name:  fmt.Sprintf("%s, stop %d", k.Tour.Name, k.At.Stop),
		Back:  func(c *view.Context) { c.Turn(s) },
		Left:  func(c *view.Context) { k.Away = true; s.t.put(c) },
		On:    func(c *view.Context) { c.Turn(s); s.on(c); s.t.put(c) },
		Black: func(c *view.Context) { c.Turn(s); k.Black = true; s.t.put(c) },
	}
	if s.t.laying = true; !s.t.quiz.Resume(c, way) {
		s.t.quiz.Sit(c, &quiz.Set{Kind: quiz.Order, Deck: deck}, way)
	}
}

// excerpts opens all that the sources say of the stop's event. Before its date is
// revealed they would give it away.
func (s *Stage) excerpts(c *view.Context) {
	k := &s.t.run.desk
	i := k.Tour.See(c.Data, k.At).Event
	if i < 0 {
		c.Say("No excerpts before the event's date.")
		return
	}
	c.Over = &view.Lines{Of: func(c *view.Context, w int) *paint.Text {
		p := c.Text(w)
		p.Words = nil // those of a search are the browser's
		p.Document(said(c.Data, i))
		return p
	}}
}

// said is what each source says of an event, without what an editor makes of it: the
// class may still be asked for that.
func said(d *events.Dataset, i events.Index) document.Document {
	doc := document.Told(d, i)
	doc.Blocks = slices.DeleteFunc(doc.Blocks, func(b document.Block) bool {
		_, account := b.(document.Account)
		_, heading := b.(document.Heading)
		return !account && !heading
	})
	return doc
}
