package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// ReadFolder makes one dataset of the notes of a folder and of those in it, in the order
// of their names. Folders and files that begin with a dot are not looked into.
func ReadFolder(fsys fs.FS, o Options) (*Result, error) {
	if o.From != "" && o.From != "markdown" && o.From != "chronos" {
		return nil, fmt.Errorf("a folder is read as markdown or chronos, not as %s: name the file", o.From)
	}
	if o.From == "" {
		o.From = "markdown"
	}
	b, err := newBuilder(o)
	if err != nil {
		return nil, err
	}
	notes := 0
	err = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			b.report.bad(name, err.Error())
			return nil
		case strings.HasPrefix(path.Base(name), ".") && name != ".":
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular() || !strings.EqualFold(path.Ext(name), ".md") && !strings.EqualFold(path.Ext(name), ".markdown"):
			return nil
		}
		notes++
		return b.note(fsys, name)
	})
	if err != nil {
		return nil, err
	}
	if notes == 0 {
		return nil, errors.New("there is no Markdown file in it")
	}
	return b.done()
}

// note reads one file of a folder.
func (b *builder) note(fsys fs.FS, name string) error {
	file, err := fsys.Open(name)
	if err != nil {
		b.report.bad(name, err.Error())
		return nil
	}
	defer file.Close()
	_, r, err := peek(file)
	if err != nil {
		b.report.bad(name, err.Error())
		return nil
	}
	return b.read(name, r)
}
