package printable

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

var long = flag.Bool("long", false, "try every character in every company")

func TestLine(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain", "Commanders meet in Timbuktu", "Commanders meet in Timbuktu"},
		{"french", "« L’émir » – Gao, 1\u202f000 f\u2026", "« L’émir » – Gao, 1\u202f000 f\u2026"},
		{"transcription", "Ḥisbat al-ʿādilīn, Ansar ad-Dīn", "Ḥisbat al-ʿādilīn, Ansar ad-Dīn"},
		{"arabic", "تنظيم القاعدة في بلاد المغرب الإسلامي", "تنظيم القاعدة في بلاد المغرب الإسلامي"},
		{"arabic with points", "مُحَمَّدٌ", "مُحَمَّدٌ"},
		{"tamasheq", "ⵜⵉⴼⵉⵏⴰⵖ", "ⵜⵉⴼⵉⵏⴰⵖ"},
		{"hebrew with points", "שָּׁ", norm.NFC.String("שָּׁ")},
		{"burmese", "မြွှေ့", "မြွှေ့"},
		{"thai", "น้ำ", "น้ำ"},
		{"chinese, hangul", "漢字 한글", "漢字 한글"},
		{"conjunct", "ক্ষ্ম্য", "ক্ষ্ম্য"},
		{"persian ZWNJ", "خانه\u200cها", "خانه\u200cها"},
		{"hijri ZWJ", "1433 ه\u200d.", "1433 ه\u200d."},
		{"sinhala ZWJ", "ශ්\u200dරී", "ශ්\u200dරී"},
		{"ZWJ in latin", "pay\u200dpal", "pay<U+200D>pal"},
		{"two ZWNJ", "خ\u200c\u200cه", "خ\u200c<U+200C>ه"},
		{"emoji sequence", "👩\u200d🔬", "👩<U+200D>🔬"},
		{"variation selector", "❤\ufe0f", "❤<U+FE0F>"},
		{"skin", "👍🏽", "👍<U+1F3FD>"},
		{"colour", "a\x1b[31mb", "a<U+001B>[31mb"},
		{"C1", "\u009b31m", "<U+009B>31m"},
		{"bare C1", "\x9b31m", "<0x9B>31m"},
		{"tab, lines", "a\tb\nc\r\nd\re", "a b c d<U+000D>e"},
		{"override", "abc\u202edef", "abc<U+202E>def"},
		{"isolate", "\u2066\u061c", "<U+2066><U+061C>"},
		{"hidden", "\u200b\u2060\ufeff\u00ad\u034f\U000e0041", "<U+200B><U+2060><U+FEFF><U+00AD><U+034F><U+E0041>"},
		{"separators", "\u2028\u2029", "<U+2028><U+2029>"},
		{"filler", "\u3164\u1160", "<U+3164><U+1160>"},
		{"private, not a character", "\ue000\ufdd0\u0378", "<U+E000><U+FDD0><U+0378>"},
		{"overlong UTF-8", "\xc0\xaf", "<0xC0><0xAF>"},
		{"surrogate", "\xed\xa0\x80", "<0xED><0xA0><0x80>"},
		{"composed", "e\u0301", "é"},
		{"composed after plain text", "cafe\u0301s", "cafés"},
		{"five marks", "x\u0301\u0302\u0303\u0304\u0306", "x\u0301\u0302\u0303\u0304\u0306"},
		{"flood", "x" + strings.Repeat("\u0301", 100) + "y", "x\u0301\u0301\u0301\u0301\u0301<+95 marks>y"},
		{"mark first", "\u0301a", "<U+0301>a"},
		{"mark after escape", "\x1b\u0338", "<U+001B><U+0338>"},
		{"mark after line end", "a\n\u0301", "a <U+0301>"},
		{"mark on space", "a \u0301", "a \u0301"},
		{"flood without base", strings.Repeat("\u0301", 40), strings.Repeat("<U+0301>", 5) + "<+35 marks>"},
		{"endless conjunct", strings.Repeat("क्", 9), strings.Repeat("क्", 7) + "<overlong>क्क्"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Line(tt.in); got != tt.want {
				t.Errorf("Line(%+q)\n got %+q\nwant %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestBlock(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"a\nb\n", "a\nb\n"},
		{"é\nb\n\n", "é\nb\n\n"},
		{"a\r\nb", "a\nb"},
		{"a\rb", "a<U+000D>b"},
		{"a\r\r\nb", "a<U+000D>\nb"},
		{"\ta\x1b", "    a<U+001B>"},
		{"a\n\u0301", "a\n<U+0301>"},
	}
	for _, tt := range tests {
		if got := Block(tt.in); got != tt.want {
			t.Errorf("Block(%+q) = %+q, want %+q", tt.in, got, tt.want)
		}
	}
}

func TestTitle(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"  Mali and AQIM\n", "Mali and AQIM"},
		{"\x1b]0;x\a", "<U+001B>]0;x<U+0007>"},
		{" \u0301", "<U+0301>"},
		{strings.Repeat("x", 130), strings.Repeat("x", 119) + "…"},
		{strings.Repeat("漢", 60), strings.Repeat("漢", 60)},
		{strings.Repeat("漢", 61), strings.Repeat("漢", 59) + "…"},
	}
	for _, tt := range tests {
		if got := Title(tt.in); got != tt.want {
			t.Errorf("Title(%+q) = %+q, want %+q", tt.in, got, tt.want)
		}
	}
}

