package events

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"timeline/internal/edtf"
	"timeline/internal/record"
)

// The most that a dataset's files may hold. Hand-written files stay far below;
// the limits bound what a hostile folder can make us read.
const (
	MaxFileBytes = 1 << 20
	MaxBytes     = 512 << 20 // of all files together
	MaxFiles     = 200_000   // events
	MaxRecords   = 65_535    // actors, places or sources: their positions are 16 bits
	MaxProblems  = record.MaxProblems
)

// Load reads and checks the dataset in fsys: dataset.yaml, and the folders
// actors, places, sources and events with one record a file, coverage with one
// file a source, and verified.yaml. The error is Problems when the dataset is
// broken, with every fault in it; nothing is returned half loaded.
//
// progress, if not nil, is told now and then how many of how many event files
// are read; it may be called from several goroutines. It returns false to stop,
// and Load then returns ErrStopped.
//
// Quotations that changed since they were verified do not stop a dataset from
// opening: QuoteState tells of each. Check reports them.
func Load(fsys fs.FS, progress func(done, total int) bool) (*Dataset, error) {
	return (&loader{fsys: fsys, progress: progress}).load()
}

// Check is Load for those who keep a dataset: quotations that were not verified
// as they stand, or no longer, are faults too.
func Check(fsys fs.FS) (*Dataset, error) { return (&loader{fsys: fsys, strict: true}).load() }

// LoadUnproven is Load without verified.yaml, for those who prove all quotations anew.
func LoadUnproven(fsys fs.FS) (*Dataset, error) {
	return (&loader{fsys: fsys, unproven: true}).load()
}

func (l *loader) load() (*Dataset, error) {
	if err := l.readAndCheck(); err != nil {
		return nil, err
	}
	if len(l.problems) > 0 {
		return nil, l.problems.Sorted().Bounded()
	}
	return l.dataset(), nil
}

// readAndCheck reads the files and keeps their faults as problems. The error is
// ErrStopped.
func (l *loader) readAndCheck() error {
	l.readAll()
	switch {
	case l.stopped:
		return ErrStopped
	case l.fatal:
		return nil
	}
	l.validate()
	if l.strict {
		l.checkRecord()
	}
	return nil
}

// ErrStopped is returned by Load when the progress function asked to stop.
var ErrStopped = errors.New("stopped while loading")

// located is a record with where it came from.
type located[T any] struct {
	rec T
	origin
}

// origin is the file of a record, and how reading it went.
type origin struct {
	file   string
	lines  map[string]int
	broken bool // unreadable, and reported as that
	faulty bool // has faults that were found in reading
}

// line is the line of a field ("claims/0/at"), or of the nearest field around it.
func (o *origin) line(field string) int {
	for field != "" {
		if n, ok := o.lines[field]; ok {
			return n
		}
		field = field[:max(strings.LastIndexByte(field, '/'), 0)]
	}
	return 1
}

type loader struct {
	fsys       fs.FS
	progress   func(done, total int) bool
	meta       located[Meta]
	events     []located[Event]
	actors     []located[Actor]
	places     []located[Place]
	sources    []located[Source]
	layouts    []located[Layout]
	record     located[Record]
	tours      []TourText
	bytes      atomic.Int64 // read so far
	problems   Problems
	fatal      bool // the folder itself is unreadable: checking references would only add noise
	stopped    bool
	mayBeEmpty bool
	lenient    bool            // faults of dataset.yaml do not stop the reading
	unproven   bool            // the record of the quotations' verification is left aside
	strict     bool            // quotations are held against the record of their verification
	faulty     map[string]bool // files with faults, whether listed or not
	unread     map[string]bool // files with faults found in reading: what they lack is not held against others
}

