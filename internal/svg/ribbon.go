package svg

import (
	"fmt"
	"strings"

	"timeline/internal/calendar"
)

// legend is what the looks of a picture mean.
const legend = "Solid: certainly in that stretch of time. Hatched or hollow: about, or uncertain. Dashed: can have been then."

// barHeight is that of the highest bar, in pixels.
const barHeight = 72

// Ribbon draws the names of the stretches of time and a bar for the events in each:
// solid for those that lie wholly inside, hatched for those that do so about or in
// doubt, and a dashed outline for the shares of those that reach over several.
func (p Picture) Ribbon() string {
	s := p.Calendar.Scale(p.view(), wide, calendar.RibbonCells(wide))
	pen := &pen{id: p.ID}
	const left, top, base = cell, 20, 20 + barHeight + 8
	axis(pen, left, 14, s)
	rules(pen, left, top, base, s)
	bars(pen, left, base, s, p.Calendar.Tally(p.Rows).Weights(s))
	pen.line(left, base, left+s.Width()*cell, base, "rule")
	key(pen, left, base+20)
	return p.whole(pen, max(s.Width()*cell+2*left, keyWidth), base+30, p.described(s)+" "+legend)
}

// axis names the bins of a scale.
func axis(p *pen, x, y int, s calendar.Scale) {
	for _, l := range s.Labels() {
		class := "faint"
		if l.Strong {
			class = "ink"
		}
		p.text(x+l.X*cell, y, class, l.Text)
	}
}

// rules draws thin lines where years begin, or months.
func rules(p *pen, x, from, to int, s calendar.Scale) {
	var path strings.Builder
	for _, at := range s.Rules() {
		fmt.Fprintf(&path, "M%d %dV%d", x+at*cell, from, to)
	}
	if path.Len() > 0 {
		p.put(`<path class="tl-rule" d="%s"/>`+"\n", path.String())
	}
}

// bars draws the bars of a scale, standing on base.
func bars(p *pen, x, base int, s calendar.Scale, ws []calendar.Weight) {
	var most int64
	for _, w := range ws {
		most = max(most, w.Spread)
	}
	high := func(n int64) int {
		if n == 0 {
			return 0
		}
		return max(int(float64(n)/float64(most)*barHeight+0.5), 1)
	}
	for i, b := range s.Bins {
		w := ws[i]
		at, width := x+b.X*cell+1, b.Width*cell-2
		sure, both, all := high(int64(w.Sure)*calendar.Unit), high(int64(w.Sure+w.Near)*calendar.Unit), high(w.Spread)
		if all > both {
			p.rect(at, base-all, width, all-both, "may")
		}
		if both > sure {
			p.near(at, base-both, width, both-sure)
		}
		if sure > 0 {
			p.rect(at, base-sure, width, sure, "sure")
		}
	}
}

// keyWidth is how wide the key is, in pixels.
const keyWidth = 560

// key says what the looks mean, in one row.
func key(p *pen, x, y int) {
	p.rect(x, y-9, 14, 9, "sure")
	p.text(x+20, y, "faint", "certainly in that stretch")
	p.near(x+180, y-9, 14, 9)
	p.text(x+200, y, "faint", "about, or uncertain")
	p.rect(x+330, y-9, 14, 9, "may")
	p.text(x+350, y, "faint", "can have been then (shares)")
}
