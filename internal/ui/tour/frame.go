package tour

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/english"
	"timeline/internal/tours"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// frame is what stands round the body: rows that are drawn already.
type frame struct{ top, foot []string }

// Draw draws the class's screen.
func (s *Stage) Draw(c *view.Context, w, h int) []string {
	if s.t.run.desk.Black {
		return dark(c.Theme, w, h)
	}
	f, b := s.frame(c, w, h), s.body(c, w, h)
	var rows []string
	if b.At.Stop == 0 {
		rows = s.start(c, w, b.h)
	} else {
		rows = s.drawPage(c, b)
	}
	rows = append(append(f.top, paint.Cropped(rows, 0, w, b.h)...), f.foot...)
	return paint.Cropped(rows, 0, w, h)
}

// drawPage draws the page that is shown.
func (s *Stage) drawPage(c *view.Context, b body) []string {
	pages := b.pages()
	at := min(s.t.run.page, len(pages)-1)
	p := pages[at]
	var rows []string
	for _, l := range p.lines[:min(len(p.lines), b.h)] {
		rows = append(rows, l.draw(c.Theme, p.indent, b.w))
	}
	if left := b.h - len(rows) - 1; p.picture && left > 0 {
		rows = append(rows, paint.Fit("", b.w))
		rows = append(rows, c.Rows(s.shown.picture(c, b.w, left))...)
	}
	if len(pages) > 1 && len(rows) < b.h {
		for len(rows) < b.h-1 {
			rows = append(rows, paint.Fit("", b.w))
		}
		rows = append(rows, line{{s.part(b, at+1, len(pages)), theme.Muted}}.draw(c.Theme, p.indent, b.w))
	}
	return rows
}

// part is which of several pages is shown: "3 of 3 claims · ← the others".
func (s *Stage) part(b body, n, of int) string {
	what := "parts"
	if list := b.things(b.newest, b.w); len(list) == of && (list[0].part == tours.Claims || list[0].part == tours.Quotes) && list[of-1].part == list[0].part {
		what = map[tours.Part]string{tours.Claims: "claims", tours.Quotes: "quotations"}[list[0].part]
	}
	way := "space the next"
	if n == of {
		way = "← the others"
	}
	return fmt.Sprintf("%d of %d %s · %s", n, of, what, way)
}

// frame makes what stands round the body.
func (s *Stage) frame(c *view.Context, w, h int) frame {
	var f frame
	k := &s.t.run.desk
	shape := s.shape(w, h)
	number := s.see(c).Number()
	if number == "" {
		number = english.Count(len(k.Tour.Stops), "stop", "stops")
	}
	note := s.noteRows(c, w, h/2)
	f.foot = note
	switch title := paint.Clean(k.Tour.Title); {
	case shape == large:
		f.top = []string{line{{" " + number, theme.Muted}}.draw(c.Theme, 0, w)}
		if note == nil {
			f.foot = s.strip(c, w, h, shape)
		}
	case shape == compact:
		f.top = header(c, title, strings.ReplaceAll(number, " of ", "/"), 0, w)
		if h >= 10 && note == nil {
			f.top = append(f.top, s.strip(c, w, h, shape)...)
		}
	default:
		f.top = append(header(c, title, number, 1, w), s.strip(c, w, h, shape)...)
	}
	if last := s.last(c, shape, w); last != "" && h >= 4 {
		if shape == large && note == nil && len(f.foot) > 0 {
			f.foot = f.foot[:len(f.foot)-1]
		}
		f.foot = append(f.foot, last)
	}
	return f
}

// header is the first row: the tour, and where the class is in it.
func header(c *view.Context, title, number string, margin, w int) []string {
	room := w - paint.Width(number) - 2*margin - 1
	left := paint.Fit(strings.Repeat(" ", margin)+paint.Cut(title, max(room, 0)), max(w-paint.Width(number)-margin, 0))
	return []string{line{{left, theme.Strong}, {number, theme.Muted}}.draw(c.Theme, 0, w)}
}

