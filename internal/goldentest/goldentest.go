// Package goldentest compares what a test makes with a file that holds what is right,
// most often one under testdata. With -update the file is written anew. A package that uses it has the
// line that go generate ./... looks for in one of its tests:
//
//	//go:generate go test . -update
package goldentest

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Check fails unless text is what stands in the file at path, from the folder of the
// package that is tested.
func Check(t testing.TB, path, text string) {
	t.Helper()
	if *update {
		if err := write(path, text); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; if there should be such a file, run with -update", err)
	}
	if d := cmp.Diff(string(want), text); d != "" {
		t.Errorf("%s differs (-want +got); if it is right, run with -update:\n%s", path, d)
	}
}

func write(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(text), 0o644)
}
