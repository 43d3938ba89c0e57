package events_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"timeline/internal/events"
)

// A dataset is other people's files. Everything here must be refused with the
// file and the line, in little time and memory, and never with a panic.

// small is a dataset without fault, by file name.
func small() map[string]string {
	return map[string]string{
		"dataset.yaml":       "id: small\ntitle: A small dataset\nperiod: 1900/2000\n",
		"actors/anna.yaml":   "name: Anna\nkind: person\nspellings:\n  - {as: Anna}\nprofile: A surveyor.\n",
		"places/pass.yaml":   "name: Pass\ncountry: Northland\nlat: 46.5\nlon: 8.5\nprecision: town\n",
		"sources/ferro.yaml": "title: Papers\nkind: book\nrights: the author\n",
		"events/1950-05-01-meeting.md": `---
title: A meeting
date: 1950-05-01
type: meeting
level: standard
actors:
  - {actor: anna, role: party}
places: [pass]
claims:
  - source: ferro
    at: p1
    date: 1950-05-01
    words: on 1 May 1950
    basis: stated
    says: They met.
    quote: they met there on the day
---
They met.
`,
	}
}

const event = "events/1950-05-01-meeting.md"

func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// loadBounded loads a dataset and fails if it took much time or memory.
func loadBounded(t testing.TB, fsys fs.FS, mostMB uint64) error {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := events.Load(fsys, nil)
	runtime.ReadMemStats(&after)
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > mostMB {
		t.Errorf("loading took %d MB", mb)
	}
	return err
}

func TestSmallDatasetIsSound(t *testing.T) {
	if _, err := events.Load(folder(small()), nil); err != nil {
		t.Fatal(err)
	}
}

// textBombs are texts that no dataset may hold, as they stand in a file.
var textBombs = []struct{ name, text, says string }{
	{"escape", "a\x1b[31mb", "U+001B"},
	{"window title", "a\x1b]0;gone\x07b", "U+001B"},
	{"bell", "a\x07b", "U+0007"},
	{"backspace", "a\bb", "U+0008"},
	{"null", "a\x00b", "U+0000"},
	{"delete", "a\x7fb", "U+007F"},
	{"control sequence introducer", "a\u009b31mb", "U+009B"},
	{"next line", "a\u0085b", "U+0085"},
	{"bidirectional override", "abc\u202edef", "U+202E"},
	{"bidirectional isolate", "abc\u2066def", "U+2066"},
	{"Arabic letter mark", "abc\u061cdef", "U+061C"},
	{"zero-width space", "a\u200bb", "U+200B"},
	{"zero-width joiner", "a\u200db", "U+200D"},
	{"word joiner", "a\u2060b", "U+2060"},
	{"byte order mark", "a\ufeffb", "U+FEFF"},
	{"soft hyphen", "a\u00adb", "U+00AD"},
	{"line separator", "a\u2028b", "U+2028"},
	{"paragraph separator", "a\u2029b", "U+2029"},
	{"tag characters", "a\U000e0041b", "U+E0041"},
	{"variation selector", "a\ufe0fb", "U+FE0F"},
	{"private use", "a\ue000b", "U+E000"},
	{"noncharacter", "a\ufffeb", "U+FFFE"},
	{"unassigned", "a\u0378b", "U+0378"},
	{"combining flood", "a" + strings.Repeat("\u0316", 40), "combining"},
	{"emoji of disputed width", "a ❤\ufe0f b", ""},
	{"emoji sequence", "👩\u200d🔬", ""},
	{"not composed", "e\u0301", "form C"},
	{"not UTF-8", "a\xffb", "UTF-8"},
	{"cut UTF-8", "a\xe2\x82", "UTF-8"},
	{"overlong UTF-8", "a\xc0\xafb", "UTF-8"},
	{"surrogate", "a\xed\xa0\x80b", "UTF-8"},
}

