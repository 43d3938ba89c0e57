package lanes

import (
	"sort"
	"strconv"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/facts"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/family"
	"timeline/internal/ui/ribbon"
	"timeline/internal/ui/theme"
)

// signs is how many signs a bin shows at most, however wide it is.
const signs = 12

// binMarks is what lies wholly inside a bin of a lane.
type binMarks struct {
	n, near int // events, and those of them about or in doubt
	some    [signs]events.Index
	sure    events.Index // the first without reserve
	mixed   bool         // of several families
	hit     bool         // the selected event is among them
}

// pen draws lanes on a scale.
type pen struct {
	data     *events.Dataset
	cal      *calendar.Calendar
	scale    calendar.Scale
	canvas   *canvas.Canvas
	x        int
	selected events.Index
	letters  []rune
	families *family.Families
	marks    []binMarks // of the lane being drawn
}

// lane draws what is known of a lane in row y: signs for what fell into a bin, ─
// for what lasted right through it, and ░ ┄ · for what may have fallen into it, by
// how much is to be expected there.
func (p *pen) lane(l *Lane, y int) {
	l.count(p.cal)
	p.gather(l)
	for i, w := range l.tally.Weights(p.scale) {
		b := &p.scale.Bins[i]
		share := w.Spread - int64(w.Sure+w.Near)*calendar.Unit
		sign, role := ' ', theme.Shade
		switch {
		case held(l.core, b.Span):
			sign, role = '─', theme.Muted
		case share >= calendar.Unit*3/4:
			sign = '░'
		case share >= calendar.Unit/4:
			sign = '┄'
		case share > 0:
			sign = '·'
		}
		if sign != ' ' {
			p.canvas.Fill(p.x+b.X, y, b.Width, sign, role)
		}
		if p.marks[i].n > 0 {
			p.bin(b, &p.marks[i], y)
		}
	}
}

// held tells whether one of the spans, which are in order, holds all of b.
func held(spans []calendar.Span, b calendar.Span) bool {
	k := sort.Search(len(spans), func(k int) bool { return spans[k].Last >= b.Last })
	return k < len(spans) && spans[k].Holds(b)
}

// gather finds what lies wholly inside each bin, going through both in order.
func (p *pen) gather(l *Lane) {
	if len(p.marks) != len(p.scale.Bins) {
		p.marks = make([]binMarks, len(p.scale.Bins))
	}
	clear(p.marks)
	bins, k := p.scale.Bins, 0
	if len(bins) == 0 {
		return
	}
	d := p.data
	from := sort.Search(len(l.byFirst), func(n int) bool { return d.First[l.byFirst[n]] >= bins[0].First })
	for _, i := range l.byFirst[from:] {
		for k < len(bins) && bins[k].Last < d.First[i] {
			k++
		}
		if k == len(bins) {
			return
		}
		if d.Last[i] > bins[k].Last {
			continue
		}
		m := &p.marks[k]
		if m.n < signs {
			m.some[m.n] = i
		}
		m.mixed = m.mixed || p.families.Number(d.Types[i]) != p.families.Number(d.Types[m.some[0]])
		if p.cal.Loose(i) {
			m.near++
		} else if m.n+1-m.near == 1 {
			m.sure = i
		}
		m.n++
		m.hit = m.hit || i == p.selected
	}
}

