package lanes

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/calendar"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/facts"
	"timeline/internal/session"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/family"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// View is the lanes in the browser. Its cursors are a lane and the session's event.
type View struct {
	view.Drawing
	by   By
	lane [kinds]string   // ID of the lane at the cursor, of each kind
	pins [kinds][]string // IDs of the lanes that stay on top, in order

	set     *Set // without pins: nil before the view is first shown
	pinned  *Set // the one that is drawn
	filters int  // Session.Filters when set was made
	width   int  // when the window last followed the event
	at      events.Index
}

// NewView returns the view.
func NewView() *View {
	v := &View{at: -1}
	v.On = v.draw
	return v
}

// Info names the view.
func (v *View) Info() view.Info {
	return view.Info{ID: "lanes-view", Key: "5", Title: "lanes: who was active when", Opens: "read", Timeline: true}
}

// Enter begins at the first lane that the session's event is in, or goes on where
// the reader left.
func (v *View) Enter(c *view.Context) { v.Follow(c) }

// Selected is the session's event.
func (v *View) Selected(c *view.Context) (events.Index, bool) { return c.Current() }

// Follow makes the lanes anew when the filters changed, and keeps the session's
// event in sight when that is another.
func (v *View) Follow(c *view.Context) {
	if v.set == nil || v.set.By != v.by || v.filters != c.Filters {
		v.set, v.filters = New(c.Data, c.Calendar, c.Shown, v.by), c.Filters
		v.pinned = v.set.Pinned(v.pins[v.by])
	}
	i := selected(c)
	if v.pinned.Find(v.lane[v.by]) < 0 {
		v.lane[v.by] = first(v.pinned, i)
	}
	w := v.picture(c, c.Main.Dx(), c.Main.Dy()).ScaleWidth()
	zoom := calendar.Zoom(c.Zoom)
	if i < 0 || i == v.at && w == v.width && zoom == c.Time.Zoom {
		return
	}
	v.at, v.width = i, w
	if zoom != c.Time.Zoom {
		c.Time = c.Calendar.Zoomed(calendar.View{Zoom: c.Time.Zoom}, int(zoom)-int(c.Time.Zoom), w, c.Calendar.Outer(i))
	}
	c.Time = c.Calendar.Holding(c.Time, w, c.Calendar.Outer(i))
}

// Reopen makes the lanes anew when they are next shown.
func (v *View) Reopen(*view.Context) { v.set, v.at = nil, -1 }

// selected is the session's event, or -1.
func selected(c *view.Context) events.Index {
	if i, ok := c.Current(); ok {
		return i
	}
	return -1
}

// first is the ID of the first lane that an event is in, or of the first lane.
func first(s *Set, i events.Index) string {
	for _, l := range s.Lanes {
		if i >= 0 && l.Has(i) {
			return l.ID
		}
	}
	if len(s.Lanes) > 0 {
		return s.Lanes[0].ID
	}
	return ""
}

func (v *View) picture(c *view.Context, w, h int) Picture {
	return Picture{Data: c.Data, Calendar: c.Calendar, Set: v.pinned, View: c.Time, Selected: selected(c),
		Lane: max(v.pinned.Find(v.lane[v.by]), 0), Width: w, Height: h, WholeRow: c.Theme.WholeRow()}
}

func (v *View) draw(c *view.Context, w, h int) *canvas.Canvas {
	p, out := v.picture(c, w, h), canvas.New(w, h)
	p.Draw(out, 0, 0)
	out.Text(1, 0, [...]string{"actors", "who led", "places", "types", "sources"}[v.by], theme.Muted, p.names()-2)
	if len(v.pinned.Lanes) == 0 {
		text := "There are no lanes of this kind; v shows another."
		if why := c.NoEvent(); why != "" {
			text = english.Capital(why) + "."
		}
		out.Paragraph(1, p.top()+1, text, theme.Muted, w-2)
	}
	return out
}

// Title says what the lanes are of.
func (v *View) Title(*view.Context) string { return v.by.String() }

