package present

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"timeline/internal/atomicfile"
)

// Share is the class's screen's side. Its methods may be called from several
// goroutines.
type Share struct {
	name string // of the files, without their endings
	lock *flock.Flock
	pipe *os.File // nil where there are no pipes

	mu    sync.Mutex
	seq   uint64
	taken bool // a word was taken for this seq
	words chan Word
}

// A presenter's screen that looks whether the lock is held holds it for a moment.
const (
	lockPatience = time.Second
	lockPause    = 3 * time.Millisecond
)

// Begin begins to share a tour from a folder of Dir.
func Begin(dir string) (*Share, error) {
	s := &Share{name: filepath.Join(dir, fmt.Sprintf("present-%d", os.Getpid())), words: make(chan Word, 1)}
	s.lock = flock.New(s.name+".lock", flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(0o600))
	patience, cancel := context.WithTimeout(context.Background(), lockPatience)
	defer cancel()
	if _, err := s.lock.TryLockContext(patience, lockPause); err != nil {
		return nil, fmt.Errorf("the lock of %q is held: %w", s.name, err)
	}
	if err := atomicfile.Tidy(s.name + ".json"); err != nil {
		return nil, errors.Join(err, s.lock.Unlock())
	}
	var err error
	if s.pipe, err = makePipe(s.name + ".keys"); err == nil {
		go s.listen(s.pipe)
	}
	return s, nil
}

// Words are the requests of presenters' screens, one for each State at most.
func (s *Share) Words() <-chan Word { return s.words }

// Put tells where the class is. It sets the state's PID and Seq.
func (s *Share) Put(st State) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seq++
	s.taken = false
	st.PID, st.Seq = os.Getpid(), s.seq
	return atomicfile.Replace(s.name+".json", 0o600, func(w io.Writer) error { return json.NewEncoder(w).Encode(st) })
}

// End ends the sharing. The state stays, for the next start to go on from, unless the
// tour is done.
func (s *Share) End(done bool) error {
	var err error
	if s.pipe != nil {
		err = errors.Join(s.pipe.Close(), os.Remove(s.name+".keys"))
	}
	if done {
		err = errors.Join(err, os.Remove(s.name+".json"))
	}
	return errors.Join(err, os.Remove(s.name+".lock"), s.lock.Unlock())
}

// listen reads requests until the pipe is closed. Lines that are none, and such as were
// made when another state was seen, are dropped: two presenters who press at once move
// one step, and a flood moves no more.
func (s *Share) listen(r io.Reader) {
	in := bufio.NewReaderSize(r, maxWord+1)
	whole := true
	for {
		line, err := in.ReadSlice('\n')
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			whole = false
			continue
		case err != nil:
			return
		}
		if w, err := ParseWord(string(line[:len(line)-1])); whole && err == nil && s.take(w) {
			select {
			case s.words <- w:
			default: // the one before it has not been looked at yet
			}
		}
		whole = true
	}
}

// take tells whether a request is the first for the present state.
func (s *Share) take(w Word) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if w.Seq != s.seq || s.taken {
		return false
	}
	s.taken = true
	return true
}
