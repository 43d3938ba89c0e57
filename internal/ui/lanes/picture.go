package lanes

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/facts"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/family"
	"timeline/internal/ui/ribbon"
	"timeline/internal/ui/theme"
)

// Picture is lanes on a screen.
type Picture struct {
	Data          *events.Dataset
	Calendar      *calendar.Calendar
	Set           *Set
	View          calendar.View
	Selected      events.Index // -1 if there is none
	Lane          int          // the lane at the cursor
	Width, Height int          // cells; without the browser's header and keys
	WholeRow      bool         // the row at the cursor has a background: see theme.Theme
}

// names is how many cells the names take.
func (p Picture) names() int {
	switch {
	case p.Width >= 110:
		return 24
	case p.Width >= 45:
		return 15
	}
	return p.Width / 3
}

// ScaleWidth is how many cells the scale may take: the width by which to move the
// view.
func (p Picture) ScaleWidth() int { return p.Width - p.names() }

// Scale is the scale that the lanes are drawn by.
func (p Picture) Scale() calendar.Scale {
	return p.Calendar.Scale(p.View, p.ScaleWidth(), calendar.LaneCells(p.Width))
}

// whole is the scale of the overview.
func (p Picture) whole() calendar.Scale {
	return p.Calendar.Scale(calendar.View{}, p.ScaleWidth(), calendar.LaneCells(p.Width))
}

// bars and foot are how many rows the bars of all events and the selected event
// take.
func (p Picture) bars() int {
	if p.Height >= 28 {
		return 2
	}
	return 1
}

func (p Picture) foot() int {
	switch {
	case p.Height >= 28:
		return 4
	case p.Height >= 14:
		return 2
	}
	return 0
}

// top is the first row of the lanes: below axis, bars, extent and rule.
func (p Picture) top() int { return p.bars() + 3 }

// line is a row among the lanes: of a lane, of one of its ties, or of the group that
// the lanes below it lead.
type line struct {
	lane, tie int  // tie -1: the lane itself
	heading   bool // of the lane's group
	rule      bool // between lanes that are pinned and others
}

// lines are the rows of the lanes that are in sight. Pinned lanes stay; of the
// others those round the cursor are shown.
func (p Picture) lines() []line {
	room := p.Height - p.top() - p.foot()
	if room <= 0 {
		return nil
	}
	var pinned, rest []line
	at := 0
	for n, l := range p.Set.Lanes {
		list := &rest
		if n < p.Set.Pins {
			list = &pinned
		}
		if l.Group >= 0 && (n == 0 || p.Set.Lanes[n-1].Group != l.Group) {
			*list = append(*list, line{lane: n, tie: -1, heading: true})
		}
		if n == p.Lane && n >= p.Set.Pins {
			at = len(rest)
		}
		*list = append(*list, line{lane: n, tie: -1})
		if n == p.Lane && p.Set.By != Leaders {
			for k := range l.Ties {
				*list = append(*list, line{lane: n, tie: k})
			}
		}
	}
	if len(pinned) > 0 {
		pinned = append(pinned, line{rule: true})
	}
	pinned = pinned[:min(len(pinned), max(room-1, 0))]
	room -= len(pinned)
	first := max(min(at-room/2, len(rest)-room), 0)
	return append(pinned, rest[first:min(first+room, len(rest))]...)
}

// Draw draws the picture on a canvas from column x and row y on.
func (p Picture) Draw(c *canvas.Canvas, x, y int) {
	if p.Width < 1 || p.Height < 1 {
		return
	}
	names, s := p.names(), p.Scale()
	pen := &pen{data: p.Data, cal: p.Calendar, scale: s, canvas: c, x: x + names, selected: p.Selected, letters: events.SourceLetters(p.Data.Sources), families: family.Of(p.Data)}
	ribbon.Axis(c, x+names, y, s)
	bars := p.bars()
	ribbon.Bars(c, x+names, y+1, bars, s, p.Calendar.All().Weights(s))
	c.Text(x+1, y+bars, "all "+english.Thousands(p.Data.Len()), theme.Muted, names-2)
	p.drawSelected(c, x, y+bars+1, s)
	top := y + p.top()
	for k, l := range p.lines() {
		p.drawLine(pen, x, top+k, l)
	}
	ribbon.Rules(c, x+names, y+1, bars, s)
	ribbon.Rules(c, x+names, top, len(p.lines()), s)
	p.drawFoot(pen, x, y+p.Height-p.foot())
}

