package folder

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// FuzzScalar: whatever is written is read back as the same text.
func FuzzScalar(f *testing.F) {
	for _, s := range []string{"plain", "a: b", "- x", "#", "yes", "a\nb", `"q" \ `, "’tis", "x:", strings.Repeat("word ", 600), "tab\tend", " lead", "\u2028", "😀", "1: 2", "null", "a  b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !bytes.Equal([]byte(s), []byte(strings.ToValidUTF8(s, ""))) {
			t.Skip()
		}
		for _, text := range []string{"k: " + scalar(s, "") + "\n", "k:\n  - {a: " + flowScalar(s) + ", b: c}\n", "k:\n  - a: " + scalar(s, "    ") + "\n    b: c\n"} {
			if s == "" {
				return
			}
			var doc yaml.Node
			if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
				t.Fatalf("%q as %q: %v", s, text, err)
			}
			n := doc.Content[0].Content[1]
			if n.Kind == yaml.SequenceNode {
				n = n.Content[0].Content[1]
			}
			if n.Value != s {
				t.Fatalf("%q as %q is read as %q", s, text, n.Value)
			}
		}
	})
}

func whole() (events.Event, []events.Actor, []events.Place, []events.Source) {
	date := edtf.MustParse
	e := events.Event{
		ID: "1961-05-25-x", Title: "A: title, “so”", Date: date("[1961-05-25..1961-05-27]"), DateReason: "one: says", Type: "meeting", Level: events.Background,
		Roles: []events.Role{{Actor: "a", As: events.PartParty}, {Actor: "b", As: 0}}, Places: []string{"p", "q"}, PlacesAs: []events.PlaceRole{events.Happened, events.Written},
		Tags: []string{"a tag", "#2"}, Links: []events.Link{{Kind: 1, To: "1962-y"}}, Was: []string{"1961-x"}, ShownAt: date("1961-05-26"), ShownReason: "because",
		Claims: []events.Claim{
			{Source: "s", At: events.Locator{Kind: events.LocatorPage, Number: 4}, Date: date("1961-05-25"), Words: "on: 25 May", Basis: events.BasisDerived, BasisNote: "n", Hedge: "h", Quote: "a “b” c d", Says: "It says.", Figures: []events.Figure{{What: "killed", Value: "3"}, {What: "a b: c", Value: "many"}}},
			{Source: "s", Date: date("[1961-05-25..1961-05-27]"), Basis: events.BasisEvent},
		},
		Disputes: []events.Dispute{{About: events.DisputeOrder, Text: "a: b", With: []string{"1962-y"}}}, Summary: "Sum **mary**.\n\nMore.", Note: "A note\nof lines.",
	}
	return e, []events.Actor{{ID: "a", Name: "A", Kind: events.ActorUnspecified, Spellings: []events.Spelling{{As: "Aa", Form: events.FormAlias}}}, {ID: "b", Name: "B: b", Profile: "p"}},
		[]events.Place{{ID: "p", Name: "P", Precision: events.Unlocated}, {ID: "q", Name: "Q", Lat: 1.5, Lon: -0.25, Precision: events.UnspecifiedGround, Country: "C"}},
		[]events.Source{{ID: "s", Title: "S", Authors: []events.Author{{Family: "F", Given: "G"}}, Kind: "book", Date: date("1970"), URL: "https://example.org/a?b#c", Rights: "© F"}}
}

// TestRoundTrip: package events reads what is written as the same records.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	e, actors, places, sources := whole()
	meta := events.Meta{ID: "x", Title: "X: y", Rigour: events.Sourced, Period: edtf.MustParse("1960/1970")}
	fsys := fstest.MapFS{}
	put := func(name string, text []byte) { fsys[name] = &fstest.MapFile{Data: text} }
	put("dataset.yaml", MetaFile(&meta))
	put("events/"+e.ID+".md", EventFile(&e, meta.Rigour))
	put("events/1962-y.md", EventFile(&events.Event{Title: "Y", Date: edtf.MustParse("1962"), Claims: []events.Claim{{Source: "s", Basis: events.BasisEvent}}}, meta.Rigour))
	for i := range actors {
		put("actors/"+actors[i].ID+".yaml", ActorFile(&actors[i], meta.Rigour))
	}
	for i := range places {
		put("places/"+places[i].ID+".yaml", PlaceFile(&places[i]))
	}
	for i := range sources {
		put("sources/"+sources[i].ID+".yaml", SourceFile(&sources[i]))
	}
	d, err := events.Check(fsys)
	if err != nil {
		t.Fatalf("%v\n%s", err, EventFile(&e, meta.Rigour))
	}
	same := cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() })
	if diff := cmp.Diff(&e, d.Event(0), same); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(actors, d.Actors, same); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(places, d.Places, same); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(sources, d.Sources, same); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(meta, d.Meta, same); diff != "" {
		t.Error(diff)
	}
}

// TestStore: what was edited, or was there before, stays.
func TestStore(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "d")
	write := func(text map[string]string) Counts {
		s, err := OpenStore(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{"events/a.md", "events/b.md", "events/c.md", "events/d.md"} {
			if text[file] != "" {
				if err := s.Put(file, []byte(text[file])); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return s.Counts
	}
	put := func(file, text string) {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if got := write(map[string]string{"events/a.md": "1", "events/b.md": "1", "events/c.md": "1"}); got.Written != 3 {
		t.Errorf("%+v", got)
	}
	put("events/b.md", "edited")
	put("events/d.md", "mine")
	got := write(map[string]string{"events/a.md": "2", "events/b.md": "2", "events/d.md": "2"})
	if got.Written != 1 || !slices.Equal(got.Kept, []string{"events/b.md", "events/d.md"}) || !slices.Equal(got.Stale, []string{"events/c.md"}) {
		t.Errorf("%+v", got)
	}
	if got := write(map[string]string{"events/a.md": "2"}); got.Same != 1 || got.Written != 0 {
		t.Errorf("%+v", got)
	}
	text, _ := os.ReadFile(filepath.Join(dir, "events/b.md"))
	if string(text) != "edited" {
		t.Errorf("%q", text)
	}
	if err := Add(dir, "events/a.md", []byte("3")); err == nil || !strings.Contains(err.Error(), "nothing is overwritten") {
		t.Errorf("got %v", err)
	}
	if err := Add(dir, "places/a.yaml", []byte("3")); err != nil {
		t.Error(err)
	}
}
