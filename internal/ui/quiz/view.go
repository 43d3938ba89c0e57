package quiz

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/quiz"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/view"
)

// Way is whence somebody came to a set, and where it leads.
type Way struct {
	Name string              // of the set, under which it is kept while it is left
	Back func(*view.Context) // where leaving leads
	Left func(*view.Context) // is told when the reader turns to something else. Optional
	// On goes on with a tour, of which the cards are a stop, and Black makes its screen
	// black; nil for sets that have a code.
	On, Black func(*view.Context)
}

// View is the screen of a set. It takes the whole of it.
type View struct {
	desk *desk
	way  Way
	kept map[string]*desk // those that were left before their end, by name
}

// NewView returns the view.
func NewView() *View { return &View{kept: map[string]*desk{}} }

// Sit begins a set, and turns to it.
func (v *View) Sit(c *view.Context, s *quiz.Set, way Way) {
	v.desk, v.way = newDesk(c.Data, s), way
	c.Turn(v)
}

// Resume goes on with the set of that way that was left, and tells whether there is one.
func (v *View) Resume(c *view.Context, way Way) bool {
	k := v.kept[way.Name]
	if k == nil {
		return false
	}
	v.desk, v.way = k, way
	c.Turn(v)
	return true
}

// Forget drops the sets that were left: the dataset is another.
func (v *View) Forget() { clear(v.kept) }

// Kept says how far the set of that name is that was left: "3/6"; empty if there is none.
func (v *View) Kept(name string) string {
	k := v.kept[name]
	if k == nil {
		return ""
	}
	return k.where(true)
}

// Deal makes the set of a code of the events that the filters leave, and begins it.
func (v *View) Deal(c *view.Context, kind quiz.Kind, code quiz.Code, way Way) tea.Cmd {
	d, from, filters, before := c.Data, slices.Clone(c.Shown), c.Query.Label(c.Data), c.View
	return func() tea.Msg {
		set, err := quiz.New(d, kind, code, from, 0)
		return view.Then(func(c *view.Context) tea.Cmd {
			switch {
			case c.View != before || c.Data != d: // the reader has turned to something else, or read the files again
			case err != nil:
				c.Warn("%s.", english.Capital(err.Error()))
			default:
				set.From = filters
				v.Sit(c, set, way)
			}
			return nil
		})
	}
}

// AskCode asks for the code of a set, and begins it. A kind may stand before it.
func (v *View) AskCode(c *view.Context, kind quiz.Kind, way func(quiz.Kind) Way) {
	parse := func(c *view.Context, typed string) (quiz.Kind, quiz.Code, error) {
		return quiz.ParseName(c.Data, typed, kind, 0)
	}
	c.Ask(view.Prompt{
		Label: kind.String() + ", set: ",
		Hint: func(c *view.Context, typed string) (string, bool) {
			if strings.TrimSpace(typed) == "" {
				return "a code such as " + quiz.CodeOf(c.Data, 17).String(), false
			}
			k, code, err := parse(c, typed)
			if err != nil {
				return err.Error(), true
			}
			return k.Title() + ", " + code.String(), false
		},
		Done: func(c *view.Context, typed string) (tea.Cmd, bool) {
			k, code, err := parse(c, typed)
			if err != nil || strings.TrimSpace(typed) == "" {
				return nil, err == nil
			}
			return v.Deal(c, k, code, way(k)), true
		},
	})
}

// Info names the view.
func (v *View) Info() view.Info {
	return view.Info{ID: "quiz", Title: "a quiz", Opens: "answer"}
}

// Enter does nothing: the desk is as it was left.
func (v *View) Enter(*view.Context) {}

// Leave keeps a set that is not over.
func (v *View) Leave(c *view.Context) {
	delete(v.kept, v.way.Name)
	if v.desk.begun() {
		v.kept[v.way.Name] = v.desk
	}
	if v.way.Left != nil {
		v.way.Left(c)
	}
}

// Side is none.
func (v *View) Side() view.Pane { return nil }

// Selected is no event: its date would stand on the screen.
func (v *View) Selected(*view.Context) (events.Index, bool) { return 0, false }

// Back leaves the set.
func (v *View) Back(c *view.Context) bool {
	v.way.Back(c)
	return true
}

// Draw draws the desk.
func (v *View) Draw(c *view.Context, w, h int) []string {
	return v.desk.draw(c.Theme, c.Notice, v.way, w, h)
}

// page is the body as it is drawn, and how many rows of it are in sight.
func (v *View) page(c *view.Context) (p *page, h int) {
	h = room(c.Main.Dy())
	return v.desk.body(c.Theme, c.Main.Dx(), h), h
}

// Follow keeps what is in sight within the page.
func (v *View) Follow(c *view.Context) {
	p, h := v.page(c)
	v.desk.top = min(max(v.desk.top, 0), max(len(p.rows)-h, 0))
}

// Scroll moves what is seen by n rows.
func (v *View) Scroll(c *view.Context, n int) {
	v.desk.top += n
	v.Follow(c)
}

