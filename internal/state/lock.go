package state

import (
	"context"
	"errors"
	"os"
	"time"

	"github.com/gofrs/flock"
)

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
