package ui

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"timeline/internal/query"
	"timeline/internal/session"
	"timeline/internal/sorting"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/tour"
	"timeline/internal/ui/view"
)

// headings are those of the help, in order.
var headings = []string{"Move", "Read", "Find and filter", "Keep", "In a tour", "In a quiz", "Program"}

// general are the actions of every view, in the order of the help.
func general(m *Model) []view.Action {
	return slices.Concat(moving(m), reading(m), filtering(), keeping(m), program(m))
}

// inTimeline tells whether events are listed: elsewhere the footer has no room for
// what is about them.
func inTimeline(c *view.Context) bool { return c.View.Info().Timeline }

func moving(m *Model) []view.Action {
	const g = "Move"
	const all, lines = view.Anywhere, view.Side | view.Reader
	bind, quiet := view.Bind, view.Quiet
	move := func(n int) func(*view.Context) tea.Cmd {
		return quiet(func(c *view.Context) { p, _ := c.Pane(); p.Move(c, n) })
	}
	page := func(direction, part int) func(*view.Context) tea.Cmd {
		return quiet(func(*view.Context) { m.page(direction, part) })
	}
	end := func(direction int) func(*view.Context) tea.Cmd {
		return quiet(func(c *view.Context) { p, _ := c.Pane(); p.End(c, direction) })
	}
	step := func(of func(*view.Context) session.Unit, n int) func(*view.Context) tea.Cmd {
		return quiet(func(c *view.Context) {
			if u := of(c); !c.Step(u, n) {
				c.Say("%s", session.NoStep(u, n))
			} else if f, ok := c.View.(view.Folder); ok {
				f.Land(c)
			}
		})
	}
	year := func(*view.Context) session.Unit { return session.Year }
	month := func(*view.Context) session.Unit { return session.Month }
	zoom := func(c *view.Context) session.Unit { return c.Zoom }
	return []view.Action{
		{ID: "down", Keys: bind("j/↓", "j", "down"), Title: "next event", Group: g, Where: view.Main, Foot: view.Foot{Rank: 2, Word: "move", Keys: "j/k"}, Do: move(1)},
		{ID: "up", Keys: bind("k/↑", "k", "up"), Title: "previous event", Group: g, Where: view.Main, Do: move(-1)},
		{ID: "scroll-down", Keys: bind("j/↓", "j", "down"), Title: "scroll down", Group: g, Where: lines, Foot: view.Foot{Rank: 2, Word: "scroll", Keys: "j/k"}, Do: move(1)},
		{ID: "scroll-up", Keys: bind("k/↑", "k", "up"), Title: "scroll up", Group: g, Where: lines, Do: move(-1)},
		{ID: "page-down", Keys: bind("PgDn/space", "pgdown", "space"), Title: "a page down", Group: g, Where: all, Do: page(1, 1)},
		{ID: "page-up", Keys: bind("PgUp/b", "pgup", "b"), Title: "a page up", Group: g, Where: all, Do: page(-1, 1)},
		{ID: "half-down", Keys: bind("^D", "ctrl+d"), Title: "half a page down", Group: g, Where: all, Do: page(1, 2)},
		{ID: "half-up", Keys: bind("^U", "ctrl+u"), Title: "half a page up", Group: g, Where: all, Do: page(-1, 2)},
		{ID: "first", Keys: bind("g/Home", "g", "home"), Title: "to the first", Group: g, Where: all, Do: end(-1)},
		{ID: "last", Keys: bind("G/End", "G", "end"), Title: "to the last", Group: g, Where: all, Do: end(1)},
		{ID: "previous-month", Keys: bind("[", "["), Title: "previous month with events", Group: g, Where: all, Events: true, Foot: view.Foot{Rank: 14, Word: "month", Keys: "[ ]", When: inTimeline}, Do: step(month, -1)},
		{ID: "next-month", Keys: bind("]", "]"), Title: "next month with events", Group: g, Where: all, Events: true, Do: step(month, 1)},
		{ID: "previous-year", Keys: bind("{", "{"), Title: "previous year with events", Group: g, Where: all, Events: true, Do: step(year, -1)},
		{ID: "next-year", Keys: bind("}", "}"), Title: "next year with events", Group: g, Where: all, Events: true, Do: step(year, 1)},
		{ID: "next-event", Keys: bind("J", "J"), Title: "next event, still reading", Group: g, Where: all, Events: true, Foot: view.Foot{Rank: 12, Word: "event", Keys: "J/K", When: inTimeline}, Do: quiet(func(c *view.Context) { along(c, 1) })},
		{ID: "previous-event", Keys: bind("K", "K"), Title: "previous event, still reading", Group: g, Where: all, Events: true, Do: quiet(func(c *view.Context) { along(c, -1) })},
		{ID: "zoom-in", Keys: bind("z/+", "z", "+"), Title: "zoom in: all, months, days", Group: g, Where: all, Foot: view.Foot{Rank: 13, Word: "zoom", Keys: "z/Z", When: inTimeline}, Do: view.ZoomIn("The ribbon shows", 1)},
		{ID: "zoom-out", Keys: bind("Z/-", "Z", "-"), Title: "zoom out", Group: g, Where: all, Do: view.ZoomIn("The ribbon shows", -1)},
		{ID: "fit", Keys: bind("=", "="), Title: "fit the selected event on the ribbon", Group: g, Where: all, Do: quiet(m.fit), Why: (*view.Context).NoEvent},
		{ID: "step-back", Keys: bind("<", "<"), Title: "back by the zoom's unit", Group: g, Where: all, Events: true, Do: step(zoom, -1)},
		{ID: "step-on", Keys: bind(">", ">"), Title: "on by the zoom's unit", Group: g, Where: all, Events: true, Do: step(zoom, 1)},
		{ID: "go-to", Keys: bind("t", "t"), Title: "go to a date, an event id, or +2w", Group: g, Where: all, Events: true, Foot: view.Foot{Rank: 7, Word: "date", When: inTimeline}, Do: quiet(askGoto)},
		{ID: "back-to", Keys: bind("^O", "ctrl+o"), Title: "back to where I was", Group: g, Where: all, Events: true, Do: quiet(func(c *view.Context) { c.Back() }), Why: (*view.Context).NoBack},
	}
}

