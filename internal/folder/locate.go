package folder

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"timeline/internal/events"
)

// Sealed is why the files of the dataset that was opened as dir, empty for the built-in
// one, cannot be edited; nil for a folder.
func Sealed(dir string) error {
	if dir == "" {
		return errors.New("the built-in timeline cannot be edited; timeline init DIR begins one of your own, and --data DIR opens it")
	}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a pack, which cannot be edited; open the folder that it was made of: --data DIR", filepath.Base(dir))
	}
	return nil
}

// Locate is the file of a record in a dataset's folder, and the line, from one, on which
// its title or name stands, for an editor. kind is events, actors, places or sources. The
// error says why there is none: see Sealed, and a name in a dataset of notes may be all
// that there is of a record. After an edit the folder is loaded anew with events.Load,
// which checks it.
func Locate(dir, kind, id string) (file string, line int, err error) {
	if err := Sealed(dir); err != nil {
		return "", 0, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", 0, err
	}
	defer root.Close()
	name := events.RecordFile(kind, id)
	text, err := root.ReadFile(filepath.FromSlash(name))
	if err != nil {
		return "", 0, fmt.Errorf("%s has no file of its own; timeline new %s makes one", id, strings.TrimSuffix(kind, "s"))
	}
	file = filepath.Join(dir, filepath.FromSlash(name))
	n := 0
	for l := range strings.Lines(string(text)) {
		n++
		if strings.HasPrefix(l, "title:") || strings.HasPrefix(l, "name:") {
			return file, n, nil
		}
	}
	return file, 1, nil
}
