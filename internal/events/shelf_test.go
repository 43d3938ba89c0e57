package events

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/edtf"
)

// TestShelf: events of a shelf are those that were put there, and the dataset of them is
// the one that New makes.
func TestShelf(t *testing.T) {
	t.Parallel()
	date := edtf.MustParse
	var list []Event
	for i := range 40 {
		e := Event{ID: fmt.Sprintf("19%02d-x", 99-i), Title: fmt.Sprintf("Event %d", i), Date: date(fmt.Sprintf("19%02d", 99-i)), Type: []string{"battle", "unheard of"}[i%2], Tags: []string{"a tag"},
			Roles: []Role{{Actor: "b", As: PartParty}}, Places: []string{"q", "p"}, PlacesAs: []PlaceRole{Written, Happened}, Summary: "A summary.", Note: "Note",
			Claims: []Claim{{Source: "s", Date: date(fmt.Sprintf("19%02d", 99-i)), Basis: BasisEvent, Figures: []Figure{{"dead", "3"}}}, {Source: "s", Date: date("1900"), Basis: BasisDerived}}}
		list = append(list, e)
	}
	list[3].Links = []Link{{Kind: Follows, To: list[2].ID}}
	list[5].ShownAt, list[5].Was = date("1994-05-01"), []string{"1994-former"}
	var shelf Shelf
	for i := range list {
		early := list[i]
		early.Date, early.Title = date("1950"), "Another"
		shelf.Add(&early)
	}
	for i := range list {
		if i%2 == 0 {
			shelf.Replace(i, &list[i])
			continue
		}
		shelf.Card(i).Date, shelf.Card(i).Title = list[i].Date, list[i].Title
	}
	same := cmp.Comparer(func(a, b edtf.Date) bool { return a.String() == b.String() })
	for i := range list {
		if diff := cmp.Diff(&list[i], shelf.Event(i), same); diff != "" {
			t.Fatal(diff)
		}
	}
	actors := func() []Actor { return []Actor{{ID: "b"}, {ID: "a"}} }
	places := func() []Place { return []Place{{ID: "q"}, {ID: "p", Lat: 1, Precision: 1}} }
	sources := func() []Source { return []Source{{ID: "s"}} }
	var want, got bytes.Buffer
	if err := WritePack(&got, NewShelved(Meta{ID: "x"}, &shelf, actors(), places(), sources()), ""); err != nil {
		t.Fatal(err)
	}
	if err := WritePack(&want, New(Meta{ID: "x"}, list, actors(), places(), sources()), ""); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want.Bytes(), got.Bytes()) {
		t.Errorf("the packs differ: %d bytes and %d", want.Len(), got.Len())
	}
}
