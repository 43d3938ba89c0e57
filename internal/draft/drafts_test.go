package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"timeline/internal/articles"
	"timeline/internal/events/eventstest"
)

// articleDir holds the articles where they are at hand. They are no part of the
// repository: without them the drafts are checked against the dataset's quotations.
const articleDir = "../../../shared/articles"

// checkers are those that were made, with and without the articles.
var checkers = struct {
	sync.Mutex
	made map[bool]*Checker
}{made: map[bool]*Checker{}}

// checker checks against the built-in dataset. It is made once for all tests.
func checker(t *testing.T, withArticles bool) *Checker {
	t.Helper()
	checkers.Lock()
	defer checkers.Unlock()
	if c := checkers.made[withArticles]; c != nil {
		return c
	}
	d := eventstest.BuiltIn(t)
	var arts map[string]*articles.Article
	if withArticles {
		var err error
		if arts, err = articles.Find(d, articles.Existing(articleDir)...); err != nil {
			t.Fatal(err)
		}
		if len(arts) == 0 {
			t.Skip("the articles are not at hand in " + articleDir)
		}
	}
	c, err := New(d, arts, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkers.made[withArticles] = c
	return c
}

// known is a fault that a draft has: its rule, words on its line, and a part of what is
// said of it.
type known struct {
	articles          bool // it is found only where the articles are at hand
	rule, words, says string
}

func faultsOf(t *testing.T, file string) []known {
	t.Helper()
	text, err := os.ReadFile(strings.TrimSuffix(file, filepath.Ext(file)) + ".faults")
	if err != nil {
		t.Fatal(err)
	}
	var list []known
	for line := range strings.Lines(string(text)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) != 3 {
			t.Fatalf("%s: %q has %d fields, not 3", file, line, len(f))
		}
		rule, only := strings.CutPrefix(f[0], "articles:")
		list = append(list, known{only, rule, f[1], f[2]})
	}
	return list
}

// TestDrafts checks ten drafts of a page with known faults: each is found, on its line,
// and nothing else is said.
func TestDrafts(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("testdata/drafts/*.[mto][dexr]*")
	if len(files) != 15 {
		t.Fatalf("%d drafts", len(files))
	}
	for _, withArticles := range []bool{false, true} {
		t.Run(fmt.Sprintf("articles=%v", withArticles), func(t *testing.T) {
			t.Parallel()
			c := checker(t, withArticles)
			found, all, sentences := 0, 0, 0
			for _, file := range files {
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				d := Read(string(text), SyntaxOf(file, ""))
				for _, p := range d.Paragraphs {
					sentences += len(Sentences(p.Text))
				}
				f, a := compareFaults(t, file, string(text), c.Check(d), faultsOf(t, file), withArticles)
				found, all = found+f, all+a
			}
			t.Logf("%d of %d faults found in %d sentences", found, all, sentences)
		})
	}
}

// holdsAll tells whether a message has every part, which | separates. Titles and sections
// are no part: they are the data's, and change.
func holdsAll(message, parts string) bool {
	for part := range strings.SplitSeq(parts, "|") {
		if !strings.Contains(message, part) {
			return false
		}
	}
	return true
}

func compareFaults(t *testing.T, file, text string, findings []Finding, faults []known, withArticles bool) (found, all int) {
	t.Helper()
	lines := strings.Split(text, "\n")
	findings = slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return !f.Fault })
	for _, k := range faults {
		if k.articles && !withArticles {
			continue
		}
		all++
		i := slices.IndexFunc(findings, func(f Finding) bool {
			near := strings.Join(lines[max(f.Line-2, 0):min(f.Line+1, len(lines))], " ")
			return f.Rule == k.rule && strings.Contains(strings.ToLower(near), strings.ToLower(k.words)) && holdsAll(f.Message, k.says)
		})
		if i < 0 {
			t.Errorf("%s: %s %q was not found", file, k.rule, k.words)
			continue
		}
		found++
		findings = slices.Delete(findings, i, i+1)
	}
	for _, f := range findings {
		t.Errorf("%s:%v: this is no fault", file, f)
	}
	return found, all
}
