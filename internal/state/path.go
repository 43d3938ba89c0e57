package state

import (
	"errors"
	"path/filepath"
	"runtime"
)

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