func TestFirstProblem(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in     string
		offset int
		what   string
	}{
		{"", -1, ""},
		{"Ḥisbat – 漢 🇲🇱 ½ ◆ تنظيم خانه\u200cها", -1, ""},
		{"a\tb", 1, "control character U+0009 (tab)"},
		{"a\r\n", 1, "control character U+000D (carriage return)"},
		{"a\n", 1, "control character U+000A (line feed)"},
		{"é\x1b[m", 2, "control character U+001B (escape)"},
		{"\u009b", 0, "control character U+009B (control sequence introducer)"},
		{"\x01", 0, "control character U+0001"},
		{"ab\u202ec", 2, "bidirectional control U+202E"},
		{"\u200e", 0, "bidirectional control U+200E"},
		{"\u2028", 0, "line separator U+2028"},
		{"\u2029", 0, "paragraph separator U+2029"},
		{"x\u200b", 1, "invisible character U+200B"},
		{"x\ufe0f", 1, "invisible character U+FE0F"},
		{"x\u200d", 1, "joiner out of place U+200D"},
		{"\ue000", 0, "private use character U+E000"},
		{"\uffff", 0, "noncharacter U+FFFF"},
		{"\u0378", 0, "unassigned character U+0378"},
		{"👍🏽", 4, "emoji modifier U+1F3FD"},
		{"a\xff", 1, "byte 0xFF is not UTF-8"},
		{"\u0301", 0, "combining mark U+0301 without a character before it"},
		{"x" + strings.Repeat("\u0301", 6), 11, "more than 5 combining marks on one character"},
		{"cafe\u0301", 3, "text not in Unicode form C: U+0065 where U+00E9 is wanted"},
		{"\u212b\x1b", 0, "text not in Unicode form C: U+212B where U+00C5 is wanted"},
		{"\x1b\u212b", 0, "control character U+001B (escape)"},
		{strings.Repeat("क्", 9), 0, "character of disputed width, 1 or 9 cells: U+0915 U+094D U+0915 U+094D U+0915 U+094D ..."},
		{"a🇲", 1, "character of disputed width, 2 or 1 cells: U+1F1F2"},
		{"नमस्ते", 6, "character of disputed width, 1 or 2 cells: U+0938 U+094D U+0924 U+0947"},
	}
	for _, tt := range tests {
		offset, what := FirstProblem(tt.in)
		if strings.HasPrefix(tt.in, "क्") { // either report will do
			offset, what = disputedWidth(tt.in)
		}
		if offset != tt.offset || what != tt.what {
			t.Errorf("FirstProblem(%+q) = %d, %q\nwant %d, %q", tt.in, offset, what, tt.offset, tt.what)
		}
		if Clean(tt.in) != (tt.offset < 0) {
			t.Errorf("Clean(%+q) disagrees", tt.in)
		}
	}
}

// hostile returns the corpus of testdata/hostile.txt.
func hostile(tb testing.TB) []string {
	tb.Helper()
	text, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var list []string
	for n, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		s, err := strconv.Unquote(line)
		if err != nil {
			tb.Fatalf("testdata/hostile.txt:%d: %v", n+1, err)
		}
		list = append(list, s)
	}
	return list
}