// along goes n events on, over what the view has folded away.
func along(c *view.Context, n int) {
	if f, ok := c.View.(view.Folder); ok {
		f.Along(c, n)
		return
	}
	c.Move(n)
}

func reading(m *Model) []view.Action {
	const g = "Read"
	bind, quiet := view.Bind, view.Quiet
	return []view.Action{
		{ID: "open", Keys: bind("enter", "enter", "l", "right"), Title: "read the excerpts", Group: g, Where: view.Main | view.Side, Foot: view.Foot{Rank: 3}, Do: func(c *view.Context) tea.Cmd { return c.View.Open(c) }, Why: func(c *view.Context) string {
			if !inTimeline(c) {
				return ""
			}
			return c.NoEvent()
		}},
		{ID: "other-pane", Keys: bind("tab", "tab", "shift+tab"), Title: "to the other pane", Group: g, Where: view.Main | view.Side, Foot: view.Foot{Rank: 15, Word: "detail", Keys: "tab", When: func(c *view.Context) bool { _, scope := c.Pane(); return scope == view.Main && c.View.Side() != nil }}, Do: quiet(func(*view.Context) { m.otherPane() })},
		{ID: "close", Keys: bind("esc/h/←", "esc", "h", "left"), Title: "back one step", Group: g, Where: view.Anywhere, Foot: view.Foot{Rank: 6, Word: "back", Keys: "esc", When: func(c *view.Context) bool { _, scope := c.Pane(); return scope != view.Main || !inTimeline(c) }}, Do: quiet(func(*view.Context) { m.stepBack() })},
		{ID: "along", Keys: bind("o", "o"), Title: "along the same actor, place, source, or a link", Group: g, Where: view.Anywhere, Foot: view.Foot{Rank: 10, Word: "along", When: inTimeline}, Do: quiet(pickAlong), Why: whenSelected},
	}
}

