package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"timeline/internal/query"
)

// scope says where an action's keys work.
type scope uint8

const (
	inList   scope = 1 << iota // the list has the keyboard
	inSide                     // the detail has it
	inReader                   // an excerpt or an article is open
	anywhere = inList | inSide | inReader
)

// action is one thing that a person can do: its keys, its name and what it
// does. Dispatch, the footer, the help, the palette and docs/keys.md all come
// from the one table of actions.
type action struct {
	id    string // stable name, for the palette and the docs
	keys  key.Binding
	title string
	group string // heading in the help
	where scope
	list  bool // it is about the list of events: the other views give way to it
	run   func(Model) (Model, tea.Cmd)
	why   func(Model) string // why it cannot be done now; empty if it can
}

func bind(help string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, ""))
}

// plain makes an action's function of one that needs no command.
func plain(f func(Model) Model) func(Model) (Model, tea.Cmd) {
	return func(m Model) (Model, tea.Cmd) { return f(m), nil }
}

func whenListed(m Model) string {
	if len(m.shown) == 0 {
		return "no event is shown"
	}
	return ""
}

// whenSelected is for what is done to one event: the other views show none.
func whenSelected(m Model) string {
	if m.view != viewTimeline {
		return "no event is selected here, 1 shows the timeline"
	}
	return whenListed(m)
}

func whenOpenable(m Model) string {
	if m.view != viewTimeline {
		return ""
	}
	return whenListed(m)
}

func whenFiltered(m Model) string {
	if m.query.Empty() {
		return "no filter is set"
	}
	return ""
}

func whenFound(m Model) string {
	if len(m.found.words) == 0 {
		return "nothing is searched for: / searches"
	}
	return ""
}

// newTable is every action, in the order of the help.
func newTable() []action {
	var t []action
	t = append(t, moving()...)
	t = append(t, reading()...)
	t = append(t, filtering()...)
	t = append(t, keeping()...)
	return append(t, program()...)
}

func moving() []action {
	const g = "Move"
	return []action{
		{id: "down", keys: bind("j/↓", "j", "down"), title: "next event", group: g, where: inList, run: plain(func(m Model) Model { return m.moved(1) })},
		{id: "up", keys: bind("k/↑", "k", "up"), title: "previous event", group: g, where: inList, run: plain(func(m Model) Model { return m.moved(-1) })},
		{id: "scroll-down", keys: bind("j/↓", "j", "down"), title: "scroll down", group: g, where: inSide | inReader, run: plain(func(m Model) Model { return m.sideScrolled(1) })},
		{id: "scroll-up", keys: bind("k/↑", "k", "up"), title: "scroll up", group: g, where: inSide | inReader, run: plain(func(m Model) Model { return m.sideScrolled(-1) })},
		{id: "page-down", keys: bind("PgDn/space", "pgdown", "space"), title: "a page down", group: g, where: anywhere, run: plain(func(m Model) Model { return m.paged(1, 1) })},
		{id: "page-up", keys: bind("PgUp/b", "pgup", "b"), title: "a page up", group: g, where: anywhere, run: plain(func(m Model) Model { return m.paged(-1, 1) })},
		{id: "half-down", keys: bind("^D", "ctrl+d"), title: "half a page down", group: g, where: anywhere, run: plain(func(m Model) Model { return m.paged(1, 2) })},
		{id: "half-up", keys: bind("^U", "ctrl+u"), title: "half a page up", group: g, where: anywhere, run: plain(func(m Model) Model { return m.paged(-1, 2) })},
		{id: "first", keys: bind("g/Home", "g", "home"), title: "to the first", group: g, where: anywhere, run: plain(func(m Model) Model { return m.toEnd(-1) })},
		{id: "last", keys: bind("G/End", "G", "end"), title: "to the last", group: g, where: anywhere, run: plain(func(m Model) Model { return m.toEnd(1) })},
		{id: "previous-month", keys: bind("[", "["), title: "previous month with events", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.stepped(unitMonth, -1) })},
		{id: "next-month", keys: bind("]", "]"), title: "next month with events", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.stepped(unitMonth, 1) })},
		{id: "previous-year", keys: bind("{", "{"), title: "previous year with events", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.stepped(unitYear, -1) })},
		{id: "next-year", keys: bind("}", "}"), title: "next year with events", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.stepped(unitYear, 1) })},
		{id: "next-event", keys: bind("J", "J"), title: "next event, still reading", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.movedTo(m.pos + 1) })},
		{id: "previous-event", keys: bind("K", "K"), title: "previous event, still reading", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.movedTo(m.pos - 1) })},
		{id: "zoom-in", keys: bind("z/+", "z", "+", "="), title: "zoom in: years, months, days", group: g, where: anywhere, run: plain(func(m Model) Model { return m.zoomedSaid(1) })},
		{id: "zoom-out", keys: bind("Z/-", "Z", "-"), title: "zoom out", group: g, where: anywhere, run: plain(func(m Model) Model { return m.zoomedSaid(-1) })},
		{id: "step-back", keys: bind("<", "<"), title: "back by the zoom's unit", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.stepped(m.zoomUnit(), -1) })},
		{id: "step-on", keys: bind(">", ">"), title: "on by the zoom's unit", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.stepped(m.zoomUnit(), 1) })},
		{id: "go-to", keys: bind("t", "t"), title: "go to a date, an event id, or +2w", group: g, where: anywhere, list: true, run: ask(promptGoto)},
		{id: "back-to", keys: bind("^O", "ctrl+o"), title: "back to where I was", group: g, where: anywhere, list: true, run: plain(Model.returned), why: func(m Model) string {
			if len(m.back) == 0 {
				return "there is nowhere to go back to"
			}
			return ""
		}},
	}
}

