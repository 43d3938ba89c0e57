package articles

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"timeline/internal/atomicfile"
	"timeline/internal/events"
)

// Dir is the folder where a reader's own copies of the articles are kept:
// $XDG_DATA_HOME/timeline/articles, or ~/.local/share/timeline/articles. env
// looks up a variable of the environment. The folder need not exist.
func Dir(env func(string) string) (string, error) {
	if base := env("XDG_DATA_HOME"); filepath.IsAbs(base) { // the standard has relative ones ignored
		return filepath.Join(base, "timeline", "articles"), nil
	}
	home := env("HOME")
	if home == "" {
		return "", errors.New("no folder for articles: neither XDG_DATA_HOME nor HOME is set")
	}
	return filepath.Join(home, ".local", "share", "timeline", "articles"), nil
}

// Add keeps a copy of the file at path in dir, which is made if need be, under
// the id of the source that its content is. A copy takes the place of an
// earlier one in one step, but never of the very text that the locators refer
// to.
func Add(dir string, d *events.Dataset, path string) (id string, err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s: this is not a plain file", path) // opening a pipe would wait
	}
	text, err := readText(os.Open, path)
	if fault := (*fs.PathError)(nil); errors.As(err, &fault) {
		return "", fmt.Errorf("%q cannot be read: %w", path, fault.Err)
	}
	if err != nil {
		return "", err
	}
	id, err = Identify(text, d)
	if err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	if filepath.Base(id) != id || !filepath.IsLocal(id) {
		return "", fmt.Errorf("%s: the source's id %q cannot be a file's name", path, id)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	target := filepath.Join(dir, id+".txt")
	if d.Layout(id) != nil && !isExact(text, d, id) {
		if have, err := readText(os.Open, target); err == nil && isExact(have, d, id) {
			return id, fmt.Errorf("%s: this is another copy of %s, and the very text that the locators refer to is kept already: remove %s first", path, id, target)
		}
	}
	return id, atomicfile.Replace(target, 0o600, func(w io.Writer) error { _, err := w.Write(text); return err })
}

func isExact(text []byte, d *events.Dataset, id string) bool {
	_, ok := exactly(text, d.Layout(id).SHA256)
	return ok
}

// readText reads a plain file of at most MaxBytes.
func readText(open func(string) (*os.File, error), path string) ([]byte, error) {
	f, err := open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: this is not a plain file", path)
	}
	text, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(text) > MaxBytes {
		return nil, fmt.Errorf("%s: larger than %d MiB, which no article is", path, MaxBytes>>20)
	}
	return text, nil
}
