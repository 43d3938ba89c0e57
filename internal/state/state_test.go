package state

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func fixed() time.Time { return noon }

// open returns a store in a new folder that does not exist yet.
func open(t testing.TB) *Store {
	t.Helper()
	return Open(filepath.Join(t.TempDir(), "home", ".local", "state", "timeline", "state.json"), fixed)
}

// load is Load where neither notice nor error is expected.
func load(t testing.TB, s *Store) File {
	t.Helper()
	f, notice, err := s.Load()
	if err != nil || notice != "" {
		t.Fatalf("Load: notice %q, error %v", notice, err)
	}
	return f
}

// put writes text as the state file of s.
func put(t testing.TB, s *Store, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestPath(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, state, home, want string
	}{
		{"XDG", "/s", "/home/a", "/s/timeline/state.json"},
		{"home", "", "/home/a", "/home/a/.local/state/timeline/state.json"},
		{"relative XDG is ignored", "s", "/home/a", "/home/a/.local/state/timeline/state.json"},
		{"nothing", "", "", ""},
		{"relative home", "", "a", ""},
	}
	for _, tt := range tests {
		env := map[string]string{"XDG_STATE_HOME": tt.state, "HOME": tt.home}
		got, err := Path(func(name string) string { return env[name] })
		if filepath.ToSlash(got) != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%s: Path = %q, %v, want %q", tt.name, got, err, tt.want)
		}
		if err != nil && !errors.Is(err, ErrNoHome) {
			t.Errorf("%s: %v is not ErrNoHome", tt.name, err)
		}
	}
}

func TestNoPath(t *testing.T) {
	t.Parallel()
	s := Open("", fixed)
	f, notice, err := s.Load()
	if !errors.Is(err, ErrNoHome) || notice != "" {
		t.Errorf("Load: %q, %v", notice, err)
	}
	if len(f.Dataset("a").Bookmarks) != 0 { // usable all the same
		t.Errorf("file %+v", f)
	}
	err = s.AddBookmark("a", "e")
	want := "your place and bookmarks are not saved: " + ErrNoHome.Error()
	if err == nil || err.Error() != want {
		t.Errorf("AddBookmark: %v, want %s", err, want)
	}
}

func TestFirstRun(t *testing.T) {
	t.Parallel()
	s := open(t)
	if f := load(t, s); len(f.Datasets) != 0 {
		t.Errorf("first Load = %+v", f)
	}
	if _, err := os.Stat(filepath.Dir(s.path)); err == nil {
		t.Error("Load made a folder")
	}
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	s := open(t)
	place := Place{
		Event: "2012-04-02-timbuktu", Zoom: "months", Query: `actor:belmokhtar "a b"`,
		Reading: true,
	}
	steps := []error{
		s.SavePlace("mali", place),
		s.AddBookmark("mali", "b"),
		s.AddBookmark("mali", "a"),
		s.AddBookmark("mali", "b"),
		s.AddBookmark("mali", "gone"),
		s.RemoveBookmark("mali", "gone"),
		s.RemoveBookmark("mali", "never there"),
		s.AddBookmark("other", "b"),
		s.AddBookmark("other", "b"),
	}
	for i, err := range steps {
		if err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	f := load(t, Open(s.path, fixed))
	place.Saved = noon
	mali := f.Dataset("mali")
	if mali.Place != place {
		t.Errorf("place = %+v, want %+v", mali.Place, place)
	}
	want := []Bookmark{{Event: "b", Added: noon}, {Event: "a", Added: noon}}
	if len(mali.Bookmarks) != 2 || mali.Bookmarks[0] != want[0] || mali.Bookmarks[1] != want[1] {
		t.Errorf("bookmarks = %+v, want %+v", mali.Bookmarks, want)
	}
	if b := f.Dataset("other").Bookmarks; len(b) != 1 || len(f.Datasets) != 2 {
		t.Errorf("left over: %+v", f)
	}
	checkFolder(t, s)
}

// checkFolder fails if the folder of s holds anything but the file and its
// lock, or gives rights to others.
func checkFolder(t *testing.T, s *Store) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(s.path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "state.json" && e.Name() != "state.json.lock" {
			t.Errorf("left behind: %s", e.Name())
		}
		if info, err := e.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", e.Name(), info.Mode(), err)
		}
	}
	for dir := filepath.Dir(s.path); filepath.Base(dir) != "home"; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v, %v", dir, info.Mode(), err)
		}
	}
}

