// Package canvas is what pictures are drawn on: a grid of terminal cells, each with
// a sign and a role, that becomes rows of text of exactly its width.
package canvas

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/printable"
)

// Role is what a cell stands for, and so how it looks. None tells anything by
// colour alone.
type Role uint8

// The roles, by the theme's names.
const (
	Plain  Role = iota // nothing there
	Ink                // text, what is certain
	Strong             // names that lead
	Muted              // labels
	Faint              // numbers, coasts
	Rule               // lines only
	Blue               // what is certain, keys, allies
	Shade              // what is possible, regions
	Force              // what is done by force, rivals
	Amber              // the selection
	Green              // letters of sources
	Water              // rivers and lakes
	Roles              // how many roles there are
)

// Cell is one cell of a grid.
type Cell struct {
	Text  string // one character as a person sees it; empty for a blank and behind a wide one
	Role  Role
	Lit   bool // it belongs to the selected row
	under bool // the right half of the wide character before it
}

// Grid is a grid of cells; the zero value has none.
type Grid struct {
	Width, Height int
	cells         []Cell
}

// New returns a blank grid. Sizes below zero are zero.
func New(width, height int) *Grid {
	width, height = max(width, 0), max(height, 0)
	return &Grid{width, height, make([]Cell, width*height)}
}

// Has tells whether the grid has such a cell.
func (g *Grid) Has(x, y int) bool { return x >= 0 && y >= 0 && x < g.Width && y < g.Height }

// At is the cell at x, y; a blank one outside the grid.
func (g *Grid) At(x, y int) Cell {
	if !g.Has(x, y) {
		return Cell{}
	}
	return g.cells[y*g.Width+x]
}

// Set draws a sign that is one cell wide. Outside the grid it does nothing.
func (g *Grid) Set(x, y int, sign rune, role Role) { g.put(x, y, signs(sign), 1, role) }

// ascii holds the signs that need no memory of their own.
var ascii = func() (s [128]string) {
	for i := range s {
		s[i] = string(rune(i))
	}
	return s
}()

func signs(r rune) string {
	switch {
	case r == ' ':
		return ""
	case r < 128:
		return ascii[r]
	}
	return string(r)
}

// put draws a character of one or two cells; what it half covers goes.
func (g *Grid) put(x, y int, text string, width int, role Role) {
	if !g.Has(x, y) || x+width > g.Width {
		return
	}
	at := y*g.Width + x
	if g.cells[at].under {
		g.cells[at-1].Text = ""
	}
	for k := range width {
		g.cells[at+k] = Cell{Role: role, Lit: g.cells[at+k].Lit, under: k > 0}
	}
	g.cells[at].Text = text
	if after := at + width; x+width < g.Width && g.cells[after].under {
		g.cells[after].under = false
	}
}

// Text writes at most room cells of a text from x on, with … where it is cut, and
// returns where it ends. Its control characters are replaced.
func (g *Grid) Text(x, y int, text string, role Role, room int) int {
	room = min(room, g.Width-x)
	if room <= 0 {
		return x
	}
	if ansi.StringWidth(text) > room || !plain(text) {
		text = ansi.Truncate(printable.Line(text), room, "…")
	}
	for len(text) > 0 {
		if c := text[0]; c < 0x80 && (len(text) == 1 || text[1] < 0x80) {
			g.put(x, y, signs(rune(c)), 1, role)
			x, text = x+1, text[1:]
			continue
		}
		cluster, width := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
		if width > 0 {
			g.put(x, y, cluster, width, role)
		}
		x, text = x+width, text[len(cluster):]
	}
	return x
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// Width is how many cells a text takes.
func Width(text string) int { return ansi.StringWidth(printable.Line(text)) }

// Light marks the cells from x to before end as those of the selected row.
func (g *Grid) Light(x, end, y int) {
	for ; x < end; x++ {
		if g.Has(x, y) {
			g.cells[y*g.Width+x].Lit = true
		}
	}
}

// Rows are the grid's lines, each exactly as wide as the grid. paint dresses a text
// that has one role throughout.
func (g *Grid) Rows(paint func(role Role, lit bool, text string) string) []string {
	rows := make([]string, g.Height)
	var line, run strings.Builder
	for y := range rows {
		line.Reset()
		cells := g.cells[y*g.Width : (y+1)*g.Width]
		for x := 0; x < len(cells); {
			first := cells[x]
			run.Reset()
			for ; x < len(cells) && (cells[x].Role == first.Role || blank(cells[x])) && cells[x].Lit == first.Lit; x++ {
				switch {
				case cells[x].Text != "":
					run.WriteString(cells[x].Text)
				case !cells[x].under:
					run.WriteByte(' ')
				}
			}
			line.WriteString(paint(first.Role, first.Lit, run.String()))
		}
		rows[y] = line.String()
	}
	return rows
}

func blank(c Cell) bool { return c.Text == "" }

// Unpainted leaves a text as it is.
func Unpainted(_ Role, _ bool, text string) string { return text }
