// Package timeline is the first view: the events that pass the filters, under
// headings of months, the less exact folded away, and beside them the selected
// event in full.
package timeline

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/events"
	"timeline/internal/ui/family"
	"timeline/internal/ui/reader"
	"timeline/internal/ui/view"
)

// View lists the events. Its cursor is the session's event; while a closed fold
// holds that, the cursor is on the fold.
type View struct {
	side  *view.Lines
	told  told
	greet bool // the detail pane greets until the cursor moves

	mode   mode
	counts counts
	open   map[id]bool // folds that were opened
	peek   id          // the fold that is open because something in it was gone to
	peeks  bool

	parts []*part // laid out; dropped when what they follow from changes
	width int
	kinds *family.Families

	row     int // the line of the list on which the event at the place at stands
	at      int
	filters int // Session.Filters when that was so; 0 before the first time

	searching bool // words were being typed, and began
	from      struct{ row, at int }
}

// New returns the view. It greets a reader who is new to the dataset.
func New(greet bool) *View {
	v := &View{open: map[id]bool{}, greet: greet}
	v.side = &view.Lines{Of: v.detail}
	return v
}

// Info names the view.
func (v *View) Info() view.Info {
	return view.Info{ID: "timeline", Key: "1", Name: "Timeline", Brief: "Time", Title: "the timeline", Opens: "read", Timeline: true, Ribbon: true}
}

// Enter shows the selected event a third down the list, or where it was.
func (v *View) Enter(c *view.Context) {
	if v.filters == 0 {
		v.at, v.row = c.Pos, c.Main.Dy()/3
	}
	v.side.Reset()
}

// Side is the selected event in full.
func (v *View) Side() view.Pane { return v.side }

// Selected is the session's event.
func (v *View) Selected(c *view.Context) (events.Index, bool) { return c.Current() }

// Counts says how many events of which kind are listed or folded.
func (v *View) Counts() []string { return v.counts.words() }

// Open reads the selected event, or opens the fold.
func (v *View) Open(c *view.Context) tea.Cmd {
	if s := v.spotOf(c, c.Pos); s.row().kind == foldRow {
		v.open[s.id] = true
		v.parts = nil
		v.row++ // the first event of the fold stands below it
		return nil
	}
	reader.Open(c)
	return nil
}

// Back closes the fold that the cursor is in.
func (v *View) Back(c *view.Context) bool {
	if len(c.Shown) == 0 {
		return false
	}
	g := groupAt(c, c.Pos)
	if !v.opened(g) || v.now(c).shows(classOf(c.Data, c.Shown[c.Pos])) {
		return false
	}
	v.shut(g)
	return true
}

// opened tells whether a fold is open.
func (v *View) opened(g group) bool { return v.open[g.id] || v.peeks && v.peek == g.id }

// shut closes a fold.
func (v *View) shut(g group) {
	delete(v.open, g.id)
	v.unpeek()
}

// unpeek closes the fold that is open because of what was gone to.
func (v *View) unpeek() {
	v.peeks = false
	v.parts = nil
}

// Actions are for what is folded.
func (v *View) Actions() []view.Action {
	return []view.Action{{ID: "looser", Keys: view.Bind("v", "v"), Title: "exact dates only, all, looser ones only", Group: "Move", Where: view.Main,
		Foot: view.Foot{Rank: 4, Word: "looser"}, Do: view.Quiet(v.turn)}}
}

// turn goes to the next mode.
func (v *View) turn(c *view.Context) {
	v.mode = v.now(c)%loose + 1
	clear(v.open)
	v.unpeek()
	c.Say("%s", map[mode]string{
		exact: "Key events and those dated within a month; looser ones are folded. v shows all.",
		all:   "All events, however exact their dates. v shows the looser ones alone.",
		loose: "Looser dates alone: what lasted longer than a month, or is known less exactly. v shows the exact ones.",
	}[v.mode])
}

// Follow keeps the list still where it can, and the selected row in sight with
// some rows around it. While words are searched for, it reckons from where that
// began, so that giving up changes nothing.
func (v *View) Follow(c *view.Context) {
	h, first := c.Main.Dy(), v.filters == 0
	if v.filters != c.Filters {
		v.filters, v.counts = c.Filters, count(c)
		v.parts = nil
		if !first {
			v.at = 0
		}
		v.from.at = min(v.from.at, max(len(c.Shown)-1, 0))
	}
	if w := c.Main.Dx(); w != v.width {
		v.width = w
		v.parts = nil
	}
	if len(c.Shown) == 0 {
		return
	}
	if c.Pos != v.at || first {
		v.side.Reset()
		if v.greet = v.greet && first; v.greet && !c.Wide && c.Notice.Text == "" {
			greetBriefly(c)
		}
		v.reveal(c)
	}
	if v.searching {
		v.at, v.row = v.from.at, v.from.row
	}
	v.scroll(c, h)
	if v.searching = c.Searching(); !v.searching {
		v.from.at, v.from.row = v.at, v.row
	}
}

// Reopen keeps the event at its line of the screen.
func (v *View) Reopen(c *view.Context) {
	if v.filters == 0 {
		return
	}
	v.kinds, v.filters, v.counts, v.greet = nil, c.Filters, count(c), false
	v.parts = nil
	v.searching, v.at = false, c.Pos
	v.from.at, v.from.row = v.at, v.row
	if len(c.Shown) > 0 {
		v.reveal(c)
	}
}

