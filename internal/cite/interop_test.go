package cite

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// These tests hold the citations against other programs. They are skipped, and
// say why, where those are not at hand:
//
//	TIMELINE_NODE_PATH  a node_modules folder with citeproc, @citation-js/core,
//	                    @citation-js/plugin-bibtex and @citation-js/plugin-ris
//	TIMELINE_CSL        a folder with styles/ and locales/ of the Citation Style
//	                    Language, such as those of Debian's packages
//	                    citation-style-language-styles and -locales
//	pandoc              on the PATH

// rendered is what citeproc makes of a work in a style.
type rendered struct{ Entry, Note, Located string }

func runNode(t *testing.T, script string, input any) []byte {
	t.Helper()
	modules := os.Getenv("TIMELINE_NODE_PATH")
	if modules == "" {
		t.Skip("TIMELINE_NODE_PATH names no folder of npm packages")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not on the PATH")
	}
	in, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, script)
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules)
	cmd.Stdin = bytes.NewReader(in)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return out
}

// difference is where we knowingly write something else than citeproc: in the
// text of that source (any, if empty) and style, theirs for ours. The comments
// in chicago.go, apa.go and mla.go say why.
type difference struct{ style, source, theirs, ours string }

var differences = []difference{
	{"chicago", "guidere-2014", "(2014)", "(deposited 2014)"},
	{"chicago-bib", "guidere-2014", "AQIM,” 2014. Hal-", "AQIM,” deposited 2014. hal-"},
	{"chicago-bib", "periphery-2013", "Notes on the Periphery. “Al Qaeda’s Gamble in Mali,” March", "“Al Qaeda’s Gamble in Mali.” Notes on the Periphery (blog), March"},
	{"mla", "siegel-2013", "Mar. 2013", "27 Mar. 2013"},
	{"mla", "mcgregor-2012", "Nov. 2012", "15 Nov. 2012"},
	{"mla", "guidere-2014", "Mathieu. The Timbuktu Letters: New Insights about AQIM. 2014, https://hal.archives-ouvertes.fr/hal-01081769. HAL open archive, hal-01081769.",
		"Mathieu. “The Timbuktu Letters: New Insights about AQIM.” HAL open archive, hal-01081769, 2014, https://hal.archives-ouvertes.fr/hal-01081769."},
	{"mla", "", "para.", "par. "},
}

// articles are the works that are compared.
var articles = []string{"guidere-2014", "lebovich-2013", "mcgregor-2012", "periphery-2013", "siegel-2013"}

// section is what a locator of ours says beyond citeproc's.
var section = regexp.MustCompile(`under “[^”]*,” |[A-Z][^,()]* section, |“[^”]*” sec\., `)

func TestCiteproc(t *testing.T) {
	t.Parallel()
	styles := os.Getenv("TIMELINE_CSL")
	if styles == "" {
		t.Skip("TIMELINE_CSL names no folder of CSL styles and locales")
	}
	d := fixture(t)
	var items []Item
	numbers := map[string]any{}
	for _, id := range articles {
		items = append(items, Item{Source: d.Source(id)})
		p := placeOf(d, id, locators(t, id)[0])
		numbers[id] = map[string]string{"label": "paragraph", "value": strconv.Itoa(p.para)}
	}
	csl := json.RawMessage(FormatAll(d, items, CSLJSON, accessed))
	out := runNode(t, "testdata/interop/citeproc.js", map[string]any{"csl": styles, "items": csl, "locators": numbers})
	var theirs map[string]map[string]rendered
	if err := json.Unmarshal(out, &theirs); err != nil {
		t.Fatal(err)
	}
	used := map[difference]bool{}
	for _, id := range articles {
		bare := newWork(d, Item{Source: d.Source(id)}, accessed)
		at := newWork(d, Item{d.Source(id), locators(t, id)}, accessed)
		agree := func(style, ours, theirs string) {
			t.Helper()
			compare(t, used, style, id, plain(ours), theirs)
		}
		agree("chicago", bare.chicagoNote(), theirs["chicago"][id].Note)
		agree("chicago", at.chicagoNote(), theirs["chicago"][id].Located)
		agree("chicago-bib", bare.chicagoEntry(), theirs["chicago"][id].Entry)
		agree("apa", bare.apaReference(), theirs["apa"][id].Entry)
		agree("apa", at.apaInText(), theirs["apa"][id].Located)
		agree("mla", bare.mlaEntry(), theirs["mla"][id].Entry)
		agree("mla", at.mlaInText(), theirs["mla"][id].Located)
	}
	for _, diff := range differences {
		if !used[diff] {
			t.Errorf("no difference any more: %+v", diff)
		}
	}
}