func (l *loader) readAll() {
	l.faulty = map[string]bool{}
	if l.readMeta(); l.fatal {
		return
	}
	l.actors = readFolder(l, "actors", ".yaml", MaxRecords, readActor, nil)
	l.places = readFolder(l, "places", ".yaml", MaxRecords, readPlace, nil)
	l.sources = readFolder(l, "sources", ".yaml", MaxRecords, readSource, nil)
	l.layouts = readFolder(l, "coverage", ".yaml", MaxRecords, readLayout, nil)
	l.events = readFolder(l, "events", ".md", MaxFiles, readEvent, l.progress)
	if !l.unproven {
		l.record, _ = readOne(l, "verified.yaml", readRecord)
	}
	l.readTours()
	if l.meta.rec.Rigour == Notes {
		l.settleBare()
	}
	if len(l.events) == 0 && len(l.problems) == 0 && !l.mayBeEmpty {
		l.problems = append(l.problems, Problem{File: "events", Rule: "empty", What: "there are no event files", Remedy: "add one event per file, named date-slug.md"})
	}
}

func (l *loader) readMeta() {
	var err error
	l.meta, err = readOne(l, "dataset.yaml", readMeta)
	l.fatal = err != nil
	if errors.Is(err, fs.ErrNotExist) {
		l.problems = append(l.problems, Problem{File: "dataset.yaml", Rule: "missing-file", What: "there is no dataset here", Remedy: "name a folder that holds dataset.yaml and an events folder"})
	}
	if l.lenient {
		return
	}
	// What the dataset asks of its records is not known then: nothing can be held against them.
	l.fatal = l.fatal || slices.ContainsFunc(l.problems, func(p Problem) bool {
		return slices.Contains([]string{"encoding", "text", "yaml", "shape", "unknown-field", "vocabulary"}, p.Rule)
	})
}

// readOne reads a file of which there is one. That there is none is no problem yet.
func readOne[T any](l *loader, name string, read func(*reader, []byte) T) (out located[T], err error) {
	text, err := readFile(l.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return out, err
	}
	r := &reader{Reader: record.NewReader(name)}
	if err != nil {
		r.Fail(0, "unreadable", err.Error(), "make the file readable")
	} else if r.Raw(text) {
		rec := read(r, text)
		out = located[T]{rec, origin{file: r.File, lines: r.Lines, broken: r.Broken}}
	}
	l.problems = append(l.problems, r.Problems...)
	return out, err
}

// readFolder reads every file of a folder as a record, in the order of their names.
func readFolder[T any](l *loader, dir, ext string, most int, read func(*reader, string, []byte) T, progress func(done, total int) bool) []located[T] {
	names := l.filesIn(dir, ext, most)
	out := make([]located[T], len(names))
	origins := l.readFiles(dir, ext, names, progress, func(i int, r *reader, id string, text []byte) { out[i].rec = read(r, id, text) })
	for i := range out {
		out[i].origin = origins[i]
	}
	return out
}

