// Package view is what the screen is made of: views, panes, actions, pickers and
// prompts, and the context that they are given.
//
// A view is an object in a folder of its own under internal/ui. The root (package
// ui) lays it out, gives it keys, wheel and clicks, and draws what it returns; the
// view knows nothing of the root. A view is added by one line in ui/views.go.
//
// Everything here runs on one goroutine, between two frames: panes are pointers
// and may keep state. What takes long is returned as a tea.Cmd, which must not
// touch pane or session but return a Then, which may.
package view

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"timeline/internal/events"
)

// View fills the main area: the timeline, who is who, and so on.
type View interface {
	Pane
	// Info names the view. It is always the same.
	Info() Info
	// Enter is called each time that the reader turns to the view.
	Enter(c *Context)
	// Side is the pane beside the view, which tab goes to; nil gives the view the
	// whole width.
	Side() Pane
	// Selected is the event under the view's cursor, which bookmark, copy and along
	// are about; ok is false if there is none.
	Selected(c *Context) (i events.Index, ok bool)
	// Open does what enter, l and a click on the selected row do.
	Open(c *Context) tea.Cmd
}

// Info is what the rest of the screen says of a view. An action for going there
// is made of it.
type Info struct {
	ID    string // name of the action: "actors-view"
	Key   string // the key that goes there: "2"
	Name  string // in the header: "People"; empty for the title's beginning
	Brief string // the same where there is little room; empty for no other
	Title string // what the help says: "who is who: actors and groups"
	Opens string // the footer's word for what enter does: "read"
	// Timeline tells that the view follows the session's event: its cursor is the
	// session's. The actions that go to an event stay in such a view; from others
	// they go to the first such.
	Timeline bool
	// Ribbon tells that the ribbon stands above the view.
	Ribbon bool
}

// Pane is a rectangle with text that takes keys while it has the keyboard. Sizes
// and coordinates are in cells, from the pane's top left.
type Pane interface {
	// Actions are the keys that only this pane has. They come before the general
	// ones of the same key. They must not depend on anything.
	Actions() []Action
	// Draw returns exactly h rows of exactly w cells. It changes nothing.
	Draw(c *Context, w, h int) []string
	// Move moves the cursor by n entries, or the text by n lines.
	Move(c *Context, n int)
	// Scroll moves what is seen by n rows, for the wheel and for pages.
	Scroll(c *Context, n int)
	// End goes to the beginning (-1) or the end (1).
	End(c *Context, direction int)
	// Click is a click on a cell of the pane.
	Click(c *Context, x, y int) tea.Cmd
}

// A Follower is told after each message, and when size or looks changed, so that
// it can follow the session: bring the selected row into sight, render anew what
// it keeps rendered. c.Looks changes with size and looks.
type Follower interface{ Follow(c *Context) }

// A Backer has steps of its own to go back: esc asks it first. It returns false if
// there is none left.
type Backer interface{ Back(c *Context) bool }

// A Whole view takes the whole screen: no header, ribbon or bottom line stands round it.
// It is given each key first, and returns false for one that is an action's. Of the
// general actions those about the program stay.
type Whole interface {
	View
	Key(c *Context, k tea.KeyPressMsg) bool
}

// A Ruler has rules that the help explains: a word, and what is so.
type Ruler interface{ Rules() [][2]string }

// A Recorder has a record under its cursor that is no event, to be edited: kind is the
// folder that it is in, "actors" and so on. ok is false if there is none.
type Recorder interface {
	Record(c *Context) (kind, id string, ok bool)
}

// A Reopener keeps something of the dataset, or what follows from it. Reopen is called
// when that was read again: the session is at the new one, and its cursor should stay.
// What lies over a view and is no Reopener is closed.
type Reopener interface{ Reopen(c *Context) }

// A Leaver is told when the reader turns to another view.
type Leaver interface{ Leave(c *Context) }

// A Counter says in the header how much it lists, in several ways, the longest first.
type Counter interface {
	Counts() []string
}

// A Folder has events folded away. Along goes n events on, over those; Land is called
// after a step of the session, and may go on to the first row in sight there.
type Folder interface {
	Along(c *Context, n int)
	Land(c *Context)
}

// A Typist takes letters as text while it has the keyboard. Typed returns false for a
// key that it has no use for.
type Typist interface {
	Typed(c *Context, k tea.KeyPressMsg) bool
}

// Then is a message that goes on with something on the goroutine of the panes: a
// command that has worked beside it returns one.
type Then func(*Context) tea.Cmd

// Scope says where an action's keys work.
type Scope uint8

// Where the keyboard can be.
const (
	Main     Scope = 1 << iota // the view's own pane
	Side                       // the pane beside it
	Reader                     // an excerpt or an article that lies over it
	Anywhere = Main | Side | Reader
)

// String says in words where an action's keys work.
func (s Scope) String() string {
	if s == Anywhere {
		return "everywhere"
	}
	var panes []string
	for n, name := range []string{"list", "detail", "reader"} {
		if s&(1<<n) != 0 {
			panes = append(panes, name)
		}
	}
	return strings.Join(panes, ", ")
}

// Action is one thing that a person can do. Dispatch, the footer, the help, the
// palette and docs/keys.md come from the one table of actions.
type Action struct {
	ID     string // stable name, for the palette and the docs
	Keys   key.Binding
	Title  string
	Group  string // heading in the help
	Where  Scope
	Events bool // it is about the events: a view that is not of the timeline gives way to it
	Foot   Foot // how the footer names it, if it does
	Do     func(*Context) tea.Cmd
	Why    func(*Context) string // why it cannot be done now; empty if it can. Optional
}

// Foot is an action in the footer, which names as many as it has room for.
type Foot struct {
	Rank  int    // 1 is named first; 0 never
	Word  string // what it does, in a word; empty for what enter does in the view
	Keys  string // instead of the help's, for keys that are named in pairs: "j/k"
	Brief string // the same on narrow screens. Optional
	Last  bool   // it stands at the end
	// When tells whether the footer names it now. Optional.
	When func(*Context) bool
}

// Bind is a key binding: how the help writes it, and the keys.
func Bind(help string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, ""))
}

// Quiet makes an action's function of one that needs no command. It is not inlined:
// each of a hundred actions would have code of its own for it.
//
//go:noinline
func Quiet(f func(*Context)) func(*Context) tea.Cmd {
	return func(c *Context) tea.Cmd { f(c); return nil }
}
