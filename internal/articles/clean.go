package articles

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"timeline/internal/events"
)

// splitLines cuts a text at its line ends, which it drops. Bytes that are not
// UTF-8 become U+FFFD.
func splitLines(text []byte) []string {
	s := strings.ToValidUTF8(string(text), "\uFFFD")
	return strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
}

// cleanLine makes a line fit to be shown: NFC, every run of white space one
// space (at the ends too, as it tells whether a word was broken off), nothing
// invisible. Control characters could make a terminal obey the text.
func cleanLine(s string) string {
	if plainASCII(s) {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range norm.NFC.String(s) {
		switch {
		case unicode.IsSpace(r):
			if !space {
				b.WriteByte(' ')
			}
			space = true
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs):
		default:
			b.WriteRune(r)
			space = false
		}
	}
	return norm.NFC.String(b.String()) // what was dropped may have kept letters apart
}

// plainASCII tells whether a line needs no cleaning.
func plainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == ' ' && i > 0 && s[i-1] == ' ' {
			return false
		}
	}
	return true
}

// byLayout cuts the text into the layout's blocks.
func byLayout(lines []string, layout *events.Layout) []Block {
	markdown := isMarkdown(lines)
	var body, notes []Block
	for i := range layout.Blocks {
		lb := &layout.Blocks[i]
		if lb.Kind == "furniture" {
			continue
		}
		b := Block{At: lb.At, Kind: lb.Kind}
		j := joiner{kind: lb.Kind}
		for _, r := range lb.Lines {
			for n := max(r.From, 1); n <= min(r.To, len(lines)); n++ {
				j.add(undecorated(lines[n-1], markdown))
			}
		}
		j.fill(&b)
		if b.Kind == "note" {
			notes = append(notes, b)
		} else {
			body = append(body, b)
		}
	}
	return append(body, notes...)
}

func undecorated(line string, markdown bool) string {
	line = cleanLine(line)
	if markdown {
		line = withoutMarkdown(line)
	}
	return line
}

// joiner puts the lines of one block together. A line that is nothing but one
// to three digits inside a block is the number of a note, set higher up in
// print: "GSPC (Salafist Group\n3\n), who" reads "GSPC (Salafist Group), who"
// with a mark.
type joiner struct {
	kind  string
	text  strings.Builder
	open  bool // a word may go on: a mark followed at once, without white space
	label string
	marks []Mark
}

// add adds a clean line.
func (j *joiner) add(line string) {
	words := strings.TrimSpace(line)
	switch {
	case words == "":
		j.open = false
		return
	case j.isMark(words):
		return
	}
	if n := j.text.Len(); n > 0 && !j.goesOn(line) {
		j.text.WriteByte(' ')
	}
	j.text.WriteString(words)
	j.open = !strings.HasSuffix(line, " ")
}

// goesOn tells whether a line continues the last word: after a hyphen, or with
// closing punctuation after a mark with no white space on either side.
func (j *joiner) goesOn(line string) bool {
	s := j.text.String()
	if before, ok := strings.CutSuffix(s, "-"); ok && before != "" && !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "-") {
		return true
	}
	marked := len(j.marks) > 0 && j.marks[len(j.marks)-1].Offset == len(s)
	return marked && j.open && closes(line)
}

// closes tells whether a line begins with punctuation that belongs to the word
// before it.
func closes(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return strings.ContainsRune(")],.;:!?”’»", r)
}

// isMark takes a line that is a note's number out of the words.
func (j *joiner) isMark(words string) bool {
	if !isNumber(words) {
		return false
	}
	switch j.kind {
	case "note":
		if j.label != "" || j.text.Len() > 0 {
			return false
		}
		j.label = words
	case "paragraph", "quote", "item", "standfirst", "caption", "biography":
		if j.text.Len() == 0 {
			return false
		}
		j.marks = append(j.marks, Mark{j.text.Len(), words})
	default:
		return false
	}
	return true
}

// fill gives the block its text, marks and label.
func (j *joiner) fill(b *Block) {
	b.Text, b.Marks, b.Label = j.text.String(), j.marks, j.label
	if b.Kind == "note" {
		if label, rest, ok := noteLabel(b.Text); ok && b.Label == "" {
			b.Label, b.Text = label, rest
		}
		if b.Label != "" {
			b.Label = "[" + b.Label + "]"
		}
	}
	if !norm.NFC.IsNormalString(b.Text) { // a line began with an accent
		b.Text = norm.NFC.String(b.Text)
		b.Marks = slices.DeleteFunc(b.Marks, func(m Mark) bool { return m.Offset > len(b.Text) })
	}
}

// noteLabel takes "[12] " off the beginning of a note.
func noteLabel(s string) (label, rest string, ok bool) {
	digits, rest, ok := strings.Cut(strings.TrimPrefix(s, "["), "]")
	if !ok || s[0] != '[' || digits == "" || !isNumber(digits) {
		return "", s, false
	}
	return digits, strings.TrimSpace(rest), true
}
