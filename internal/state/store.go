package state

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/gofrs/flock"

	"timeline/internal/atomicfile"
)

// Store is the state file of one path. It holds nothing open and caches
// nothing. It is safe for concurrent use, by several programs too.
type Store struct {
	path     string
	now      func() time.Time
	patience time.Duration // how long an update waits for another program's
}

// Open returns the store of the file at path, which [Path] gives. It touches
// nothing yet. With an empty path Load finds nothing and every update answers
// [ErrNoHome]. The clock dates bookmarks, places and files set aside.
func Open(path string, now func() time.Time) *Store {
	return &Store{path: path, now: now, patience: lockPatience}
}

// Load reads what is remembered. The file is usable (empty, if need be)
// whatever else is returned; a file that does not exist is an empty one. If it
// could be read but not understood it is set aside, and the notice says so: a
// sentence without a full stop, which holds the path as it is, so that it goes to
// the screen through printable, as the errors do.
// The error tells that it could not be read at all; it names the path.
func (s *Store) Load() (File, string, error) {
	if s.path == "" {
		return File{}, "", s.failed("not remembered", ErrNoHome)
	}
	f, _, bad, err := s.read()
	if err != nil || bad == nil {
		return f, "", s.failed("not read", err)
	}
	// Under the lock, for another program may have set it aside meanwhile.
	release, err := lock(s.path+".lock", s.patience)
	if err != nil {
		return f, fmt.Sprintf("%s is not used: %v; it stays where it is and nothing will be saved", s.path, bad), nil
	}
	defer release()
	f, _, notice, err := s.readOrSetAside()
	return f, notice, s.failed("not read", err)
}

// SavePlace remembers where the person is in a dataset, at the present time. It
// blocks for the disk, and up to five seconds for another program's update, as
// AddBookmark and RemoveBookmark do. The error is for the person to read; it will
// most likely come again with the next update, so say it once.
func (s *Store) SavePlace(key string, p Place) error {
	p.Saved = s.stamp()
	return s.update(key, func(d object) error { return assign(child(d, "place"), p) })
}

// AddBookmark marks an event of a dataset at the present time. An event that is
// marked already keeps its place and time.
func (s *Store) AddBookmark(key, event string) error {
	at := s.stamp()
	return s.update(key, func(d object) error {
		list := bookmarks(d)
		if event == "" || slices.ContainsFunc(list, marks(event)) {
			return nil
		}
		b := object{}
		d["bookmarks"] = append(list, b)
		return assign(b, Bookmark{Event: event, Added: at})
	})
}

// RemoveBookmark unmarks an event of a dataset.
func (s *Store) RemoveBookmark(key, event string) error {
	return s.update(key, func(d object) error {
		d["bookmarks"] = slices.DeleteFunc(bookmarks(d), marks(event))
		return nil
	})
}

// update applies change to the object of a dataset as the file has it now, and
// makes the result durable before it returns nil. If change returns an error the
// file stays as it is. A file that had to be set aside is told as an error, but
// the change is saved. change must not call the store.
func (s *Store) update(key string, change func(dataset object) error) error {
	const what = "not saved"
	if s.path == "" {
		return s.failed(what, ErrNoHome)
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return s.failed(what, err)
	}
	release, err := lock(s.path+".lock", s.patience)
	if err != nil {
		return s.failed(what, err)
	}
	defer release()
	_, whole, notice, err := s.readOrSetAside()
	if err != nil {
		return s.failed(what, err)
	}
	if err := change(child(child(whole, "datasets"), key)); err != nil {
		return s.failed(what, err)
	}
	text, err := encode(whole)
	if err != nil {
		return s.failed(what, err)
	}
	if err := atomicfile.Tidy(s.path); err != nil {
		return s.failed(what, err)
	}
	err = atomicfile.Replace(s.path, 0o600, func(w io.Writer) error { _, err := w.Write(text); return err })
	if err == nil && notice != "" {
		return errors.New(notice)
	}
	return s.failed(what, err)
}

// stamp is the present time as it is written: UTC, whole seconds.
func (s *Store) stamp() time.Time { return s.now().UTC().Truncate(time.Second) }

