package articles

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"timeline/internal/events"
)

// The most that Look reads of a folder. Someone may name the wrong one.
const (
	maxEntries = 10_000 // of any kind
	maxTexts   = 200    // *.txt and *.md
)

// File is a file that holds an article.
type File struct {
	Path    string
	Article *Article
}

// Existing are those of the folders that exist. The store (see Dir) need not;
// a folder that the reader names must, so that a misspelt one is noticed.
func Existing(dirs ...string) []string {
	return slices.DeleteFunc(slices.Clone(dirs), func(dir string) bool {
		_, err := os.Stat(dir)
		return errors.Is(err, os.ErrNotExist)
	})
}

// Find reads the articles in the folders, by source id. Of two texts of a
// source that of the first folder wins, and within a folder the one that is
// Exact, else the first by name. The error is a folder that could not be read; what
// the others hold is returned beside it.
func Find(d *events.Dataset, dirs ...string) (map[string]*Article, error) {
	files, err := Look(d, dirs...)
	found, in := map[string]*Article{}, map[string]string{} // by source: the article, and its folder
	for _, f := range files {
		a, dir := f.Article, filepath.Dir(f.Path)
		if have := found[a.Source]; have == nil || in[a.Source] == dir && a.Exact && !have.Exact {
			found[a.Source], in[a.Source] = a, dir
		}
	}
	return found, err
}

// Look reads every text (*.txt, *.md) in the folders, in order of folder and name, and
// returns those that are articles. Links, folders and hidden files are passed over. The
// error is a folder that could not be read.
func Look(d *events.Dataset, dirs ...string) ([]File, error) {
	var files []File
	var faults []error
	k := newKnown(d)
	for _, dir := range dirs {
		here, err := look(k, d, dir)
		files = append(files, here...)
		if err != nil {
			faults = append(faults, err)
		}
	}
	return files, errors.Join(faults...)
}

// look is Look for one folder. Files are opened from inside it, so that nothing
// leads out of it.
func look(k known, d *events.Dataset, dir string) ([]File, error) {
	names, err := textsIn(dir)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	var files []File
	for _, name := range names {
		text, err := readText(root.Open, name)
		if err != nil {
			continue
		}
		if id, err := k.identify(text); err == nil {
			files = append(files, File{filepath.Join(dir, name), Read(text, d.Source(id), d.Layout(id))})
		}
	}
	return files, nil
}

// textsIn is the names of a folder's texts, sorted.
func textsIn(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := f.ReadDir(maxEntries + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(entries) > maxEntries {
		return nil, fmt.Errorf("%s: more than %d files: name a folder that holds the articles only", dir, maxEntries)
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		ext := strings.ToLower(filepath.Ext(name))
		if e.Type().IsRegular() && !strings.HasPrefix(name, ".") && (ext == ".txt" || ext == ".md") {
			names = append(names, name)
		}
	}
	if len(names) > maxTexts {
		return nil, fmt.Errorf("%s: more than %d texts: name a folder that holds the articles only", dir, maxTexts)
	}
	slices.Sort(names)
	return names, nil
}