// compare wants both texts to be one once the known differences are made up for.
func compare(t *testing.T, used map[difference]bool, style, id, ours, theirs string) {
	t.Helper()
	for _, diff := range differences {
		if diff.style == style && (diff.source == "" || diff.source == id) && strings.Contains(theirs, diff.theirs) {
			theirs = strings.Replace(theirs, diff.theirs, diff.ours, 1)
			used[diff] = true
		}
	}
	if got := section.ReplaceAllString(ours, ""); got != theirs {
		t.Errorf("%s %s:\n  ours     %s\n  citeproc %s", style, id, got, theirs)
	}
}

// reread is what another program reads out of an entry.
type reread struct {
	ID     string `json:"id"`
	Type   string `json:"type"`
	Title  string `json:"title"`
	URL    string `json:"URL"`
	Author []struct{ Family, Given, Literal string }
	Issued struct {
		Parts [][]int `json:"date-parts"`
	} `json:"issued"`
}

func all(t *testing.T) (items []Item) {
	d := fixture(t)
	for i := range d.Sources {
		items = append(items, Item{&d.Sources[i], locators(t, d.Sources[i].ID)})
	}
	return items
}

func TestPandocReadsBibTeXAndRIS(t *testing.T) {
	t.Parallel()
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		t.Skip("pandoc is not on the PATH")
	}
	d := fixture(t)
	for style, from := range map[Style]string{BibTeX: "bibtex", CSLJSON: "csljson", RIS: "ris"} {
		cmd := exec.Command(pandoc, "--from", from, "--to", "csljson")
		cmd.Stdin = strings.NewReader(FormatAll(d, all(t), style, accessed) + "\n")
		out, err := cmd.Output()
		if err != nil && style == RIS {
			t.Logf("this pandoc does not read RIS: %v", err) // it does from 3.0 on
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		checkReread(t, "pandoc "+from, out)
	}
}

func TestCitationJSReadsBibTeXAndRIS(t *testing.T) {
	t.Parallel()
	d := fixture(t)
	out := runNode(t, "testdata/interop/citationjs.js", map[string]string{
		"bibtex": FormatAll(d, all(t), BibTeX, accessed),
		"ris":    FormatAll(d, all(t), RIS, accessed),
	})
	var read map[string]json.RawMessage
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	for from, items := range read {
		checkReread(t, "citation-js "+from, items)
	}
}

// checkReread wants what was written to be what was read.
func checkReread(t *testing.T, by string, out []byte) {
	t.Helper()
	var read []reread
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatalf("%s: %v", by, err)
	}
	d := fixture(t)
	if len(read) != len(d.Sources) {
		t.Errorf("%s reads %d works of %d", by, len(read), len(d.Sources))
	}
	for _, r := range read {
		src := d.Source(r.ID)
		if src == nil {
			t.Errorf("%s: unknown id %q", by, r.ID)
			continue
		}
		if got, want := bare(r.Title), bare(src.Title); got != want {
			t.Errorf("%s %s: title %s, want %s", by, r.ID, got, want)
		}
		if len(r.Author) != len(src.Authors) {
			t.Errorf("%s %s: authors %v, want %v", by, r.ID, r.Author, src.Authors)
		} else if len(r.Author) > 0 && r.Author[0].Family != src.Authors[0].Family {
			t.Errorf("%s %s: author %v, want %v", by, r.ID, r.Author[0], src.Authors[0])
		}
		if r.URL != src.URL {
			t.Errorf("%s %s: address %q, want %q", by, r.ID, r.URL, src.URL)
		}
		w := newWork(d, Item{src, locators(t, src.ID)}, accessed)
		if want := w.issued.csl(); want != nil && !want.Circa && (len(r.Issued.Parts) == 0 || !slices.Equal(r.Issued.Parts[0], want.Parts[0])) {
			t.Errorf("%s %s: issued %v, want %v", by, r.ID, r.Issued.Parts, want.Parts)
		}
	}
}

// bare takes out what the formats write in different ways: markup, and the
// shapes of quotation marks.
func bare(s string) string {
	return strings.NewReplacer(`<span class="nocase">`, "", "</span>", "",
		"“", "'", "”", "'", "‘", "'", "’", "'", `"`, "'", "`", "'").Replace(s)
}
