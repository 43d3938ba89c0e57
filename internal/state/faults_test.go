package state

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestSetAside(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"empty", "", "cannot be understood (byte 0 is not JSON)"},
		{"cut short", `{"version": 1, "datas`, "cannot be understood (byte 21 is not JSON)"},
		{"zeros", strings.Repeat("\x00", 300), "cannot be understood (byte 1 is not JSON)"},
		{"two", `{"version":1}{"version":1}`, "cannot be understood (byte 14 is not JSON)"},
		{"null", "null", "(it has no version)"},
		{"a list", "[]", "(a field has a value of the wrong kind)"},
		{"wrong kind", `{"version":1,"datasets":{"a":{"place":{"query":7}}}}`, "(a field has a value of the wrong kind)"},
		{"bad time", `{"version":1,"datasets":{"a":{"place":{"saved":"x"}}}}`, "(a field has a value of the wrong kind)"},
		{"newer", `{"version":2,"datasets":[1]}`, "was written by a newer version of this program (version 2, this program knows up to 1)"},
		{"too large", `{"version":1,"x":"` + strings.Repeat("x", maxBytes) + `"}`, "(it is larger than 4 MiB)"},
		{"deep", strings.Repeat("[", 1<<20), "is not JSON"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t)
			for _, suffix := range []string{"", "-2", "-3"} {
				put(t, s, tt.text)
				f, notice, err := s.Load()
				aside := s.path + ".broken-20261121-120000" + suffix
				if err != nil || len(f.Datasets) != 0 || !strings.Contains(string(notice), tt.want) ||
					!strings.HasSuffix(string(notice), "it is kept as "+aside) {
					t.Fatalf("Load: %q, %v\nwant %q … %s", notice, err, tt.want, aside)
				}
				if kept, err := os.ReadFile(aside); err != nil || string(kept) != tt.text {
					t.Fatalf("kept %d bytes, %v", len(kept), err)
				}
				load(t, s)
			}
		})
	}
}

func TestSetAsideByUpdate(t *testing.T) {
	t.Parallel()
	s := open(t)
	put(t, s, "{")
	if err := s.AddBookmark("a", "e"); err == nil || !strings.Contains(err.Error(), "start afresh") {
		t.Errorf("error %v", err)
	}
	if err := s.RemoveBookmark("a", "never there"); err != nil {
		t.Errorf("said twice: %v", err)
	}
	if f := load(t, s); len(f.Dataset("a").Bookmarks) != 1 {
		t.Errorf("got %+v", f)
	}
}

func TestNotAFile(t *testing.T) {
	t.Parallel()
	s := open(t)
	if err := os.MkdirAll(filepath.Join(s.path, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, notice, err := s.Load(); err != nil || !strings.Contains(string(notice), "it is not a file") {
		t.Errorf("Load: %q, %v", notice, err)
	}
	load(t, s)
}

func TestFaults(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	plain := filepath.Join(dir, "plain")
	if err := os.WriteFile(plain, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	readOnly := filepath.Join(dir, "readonly")
	if err := os.Mkdir(readOnly, 0o500); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, path, load, save string }{
		{"under a file", filepath.Join(plain, "timeline", "state.json"),
			"not read: " + filepath.Join(plain, "timeline", "state.json") + ": not a directory",
			"not saved: " + plain + ": not a directory"},
		{"read-only folder", filepath.Join(readOnly, "state.json"),
			"", "not saved: " + filepath.Join(readOnly, "state.json.lock") + ": permission denied"},
		{"no such device", "/proc/none/timeline/state.json",
			"", "not saved: /proc/none: no such file or directory"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.path[:5] == "/proc" {
				if _, err := os.Stat("/proc/self"); err != nil {
					t.Skip("no /proc here")
				}
			}
			if tt.name == "read-only folder" && os.Geteuid() == 0 {
				t.Skip("root may write anywhere")
			}
			s := Open(tt.path, fixed)
			_, notice, err := s.Load()
			checkError(t, err, tt.load)
			if notice != "" {
				t.Errorf("notice %q", notice)
			}
			checkError(t, s.AddBookmark("a", "e"), tt.save)
		})
	}
}

// checkError compares an error with what is wanted after its usual beginning;
// "" wants none.
func checkError(t *testing.T, err error, want string) {
	t.Helper()
	switch {
	case want == "" && err != nil:
		t.Errorf("error %v", err)
	case want != "" && (err == nil || err.Error() != "your place and bookmarks are "+want):
		t.Errorf("error %v\nwant … %s", err, want)
	}
}

// FuzzDecode reads any text as a state file. What can be read is written back
// with everything in it that this version knows, and a second time alike.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{
		"", "{}", "null", `{"version":1}`, `{"version":2}`, `{"version":1,"datasets":null,"x":null}`,
		`{"version":1,"datasets":{"a":{"place":{"event":"e","scroll":-3,"y":1},"bookmarks":[{"event":"e","Note":"n","added":"2026-11-21T10:00:00Z","z":[]}]},"b":null}}`,
		`{"VERSION":1,"Version":1,"datasets":{"":{"Datasets":{}}}}`, "\xff", `{"version":1,"":0,"unknown":"x"}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		file, whole, err := decode(text)
		if err != nil {
			if len(file.Datasets) != 0 || whole != nil {
				t.Fatalf("%v and yet %+v", err, file)
			}
			return
		}
		once, err := encode(whole)
		if err != nil {
			t.Fatal(err)
		}
		again, whole, err := decode(once)
		if err != nil {
			t.Fatalf("%s: %v", once, err)
		}
		for key, d := range file.Datasets {
			if len(d.Bookmarks) > 0 && !reflect.DeepEqual(again.Datasets[key], d) {
				t.Fatalf("%s was %+v, is %+v", key, d, again.Datasets[key])
			}
		}
		if twice, err := encode(whole); err != nil || string(twice) != string(once) {
			t.Fatalf("once %s\ntwice %s, %v", once, twice, err)
		}
	})
}