// Legend is the signs of the lanes.
func (v *View) Legend(c *view.Context) [][2]string {
	legend := [][2]string{
		{"?  3", "before a sign: in doubt; a figure: so many events there"},
		{"─", "something lasted right through"},
		{"░  ┄  ·", "most of an event, some, a little of one expected there"},
		{"├┄┤  ▲", "where the selected event can lie; an exact day"},
		{"▌  •", "the lane at the cursor; others with the selected event"},
		{"letters", "below a lane: which source attests the office, and when"},
		{"━  ┄", "below a lane: held certainly, possibly or only planned"},
		{"█ ▒ ░", "above: events certainly then, in doubt, shares of others"},
	}
	for _, f := range family.Of(c.Data).All {
		legend = append(legend, [2]string{string(f.Sign), f.Name})
	}
	return legend
}

// Actions are the lanes' own keys.
func (v *View) Actions() []view.Action {
	const move, find, keep = "Move", "Find and filter", "Keep"
	bind, quiet := view.Bind, view.Quiet
	return []view.Action{
		{ID: "next-lane", Keys: bind("j/↓", "j", "down"), Title: "next lane", Group: move, Where: view.Main, Foot: view.Foot{Rank: 3, Word: "lane", Keys: "j/k"}, Do: quiet(func(c *view.Context) { v.Move(c, 1) })},
		{ID: "previous-lane", Keys: bind("k/↑", "k", "up"), Title: "previous lane", Group: move, Where: view.Main, Do: quiet(func(c *view.Context) { v.Move(c, -1) })},
		{ID: "next-in-lane", Keys: bind("l/→", "l", "right"), Title: "next event in the lane", Group: move, Where: view.Main, Foot: view.Foot{Rank: 3, Word: "event", Keys: "h/l"}, Do: quiet(func(c *view.Context) { v.step(c, 1) })},
		{ID: "previous-in-lane", Keys: bind("h/←", "h", "left"), Title: "previous event in the lane", Group: move, Where: view.Main, Do: quiet(func(c *view.Context) { v.step(c, -1) })},
		{ID: "lanes-nearer", Keys: bind("z/+", "z", "+"), Title: "zoom in: months, days", Group: move, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "zoom", Keys: "z/Z"}, Do: quiet(func(c *view.Context) { zoom(c, 1) })},
		{ID: "lanes-farther", Keys: bind("Z/-", "Z", "-"), Title: "zoom out", Group: move, Where: view.Main, Do: quiet(func(c *view.Context) { zoom(c, -1) })},
		{ID: "lanes-fit", Keys: bind("=", "="), Title: "fit the selected event", Group: move, Where: view.Main, Foot: view.Foot{Rank: 5, Word: "fit"}, Do: quiet(v.fit), Why: (*view.Context).NoEvent},
		{ID: "lanes-by", Keys: bind("v", "v"), Title: "lanes by actors, who led, places, types, sources", Group: find, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "by …"}, Do: quiet(v.turn)},
		{ID: "pin-lane", Keys: bind("p", "p"), Title: "keep the lane on top, or no longer", Group: keep, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "pin"}, Do: quiet(v.pin)},
	}
}

// Move goes n lanes on.
func (v *View) Move(_ *view.Context, n int) {
	if lanes := v.pinned.Lanes; len(lanes) > 0 {
		v.lane[v.by] = lanes[min(max(v.pinned.Find(v.lane[v.by])+n, 0), len(lanes)-1)].ID
	}
}

// Scroll is Move.
func (v *View) Scroll(c *view.Context, n int) { v.Move(c, n) }

// End goes to the first lane or the last.
func (v *View) End(c *view.Context, direction int) { v.Move(c, direction*len(v.pinned.Lanes)) }

// cursor is the lane at the cursor; nil if there is none.
func (v *View) cursor() *Lane {
	if n := v.pinned.Find(v.lane[v.by]); n >= 0 {
		return v.pinned.Lanes[n]
	}
	return nil
}

