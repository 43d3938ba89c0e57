package draft

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// told is a text as it was read: its paragraphs, kinds, citations and quotations.
func told(d *Draft) string {
	var b strings.Builder
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		fmt.Fprintf(&b, "%s %s", [...]string{"prose", "quote", "note", "heading"}[p.Kind], p.Text)
		for _, c := range p.Cites {
			fmt.Fprintf(&b, " @%s", c.Key)
			if c.Locator != "" {
				fmt.Fprintf(&b, "(%s)", c.Locator)
			}
		}
		for _, n := range p.Notes {
			fmt.Fprintf(&b, " ^%d", n.Note)
		}
		for _, q := range Quotations(p) {
			if p.Kind != BlockQuote {
				fmt.Fprintf(&b, " <%s>", p.Text[q.From:q.To])
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestRead(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		syntax Syntax
		text   string
		want   string
	}{
		{"front matter", Markdown, "---\ntitle: x \"y\"\n---\nText.\n", "prose Text.\n"},
		{"code", Markdown, "A `b \"c\"` d.\n\n```\ne \"f\"\n```\n\n    g \"h\"\n", "prose A d.\n"},
		{"addresses", Markdown, "See <https://x.org/a_b> and https://y.org/\"q\". [Text](http://z.org).\n", "prose See and . Text.\n"},
		{"emphasis and escapes", Markdown, "*An* **old** \\*star\\* &amp; &ldquo;so&rdquo;\n", "prose An old *star* & “so” <so>\n"},
		{"comments and HTML", Markdown, "A <!-- \"b\" --> c<br>d.\n", "prose A cd.\n"},
		{"transliteration is no code", Markdown, "al-Qa`ida and Shari`a here\n", "prose al-Qa'ida and Shari'a here\n"},
		{"block quotation", Markdown, "> one\n> two\n\nthree\n", "quote one two\nprose three\n"},
		{"footnotes", Markdown, "A.[^1] B.[^n]\n\n[^1]: Holm, para. 3.\n[^n]: Brandt.\n", "prose A. B. @1 @n ^1 ^2\nnote Holm, para. 3. @1\nnote Brandt. @n\n"},
		{"a note of one word", Markdown, "A.[^1]\n\n[^1]: @holm\n", "prose A. @1 ^1\nnote  @1 @holm\n"},
		{"an inline note", Markdown, "A.^[See [@holm, para. 3].] B\n", "note See . @holm(para. 3)\nprose A. B ^0\n"},
		{"citations", Markdown, "A [see @holm, para. 3; -@brandt] and @gazette [n. 2] says a@b.org.\n", "prose A and says . @holm(para. 3) @brandt @gazette(n. 2)\n"},
		{"headings and tables", Markdown, "# A\n\n| b | c |\n|---|---|\n| d | e |\n", "heading A\nheading b c\nheading d e\n"},
		{"list", Markdown, "- one\n- two\n", "prose one\nprose two\n"},
		{"div", Markdown, "::: {.note}\nText.\n:::\n", "prose Text.\n"},

		{"TeX quotation marks", LaTeX, "``one `two' three'' --- \\enquote{four \\enquote*{five}}", "prose “one ‘two’ three” — “four ‘five’” <one ‘two’ three> <four ‘five’>\n"},
		{"comments", LaTeX, "a % ``b''\n  c \\% d", "prose a c % d\n"},
		{"accents", LaTeX, "Guid\\`ere, \\'{E}, na\\\"\\i ve, \\c{c}a, \\o l", "prose Guidère, É, naïve, ça, øl\n"},
		{"citations", LaTeX, "A~\\autocite[see][para.~3]{holm,brandt} \\footcite{gazette} \\textcite[12]{x}", "prose A @holm(para. 3) @brandt(para. 3) @gazette @x(12)\n"},
		{"several at once", LaTeX, "A \\autocites[1]{a}[2]{b}.", "prose A . @a(1) @b(2)\n"},
		{"footnote", LaTeX, "A\\footnote{Holm, \\emph{The Lamp}, \\P 3.} b.", "note Holm, The Lamp, ¶3.\nprose A b. ^0\n"},
		{"quotation environment", LaTeX, "a\n\\begin{quote}\nb\n\\end{quote}\nc", "prose a\nquote b\nprose c\n"},
		{"csquotes with a key", LaTeX, "\\textcquote[4]{holm}{The lamp} and \\blockquote{x}", "prose “The lamp” and “x” @holm(4) <The lamp> <x>\n"},
		{"only the document", LaTeX, "\\newcommand{\\x}{``y''}\\begin{document}a\\end{document}b", "prose a\n"},
		{"skipped", LaTeX, "a $x ``y''$ \\[``z''\\] \\url{``q''} \\label{l} b\\begin{verbatim}``c''\\end{verbatim}", "prose a b\n"},
		{"paragraphs", LaTeX, "\\section{S}a\n\n  b\\par c", "heading S\nprose a\nprose b\nprose c\n"},

		{"org: what is no prose", Org, "#+TITLE: T\n# c\n* TODO One\n  SCHEDULED: <2014-05-06>\n:PROPERTIES:\n:id: 1\n:END:\nTwo =a \"b\"= and ~c~.\n#+begin_src sh\n\"x\"\n#+end_src\n: \"y\"\n|-+-|\n| d | e |\n", "heading One\nprose Two and .\nheading | d | e |\n"},
		{"org: quotations and lists", Org, "Said:\n#+BEGIN_QUOTE\n  one\n  two\n#+END_QUOTE\n- \"three\"\n  four\n- [X] five\n", "prose Said:\nquote one two\nprose \"three\" four <three>\nprose five\n"},
		{"org: links, citations, notes", Org, "A [[http://x.org][blog]] [cite/t:@holm para. 3; @brandt].[fn:1] B [[http://y.org]]\n\n[fn:1] Note.\n", "prose A blog . B @holm(para. 3) @brandt @fn1 ^1\nnote Note. @fn1\n"},
		{"signs for typesetters", Plain, "\ufeffBel\u00admokh\u200btar\u202f\u2009x\n", "prose Belmokhtar x\n"},

		{"plain text", Plain, "One ``two''\nthree.\n\n  Four http://x.org/y.\n", "prose One “two” three. <two>\nprose Four .\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := told(Read(tt.text, tt.syntax)); got != tt.want {
				t.Errorf("read\n%sas\n%swant\n%s", tt.text, got, tt.want)
			}
		})
	}
}

