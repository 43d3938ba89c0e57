package present

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"timeline/internal/sorting"
)

// Session is a shared tour, as a presenter's screen sees it.
type Session struct {
	State
	Alive   bool      // the class's screen runs
	Changed time.Time // when the state was written
	name    string    // of its files, without their endings
}

// Sessions lists the shared tours of a folder, the latest first, those that ended
// included. Files that are none are left out.
func Sessions(dir string) []Session {
	files, _ := fs.Glob(os.DirFS(dir), "present-*.json") // a folder that cannot be read has none
	var list []Session
	for _, file := range files {
		if s, err := look(filepath.Join(dir, strings.TrimSuffix(file, ".json"))); err == nil {
			list = append(list, s)
		}
	}
	sorting.Records(list, func(a, b *Session) int { return b.Changed.Compare(a.Changed) })
	return list
}

// Again reads where the class is now. A session of which nothing can be read any more
// is as it was, and not alive.
func (s Session) Again() Session {
	now, err := look(s.name)
	if err != nil {
		s.Alive = false
		return s
	}
	return now
}

// Ask asks the class's screen for something.
func (s Session) Ask(what string, number int) error {
	return say(s.name+".keys", Word{Seq: s.Seq, What: what, Number: number}.String())
}

func look(name string) (Session, error) {
	f, err := open(name + ".json")
	if err != nil {
		return Session{}, err
	}
	defer f.Close()
	s := Session{name: name}
	if s.State, err = read(f); err != nil {
		return s, err
	}
	if info, err := f.Stat(); err == nil {
		s.Changed = info.ModTime()
	}
	s.Alive = held(name + ".lock")
	return s, nil
}

// held tells whether another program holds a lock.
func held(name string) bool {
	f, err := open(name)
	if err != nil {
		return false
	}
	f.Close()
	l := flock.New(name, flock.SetFlag(os.O_RDWR|noFollow))
	ok, err := l.TryLock()
	return errors.Join(err, l.Unlock()) == nil && !ok
}

// keep is how long a state that was left behind is of use.
const keep = 12 * time.Hour

// Waiting finds the state that a tour was left in at one of its stops, the latest, if it
// was.
func Waiting(dir, dataset, tour string, now time.Time) (State, bool) {
	for _, s := range Sessions(dir) {
		if !s.Alive && s.of(dataset, tour) && !s.old(now) && s.Stop > 0 {
			return s.State, true
		}
	}
	return State{}, false
}

func (s Session) of(dataset, tour string) bool { return s.Dataset == dataset && s.Tour == tour }

func (s Session) old(now time.Time) bool { return now.Sub(s.Changed) > keep }

// Left is Waiting for a start that goes on from there: it also removes that state and
// whatever is too old to be of use.
func Left(dir, dataset, tour string, now time.Time) (State, bool) {
	left, found := Waiting(dir, dataset, tour, now)
	for _, s := range Sessions(dir) {
		if s.Alive || !s.of(dataset, tour) && !s.old(now) {
			continue
		}
		for _, ending := range []string{".json", ".lock", ".keys"} {
			_ = os.Remove(s.name + ending) // what is left is looked at again the next time
		}
	}
	return left, found
}