// scroll brings the selected row into sight.
func (v *View) scroll(c *view.Context, h int) {
	if c.Pos != v.at {
		leap := max(v.at-c.Pos, c.Pos-v.at) > h/3
		v.row += v.between(c, v.at, c.Pos)
		if leap && (v.row < 0 || v.row >= h) {
			v.row = h / 3 // show what comes before and after the place
		}
		v.at = c.Pos
	}
	if h > 0 {
		margin := min(2, (h-1)/3)
		v.row = v.clamped(c, h, min(max(v.row, margin), h-1-margin))
	}
}

// reveal opens the fold that holds the selected event, as long as that is selected:
// the reader was taken there.
func (v *View) reveal(c *view.Context) {
	if v.peeks && groupAt(c, c.Pos).id != v.peek {
		v.unpeek()
	}
	if s := v.spotOf(c, c.Pos); s.row().kind == foldRow {
		v.peek, v.peeks = s.id, true
		v.parts = nil
	}
}

// stand puts the cursor on a row, without opening a fold.
func (v *View) stand(c *view.Context, s spot) {
	before := c.Pos
	c.MoveTo(s.row().pos)
	if c.Pos == before {
		return
	}
	v.greet = false
	v.side.Reset()
	v.row += v.between(c, before, c.Pos)
	v.at = c.Pos
	if v.peeks && s.id != v.peek {
		v.unpeek()
	}
}

// Move goes n rows of events and folds on.
func (v *View) Move(c *view.Context, n int) {
	if len(c.Shown) == 0 {
		return
	}
	v.greet = false
	s, ok := v.spotOf(c, c.Pos), true
	stop := s
	for left := max(n, -n); left > 0 && ok; {
		if s, ok = v.step(c, s, n); ok && s.row().stops() {
			stop = s
			left--
		}
	}
	v.stand(c, stop)
}

// End goes to the first row or the last.
func (v *View) End(c *view.Context, direction int) {
	if len(c.Shown) == 0 {
		return
	}
	s := spot{v.partAt(c, 0), 0}
	if direction > 0 {
		p := v.partAt(c, len(c.Shown)-1)
		s = spot{p, len(p.rows) - 1}
	}
	for ok := true; ok && !s.row().stops(); {
		s, ok = v.step(c, s, -direction)
	}
	v.stand(c, s)
	v.row = c.Main.Dy() * (1 + direction) / 2
}

// Scroll moves the list by n rows and takes the selection along.
func (v *View) Scroll(c *view.Context, n int) {
	if len(c.Shown) == 0 || n == 0 {
		return
	}
	was := v.row
	s, steps := v.walk(c, v.spotOf(c, c.Pos), n)
	for ok := true; ok && !s.row().stops(); steps++ {
		s, ok = v.step(c, s, n)
	}
	if steps == 0 || !s.row().stops() {
		v.End(c, cmp.Compare(n, 0))
		return
	}
	v.stand(c, s)
	v.row = was // in the same line of the screen
}

// Along goes n events on, over what is folded away.
func (v *View) Along(c *view.Context, n int) {
	direction := cmp.Compare(n, 0)
	to := c.Pos + direction
	for to >= 0 && to < len(c.Shown) && v.partAt(c, to).folded[to] {
		to += direction
	}
	if to >= 0 && to < len(c.Shown) {
		v.stand(c, v.spotOf(c, to))
	}
}

// Land puts the cursor, after a step to a month or year, on the first row there
// rather than into its fold.
func (v *View) Land(c *view.Context) {
	p := v.partAt(c, c.Pos)
	if !p.folded[c.Pos] {
		return
	}
	s := spot{p, 0}
	for s.at+1 < len(p.rows) && !s.row().stops() {
		s.at++
	}
	to := s.row().pos
	if c.MoveTo(to); v.at != to {
		v.row += v.between(c, v.at, to)
		v.at = to
		v.greet = false
		v.side.Reset()
	}
}

// Click selects a row; on the selected one it opens it.
func (v *View) Click(c *view.Context, _, y int) tea.Cmd {
	spots := v.window(c, c.Main.Dy(), v.row)
	if y >= len(spots) || spots[y].part == nil || spots[y].at < 0 {
		return nil
	}
	s := spots[y]
	c.OnSide = false
	r := s.row()
	switch {
	case r.kind == foldRow && r.open:
		v.shut(s.group)
	case r.kind == foldRow && s.folded[c.Pos], r.kind == eventRow && r.pos == c.Pos:
		return v.Open(c)
	case r.kind == foldRow || r.kind == eventRow:
		v.stand(c, v.spotOf(c, r.pos))
		v.row = y - r.line
	}
	return nil
}

// Draw draws the list into w by h cells.
func (v *View) Draw(c *view.Context, w, h int) []string {
	if len(c.Shown) == 0 {
		return drawEmpty(c, w, h)
	}
	out := make([]string, h)
	for y, s := range v.window(c, h, v.row) {
		out[y] = v.drawRow(c, s, w)
	}
	return out
}

// families are those of the dataset's types.
func (v *View) families(c *view.Context) *family.Families {
	if v.kinds == nil {
		v.kinds = family.Of(c.Data)
	}
	return v.kinds
}
