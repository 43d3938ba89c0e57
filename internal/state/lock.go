package state

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

const (
	lockPatience = 5 * time.Second      // how long an update waits for another
	lockPause    = 3 * time.Millisecond // between two tries
	lockStale    = 10 * time.Second     // the age of a lock file left behind
)

// errLocked says that another program holds the lock.
var errLocked = errors.New("another program has held the lock for too long")

// lock takes the lock on the side file at path, waiting for lockPatience. The
// lock ends with release, or with the process.
func lock(path string) (release func(), err error) {
	for deadline := time.Now().Add(lockPatience); ; time.Sleep(lockPause) {
		release, err = tryLock(path)
		if !errors.Is(err, errLocked) || time.Now().After(deadline) {
			return release, err
		}
	}
}

// tryFileLock is tryLock for systems without flock: whoever creates the file
// holds the lock until it removes it. A file older than lockStale was left
// behind by a program that died.
func tryFileLock(path string) (release func(), err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		return func() { os.Remove(path) }, f.Close()
	}
	// Windows answers "access denied" while the holder is removing the file.
	info, statErr := os.Stat(path)
	if statErr == nil && time.Since(info.ModTime()) > lockStale {
		os.Remove(path)
		return nil, errLocked
	}
	if errors.Is(err, fs.ErrExist) || statErr == nil {
		return nil, errLocked
	}
	return nil, err
}
