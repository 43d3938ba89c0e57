package geomap

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/gazetteer"
	"timeline/internal/geo"
	"timeline/internal/query"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/ribbon"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// View is the map in the browser: above it the ribbon, whose window is the time that
// the map counts. Its cursor is a place.
type View struct {
	view.Drawing
	theMap  *Map // nil before the view is first shown
	state   State
	time    calendar.View
	tallies []gazetteer.Tally
	counted counted      // what tallies are of
	at      events.Index // the session's event when the reader was last here
}

// counted is what tallies depend on.
type counted struct {
	filters int
	window  calendar.Span
}

// NewView returns the view.
func NewView() *View {
	v := &View{at: -1}
	v.On = v.draw
	return v
}

// Info names the view.
func (v *View) Info() view.Info {
	return view.Info{ID: "map-view", Key: "7", Title: "map: where it happened", Opens: "its events"}
}

// Enter shows the time that the session shows, and goes to the spot of its event; if
// that is the same as before, or at no spot, the place stays.
func (v *View) Enter(c *view.Context) {
	v.time = c.Time
	if v.theMap == nil {
		v.theMap = New(c.Data)
		v.Follow(c)
		v.state = v.theMap.Start(v.tallies)
	}
	v.Follow(c)
	if i, ok := c.Current(); ok && i != v.at {
		v.at = i
		v.toEvent(c, i)
	}
}

// toEvent goes to the spot of an event. A region or country is none: going there would
// only move the map away from the spots.
func (v *View) toEvent(c *view.Context, i events.Index) {
	for _, n := range c.Data.PinsOf(i) {
		if p := &c.Data.Places[n]; gazetteer.Spot(p) {
			w, h := v.size(c)
			v.state = v.theMap.Select(v.state, p.ID, w, h)
			return
		}
	}
}

// Follow counts anew when the filters or the window changed.
func (v *View) Follow(c *view.Context) {
	if now := (counted{c.Filters, v.window(c)}); v.tallies == nil || v.counted != now {
		v.counted, v.tallies = now, gazetteer.Tallies(c.Data, c.Shown, now.window)
	}
}

// Reopen draws the places as they are now, round the same one.
func (v *View) Reopen(c *view.Context) {
	if v.theMap == nil {
		return
	}
	v.theMap, v.tallies, v.at = New(c.Data), nil, -1
	v.Follow(c)
	if c.Data.Place(v.state.Place) == nil {
		v.state = v.theMap.Start(v.tallies)
	}
}

// Record is the place at the cursor.
func (v *View) Record(*view.Context) (kind, id string, ok bool) {
	return "places", v.state.Place, v.state.Place != ""
}

func (v *View) window(c *view.Context) calendar.Span { return c.Calendar.Window(v.time, c.Main.Dx()) }

// Back shows the whole time again.
func (v *View) Back(*view.Context) bool {
	if v.time.Zoom == calendar.ZoomWhole {
		return false
	}
	v.time = calendar.View{}
	return true
}

// bars is how many rows of bars the ribbon has; 0: there is no room for it.
func bars(h int) int {
	switch {
	case h >= 28:
		return 2
	case h >= 14:
		return 1
	}
	return 0
}

// top is how many rows stand above the map: axis, bars, rule.
func top(h int) int {
	if n := bars(h); n > 0 {
		return n + 2
	}
	return 0
}

func (v *View) draw(c *view.Context, w, h int) *canvas.Canvas {
	out := canvas.New(w, h)
	rows := top(h)
	if rows > 0 {
		v.drawRibbon(c, out, w, bars(h))
	}
	out.Paste(0, rows, v.theMap.Draw(v.state, v.tallies, w, h-rows).Canvas)
	if l := layoutOf(w, h); rows > 0 && l.list > 0 {
		out.Set(l.mapWidth, rows-1, '┬', theme.Rule)
	}
	return out
}

// drawRibbon draws the bars of the events that pass the filters, and below them the
// whole period with the window in brackets, if it is a part.
func (v *View) drawRibbon(c *view.Context, out *canvas.Canvas, w, bars int) {
	s := c.Calendar.Scale(v.time, w, calendar.RibbonCells(w))
	ribbon.Axis(out, 0, 0, s)
	ribbon.Bars(out, 0, 1, bars, s, c.Tally.Weights(s))
	ribbon.Rules(out, 0, 1, bars, s)
	if v.time.Zoom == calendar.ZoomWhole {
		out.Fill(0, bars+1, w, '─', theme.Rule)
		return
	}
	whole := c.Calendar.Scale(calendar.View{}, w, calendar.RibbonCells(w))
	ribbon.Overview(out, 0, bars+1, w, whole, c.Tally.Weights(whole), s.Span(), calendar.Extent{})
}