// refusedAt loads and wants a problem at file and line whose words have says.
func refusedAt(t *testing.T, files map[string]string, file string, line int, says string) {
	t.Helper()
	err := loadBounded(t, folder(files), 200)
	var ps events.Problems
	if !errors.As(err, &ps) {
		t.Fatalf("not refused: %v", err)
	}
	for _, p := range ps {
		if p.File == file && p.Line == line && strings.Contains(p.What, says) {
			if err := clean(p.String()); err != nil {
				t.Errorf("the report is not clean itself: %v", err)
			}
			return
		}
	}
	t.Errorf("no problem at %s:%d with %q: %v", file, line, says, err)
}

// clean tells of a byte that a terminal would act on.
func clean(s string) error {
	for _, r := range s {
		if r < 0x20 && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0x202e || r == 0xfffd {
			return fmt.Errorf("%q holds %U", s, r)
		}
	}
	return nil
}

func TestHostileTextIsRefusedWithItsLine(t *testing.T) {
	for _, b := range textBombs {
		t.Run(b.name, func(t *testing.T) {
			// raw in the front matter, raw in the body, raw in a record
			files := small()
			files[event] = strings.Replace(files[event], "says: They met.", "says: They met "+b.text, 1)
			refusedAt(t, files, event, 15, "")
			files = small()
			files[event] += "\nIt was " + b.text + " there.\n"
			refusedAt(t, files, event, 20, b.says)
			files = small()
			files["sources/ferro.yaml"] = strings.Replace(files["sources/ferro.yaml"], "the author", b.text, 1)
			refusedAt(t, files, "sources/ferro.yaml", 3, "")
		})
	}
}

// TestEscapedTextIsRefused writes the characters as YAML escapes, which its
// scanner lets through, in every kind of place that a file has.
func TestEscapedTextIsRefused(t *testing.T) {
	const bomb = `"a\e]0;gone\ab"`
	for _, c := range []struct {
		file, old, new string
		line           int
	}{
		{event, "title: A meeting", "title: " + bomb, 2},
		{event, "places: [pass]", "places: [" + bomb + "]", 8},
		{event, "actor: anna", "actor: " + bomb, 7},
		{event, "level: standard", "importance: " + bomb, 5},
		{event, "type: meeting", "type: " + bomb, 4},
		{event, "at: p1", "at: " + bomb, 11},
		{event, "date: 1950-05-01", "date: " + bomb, 3},
		{event, "places: [pass]", "tags: [" + bomb + "]", 8},
		{event, "places: [pass]", bomb + ": 1", 8},
		{event, "    says: They met.", "    says: They met.\n    figures: {" + bomb + ": nine}", 16},
		{event, "    says: They met.", "    says: They met.\n    figures: {dead: " + bomb + "}", 16},
		{"places/pass.yaml", "lat: 46.5", "lat: " + bomb, 3},
		{"actors/anna.yaml", "{as: Anna}", "{as: " + bomb + "}", 4},
		{"dataset.yaml", "id: small", "id: " + bomb, 1},
	} {
		files := small()
		files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
		refusedAt(t, files, c.file, c.line, "")
	}
	files := small()
	files["verified.yaml"] = "texts: {}\nquotes: {" + bomb + ": x}\n"
	refusedAt(t, files, "verified.yaml", 2, "")
}

var long = flag.Bool("long", false, "try hostile files of every size, not small ones")

// many is n, or with no -long a sixteenth: each of so many faults costs the same.
func many(n int) int {
	if *long {
		return n
	}
	return n / 16
}

