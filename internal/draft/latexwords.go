package draft

import "strings"

// signs are the commands that stand for a sign.
var signs = map[string]string{
	"ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
	"textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’",
	"og": "«", "fg": "»", "guillemotleft": "«", "guillemotright": "»", "flqq": "«", "frqq": "»",
	"glqq": "„", "grqq": "“", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
	"aa": "å", "AA": "Å", "ss": "ß", "l": "ł", "L": "Ł", "i": "ı", "textasciitilde": "~", "S": "§", "P": "¶",
	"textparagraph": "¶", "textsection": "§", "slash": "/",
}

// accents are the commands that set an accent, by what Unicode sets.
var accents = map[string]rune{
	"'": 0x301, "`": 0x300, "^": 0x302, "\"": 0x308, "~": 0x303, "=": 0x304, ".": 0x307,
	"u": 0x306, "v": 0x30C, "H": 0x30B, "c": 0x327, "k": 0x328, "r": 0x30A, "d": 0x323, "b": 0x331,
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	headings    = set("part chapter section subsection subsubsection paragraph subparagraph title author date caption")
	skipped     = set("verbatim Verbatim lstlisting minted equation align gather multline eqnarray math displaymath tikzpicture thebibliography filecontents comment tabular tabularx")
	blockQuotes = set("quote quotation displayquote displaycquote blockquote quoting")
	quoting     = set("enquote textquote blockquote blockcquote textcquote foreignquote hyphenquote")
)

// dropped are the commands whose arguments are no text, by how many they have.
var dropped = map[string]int{
	"label": 1, "ref": 1, "pageref": 1, "autoref": 1, "cref": 1, "Cref": 1, "nameref": 1, "eqref": 1,
	"url": 1, "href": 1, "nolinkurl": 1, "path": 1, "includegraphics": 1, "input": 1, "include": 1,
	"bibliography": 1, "bibliographystyle": 1, "addbibresource": 1, "usepackage": 1, "documentclass": 1,
	"vspace": 1, "hspace": 1, "index": 1, "pagestyle": 1, "thispagestyle": 1, "selectlanguage": 1,
	"setcounter": 2, "addtocounter": 2, "setlength": 2, "newcommand": 2, "renewcommand": 2, "providecommand": 2,
	"hypersetup": 1, "graphicspath": 1, "footnotemark": 0, "lstinline": 1, "verb": 1, "texttt": 1,
	"nocite": 1, "bibitem": 1, "foreignlanguage": 1, "textcolor": 1, "color": 1, "phantomsection": 0,
}
