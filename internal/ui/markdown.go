package ui

import (
	"strings"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"

	"timeline/internal/printable"
)

// renderMarkdown dresses a Markdown text for a pane w cells wide, a line each,
// padded to the width. It takes a millisecond or so: call it in Update, keep the
// result, never in View.
func renderMarkdown(text string, w int, th theme) []painted {
	w = max(w, 8)
	wrapAt := min(w-2, measure)
	r, err := glamour.NewTermRenderer(glamour.WithStyles(readerStyle(th)), glamour.WithWordWrap(wrapAt), glamour.WithTableWrap(true))
	if err != nil {
		return plainLines(text, w)
	}
	out, err := r.Render(printable.Block(text))
	if err != nil {
		return plainLines(text, w)
	}
	lines := strings.Split(strings.Trim(out, "\n"), "\n")
	for i, line := range lines {
		lines[i] = " " + fit(strings.TrimRight(line, " "), w-1)
	}
	return lines
}

// measure is the most cells that a line of running text takes: longer lines are
// hard to read, however wide the terminal.
const measure = 84

// plainLines is the text as it stands, for the case that it cannot be rendered.
func plainLines(text string, w int) []painted {
	var lines []painted
	for _, line := range wrap(printable.Block(text), max(w-2, 1)) {
		lines = append(lines, " "+fit(line, w-1))
	}
	return lines
}

// markdownSpecials are the characters that Markdown would read as marks.
var markdownSpecials = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`, "!", `\!`, "\n", " ",
)

// literalMarkdown makes text stand in Markdown as it is.
func literalMarkdown(text string) string { return markdownSpecials.Replace(text) }

// readerStyle is our look for Glamour, from the colours of the theme: headings
// and quotations as in the rest of the screen, no margins, no decoration.
func readerStyle(th theme) ansi.StyleConfig {
	pick := func(color string) *string {
		if color == "" {
			return nil // the terminal's own ink
		}
		return &color
	}
	var (
		yes          = true
		one          = uint(1)
		bar          = "▏ "
		ink, grey    = pick(th.ink), pick(th.grey)
		blue, green  = pick(th.blue), pick(th.green)
		amber        = pick(th.amber)
		text         = ansi.StylePrimitive{Color: ink}
		heading      = ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: blue, Bold: &yes, BlockSuffix: "\n"}}
		small        = ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: grey, Bold: &yes, BlockSuffix: "\n"}}
		center, line = "┼", "─"
		column       = "│"
	)
	return ansi.StyleConfig{
		Document:       ansi.StyleBlock{StylePrimitive: text},
		Paragraph:      ansi.StyleBlock{},
		BlockQuote:     ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: green}, Indent: &one, IndentToken: &bar},
		List:           ansi.StyleList{LevelIndent: 2},
		Heading:        heading,
		H1:             ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: ink, Bold: &yes}},
		H2:             heading,
		H3:             small,
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		HorizontalRule: ansi.StylePrimitive{Color: grey, Format: "\n────────\n"},
		Item:           ansi.StylePrimitive{BlockPrefix: "• "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Link:           ansi.StylePrimitive{Format: "{{with .text}}{{end}}"},
		LinkText:       ansi.StylePrimitive{Color: blue, Underline: &yes},
		Image:          ansi.StylePrimitive{Format: "{{with .text}}{{end}}"},
		ImageText:      ansi.StylePrimitive{Color: grey},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: amber}},
		Table:          ansi.StyleTable{CenterSeparator: &center, ColumnSeparator: &column, RowSeparator: &line},
	}
}
