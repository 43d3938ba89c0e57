package ui

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKeysDocument keeps docs/keys.md what the table of actions says.
func TestKeysDocument(t *testing.T) {
	t.Parallel()
	const path = "../../docs/keys.md"
	want := KeysMarkdown()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(have), want); d != "" {
		t.Errorf("docs/keys.md is not current; run: go test ./internal/ui -update\n%s", d)
	}
}
