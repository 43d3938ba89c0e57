package folder

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"timeline/internal/events"
)

// Locate is the file of a record in a dataset's folder, and the line, from one, on which
// its title or name stands, for an editor. kind is events, actors, places or sources. The
// error says why there is none: a pack and the built-in dataset have no files, and a name
// in a dataset of notes may be all that there is of a record. After an edit the folder is
// loaded anew with events.Load, which checks it.
func Locate(dir, kind, id string) (file string, line int, err error) {
	if info, err := os.Stat(dir); dir == "" || err != nil || !info.IsDir() {
		return "", 0, errors.New("only a timeline in a folder of its own can be edited: --data DIR")
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", 0, err
	}
	defer root.Close()
	name := events.RecordFile(kind, id)
	text, err := root.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return "", 0, fmt.Errorf("%s has no file of its own", id)
	}
	n := 0
	for l := range strings.Lines(string(text)) {
		n++
		if strings.HasPrefix(l, "title:") || strings.HasPrefix(l, "name:") {
			return filepath.Join(dir, filepath.FromSlash(name)), n, nil
		}
	}
	return filepath.Join(dir, filepath.FromSlash(name)), 1, nil
}
