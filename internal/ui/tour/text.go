package tour

import (
	"strings"

	"timeline/internal/tours"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// span is text in a role.
type span struct {
	text string
	role theme.Role
}

// line is a line of the class's screen, without its indent.
type line []span

func (l line) width() int {
	n := 0
	for _, s := range l {
		n += paint.Width(s.text)
	}
	return n
}

// draw draws the line behind an indent in exactly w cells.
func (l line) draw(th *theme.Theme, indent, w int) string {
	indent = min(indent, w)
	var b strings.Builder
	b.WriteString(strings.Repeat(" ", indent))
	room := w - indent
	for _, s := range l {
		if text := paint.Cut(s.text, room); text != "" {
			b.WriteString(th.Paint(s.role, text))
			room -= paint.Width(text)
		}
	}
	return b.String() + strings.Repeat(" ", room)
}

// wrapped is a text in lines of at most w cells.
func wrapped(text string, role theme.Role, w int) []line {
	var lines []line
	if text = paint.Clean(text); text == "" {
		return nil
	}
	for _, l := range paint.Wrap(text, max(w, 1)) {
		lines = append(lines, line{{strings.TrimRight(l, " "), role}})
	}
	return lines
}

// question is a question: where it takes several lines each sentence begins one, and the
// lines of a sentence are about as long as each other.
func question(text string, w int) []line {
	lines := wrapped(text, theme.Strong, w)
	if len(lines) < 2 {
		return lines
	}
	lines = nil
	for sentence := range strings.SplitAfterSeq(paint.Clean(text), ". ") {
		whole, narrow := wrapped(sentence, theme.Strong, w), w
		for len(whole) > 1 && narrow > 1 && len(wrapped(sentence, theme.Strong, narrow-1)) == len(whole) {
			narrow--
		}
		lines = append(lines, wrapped(sentence, theme.Strong, narrow)...)
	}
	return lines
}

// behind is wrapped with a mark before the first line, under which the others begin.
func behind(mark span, text string, role theme.Role, w int) []line {
	lines := wrapped(text, role, w-paint.Width(mark.text))
	for n := range lines {
		lines[n] = append(line{mark}, lines[n]...)
		mark.text = strings.Repeat(" ", paint.Width(mark.text))
	}
	return lines
}

// apart is a line with a text at its left and one at its right end, or two lines where
// they have no room.
func apart(left, right string, w int) []line {
	left, right = paint.Clean(left), paint.Clean(right)
	if gap := w - paint.Width(left) - paint.Width(right); gap >= 2 {
		return []line{{{left, theme.Muted}, {strings.Repeat(" ", gap), theme.None}, {right, theme.Muted}}}
	}
	return append(wrapped(left, theme.Muted, w), wrapped(right, theme.Muted, w)...)
}

// thing is what is shown as one: a text, or a claim.
type thing struct {
	part  tours.Part
	lines []line
	head  int  // how many of the lines are of no use without the one below them
	close bool // stands right below the thing before it
}

// head is the name of the stop and its date, once they may be seen.
func head(scene tours.Scene) (name, date string) {
	for _, b := range scene.Blocks {
		switch b.Part {
		case tours.Heading, tours.Title:
			name = b.Text
		case tours.Date:
			date = b.Text
		}
	}
	return name, date
}

// things are what is shown below the name and the date, w cells wide. Only those of the
// parts that only says so, if it is not nil.
func things(scene tours.Scene, only func(tours.Part) bool, w int) []thing {
	var list []thing
	if scene.Missing != "" {
		list = append(list, thing{part: tours.List, lines: wrapped("Something is missing here: "+scene.Missing+". Space goes on.", theme.Red, w)})
	}
	for _, b := range scene.Blocks {
		if b.Part == tours.Heading || b.Part == tours.Title || b.Part == tours.Date || only != nil && !only(b.Part) {
			continue
		}
		for _, c := range b.Claims {
			list = append(list, claim(b.Part, c, w))
		}
		list = append(list, told(b, w)...)
	}
	return list
}

// claim is what a source says, below where it says it.
func claim(part tours.Part, c tours.Claim, w int) thing {
	head := apart(cited(c.Cited(), w), c.Dated, w)
	return thing{part: part, head: len(head), lines: append(head, wrapped(c.Text, textRole(c), w)...)}
}

// cited is where something stands. On a narrow measure its section is cut to one line,
// and not its paragraph.
func cited(where string, w int) string {
	where = paint.Clean(where)
	at := strings.LastIndexByte(where, ' ')
	if w > measure || paint.Width(where) <= w || at < 0 {
		return where
	}
	return strings.TrimRight(paint.Cut(where[:at], w-paint.Width(where[at:])), " ") + where[at:]
}

// textRole sets quotations off from our own words; the marks say the same.
func textRole(c tours.Claim) theme.Role {
	if c.Quoted {
		return theme.Green
	}
	return theme.Ink
}

// told is what a block says besides claims.
func told(b tours.Block, w int) []thing {
	var list []thing
	add := func(lines []line, close bool) {
		if len(lines) > 0 {
			list = append(list, thing{part: b.Part, lines: lines, close: close})
		}
	}
	items := func(mark span, close bool) {
		for _, text := range b.Lines {
			add(behind(mark, text, theme.Ink, w), close && len(list) > 0)
		}
	}
	switch {
	case b.Part == tours.Ask:
		add(question(b.Text, w), false)
	case b.Part == tours.Answer && b.Text == "": // of a game of cards: an order
		add(wrapped("One right order:", theme.Muted, w), false)
		items(span{}, true)
	case b.Part == tours.Answer:
		add(behind(span{"= ", theme.Muted}, b.Text, theme.Ink, w), false)
		add(basis(b.Lines, w), true)
	case b.Part == tours.Dispute:
		items(span{"≠ ", theme.Red}, false)
	case b.Part == tours.List:
		items(span{}, true)
	default:
		add(wrapped(b.Text, theme.Ink, w), false)
		items(span{"• ", theme.Muted}, true)
	}
	return list
}

// basis is what an answer rests on.
func basis(list []string, w int) []line {
	mark := "  rests on  "
	var lines []line
	if w <= measure {
		lines, mark = wrapped(mark, theme.Muted, w), "  "
	}
	for _, text := range list {
		lines = append(lines, behind(span{mark, theme.Muted}, text, theme.Muted, w)...)
		mark = strings.Repeat(" ", len(mark))
	}
	return lines
}

// columns stands the claims of a scene side by side, if there is room for each; nil if
// there is not.
func columns(claims []tours.Claim, w int) []line {
	const narrowest, gap, most = 26, 3, 3
	n := len(claims)
	if n < 2 || n > most || w/n < narrowest+gap {
		return nil
	}
	each := (w+gap)/n - gap
	var cols [most][]line
	high := 0
	for i, c := range claims {
		col := wrapped(strings.ToUpper(paint.Clean(c.Source))+" ("+paint.Clean(c.Published)+")", theme.Muted, each)
		col = append(append(col, line{}), wrapped(c.Text, textRole(c), each)...)
		col = append(append(col, line{}), wrapped(c.Where, theme.Muted, each)...)
		cols[i] = append(append(col, line{}), wrapped(c.Dated, theme.Muted, each)...)
		high = max(high, len(cols[i]))
	}
	lines := make([]line, high)
	for y := range lines {
		for i := range n {
			var cell line
			if y < len(cols[i]) {
				cell = cols[i][y]
			}
			lines[y] = append(lines[y], cell...)
			if i < n-1 {
				lines[y] = append(lines[y], span{strings.Repeat(" ", each+gap-cell.width()), theme.None})
			}
		}
	}
	return lines
}
