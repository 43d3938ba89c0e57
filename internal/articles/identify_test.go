package articles_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"timeline/internal/articles"
	"timeline/internal/events"
)

func TestIdentify(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	tests := []struct{ name, text, want, why string }{
		{"the very text", harbour, "harbour-1910", ""},
		{"Windows line ends", "\ufeff" + strings.ReplaceAll(harbour, "\n", "\r\n"), "harbour-1910", ""},
		{"one line", strings.Join(strings.Fields(harbour), " "), "harbour-1910", ""},
		{"shouted", strings.ToUpper(ledger), "ledger-1912", ""},
		{"both", harbour + ledger, "", "this is not one article: it holds 2 of 2 quotations of Moreau and 1 of its one quotation of Lind"},
		{"something else", "Ships and ledgers.\n", "", "this is none of the two articles: it holds no quotation of any"},
		{"a quotation only", "He says: begun in 1904, lists every ship of the harbour.", "", "this is none of the two articles: the nearest is Lind with 1 of its one quotation"},
		{"empty", " \n", "", "it is empty"},
		{"Latin-1", "Guid\xe8re", "", "it is not UTF-8 text"},
		{"a PDF", "%PDF-1.7\n\xe2", "", "it is a PDF: save its text as plain text first (pdftotext -layout FILE.pdf)"},
		{"a web page", "\n<!DOCTYPE html>\n" + harbour, "", "it is a web page: save its text as plain text first"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			id, err := articles.Identify([]byte(tt.text), d)
			if id != tt.want || (tt.want == "") != (err != nil) {
				t.Fatalf("%q, %v", id, err)
			}
			if err != nil && err.Error() != tt.why {
				t.Errorf("got  %v\nwant %s", err, tt.why)
			}
		})
	}
}

func FuzzIdentify(f *testing.F) {
	for _, s := range []string{harbour, ledger, harbour + ledger, "%PDF-", "\ufeff", "\xff"} {
		f.Add([]byte(s))
	}
	d := invented(f, nil)
	f.Fuzz(func(t *testing.T, text []byte) {
		id, err := articles.Identify(text, d)
		if (err == nil) != (d.Source(id) != nil) {
			t.Fatalf("%q, %v", id, err)
		}
	})
}

func TestDir(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ xdg, home, want string }{
		{"/data", "/home/ada", "/data/timeline/articles"},
		{"", "/home/ada", "/home/ada/.local/share/timeline/articles"},
		{"relative", "/home/ada", "/home/ada/.local/share/timeline/articles"},
		{"", "", ""},
	} {
		env := map[string]string{"XDG_DATA_HOME": tt.xdg, "HOME": tt.home}
		got, err := articles.Dir(func(key string) string { return env[key] })
		if filepath.ToSlash(got) != tt.want || (err != nil) != (tt.want == "") {
			t.Errorf("%+v: %q, %v", tt, got, err)
		}
	}
}