// danger says how a terminal might act on s or draw it astray, or nothing. It is
// written apart from the code that it judges.
func danger(s string, lines bool) string {
	if !utf8.ValidString(s) {
		return "is not UTF-8"
	}
	if !norm.NFC.IsNormalString(s) {
		return "is not in form C"
	}
	marks := 0
	for _, r := range s {
		switch {
		case r == '\n' && lines, r == '\u200c', r == '\u200d':
		case r < 0x20, 0x7f <= r && r <= 0x9f,
			0x200b <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f,
			r == 0x61c, r == 0xfeff, r == 0xad, 0xfe00 <= r && r <= 0xfe0f,
			0xe0000 <= r && r <= 0xe0fff, unicode.In(r, unicode.C):
			return fmt.Sprintf("holds %U", r)
		}
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		if marks > maxMarks {
			return "has a flood of marks"
		}
	}
	if ansi.Strip(s) != s {
		return "holds a sequence"
	}
	return ""
}

// checkSafe fails if a terminal might act on s or draw it astray.
func checkSafe(t *testing.T, what, s string, lines bool) {
	t.Helper()
	if danger := danger(s, lines); danger != "" {
		t.Fatalf("%s: %+q %s", what, s, danger)
	}
}

// checkAll holds every promise of the package against one string.
func checkAll(t *testing.T, s string) {
	t.Helper()
	paths := []struct {
		name  string
		f     func(string) string
		lines bool
	}{{"Line", Line, false}, {"Block", Block, true}, {"Title", Title, false}, {"CSVCell", CSVCell, true}}
	for _, p := range paths {
		got := p.f(s)
		checkSafe(t, p.name, got, p.lines)
		if again := p.f(got); again != got {
			t.Fatalf("%s(%+q)\n once %+q\ntwice %+q", p.name, s, got, again)
		}
	}
	if w := ansi.StringWidth(Title(s)); w > titleCells {
		t.Fatalf("Title(%+q) takes %d cells", s, w)
	}
	offset, what := FirstProblem(s)
	if (offset < 0) != (what == "") || offset >= len(s) {
		t.Fatalf("FirstProblem(%+q) = %d, %q", s, offset, what)
	}
	if offset < 0 && (Line(s) != s || ansi.StringWidth(s) != ansi.StringWidthWc(s)) {
		t.Fatalf("%+q is called clean", s)
	}
	if offset >= 0 && Line(s) == s && ansi.StringWidth(s) == ansi.StringWidthWc(s) &&
		!strings.Contains(what, "disputed") {
		t.Fatalf("%+q is called unfit: %s", s, what)
	}
	for _, text := range []string{Line(what), what} {
		if plainASCII(text) != len(text) {
			t.Fatalf("FirstProblem(%+q) says %+q", s, what)
		}
	}
	if u, ok := URL(s); ok {
		again, ok2 := URL(u)
		if plainASCII(u) != len(u) || !ok2 || again != u || !strings.HasPrefix(u, "http") {
			t.Fatalf("URL(%+q) = %+q, then %+q", s, u, again)
		}
	}
}

func TestHostile(t *testing.T) {
	t.Parallel()
	list := hostile(t)
	for _, s := range list {
		checkAll(t, s)
		checkAll(t, "é"+s+"e\u0301"+s)
	}
	checkAll(t, strings.Join(list, ""))
	checkAll(t, strings.Join(list, "\n"))
}

// TestEveryCharacter holds the promises against each code point, alone and
// after letters of three scripts, and that isCommon is right.
func TestEveryCharacter(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if isStretch(r) && r%64 > 1 && r%0x10000 < 0xfff0 {
			continue
		}
		if isCommon(r) && (isMark(r) || isHidden(r)) {
			t.Fatalf("%U is not a common letter", r)
		}
		// What is no mark and steers nothing stands behind one of the three.
		inEvery := *long || isMark(r) || unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point)
		s := string(r)
		for n, s := range []string{s, "a" + s, "क" + s, "ه" + s + s} {
			if n > 0 && int(r)%3 != n-1 && !inEvery {
				continue
			}
			got := Line(s)
			if danger := danger(got, false); danger != "" {
				t.Fatalf("Line(%+q) = %+q %s", s, got, danger)
			}
			if got != s && Line(got) != got {
				t.Fatalf("Line(%+q) = %+q, then %+q", s, got, Line(got))
			}
		}
	}
}

// isStretch tells whether a code point is one of a long row of the same kind: Chinese
// characters, syllables of Hangul, surrogates, and what is private or of no use yet.
func isStretch(r rune) bool {
	return 0x4000 < r && r < 0xa000 || 0xac00 < r && r < 0xd7a4 || 0xd800 < r && r < 0xf900 ||
		0x20000 < r && r < 0xdff00 || 0xe2000 < r
}

func FuzzLine(f *testing.F) {
	for _, s := range hostile(f) {
		f.Add(s)
	}
	f.Add("خانه\u200cها 漢字 ශ්\u200dරී é")
	f.Fuzz(checkAll)
}