func TestHostileYAMLIsRefused(t *testing.T) {
	laughs := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'k'; c++ {
		laughs += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 9), ","))
	}
	for _, c := range []struct{ name, yaml string }{
		{"anchor", "title: &x A meeting\n"},
		{"alias", "title: &x A meeting\nnote: *x\n"},
		{"alias to itself", "title: &x [*x]\n"},
		{"alias to nothing", "title: *nothing\n"},
		{"merge key", "<<: {title: A meeting}\n"},
		{"merged alias", "base: &b {title: x}\n<<: *b\n"},
		{"billion laughs", laughs},
		{"tag", "title: !!python/object:os.system x\n"},
		{"binary tag", "title: !!binary aGVsbG8=\n"},
		{"own tag", "title: !<tag:x,2000:y> x\n"},
		{"tag directive", "%TAG ! tag:x,2000:\n---\ntitle: !y x\n"},
		{"deep flow", "title: " + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000) + "\n"},
		{"deeper flow", "title: " + strings.Repeat("[", 500_000) + "\n"},
		{"deep maps", "title: " + strings.Repeat("{a: ", 10_000) + strings.Repeat("}", 10_000) + "\n"},
		{"deep blocks", "title:\n" + strings.Repeat("- ", 9_000) + "x\n"},
		{"deep indents", func() string {
			var b strings.Builder
			for n := range 1_000 {
				b.WriteString(strings.Repeat(" ", n) + "a:\n")
			}
			return b.String()
		}()},
		{"keys of keys", "? {? {? {a: b}: c}: d}: e\n"},
		{"mapping for text", "title: {a: b}\n"},
		{"list for text", "title: [a]\n"},
		{"text for list", "title: A\nclaims: x\n"},
		{"several documents", "title: x\n---\ntitle: y\n"},
		{"end marker", "title: x\n...\ntitle: y\n"},
		{"tabs", "title:\tx\n\tdate: y\n"},
		{"the same key twice", "title: x\ntitle: y\n"},
		{"nothing", ""},
		{"null", "~\n"},
		{"a scalar", "x\n"},
		{"many keys", func() string {
			var b strings.Builder
			for n := range many(80_000) {
				fmt.Fprintf(&b, "k%d: x\n", n)
			}
			return b.String()
		}()},
		{"many anchors", strings.Repeat("- &a *a\n", many(50_000))},
		{"many unknown actors", "actors:\n" + strings.Repeat("- {actor: b, role: party}\n", many(39_000))},
		{"a huge line", "title: " + strings.Repeat("x", 1_000_000) + "\n"},
		{"a huge key", strings.Repeat("x", 1_000_000) + ": y\n"},
		{"huge words", "title: " + strings.Repeat("x ", 500_000) + "\n"},
		{"a huge comment", "#" + strings.Repeat("x", 1_000_000) + "\n"},
		{"a huge number", "lat: 1" + strings.Repeat("0", 100_000) + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name := range small() {
				files := small()
				files[name] = c.yaml
				if strings.HasPrefix(name, "events/") {
					files[name] = "---\n" + c.yaml + "---\nSummary.\n"
				}
				err := loadBounded(t, folder(files), 400)
				var ps events.Problems
				if !errors.As(err, &ps) {
					t.Fatalf("%s: not refused: %v", name, err)
				}
				if len(ps.Error()) > 2<<20 {
					t.Errorf("%s: the report is %d bytes long", name, len(ps.Error()))
				}
				found := false
				for _, p := range ps {
					found = found || p.File == name && p.Line > 0
					if err := clean(p.String()); err != nil {
						t.Error(err)
					}
				}
				if !found {
					t.Errorf("%s: no problem with a line: %.300v", name, err)
				}
			}
		})
	}
}

func TestNumbersMustBeFinite(t *testing.T) {
	for _, n := range []string{"NaN", "nan", "Inf", "-Inf", ".nan", ".inf", "1e999", "0x1p-2", "1_6"} {
		files := small()
		files["places/pass.yaml"] = strings.Replace(files["places/pass.yaml"], "46.5", n, 1)
		d, err := events.Load(folder(files), nil)
		if err == nil && (math.IsNaN(d.Places[0].Lat) || math.IsInf(d.Places[0].Lat, 0)) {
			t.Errorf("latitude %s is taken for a number", n)
		}
	}
}

// TestMarkupIsOnlyText: HTML, images and links are text to the loader; what
// shows them makes them harmless.
func TestMarkupIsOnlyText(t *testing.T) {
	files := small()
	files[event] += "\n<script>alert(1)</script> ![x](http://x/y.png) [y](javascript:alert(1)) <!-- -->\n"
	if _, err := events.Load(folder(files), nil); err != nil {
		t.Error(err)
	}
}
