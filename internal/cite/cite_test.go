package cite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/goldentest"
)

//go:generate go test . -update

// The works of testdata/dataset: the five articles of the embedded dataset as
// they were when the golden texts were compared with citeproc, and three that
// are meant to break things.
func fixture(t testing.TB) *events.Dataset {
	t.Helper()
	d, err := events.Load(os.DirFS("testdata/dataset"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var accessed = edtf.MustParse("2026-11-21")

// located are the blocks that the golden files cite, by source.
var located = map[string][]string{
	"siegel-2013":    {"p5"},
	"guidere-2014":   {"p3"},
	"periphery-2013": {"p2"},
	"mcgregor-2012":  {"p3"},
	"lebovich-2013":  {"p4"},
	"hostile-quotes": {"p2", "p3", "n1", "h2"},
	"undated-page":   {"p7"},
	"about-book":     {"n2", "n3"},
}

func locators(t testing.TB, source string) []events.Locator {
	var at []events.Locator
	for _, s := range located[source] {
		l, ok := events.ParseLocator(s)
		if !ok {
			t.Fatalf("locator %q", s)
		}
		at = append(at, l)
	}
	return at
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	goldentest.Check(t, "testdata/golden/"+name, got)
}

func TestGolden(t *testing.T) {
	t.Parallel()
	d := fixture(t)
	for i, name := range Styles() {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			for j := range d.Sources {
				src := &d.Sources[j]
				fmt.Fprintf(&b, "%s\n\n%s\n\n", Format(d, src, nil, Style(i), accessed), Format(d, src, locators(t, src.ID), Style(i), edtf.Date{}))
			}
			golden(t, name+".txt", strings.ReplaceAll(b.String(), "\r\n", "␍\n"))
		})
	}
}

func TestFormatAllOfAnEvent(t *testing.T) {
	t.Parallel()
	d := fixture(t)
	e := d.Event(0)
	items := Items(d, e)
	if len(items) != 2 || len(items[0].At) != 3 || len(items[1].At) != 1 {
		t.Fatalf("items %+v", items)
	}
	var b strings.Builder
	for i, name := range Styles() {
		text := FormatAll(d, items, Style(i), edtf.Date{})
		if !strings.Contains(text, "Timbuktu Letters") && !strings.Contains(text, "@guidere-2014") && !strings.Contains(text, "{guidere-2014}") {
			t.Errorf("%s leaves a work out:\n%s", name, text)
		}
		fmt.Fprintf(&b, "== %s\n%s\n", name, strings.ReplaceAll(text, "\r\n", "␍\n"))
	}
	golden(t, "event.txt", b.String())
}

// TestOrderOfText cites what claims name in any order as the text has it. A
// paragraph of the opening, which has no heading, may not come after one that has.
func TestOrderOfText(t *testing.T) {
	t.Parallel()
	source := events.Source{ID: "s", Title: "T", Short: "T"}
	d := events.New(events.Meta{}, nil, nil, nil, []events.Source{source})
	var at []events.Locator
	for _, s := range []string{"n27", "p9", "c1", "p2", "n16", "p2"} {
		l, _ := events.ParseLocator(s)
		at = append(at, l)
	}
	got := Format(d, &source, at, RIS, edtf.Date{})
	if want := "cited at paras. 2, 9; nn. 16, 27; "; !strings.Contains(got, want) {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestCSLIsValid(t *testing.T) {
	t.Parallel()
	d := fixture(t)
	var items []Item
	for i := range d.Sources {
		items = append(items, Item{&d.Sources[i], locators(t, d.Sources[i].ID)})
	}
	dec := json.NewDecoder(strings.NewReader(FormatAll(d, items, CSLJSON, accessed)))
	dec.DisallowUnknownFields()
	var read []cslItem
	if err := dec.Decode(&read); err != nil {
		t.Fatal(err)
	}
	if len(read) != len(d.Sources) {
		t.Fatalf("%d items for %d sources", len(read), len(d.Sources))
	}
	for _, it := range read {
		if it.Locator == "" {
			t.Errorf("%s lost its locator", it.ID)
		}
	}
}

func TestParseStyle(t *testing.T) {
	t.Parallel()
	for i, name := range Styles() {
		if s, err := ParseStyle(strings.ToUpper(name)); err != nil || s != Style(i) {
			t.Errorf("%s: %v, %v", name, s, err)
		}
	}
	_, err := ParseStyle("chicgo")
	if err == nil || !strings.Contains(err.Error(), "did you mean chicago?") {
		t.Errorf("chicgo: %v", err)
	}
	_, err = ParseStyle("harvard")
	if err == nil || !strings.Contains(err.Error(), "one of chicago, chicago-bib, apa") {
		t.Errorf("harvard: %v", err)
	}
}

func TestWhen(t *testing.T) {
	t.Parallel()
	tests := []struct{ date, american, apa, mla string }{
		{"2013-03-27", "March 27, 2013", "2013, March 27", "27 Mar. 2013"},
		{"2013-03", "March 2013", "2013, March", "Mar. 2013"},
		{"2013", "2013", "2013", "2013"},
		{"2012-21", "Spring 2012", "2012, Spring", "Spring 2012"},
		{"2012-24", "Winter 2012", "2012, Winter", "Winter 2012"},
		{"2012~", "[ca. 2012]", "ca. 2012", "circa 2012"},
		{"2012?", "[2012?]", "ca. 2012", "[2012?]"},
		{"2012/2013", "2012–2013", "2012–2013", "2012–2013"},
		{"[2013-03-27,2013-03-29]", "March 2013", "2013, March", "Mar. 2013"},
		{"[2013-03,2013-05]", "2013", "2013", "2013"},
		{"[2013-10-10..2014-11-11]", "", "n.d.", ""},
		{"201X", "", "n.d.", ""},
		{"2013/..", "", "n.d.", ""},
		{"", "", "n.d.", ""},
	}
	for _, test := range tests {
		var d edtf.Date
		if test.date != "" {
			d = edtf.MustParse(test.date)
		}
		w := whenOf(d, false)
		if w.american() != test.american || w.apa(true) != test.apa || w.mla() != test.mla {
			t.Errorf("%s: %q, %q, %q", test.date, w.american(), w.apa(true), w.mla())
		}
	}
	if w := whenOf(edtf.MustParse("[2013-10-10..2014-11-11]"), true); w.american() != "deposited 2014" || w.day != 0 {
		t.Errorf("deposit: %+v", w)
	}
}

func TestQuoted(t *testing.T) {
	t.Parallel()
	tests := []struct{ title, mark, want string }{
		{"Plain", ",", "“Plain,”"},
		{"AQIM's Playbook", ".", "“AQIM’s Playbook.”"},
		{"Why?", ".", "“Why?”"},
		{"Why?", ",", "“Why?,”"},
		{`The "Hot" War`, ",", "“The ‘Hot’ War,”"},
		{"He said “the ‘X’ file”", "", "“He said ‘the “X” file’”"},
		{"‘Abd al-Wadud’s “Word”", "", "“‘Abd al-Wadud’s ‘Word’”"},
		{"Is it “so?”", ".", "“Is it ‘so?’”"},
	}
	for _, test := range tests {
		if got := quoted(test.title, test.mark); got != test.want {
			t.Errorf("%s %s: %s, want %s", test.title, test.mark, got, test.want)
		}
	}
}

func TestTeX(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"Guidère", "Guid{\\`e}re"},
		{"Đặng", `Đ{\u {\d a}}ng`},
		{"naïve & co.", `na{\"\i}ve \& co.`},
		{"{a} b", `\{a\} b`},
		{"}a\\b", `\textbraceright{}a\textbackslash{}b`},
		{"“x” – y", "``x'' -- y"},
		{"ʿAbd, 聖", "ʿAbd, 聖"},
	}
	for _, test := range tests {
		if got := tex(test.in); got != test.want {
			t.Errorf("%s: %s, want %s", test.in, got, test.want)
		}
	}
}

func TestRanges(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"": "", "3": "3", "1 2": "1–2", "1 3": "1, 3", "1 2 3 5 7 8": "1–3, 5, 7–8", "9 10": "9–10", "3–5 6": "3–5, 6", "1:23 2": "1:23, 2",
	} {
		if got := ranges(strings.Fields(in)); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// TestTyped cites as one types: numbers first, the signs of each program kept apart
// from the text.
func TestTyped(t *testing.T) {
	t.Parallel()
	works := []work{
		{id: "a-1", at: []place{{para: 1}, {para: 2}}},
		{id: "b", at: []place{{para: 3, section: "On [x]; #y_z & @w"}}},
		{id: "c"},
		{id: "d", at: []place{{para: 1, section: "A"}, {para: 2, section: "B"}, {note: 4}}},
	}
	for style, want := range map[Style]string{
		Pandoc:   `[@a-1, paras. 1–2; @b, para. 3, under “On (x), \#y\_z \& \@w”; @c; @d, A, para. 1, B, para. 2, n. 4]`,
		Biblatex: "\\autocites[paras. 1--2]{a-1}[{para. 3, under ``On [x]; \\#y\\_z \\& @w''}]{b}{c}[A, para. 1; B, para. 2; n. 4]{d}",
		OrgCite:  `[cite:@a-1 paras. 1–2;@b para. 3, under “On (x), #y_z & @w”;@c;@d A, para. 1, B, para. 2, n. 4]`,
		Typst:    `@a-1[paras. 1–2] @b[para. 3, under “On \[x\]; \#y\_z & \@w”] @c @d[A, para. 1; B, para. 2; n. 4]`,
	} {
		if got := typedCitation(works, style); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", Styles()[style], got, want)
		}
	}
	if got := typedCitation(works[:1], Biblatex); got != `\autocite[paras. 1--2]{a-1}` {
		t.Error(got)
	}
}

// TestInto adds what is missing, keeps what is there byte for byte, and adds nothing
// the second time.
func TestInto(t *testing.T) {
	t.Parallel()
	d := fixture(t)
	items := all(t)
	for _, file := range []string{"", "% mine\n@comment{x}\n@STRING{s = \"x\"}\n@book{Siegel-2013,\n  title={x}}", "@misc( guidere-2014 ,\r\n title={y})\r\n"} {
		text, added, kept := Into([]byte(file), d, items, accessed)
		if len(added)+len(kept) != len(d.Sources) || (len(kept) == 1) != (file != "") {
			t.Errorf("%q: %d added, %d kept", file, len(added), len(kept))
		}
		if !strings.HasPrefix(string(text), file) || strings.Contains(string(text), "cited at") {
			t.Errorf("%q became %s", file, text)
		}
		again, added, kept := Into(text, d, items, accessed)
		if len(added) > 0 || len(kept) != len(d.Sources) || !bytes.Equal(again, text) {
			t.Errorf("%q: the second time %d are added", file, len(added))
		}
	}
}

// FuzzFormat holds every style to what its readers need whatever a source says.
func FuzzFormat(f *testing.F) {
	f.Add("A \"title\" ‘of’ {all} \\kinds\r\n\x1b[31m", "Container\x01", "Fam\u202eily", "2013-03-27", "https://example.org/")
	f.Add("", "", "", "[2013..2014]", "javascript:alert(1)")
	f.Fuzz(func(t *testing.T, title, container, family, date, url string) {
		when, _ := edtf.Parse(date)
		for _, kind := range []string{"article-journal", "post-weblog", "report", "manuscript", "webpage", "book"} {
			src := events.Source{ID: "x", Title: title, Container: container, Kind: kind, Date: when, URL: url, Number: container}
			if family != "" {
				src.Authors = []events.Author{{Family: family, Given: title}}
			}
			d := events.New(events.Meta{}, nil, nil, nil, []events.Source{src})
			for i := range styleNames {
				got := Format(d, &src, []events.Locator{{Kind: 'p', Number: 3}}, Style(i), accessed)
				checkText(t, Style(i), got)
			}
		}
	})
}

func checkText(t *testing.T, style Style, got string) {
	if style != BibTeX && !strings.Contains(got, "3") { // a list of works has no place for it
		t.Errorf("%s lost the locator: %q", Styles()[style], got)
	}
	for _, r := range got {
		if r != '\n' && r != '\r' && (r < ' ' || 0x7f <= r && r < 0xa0 || r == 0x202e) {
			t.Errorf("%s holds %U: %q", Styles()[style], r, got)
		}
	}
	switch style {
	case CSLJSON:
		if !json.Valid([]byte(got)) {
			t.Errorf("not JSON: %s", got)
		}
	case BibTeX:
		if strings.Count(got, "{") != strings.Count(got, "}") {
			t.Errorf("braces do not match: %s", got)
		}
	case Pandoc, OrgCite:
		if strings.Count(got, "[") != 1+strings.Count(got, `\[`) || strings.Count(got, ";") > 0 {
			t.Errorf("%s may end early: %s", Styles()[style], got)
		}
	case RIS:
		for _, line := range strings.Split(got, "\r\n") {
			if len(line) < 6 || line[2:6] != "  - " || bytes.ContainsAny([]byte(line), "\r\n") {
				t.Errorf("RIS line %q", line)
			}
		}
	}
}
