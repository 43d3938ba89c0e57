package edtf

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// checkReadBack holds a date against what its own words are read as: the same
// bounds.
func checkReadBack(t *testing.T, d Date) {
	t.Helper()
	for _, l := range []Length{Long, Spoken} {
		words := d.English(l)
		again, err := ParseLoose(words)
		if err != nil || Compare(d, again) != 0 {
			t.Errorf("%s is worded %q, which reads back as %v, %v", d, words, again, err)
		}
	}
}

// TestWordsReadBack reads random dates back from their words.
func TestWordsReadBack(t *testing.T) {
	t.Parallel()
	for seed, span := range [][2]int{{2003, 2013}, {1000, 2100}, {1, 999}, {-999, -1}, {9000, 12000}} {
		g := newGenerator(uint64(seed), span[0], span[1])
		for range many(4000) {
			checkReadBack(t, g.date())
		}
	}
}

// TestDatasetsWordsReadBack reads all dates of the built-in dataset back from their
// words.
func TestDatasetsWordsReadBack(t *testing.T) {
	t.Parallel()
	field := regexp.MustCompile(`(?m)^ *(?:- )?(?:\{is.*)?date: *"?([^"\n,}]+)`)
	read := 0
	for _, glob := range []string{"events/*.md", "actors/*.yaml"} {
		files, err := filepath.Glob("../../data/" + glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range field.FindAllSubmatch(text, -1) {
				if d, f := parse(string(m[1])); f == nil {
					checkReadBack(t, d)
					read++
				}
			}
		}
	}
	if read < 300 {
		t.Errorf("only %d dates were found", read)
	}
}
