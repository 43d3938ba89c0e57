package groups

import (
	tea "charm.land/bubbletea/v2"

	"timeline/internal/calendar"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/lineage"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// View is the groups in the browser. Its cursors are a tie and a group; its window is
// its own, since a tie need not have an event.
type View struct {
	view.Drawing
	lineage *lineage.Lineage // nil until it has been worked out
	asked   bool             // somebody is working it out
	state   State
	at      events.Index // the session's event when the reader was last here
}

// NewView returns the view.
func NewView() *View {
	v := &View{at: -1}
	v.On = v.draw
	return v
}

// Info names the view.
func (v *View) Info() view.Info {
	return view.Info{ID: "groups-view", Key: "6", Title: "groups: how they split, joined and were renamed", Opens: "open the passage"}
}

// few is up to how many events the lineage is worked out at once: in some
// milliseconds.
const few = 2000

// Enter goes to the tie that the session's event tells of, or on where the reader
// left.
func (v *View) Enter(c *view.Context) {
	i, ok := c.Current()
	if v.lineage == nil || !ok || i == v.at {
		return
	}
	v.at = i
	for n, t := range v.state.Ties(v.lineage) {
		if t.Event == i {
			v.state = v.state.OnTie(v.lineage, n)
			v.hold(c)
			return
		}
	}
}

// Prepare works the lineage out, beside the screen where that takes long.
func (v *View) Prepare(c *view.Context) tea.Cmd {
	if v.asked {
		return nil
	}
	v.asked = true
	d, cal := c.Data, c.Calendar
	work := func() view.Then {
		l := lineage.Of(d, cal)
		return view.Quiet(func(c *view.Context) {
			if c.Data == d { // it was not read again meanwhile
				v.use(c, l)
			}
		})
	}
	if d.Len() <= few {
		return work()(c)
	}
	return func() tea.Msg { return work() }
}

func (v *View) use(c *view.Context, l *lineage.Lineage) {
	was := v.state
	v.lineage, v.state = l, Start(l)
	if t, _ := was.Selected(l); t != nil { // it was shown before the dataset was read again
		v.state = was
	}
	v.Enter(c)
}

// Reopen has the lineage worked out anew when it is next shown.
func (v *View) Reopen(*view.Context) { v.lineage, v.asked, v.at = nil, false, -1 }

// Record is the group at the cursor, whose file tells of its ties.
func (v *View) Record(*view.Context) (kind, id string, ok bool) {
	return "actors", v.state.Group, v.state.Group != ""
}

// tie is the selected tie, or nil.
func (v *View) tie() *lineage.Tie {
	if v.lineage == nil {
		return nil
	}
	t, _ := v.state.Selected(v.lineage)
	return t
}

// Selected is the event that tells of the selected tie.
func (v *View) Selected(*view.Context) (events.Index, bool) {
	if t := v.tie(); t != nil && t.Event >= 0 {
		return t.Event, true
	}
	return 0, false
}

func (v *View) draw(c *view.Context, w, h int) *canvas.Canvas {
	if v.lineage == nil {
		out := canvas.New(w, h)
		out.Paragraph(1, 1, "Looking for what the sources say of groups …", theme.Muted, w-2)
		return out
	}
	return Draw(v.lineage, c.Calendar, v.state, w, h).Canvas
}

// Title says what is drawn.
func (v *View) Title(*view.Context) string {
	if v.state.Equals {
		return "with allies and rivals of the one at the cursor"
	}
	return "how they split, joined and were renamed"
}

// Legend is the signs of the groups.
func (v *View) Legend(c *view.Context) [][2]string {
	legend := [][2]string{
		{"━", "the group is certainly attested, or between two such times"},
		{"┄", "it may have been there; it may have been only planned"},
		{"╰  ╭", "it begins with this tie: split off, founded, or under another"},
		{"┴  ┬", "it was there before, and joins"},
		{"▸", "goes on under another name"},
		{"│  ┆", "dated to a unit of the axis; less closely, or only planned"},
		{"◆║◆  ×┇×", "allies; rivals (v shows those of the group at the cursor)"},
		{"≤  ?", "before a letter: by then; without a date"},
		{"▌  •", "the group at the cursor; the groups of the selected tie"},
	}
	for n, letter := range events.SourceLetters(c.Data.Sources) {
		legend = append(legend, [2]string{string(letter), paint.Clean(c.Data.Sources[n].Label()) + " says so"})
	}
	return append(legend, [2]string{"", "Filters do not hide groups: ties are no events."})
}

// Actions are the keys of the groups.
func (v *View) Actions() []view.Action {
	const move, read = "Move", "Read"
	bind := view.Bind
	does := func(f func(*view.Context)) func(*view.Context) tea.Cmd {
		return view.Quiet(func(c *view.Context) {
			if v.lineage != nil {
				f(c)
			}
		})
	}
	tie := func(n int) func(*view.Context) tea.Cmd { return does(func(c *view.Context) { v.moveTie(c, n) }) }
	group := func(n int) func(*view.Context) tea.Cmd { return does(func(c *view.Context) { v.Move(c, n) }) }
	zoom := func(n int) func(*view.Context) tea.Cmd { return does(func(c *view.Context) { v.zoom(c, n) }) }
	return []view.Action{
		{ID: "next-tie", Keys: bind("l/→", "l", "right"), Title: "next tie, by date", Group: move, Where: view.Main, Foot: view.Foot{Rank: 3, Word: "tie", Keys: "h/l"}, Do: tie(1)},
		{ID: "previous-tie", Keys: bind("h/←", "h", "left"), Title: "previous tie", Group: move, Where: view.Main, Do: tie(-1)},
		{ID: "next-group", Keys: bind("j/↓", "j", "down"), Title: "next group", Group: move, Where: view.Main, Foot: view.Foot{Rank: 3, Word: "group", Keys: "j/k"}, Do: group(1)},
		{ID: "previous-group", Keys: bind("k/↑", "k", "up"), Title: "previous group", Group: move, Where: view.Main, Do: group(-1)},
		{ID: "groups-nearer", Keys: bind("z/+", "z", "+"), Title: "zoom in round the tie: months, days", Group: move, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "zoom", Keys: "z/Z"}, Do: zoom(1)},
		{ID: "groups-farther", Keys: bind("Z/-", "Z", "-"), Title: "zoom out", Group: move, Where: view.Main, Do: zoom(-1)},
		{ID: "groups-fit", Keys: bind("=", "="), Title: "fit the time of the tie", Group: move, Where: view.Main, Do: does(v.fit)},
		{ID: "tie-event", Keys: bind("o", "o"), Title: "the event that tells of the tie", Group: read, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "its event"}, Do: does(v.toEvent)},
		{ID: "allies-and-rivals", Keys: bind("v", "v"), Title: "allies and rivals of the group, or not", Group: read, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "allies"}, Do: does(v.equals)},
	}
}

