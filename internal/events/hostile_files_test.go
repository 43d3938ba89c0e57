package events_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

func TestHostileFileNames(t *testing.T) {
	for _, name := range []string{
		"actors/a\x1b]0;gone\x07.yaml", "actors/a\u202eb.yaml", "actors/a\nb.yaml", "actors/A B.yaml", "actors/$(id).yaml",
		"places/-x.yaml", "places/.yaml", "sources/a\xffb.yaml", "sources/x;y.yaml", "actors/" + strings.Repeat("x", 200) + ".yaml",
		"events/1950-05-01-meeting\x1b.md", "events/x.txt",
	} {
		files := small()
		switch {
		case strings.HasPrefix(name, "actors"):
			files[name] = strings.ReplaceAll(files["actors/anna.yaml"], "Anna", "Berta")
		case strings.HasPrefix(name, "places"):
			files[name] = files["places/pass.yaml"]
		case strings.HasPrefix(name, "sources"):
			files[name] = files["sources/ferro.yaml"]
		default:
			files[name] = files[event]
		}
		fsys := fstest.MapFS{}
		for n, text := range files {
			fsys[n] = &fstest.MapFile{Data: []byte(text)}
		}
		_, err := events.Load(fsys, nil)
		if err == nil && name != "places/.yaml" {
			t.Errorf("%q is a good name for a file", name)
		}
		if err != nil {
			if err := clean(err.Error()); err != nil {
				t.Error(err)
			}
			if strings.Count(err.Error(), "\n") > 1 {
				t.Errorf("%q breaks the report: %v", name, err)
			}
		}
	}
}

// onDisk writes the small dataset into a folder and opens it as the program
// does: nothing in it can lead out of it.
func onDisk(t *testing.T) (dir string, load func() error) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range small() {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir, func() error {
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		done := make(chan error, 1)
		go func() { done <- loadBounded(t, root.FS(), 400) }()
		select {
		case err := <-done:
			return err
		case <-time.After(20 * time.Second):
			t.Fatal("loading hangs")
			return nil
		}
	}
}

// outside are what must not be read through a dataset's folder.
var outside = []string{"/etc/passwd", "/dev/zero", "/proc/self/environ", "../../../../../../etc/passwd", "../outside.md"}

func TestLinksLeadNowhere(t *testing.T) {
	for _, target := range outside {
		for _, link := range []string{event, "events/1951-01-01-new.md", "actors/anna.yaml", "dataset.yaml", "verified.yaml", "events", "actors", "coverage"} {
			dir, load := onDisk(t)
			secret := filepath.Join(filepath.Dir(dir), "outside.md")
			if err := os.WriteFile(secret, []byte("---\ntitle: secret\n---\n"), 0o666); err != nil {
				t.Fatal(err)
			}
			at := filepath.Join(dir, link)
			if err := os.RemoveAll(at); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(target, at); err != nil {
				t.Skip("no symbolic links here:", err)
			}
			err := load()
			var ps events.Problems
			if !errors.As(err, &ps) || ps[0].File != link && !strings.HasPrefix(ps[0].File, "events") {
				t.Errorf("%s -> %s: %v", link, target, err)
			}
			if err != nil && (strings.Contains(err.Error(), "root:") || strings.Contains(err.Error(), "secret")) {
				t.Errorf("%s -> %s was read: %v", link, target, err)
			}
		}
	}
	dir, load := onDisk(t) // a link inside the folder is refused too: what it is depends on another file
	if err := os.Symlink("1950-05-01-meeting.md", filepath.Join(dir, "events/1950-05-01-again.md")); err != nil {
		t.Skip(err)
	}
	if err := load(); err == nil {
		t.Error("a link inside the folder is followed")
	}
}

