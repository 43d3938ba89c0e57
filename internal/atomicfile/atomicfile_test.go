package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// holds fails unless the folder holds that one file with that content.
func holds(t *testing.T, name, want string) {
	t.Helper()
	got, err := os.ReadFile(name)
	if err != nil || string(got) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	entries, err := os.ReadDir(filepath.Dir(name))
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestReplace(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "a file [1]")
	for _, s := range []string{"first", "second", ""} {
		if err := Replace(name, 0o640, text(s)); err != nil {
			t.Fatal(err)
		}
		holds(t, name, s)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestFailureLeavesTheOldFile(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "file")
	if err := Replace(name, 0o600, text("old")); err != nil {
		t.Fatal(err)
	}
	no := errors.New("no")
	err := Replace(name, 0o600, func(w io.Writer) error { return errors.Join(text("half")(w), no) })
	if !errors.Is(err, no) {
		t.Errorf("error %v", err)
	}
	holds(t, name, "old")
	err = Replace(name, 0o600, func(w io.Writer) error { return errors.Join(w.(*os.File).Close(), text("x")(w)) })
	if pathErr := (*fs.PathError)(nil); !errors.As(err, &pathErr) || pathErr.Path != name {
		t.Errorf("the error names another file: %v", err)
	}
	holds(t, name, "old")
}

func TestNoFolder(t *testing.T) {
	t.Parallel()
	if err := Replace(filepath.Join(t.TempDir(), "none", "file"), 0o600, text("")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

func TestTidy(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(filepath.Join(filepath.Dir(name), ".file-123"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, 0o600, text("x")); err != nil {
		t.Fatal(err)
	}
	if err := Tidy(name); err != nil {
		t.Error(err)
	}
	holds(t, name, "x")
}
