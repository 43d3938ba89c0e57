//go:build unix

package events_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"timeline/internal/events"
)

// TestPipesAreNotOpened: opening a named pipe to read from it waits for ever.
func TestPipesAreNotOpened(t *testing.T) {
	for _, name := range []string{event, "events/1951-01-01-new.md", "dataset.yaml", "verified.yaml", "coverage", "events", "actors/anna.yaml"} {
		dir, load := onDisk(t)
		at := filepath.Join(dir, name)
		if err := os.RemoveAll(at); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(at, 0o666); err != nil {
			t.Skip("no named pipes here:", err)
		}
		err := load()
		var ps events.Problems
		if !errors.As(err, &ps) || ps[0].File != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}
