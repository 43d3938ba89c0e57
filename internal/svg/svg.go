// Package svg draws pictures of time as the screen does, for pages and for print:
// the ribbon, lanes of actors, strips with a row for each date, and a map. It has no
// terminal: what is drawn where comes from package calendar.
//
// As on the screen nothing is drawn finer than it is known. Solid is what lies wholly
// inside its stretch of time or certainly was going on; hatched or hollow is what is
// about or uncertain; dashed is where something can have been.
//
// Pictures are well-formed XML (SVG 1.1, with the media queries of CSS for dark
// backgrounds, which programs that do not know them leave out). They hold no script and
// ask for nothing from anywhere.
package svg

import (
	"cmp"
	"fmt"
	"html"
	"strings"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/printable"
)

// Picture is what is drawn, and how it is called.
type Picture struct {
	Data     *events.Dataset
	Calendar *calendar.Calendar
	Rows     []events.Index // the events that are shown
	Title    string         // read out in place of the picture; the dataset's title if empty
	ID       string         // begins the ids in the picture: tells the pictures of a page apart
	InPage   bool           // part of a page, whose style holds [CSS]: no ground and no style of its own
}

// cell is the width in pixels of what is a cell on the screen; wide is how many of
// them the scale takes at most.
const (
	cell = 8
	wide = 120
)

// CSS is how pictures look, on light and on dark ground.
const CSS = `.tl-ground{fill:#fff}
.tl-ink{fill:#1f2328}
.tl-faint{fill:#5c6570}
.tl-rule{stroke:#c3c9d0}
.tl-sure{fill:#0550ae}
.tl-near{stroke:#0550ae}
.tl-may{fill:none;stroke:#3565ab;stroke-dasharray:2 2}
.tl-core{stroke:#0550ae;stroke-width:4}
.tl-line{stroke:#3565ab;stroke-width:1.5;stroke-dasharray:4 3}
.tl-end{stroke:#3565ab;stroke-width:1.5;fill:none}
.tl-loose{fill:none;stroke:#0550ae;stroke-width:1.5;stroke-dasharray:2 1.5}
.tl-hatch{stroke:#0550ae}
.tl-coast{stroke:#5c6570}
.tl-disputed{stroke:#8d96a1;stroke-dasharray:3 3}
.tl-water{stroke:#2f6f8f}
@media screen and (prefers-color-scheme:dark){
.tl-ground{fill:#15191f}
.tl-ink{fill:#d8dee9}
.tl-faint{fill:#96a1b2}
.tl-rule{stroke:#3d4653}
.tl-coast{stroke:#96a1b2}
.tl-disputed{stroke:#6b7686}
.tl-water{stroke:#6a9ab3}
.tl-sure{fill:#82b1ff}
.tl-near,.tl-core,.tl-loose,.tl-hatch{stroke:#82b1ff}
.tl-may,.tl-line,.tl-end{stroke:#7aa0e0}
}
`

// pen writes the elements of a picture.
type pen struct {
	b  strings.Builder
	id string
}

func (p *pen) put(format string, a ...any) { fmt.Fprintf(&p.b, format, a...) }

// text writes s from x on, standing on y.
func (p *pen) text(x, y int, class, s string) {
	p.put(`<text class="tl-%s" x="%d" y="%d">%s</text>`+"\n", class, x, y, escaped(s))
}

// ended is text that ends at x.
func (p *pen) ended(x, y int, class, s string) {
	p.put(`<text class="tl-%s" x="%d" y="%d" text-anchor="end">%s</text>`+"\n", class, x, y, escaped(s))
}

// line draws a line.
func (p *pen) line(x1, y1, x2, y2 int, class string) {
	p.put(`<path class="tl-%s" d="M%d %dL%d %d"/>`+"\n", class, x1, y1, x2, y2)
}

// near draws a rectangle that is hatched.
func (p *pen) near(x, y, w, h int) {
	p.put(`<rect class="tl-near" fill="url(#%shatch)" x="%d" y="%d" width="%d" height="%d"/>`+"\n", p.id, x, y, w, h)
}

// rect draws a rectangle.
func (p *pen) rect(x, y, w, h int, class string) {
	p.put(`<rect class="tl-%s" x="%d" y="%d" width="%d" height="%d"/>`+"\n", class, x, y, w, h)
}

// escaped makes text of a dataset stand in XML as it is: printable.Line leaves no
// character in it that XML refuses.
func escaped(s string) string { return html.EscapeString(printable.Line(s)) }

// whole is the picture round what has been drawn.
func (p Picture) whole(drawn *pen, w, h int, desc string) string {
	out := &pen{id: drawn.id}
	out.put(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-labelledby="%stitle %sdesc" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="11">`+"\n", w, h, w, h, out.id, out.id)
	title := cmp.Or(p.Title, p.Data.Meta.Title)
	out.put(`<title id="%stitle">%s</title>`+"\n"+`<desc id="%sdesc">%s</desc>`+"\n", out.id, escaped(title), out.id, escaped(desc))
	if !p.InPage {
		out.put("<style>%s</style>\n", CSS)
	}
	out.put(`<defs><pattern id="%shatch" width="4" height="4" patternUnits="userSpaceOnUse"><path class="tl-hatch" d="M-1 1L1 -1M0 4L4 0M3 5L5 3" stroke-width="1"/></pattern></defs>`+"\n", out.id)
	if !p.InPage {
		out.rect(0, 0, w, h, "ground")
	}
	return out.b.String() + drawn.b.String() + "</svg>\n"
}

// view is the nearest one that shows all events, as the screen's key = makes it; for
// the whole dataset the whole period.
func (p Picture) view() calendar.View {
	if len(p.Rows) == 0 || len(p.Rows) == p.Data.Len() {
		return calendar.View{}
	}
	return p.Calendar.Fitting(wide, p.Calendar.Hull(p.Rows))
}

// described says in a sentence what is shown, and from when to when.
func (p Picture) described(s calendar.Scale) string {
	text := english.Count(len(p.Rows), "event", "events")
	if span := s.Span(); !span.Empty() {
		text += ", from " + edtf.OfDay(span.First).English(edtf.Long) + " to " + edtf.OfDay(span.Last).English(edtf.Long)
	}
	return text + ", on a scale that opens where much happened."
}
