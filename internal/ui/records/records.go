// Package records is the views of what events refer to: who is who, the places, the
// sources; beside each list, the record under the cursor.
package records

import (
	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// View lists the records of one kind with how many events each has.
type View struct {
	info    view.Info
	heading string
	term    string // key of the query language

	side *view.Lines
	list []session.Record // nil before the view is first shown
	cur  int
}

// Actors is who is who.
func Actors() *View {
	return newView("actors-view", "2", "who is who: actors and groups", "Who is who", "actor")
}

// Places is the places.
func Places() *View { return newView("places-view", "3", "places", "Places", "place") }

// Sources is the sources.
func Sources() *View { return newView("sources-view", "4", "the sources", "Sources", "source") }

func newView(id, key, title, heading, term string) *View {
	v := &View{info: view.Info{ID: id, Key: key, Title: title, Opens: "list events", Ribbon: true}, heading: heading, term: term}
	v.side = &view.Lines{Of: func(c *view.Context, w int) []string {
		p := c.Text(w)
		if v.cur < len(v.list) {
			p.Document(c.Describe(v.list[v.cur]))
		}
		return p.Lines
	}}
	return v
}

// Info names the view.
func (v *View) Info() view.Info { return v.info }

// Enter begins at the first record.
func (v *View) Enter(c *view.Context) {
	if v.cur = 0; v.list == nil {
		v.list = c.Records(v.term, "")
	}
	v.side.Reset()
}

// Side is the record under the cursor.
func (v *View) Side() view.Pane { return v.side }

// Selected is no event.
func (v *View) Selected(*view.Context) (events.Index, bool) { return 0, false }

// Open lists the events of the record under the cursor.
func (v *View) Open(c *view.Context) tea.Cmd {
	if v.cur < len(v.list) {
		c.Home()
		c.FilterSaid(session.Only(v.term, v.list[v.cur].ID))
	}
	return nil
}

// Actions are none of its own.
func (v *View) Actions() []view.Action { return nil }

// Move moves the cursor by n records.
func (v *View) Move(c *view.Context, n int) {
	v.cur = min(max(v.cur+n, 0), max(len(v.list)-1, 0))
	v.side.Reset()
}

// Scroll is Move.
func (v *View) Scroll(c *view.Context, n int) { v.Move(c, n) }

// End goes to the first record or the last.
func (v *View) End(c *view.Context, direction int) { v.Move(c, direction*len(v.list)) }

// Click moves the cursor to a record.
func (v *View) Click(c *view.Context, _, y int) tea.Cmd {
	from, to := view.Window(len(v.list), c.Main.Dy()-1, v.cur)
	if y >= 1 && from+y-1 < to {
		v.Move(c, from+y-1-v.cur)
	}
	return nil
}

// Draw lists the records around the cursor.
func (v *View) Draw(c *view.Context, w, h int) []string {
	out := paint.Blanks(w, h)
	if h == 0 {
		return out
	}
	out[0] = c.Theme.Paint(theme.Strong, paint.Fit(" "+v.heading+" · enter lists their events", w))
	from, to := view.Window(len(v.list), h-1, v.cur)
	for n := from; n < to; n++ {
		r := v.list[n]
		row := view.Row{Label: r.Name, Note: r.Note, Count: english.Thousands(r.Count)}
		out[n-from+1] = row.Draw(c.Theme, n == v.cur, w)
	}
	return out
}