// whenSelected is for what is done to one event.
func whenSelected(c *view.Context) string {
	if _, ok := c.Selected(); ok {
		return ""
	}
	if !inTimeline(c) {
		return "no event is selected here, 1 shows the timeline"
	}
	return c.NoEvent()
}

// whenCopied is for copying: of one event, or the picture.
func whenCopied(c *view.Context) string {
	if _, ok := c.View.(view.Picture); ok {
		return ""
	}
	return whenSelected(c)
}

func filtering() []view.Action {
	const g = "Find and filter"
	bind, quiet, all := view.Bind, view.Quiet, view.Anywhere
	match := func(n int) func(*view.Context) tea.Cmd {
		return func(c *view.Context) tea.Cmd {
			around, ok := c.ToMatch(n)
			if !ok {
				return warnNowhere(c)
			}
			c.Say("%s%s", c.Match(), around)
			return nil
		}
	}
	noSearch := func(c *view.Context) string { return c.NoSearch() }
	return []view.Action{
		{ID: "search", Keys: bind("/", "/"), Title: "search the text", Group: g, Where: all, Events: true, Foot: view.Foot{Rank: 8, Word: "search", When: inTimeline}, Do: quiet(askSearch)},
		{ID: "next-match", Keys: bind("n", "n"), Title: "next match", Group: g, Where: all, Events: true, Do: match(1), Why: noSearch},
		{ID: "previous-match", Keys: bind("N", "N"), Title: "previous match", Group: g, Where: all, Events: true, Do: match(-1), Why: noSearch},
		{ID: "actors", Keys: bind("a", "a"), Title: "filter by actor", Group: g, Where: all, Events: true, Foot: view.Foot{Rank: 9, Word: "who", When: inTimeline}, Do: quiet(pickActors)},
		{ID: "facets", Keys: bind("f", "f"), Title: "filter by type, place, source, precision …", Group: g, Where: all, Events: true, Foot: view.Foot{Rank: 5, Word: "filter", When: inTimeline}, Do: quiet(pickFacets)},
		{ID: "query", Keys: bind("F", "F"), Title: "edit the query", Group: g, Where: all, Events: true, Do: quiet(askQuery)},
		{ID: "clear-last", Keys: bind("x", "x"), Title: "take the last filter off", Group: g, Where: all, Foot: view.Foot{Rank: 5, Word: "filter off", Brief: "off", When: func(c *view.Context) bool { return inTimeline(c) && c.NoFilter() == "" }}, Do: quiet(func(c *view.Context) {
			t, _ := c.ClearLast()
			c.Say("Off: %s.", t.Label(c.Data))
		}), Why: (*view.Context).NoFilter},
		{ID: "clear-all", Keys: bind("X", "X"), Title: "take all filters off", Group: g, Where: all, Do: quiet(func(c *view.Context) {
			c.Filter(query.Query{})
			c.Say("All filters are off.")
		}), Why: (*view.Context).NoFilter},
	}
}

func keeping(m *Model) []view.Action {
	const g = "Keep"
	bind, quiet, all := view.Bind, view.Quiet, view.Anywhere
	return []view.Action{
		{ID: "copy", Keys: bind("y", "y"), Title: "copy citation, quotation, id …", Group: g, Where: all, Foot: view.Foot{Rank: 11, Word: "copy", When: inTimeline}, Do: quiet(pickCopy), Why: whenCopied},
		{ID: "show-copied", Keys: bind("Y", "Y"), Title: "show what was copied, to copy it by hand", Group: g, Where: all, Do: quiet(reader.ShowCopied), Why: (*view.Context).NotCopied},
		{ID: "bookmark", Keys: bind("m", "m"), Title: "set or remove a bookmark", Group: g, Where: all, Foot: view.Foot{Rank: 16, Word: "bookmark", When: inTimeline}, Do: toggleBookmark, Why: whenSelected},
		{ID: "bookmarks", Keys: bind("'", "'"), Title: "go to a bookmark", Group: g, Where: all, Events: true, Do: quiet(pickBookmarks)},
		{ID: "edit", Keys: bind("e/^E", "e", "ctrl+e"), Title: "edit the file in your editor ($VISUAL, $EDITOR)", Group: g, Where: all, Foot: view.Foot{Rank: 17, Word: "edit", Keys: "e", When: inFolder}, Do: m.edit},
		{ID: "reread", Keys: bind("^R", "ctrl+r"), Title: "read the files again", Group: g, Where: all, Do: m.reread},
	}
}