// filesIn are the names of the files with records in a folder.
func (l *loader) filesIn(dir, ext string, most int) (names []string) {
	entries, err := readDir(l.fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		l.problems = append(l.problems, Problem{File: dir, Rule: "unreadable", What: err.Error(), Remedy: "make the folder readable"})
		return nil
	}
	if len(entries) > most {
		l.problems = append(l.problems, Problem{File: dir, Rule: "too-many", What: fmt.Sprintf("%d files", len(entries)), Remedy: fmt.Sprintf("keep at most %d, or use a packed dataset", most)})
		return nil
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case leftover(name):
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
	return names
}

// readFiles hands the text of every file that can be read to read, a few at a time, and
// returns where the records came from.
func (l *loader) readFiles(dir, ext string, names []string, progress func(done, total int) bool, read func(i int, r *reader, id string, text []byte)) []origin {
	types := (&Dataset{Meta: l.meta.rec}).TypeNames()
	origins := make([]origin, len(names))
	faults := make([]Problems, len(names))
	var faulty atomic.Int64
	eachParallel(len(names), func(i int) bool {
		r := &reader{Reader: record.NewReader(path.Join(dir, names[i])), types: types, rigour: l.meta.rec.Rigour}
		r.Spares = r.rigour.spares
		if id := strings.TrimSuffix(names[i], ext); !ValidID(id) {
			r.Broken = true
			r.Fail(0, "file-name", "a file's name is its record's id", "name it in lower-case letters, digits and hyphens")
		} else if text, ok := l.readRaw(r); ok {
			read(i, r, id, text)
		}
		origins[i] = origin{r.File, r.Lines, r.Broken, len(r.Problems) > 0}
		if faulty.Load() <= MaxProblems { // more are not listed
			faults[i] = r.Problems
			faulty.Add(int64(len(r.Problems)))
		}
		if progress != nil && !progress(i+1, len(names)) {
			l.stopped = true
			return false
		}
		return true
	})
	for i, o := range origins {
		if o.faulty {
			l.faulty[o.file] = true
		}
		l.problems = append(l.problems, faults[i]...)
	}
	return origins
}

// readRaw reads the text of a record's file, and tells whether it is one.
func (l *loader) readRaw(r *reader) (text []byte, ok bool) {
	text, err := readFile(l.fsys, r.File)
	switch {
	case err != nil:
		r.Fail(0, "unreadable", err.Error(), "make it a readable text file of at most 1 MiB")
	case l.bytes.Add(int64(len(text))) > MaxBytes:
		r.Fail(0, "too-large", fmt.Sprintf("with this file the dataset is larger than %d MiB", MaxBytes>>20), "use a packed dataset")
	case r.Raw(text):
		return text, true
	}
	r.Broken = true
	return nil, false
}

// leftover tells whether a file is none that somebody put there: hidden, the copy that an
// editor keeps of what it changed, or what a file manager writes.
func leftover(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// eachParallel calls f for 0..n-1 on a few goroutines until one returns false.
func eachParallel(n int, f func(i int) bool) {
	const workers = 4
	var begun atomic.Int64
	var wg sync.WaitGroup
	for range min(workers, n) {
		wg.Go(func() {
			for i := begun.Add(1); i <= int64(n); i = begun.Add(1) {
				if !f(int(i) - 1) {
					begun.Store(int64(n))
				}
			}
		})
	}
	wg.Wait()
}

var errNoPlainFile = errors.New("this is a link, a folder or a device, not a plain file")

// readDir lists a folder, in order. It refuses a link to one.
func readDir(fsys fs.FS, name string) ([]fs.DirEntry, error) {
	info, err := fs.Lstat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, errors.New("this is not a folder")
	}
	return fs.ReadDir(fsys, name)
}

// readFile reads a file of at most MaxFileBytes. It refuses what is no plain
// file before it opens it: a link may lead out of the folder, and opening a
// named pipe waits until somebody writes to it.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	if info, err := fs.Lstat(fsys, name); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errNoPlainFile
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil, errNoPlainFile
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
	happenings := records(l.events)
	l.events = nil // with the lines of their fields, which only faults need
	if l.meta.rec.Period.IsZero() {
		l.meta.rec.Period = SpanOf(datesOf(happenings, func(e *Event) edtf.Date { return e.Date }))
	}
	d := New(l.meta.rec, happenings, records(l.actors), records(l.places), records(l.sources))
	rest := &packRest{Layouts: map[string]*Layout{}, Verified: l.record.rec, Tours: l.tours}
	for i := range l.layouts {
		rest.Layouts[l.layouts[i].rec.Source] = &l.layouts[i].rec
	}
	d.rest = func() *packRest { return rest }
	d.digest = sync.OnceValue(func() string {
		digest, err := Digest(l.fsys)
		if err != nil {
			return d.columnsDigest()
		}
		return digest
	})
	return d
}

func records[T any](ls []located[T]) []T {
	out := make([]T, len(ls))
	for i := range ls {
		out[i] = ls[i].rec
	}
	return out
}
