package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/calendar"
	"timeline/internal/session"
	"timeline/internal/ui/canvas"
	"timeline/internal/ui/ribbon"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// strip is the ribbon above a view: the strip of time that follows the selected
// event, or that the mouse moves away from it.
type strip struct {
	held     held
	dragging bool // the overview is held with the mouse
	drawn    drawn
}

// held is what the window last followed.
type held struct {
	event   int // the place in Shown
	filters int
	width   int
	zoom    session.Unit
}

// follow brings the selected event into the window when that is another event, or
// when width or zoom changed; otherwise the window stays where the mouse put it.
func (s *strip) follow(c *view.Context, w int) {
	now := held{c.Pos, c.Filters, w, c.Zoom}
	if w < 1 || now == s.held {
		return
	}
	s.held = now
	days := c.Calendar.Period
	if i, ok := c.Current(); ok {
		days = c.Calendar.Outer(i)
	}
	c.Hold(w, days)
}

// picture is the ribbon as it is drawn into a rectangle.
func (m *Model) picture() ribbon.Picture {
	return ribbon.Picture{Data: m.c.Data, Calendar: m.c.Calendar, Tally: m.c.Tally, View: m.c.Time, Selected: m.c.At(), Width: m.lay.width, Bars: ribbon.BarRows(m.lay.height)}
}

// drawn is the ribbon that was drawn last: its rows follow from the rest alone.
type drawn struct {
	picture ribbon.Picture
	theme   *theme.Theme
	signs   theme.Signs
	lay     layout
	rows    []string
}

// renderRibbon draws the ribbon, unless it stands as it did.
func (m *Model) renderRibbon() []string {
	d, picture := &m.strip.drawn, m.picture()
	if d.rows == nil || d.picture != picture || d.theme != m.c.Theme || d.signs != m.c.Signs || d.lay != m.lay {
		*d = drawn{picture, m.c.Theme, m.c.Signs, m.lay, m.drawRibbon()}
	}
	return d.rows
}

// drawRibbon draws the ribbon; its last row meets the divider of the panes.
func (m *Model) drawRibbon() []string {
	at := m.lay.ribbon
	c := canvas.New(at.Dx(), at.Dy())
	m.picture().Draw(c, 0, 0)
	if x := m.lay.list.Max.X; m.lay.wide && m.c.Time.Zoom == calendar.ZoomWhole && c.At(x, at.Dy()-1).Rune == '─' {
		c.Set(x, at.Dy()-1, '┬', theme.Rule)
	}
	return c.Rows(m.c.Theme, m.c.Signs)
}

// fit shows the selected event's days as large as they fit.
func (m *Model) fit(c *view.Context) {
	c.Say("The ribbon shows %s, all that this event can take.", c.Fit(m.lay.width))
	m.strip.held = held{c.Pos, c.Filters, m.lay.width, c.Zoom}
}

// wheelOnRibbon moves the window by a bin; the whole period cannot move, so there
// the selected event does.
func (m *Model) wheelOnRibbon(direction int) {
	c := m.c
	if c.Time.Zoom == calendar.ZoomWhole {
		c.Home()
		c.Step(c.Zoom, direction)
		return
	}
	c.Time = c.Calendar.Stepped(c.Time, m.lay.width, direction)
}

// clickOnRibbon selects the event nearest to what is clicked, the next one of the
// same bin if one of its is selected; in the overview it moves the window there.
func (m *Model) clickOnRibbon(at image.Point) {
	c, corner := m.c, m.lay.ribbon.Min
	p := m.picture()
	hit, ok := p.At(min(at.X-corner.X, p.Scale().Width()-1), at.Y-corner.Y)
	if !ok {
		return
	}
	if m.strip.dragging = hit.Overview; hit.Overview {
		m.centre(hit)
		return
	}
	c.Home()
	if i, ok := c.Calendar.Pick(c.Shown, hit.Bin, p.Selected); ok {
		if i != p.Selected {
			c.Show(i)
		}
		c.Say("%s", hit.Notice())
	}
}

// centre moves the window so that a bin is in its middle.
func (m *Model) centre(hit ribbon.Hit) {
	m.c.Time = m.c.Calendar.Centred(m.c.Time.Zoom, m.lay.width, hit.Bin.Middle())
	m.c.Say("%s", hit.Notice())
}

// onDrag moves the window while the overview is held.
func (m *Model) onDrag(mouse tea.Mouse) {
	if !m.strip.dragging || mouse.Button != tea.MouseLeft {
		return
	}
	p := m.picture()
	if hit, ok := p.At(mouse.X, p.Height()-1); ok {
		m.centre(hit)
	}
}