func program(m *Model) []view.Action {
	const g = "Program"
	bind, quiet, all := view.Bind, view.Quiet, view.Anywhere
	var list []view.Action
	for _, v := range m.views {
		i := v.Info()
		list = append(list, view.Action{ID: i.ID, Keys: bind(i.Key, i.Key), Title: i.Title, Group: g, Where: all, Do: func(c *view.Context) tea.Cmd { return c.Go(v) }})
	}
	return append(list,
		view.Action{ID: "tours", Keys: bind("T/F5", "T", "f5"), Title: "tours for a class, and quizzes; back to the paused tour", Group: g, Where: all, Do: quiet(m.tours.Go)},
		view.Action{ID: "help", Keys: bind("?", "?", "f1"), Title: "these keys", Group: g, Where: all, Foot: view.Foot{Rank: 1, Word: "keys and signs", Brief: "keys", Last: true}, Do: quiet(m.pickHelp)},
		view.Action{ID: "palette", Keys: bind(":", ":"), Title: "run an action by name", Group: g, Where: all, Do: quiet(m.pickPalette)},
		view.Action{ID: "mouse", Keys: bind("^T", "ctrl+t"), Title: "mouse on or off (off: select text with it)", Group: g, Where: all, Do: quiet(func(*view.Context) { m.toggleMouse() })},
		view.Action{ID: "signs", Keys: view.Bind(""), Title: "signs: draw with full signs, without braille, or with ASCII", Group: g, Where: all, Do: quiet(func(c *view.Context) {
			c.Signs = (c.Signs + 1) % (theme.ASCII + 1)
			c.Looks++
			c.Say("The signs are %s now. :signs turns on; --signs %s starts so.", c.Signs, c.Signs)
		})},
		view.Action{ID: "suspend", Keys: bind("^Z", "ctrl+z"), Title: "suspend to the shell", Group: g, Where: all, Do: func(*view.Context) tea.Cmd { return tea.Suspend }},
		view.Action{ID: "quit", Keys: bind("q", "q"), Title: "back one step, then quit", Group: g, Where: all, Foot: view.Foot{Rank: 18, Word: "quit"}, Do: func(*view.Context) tea.Cmd { return m.backOrQuit() }},
		view.Action{ID: "quit-now", Keys: bind("^C", "ctrl+c"), Title: "quit", Group: g, Where: all, Do: func(*view.Context) tea.Cmd { return tea.Quit }},
	)
}

// here are the actions that have a key where the keyboard is, in the order of the
// help: those of the pane itself take keys from the general ones, and those of a
// picture come first.
func (m *Model) here() []view.Action {
	return slices.DeleteFunc(m.offered(), func(a view.Action) bool { return len(a.Keys.Keys()) == 0 })
}

// offered are all actions in force where the keyboard is, also those whose keys stand
// for something else there, or that have none.
func (m *Model) offered() []view.Action {
	pane, scope := m.c.Pane()
	own := pane.Actions()
	taken := map[string]bool{}
	for _, a := range own {
		for _, k := range a.Keys.Keys() {
			taken[k] = true
		}
	}
	if _, ok := m.typist(); ok {
		for r := 'a'; r <= 'z'; r++ {
			taken[string(r)], taken[string(unicode.ToUpper(r))] = true, true
		}
	}
	general := slices.DeleteFunc(slices.Clone(m.general), func(a view.Action) bool {
		return a.Where&scope == 0 || !m.works(a, scope)
	})
	for n, a := range general {
		if general[n].Keys = left(a.Keys, taken); general[n].Keys.Help().Key != a.Keys.Help().Key {
			general[n].Foot.Keys = ""
		}
		if info := m.c.View.Info(); a.ID == "open" && !info.Timeline {
			general[n].Title = info.Opens
		}
	}
	if _, draws := pane.(view.Picture); draws { // its keys are less known
		return inOrder(append(slices.Clone(own), general...))
	}
	return inOrder(append(general, own...))
}