func (v *View) moveTie(c *view.Context, n int) {
	was := v.state
	if v.state = v.state.NextTie(v.lineage, n); v.state == was {
		c.Say("There is no %s tie.", map[bool]string{true: "later", false: "earlier"}[n > 0])
	}
	v.hold(c)
}

// hold keeps the selected tie in sight.
func (v *View) hold(c *view.Context) {
	if t := v.tie(); t != nil {
		v.state.View = c.Calendar.Holding(v.state.View, c.Main.Dx(), v.span(t))
	}
}

// span is the days by which a tie is kept in sight.
func (v *View) span(t *lineage.Tie) calendar.Span {
	return calendar.Span{First: v.lineage.Day(t), Last: v.lineage.LastDay(t)}
}

func (v *View) zoom(c *view.Context, step int) {
	t := v.tie()
	if t == nil {
		return
	}
	was := v.state.View.Zoom
	v.state.View = c.Calendar.Zoomed(v.state.View, step, c.Main.Dx(), v.span(t))
	already := ""
	if v.state.View.Zoom == was {
		already = " already"
	}
	c.Say("The axis shows %s%s.", [...]string{"the whole period", "two years at most", "single days"}[v.state.View.Zoom], already)
}

func (v *View) fit(c *view.Context) {
	if t := v.tie(); t != nil {
		v.state.View = c.Calendar.Fitting(c.Main.Dx(), v.span(t))
	}
}

func (v *View) toEvent(c *view.Context) {
	i, ok := v.Selected(c)
	if !ok {
		c.Say("No event tells of this tie.")
		return
	}
	c.Show(i)
}

func (v *View) equals(c *view.Context) {
	v.state = v.state.ToggleEquals(v.lineage)
	if v.state.Equals {
		n, name := len(v.state.Ties(v.lineage))-len(v.lineage.Ties), v.lineage.Short(v.state.Group)
		if c.Say("%s of %s; v hides them.", english.Count(n, "ally or rival", "allies and rivals"), name); n == 0 {
			c.Say("No source tells of allies or rivals of %s.", name)
		}
	}
	v.hold(c)
}

// Move moves the cursor n groups down.
func (v *View) Move(c *view.Context, n int) {
	if v.lineage != nil {
		v.state = v.state.NextGroup(v.lineage, n)
		v.hold(c)
	}
}

// Scroll is Move.
func (v *View) Scroll(c *view.Context, n int) { v.Move(c, n) }

// End goes to the first tie or the last.
func (v *View) End(c *view.Context, direction int) {
	if v.lineage != nil {
		v.state = v.state.OnTie(v.lineage, direction*len(v.state.Ties(v.lineage)))
		v.hold(c)
	}
}

// Open opens the passages that the selected tie rests on.
func (v *View) Open(c *view.Context) tea.Cmd {
	t := v.tie()
	if t == nil {
		return nil
	}
	var passages []reader.Passage
	for _, claim := range t.Claims {
		passages = append(passages, reader.Passage{Says: v.lineage.Words(t), Date: claim.Date, Note: claim.Note, Cite: claim.Cite})
	}
	return reader.Choose(c, passages)
}

// Click selects the tie or the group under the mouse; on the selected tie it opens
// its passages.
func (v *View) Click(c *view.Context, x, y int) tea.Cmd {
	if v.lineage == nil {
		return nil
	}
	p := Draw(v.lineage, c.Calendar, v.state, c.Main.Dx(), c.Main.Dy())
	if id := p.Tie(x, y); id != "" {
		if id == v.state.Tie {
			return v.Open(c)
		}
		for n, t := range v.state.Ties(v.lineage) {
			if t.ID == id {
				v.state = v.state.OnTie(v.lineage, n)
			}
		}
	} else if id := p.Group(x, y); id != "" {
		v.state = v.state.OnGroup(v.lineage, id)
	}
	return nil
}