// drawSelected draws the extent of the selected event and the rule below it, which
// is an overview of the whole when only a part is in sight.
func (p Picture) drawSelected(c *canvas.Canvas, x, y int, s calendar.Scale) {
	names := p.names()
	var e calendar.Extent
	if p.Selected >= 0 {
		e = p.Calendar.Extent(p.Selected)
		ribbon.Extent(c, x+names, y, s, e, theme.Amber)
		c.Text(x+1, y, "selected", theme.Amber, names-2)
	}
	c.Fill(x, y+1, p.Width, '─', theme.Rule)
	if p.View.Zoom != calendar.ZoomWhole {
		whole := p.whole()
		ribbon.Overview(c, x+names, y+1, p.ScaleWidth(), whole, p.Calendar.All().Weights(whole), s.Span(), e)
	}
}

func (p Picture) drawLine(pen *pen, x, y int, l line) {
	c, names := pen.canvas, p.names()
	if l.rule {
		c.Fill(x, y, p.Width, '┄', theme.Rule)
		return
	}
	lane := p.Set.Lanes[l.lane]
	switch {
	case l.heading:
		c.Text(x+1, y, facts.Name(&p.Data.Actors[lane.Group], names-2), theme.Strong, names-2)
	case l.tie >= 0:
		branch := "├ "
		if l.tie == len(lane.Ties)-1 {
			branch = "└ "
		}
		c.Text(x+1, y, branch, theme.Rule, 2)
		c.Text(x+3, y, lane.Ties[l.tie].Label(p.Data), theme.Muted, names-4)
		pen.tie(&lane.Ties[l.tie], y)
	default:
		p.drawName(c, x, y, l.lane)
		if p.Set.By == Leaders {
			pen.tie(&lane.Ties[0], y)
			return
		}
		pen.lane(lane, y)
		if l.lane == p.Lane && p.Selected >= 0 && lane.Has(p.Selected) {
			pen.over(y)
		}
	}
}

// drawName draws a lane's name and number of events, and marks the lane at the
// cursor with ▌ and others in which the selected event is with •.
func (p Picture) drawName(c *canvas.Canvas, x, y, n int) {
	names, lane := p.names(), p.Set.Lanes[n]
	role, number, indent := theme.Ink, strconv.Itoa(len(lane.Events)), 1
	if p.Set.By == Leaders {
		number, indent = "", 3
		branch := "├ "
		if n+1 == len(p.Set.Lanes) || p.Set.Lanes[n+1].Group != lane.Group {
			branch = "└ "
		}
		c.Text(x+1, y, branch, theme.Rule, 2)
		role = theme.Muted
	}
	switch {
	case n == p.Lane:
		role = theme.Strong
		c.Set(x, y, '▌', theme.Amber)
		if p.WholeRow {
			c.Mark(x, y, p.Width)
		} else {
			c.Mark(x+1, y, names-2)
		}
	case p.Selected >= 0 && lane.Has(p.Selected):
		c.Set(x, y, '•', theme.Amber)
	}
	room := names - 2 - indent - len(number)
	name := lane.Name
	if lane.Actor >= 0 {
		name = facts.Name(&p.Data.Actors[lane.Actor], room)
	}
	c.Text(x+indent, y, name, role, room)
	c.Text(x+names-1-len(number), y, number, theme.Faint, len(number))
}

