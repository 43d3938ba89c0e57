package query

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// printed is a line of testdata/printed-names.txt.
type printed struct {
	source, as, kind string
	ids              []string // none for the name of no actor
	weak             bool
}

func printedNames(t *testing.T) []printed {
	t.Helper()
	text, err := os.ReadFile("testdata/printed-names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []printed
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, " | ")
		if len(cells) != 3 {
			t.Fatalf("%q has %d cells, not 3", line, len(cells))
		}
		p := printed{source: cells[0], as: cells[1], kind: "actor"}
		if whom := cells[2]; !strings.HasPrefix(whom, "-") {
			if id, is := strings.CutPrefix(whom, "place:"); is {
				p.kind, whom = "place", id
			}
			whom, p.weak = strings.CutPrefix(whom, "~")
			p.ids = strings.Split(whom, ", ")
		}
		list = append(list, p)
	}
	return list
}

// TestPrintedNames: every name, adjective, office and capital that an article prints
// finds the one actor or place that it means, or the error names those between which
// nothing tells.
func TestPrintedNames(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	title := func(p printed, id string) string {
		if p.kind == "place" {
			return d.Place(id).Name
		}
		return d.Actor(id).Name
	}
	for _, p := range printedNames(t) {
		typed := fmt.Sprintf("%s:%q", p.kind, p.as)
		q, err := Parse(d, typed)
		if len(p.ids) == 1 && !p.weak {
			if want := p.kind + ":" + p.ids[0]; err != nil || q.String() != want {
				t.Errorf("%s, in %s, is %q (%v), want %s", typed, p.source, q, err, want)
			}
			continue
		}
		want := "unknown " + p.kind
		if len(p.ids) > 0 {
			var titles []string
			for _, id := range p.ids {
				titles = append(titles, title(p, id))
			}
			want = joinOr(titles)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s, in %s, is %q (%v), want an error with %q", typed, p.source, q, err, want)
		}
	}
}

// TestPrintedNamesAreAll: what a record says that an article prints is on the list.
func TestPrintedNamesAreAll(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	list := printedNames(t)
	check := func(kind, id string, spellings []events.Spelling) {
		for _, s := range spellings {
			for _, source := range s.Sources {
				if !slices.ContainsFunc(list, func(p printed) bool {
					return p.source == source && p.kind == kind && strings.EqualFold(p.as, s.As) && slices.Contains(p.ids, id)
				}) {
					t.Errorf("%s | %s | %s is not in testdata/printed-names.txt", source, s.As, id)
				}
			}
		}
	}
	for i := range d.Actors {
		check("actor", d.Actors[i].ID, d.Actors[i].Spellings)
	}
	for i := range d.Places {
		check("place", d.Places[i].ID, d.Places[i].Spellings)
	}
}
