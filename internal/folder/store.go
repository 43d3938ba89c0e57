package folder

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// Store puts files into a dataset's folder. It knows by a list of checksums, which
// Close leaves there, which of them an earlier import wrote and nobody edited since.
type Store struct {
	root  *os.Root
	known map[string]string // file → SHA-256 as it was last written by a Store
	seen  map[string]bool   // files of this run
	made  map[string]bool   // folders

	dir     string
	rooted  bool     // the folder itself is new
	created []string // files and folders of this run that were not there before
	Counts
}

// Counts are what became of the files that were put into a Store.
type Counts struct {
	Fresh         bool // there was nothing in the folder before
	Written, Same int
	Kept          []string // edited since, or not of an import: left as they are
	Stale         []string // of an earlier import and not of this one: left there
}

// sumsFile lists the files that imports wrote, as sha256sum does.
const sumsFile = ".import.sha256"

// OpenStore opens a dataset's folder, and makes it if it is not there.
func OpenStore(dir string) (*Store, error) {
	_, absent := os.Stat(dir)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	s := &Store{root: root, known: map[string]string{}, seen: map[string]bool{}, made: map[string]bool{}, dir: dir, rooted: errors.Is(absent, fs.ErrNotExist)}
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		root.Close()
		return nil, err
	}
	s.Fresh = len(entries) == 0
	sums, err := root.ReadFile(sumsFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for line := range strings.Lines(string(sums)) {
		if sum, file, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			s.known[file] = sum
		}
	}
	return s, nil
}

// Put writes a file, named with forward slashes. One that is there already is replaced
// only if it is as an import left it.
func (s *Store) Put(file string, text []byte) error {
	s.seen[file] = true
	if dir := path.Dir(file); dir != "." && !s.made[dir] {
		if err := s.root.Mkdir(dir, 0o777); err == nil {
			s.created = append(s.created, dir)
		} else if err := s.root.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		s.made[dir] = true
	}
	err := s.create(file, text)
	if !errors.Is(err, fs.ErrExist) {
		if err == nil {
			s.Written++
			s.known[file] = sum(text)
			s.created = append(s.created, file)
		}
		return err
	}
	old, err := s.root.ReadFile(file)
	switch {
	case err != nil:
		return err
	case bytes.Equal(old, text):
		s.Same++
		s.known[file] = sum(text)
	case s.known[file] == sum(old):
		s.Written++
		s.known[file] = sum(text)
		return s.root.WriteFile(file, text, 0o666)
	default:
		s.Kept = append(s.Kept, file)
	}
	return nil
}

// create writes a file that is not there yet.
func (s *Store) create(file string, text []byte) error {
	f, err := s.root.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err != nil { // a full disk leaves no part of a file
		s.root.Remove(file)
	}
	return err
}

// Close leaves the list of checksums for the next import, and lets go of the folder.
func (s *Store) Close() error {
	var b strings.Builder
	for _, file := range slices.Sorted(maps.Keys(s.known)) {
		if !s.seen[file] {
			s.Stale = append(s.Stale, file)
		}
		fmt.Fprintf(&b, "%s  %s\n", s.known[file], file)
	}
	slices.Sort(s.Kept)
	return errors.Join(s.root.WriteFile(sumsFile, []byte(b.String()), 0o666), s.root.Close())
}

// Undo takes away the files and folders that were not there before, and lets go of the
// folder. Files that were replaced stay as they are now: each is whole.
func (s *Store) Undo() error {
	var failed error
	for _, name := range slices.Backward(s.created) {
		if err := s.root.Remove(name); err != nil && failed == nil && !errors.Is(err, fs.ErrNotExist) {
			failed = err
		}
	}
	failed = errors.Join(failed, s.root.Close())
	if s.rooted && failed == nil {
		failed = os.Remove(s.dir)
	}
	return failed
}

func sum(text []byte) string { return fmt.Sprintf("%x", sha256.Sum256(text)) }

// Add writes a file that must not be there yet, in a folder that is a dataset's.
func Add(dir, file string, text []byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(file), 0o777); err != nil {
		return err
	}
	err = (&Store{root: root}).create(file, text)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%q is there already, and nothing is overwritten", path.Join(dir, file))
	}
	return err
}
