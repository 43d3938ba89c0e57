package state

import (
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

const canLimitFiles = true

// limitFiles makes every write beyond the given size fail in this process.
func limitFiles(size int) {
	signal.Ignore(unix.SIGXFSZ) // else it ends the process
	limit := unix.Rlimit{Cur: uint64(size), Max: uint64(size)}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &limit); err != nil {
		panic(err)
	}
}

// TestPipe puts a pipe where the file belongs: to open it would block.
func TestPipe(t *testing.T) {
	t.Parallel()
	s := open(t)
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mkfifo(s.path, 0o600); err != nil {
		t.Skip(err)
	}
	if _, notice, err := s.Load(); err != nil || !strings.Contains(string(notice), "it is not a file") {
		t.Errorf("Load: %q, %v", notice, err)
	}
	load(t, s)
}