func TestFilesThatAreTooLarge(t *testing.T) {
	for _, name := range []string{event, "actors/anna.yaml", "dataset.yaml", "verified.yaml"} {
		dir, load := onDisk(t)
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE, 0o666)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(8 << 30); err != nil { // sparse: gigabytes to a reader, nothing on the disk
			t.Skip("no sparse files here:", err)
		}
		f.Close()
		err = load()
		var ps events.Problems
		if !errors.As(err, &ps) || ps[0].File != name || !strings.Contains(ps[0].What, "larger") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUnreadableFiles(t *testing.T) {
	dir, load := onDisk(t)
	if err := os.Mkdir(filepath.Join(dir, "events/1952-a-folder.md"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := load(); err == nil || !strings.Contains(err.Error(), "events/1952-a-folder.md") {
		t.Error(err)
	}
	dir, load = onDisk(t)
	os.RemoveAll(filepath.Join(dir, "dataset.yaml"))
	if err := os.Mkdir(filepath.Join(dir, "dataset.yaml"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := load(); err == nil || !strings.Contains(err.Error(), "dataset.yaml") {
		t.Error(err)
	}
	dir, load = onDisk(t)
	os.RemoveAll(filepath.Join(dir, "events"))
	if err := os.WriteFile(filepath.Join(dir, "events"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := load(); err == nil || !strings.Contains(err.Error(), "events") {
		t.Error(err)
	}
}

// manyFiles is a folder with more event files than there may be. It holds none
// of them in memory.
type manyFiles struct{ fstest.MapFS }

func (m manyFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := m.MapFS.ReadDir(name)
	if name != "events" || err != nil {
		return entries, err
	}
	return append(entries, make([]fs.DirEntry, events.MaxFiles)...), nil
}

func TestTooManyFiles(t *testing.T) {
	fsys := manyFiles{folder(small())}
	var ps events.Problems
	if err := loadBounded(t, fsys, 400); !errors.As(err, &ps) || ps[0].Rule != "too-many" {
		t.Errorf("got %v", err)
	}
}

// TestReportIsBounded gives many files many faults each: all are read, and the
// report says that there are more.
func TestReportIsBounded(t *testing.T) {
	files := small()
	text := strings.Replace(files[event], "actors:\n", "actors:\n"+strings.Repeat("  - {actor: nobody, role: nothing}\n", 900), 1)
	for n := range 20 { // 18,000 faults
		files[fmt.Sprintf("events/1950-05-01-copy-%d.md", n)] = text
	}
	err := loadBounded(t, folder(files), 1000)
	var ps events.Problems
	if !errors.As(err, &ps) || len(ps) > events.MaxProblems+1 {
		t.Fatalf("%d problems", len(ps))
	}
	if ps[len(ps)-1].Rule != "more" && ps[0].Rule != "more" {
		t.Errorf("nothing says that there are more: %v", ps[len(ps)-1])
	}
}

// TestHostilePacks: a pack is one file that was checked once, or says so.
func TestHostilePacks(t *testing.T) {
	hole := filepath.Join(t.TempDir(), "pack")
	if err := os.WriteFile(hole, []byte("timeline pack 5\n\xff\xff\xff\xff"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, size := range []int64{3 << 30, 9 << 30} {
		if err := os.Truncate(hole, size); err != nil {
			t.Skip(err)
		}
		f, err := os.Open(hole)
		if err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := events.OpenPack(f, size, nil); err == nil {
			t.Error("a hole is a pack")
		}
		runtime.ReadMemStats(&after)
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 200 {
			t.Errorf("a hole of %d GB takes %d MB", size>>30, mb)
		}
		f.Close()
	}
	for _, id := range []string{"1950-x\x1b[2J", "1950-x\u202e", "1950 x", "1950-$(id)", "1950-\xff", "1950-`x`"} {
		es, as, ps, ss := eventstest.Records(3, 1)
		es[1].ID = id
		d := events.New(events.Meta{ID: "x"}, es, as, ps, ss)
		if _, err := reopened(t, d); err == nil {
			t.Errorf("a pack with the event %q opens", id)
		}
		es, as, ps, ss = eventstest.Records(3, 1)
		as[0].ID = id
		d = events.New(events.Meta{ID: "x"}, es, as, ps, ss)
		if _, err := reopened(t, d); err == nil {
			t.Errorf("a pack with the actor %q opens", id)
		}
	}
	es, as, ps, ss := eventstest.Records(3, 1)
	d := events.New(events.Meta{ID: "x"}, es, as, ps, ss)
	if d, err := reopened(t, d); err == nil {
		d.Where("x", events.Locator{Kind: 'p', Number: 1})
	}
}

func reopened(t *testing.T, d *events.Dataset) (*events.Dataset, error) {
	t.Helper()
	var b strings.Builder
	if err := events.WritePack(&b, d, ""); err != nil {
		t.Fatal(err)
	}
	return open([]byte(b.String()))
}

// TestManyRecordsOfAKind: positions of actors, places and sources are 16 bits.
func TestManyRecordsOfAKind(t *testing.T) {
	if testing.Short() {
		t.Skip("70,000 files")
	}
	files := maps.Clone(small())
	for n := range 70_000 {
		files[fmt.Sprintf("places/p%d.yaml", n)] = files["places/pass.yaml"]
	}
	if _, err := events.Load(folder(files), nil); err == nil {
		t.Error("70,000 places are loaded")
	}
}