// last is the last row: what the last key answered, the number that is being typed, or
// the keys; empty for none.
func (s *Stage) last(c *view.Context, shape shape, w int) string {
	switch {
	case c.Notice.Text != "":
		text, role := c.Notice.Said()
		return line{{" " + text, role}}.draw(c.Theme, 0, w)
	case s.digits != "":
		return line{{" " + s.digits, theme.Strong}, {"  enter goes to that stop", theme.Muted}}.draw(c.Theme, 0, w)
	case shape == large:
		return ""
	case shape == compact && s.cards(c):
		return line{{" enter lays them  space on  esc browse", theme.Muted}}.draw(c.Theme, 0, w)
	case shape == compact:
		return line{{" space on  b black  esc browse", theme.Muted}}.draw(c.Theme, 0, w)
	}
	keys := "space on  ← back  b black  esc browse  ? keys "
	if s.cards(c) {
		keys = "enter lays the cards  " + keys
	}
	if w >= 100 {
		keys = strings.ReplaceAll(keys, "  ", "   ")
	}
	return line{{keys, theme.Muted}}.draw(c.Theme, max(w-paint.Width(keys), 0), w)
}

// noteRows is the presenter's note, if it is to be seen, in at most so many rows.
func (s *Stage) noteRows(c *view.Context, w, most int) []string {
	k := &s.t.run.desk
	if !s.note || most < 2 {
		return nil
	}
	text := "There is no note here."
	if stop := k.Tour.Stop(k.At); stop != nil && stop.Note != "" {
		text = stop.Note
	}
	label := "── the class can read this "
	rows := []string{line{{paint.Cut(label, w) + strings.Repeat("─", max(w-paint.Width(label), 0)), theme.Amber}}.draw(c.Theme, 0, w)}
	for _, l := range wrapped(text, theme.Ink, min(w-2, longest)) {
		rows = append(rows, l.draw(c.Theme, 1, w))
	}
	return rows[:min(len(rows), most)]
}

// start is the page before the first stop, as much of it as there is room for, what
// matters most first.
func (s *Stage) start(c *view.Context, w, h int) []string {
	k := &s.t.run.desk
	indent := min(w/10, 10)
	text := min(w-2*indent, longest)
	if w < narrowBelow {
		indent, text = 0, w
	}
	begin := "space begins"
	if left := s.t.run.left; left != nil {
		begin = fmt.Sprintf("space: continue at %d of %d · g: from the beginning", left.Stop, len(k.Tour.Stops))
	}
	size := ""
	if w >= largeBelow {
		size = fmt.Sprintf("Can the back of the room read this? The screen is %d×%d here; Ctrl-plus makes its letters larger, best at about 60 columns.", w, c.Main.Dy())
	}
	var lines []line
	for _, p := range []struct {
		text string
		role theme.Role
	}{
		{k.Tour.Title, theme.Strong}, {k.Tour.Question, theme.Strong}, {begin, theme.Blue},
		{fmt.Sprintf("For %s: %s, %s.", k.Tour.For, english.Count(len(k.Tour.Stops), "stop", "stops"), english.Minutes(k.Tour.Minutes)), theme.Muted},
		{size, theme.Muted}, {strings.Join(strings.Fields(k.Tour.Intro), " "), theme.Ink},
	} {
		more := wrapped(p.text, p.role, text)
		if len(more) == 0 || len(lines)+1+len(more) > h {
			continue
		}
		if len(lines) > 0 || h > 12 {
			lines = append(lines, nil)
		}
		lines = append(lines, more...)
	}
	rows := make([]string, len(lines))
	for n, l := range lines {
		rows[n] = l.draw(c.Theme, indent, w)
	}
	return rows
}

// dark is a black screen: painted, so that it is black on a light background too.
func dark(th *theme.Theme, w, h int) []string {
	rows := paint.Blanks(w, h)
	style := ansi.Style{}
	switch {
	case th.Profile == colorprofile.ANSI:
		style = style.BackgroundColor(lipgloss.Black)
	case th.Profile == colorprofile.NoTTY || th.Profile == colorprofile.ASCII:
		if th.Dark {
			return rows
		}
		style = style.Reverse(true) // black ink is all that there is
	default:
		style = style.BackgroundColor(lipgloss.Color("#000000"))
	}
	for y := range rows {
		rows[y] = style.Styled(rows[y])
	}
	return rows
}
