package cite

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

//go:generate go test . -update

var update = flag.Bool("update", false, "write the golden files anew")

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
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
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
		if n := strings.Count(text, "Timbuktu Letters"); n == 0 {
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
	if !strings.Contains(got, "3") {
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
	case RIS:
		for _, line := range strings.Split(got, "\r\n") {
			if len(line) < 6 || line[2:6] != "  - " || bytes.ContainsAny([]byte(line), "\r\n") {
				t.Errorf("RIS line %q", line)
			}
		}
	}
}