func TestUnknownFieldsStay(t *testing.T) {
	t.Parallel()
	s := open(t)
	put(t, s, `{"version": 1, "theme": {"x": [1, 2.50]},
		"datasets": {"mali": {"color": "red", "place": {"event": "a", "pane": 3, "zoom": "days"},
			"bookmarks": [{"event": "a", "stars": 5, "note": "check"}]},
			"gone": null}}`)
	if err := s.AddBookmark("mali", "b"); err != nil {
		t.Fatal(err)
	}
	if err := s.SavePlace("mali", Place{Event: "b"}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	want := `{
  "datasets": {
    "mali": {
      "bookmarks": [
        {
          "event": "a",
          "note": "check",
          "stars": 5
        },
        {
          "added": "2026-11-21T12:00:00Z",
          "event": "b"
        }
      ],
      "color": "red",
      "place": {
        "event": "b",
        "pane": 3,
        "query": "",
        "reading": false,
        "saved": "2026-11-21T12:00:00Z",
        "zoom": ""
      }
    }
  },
  "theme": {
    "x": [
      1,
      2.50
    ]
  },
  "version": 1
}
`
	if string(text) != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

func TestBookmarksOfAnotherHand(t *testing.T) {
	t.Parallel()
	s := open(t)
	put(t, s, `{"version": 1, "datasets": {"a": {"bookmarks": [{"event": "e"}, {"event": "e"}, {"event": ""}, null, {"event": "f"}]}}}`)
	if b := load(t, s).Dataset("a").Bookmarks; len(b) != 2 || b[0].Event != "e" || b[1].Event != "f" {
		t.Errorf("bookmarks %+v", b)
	}
	if err := s.RemoveBookmark("a", "e"); err != nil {
		t.Fatal(err)
	}
	if b := load(t, s).Dataset("a").Bookmarks; len(b) != 1 || b[0].Event != "f" {
		t.Errorf("bookmarks %+v", b)
	}
}

func TestChangeFails(t *testing.T) {
	t.Parallel()
	s := open(t)
	if err := s.AddBookmark("a", "e"); err != nil {
		t.Fatal(err)
	}
	no := errors.New("no")
	err := s.update("a", func(d object) error { delete(d, "bookmarks"); return no })
	if !errors.Is(err, no) {
		t.Errorf("update: %v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = s.update("a", func(object) error { panic("in change") })
	}()
	if err := s.AddBookmark("a", "e2"); err != nil { // not locked
		t.Fatal(err)
	}
	if f := load(t, s); len(f.Dataset("a").Bookmarks) != 2 {
		t.Errorf("got %+v", f)
	}
}

func TestTooLargeIsNotWritten(t *testing.T) {
	t.Parallel()
	s := open(t)
	if err := s.AddBookmark("a", "e"); err != nil {
		t.Fatal(err)
	}
	err := s.AddBookmark("a", strings.Repeat("x", maxBytes))
	if err == nil || !strings.Contains(err.Error(), "not saved: "+s.path+": they take 4194") {
		t.Errorf("error %v", err)
	}
	if f := load(t, s); len(f.Dataset("a").Bookmarks) != 1 {
		t.Errorf("got %+v", f)
	}
}

func TestOldPlacesAreForgotten(t *testing.T) {
	t.Parallel()
	datasets := object{"nothing in it": object{}, "not one": nil, "none left": object{"bookmarks": []any{}}}
	for i := range maxPlaces + 50 {
		d := object{"place": object{"event": "e", "saved": noon.Add(time.Duration(i) * time.Hour).Format(time.RFC3339)}}
		if i < 10 {
			d["bookmarks"] = []any{object{"event": "e"}}
		}
		datasets[fmt.Sprintf("k%d", i)] = d
	}
	text, err := encode(object{"datasets": datasets})
	if err != nil {
		t.Fatal(err)
	}
	f, _, err := decode(text)
	if err != nil {
		t.Fatal(err)
	}
	known := func(key string) bool { _, ok := f.Datasets[key]; return ok }
	if len(f.Datasets) != maxPlaces+10 || !known("k9") || !known("k249") || known("k49") {
		t.Errorf("%d datasets are kept", len(f.Datasets))
	}
}
