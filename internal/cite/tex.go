package cite

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// texSigns are characters that TeX takes for commands, or has commands for.
// Braces are commands too: BibTeX counts them even behind a backslash.
var texSigns = map[rune]string{
	'\\': `\textbackslash{}`, '{': `\textbraceleft{}`, '}': `\textbraceright{}`,
	'&': `\&`, '%': `\%`, '$': `\$`, '#': `\#`, '_': `\_`,
	'^': `\textasciicircum{}`, '~': `\textasciitilde{}`, '<': `\textless{}`, '>': `\textgreater{}`,
	'|': `\textbar{}`, '"': `\textquotedbl{}`,
	'“': "``", '”': "''", '‘': "`", '’': "'", '–': "--", '—': "---", '…': `\ldots{}`,
	'«': `\guillemotleft{}`, '»': `\guillemotright{}`, '\u00a0': "~", '§': `\S{}`, '¶': `\P{}`,
	'ß': `{\ss}`, 'æ': `{\ae}`, 'Æ': `{\AE}`, 'œ': `{\oe}`, 'Œ': `{\OE}`, 'ø': `{\o}`, 'Ø': `{\O}`,
	'ł': `{\l}`, 'Ł': `{\L}`, 'ı': `{\i}`, '£': `\pounds{}`, '©': `\copyright{}`,
}

// texAccents are the commands for combining marks.
var texAccents = map[rune]string{
	0x300: "`", 0x301: "'", 0x302: "^", 0x303: "~", 0x304: "=", 0x306: "u ", 0x307: ".", 0x308: `"`,
	0x30a: "r ", 0x30b: "H ", 0x30c: "v ", 0x323: "d ", 0x327: "c ", 0x328: "k ", 0x331: "b ",
}

// tex writes s in TeX. Characters without a command stay as they are, for
// readers of UTF-8.
func tex(s string) string {
	var b strings.Builder
	if bracesMatch(s) { // a plain escape, which every reader knows, counts right
		s = bracesHidden.Replace(s)
	}
	for i := 0; i < len(s); {
		n := norm.NFC.NextBoundaryInString(s[i:], true)
		b.WriteString(texCluster(s[i : i+n]))
		i += n
	}
	return bracesEscaped.Replace(b.String())
}

var (
	bracesHidden  = strings.NewReplacer("{", braceOn, "}", braceOff)
	bracesEscaped = strings.NewReplacer(braceOn, `\{`, braceOff, `\}`)
)

// These stand for matching braces while a text is being written.
const (
	braceOn  = "\x03"
	braceOff = "\x04"
)

func bracesMatch(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}

// texCluster writes a character with its marks: é is {\'e}.
func texCluster(s string) string {
	runes := []rune(norm.NFD.String(s))
	base := string(runes[0])
	if sign, ok := texSigns[runes[0]]; ok {
		base = sign
	}
	if len(runes) == 1 {
		return base
	}
	if runes[0] == 'i' || runes[0] == 'j' { // the dot gives way to the accent
		base = `\` + base + " "
	}
	out := base
	for _, m := range runes[1:] {
		accent, ok := texAccents[m]
		if !ok || runes[0] >= 0x80 {
			return s
		}
		if out != base { // an accent takes one argument
			out = braces(out)
		}
		out = `\` + accent + out
	}
	return "{" + strings.TrimRight(out, " ") + "}"
}
