package tour

import (
	"slices"
	"strconv"

	"timeline/internal/calendar"
	"timeline/internal/events"
	"timeline/internal/gazetteer"
	"timeline/internal/lineage"
	"timeline/internal/tours"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/geomap"
	"timeline/internal/ui/groups"
	"timeline/internal/ui/lanes"
	"timeline/internal/ui/ribbon"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// strip is the ribbon: of the whole period and of all events, whatever the browser
// filters. Visited stops are dots; the present one is marked once its date is revealed;
// coming ones are not drawn.
func (s *Stage) strip(c *view.Context, w, h int, shape shape) []string {
	if w < 1 || h < compactBelow/2 {
		return nil
	}
	p := ribbon.Picture{Data: c.Data, Calendar: c.Calendar, Tally: c.Calendar.All(), Selected: -1, Width: w, Bars: ribbon.BarRows(h)}
	if shape != normal {
		p.Bars = 1
	}
	rows, mark := p.Height(), p.Bars
	if p.Bars > 1 {
		mark++ // below the names of the bins
	}
	if shape == large {
		rows++
	}
	out := canvas.New(w, rows)
	p.Draw(out, 0, 0)
	scale := p.Scale()
	scene := s.see(c)
	if scene.Event >= 0 {
		ribbon.Extent(out, 0, mark, scale, c.Calendar.Extent(scene.Event), theme.Amber)
	}
	for _, i := range scene.Visited {
		a, b, ok := scale.Cells(c.Calendar.Extent(i).Outer())
		if x := (a + b) / 2; ok && out.At(x, mark).Rune == ' ' {
			out.Set(x, mark, '·', theme.Ink)
		}
	}
	if shape == large {
		ends(out, rows-1, scale, w)
	}
	return c.Rows(out)
}

// ends names the first year of a scale and the last.
func ends(out *canvas.Canvas, y int, s calendar.Scale, w int) {
	period := s.Span()
	first, _, _ := period.First.Civil()
	last, _, _ := period.Last.Civil()
	a, b := strconv.Itoa(first), strconv.Itoa(last)
	out.Text(0, y, a, theme.Muted, w)
	out.Text(max(w-len(b), 0), y, b, theme.Muted, w)
}

// shown is what the class sees, kept until it moves.
type shown struct {
	tour    *tours.Tour
	scene   tours.Scene
	picture func(c *view.Context, w, h int) *canvas.Canvas // of the events of a query; nil for none
}

// see is what the class sees.
func (s *Stage) see(c *view.Context) tours.Scene {
	k := &s.t.run.desk
	if s.shown.tour != k.Tour || s.shown.scene.At != k.At {
		s.shown = shown{tour: k.Tour, scene: k.Tour.See(c.Data, k.At)}
		if stop := k.Tour.Stop(k.At); stop != nil && len(s.shown.scene.Events) > 0 {
			s.shown.picture = pictureOf(c, stop.View, s.shown.scene.Events)
		}
	}
	return s.shown.scene
}

// pictureOf draws events as a view of the browser does; nil if they are to be a list.
func pictureOf(c *view.Context, name string, list []events.Index) func(*view.Context, int, int) *canvas.Canvas {
	switch name {
	case "lanes":
		set := lanes.New(c.Data, c.Calendar, list, lanes.Actors)
		return func(c *view.Context, w, h int) *canvas.Canvas {
			out := canvas.New(w, h)
			p := lanes.Picture{Data: c.Data, Calendar: c.Calendar, Set: set, Selected: -1, Lane: -1, Width: w, Height: h}
			p.View = c.Calendar.Fitting(p.ScaleWidth(), c.Calendar.Hull(list))
			p.Draw(out, 0, 0)
			return out
		}
	case "map":
		tallies := gazetteer.Tallies(c.Data, list, c.Calendar.Period)
		m := geomap.New(c.Data)
		return func(_ *view.Context, w, h int) *canvas.Canvas {
			return m.Draw(m.Start(tallies), tallies, w, h).Canvas
		}
	case "groups":
		l := lineage.Of(c.Data, c.Calendar)
		return func(c *view.Context, w, h int) *canvas.Canvas {
			return groups.Draw(l, c.Calendar, onEvent(l, list), w, h).Canvas
		}
	}
	return nil
}

// onEvent is the lineage at the first tie that one of the events tells of.
func onEvent(l *lineage.Lineage, list []events.Index) groups.State {
	state, _ := groups.Start(l).To(l, func(t *lineage.Tie) bool { return slices.Contains(list, t.Event) })
	return state
}