// read reads the file: what this version knows of it, and the whole. err tells
// that it could not be read, bad that it could but makes no sense; both are empty
// then.
func (s *Store) read() (f File, whole object, bad, err error) {
	text, bad, err := s.text()
	if err != nil || bad != nil || text == nil {
		return File{}, object{}, bad, err
	}
	if f, whole, bad = decode(text); bad != nil {
		return File{}, object{}, bad, nil
	}
	return f, whole, nil, nil
}

// text is the content of the file, nil if there is none.
func (s *Store) text() (text []byte, bad, err error) {
	if info, err := os.Stat(s.path); err == nil && !info.Mode().IsRegular() { // to open a pipe would block
		return nil, errors.New("it is not a file"), nil
	}
	r, err := os.Open(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	text, err = io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err == nil && len(text) > maxBytes {
		bad = fmt.Errorf("it is larger than %d MiB", maxBytes>>20)
	}
	return text, bad, err
}

// readOrSetAside is read by the holder of the lock: a file that makes no sense
// is renamed, and the notice says to what.
func (s *Store) readOrSetAside() (File, object, string, error) {
	f, whole, bad, err := s.read()
	if err != nil || bad == nil {
		return f, whole, "", err
	}
	aside := s.path + ".broken-" + s.now().Format("20060102-150405")
	for n := 2; ; n++ { // never over another one
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			break
		}
		aside = fmt.Sprintf("%s.broken-%s-%d", s.path, s.now().Format("20060102-150405"), n)
	}
	if err := os.Rename(s.path, aside); err != nil {
		return f, whole, "", err
	}
	why := "cannot be understood"
	if newer := errNewer(0); errors.As(bad, &newer) {
		why = "was written by a newer version of this program"
	}
	return f, whole, fmt.Sprintf("your place and bookmarks start afresh: %s %s (%v); it is kept as %s",
		s.path, why, bad, aside), nil
}

// failed makes err an error for the person: what happened to the state, where,
// and why, each path once.
func (s *Store) failed(what string, err error) error {
	if err == nil {
		return nil
	}
	where := s.path
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
		where, err = pathErr.Path, pathErr.Err
	} else if linkErr := (*os.LinkError)(nil); errors.As(err, &linkErr) {
		where, err = linkErr.New, linkErr.Err
	}
	if where == "" {
		return fmt.Errorf("your place and bookmarks are %s: %w", what, err)
	}
	return fmt.Errorf("your place and bookmarks are %s: %s: %w", what, where, err)
}

// ErrNoHome is returned by [Path] if the environment names no folder to keep
// the state in, and by a [Store] without a path.
var ErrNoHome = errors.New("no folder to keep them in: neither XDG_STATE_HOME nor HOME is an absolute path")

// Path returns where the state file belongs, by the variables that env gives
// ("" if unset):
//
//	$XDG_STATE_HOME/timeline/state.json
//	%LocalAppData%\timeline\state.json        on Windows, if the first is unset
//	$HOME/.local/state/timeline/state.json    else, macOS included: who works in
//	                                          a terminal looks for it there
//
// As the XDG rules ask, a folder that is not absolute is taken as unset. If
// nothing is left the error is [ErrNoHome]. Nothing is looked up or made.
func Path(env func(string) string) (string, error) {
	const file = "state.json"
	if dir := env("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "timeline", file), nil
	}
	if dir := env("LOCALAPPDATA"); runtime.GOOS == "windows" && filepath.IsAbs(dir) {
		return filepath.Join(dir, "timeline", file), nil
	}
	if home := env("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, ".local", "state", "timeline", file), nil
	}
	return "", ErrNoHome
}

const (
	lockPatience = 5 * time.Second      // how long an update waits for another
	lockPause    = 3 * time.Millisecond // between two tries
)

// errLocked says that another program holds the lock.
var errLocked = errors.New("another program has held the lock for too long")

// lock takes the lock on the side file at path, waiting for as long as patience
// says. The lock ends with release, or with the process. The side file stays: to
// remove it would let two programs lock two files of one name.
func lock(path string, patience time.Duration) (release func(), err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	l := flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR)) // a pipe opened for reading alone would block
	_, err = l.TryLockContext(ctx, lockPause)
	if errors.Is(err, context.DeadlineExceeded) {
		err = errLocked
	}
	return func() { _ = l.Unlock() }, err
}
