package events

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// The most that a dataset's files may hold. Hand-written files stay far below;
// the limits bound what a hostile folder can make us read.
const (
	MaxFileBytes = 1 << 20
	MaxFiles     = 200_000
)

// Load reads and checks the dataset in fsys: dataset.yaml, and the folders
// actors, places, sources and events with one record a file, coverage with one
// file a source, and verified.yaml. The error is Problems when the dataset is
// broken, with every fault in it; nothing is returned half loaded.
//
// progress, if not nil, is told now and then how many of how many event files
// are read; it may be called from several goroutines. It returns false to stop,
// and Load then returns ErrStopped.
func Load(fsys fs.FS, progress func(done, total int) bool) (*Dataset, error) {
	l := &loader{fsys: fsys, progress: progress}
	if err := l.readAll(); err != nil {
		return nil, err
	}
	if l.stopped {
		return nil, ErrStopped
	}
	if len(l.problems) == 0 || !l.fatal {
		l.validate()
	}
	if len(l.problems) > 0 {
		return nil, l.problems.sorted()
	}
	return l.dataset(), nil
}

// ErrStopped is returned by Load when the progress function asked to stop.
var ErrStopped = errors.New("stopped while loading")

// located is a record with where it came from.
type located[T any] struct {
	rec   T
	file  string
	lines map[string]int
}

// line is the line of a field ("claims/0/at"), or of the nearest field around it.
func (l *located[T]) line(field string) int {
	for field != "" {
		if n, ok := l.lines[field]; ok {
			return n
		}
		field = field[:max(strings.LastIndexByte(field, '/'), 0)]
	}
	return 1
}

type loader struct {
	fsys     fs.FS
	progress func(done, total int) bool
	meta     located[Meta]
	events   []located[Event]
	actors   []located[Actor]
	places   []located[Place]
	sources  []located[Source]
	layouts  []located[Layout]
	record   located[Record]
	problems Problems
	fatal    bool // the folder itself is unreadable: checking references would only add noise
	stopped  bool
}

func (l *loader) readAll() error {
	if err := l.readMeta(); err != nil {
		return err
	}
	l.actors = readFolder(l, "actors", ".yaml", readActor, nil)
	l.places = readFolder(l, "places", ".yaml", readPlace, nil)
	l.sources = readFolder(l, "sources", ".yaml", readSource, nil)
	l.layouts = readFolder(l, "coverage", ".yaml", readLayout, nil)
	l.events = readFolder(l, "events", ".md", readEvent, l.progress)
	l.readRecord()
	if len(l.events) == 0 && len(l.problems) == 0 {
		l.problems = append(l.problems, Problem{File: "events", Rule: "empty", What: "there are no event files", Remedy: "add one event per file, named date-slug.md"})
	}
	return nil
}

func (l *loader) readMeta() error {
	text, err := readFile(l.fsys, "dataset.yaml")
	if errors.Is(err, fs.ErrNotExist) {
		l.fatal = true
		l.problems = append(l.problems, Problem{File: "dataset.yaml", Rule: "missing-file", What: "there is no dataset here", Remedy: "name a folder that holds dataset.yaml and an events folder"})
		return nil
	}
	if err != nil {
		l.fatal = true
		l.problems = append(l.problems, Problem{File: "dataset.yaml", Rule: "unreadable", What: err.Error(), Remedy: "make the file readable"})
		return nil
	}
	r := &reader{file: "dataset.yaml", lines: map[string]int{}}
	m := readMeta(r, text)
	l.meta = located[Meta]{m, r.file, r.lines}
	l.problems = append(l.problems, r.problems...)
	return nil
}

func (l *loader) readRecord() {
	text, err := readFile(l.fsys, "verified.yaml")
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	r := &reader{file: "verified.yaml", lines: map[string]int{}}
	if err != nil {
		r.fail(0, "unreadable", err.Error(), "make the file readable")
	} else {
		l.record = located[Record]{readRecord(r, text), r.file, r.lines}
	}
	l.problems = append(l.problems, r.problems...)
}

// readFolder reads every file of a folder, two at a time, and keeps their order.
func readFolder[T any](l *loader, dir, ext string, read func(*reader, string, []byte) T, progress func(done, total int) bool) []located[T] {
	entries, err := fs.ReadDir(l.fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		l.problems = append(l.problems, Problem{File: dir, Rule: "unreadable", What: err.Error(), Remedy: "make the folder readable"})
		return nil
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case !e.Type().IsRegular():
			l.problems = append(l.problems, Problem{File: path.Join(dir, name), Rule: "not-a-file", What: "this is a link or a folder, not a plain file", Remedy: "put the file itself here: a dataset does not reach outside its folder"})
		case path.Ext(name) != ext:
			if name != "README.md" {
				l.problems = append(l.problems, Problem{File: path.Join(dir, name), Rule: "file-name", What: "files here end in " + ext, Remedy: "rename or remove it"})
			}
		case name != "README.md":
			names = append(names, name)
		}
	}
	if len(names) > MaxFiles {
		l.problems = append(l.problems, Problem{File: dir, Rule: "too-many", What: fmt.Sprintf("%d files", len(names)), Remedy: fmt.Sprintf("keep at most %d, or use a packed dataset", MaxFiles)})
		return nil
	}
	out := make([]located[T], len(names))
	faults := make([]Problems, len(names))
	eachParallel(len(names), func(i int) bool {
		file := path.Join(dir, names[i])
		r := &reader{file: file, lines: map[string]int{}}
		text, err := readFile(l.fsys, file)
		if err != nil {
			r.fail(0, "unreadable", err.Error(), "make it a readable text file of at most 1 MiB")
		} else {
			out[i] = located[T]{read(r, strings.TrimSuffix(names[i], ext), text), file, r.lines}
		}
		faults[i] = r.problems
		if progress != nil && !progress(i+1, len(names)) {
			l.stopped = true
			return false
		}
		return true
	})
	for _, f := range faults {
		l.problems = append(l.problems, f...)
	}
	return out
}

// eachParallel calls f for 0..n-1 on a few goroutines until one returns false.
func eachParallel(n int, f func(i int) bool) {
	const workers = 4
	var next int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= n {
					return
				}
				if !f(i) {
					mu.Lock()
					next = n
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
}

// readFile reads a file of at most MaxFileBytes. It refuses what is no plain
// file, so that a link or a pipe inside the folder cannot lead out of it.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil, errors.New("this is not a plain file")
	}
	text, err := io.ReadAll(io.LimitReader(f, MaxFileBytes+1))
	if err != nil {
		return nil, err
	}
	if len(text) > MaxFileBytes {
		return nil, fmt.Errorf("the file is larger than %d bytes", MaxFileBytes)
	}
	return bytes.ReplaceAll(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), []byte("\r\n"), []byte("\n")), nil
}

func (l *loader) dataset() *Dataset {
	d := New(l.meta.rec, records(l.events), records(l.actors), records(l.places), records(l.sources))
	for i := range l.layouts {
		d.Layouts[l.layouts[i].rec.Source] = &l.layouts[i].rec
	}
	d.Verified = l.record.rec
	return d
}

func records[T any](ls []located[T]) []T {
	out := make([]T, len(ls))
	for i := range ls {
		out[i] = ls[i].rec
	}
	return out
}
