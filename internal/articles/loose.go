package articles

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"timeline/internal/events"
)

// byBlankLines cuts a text of unknown layout into blocks. Two lines belong to
// one block unless something speaks for a break between them: see breaks.
//
// Lines of three or more equal signs (rules), short lines that come again and
// again (running heads) and form feeds are dropped.
func byBlankLines(raw []string) []Block {
	lines := looseLines(raw)
	s := spacingOf(lines)
	var blocks []Block
	j := joiner{kind: "paragraph"}
	flush := func(from, to int) {
		if n := len(blocks); j.text.Len() > 0 && n < math.MaxUint16 {
			b := Block{Kind: looseKind(j.text.String(), to-from == 1, n == 0, to < len(lines)), At: events.Locator{Kind: 'p', Number: uint16(n + 1)}}
			j.fill(&b)
			blocks = append(blocks, b)
		}
		j = joiner{kind: "paragraph"}
	}
	start := 0
	for i, l := range lines {
		if i > 0 && s.breaks(lines[i-1], l) {
			flush(start, i)
			start = i
		}
		j.add(l.text)
		for _, m := range l.marks {
			j.isMark(m)
		}
	}
	flush(start, len(lines))
	return blocks
}

// looseLine is a line that has words.
type looseLine struct {
	text   string
	marks  []string // digits alone on the lines that follow
	blanks int      // empty lines before it
	runes  int
}

func looseLines(raw []string) []looseLine {
	markdown := isMarkdown(raw)
	again := map[string]int{}
	for i, r := range raw {
		raw[i] = undecorated(strings.ReplaceAll(r, "\f", ""), markdown)
		if t := strings.TrimSpace(raw[i]); len(t) <= 80 {
			again[t]++
		}
	}
	var lines []looseLine
	blanks := 0
	for _, r := range raw {
		t := strings.TrimSpace(r)
		switch {
		case t == "":
			blanks++
		case isRule(t), again[t] > 2 && !isNumber(t):
		case isNumber(t):
			if len(lines) > 0 {
				last := &lines[len(lines)-1]
				last.marks = append(last.marks, t)
			}
		default:
			lines = append(lines, looseLine{text: r, blanks: blanks, runes: utf8.RuneCountInString(t)})
			blanks = 0
		}
	}
	return lines
}

func isNumber(t string) bool { return len(t) <= 3 && strings.Trim(t, "0123456789") == "" }

func isRule(t string) bool {
	return len(t) >= 3 && strings.ContainsRune("-=_*", rune(t[0])) && strings.Trim(t, t[:1]) == ""
}

// spacing is how a text sets its lines.
type spacing struct {
	width   int  // runes that a full line has
	doubled bool // an empty line follows every line, so that one means nothing
}

func spacingOf(lines []looseLine) spacing {
	var widths []int
	blank := 0
	for _, l := range lines {
		widths = append(widths, l.runes)
		if l.blanks > 0 {
			blank++
		}
	}
	if len(widths) == 0 {
		return spacing{}
	}
	slices.Sort(widths)
	median, full := widths[len(widths)/2], widths[len(widths)*9/10]
	return spacing{width: full, doubled: blank*10 > len(lines)*7 && median > full/2 && full < 130}
}

// breaks tells whether a new block begins with line b. A line is short if the
// first word of the next would still have fitted: then whoever broke it meant
// to. Lines of ragged paragraphs differ by a quarter of the width.
func (s spacing) breaks(a, b looseLine) bool {
	at, bt := strings.TrimSpace(a.text), strings.TrimSpace(b.text)
	first, _, _ := strings.Cut(bt, " ")
	short := a.runes+1+utf8.RuneCountInString(first) <= s.width*3/4
	blank := b.blanks > 0 && !s.doubled || b.blanks > 1
	r, _ := utf8.DecodeRuneInString(bt)
	switch {
	case strings.HasSuffix(at, "-"), unicode.IsLower(r), closes(bt):
		return false
	case startsItem(bt):
		return blank || short || b.blanks > 0
	case endsSentence(at):
		return blank || short
	}
	return short
}

func startsItem(s string) bool {
	_, _, note := noteLabel(s)
	return numbered(s) || note || strings.HasPrefix(s, "• ") || strings.HasPrefix(s, "- ")
}

// endsSentence tells whether a line may be a paragraph's last.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"”’')»]0123456789[ `)
	return s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:;") || strings.HasSuffix(s, "…")
}

// looseKind guesses what a block is from its looks.
func looseKind(text string, oneLine, first, followed bool) string {
	r, _ := utf8.DecodeRuneInString(text)
	_, _, note := noteLabel(text)
	switch {
	case note:
		return "note"
	case numbered(text), strings.HasPrefix(text, "• "):
		return "item"
	case !oneLine || !followed || len(strings.Fields(text)) > 14 || endsSentence(text) || !unicode.IsUpper(r):
		return "paragraph"
	case first:
		return "title"
	}
	return "heading"
}