func reading() []action {
	const g = "Read"
	return []action{
		{id: "open", keys: bind("enter", "enter", "l", "right"), title: "read the excerpts", group: g, where: inList | inSide, run: plain(Model.opened), why: whenOpenable},
		{id: "article", keys: bind("enter", "enter", "l", "right"), title: "open the whole article at the passage", group: g, where: inReader, run: Model.openArticle},
		{id: "next-source", keys: bind("tab", "tab"), title: "next source", group: g, where: inReader, run: plain(func(m Model) Model { return m.toSource(1) })},
		{id: "previous-source", keys: bind("shift+tab", "shift+tab"), title: "previous source", group: g, where: inReader, run: plain(func(m Model) Model { return m.toSource(-1) })},
		{id: "other-pane", keys: bind("tab", "tab", "shift+tab"), title: "to the other pane", group: g, where: inList | inSide, run: plain(Model.otherPane)},
		{id: "close", keys: bind("esc/h/←", "esc", "h", "left"), title: "back one step", group: g, where: anywhere, run: plain(Model.stepBack)},
		{id: "along", keys: bind("o", "o"), title: "along the same actor, place, source, or a link", group: g, where: anywhere, run: pick(pickAlong), why: whenSelected},
	}
}

func filtering() []action {
	const g = "Find and filter"
	return []action{
		{id: "search", keys: bind("/", "/"), title: "search the text", group: g, where: anywhere, list: true, run: ask(promptSearch)},
		{id: "next-match", keys: bind("n", "n"), title: "next match", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.toMatch(1) }), why: whenFound},
		{id: "previous-match", keys: bind("N", "N"), title: "previous match", group: g, where: anywhere, list: true, run: plain(func(m Model) Model { return m.toMatch(-1) }), why: whenFound},
		{id: "actors", keys: bind("a", "a"), title: "filter by actor", group: g, where: anywhere, list: true, run: pick(pickActors)},
		{id: "facets", keys: bind("f", "f"), title: "filter by type, place, source, precision …", group: g, where: anywhere, list: true, run: pick(pickFacets)},
		{id: "query", keys: bind("F", "F"), title: "edit the query", group: g, where: anywhere, list: true, run: ask(promptQuery)},
		{id: "clear-last", keys: bind("x", "x"), title: "take the last filter off", group: g, where: anywhere, run: plain(Model.clearedLast), why: whenFiltered},
		{id: "clear-all", keys: bind("X", "X"), title: "take all filters off", group: g, where: anywhere, run: plain(func(m Model) Model { return m.remembered().filtered(query.Query{}).says("All filters are off.") }), why: whenFiltered},
	}
}

