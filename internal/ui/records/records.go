// Package records is the views of what events refer to: who is who, the places, the
// sources; beside each list, the record under the cursor.
package records

import (
	tea "charm.land/bubbletea/v2"

	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/view"
)

// View lists the records of one kind with how many events each has.
type View struct {
	id, key, title string // of view.Info
	heading, term  string // term is the key of the query language
	size           func(d *events.Dataset) int
	counts         func(d *events.Dataset, s query.Set) []int
	entry          func(d *events.Dataset, n int) (id, label, note string)
	describe       func(d *events.Dataset, n, count int) document.Document

	side *view.Lines
	cur  int
}

// Actors is who is who.
func Actors() *View {
	return (&View{
		id: "actors-view", key: "2", title: "who is who: actors and groups", heading: "Who is who", term: "actor",
		size: func(d *events.Dataset) int { return len(d.Actors) }, counts: query.ActorCounts,
		entry: func(d *events.Dataset, n int) (string, string, string) {
			return d.Actors[n].ID, d.Actors[n].Name, d.Actors[n].Kind.String()
		},
		describe: func(d *events.Dataset, n, count int) document.Document {
			return document.Actor(d, &d.Actors[n], count)
		},
	}).ready()
}

// Places is the places.
func Places() *View {
	return (&View{
		id: "places-view", key: "3", title: "places", heading: "Places", term: "place",
		size: func(d *events.Dataset) int { return len(d.Places) }, counts: query.PlaceCounts,
		entry: func(d *events.Dataset, n int) (string, string, string) {
			return d.Places[n].ID, d.Places[n].Name, d.Places[n].Country
		},
		describe: func(d *events.Dataset, n, count int) document.Document {
			return document.Place(d, &d.Places[n], count)
		},
	}).ready()
}

// Sources is the sources.
func Sources() *View {
	return (&View{
		id: "sources-view", key: "4", title: "the sources", heading: "Sources", term: "source",
		size: func(d *events.Dataset) int { return len(d.Sources) }, counts: query.SourceCounts,
		entry: func(d *events.Dataset, n int) (string, string, string) {
			return d.Sources[n].ID, d.Sources[n].Label(), d.Sources[n].Title
		},
		describe: func(d *events.Dataset, n, count int) document.Document {
			return document.Source(d, &d.Sources[n], count)
		},
	}).ready()
}

func (v *View) ready() *View {
	v.side = &view.Lines{Of: func(c *view.Context, w int) []string {
		p := c.Text(w)
		if v.cur < v.size(c.Data) {
			p.Document(v.describe(c.Data, v.cur, v.count(c)[v.cur]))
		}
		return p.Lines
	}}
	return v
}

// count is how many events each record has.
func (v *View) count(c *view.Context) []int { return v.counts(c.Data, query.All(c.Data.Len())) }

// Info names the view.
func (v *View) Info() view.Info {
	return view.Info{ID: v.id, Key: v.key, Title: v.title, Opens: "list events", Ribbon: true}
}

// Enter begins at the first record.
func (v *View) Enter(*view.Context) {
	v.cur = 0
	v.side.Reset()
}

// Side is the record under the cursor.
func (v *View) Side() view.Pane { return v.side }

// Selected is no event.
func (v *View) Selected(*view.Context) (events.Index, bool) { return 0, false }

// Open lists the events of the record under the cursor.
func (v *View) Open(c *view.Context) tea.Cmd {
	if v.cur < v.size(c.Data) {
		id, _, _ := v.entry(c.Data, v.cur)
		c.Home()
		c.FilterSaid(session.Only(v.term, id))
	}
	return nil
}

// Actions are none of its own.
func (v *View) Actions() []view.Action { return nil }

// Move moves the cursor by n records.
func (v *View) Move(c *view.Context, n int) {
	v.cur = min(max(v.cur+n, 0), max(v.size(c.Data)-1, 0))
	v.side.Reset()
}

// Scroll is Move.
func (v *View) Scroll(c *view.Context, n int) { v.Move(c, n) }

// End goes to the first record or the last.
func (v *View) End(c *view.Context, direction int) { v.Move(c, direction*v.size(c.Data)) }

// Click moves the cursor to a record.
func (v *View) Click(c *view.Context, _, y int) tea.Cmd {
	from, to := view.Window(v.size(c.Data), c.Main.Dy()-1, v.cur)
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
	out[0] = c.Theme.Strong.Paint(paint.Fit(" "+v.heading+" · enter lists their events", w))
	counts := v.count(c)
	from, to := view.Window(v.size(c.Data), h-1, v.cur)
	for n := from; n < to; n++ {
		_, label, note := v.entry(c.Data, n)
		row := view.Row{Label: label, Note: note, Count: english.Thousands(counts[n])}
		out[n-from+1] = row.Draw(c.Theme, n == v.cur, w)
	}
	return out
}
