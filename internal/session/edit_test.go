package session

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/query"
)

// without is a dataset without some of its events, and with another id for some.
func without(d *events.Dataset, gone, renamed func(id string) bool) *events.Dataset {
	var es []events.Event
	for _, e := range d.All() {
		c := *e
		if gone(c.ID) {
			continue
		}
		if renamed(c.ID) {
			c.Was, c.ID = append(slices.Clone(c.Was), c.ID), c.ID+"-x"
		}
		es = append(es, c)
	}
	return events.New(d.Meta, es, slices.Clone(d.Actors), slices.Clone(d.Places), slices.Clone(d.Sources))
}

// TestReopen reads random datasets again, at random places: the event, the filters, the
// search and the way back are those from before, as far as they are there.
func TestReopen(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		d := eventstest.Generate(30+r.IntN(300), seed)
		s := New(Config{Data: d})
		for range 12 {
			switch r.IntN(5) {
			case 0:
				s.Filter(Only("type", d.TypeNames()[r.IntN(len(d.TypeNames()))]))
			case 1:
				s.Filter(query.Query{})
			case 2:
				s.Show(events.Index(r.IntN(d.Len())))
			case 3:
				s.BeginSearch()
				if run := s.Search([]string{"the", "envoy", "market", "a"}[r.IntN(4)]); run != nil {
					f, _ := run()
					s.Answer(f)
				}
				s.EndSearch(true)
			case 4:
				s.Step(Month, 1)
			}
		}
		some := func(n int) func(string) bool {
			picked := map[string]bool{}
			for _, e := range d.All() {
				picked[e.ID] = r.IntN(n) == 0
			}
			return func(id string) bool { return picked[id] }
		}
		gone, renamed := some(9), some(5)
		if seed%2 == 0 {
			gone, renamed = func(string) bool { return false }, func(string) bool { return false }
		}
		was := *s
		here := s.IDHere()
		said := s.Reopen(Edition{Data: without(d, gone, renamed)})
		switch {
		case !s.Query.Equal(was.Query):
			t.Fatalf("seed %d: the filters were %s and are %s", seed, was.Query, s.Query)
		case here != "" && !gone(here) && strings.TrimSuffix(s.IDHere(), "-x") != here:
			t.Fatalf("seed %d: the reader was at %s and is at %s", seed, here, s.IDHere())
		case gone(here) != strings.Contains(said, "is gone"):
			t.Fatalf("seed %d: of %s, gone: %v, it says: %s", seed, here, gone(here), said)
		case s.Filters == was.Filters || s.Found.Typed != was.Found.Typed:
			t.Fatalf("seed %d: %d filterings and search %q, were %d and %q", seed, s.Filters, s.Found.Typed, was.Filters, was.Found.Typed)
		case seed%2 == 0 && fmt.Sprint(s.Shown, s.Pos, s.Found.At, s.back, s.Source) != fmt.Sprint(was.Shown, was.Pos, was.Found.At, was.back, was.Source):
			t.Fatalf("seed %d: nothing has changed, but\n%v\n%v", seed, s, &was)
		}
		for _, p := range s.Found.At {
			if was, ok := d.Find(strings.TrimSuffix(s.Data.IDs.At(int(s.Shown[p])), "-x")); !ok || !slices.Contains(matched(d, s.Found.Typed), was) {
				t.Fatalf("seed %d: a match of %q was none before", seed, s.Found.Typed)
			}
		}
		for range s.back {
			if _, ok := s.Back(); !ok {
				t.Fatalf("seed %d: no way back", seed)
			}
		}
	}
}

func matched(d *events.Dataset, typed string) []events.Index {
	return query.Select(d, query.Literal(typed)).Indexes()
}

// TestReopenUnderFilters says when the filters hide the event now, and when they ask for
// what is gone.
func TestReopenUnderFilters(t *testing.T) {
	t.Parallel()
	d := eventstest.Generate(60, 4)
	s := New(Config{Data: d, Query: Only("actor", d.Actors[0].ID)})
	here := s.IDHere()
	var es []events.Event
	for _, e := range d.All() {
		c := *e
		if c.ID == here {
			c.Roles = nil
		}
		es = append(es, c)
	}
	if said := s.Reopen(Edition{Data: events.New(d.Meta, es, slices.Clone(d.Actors), d.Places, d.Sources), Notice: "So be it."}); !strings.Contains(said, "hide the one that you were at") || !strings.HasSuffix(said, " So be it.") {
		t.Errorf("it says %q", said)
	}
	for k := range es {
		es[k].Roles = nil
	}
	if said := s.Reopen(Edition{Data: events.New(d.Meta, es, nil, d.Places, d.Sources)}); !strings.Contains(said, "names that are gone") || !s.Query.Empty() {
		t.Errorf("it says %q, and filters by %s", said, s.Query)
	}
}

// TestEditLeadsToTheFault as long as there is one, and to the record else.
func TestEditLeadsToTheFault(t *testing.T) {
	t.Parallel()
	sealed := errors.New("a pack")
	files := &Files{
		Locate: func(kind, id string) (string, int, error) { return kind + "/" + id, 2, nil },
		Path:   func(name string) string { return "dir/" + name },
		Editor: func(file string, line int) (*exec.Cmd, error) {
			return exec.Command("vi", fmt.Sprint(file, ":", line)), nil
		},
	}
	s := New(Config{Data: eventstest.Generate(5, 1), Files: files})
	edits := func(want string) {
		t.Helper()
		if cmd, err := s.Edit("events", "x"); err != nil || cmd.Args[1] != want {
			t.Errorf("edit opens %v, %v; want %s", cmd, err, want)
		}
	}
	edits("events/x:2")
	s.Refuse(fmt.Errorf("not read: %w", events.Problems{{File: "actors/y.yaml", Line: 7}, {File: "z"}}))
	edits("dir/actors/y.yaml:7")
	s.Refuse(errors.New("no disk"))
	edits("events/x:2")
	for _, files := range []*Files{nil, {None: sealed}} {
		s.Files = files
		_, err := s.Edit("events", "x")
		if _, again := s.Reread(); err == nil || again == nil || files != nil && !errors.Is(err, sealed) {
			t.Errorf("what cannot be edited: %v, %v", err, again)
		}
	}
}