// Move moves the gap, the cursor or, where nothing can be chosen, the text. What is out
// of sight comes into sight first.
func (v *View) Move(c *view.Context, n int) {
	k := v.desk
	if ph := k.phase(); ph == laying || ph == laid {
		k.hand = k.hand.move(n)
		return
	}
	p, h := v.page(c)
	to := k.cursor + n
	switch {
	case len(p.spots) == 0, n > 0 && p.spots[k.cursor][1] > k.top+h, n < 0 && p.spots[k.cursor][0] < k.top, to < 0:
		v.Scroll(c, n)
		return
	case to >= len(p.spots):
		v.Scroll(c, n)
		return
	}
	k.cursor = to
	v.reveal(c)
}

// reveal brings the cursor into sight.
func (v *View) reveal(c *view.Context) {
	p, h := v.page(c)
	if k := v.desk; k.cursor < len(p.spots) {
		k.top = max(min(k.top, p.spots[k.cursor][0]), p.spots[k.cursor][1]-h)
	}
}

// inSight tells whether what is at the cursor is.
func (v *View) inSight(c *view.Context) bool {
	p, h := v.page(c)
	k := v.desk
	return k.cursor >= len(p.spots) || p.spots[k.cursor][0] < k.top+h && p.spots[k.cursor][1] > k.top
}

// End goes to the first or the last that can be chosen.
func (v *View) End(c *view.Context, direction int) {
	k := v.desk
	if ph := k.phase(); ph == laying || ph == laid {
		k.hand = k.hand.move(direction * k.hand.n)
		return
	}
	p, _ := v.page(c)
	k.cursor = max(min(k.cursor+direction*len(p.rows), len(p.spots)-1), 0)
	v.Scroll(c, direction*len(p.rows))
}

// Click chooses what is clicked; a second click does what enter does.
func (v *View) Click(c *view.Context, _, y int) tea.Cmd {
	k := v.desk
	p, h := v.page(c)
	if y -= c.Main.Dy() - 1 - h; y < 0 || y >= h {
		return nil
	}
	n := slices.IndexFunc(p.spots, func(s [2]int) bool { return y+k.top >= s[0] && y+k.top < s[1] })
	switch ph := k.phase(); {
	case ph == laying && n < 0: // the gap, or the hand
		return v.Open(c)
	case n < 0:
	case ph == laying && n < k.hand.at: // the gap goes to the other side of the card
		k.hand.at = n
	case ph == laying:
		k.hand.at = n + 1
	case ph == laid:
		k.hand.at = n
	case n == k.cursor:
		return v.Open(c)
	default:
		k.cursor = n
	}
	return nil
}

// Open answers, puts, checks, or goes on.
func (v *View) Open(c *view.Context) tea.Cmd {
	k := v.desk
	switch k.phase() {
	case asking:
		if v.inSight(c) {
			v.choose(c, k.cursor)
		} else {
			v.reveal(c)
		}
	case answered:
		k.turn(1)
	case laying:
		k.hand = k.hand.put()
	case laid:
		k.check()
	case ended:
		k.turn(k.items()[k.cursor].to - k.at)
	case checked:
		excerpts(c, k.items()[k.cursor].events)
	}
	return nil
}

// choose answers the question. Where the page has no room for all, what was asked gives
// way to the answer.
func (v *View) choose(c *view.Context, choice int) {
	v.desk.choose(choice)
	if p, h := v.page(c); len(p.rows) > h {
		v.Scroll(c, p.told)
	}
}

// excerpts opens all that the sources say of events.
func excerpts(c *view.Context, list []events.Index) {
	c.Over = &view.Lines{Of: func(c *view.Context, w int) *paint.Text {
		p := c.Text(w)
		p.Words = nil // those of a search are the browser's
		for _, i := range list {
			p.Blank()
			p.Document(document.Told(c.Data, i))
		}
		return p
	}}
}

// on goes through the page, and then to the next question or on with the tour.
func (v *View) on(c *view.Context) {
	k := v.desk
	p, h := v.page(c)
	switch ph := k.phase(); {
	case k.top+h < len(p.rows):
		v.Scroll(c, max(h-1, 1))
	case ph == answered:
		k.turn(1)
	case v.way.On != nil:
		v.way.On(c)
	case ph == asking:
		c.Say("This is still to be answered.")
	}
}

// back is the way back of on.
func (v *View) back(c *view.Context) {
	_, h := v.page(c)
	if k := v.desk; k.top > 0 {
		v.Scroll(c, -max(h-1, 1))
	} else {
		k.turn(-1)
	}
}

// another begins another set of the same kind, or the same cards of a tour.
func (v *View) another(c *view.Context) tea.Cmd {
	s := v.desk.sit.Set
	if v.way.On != nil {
		v.desk = newDesk(c.Data, s)
		return nil
	}
	return v.Deal(c, s.Kind, s.Code.Next(), v.way)
}

// copied is what y takes away.
func (v *View) copied(c *view.Context) tea.Cmd {
	s := v.desk.sit
	if len(s.Given)+len(s.Order) == 0 {
		c.Say("Nothing is answered yet.")
		return nil
	}
	return c.CopyOut(session.Copied{What: "result", Text: s.Report(c.Data)})
}
