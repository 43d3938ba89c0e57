//go:build unix

package present

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// noFollow opens neither what a link leads to nor a pipe that nobody writes to.
const noFollow = syscall.O_NOFOLLOW | syscall.O_NONBLOCK

// mine tells whether a file belongs to this account.
func mine(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) == os.Geteuid()
}

// makePipe makes a named pipe of this account and opens it for reading. It is opened
// for writing too, so that it does not end when a writer leaves.
func makePipe(name string) (*os.File, error) {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err := syscall.Mkfifo(name, 0o600); err != nil {
		return nil, &fs.PathError{Op: "mkfifo", Path: name, Err: err}
	}
	return os.OpenFile(name, os.O_RDWR|noFollow, 0)
}

// say writes a line to a named pipe of this account. It does not wait: where nobody
// reads, or the pipe is full, it fails.
func say(name, line string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|noFollow, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.Mode()&fs.ModeNamedPipe == 0 || !mine(info) {
		return &fs.PathError{Op: "open", Path: name, Err: errors.New("this is no pipe of ours")}
	}
	raw, err := f.SyscallConn()
	if err != nil {
		return err
	}
	var failed error
	if err := raw.Write(func(fd uintptr) bool {
		_, failed = syscall.Write(int(fd), []byte(line+"\n"))
		return true
	}); err != nil {
		return err
	}
	return failed
}
