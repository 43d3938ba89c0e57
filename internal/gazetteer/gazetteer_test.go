package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/query"
)

// valley is a small dataset: three towns in a row from north to south, an area east
// of them, a region and a country.
func valley() *events.Dataset {
	precision := map[string]events.PlacePrecision{"site": 0, "town": 1, "area": 2, "region": 3, "country": 4}
	places := []events.Place{
		{ID: "north-town", Name: "North Town", Country: "Valley", Lat: 20, Lon: 0, Precision: precision["town"]},
		{ID: "mid-town", Name: "Mid Town", Country: "Valley", Lat: 18, Lon: 0.5, Precision: precision["town"]},
		{ID: "south-town", Name: "South Town", Country: "Hills", Lat: 15, Lon: -1, Precision: precision["town"]},
		{ID: "east-hills", Name: "East Hills", Country: "Hills", Lat: 18, Lon: 4, Precision: precision["area"]},
		{ID: "the-plain", Name: "The Plain", Country: "Valley / Hills", Lat: 17, Lon: 1, Precision: precision["region"]},
		{ID: "valley", Name: "Valley", Country: "Valley", Lat: 19, Lon: 1, Precision: precision["country"]},
		{ID: "nowhere", Name: "Nowhere", Lat: 0, Lon: 0, Precision: precision["region"]},
		{ID: "empty-town", Name: "Empty Town", Lat: 0, Lon: 0, Precision: precision["town"]},
	}
	event := func(id, date string, at ...string) events.Event {
		return events.Event{ID: id, Title: id, Date: edtf.MustParse(date), Places: at, Claims: []events.Claim{{Date: edtf.MustParse(date)}}}
	}
	return events.New(events.Meta{ID: "valley", Period: edtf.MustParse("1930/1940")}, []events.Event{
		event("a", "1931-05-01", "mid-town"), event("b", "1931", "mid-town", "south-town"), event("c", "1931-05~", "mid-town"),
		event("d", "1930/1932", "the-plain"), event("e", "[1930,1932]", "the-plain"), event("f", "1935", "valley"),
		event("g", "1931-06", "north-town"), event("h", "1931-06", "east-hills"), event("i", "1931-06-03", "nowhere"),
	}, nil, places, nil)
}

// days are those from the first to the last of a date; none for no date.
func days(date string) calendar.Span {
	if date == "" {
		return calendar.Span{First: 1, Last: 0}
	}
	d := edtf.MustParse(date)
	return calendar.Span{First: d.Earliest(), Last: d.Latest()}
}

func everyEvent(d *events.Dataset) []events.Index { return query.All(d.Len()).Indexes() }

// pinned counts the events of a set by the places where a map shows them.
func pinned(d *events.Dataset, s query.Set) []int {
	n := make([]int, len(d.Places))
	for i := range s.Each() {
		for _, p := range d.PinsOf(i) {
			n[p]++
		}
	}
	return n
}

// An event that was only written somewhere is pinned there, but not where it is also
// known to have happened elsewhere.
func TestTalliesPinWhereItHappened(t *testing.T) {
	t.Parallel()
	v := valley()
	e := func(id string, as ...events.PlaceRole) events.Event {
		return events.Event{ID: id, Title: id, Date: edtf.MustParse("1931"), Places: []string{"mid-town", "north-town"}[:len(as)], PlacesAs: as}
	}
	d := events.New(v.Meta, []events.Event{e("letter", events.Written), e("raid", events.Written, events.Happened)}, nil, v.Places, nil)
	var got []string
	for _, x := range Tallies(d, everyEvent(d), days("")) {
		got = append(got, x.Place.ID+" "+x.Figure())
	}
	if s := strings.Join(got, ", "); s != "mid-town 1, north-town 1" {
		t.Error(s)
	}
}

// The tallies are what a query would find: certainly and possibly in the window.
func TestTalliesAreWhatQueriesFind(t *testing.T) {
	t.Parallel()
	loaded := eventstest.BuiltIn(t)
	for _, d := range []*events.Dataset{valley(), loaded, eventstest.Generate(6000, 3)} {
		for _, window := range []string{"2003/2013-10", "2012", "2011-05/2012-02", "2012-11-03", "1931", "1930/1935", "1931-06-03", "1931-05"} {
			ask := query.Term{Key: query.KeyOverlaps, Values: []string{window}}
			possible := pinned(d, query.Select(d, query.Query{Terms: []query.Term{ask}}))
			ask.Certain = true
			certain := pinned(d, query.Select(d, query.Query{Terms: []query.Term{ask}}))
			for _, x := range Tallies(d, everyEvent(d), days(window)) {
				n := d.PlaceNumber(x.Place.ID)
				if x.Certain != certain[n] || x.All() != possible[n] {
					t.Errorf("%s, %s, %s: %s, and a query finds %d of %d", d.Meta.ID, window, x.Place.ID, x.Figure(), certain[n], possible[n])
				}
				possible[n] = 0
			}
			if left := slices.Max(possible); left > 0 {
				t.Errorf("%s, %s: a place of %d events is missing", d.Meta.ID, window, left)
			}
		}
	}
}

