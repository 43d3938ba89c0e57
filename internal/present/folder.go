package present

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"timeline/internal/state"
)

// Dir returns the folder for the files, by the variables that env gives ("" if unset):
//
//	$XDG_RUNTIME_DIR/timeline
//	STATE/present                 else, STATE being the folder of package state
//
// It makes the folder for the account alone (0700) and refuses one that is a link, that
// is another's, or that lies where all may write.
func Dir(env func(string) string) (string, error) {
	if dir := env("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) {
		if info, err := os.Stat(dir); err == nil && info.IsDir() && info.Mode().Perm()&0o002 == 0 {
			return private(filepath.Join(dir, "timeline"))
		}
	}
	file, err := state.Path(env)
	if err != nil {
		return "", errors.New("no folder to share a tour in: neither XDG_RUNTIME_DIR, XDG_STATE_HOME nor HOME names one")
	}
	return private(filepath.Join(filepath.Dir(file), "present"))
}

// private makes a folder that only the account may open, or makes sure that it is one.
func private(dir string) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	info, err := os.Lstat(dir)
	switch {
	case err != nil:
		return "", err
	case !info.IsDir():
		return "", fmt.Errorf("%q is no folder of its own: remove it", dir)
	case !mine(info):
		return "", fmt.Errorf("%q is another account's: remove it", dir)
	}
	return dir, os.Chmod(dir, 0o700)
}

// open opens a plain file of ours to read it. Nothing else is opened: not what a link
// leads to, no pipe, no file of another account.
func open(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|noFollow, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && (!info.Mode().IsRegular() || !mine(info) || info.Mode().Perm()&0o077 != 0) {
		err = &fs.PathError{Op: "open", Path: name, Err: errors.New("this is no file of ours")}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}
