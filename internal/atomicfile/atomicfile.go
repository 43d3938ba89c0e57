// Package atomicfile replaces a file whole or not at all: whoever reads it finds
// the old content or the new, and a program that dies while it writes leaves the
// old.
//
//	write .NAME-1234 ── fsync ── rename to NAME ── fsync folder
package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// Replace gives the file at name the content that write writes, and the mode, in
// one step and durably. write writes to a new file in the same folder, which is
// removed again when something fails: the error is then write's own, or one of
// the file system's that names the file to be replaced.
func Replace(name string, mode fs.FileMode, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), prefix(name)+"*")
	if err != nil {
		return err
	}
	err = errors.Join(write(f), f.Chmod(mode), harmless(f.Sync()), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
		return named(err, f.Name(), name)
	}
	return syncFolder(filepath.Dir(name))
}

// Tidy removes what programs that died while they replaced the file at name have
// left beside it. It is for callers that hold a lock: no other may be replacing
// that file.
func Tidy(name string) error {
	entries, err := os.ReadDir(filepath.Dir(name))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix(name)) {
			err = errors.Join(err, os.Remove(filepath.Join(filepath.Dir(name), e.Name())))
		}
	}
	return err
}

// prefix is what the names of the temporary files for name begin with.
func prefix(name string) string { return "." + filepath.Base(name) + "-" }

// named puts the name that the caller knows into an error of the temporary file.
func named(err error, temporary, name string) error {
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) && pathErr.Path == temporary {
		pathErr.Path = name
	}
	return err
}

// syncFolder makes a rename in dir durable, where the system can do that.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return harmless(d.Sync())
}

// harmless returns the error of a sync unless it is one that a file system
// answers which has nothing to sync.
func harmless(err error) error {
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}
