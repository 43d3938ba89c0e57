package ui

import (
	"cmp"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
	"timeline/internal/ui/view"
)

// picking is the picker that is open and what has been done in it.
type picking struct {
	*view.Picker // nil for none
	input        textinput.Model
	rows         []view.Row
	cur          int
	used         bool // something was chosen since it opened
}

// open begins with what the context asks for, or with nothing.
func (p *picking) open(c *view.Context) {
	*p = picking{Picker: c.Picker}
	if p.Picker != nil {
		p.input = newInput(max(c.Beside.Dx()-6, 8))
		p.changed(c)
	}
}

// changed makes the rows anew, for what is typed now.
func (p *picking) changed(c *view.Context) {
	p.rows = p.Rows(c, p.input.Value())
	p.move(0)
}

// move moves the cursor by n rows, over headings.
func (p *picking) move(n int) {
	p.cur = min(max(p.cur+n, 0), max(len(p.rows)-1, 0))
	onward := cmp.Or(cmp.Compare(n, 0), 1)
	for _, step := range []int{onward, -onward} {
		for at := p.cur; at >= 0 && at < len(p.rows); at += step {
			if !p.rows[at].Heading {
				p.cur = at
				return
			}
		}
	}
}

func (p *picking) key(c *view.Context, k tea.KeyPressMsg) tea.Cmd {
	page := max(c.Beside.Dy()-4, 1)
	switch k.String() {
	case "esc":
		if p.input.Value() == "" {
			c.Picker = nil
			return nil
		}
		p.input.SetValue("")
		p.cur = 0
		p.changed(c)
	case "enter":
		return p.enter(c)
	case "tab":
		return p.choose(c, p.row().Choose, false)
	case "ctrl+e":
		return p.choose(c, p.row().Exclude, true)
	case "ctrl+g":
		return p.choose(c, p.row().Widen, true)
	case "ctrl+a":
		if p.Several {
			p.used = true
			c.AnyOrAll(!c.All)
			p.changed(c)
		}
	case "down", "ctrl+n", "ctrl+j":
		p.move(1)
	case "up", "ctrl+p", "ctrl+k":
		p.move(-1)
	case "pgdown", "ctrl+d":
		p.move(page)
	case "pgup", "ctrl+u":
		p.move(-page)
	case "home":
		p.move(-len(p.rows))
	case "end":
		p.move(len(p.rows))
	default:
		if p.Letter != nil && len(k.Text) == 1 && p.input.Value() == "" {
			if cmd, ok := p.Letter(c, k.Text); ok {
				c.Picker = nil
				return cmd
			}
		}
		p.typed(c, k)
	}
	return nil
}

// typed gives a key or a paste to the text.
func (p *picking) typed(c *view.Context, msg tea.Msg) {
	before := p.input.Value()
	p.input = typedInto(p.input, msg)
	if p.input.Value() != before {
		p.cur = 0
		p.changed(c)
	}
}

// row is the row under the cursor, an empty one if there is none.
func (p *picking) row() view.Row {
	if p.cur < len(p.rows) {
		return p.rows[p.cur]
	}
	return view.Row{}
}

// enter chooses the row under the cursor and closes; after several have been
// chosen with tab it only closes.
func (p *picking) enter(c *view.Context) tea.Cmd {
	row := p.row()
	switch {
	case row.Off != "":
		c.Warn("%s: %s.", row.Label, row.Off)
		return nil
	case p.used:
		c.Picker = nil
		return nil
	case row.Choose == nil: // none, or a heading
		return nil
	}
	c.Picker = nil
	return row.Choose(c)
}

// choose does what the row under the cursor offers, nil for nothing, and stays open.
// Pickers that are no filters only do what only they offer.
func (p *picking) choose(c *view.Context, do func(*view.Context) tea.Cmd, always bool) tea.Cmd {
	if do == nil {
		return nil
	}
	if !p.Several && !always {
		p.move(1)
		return nil
	}
	p.used = true
	cmd := do(c)
	if !always && p.input.Value() != "" { // the next name begins anew
		p.input.SetValue("")
		p.cur = 0
		p.changed(c)
		return cmd
	}
	p.changed(c)
	if !always {
		p.move(1)
	}
	return cmd
}

// click chooses the row at line y of the picker.
func (p *picking) click(c *view.Context, y int) tea.Cmd {
	from, to, _ := p.window(c.Beside.Dy())
	row := from + y - 2
	if y < 2 || row >= to || p.rows[row].Heading {
		return nil
	}
	p.cur = row
	return p.enter(c)
}

// window is the part of the rows that is seen in h lines, and how many of these
// are the foot.
func (p *picking) window(h int) (from, to, foot int) {
	if h >= 8 {
		foot = 1
	}
	from, to = view.Window(len(p.rows), max(h-2-foot, 0), p.cur)
	return from, to, foot
}

// draw draws the open picker into w by h cells.
func (p *picking) draw(c *view.Context, w, h int) []string {
	th, title := c.Theme, p.Title
	if p.Several {
		title += map[bool]string{false: " · any of", true: " · all of"}[c.All]
	}
	out := []string{th.Paint(theme.Strong, paint.Fit(" "+title, w)), th.Paint(theme.Blue, " > ") + th.Paint(theme.Ink, paint.Fit(p.input.Value(), w-3))}
	from, to, foot := p.window(h)
	for i := from; i < to; i++ {
		out = append(out, p.rows[i].Draw(th, i == p.cur, w))
	}
	if len(p.rows) == 0 && h-2-foot > 0 {
		out = append(out, th.Paint(theme.Muted, paint.Fit("   nothing matches; esc empties the line", w)))
	}
	for len(out) < h-foot {
		out = append(out, strings.Repeat(" ", w))
	}
	if foot == 1 {
		out = append(out, th.Paint(theme.Faint, paint.Fit(" "+p.Hint, w)))
	}
	return out[:h]
}
