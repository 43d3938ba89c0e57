// Package records is the views of what events refer to: people and groups, places,
// sources; beside each list, the record under the cursor. Typing narrows the list.
package records

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/session"
	"timeline/internal/sorting"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// View lists the records of one kind with how many events each has.
type View struct {
	info  view.Info
	term  string // key of the query language
	kinds []string

	side    *view.Lines
	typed   string
	filters int // Session.Filters when the list was made; 0 before the first time
	list    []session.Record
	rows    []int // of list, or less than 0: before them stands a heading
	cur     int   // of list
}

// Actors is who is who.
func Actors() *View {
	return newView("actors-view", "2", "People", "who is who: actors and groups", "actor",
		"person", "group", "brigade", "committee", "organisation", "state", "people")
}

// Places is the places.
func Places() *View {
	return newView("places-view", "3", "Places", "places", "place", "town", "site", "area", "region", "country")
}

// Sources is the sources.
func Sources() *View {
	return newView("sources-view", "4", "Sources", "the sources", "source")
}

func newView(id, key, name, title, term string, kinds ...string) *View {
	v := &View{info: view.Info{ID: id, Key: key, Name: name, Title: title, Opens: "list events", Ribbon: true}, term: term, kinds: kinds}
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

// Enter begins at the first record, with nothing typed.
func (v *View) Enter(c *view.Context) {
	v.typed = ""
	v.fill(c)
}

// Follow counts anew when the filters changed.
func (v *View) Follow(c *view.Context) {
	if v.filters != c.Filters && c.View == view.View(v) {
		v.fill(c)
	}
}

// Record is what is under the cursor.
func (v *View) Record(*view.Context) (kind, id string, ok bool) {
	if v.cur >= len(v.list) {
		return "", "", false
	}
	return v.term + "s", v.list[v.cur].ID, true
}

// Reopen lists the records anew, and stays at the same one.
func (v *View) Reopen(c *view.Context) {
	_, id, ok := v.Record(c)
	v.fill(c)
	if n := slices.IndexFunc(v.list, func(r session.Record) bool { return r.ID == id }); ok && n >= 0 {
		v.cur = n
	}
}

// fill lists what is typed may mean: by kind and then by how many events they have
// under the filters, or, of names that are typed, the best match first.
func (v *View) fill(c *view.Context) {
	v.filters, v.cur = c.Filters, 0
	v.list = c.Records(v.term, v.typed)
	if v.typed == "" {
		sorting.Records(v.list, func(a, b *session.Record) int {
			return cmp.Or(v.rank(a.Kind)-v.rank(b.Kind), strings.Compare(a.Kind, b.Kind), b.Shown-a.Shown, b.Count-a.Count)
		})
	}
	v.rows = v.rows[:0]
	for n, r := range v.list {
		if v.typed == "" && (n == 0 || r.Kind != v.list[n-1].Kind) {
			v.rows = append(v.rows, -1-n)
		}
		v.rows = append(v.rows, n)
	}
	v.side.Reset()
}

// rank is the place of a kind among the others.
func (v *View) rank(kind string) int {
	if n := slices.Index(v.kinds, kind); n >= 0 {
		return n
	}
	return len(v.kinds)
}

// Side is the record under the cursor.
func (v *View) Side() view.Pane { return v.side }

// Selected is no event.
func (v *View) Selected(*view.Context) (events.Index, bool) { return 0, false }

// Counts says how many records there are.
func (v *View) Counts() []string {
	return []string{english.Count(len(v.list), v.term, v.term+"s"), english.Thousands(len(v.list))}
}

// Open lists the events of the record under the cursor.
func (v *View) Open(c *view.Context) tea.Cmd {
	if v.cur < len(v.list) {
		c.Home()
		c.FilterSaid(session.Only(v.term, v.list[v.cur].ID))
	}
	return nil
}

// Typed narrows the list by letters.
func (v *View) Typed(c *view.Context, k tea.KeyPressMsg) bool {
	before := v.typed
	switch runes := []rune(k.Text); {
	case k.String() == "backspace" || k.String() == "ctrl+h":
		if letters := []rune(v.typed); len(letters) > 0 {
			v.typed = string(letters[:len(letters)-1])
		}
	case len(runes) == 1 && (unicode.IsLetter(runes[0]) || unicode.IsMark(runes[0]) || v.typed != "" && strings.ContainsRune(" -'’", runes[0])):
		v.typed += k.Text
	default:
		return false
	}
	if v.typed != before {
		v.fill(c)
	}
	return true
}

// Back empties what is typed.
func (v *View) Back(c *view.Context) bool {
	if v.typed == "" {
		return false
	}
	v.typed = ""
	v.fill(c)
	return true
}

// Actions are for the letters.
func (v *View) Actions() []view.Action {
	return []view.Action{{ID: v.info.ID + "-narrow", Keys: view.Bind("/", "/"), Title: "narrow the list: letters do it without / too", Group: "Find and filter", Where: view.Main,
		Foot: view.Foot{Rank: 4, Word: "or letters narrow"}, Do: view.Quiet(func(c *view.Context) { v.Back(c) })}}
}

// Move moves the cursor by n records.
func (v *View) Move(_ *view.Context, n int) {
	v.cur = min(max(v.cur+n, 0), max(len(v.list)-1, 0))
	v.side.Reset()
}

// Scroll is Move.
func (v *View) Scroll(c *view.Context, n int) { v.Move(c, n) }

// End goes to the first record or the last.
func (v *View) End(c *view.Context, direction int) { v.Move(c, direction*len(v.list)) }

// Click moves the cursor to a record; on the one under it, it lists its events.
func (v *View) Click(c *view.Context, _, y int) tea.Cmd {
	from, to := v.window(c.Main.Dy())
	if y < 1 || from+y-1 >= to || v.rows[from+y-1] < 0 {
		return nil
	}
	c.OnSide = false
	if n := v.rows[from+y-1]; n != v.cur {
		v.Move(c, n-v.cur)
		return nil
	}
	return v.Open(c)
}

// window is the rows that are seen in h lines, the first of which is the title.
func (v *View) window(h int) (from, to int) {
	return view.Window(len(v.rows), max(h-1, 0), slices.Index(v.rows, v.cur))
}

// Draw lists the records around the cursor.
func (v *View) Draw(c *view.Context, w, h int) []string {
	out := paint.Blanks(w, h)
	if h == 0 {
		return out
	}
	out[0] = v.title(c, w)
	_, scope := c.Pane()
	from, to := v.window(h)
	for k := from; k < to; k++ {
		n := v.rows[k]
		if n < 0 {
			out[k-from+1] = view.Row{Heading: true, Label: heading(v.list[-1-n].Kind)}.Draw(c.Theme, false, w)
			continue
		}
		r := v.list[n]
		row := view.Row{Label: r.Name, Note: r.Note, Count: english.Thousands(r.Count)}
		if v.typed == "" && v.term == "actor" {
			row.Note = "" // the heading says it
		}
		if r.Also != "" {
			row.Note = r.Also
		}
		if !c.Query.Empty() {
			row.Count = english.Thousands(r.Shown) + " of " + row.Count
		}
		row.Quiet = scope != view.Main || c.Picker != nil
		out[k-from+1] = row.Draw(c.Theme, n == v.cur, w)
	}
	if len(v.rows) == 0 && h > 1 {
		out[1] = c.Theme.Paint(theme.Muted, paint.Fit("   nothing matches; esc empties the line", w))
	}
	return out
}

// title says what is typed, or that something can be.
func (v *View) title(c *view.Context, w int) string {
	if v.typed == "" {
		text := " " + v.info.Name
		if !c.Query.Empty() {
			text += " · under the filters"
		}
		return c.Theme.Paint(theme.Strong, paint.Fit(text+" · type to narrow", w))
	}
	return c.Theme.Paint(theme.Strong, " "+v.info.Name+" ") + c.Theme.Paint(theme.Blue, "> ") +
		c.Theme.Paint(theme.Ink, paint.Fit(paint.Clean(v.typed)+"▏", max(w-paint.Width(v.info.Name)-4, 0)))
}

// heading is the plural of a kind.
func heading(kind string) string {
	switch {
	case kind == "person":
		return "Persons"
	case kind == "people":
		return "Peoples"
	case kind == "":
		return "Others"
	case strings.HasSuffix(kind, "y"):
		return english.Capital(strings.TrimSuffix(kind, "y")) + "ies"
	}
	return english.Capital(kind) + "s"
}
