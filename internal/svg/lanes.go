package svg

import (
	"cmp"
	"strconv"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/facts"
	"timeline/internal/sorting"
)

// maxLanes is how many lanes a picture has at most: those of the actors with the most
// events.
const maxLanes = 100

// lane is an actor's events.
type lane struct {
	id, name string
	events   []events.Index
	first    edtf.Day
}

// Lanes draws a row for each actor, by first appearance, those of few events after all
// others. A filled dot or figure stands for what lies wholly inside its stretch of
// time, a hollow one for what does so about or in doubt, a solid line for what lasted
// right through it, and a dashed one for where something can have been.
func (p Picture) Lanes() string {
	lanes, more := p.lanes()
	s := p.Calendar.Scale(p.view(), wide, calendar.LaneCells(wide))
	pen := &pen{id: p.ID}
	const left, top = (nameLetters + 2) * letterWidth, 20
	bottom := top + len(lanes)*rowHeight
	axis(pen, left, 14, s)
	rules(pen, left, top, bottom, s)
	for n, l := range lanes {
		y := top + n*rowHeight + rowHeight/2
		pen.ended(left-6, y+4, "ink", l.name+" "+strconv.Itoa(len(l.events)))
		p.drawLane(pen, left, y, s, &lanes[n])
	}
	pen.line(left, bottom, left+s.Width()*cell, bottom, "rule")
	desc := p.described(s) + " A row for each of " + english.Count(len(lanes), "actor", "actors") + ". " + legend
	if more > 0 {
		rest := english.Count(more, "actor", "actors") + " of fewer events are not drawn."
		pen.text(left, bottom+16, "faint", rest)
		desc += " " + rest
		bottom += 16
	}
	key(pen, left, bottom+20)
	return p.whole(pen, left+max(s.Width()*cell, keyWidth)+cell, bottom+30, desc)
}

// lanes are the actors of the events shown, in the order of the picture, and the
// number of those left out.
func (p Picture) lanes() (lanes []lane, more int) {
	lists := make([][]events.Index, len(p.Data.Actors))
	for _, i := range p.Rows {
		for _, a := range p.Data.ActorsOf.At(int(i)) {
			lists[a] = append(lists[a], i)
		}
	}
	for a, list := range lists {
		if len(list) == 0 {
			continue
		}
		l := lane{p.Data.Actors[a].ID, cut(facts.Name(&p.Data.Actors[a], nameLetters), nameLetters), list, edtf.DistantFuture}
		for _, i := range list {
			l.first = min(l.first, max(p.Data.First[i], p.Calendar.Period.First))
		}
		lanes = append(lanes, l)
	}
	byEvents := func(a, b *lane) int { return cmp.Compare(len(b.events), len(a.events)) }
	if len(lanes) > maxLanes {
		sorting.Records(lanes, byEvents)
		lanes, more = lanes[:maxLanes], len(lanes)-maxLanes
	}
	sorting.Records(lanes, func(a, b *lane) int {
		return cmp.Or(facts.CompareLanes(len(a.events), len(b.events), a.first, b.first), strings.Compare(a.id, b.id))
	})
	return lanes, more
}

// drawLane draws an actor's events round the line y.
func (p Picture) drawLane(pen *pen, x, y int, s calendar.Scale, l *lane) {
	var cores []calendar.Span
	for _, i := range l.events {
		if core, ok := p.Calendar.Core(i); ok {
			cores = append(cores, core)
		}
	}
	ws := p.Calendar.Tally(l.events).Weights(s)
	from := -1 // cell in which a dashed line began
	for i, w := range ws {
		may := w.Spread > int64(w.Sure+w.Near)*calendar.Unit
		if may && from < 0 {
			from = s.Bins[i].X
		}
		if from >= 0 && (!may || i == len(ws)-1) {
			to := s.Bins[i].X
			if may {
				to += s.Bins[i].Width
			}
			pen.line(x+from*cell, y, x+to*cell, y, "line")
			from = -1
		}
	}
	for _, core := range calendar.Joined(cores) {
		if a, b, ok := s.InnerCells(core); ok {
			pen.line(x+a*cell, y, x+(b+1)*cell, y, "core")
		}
	}
	for i, w := range ws {
		at := x + s.Bins[i].X*cell + s.Bins[i].Width*cell/2
		if w.Near > 0 {
			pen.put(`<circle class="tl-loose" cx="%d" cy="%d" r="6"/>`+"\n", at, y)
		}
		if w.Sure > 0 {
			pen.put(`<circle class="tl-sure" cx="%d" cy="%d" r="%d"/>`+"\n", at, y, min(2+w.Sure, 5))
		}
		if n := w.Sure + w.Near; n > 1 {
			pen.text(at+6, y-3, "faint", strconv.Itoa(n))
		}
	}
}