// drawFoot tells of the selected event: what it is and, where there is room, when,
// who took part, and what each source says of the time. Below offices it says what
// their signs mean.
func (p Picture) drawFoot(pen *pen, x, y int) {
	c, letters := pen.canvas, pen.letters
	rows := p.foot()
	if rows == 0 {
		return
	}
	c.Fill(x, y, p.Width, '─', theme.Rule)
	if p.Set.By == Leaders {
		p.drawLegend(c, x, y+1, rows-1, letters)
		return
	}
	if p.Selected < 0 {
		return
	}
	e := p.Data.Event(p.Selected)
	f := pen.families.Of(p.Data.Types[p.Selected])
	c.Set(x+1, y+1, f.Sign, f.Role())
	end := c.Text(x+3, y+1, e.Title, theme.Strong, p.Width-6)
	if e.Disputed() {
		c.Set(end+1, y+1, '≠', theme.Red)
	}
	if rows < 4 {
		return
	}
	end = c.Text(x+1, y+2, e.Date.English(edtf.Long)+" · "+strings.ReplaceAll(e.Type, "-", " "), theme.BlueStrong, p.Width-2)
	var names []string
	for _, r := range e.Roles {
		if a := p.Data.Actor(r.Actor); a != nil {
			names = append(names, facts.Short(a))
		}
	}
	if len(names) > 0 {
		c.Text(end, y+2, " · "+strings.Join(names, ", "), theme.Muted, x+p.Width-1-end)
	}
	p.drawDatings(c, x, y+3, e, letters)
}

// drawLegend names the sources that the letters stand for, in as many rows as there
// are, and then what the lines mean.
func (p Picture) drawLegend(c *canvas.Canvas, x, y, rows int, letters []rune) {
	at, row := x+1, 0
	for n := range p.Data.Sources {
		label := p.Data.Sources[n].Label()
		if at > x+1 && at+2+ansi.StringWidth(label) >= x+p.Width {
			if row++; row >= rows {
				return
			}
			at = x + 1
		}
		c.Set(at, y+row, letters[n], theme.Green)
		at = c.Text(at+2, y+row, label, theme.Muted, p.Width-4) + 2
	}
	if row+1 < rows {
		means := "━ certainly  ┄ possibly  letter: who says so, and when"
		if canvas.Cells(means) > p.Width-2 {
			means = "━ certain  ┄ possible  letter: source"
		}
		c.Text(x+1, y+row+1, means, theme.Muted, p.Width-2)
	}
}

// drawDatings writes each source's letter and date, as many as there is room for.
func (p Picture) drawDatings(c *canvas.Canvas, x, y int, e *events.Event, letters []rune) {
	at := x + 1
	for _, g := range facts.Datings(p.Data, e) {
		words := "no date"
		if !g.Date.IsZero() {
			words = g.Date.English(edtf.Long)
		}
		if at+2+len([]rune(words)) >= x+p.Width {
			c.Text(at, y, "…", theme.Muted, 1)
			return
		}
		c.Set(at, y, letters[g.Source], theme.Green)
		at = c.Text(at+2, y, words, theme.Muted, p.Width) + 3
	}
}

// Hit is what lies under a cell of the picture.
type Hit struct {
	Lane     int // -1 if no lane
	Tie      int // of the lane; -1 if none
	Bin      calendar.Bin
	OnScale  bool // there is a bin under it
	Overview bool // the bin is of the whole period
}

// At is what lies at column x and row y, counted from the picture's own corner.
func (p Picture) At(x, y int) Hit {
	h := Hit{Lane: -1, Tie: -1}
	if x < 0 || x >= p.Width || y < 0 || y >= p.Height {
		return h
	}
	s := p.Scale()
	switch top := p.top(); {
	case y == top-1 && p.View.Zoom == calendar.ZoomWhole:
		return h
	case y == top-1:
		s, h.Overview = p.whole(), true
	case y >= top:
		lines := p.lines()
		if y-top >= len(lines) || lines[y-top].rule || lines[y-top].heading {
			return h
		}
		h.Lane, h.Tie = lines[y-top].lane, lines[y-top].tie
	}
	if x -= p.names(); x >= 0 && x < s.Width() {
		h.Bin, h.OnScale = s.Bins[s.BinAt(x)], true
	}
	return h
}
