package main

import (
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"timeline/internal/printable"
)

// role says what a piece of text is, which decides how it looks in colour. No
// meaning is in the colour alone.
type role uint8

const (
	plain   role = iota
	heading      // a title
	muted        // ids, sources, what stands beside
	doubt        // a disagreement, something only possible
	quoted       // words of a source
)

// sgr holds the look of each role, in the colours that every terminal has and
// that people have set up to be read on their background.
var sgr = [...]string{heading: "1", muted: "2", doubt: "33", quoted: "36"}

// page is where results are written.
type page struct {
	io.Writer
	width int  // of the terminal, in cells; 0 where there is none
	color bool // whether to write escape sequences
}

// Widths of running text, in cells.
const (
	pipeWidth = 80  // where there is no terminal
	maxWidth  = 100 // longer lines are hard to read
	minWidth  = 20
)

// page looks at the terminal once; it asks it nothing.
func (p *program) page() page {
	pg := page{Writer: p.out, color: p.color == "always"}
	if term.IsTerminal(p.stdout.Fd()) {
		if w, _, err := term.GetSize(p.stdout.Fd()); err == nil {
			pg.width = max(w, minWidth)
		} else {
			pg.width = pipeWidth
		}
	}
	if p.color == "auto" {
		forced := p.env("CLICOLOR_FORCE")
		switch {
		case p.env("NO_COLOR") != "":
		case forced != "" && forced != "0":
			pg.color = true
		default:
			pg.color = pg.width > 0 && p.env("TERM") != "dumb" && p.env("CLICOLOR") != "0"
		}
	}
	return pg
}

// checkLooks refuses a --color, --theme or --signs that is none, also where the output is
// no terminal.
func (p *program) checkLooks() error {
	if !slices.Contains([]string{"auto", "always", "never"}, p.color) {
		return usage("unknown --color %q: auto, always or never", p.color)
	}
	if _, err := p.themeIsDark(); err != nil {
		return err
	}
	_, err := p.signs()
	return err
}

// paint makes foreign text safe and gives it the look of its role.
func (pg page) paint(r role, s string) string { return pg.dye(r, printable.Line(s)) }

// dye gives text that is safe already the look of its role.
func (pg page) dye(r role, s string) string {
	if !pg.color || r == plain || s == "" {
		return s
	}
	return "\x1b[" + sgr[r] + "m" + s + "\x1b[0m"
}

// line writes pieces as one line.
func (pg page) line(pieces ...string) {
	io.WriteString(pg, strings.Join(pieces, "")+"\n")
}

// textWidth is how wide running text is set.
func (pg page) textWidth() int {
	if pg.width == 0 {
		return pipeWidth
	}
	return min(pg.width, maxWidth)
}

// text writes foreign text wrapped to the page, each line after an indent. Blank
// lines in it are kept.
func (pg page) text(r role, indent, s string) {
	for para := range strings.SplitSeq(printable.Block(s), "\n") {
		if strings.TrimSpace(para) == "" {
			pg.line()
			continue
		}
		room := max(pg.textWidth()-ansi.StringWidth(indent), minWidth)
		for _, l := range printable.Wrap(para, room) {
			pg.line(indent, pg.dye(r, l))
		}
	}
}

// prose is text with the line breaks of its file undone: paragraphs stay.
func (pg page) prose(r role, indent, s string) {
	var paras []string
	for para := range strings.SplitSeq(s, "\n\n") {
		paras = append(paras, unwrapped(para))
	}
	pg.text(r, indent, strings.Join(paras, "\n\n"))
}

// unwrapped joins the lines of a paragraph, but not those of a list.
func unwrapped(para string) string {
	var b strings.Builder
	for l := range strings.SplitSeq(strings.TrimSpace(para), "\n") {
		t := strings.TrimSpace(l)
		switch item := strings.HasPrefix(t, "- ") || strings.HasPrefix(t, "* "); {
		case b.Len() == 0:
		case item:
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(t)
	}
	return b.String()
}