func TestPlace(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		syntax Syntax
		text   string
	}{
		{Markdown, "---\nt: x\n---\né *a* &amp;\n  the word\n"}, {LaTeX, "é % c\n\\emph{a} the\nword"}, {Plain, "é a\n\nb the word"},
	} {
		d := Read(tt.text, tt.syntax)
		p := d.Paragraphs[len(d.Paragraphs)-1]
		offset := p.Source(strings.Index(p.Text, "word"))
		if want := strings.Index(tt.text, "word"); offset != want {
			t.Errorf("%q: the word is at %d, want %d", tt.text, offset, want)
		}
		line, column := d.Place(offset)
		before := strings.Split(tt.text[:offset], "\n")
		if line != len(before) || column != len([]rune(before[line-1]))+1 {
			t.Errorf("%q: the word is at %d:%d", tt.text, line, column)
		}
	}
}

func TestQuotations(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		`He said "one two" and "three".`:                      {"one two", "three"},
		`“one “two” three” four`:                              {"one “two” three"},
		`„eins zwei“ und »keine«`:                             {"eins zwei"},
		`« un deux » fin`:                                     {" un deux "},
		`the fighters' aims and the brigades' arms`:           nil,
		`'one two' isn't 'three's'`:                           {"one two", "three's"},
		`‘one doesn’t two’ three`:                             {"one doesn’t two"},
		`6" tall and 5" wide, "so"`:                           {"so"},
		`he said "so and "this is closed"`:                    {"this is closed"},
		`an “unclosed quotation`:                              nil,
		`rock 'n' roll of the '90s`:                           {"n"},
		"(\"in brackets\") —\"after a dash\" [\"in others\"]": {"in brackets", "after a dash", "in others"},
	} {
		p := &Paragraph{Text: text}
		var got []string
		for _, q := range Quotations(p) {
			got = append(got, text[q.From:q.To])
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestBlockQuotation(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"One two.":                  "One two.",
		"“One two.”":                "One two.",
		"One two. — Holm, para. 3":  "One two.",
		"One two (Holm, para. 3).":  "One two",
		"“One” and “two”":           "One” and “two",
		"One — two three four five": "One",
	} {
		p := &Paragraph{Kind: BlockQuote, Text: text}
		q := Quotations(p)[0]
		if got := text[q.From:q.To]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	text := "On 2 Apr. 2012 he left. Mr. M. Holm (cf. p. 3) stayed! “Why?” she asked. Then… Nothing. U.S. troops came, e.g. Marines, no. 5."
	want := []string{
		"On 2 Apr. 2012 he left.", "Mr. M. Holm (cf. p. 3) stayed!", "“Why?” she asked.", "Then…", "Nothing.",
		"U.S. troops came, e.g. Marines, no. 5.",
	}
	var got []string
	for _, s := range Sentences(text) {
		got = append(got, text[s.From:s.To])
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestSyntaxOf(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       Syntax
	}{
		{"a.md", "", Markdown}, {"a.TEX", "", LaTeX}, {"a.txt", `\section{x}`, Plain}, {"a.org", "", Org},
		{"-", "\\section{One}", LaTeX}, {"-", "Text \\autocite{x}", LaTeX}, {"-", "# One", Markdown}, {"notes", "a\\b", Markdown},
	} {
		if got := SyntaxOf(tt.name, tt.text); got != tt.want {
			t.Errorf("%s %q is %v", tt.name, tt.text, got)
		}
	}
}

// FuzzRead reads anything, in every syntax: nothing panics, every byte of every paragraph
// comes from the text, and places are in it.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"---\na: b\n---\n# T\n\nA [@k, p. 3] “q r s t”.[^1]\n\n[^1]: N ^[x [y]].\n\n> z\n", "`a` &amp; \\* <b> [c](d) | e |\n|-|\n|f|",
		"\\begin{document}\\enquote{a \\footnote{b \\cite[c]{d}}} \\'{e}``f''\\begin{quote}g\\end{quote}%\n\\verb|h| $i$", "\\", "\\textcquote{", "[^", "^[", "@{", "\\begin", "\xff“\x80",
		"* TODO a\n#+begin_quote\n=b= [[c][d]]\n#+end_quote\n- [cite:@e f] [fn:1]\n[fn:1] g\n|h|\n", "> [^1]: a\n[^2]: b\n", "\\section{\\section{\\footnote{", "- a\n  > b\n",
	} {
		f.Add(s)
	}
	f.Add("A ^[A note [^0] in the text]\n\n[^0]: its own\n")
	f.Fuzz(func(t *testing.T, text string) {
		for s := range Syntax(len(Syntaxes())) {
			d := Read(text, s)
			for i := range d.Paragraphs {
				p := &d.Paragraphs[i]
				for pos := range len(p.Text) + 1 {
					if o := p.Source(pos); o < 0 || o > len(text) {
						t.Fatalf("byte %d of %q comes from %d", pos, p.Text, o)
					}
				}
				inside := func(s Span) bool { return 0 <= s.From && s.From <= s.To && s.To <= len(p.Text) }
				for _, q := range append(Quotations(p), Sentences(p.Text)...) {
					if !inside(q) {
						t.Fatalf("%v is not in %q", q, p.Text)
					}
					quotedWords(p.Text[q.From:q.To])
				}
				for _, c := range p.Cites {
					if c.Pos > len(p.Text) || c.Offset < 0 || c.Offset > len(text) {
						t.Fatalf("the citation %+v is not in %q", c, p.Text)
					}
				}
				for _, n := range p.Notes {
					if n.Note >= len(d.Paragraphs) || n.Pos > len(p.Text) {
						t.Fatalf("there is no note %+v", n)
					}
				}
				datesIn(p.Text)
			}
			if line, column := d.Place(len(text)); line < 1 || column < 1 {
				t.Fatalf("the end is at %d:%d", line, column)
			}
		}
	})
}