// works tells whether a general action does in the view that is shown. In one that takes
// the whole screen those about the program do, and in a text over it those that move it
// and close it.
func (m *Model) works(a view.Action, scope view.Scope) bool {
	if _, whole := m.whole(); !whole {
		return true
	}
	return a.Group == "Program" || scope == view.Reader && (a.ID == "close" || a.Group == "Move" && !a.Events)
}

// left is what is left of a binding where some of its keys are taken.
func left(b key.Binding, taken map[string]bool) key.Binding {
	free := slices.DeleteFunc(slices.Clone(b.Keys()), func(k string) bool { return taken[k] })
	if len(free) == len(b.Keys()) {
		return b
	}
	arrows := map[string]string{"↓": "down", "↑": "up", "←": "left", "→": "right"}
	names := slices.DeleteFunc(strings.Split(b.Help().Key, "/"), func(name string) bool {
		return taken[cmp.Or(arrows[name], name)]
	})
	return view.Bind(strings.Join(names, "/"), free...)
}

// table is every action of the browser, in the order of the help, and for each that one
// view alone has, the name of that view: "lanes".
func table() (all []view.Action, of map[string]string) {
	m := &Model{views: views(false), tours: tour.New(tour.Config{})}
	all, of = append(general(m), (&reader.Reader{}).Actions()...), map[string]string{}
	for _, v := range append(m.views, m.tours.Views()...) {
		for _, a := range v.Actions() {
			all = append(all, a)
			of[a.ID] = cmp.Or(strings.ToLower(v.Info().Name), strings.TrimSuffix(v.Info().ID, "-view"))
		}
	}
	return inOrder(all), of
}

func inOrder(actions []view.Action) []view.Action {
	sorting.Records(actions, func(a, b *view.Action) int {
		return slices.Index(headings, a.Group) - slices.Index(headings, b.Group)
	})
	return actions
}

// actionFor finds the action of a key where the keyboard is now.
func (m *Model) actionFor(k tea.KeyPressMsg) (view.Action, bool) {
	pane, scope := m.c.Pane()
	for _, a := range pane.Actions() {
		if a.Where&scope != 0 && key.Matches(k, a.Keys) {
			return a, true
		}
	}
	for _, a := range m.general {
		if a.Where&scope != 0 && m.works(a, scope) && key.Matches(k, a.Keys) {
			return a, true
		}
	}
	return view.Action{}, false
}

// do runs an action, or says why it cannot be done.
func (m *Model) do(a view.Action) tea.Cmd {
	if a.Why != nil {
		if reason := a.Why(m.c); reason != "" {
			m.c.Warn("%s: %s.", a.Title, reason)
			return nil
		}
	}
	if a.Events {
		m.c.Home()
	}
	return a.Do(m.c)
}

// bookmarkSaved tells when a bookmark could not be saved.
func bookmarkSaved(save func() error) tea.Cmd {
	return func() tea.Msg {
		err := save()
		return view.Later(func(c *view.Context) {
			if err != nil {
				c.Warn("%s: %v", session.NotSaved, err)
			}
		})
	}
}

func toggleBookmark(c *view.Context) tea.Cmd {
	i, _ := c.Selected()
	id := c.Data.IDs.At(int(i))
	on := !c.Marked(id)
	c.Say("%s", map[bool]string{true: "Bookmarked. ' lists the bookmarks.", false: "Bookmark removed."}[on])
	return bookmarkSaved(c.Mark(id, on))
}