// put writes a file and returns its path.
func put(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAddAndFind(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	from, store := t.TempDir(), filepath.Join(t.TempDir(), "deep", "store")
	other := harbour + "\nx\n"
	add := func(text string) error {
		_, err := articles.Add(store, d, put(t, from, "some name.txt", text))
		return err
	}
	found := func(dirs ...string) map[string]*articles.Article {
		t.Helper()
		arts, err := articles.Find(d, dirs...)
		if err != nil {
			t.Fatal(err)
		}
		return arts
	}
	if len(found(articles.Existing(store)...)) != 0 {
		t.Error("a store that does not exist holds something")
	}
	if err := add(other); err != nil {
		t.Fatal(err)
	}
	if a := found(store)["harbour-1910"]; a == nil || a.Exact {
		t.Errorf("kept: %v", a)
	}
	if err := add(harbour); err != nil {
		t.Fatal(err)
	}
	if err := add(other); err == nil || !strings.Contains(err.Error(), "is kept already") {
		t.Errorf("another copy took the place of the very text: %v", err)
	}
	if a := found(store)["harbour-1910"]; a == nil || !a.Exact {
		t.Errorf("kept: %v", a)
	}
	if err := add("nothing of the kind"); err == nil || !strings.Contains(err.Error(), "this is none of the") {
		t.Errorf("added: %v", err)
	}
	if entries, _ := os.ReadDir(store); len(entries) != 1 || entries[0].Name() != "harbour-1910.txt" {
		t.Errorf("the store holds %v", entries)
	}
	if err := add(strings.Repeat("long ", articles.MaxBytes/5+1)); err == nil || !strings.Contains(err.Error(), "larger than 8 MiB") {
		t.Errorf("added: %v", err)
	}
	if _, err := articles.Add(store, d, from); err == nil || !strings.Contains(err.Error(), "not a plain file") {
		t.Errorf("a folder was added: %v", err)
	}
}

func TestFindOrder(t *testing.T) {
	t.Parallel()
	d := invented(t, nil)
	first, second := t.TempDir(), t.TempDir()
	put(t, first, "a.txt", harbour+"\nother\n")
	put(t, first, "README.md", "What these files are.\n")
	put(t, first, "b.md", harbour)
	put(t, first, "c.pdf", ledger)
	put(t, first, ".hidden.txt", ledger)
	outside := put(t, t.TempDir(), "ledger.txt", ledger)
	if err := os.Symlink(outside, filepath.Join(first, "link.txt")); err != nil {
		t.Log("no links here: ", err)
	}
	arts, err := articles.Find(d, first)
	if err != nil || len(arts) != 1 || !arts["harbour-1910"].Exact {
		t.Errorf("%v, %v", arts, err)
	}
	put(t, second, "ledger.txt", ledger)
	put(t, second, "harbour.txt", harbour+"\nsecond\n")
	arts, err = articles.Find(d, second, first)
	if err != nil || len(arts) != 2 || arts["harbour-1910"].Exact {
		t.Errorf("the first folder should win: %v, %v", arts, err)
	}
	arts, err = articles.Find(d, filepath.Join(first, "mispelt"), second)
	if !errors.Is(err, os.ErrNotExist) || len(arts) != 2 {
		t.Errorf("a folder that is not there: %v, %v", arts, err)
	}
	files, err := articles.Look(d, first)
	if err != nil || len(files) != 2 || filepath.Base(files[0].Path) == "README.md" {
		t.Errorf("looked at %+v, %v", files, err)
	}
}

// TestIdentifyWithoutQuotations: a dataset without sources knows no text.
func TestIdentifyWithoutQuotations(t *testing.T) {
	t.Parallel()
	d := events.New(events.Meta{}, nil, nil, nil, nil)
	if id, err := articles.Identify([]byte(harbour), d); id != "" || err == nil {
		t.Errorf("%q, %v", id, err)
	}
}

// TestIdentifyInLargeDataset: the articles of a dataset of many events are known
// again, whether its records are held or read from a pack.
func TestIdentifyInLargeDataset(t *testing.T) {
	t.Parallel()
	small := invented(t, nil)
	es := []events.Event{}
	for _, e := range small.All() {
		es = append(es, *e)
	}
	for n := range 6000 {
		es = append(es, events.Event{ID: fmt.Sprintf("1900-filler-%d", n), Title: "Filler", Date: es[0].Date})
	}
	large := events.New(small.Meta, es, small.Actors, small.Places, small.Sources)
	var pack bytes.Buffer
	if err := events.WritePack(&pack, large, ""); err != nil {
		t.Fatal(err)
	}
	packed, err := events.OpenPack(bytes.NewReader(pack.Bytes()), int64(pack.Len()), nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*events.Dataset{"whole": large, "packed": packed} {
		if id, err := articles.Identify([]byte(harbour), d); id != "harbour-1910" {
			t.Errorf("%s: %q, %v", name, id, err)
		}
	}
}
