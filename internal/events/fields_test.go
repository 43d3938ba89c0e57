package events_test

import (
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
)

// TestFields reads every field that an event, an actor and a place may have besides
// those of the smallest dataset, and finds them in a pack too.
func TestFields(t *testing.T) {
	t.Parallel()
	files := small()
	long := "they met there on the day and spoke of the toll, of the road, of the wells, of the salt and of those who guard them"
	text := strings.Replace(files[event], "level: standard\n", `level: key
show-at: 1950-05-02
show-at-reason: The day after they came.
was: [1950-05-meeting]
beside-claims: ferro misprints the year.
`, 1)
	text = strings.Replace(text, "date: 1950-05-01\ntype", "date: \"[1950-05-01..1950-05-31]\"\ntype", 1)
	text = strings.Replace(text, "    date: 1950-05-01\n    words: on 1 May 1950", "    date: 1905-05-01\n    words: on 1 May 1905", 1)
	text = strings.Replace(text, "places: [pass]", "places:\n  - {place: inn, role: written}\n  - pass\nlinks:\n  - {is: related, to: 1951-old-name}\ndisputes:\n  - {about: order, with: [1951-old-name], text: Which was first?}", 1)
	files[event] = strings.Replace(text, "they met there on the day", long, 1)
	files["events/1951-second.md"] = strings.Replace(second, "level: standard", "level: background\nwas: [1951-old-name]", 1)
	files["places/inn.yaml"] = "name: Inn at the Pass\nshort: Inn\ncountry: Northland\nlat: 46.5\nlon: 8.5\nprecision: site\nspellings:\n  - {as: Innish, form: adjective}\n"
	files["actors/north.yaml"] = "name: Northland\nkind: state\nspellings:\n  - {as: Northern, form: adjective}\n  - {as: Norton, form: capital}\nprofile: A state.\n"
	files["actors/army.yaml"] = `name: Army of the North
short: Army
kind: group
spellings:
  - {as: Northern, form: adjective}
  - {as: Marshal, form: office}
relations:
  - {is: succeeds, to: anna, office: marshal, event: 1951-old-name, source: ferro, at: p1}
  - {is: joined-with, to: north, source: ferro, at: p1}
  - {is: proposed, to: north, source: ferro, at: p1}
profile: An army.
`
	whole, err := events.Load(folder(files), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, pack := packedOf(t, whole)
	packed, err := open(pack)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*events.Dataset{whole, packed} {
		e := d.Event(0)
		if e.Level != events.Key || e.ShownAt.String() != "1950-05-02" || e.ShownReason == "" || !slices.Equal(e.Was, []string{"1950-05-meeting"}) || e.BesideClaims == "" {
			t.Errorf("%+v", e)
		}
		if !slices.Equal(e.Places, []string{"pass", "inn"}) || e.PlaceAs(0) != events.Happened || e.PlaceAs(1) != events.Written || !slices.Equal(e.Pins(), []string{"pass"}) {
			t.Errorf("places %v as %v, pins %v", e.Places, e.PlacesAs, e.Pins())
		}
		if pins := d.PinsOf(0); len(pins) != 1 || d.Places[pins[0]].ID != "pass" {
			t.Errorf("pins %v", pins)
		}
		if !slices.Equal(e.Disputes[0].With, []string{"1951-old-name"}) || len(d.Ties(0)) != 1 || d.Ties(0)[0].To != 1 {
			t.Errorf("disputes %+v, ties %v", e.Disputes, d.Ties(0))
		}
		if d.Event(1).Level != events.Background || d.Flags[1]&events.BackgroundEvent == 0 || d.Flags[0]&events.KeyEvent == 0 {
			t.Errorf("flags %v", d.Flags)
		}
		if d.Shown[0].String() != "1950-05-02" {
			t.Errorf("shown on %v", d.Shown[0])
		}
		if r := d.Actor("army").Relations[0]; r.Event != "1951-old-name" || r.Kind.String() != "succeeds" || d.Actor("army").Short != "Army" || d.Place("inn").Short != "Inn" {
			t.Errorf("%+v", r)
		}
	}
}

// TestPins: a place where something was written or found stands for where it happened
// only if that is not known, and one that was aimed at never does.
func TestPins(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		as   []events.PlaceRole
		want []string
	}{
		{nil, []string{"a", "b", "c"}},
		{[]events.PlaceRole{events.Written, events.Found, events.Happened}, []string{"c"}},
		{[]events.PlaceRole{events.Found, events.Written, events.Target}, []string{"b"}},
		{[]events.PlaceRole{events.Target, events.Found, events.Found}, []string{"b", "c"}},
		{[]events.PlaceRole{events.Target, events.Target, events.Target}, nil},
	} {
		e := events.Event{Places: []string{"a", "b", "c"}, PlacesAs: c.as}
		if got := e.Pins(); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.as, got, c.want)
		}
	}
}

// TestHeading: an event stands under the month in which it lies or where links or the
// editors put it, and else under its year only.
func TestHeading(t *testing.T) {
	t.Parallel()
	d := chain(t, "a 2012", "b 2012-04", "c [2012-04-02..2013-01-31]", "d [..2012-11-03]", "e ../2013", "f 2014 @2014-03", "g 2015-05-05", "h 2015 <g", "i 2016-01-30/2016-02-02", "j 2017/..", "k [2018..2020] @2019")
	want := [][2]int{{2012, 0}, {2012, 4}, {2012, 0}, {2012, 11}, {2013, 0}, {2014, 3}, {2015, 5}, {2015, 5}, {2016, 0}, {2017, 0}, {2019, 0}}
	for i, e := range d.All() {
		year, month, ok := d.Heading(i)
		w := want[e.ID[0]-'a']
		if !ok || year != w[0] || month != w[1] {
			t.Errorf("%s stands under %d-%d", e.ID, year, month)
		}
	}
	none := events.New(events.Meta{}, []events.Event{{ID: "x"}}, nil, nil, nil)
	if _, _, ok := none.Heading(0); ok {
		t.Error("no date has a heading")
	}
}