// Title says what part of the world is shown and, if it is not all of it, what time.
func (v *View) Title(c *view.Context) string {
	title := v.theMap.Title(v.state)
	if v.time.Zoom != calendar.ZoomWhole {
		title += " · " + v.words(c)
	}
	return title
}

// words is the time that is counted: "March 2012 – February 2013".
func (v *View) words(c *view.Context) string {
	w, of := v.window(c), edtf.OfDay
	if v.time.Zoom == calendar.ZoomMonths {
		of = func(day edtf.Day) edtf.Date {
			y, m, _ := day.Civil()
			return edtf.OfMonth(y, m)
		}
	}
	return of(w.First).English(edtf.Long) + " – " + of(w.Last).English(edtf.Long)
}

// Legend is the signs of the map.
func (v *View) Legend(*view.Context) [][2]string {
	return [][2]string{
		{"•  ●", "a town or site; of four events or more"},
		{"○", "an area round that spot"},
		{"╱ name ╱", "a region: somewhere in it, at no spot"},
		{"NAME  □", "a country: somewhere in it, at no spot"},
		{"17+3", "seventeen events certainly in this time, three possibly"},
		{"[name]", "the place at the cursor; a region lights up its borders"},
		{"→ ↑ ← ↓", "off this map, that way"},
		{"⡇ ⠒", "coasts, borders (dashed: disputed), rivers, lakes"},
		{"", geo.Credit},
	}
}

// Actions are the keys of the map.
func (v *View) Actions() []view.Action {
	const g = "Move"
	bind, quiet := view.Bind, view.Quiet
	step := func(to gazetteer.Direction) func(*view.Context) tea.Cmd {
		return quiet(func(c *view.Context) { v.step(c, to) })
	}
	count := func(n int) func(*view.Context) tea.Cmd { return quiet(func(c *view.Context) { v.Move(c, n) }) }
	scale := func(n int) func(*view.Context) tea.Cmd {
		return quiet(func(*view.Context) { v.state = v.theMap.Zoom(v.state, n) })
	}
	shift := func(months int) func(*view.Context) tea.Cmd {
		return quiet(func(c *view.Context) { v.shift(c, months) })
	}
	zoom := func(n int) func(*view.Context) tea.Cmd { return quiet(func(c *view.Context) { v.zoom(c, n) }) }
	return []view.Action{
		{ID: "place-south", Keys: bind("j/↓", "j", "down"), Title: "nearest place to the south", Group: g, Where: view.Main, Foot: view.Foot{Rank: 3, Word: "place", Keys: "h/j/k/l"}, Do: step(gazetteer.South)},
		{ID: "place-north", Keys: bind("k/↑", "k", "up"), Title: "nearest place to the north", Group: g, Where: view.Main, Do: step(gazetteer.North)},
		{ID: "place-west", Keys: bind("h/←", "h", "left"), Title: "nearest place to the west", Group: g, Where: view.Main, Do: step(gazetteer.West)},
		{ID: "place-east", Keys: bind("l/→", "l", "right"), Title: "nearest place to the east", Group: g, Where: view.Main, Do: step(gazetteer.East)},
		{ID: "next-place", Keys: bind("tab", "tab"), Title: "next place by the number of events", Group: g, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "by count"}, Do: count(1)},
		{ID: "previous-place", Keys: bind("shift+tab", "shift+tab"), Title: "previous place by the number of events", Group: g, Where: view.Main, Do: count(-1)},
		{ID: "map-nearer", Keys: bind("z", "z"), Title: "nearer, round the place", Group: g, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "nearer, farther", Keys: "z/Z"}, Do: scale(1)},
		{ID: "map-farther", Keys: bind("Z", "Z"), Title: "farther away", Group: g, Where: view.Main, Do: scale(-1)},
		{ID: "month-earlier", Keys: bind("[", "["), Title: "the time a month earlier", Group: g, Where: view.Main, Foot: view.Foot{Rank: 4, Word: "time", Keys: "[ ]"}, Do: shift(-1)},
		{ID: "month-later", Keys: bind("]", "]"), Title: "the time a month later", Group: g, Where: view.Main, Do: shift(1)},
		{ID: "year-earlier", Keys: bind("{", "{"), Title: "the time a year earlier", Group: g, Where: view.Main, Do: shift(-12)},
		{ID: "year-later", Keys: bind("}", "}"), Title: "the time a year later", Group: g, Where: view.Main, Do: shift(12)},
		{ID: "shorter-time", Keys: bind("+", "+", "="), Title: "a shorter time: two years, months", Group: g, Where: view.Main, Do: zoom(1)},
		{ID: "longer-time", Keys: bind("-", "-"), Title: "a longer time", Group: g, Where: view.Main, Do: zoom(-1)},
	}
}

// size is the cells that the map has.
func (v *View) size(c *view.Context) (w, h int) {
	return c.Main.Dx(), c.Main.Dy() - top(c.Main.Dy())
}

