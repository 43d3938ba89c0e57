package state

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Notice is a sentence for the person, without a full stop, about a file that
// was set aside; "" if there is nothing to say. It holds the path as it is,
// so it goes to the screen through printable, as the errors do.
type Notice string

// Store is the state file of one path. It holds nothing open and caches
// nothing. It is safe for concurrent use, by several programs too.
type Store struct {
	path string
	now  func() time.Time

	mu     sync.Mutex
	notice Notice // said by an update, for TakeNotice
}

// Open returns the store of the file at path, which [Path] gives. It touches
// nothing yet. With an empty path Load finds nothing and every update answers
// [ErrNoHome]. The clock dates bookmarks, places and files set aside.
func Open(path string, now func() time.Time) *Store {
	return &Store{path: path, now: now}
}

// Load reads what is remembered. The file is usable (empty, if need be)
// whatever else is returned; a file that does not exist is an empty one. If it
// could be read but not understood it is set aside, and the notice says so.
// The error tells that it could not be read at all; it names the path.
func (s *Store) Load() (File, Notice, error) {
	if s.path == "" {
		return File{Version: Version}, "", s.failed("not remembered", ErrNoHome)
	}
	f, bad, err := s.read()
	if err != nil || bad == nil {
		return f, "", s.failed("not read", err)
	}
	// Under the lock, for another program may have set it aside meanwhile.
	release, err := lock(s.path + ".lock")
	if err != nil {
		return f, Notice(fmt.Sprintf("%s is not used: %v; it stays where it is and nothing will be saved", s.path, bad)), nil
	}
	defer release()
	f, notice, err := s.readOrSetAside()
	return f, notice, s.failed("not read", err)
}

// Update applies change to what the file holds now and makes the result
// durable before it returns nil. If change returns an error, Update returns it
// and the file stays as it is. Other errors name what stood in the way and are
// for the person to read; they will most likely come again with the next
// update, so say them once.
//
// It blocks for the disk, and up to five seconds for another program's update:
// call it where that is allowed. change must not call the store.
func (s *Store) Update(change func(*File) error) error {
	const what = "not saved"
	if s.path == "" {
		return s.failed(what, ErrNoHome)
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return s.failed(what, err)
	}
	release, err := lock(s.path + ".lock")
	if err != nil {
		return s.failed(what, err)
	}
	defer release()
	f, notice, err := s.readOrSetAside()
	if err != nil {
		return s.failed(what, err)
	}
	if notice != "" {
		s.mu.Lock()
		s.notice = notice
		s.mu.Unlock()
	}
	if err := change(&f); err != nil {
		return err
	}
	text, err := encode(&f)
	if err != nil {
		return s.failed(what, err)
	}
	return s.failed(what, replace(s.path, text))
}

// TakeNotice returns what an update had to say, once. It is rare: a file must
// have been spoilt while the program ran.
func (s *Store) TakeNotice() Notice {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.notice
	s.notice = ""
	return n
}

// SavePlace remembers where the person is in a dataset, at the present time.
func (s *Store) SavePlace(key string, p Place) error {
	p.Saved = s.stamp()
	return s.Update(func(f *File) error {
		d := f.Dataset(key)
		p.unknown = d.Place.unknown
		d.Place = p
		return nil
	})
}

// AddBookmark marks an event of a dataset at the present time, as
// [Dataset.AddBookmark] does.
func (s *Store) AddBookmark(key, event, note string) error {
	at := s.stamp()
	return s.Update(func(f *File) error {
		f.Dataset(key).AddBookmark(event, note, at)
		return nil
	})
}

// RemoveBookmark unmarks an event of a dataset.
func (s *Store) RemoveBookmark(key, event string) error {
	return s.Update(func(f *File) error {
		f.Dataset(key).RemoveBookmark(event)
		return nil
	})
}

// stamp is the present time as it is written: UTC, whole seconds.
func (s *Store) stamp() time.Time { return s.now().UTC().Truncate(time.Second) }

// read reads the file. err tells that it could not be read, bad that it could
// but makes no sense; the file is empty then.
func (s *Store) read() (f File, bad, err error) {
	empty := File{Version: Version}
	info, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return empty, nil, nil
	case err != nil:
		return empty, nil, err
	case !info.Mode().IsRegular(): // to open a pipe would block
		return empty, errors.New("it is not a file"), nil
	}
	r, err := os.Open(s.path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) { // set aside since
			err = nil
		}
		return empty, nil, err
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return empty, nil, err
	}
	if len(text) > maxBytes {
		return empty, fmt.Errorf("it is larger than %d MiB", maxBytes>>20), nil
	}
	if f, bad = decode(text); bad != nil {
		return empty, bad, nil
	}
	return f, nil, nil
}

// readOrSetAside is read by the holder of the lock: a file that makes no sense
// is renamed, and the notice says to what.
func (s *Store) readOrSetAside() (File, Notice, error) {
	f, bad, err := s.read()
	if err != nil || bad == nil {
		return f, "", err
	}
	aside := s.path + ".broken-" + s.now().Format("20060102-150405")
	for n := 2; ; n++ { // never over another one
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			break
		}
		aside = fmt.Sprintf("%s.broken-%s-%d", s.path, s.now().Format("20060102-150405"), n)
	}
	if err := os.Rename(s.path, aside); err != nil {
		return f, "", err
	}
	why := "cannot be understood"
	if newer := errNewer(0); errors.As(bad, &newer) {
		why = "was written by a newer version of this program"
	}
	return f, Notice(fmt.Sprintf("your place and bookmarks start afresh: %s %s (%v); it is kept as %s",
		s.path, why, bad, aside)), nil
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
