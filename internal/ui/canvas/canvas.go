// Package canvas is a grid of cells that pictures are drawn on: each cell has a
// sign and a role. A canvas is painted once, by a theme and in a kind of signs.
package canvas

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/printable"
	"timeline/internal/ui/theme"
)

// Cell is one cell. A letter that is no single rune, or wider than a cell, is held
// by the canvas.
type Cell struct {
	Rune rune // ' ' if the cell is empty
	Role theme.Role
	Row  bool // on the selected row
}

// Canvas is a grid of cells, at first empty. What is drawn outside it is left out.
type Canvas struct {
	Width, Height int
	cells         []Cell
	clusters      []string // letters of several runes or cells: cell -1 is the first
}

// covered stands in a cell that the wide letter before it takes.
const covered = rune(0)

// New is an empty canvas of w by h cells.
func New(w, h int) *Canvas {
	w, h = max(w, 0), max(h, 0)
	c := &Canvas{Width: w, Height: h, cells: make([]Cell, w*h)}
	for i := range c.cells {
		c.cells[i].Rune = ' '
	}
	return c
}

// At is the cell at column x and row y; outside, an empty one.
func (c *Canvas) At(x, y int) Cell {
	if x < 0 || y < 0 || x >= c.Width || y >= c.Height {
		return Cell{Rune: ' '}
	}
	return c.cells[y*c.Width+x]
}

// Set puts a sign of one cell at x, y. A wide letter that it covers in part goes.
func (c *Canvas) Set(x, y int, r rune, role theme.Role) {
	if x < 0 || y < 0 || x >= c.Width || y >= c.Height {
		return
	}
	row := c.cells[y*c.Width : (y+1)*c.Width]
	for k := x; row[k].Rune == covered && r != covered; k-- {
		row[k].Rune = ' '
		if k > 0 && row[k-1].Rune < 0 {
			row[k-1].Rune = ' '
		}
	}
	for k := x + 1; row[x].Rune < 0 && k < len(row) && row[k].Rune == covered; k++ {
		row[k].Rune = ' '
	}
	row[x].Rune, row[x].Role = r, role
}

// Fill puts a sign into n cells from x on.
func (c *Canvas) Fill(x, y, n int, r rune, role theme.Role) {
	for k := max(-x, 0); k < min(n, c.Width-x); k++ {
		c.Set(x+k, y, r, role)
	}
}

// Paragraph writes s from x on in rows of at most room cells, as many as it takes, with
// an empty cell behind each.
func (c *Canvas) Paragraph(x, y int, s string, role theme.Role, room int) {
	for row := range strings.SplitSeq(ansi.Wordwrap(s, max(room, 1), ""), "\n") {
		c.Set(c.Text(x, y, row, role, room), y, ' ', theme.None)
		y++
	}
}

// Text writes s from x on in at most room cells, with … where it is cut, and
// returns the column after it. What a terminal would act on is made visible.
func (c *Canvas) Text(x, y int, s string, role theme.Role, room int) int {
	room = min(room, c.Width-x)
	if room <= 0 || x < 0 {
		return x
	}
	s = printable.Line(s)
	if len(s) > room { // it may be too wide: bytes are no fewer than cells
		s = ansi.Truncate(s, room, "…")
	}
	for s != "" {
		if s[0] < 0x7f && (len(s) == 1 || s[1] < 0x80) {
			c.Set(x, y, rune(s[0]), role)
			s = s[1:]
			x++
			continue
		}
		cluster, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		s = s[len(cluster):]
		runes := []rune(cluster)
		if len(runes) == 1 && w == 1 {
			c.Set(x, y, runes[0], role)
		} else if w > 0 {
			c.clusters = append(c.clusters, cluster)
			c.Set(x, y, -rune(len(c.clusters)), role)
			for k := 1; k < w; k++ {
				c.Set(x+k, y, covered, role)
			}
		}
		x += w
	}
	return x
}

// Cells is how many cells a text takes when it is written on a canvas.
func Cells(text string) int { return ansi.StringWidth(printable.Line(text)) }

// Paste copies another canvas to x, y, as far as there is room: nothing of a wide
// letter that the right edge would cut.
func (c *Canvas) Paste(x, y int, from *Canvas) {
	first := rune(len(c.clusters))
	c.clusters = append(c.clusters, from.clusters...)
	for row := max(-y, 0); row < min(from.Height, c.Height-y); row++ {
		for col := max(-x, 0); col < min(from.Width, c.Width-x); col++ {
			cell := from.At(col, row)
			if cut := x+col+1 == c.Width && from.At(col+1, row).Rune == covered; cut {
				cell.Rune = ' '
			} else if cell.Rune < 0 {
				cell.Rune -= first
			}
			c.cells[(y+row)*c.Width+x+col] = cell
		}
	}
}

// Mark puts n cells from x on on the selected row.
func (c *Canvas) Mark(x, y, n int) {
	if y < 0 || y >= c.Height {
		return
	}
	for k := max(x, 0); k < min(x+n, c.Width); k++ {
		c.cells[y*c.Width+k].Row = true
	}
}

// Rows paints the canvas, a string a row, each exactly as wide as the canvas.
func (c *Canvas) Rows(th *theme.Theme, signs theme.Signs) []string {
	rows := make([]string, c.Height)
	var b strings.Builder
	for y := range rows {
		b.Reset()
		c.paint(&b, y, th, signs)
		rows[y] = b.String()
	}
	return rows
}

// paint writes a row in runs of one look. A space looks the same in all roles that
// have no background, so it goes with the run before it.
func (c *Canvas) paint(b *strings.Builder, y int, th *theme.Theme, signs theme.Signs) {
	now, plain := theme.Look(""), true // plain: now has no background, no underline
	for _, cell := range c.cells[y*c.Width : (y+1)*c.Width] {
		if cell.Rune == covered {
			continue
		}
		look := th.Look(cell.Role)
		switch {
		case cell.Row:
			look = th.RowLook(cell.Role)
		case cell.Rune == ' ' && cell.Role != theme.Match && plain:
			look = now
		}
		if look != now {
			if look == "" {
				b.WriteString(ansi.ResetStyle)
			}
			b.WriteString(string(look))
			now, plain = look, !cell.Row && cell.Role != theme.Match
		}
		c.write(b, cell.Rune, signs)
	}
	if now != "" {
		b.WriteString(ansi.ResetStyle)
	}
}

func (c *Canvas) write(b *strings.Builder, r rune, signs theme.Signs) {
	if r >= 0 {
		b.WriteRune(signs.Rune(r))
		return
	}
	cluster := c.clusters[-r-1]
	if signs != theme.ASCII {
		b.WriteString(cluster)
		return
	}
	first, _ := utf8.DecodeRuneInString(cluster)
	b.WriteRune(signs.Rune(first))
	for range ansi.StringWidth(cluster) - 1 {
		b.WriteByte('?')
	}
}

// Plain is the canvas as text, without looks and without spaces at line ends.
func (c *Canvas) Plain(signs theme.Signs) string {
	var b strings.Builder
	for y := range c.Height {
		var row strings.Builder
		for _, cell := range c.cells[y*c.Width : (y+1)*c.Width] {
			if cell.Rune != covered {
				c.write(&row, cell.Rune, signs)
			}
		}
		b.WriteString(strings.TrimRight(row.String(), " "))
		b.WriteByte('\n')
	}
	return b.String()
}