func (v *View) step(c *view.Context, to gazetteer.Direction) {
	w, h := v.size(c)
	was := v.state.Place
	if v.state = v.theMap.Step(v.state, to, v.tallies, w, h); v.state.Place == was {
		c.Say("There is no place farther %s.", [...]string{"north", "east", "south", "west"}[to])
	}
}

// Move goes n places on by the number of events.
func (v *View) Move(c *view.Context, n int) {
	w, h := v.size(c)
	v.state = v.theMap.ByCount(v.state, n, v.tallies, w, h)
}

// Scroll is Move, by one place.
func (v *View) Scroll(c *view.Context, n int) { v.Move(c, min(max(n, -1), 1)) }

// End goes to the place with most events or with fewest.
func (v *View) End(c *view.Context, direction int) {
	if n := len(v.tallies); n > 0 {
		w, h := v.size(c)
		v.state = v.theMap.Select(v.state, v.tallies[max(direction, 0)*(n-1)].Place.ID, w, h)
	}
}

// round is the days round which the time narrows: those of the session's event.
func (v *View) round(c *view.Context) calendar.Span {
	if i, ok := c.Current(); ok && v.time.Zoom == calendar.ZoomWhole {
		return c.Calendar.Outer(i)
	}
	return v.window(c)
}

func (v *View) zoom(c *view.Context, step int) {
	was := v.time.Zoom
	v.time = c.Calendar.Zoomed(v.time, step, c.Main.Dx(), v.round(c))
	switch {
	case v.time.Zoom == was:
		c.Say("There is no %s time to show.", map[bool]string{true: "shorter", false: "longer"}[step > 0])
	case v.time.Zoom == calendar.ZoomWhole:
		c.Say("All of the time.")
	default:
		c.Say("Only %s; esc shows all of the time.", v.words(c))
	}
}

// shift moves the time by months; from the whole period it first narrows to the time
// round the session's event.
func (v *View) shift(c *view.Context, months int) {
	const days = 30
	switch v.time.Zoom {
	case calendar.ZoomWhole:
		v.zoom(c, 1)
		return
	case calendar.ZoomMonths:
		v.time = c.Calendar.Stepped(v.time, c.Main.Dx(), months)
	default:
		v.time = c.Calendar.Stepped(v.time, c.Main.Dx(), months*days)
	}
	c.Say("Only %s; esc shows all of the time.", v.words(c))
}

// Open lists the events of the place, of those that pass the filters and of the time
// that is shown.
func (v *View) Open(c *view.Context) tea.Cmd {
	if v.state.Place == "" {
		c.Warn("There is no place here.")
		return nil
	}
	q := c.Query.With(query.Term{Key: query.KeyPlace, Values: []string{v.state.Place}})
	if v.time.Zoom != calendar.ZoomWhole {
		w := v.window(c)
		q = q.With(query.Term{Key: query.KeyOverlaps, Values: []string{w.First.String() + "/" + w.Last.String()}})
	}
	var pinned gazetteer.Tally // what the map counts there
	if n := slices.IndexFunc(v.tallies, func(t gazetteer.Tally) bool { return t.Place.ID == v.state.Place }); n >= 0 {
		pinned = v.tallies[n]
	}
	c.Home()
	c.FilterSaid(q)
	if n := len(c.Shown); n != pinned.All() {
		c.Say("%s of %s in any role; the map counts where they happened: %s.", english.Count(n, "event", "events"), c.Data.Place(v.state.Place).Name, pinned.Words())
	}
	return nil
}

// Click selects the place under the mouse, or the next of several there; on the
// selected one alone it lists its events. On the ribbon it goes to that time.
func (v *View) Click(c *view.Context, x, y int) tea.Cmd {
	w, h := v.size(c)
	rows := top(c.Main.Dy())
	if y < rows {
		v.toTime(c, x, y == rows-1)
		return nil
	}
	ids := v.theMap.Draw(v.state, v.tallies, w, h).Places(x, y-rows)
	if len(ids) == 0 {
		return nil
	}
	next := (slices.Index(ids, v.state.Place) + 1) % len(ids)
	if ids[next] == v.state.Place {
		return v.Open(c)
	}
	v.state = v.theMap.Select(v.state, ids[next], w, h)
	return nil
}

// toTime goes to the time of a bin of the ribbon or, in the overview, of the whole.
func (v *View) toTime(c *view.Context, x int, overview bool) {
	w := c.Main.Dx()
	time := v.time
	if overview {
		time = calendar.View{}
	}
	s := c.Calendar.Scale(time, w, calendar.RibbonCells(w))
	if x >= s.Width() || overview && v.time.Zoom == calendar.ZoomWhole {
		return
	}
	v.time = c.Calendar.Centred(max(v.time.Zoom, calendar.ZoomMonths), w, s.Bins[s.BinAt(x)].Middle())
	c.Say("Only %s; esc shows all of the time.", v.words(c))
}
