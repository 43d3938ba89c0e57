//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package state

// tryLock takes the lock if it is free; else the error is errLocked.
func tryLock(path string) (release func(), err error) { return tryFileLock(path) }