func TestTallies(t *testing.T) {
	t.Parallel()
	d := valley()
	all := everyEvent(d)
	without := slices.DeleteFunc(everyEvent(d), func(i events.Index) bool { return d.IDs.At(int(i)) == "a" })
	for _, tt := range []struct {
		window, want string
		shown        []events.Index
	}{
		{"", "mid-town 3, the-plain 2, east-hills 1, north-town 1, nowhere 1, south-town 1, valley 1", all},
		{"1931", "mid-town 2+1, east-hills 1, north-town 1, nowhere 1, south-town 1, the-plain 1", all},
		{"1931-05", "mid-town 1+2, south-town 0+1, the-plain 1", all},
		{"1931", "mid-town 1+1, east-hills 1, north-town 1, nowhere 1, south-town 1, the-plain 1", without},
		{"1935-06", "valley 0+1", all},
		{"1950", "", all},
	} {
		var got []string
		for _, x := range Tallies(d, tt.shown, days(tt.window)) {
			got = append(got, x.Place.ID+" "+x.Figure())
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%q: %s\nwant %s", tt.window, s, tt.want)
		}
	}
}

func TestNext(t *testing.T) {
	t.Parallel()
	d := valley()
	ts := Tallies(d, everyEvent(d), days(""))
	for _, tt := range []struct {
		from string
		to   Direction
		want string
	}{
		{"north-town", South, "valley"}, {"mid-town", South, "the-plain"}, {"south-town", South, "nowhere"}, {"nowhere", South, ""},
		{"south-town", North, "the-plain"}, {"mid-town", North, "valley"}, {"mid-town", East, "east-hills"}, {"east-hills", West, "valley"}, {"east-hills", East, ""},
	} {
		got := ""
		if p := Next(ts, d.Place(tt.from), tt.to); p != nil {
			got = p.ID
		}
		if got != tt.want {
			t.Errorf("from %s to %d: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

// Every step leads the way that was asked for, in the built-in dataset, and from
// Timbuktu the next place to the south is south of it.
func TestNextLeadsThatWay(t *testing.T) {
	t.Parallel()
	d := eventstest.BuiltIn(t)
	ts := Tallies(d, everyEvent(d), days(""))
	for _, x := range ts {
		for to := range West + 1 {
			p := Next(ts, x.Place, to)
			if p == nil {
				continue
			}
			east, north := p.Lon-x.Place.Lon, p.Lat-x.Place.Lat
			if !map[Direction]bool{North: north > 0, South: north < 0, East: east > 0, West: east < 0}[to] {
				t.Errorf("from %s to %d: %s", x.Place.ID, to, p.ID)
			}
		}
	}
	if p := Next(ts, d.Place("timbuktu"), South); p == nil || p.Lat >= d.Place("timbuktu").Lat || !slices.Contains(Countries(p), "Mali") {
		t.Errorf("south of Timbuktu: %v", p)
	}
	if Toward(0, 19.5, d.Place("iraq")) != East {
		t.Error("Iraq does not lie to the east")
	}
}

func TestNear(t *testing.T) {
	t.Parallel()
	d := valley()
	ts := Tallies(d, everyEvent(d), days("1931"))
	for id, want := range map[string][]string{
		"mid-town": {
			"Mid Town is a town in Valley.", "Placed there: 2 events, and possibly 1 more.",
			"North Town lies about 230 kilometres to the north: 1 event.", "South Town lies about 370 kilometres to the south-west: 1 event.",
			"East Hills lies about 370 kilometres to the east: 1 event.", "Told only of a wider place that may hold it: The Plain, 1 event.",
		},
		"the-plain": {
			"The Plain is a region, somewhere in Valley and Hills: no spot in it is meant.", "Placed there: 1 event.",
			"In one of these countries: Mid Town, 2 events, and possibly 1 more; East Hills, 1 event; North Town, 1 event; South Town, 1 event.",
		},
		"valley": {
			"Valley is a country: no spot in it is meant.", "No event is placed there.",
			"In the same country: Mid Town, 2 events, and possibly 1 more; North Town, 1 event; The Plain, 1 event.",
		},
		"east-hills": {
			"East Hills is an area in Hills.", "Placed there: 1 event.", "Mid Town lies about 370 kilometres to the west: 2 events, and possibly 1 more.",
			"North Town lies about 480 kilometres to the north-west: 1 event.", "South Town lies about 630 kilometres to the south-west: 1 event.",
			"Told only of a wider place that may hold it: The Plain, 1 event.",
		},
		"nowhere": {"Nowhere is a region: no spot in it is meant.", "Placed there: 1 event."},
	} {
		if d := cmp.Diff(want, Near(d.Place(id), ts)); d != "" {
			t.Errorf("%s: %s", id, d)
		}
	}
	if got := Somewhere(d.Place("the-plain")); got != "The Plain: somewhere in Valley and Hills" {
		t.Error(got)
	}
}

func BenchmarkTallies(b *testing.B) {
	d := eventstest.Generate(100_000, 1)
	shown, window := everyEvent(d), days("2012-03/2012-11")
	for b.Loop() {
		Tallies(d, shown, window)
	}
}