func keeping() []action {
	const g = "Keep"
	return []action{
		{id: "copy", keys: bind("y", "y"), title: "copy citation, quotation, id …", group: g, where: anywhere, run: pick(pickCopy), why: whenSelected},
		{id: "show-copied", keys: bind("Y", "Y"), title: "show what was copied, to copy it by hand", group: g, where: anywhere, run: plain(Model.showCopied), why: whenCopied},
		{id: "bookmark", keys: bind("m", "m"), title: "set or remove a bookmark", group: g, where: anywhere, run: Model.toggleBookmark, why: whenSelected},
		{id: "bookmarks", keys: bind("'", "'"), title: "go to a bookmark", group: g, where: anywhere, list: true, run: pick(pickBookmarks)},
	}
}

func program() []action {
	const g = "Program"
	return []action{
		{id: "timeline", keys: bind("1", "1"), title: "the timeline", group: g, where: anywhere, run: plain(func(m Model) Model { return m.toView(viewTimeline) })},
		{id: "actors-view", keys: bind("2", "2"), title: "who is who: actors and groups", group: g, where: anywhere, run: plain(func(m Model) Model { return m.toView(viewActors) })},
		{id: "places-view", keys: bind("3", "3"), title: "places", group: g, where: anywhere, run: plain(func(m Model) Model { return m.toView(viewPlaces) })},
		{id: "sources-view", keys: bind("4", "4"), title: "the sources", group: g, where: anywhere, run: plain(func(m Model) Model { return m.toView(viewSources) })},
		{id: "help", keys: bind("?", "?", "f1"), title: "these keys", group: g, where: anywhere, run: pick(pickHelp)},
		{id: "palette", keys: bind(":", ":"), title: "run an action by name", group: g, where: anywhere, run: pick(pickPalette)},
		{id: "mouse", keys: bind("^T", "ctrl+t"), title: "mouse on or off (off: select text with it)", group: g, where: anywhere, run: plain(Model.toggleMouse)},
		{id: "suspend", keys: bind("^Z", "ctrl+z"), title: "suspend to the shell", group: g, where: anywhere, run: func(m Model) (Model, tea.Cmd) { return m, tea.Suspend }},
		{id: "quit", keys: bind("q", "q"), title: "back one step, then quit", group: g, where: anywhere, run: Model.backOrQuit},
		{id: "quit-now", keys: bind("^C", "ctrl+c"), title: "quit", group: g, where: anywhere, run: func(m Model) (Model, tea.Cmd) { return m, tea.Quit }},
	}
}

// scope is where the keyboard is now.
func (m Model) scope() scope {
	switch {
	case m.reader.open:
		return inReader
	case m.focus == focusSide:
		return inSide
	}
	return inList
}

// actionFor finds the action of a key where the keyboard is now.
func (m Model) actionFor(k tea.KeyPressMsg) (action, bool) {
	here := m.scope()
	for _, a := range m.table {
		if a.where&here != 0 && key.Matches(k, a.keys) {
			return a, true
		}
	}
	return action{}, false
}

// do runs an action, or says why it cannot be done.
func (m Model) do(a action) (Model, tea.Cmd) {
	if a.why != nil {
		if reason := a.why(m); reason != "" {
			return m.warns("%s: %s.", a.title, reason), nil
		}
	}
	if a.list {
		m = m.withList()
	}
	return a.run(m)
}
