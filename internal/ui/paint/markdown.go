package paint

import (
	"strings"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"timeline/internal/articles"
	"timeline/internal/printable"
	"timeline/internal/ui/theme"
)

// Markdown dresses a Markdown text for a pane w cells wide, a line each,
// padded to the width. It takes a millisecond or so: call it in Update, keep the
// result, never in View.
func Markdown(text string, w int, th *theme.Theme) []string {
	w = max(w, 8)
	var out strings.Builder
	if err := reader(min(w-2, Measure), looks(th)).Convert([]byte(printable.Block(tame(text))), &out); err != nil {
		return Plain(text, w)
	}
	lines := disarmed(strings.Split(strings.Trim(out.String(), "\n"), "\n"))
	for i, line := range lines {
		lines[i] = " " + Fit(spacedQuote(strings.TrimRight(line, " ")), w-1)
	}
	return lines
}

// reader is Glamour's reader of Markdown, put together without its own style sheets,
// which would be made at every start.
func reader(wrapAt int, looks glamour.StyleConfig) goldmark.Markdown {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	drawing := glamour.NewRenderer(glamour.Options{WordWrap: wrapAt, TableWrap: new(true), Styles: looks})
	md.SetRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(drawing, 1000)))) // last: the extensions bring some for HTML
	return md
}

// quoteBar stands at the left of each line of a quotation. Glamour reckons with
// one cell for it: a wider one makes it wrap the lines once more, too short.
const quoteBar = "▏"

// spacedQuote sets the text of a quotation's line off from the bars before it.
func spacedQuote(line string) string {
	at := 0
	for plain := ansi.Strip(line); strings.HasPrefix(plain, quoteBar); plain = plain[len(quoteBar):] {
		at += strings.Index(line[at:], quoteBar) + len(quoteBar)
	}
	if at == 0 {
		return line
	}
	return line[:at] + " " + line[at:]
}

// Bounds of a Markdown text that is rendered. What stands inside many quotations
// or lists costs the renderer its square, and so do many blocks: a line of 200
// quotation marks would take minutes and gigabytes.
const (
	maxMarkdownBytes = 32 << 10
	maxMarkdownLines = 500
	maxMarkdownNest  = 4
)

// tame cuts a Markdown text to what can be rendered in a moment: its beginning,
// without quotations and lists that are nested deeper than people write.
func tame(text string) string {
	text = Clipped(text, maxMarkdownBytes)
	lines := strings.SplitN(text, "\n", maxMarkdownLines+1)
	if len(lines) > maxMarkdownLines {
		lines[maxMarkdownLines] = "…"
	}
	for i, line := range lines {
		lines[i] = shallow(line)
	}
	return strings.Join(lines, "\n")
}

// shallow makes plain text of the quotation and list marks at a line's beginning
// that are too many, and cuts its indentation, which nests lists.
func shallow(line string) string {
	nest, indent := 0, 0
	for i := range len(line) {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
			if indent++; indent > 4*maxMarkdownNest {
				return line[:i] + strings.TrimLeft(line[i:], " \t>-*+")
			}
		case c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')':
			if nest++; nest > maxMarkdownNest {
				return line[:i] + `\` + line[i:]
			}
		case c < '0' || c > '9':
			return line
		}
	}
	return line
}

// disarmed makes rendered Markdown safe to send: a character reference (&#27;)
// can hold any character, and a link can lead anywhere. Colours and looks stay;
// links stay if they lead to the web, and end with their line, so that what
// stands beside it is no part of them; all else becomes visible text.
func disarmed(lines []string) []string {
	var state byte
	open := "" // the hyperlink that the last line left open
	for i, line := range lines {
		var b, plain strings.Builder
		flush := func() {
			b.WriteString(Clean(plain.String()))
			plain.Reset()
		}
		b.WriteString(open)
		for line != "" {
			seq, _, n, next := ansi.DecodeSequence(line, state, nil)
			line, state = line[n:], next
			switch url, isLink := hyperlink(seq); {
			case isLink:
				flush()
				if open != "" {
					b.WriteString(ansi.ResetHyperlink())
				}
				open = ""
				if safe, ok := printable.URL(url); ok {
					open = ansi.SetHyperlink(safe)
					b.WriteString(open)
				}
			case dressing(seq) == len(seq):
				flush()
				b.WriteString(seq)
			default:
				plain.WriteString(seq)
			}
		}
		flush()
		if open != "" {
			b.WriteString(ansi.ResetHyperlink())
		}
		lines[i] = b.String()
	}
	return lines
}

// hyperlink reads the sequence that begins a link (OSC 8), or ends one: url is
// empty then.
func hyperlink(seq string) (url string, ok bool) {
	body, ok := strings.CutPrefix(seq, "\x1b]8;")
	if !ok {
		return "", false
	}
	_, url, ok = strings.Cut(strings.TrimRight(body, "\x07\x1b\\"), ";")
	return url, ok
}

// Measure is the most cells that a line of running text takes: longer lines are
// hard to read, however wide the terminal.
const Measure = 84

// Plain is the text as it stands, for the case that it cannot be rendered.
func Plain(text string, w int) []string {
	var lines []string
	for _, line := range Wrap(printable.Block(Clipped(text, maxMarkdownBytes)), max(w-2, 1)) {
		lines = append(lines, " "+Fit(line, w-1))
	}
	return lines
}

// Literal makes text stand in Markdown as it is, in one line.
func Literal(text string) string { return articles.Literal(strings.ReplaceAll(text, "\n", " ")) }

// looks is our look for Glamour, from the colours of the Theme: headings
// and quotations as in the rest of the screen, no margins, no decoration.
func looks(th *theme.Theme) glamour.StyleConfig {
	pick := func(color string) *string {
		if color == "" {
			return nil // the terminal's own ink
		}
		return &color
	}
	var (
		ink, grey   = pick(th.Colour(theme.Ink)), pick(th.Colour(theme.Muted))
		blue, green = pick(th.Colour(theme.Blue)), pick(th.Colour(theme.Green))
		amber       = pick(th.Colour(theme.Amber))
		heading     = glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: blue, Bold: new(true), BlockSuffix: "\n"}}
		small       = glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: grey, Bold: new(true), BlockSuffix: "\n"}}
	)
	return glamour.StyleConfig{
		Document:       glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: ink}},
		BlockQuote:     glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: green}, Indent: new(uint(1)), IndentToken: new(quoteBar)},
		List:           glamour.StyleList{LevelIndent: 2},
		Heading:        heading,
		H1:             glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: ink, Bold: new(true)}},
		H2:             heading,
		H3:             small,
		Emph:           glamour.StylePrimitive{Italic: new(true)},
		Strong:         glamour.StylePrimitive{Bold: new(true)},
		HorizontalRule: glamour.StylePrimitive{Color: grey, Format: "\n────────\n"},
		Item:           glamour.StylePrimitive{BlockPrefix: "• "},
		Enumeration:    glamour.StylePrimitive{BlockPrefix: ". "},
		Link:           glamour.StylePrimitive{Format: "{{with .text}}{{end}}"},
		LinkText:       glamour.StylePrimitive{Color: blue, Underline: new(true)},
		Image:          glamour.StylePrimitive{Format: "{{with .text}}{{end}}"},
		ImageText:      glamour.StylePrimitive{Color: grey},
		Code:           glamour.StyleBlock{StylePrimitive: glamour.StylePrimitive{Color: amber}},
		Table:          glamour.StyleTable{CenterSeparator: new("┼"), ColumnSeparator: new("│"), RowSeparator: new("─")},
	}
}