// bin writes the signs of a bin. A gap is left after them, where there is room.
func (p *pen) bin(b *calendar.Bin, m *binMarks, y int) {
	room := max(b.Width-1, 1)
	x := p.x + b.X
	one := func(x int, i events.Index) {
		f := p.families.Of(p.data.Types[i])
		role := f.Role()
		if i == p.selected {
			role = theme.Amber
		}
		p.canvas.Set(x, y, f.Sign, role)
	}
	count, doubt := theme.Strong, theme.Shade
	if m.hit {
		count, doubt = theme.Amber, theme.Amber
	}
	switch sure := m.n - m.near; {
	case m.near == 0 && m.n <= min(room, signs):
		for k := range m.n {
			one(x+k, m.some[k])
		}
	case room == 1 && m.near > 0 && sure == 0:
		p.canvas.Set(x, y, '?', doubt)
	case room == 1 && m.near > 0 && sure == 1: // no room to say both: doubt gives way
		one(x, m.sure)
	case room == 1:
		p.canvas.Text(x, y, figure(sure, 1), count, 1)
	case m.near > 0 && m.n == 1:
		p.canvas.Set(x, y, '?', doubt)
		one(x+1, m.some[0])
	case m.near > 0:
		p.canvas.Set(x, y, '?', doubt)
		p.canvas.Text(x+1, y, figure(m.n, room-1), count, room-1)
	case !m.mixed:
		one(x, m.some[0])
		if m.hit {
			p.canvas.Set(x, y, p.canvas.At(x, y).Rune, theme.Amber)
		}
		p.canvas.Text(x+1, y, figure(m.n, room-1), count, room-1)
	default:
		p.canvas.Text(x, y, figure(m.n, room), count, room)
	}
}

// figure is a number, or + where it is longer than the room.
func figure(n, room int) string {
	if s := strconv.Itoa(n); len(s) <= room {
		return s
	}
	return "+"
}

// over lays the selected event's extent over its lane, between the signs.
func (p *pen) over(y int) {
	e := p.cal.Extent(p.selected)
	if _, within := p.scale.Within(e.Outer()); within {
		return
	}
	row := canvas.New(p.scale.Width(), 1)
	ribbon.Extent(row, 0, 0, p.scale, e, theme.Amber)
	for x := range row.Width {
		sign := row.At(x, 0).Rune
		if sign == ' ' {
			continue
		}
		switch under := p.canvas.At(p.x+x, y).Rune; {
		case sign != '┄' && sign != '━':
		case under != ' ' && under != '·' && under != '┄' && under != '░' && under != '─':
			continue
		}
		p.canvas.Set(p.x+x, y, sign, theme.Amber)
	}
}

// tie draws an office or membership in row y: the letter of each source at the day
// at which it attests it, ┄ where it was possibly held, ━ where it certainly was.
// Letters of sources that give no date stand at the right end.
func (p *pen) tie(t *facts.Tie, y int) {
	s := p.scale
	for _, g := range t.Dates {
		e := calendar.ExtentOf(g.Date)
		if _, within := s.Within(e.Outer()); within {
			continue
		}
		for _, piece := range e.Pieces {
			if a, b, ok := s.Cells(piece); ok {
				for x := a; x <= b; x++ {
					if p.canvas.At(p.x+x, y).Rune == ' ' {
						p.canvas.Set(p.x+x, y, '┄', theme.Muted)
					}
				}
			}
		}
		if a, b, ok := s.InnerCells(e.Core); ok && e.Lasting {
			p.canvas.Fill(p.x+a, y, b-a+1, '━', theme.Ink)
		}
	}
	taken := map[int]bool{}
	undated := ""
	for _, g := range t.Dates {
		letter := p.letters[g.Source]
		if g.Date.IsZero() {
			undated += " " + string(letter)
			continue
		}
		day := facts.Named(g.Date)
		at := calendar.Span{First: day, Last: day}
		if !s.Span().Holds(at) {
			continue
		}
		b := s.Bins[s.Bin(day)]
		x, step := b.X, 1
		if g.Date.Earliest() == edtf.DistantPast { // by then: the letter ends the line
			x, step = b.X+b.Width-1, -1
		}
		for taken[x] && x+step >= b.X && x+step < b.X+b.Width { // beside the letter that is there, but in its bin
			x += step
		}
		if taken[x] {
			letter = '+'
		}
		taken[x] = true
		p.canvas.Set(p.x+x, y, letter, theme.Green)
	}
	p.undated(undated, y)
}

// undated writes the letters of sources without a date at the right end, if nothing
// is there.
func (p *pen) undated(letters string, y int) {
	if letters == "" {
		return
	}
	text := "undated" + letters
	n := len([]rune(text))
	x := p.x + p.scale.Width() - n
	for k := -1; k < n; k++ {
		if x+k < p.x || p.canvas.At(x+k, y).Rune != ' ' {
			return
		}
	}
	p.canvas.Text(x, y, text, theme.Faint, n)
}