// step goes to the next (1) or previous (-1) event of the lane at the cursor.
func (v *View) step(c *view.Context, step int) {
	l := v.cursor()
	switch {
	case l == nil:
		c.Warn("There is no lane here.")
	case v.by == Leaders:
		c.Say("These lanes have no events: enter opens who says so, v turns to other lanes.")
	default:
		if i, ok := l.Step(selected(c), step); ok {
			c.Select(i)
			return
		}
		c.Say("There is no %s event in this lane.", map[int]string{1: "later", -1: "earlier"}[step])
	}
}

// shows is what the lanes show at each zoom.
var shows = [...]string{"the whole period", "months", "days"}

// zoom shows less time (1) or more (-1), round the selected event: see Follow.
func zoom(c *view.Context, step int) {
	if !c.ZoomBy(step) {
		c.Say("The lanes show %s already.", shows[c.Zoom])
		return
	}
	c.Say("The lanes show %s; < and > step by %s.", shows[c.Zoom], c.Zoom.Word())
}

// fit shows the days of the selected event as large as they fit.
func (v *View) fit(c *view.Context) {
	c.Time = c.Calendar.Fitting(v.width, c.Calendar.Outer(selected(c)))
	c.Zoom = session.Unit(c.Time.Zoom)
	c.Say("The lanes show %s, as near as this event fits.", shows[c.Zoom])
}

// turn makes the lanes of the next kind.
func (v *View) turn(c *view.Context) {
	v.by = v.by.Next()
	c.Say("Lanes: %s.", v.by)
}

// pin keeps the lane at the cursor on top, or lets it go.
func (v *View) pin(c *view.Context) {
	l := v.cursor()
	if l == nil || v.by == Leaders {
		c.Say("There is no lane here to keep on top.")
		return
	}
	pins := &v.pins[v.by]
	if n := slices.Index(*pins, l.ID); n >= 0 {
		*pins = slices.Delete(*pins, n, n+1)
		c.Say("No longer kept on top.")
	} else {
		*pins = append(*pins, l.ID)
		c.Say("Kept on top; p again lets it go.")
	}
	v.pinned = v.set.Pinned(*pins)
}

// Open reads the selected event or, of who led, what the sources say.
func (v *View) Open(c *view.Context) tea.Cmd {
	if v.by != Leaders {
		reader.Open(c)
		return nil
	}
	if l := v.cursor(); l != nil {
		return openTie(c, &l.Ties[0])
	}
	return nil
}

// openTie opens what sources say of an office.
func openTie(c *view.Context, t *facts.Tie) tea.Cmd {
	var passages []reader.Passage
	for _, g := range t.Dates {
		passages = append(passages, reader.Passage{Says: t.Words(c.Data), Date: g.Date, Cite: events.Citation{Source: c.Data.Sources[g.Source].ID, At: g.At}})
	}
	return reader.Choose(c, passages)
}

// Click selects the event of a sign, or the lane of a name; on a tie it opens who
// says so. In the overview it goes to that time.
func (v *View) Click(c *view.Context, x, y int) tea.Cmd {
	p := v.picture(c, c.Main.Dx(), c.Main.Dy())
	h := p.At(x, y)
	if h.Overview && h.OnScale {
		c.Time = c.Calendar.Centred(c.Time.Zoom, p.ScaleWidth(), h.Bin.Middle())
		return nil
	}
	shown := c.Shown
	if h.Lane >= 0 {
		l := v.pinned.Lanes[h.Lane]
		again := v.lane[v.by] == l.ID
		v.lane[v.by], shown = l.ID, l.Events
		switch {
		case h.Tie >= 0:
			return openTie(c, &l.Ties[h.Tie])
		case v.by == Leaders && again:
			return v.Open(c)
		}
	}
	if h.OnScale {
		if i, ok := c.Calendar.Pick(shown, h.Bin, selected(c)); ok {
			c.Select(i)
		}
	}
	return nil
}
