package svg

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/goldentest"
)

//go:generate go test . -update

func all(d *events.Dataset) []events.Index {
	rows := make([]events.Index, d.Len())
	for i := range rows {
		rows[i] = events.Index(i)
	}
	return rows
}

func picture(d *events.Dataset) Picture {
	return Picture{Data: d, Calendar: calendar.New(d), Rows: all(d)}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	p := picture(eventstest.Small())
	goldentest.Check(t, "testdata/ribbon.svg", p.Ribbon())
	goldentest.Check(t, "testdata/lanes.svg", p.Lanes())
	goldentest.Check(t, "testdata/strip.svg", p.Dates())
	goldentest.Check(t, "testdata/map.svg", p.Map())
}

// wellFormed reads a picture as XML and returns what it is made of.
func wellFormed(t *testing.T, text string) (elements map[string]int, ids []string) {
	t.Helper()
	elements = map[string]int{}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, ids
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		if start, ok := token.(xml.StartElement); ok {
			elements[start.Name.Local]++
			for _, a := range start.Attr {
				if a.Name.Local == "id" {
					ids = append(ids, a.Value)
				}
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
					t.Fatalf("attribute %s", a.Name.Local)
				}
			}
		}
	}
}

// Whatever the dates and texts, every picture is well-formed, has title and
// description, and draws only what a picture is drawn with.
func TestWellFormed(t *testing.T) {
	t.Parallel()
	one := func(dates ...string) *events.Dataset {
		var es []events.Event
		for _, date := range dates {
			es = append(es, events.Event{ID: "e" + date, Title: `</text><script>"&'`, Date: edtf.MustParse(date), Roles: []events.Role{{Actor: "a"}}})
		}
		return events.New(events.Meta{Title: "<b>\x00\x1b"}, es, []events.Actor{{ID: "a", Name: "]]>\ufffe\u202e<x>"}}, nil, nil)
	}
	for name, d := range map[string]*events.Dataset{
		"small": eventstest.Small(), "empty": one(), "day": one("2012-04-02"), "open": one("2012/..", "../2011", "[..1999]"),
		"antiquity": one("-0043-03-15", "-0753", "0476?", "-01XX"), "far": one("Y-170000002", "2000", "Y170000002"), "gaps": one("[1900,1950-05]", "1920-01-01/1930~"),
	} {
		p := picture(d)
		p.ID = "x-"
		for _, text := range []string{p.Ribbon(), p.Lanes(), p.Dates(), p.Map()} {
			elements, ids := wellFormed(t, text)
			if elements["svg"] != 1 || elements["title"] < 1 || elements["desc"] != 1 || elements["style"] != 1 || elements["script"] != 0 {
				t.Errorf("%s: %v", name, elements)
			}
			for _, id := range ids {
				if !strings.HasPrefix(id, "x-") {
					t.Errorf("%s: id %s", name, id)
				}
			}
		}
		for _, i := range p.Rows {
			wellFormed(t, p.Mark(p.Calendar.Extent(i)))
		}
		p.InPage = true
		if elements, _ := wellFormed(t, p.Ribbon()); elements["style"] != 0 {
			t.Errorf("%s: a style of its own in a page", name)
		}
	}
}

// What is solid is certain: the solid line of a strip lies within what certainly was
// going on, a filled mark stands for a date that is neither about nor uncertain.
func TestNeverFinerThanItsClaim(t *testing.T) {
	t.Parallel()
	for date, want := range map[string]struct{ sure, loose, core, line bool }{
		"1909-01-05":              {sure: true},
		"1909-01-05?":             {loose: true},
		"1909-01-05~":             {loose: true},
		"1909/1911":               {line: true, core: true},
		"1908-01-01/1911-06-01":   {line: true, core: true},
		"1908-01-01/1911-06~":     {line: true},
		"[1909-01-05,1910-06-06]": {line: true},
		"190X":                    {line: true},
	} {
		d := events.New(events.Meta{Period: edtf.MustParse("1900/1919")}, []events.Event{{ID: "e", Date: edtf.MustParse(date)}}, nil, nil, nil)
		p := picture(d)
		text := p.Mark(p.Calendar.Extent(0))
		for class, want := range map[string]bool{"tl-sure": want.sure, "tl-loose": want.loose, "tl-core": want.core, "tl-line": want.line} {
			if got := strings.Contains(text, class); got != want {
				t.Errorf("%s: %s is %v: %s", date, class, got, text)
			}
		}
	}
}

// A picture of many dates says how many it leaves out.
func TestManyDates(t *testing.T) {
	t.Parallel()
	p := picture(eventstest.Generate(maxDates+5, 1))
	if text := p.Dates(); strings.Count(text, `text-anchor="end"`) != maxDates || !strings.Contains(text, ">5 more events are not drawn.<") {
		t.Error("it does not draw 200 dates and say that 5 are left out")
	}
}

// A picture of many actors leaves out those of fewest events, and says so.
func TestManyLanes(t *testing.T) {
	t.Parallel()
	var es []events.Event
	var as []events.Actor
	for n := range maxLanes + 7 {
		id := "actor-" + strings.Repeat("x", n+1)
		as = append(as, events.Actor{ID: id, Name: id})
		for range 1 + n/50 {
			es = append(es, events.Event{ID: id + strings.Repeat("y", len(es)), Date: edtf.MustParse("1909"), Roles: []events.Role{{Actor: id}}})
		}
	}
	text := picture(events.New(events.Meta{}, es, as, nil, nil)).Lanes()
	if !strings.Contains(text, "7 actors of fewer events are not drawn.") || strings.Count(text, `text-anchor="end"`) != maxLanes {
		t.Error("it does not say that 7 actors are left out")
	}
}

// What lies off the map is said, and a place for which no point stands has none.
func TestMapPlaces(t *testing.T) {
	t.Parallel()
	place := func(id string, lat, lon float64, precision events.PlacePrecision) events.Place {
		return events.Place{ID: id, Name: id, Lat: lat, Lon: lon, Precision: precision}
	}
	places := []events.Place{place("gao", 16.3, 0, 1), place("kidal", 18.4, 1.4, 2), place("mali", 17, -4, 4), place("tokyo", 35.7, 139.7, 1)}
	var es []events.Event
	for _, p := range places {
		es = append(es, events.Event{ID: "at-" + p.ID, Date: edtf.MustParse("2012"), Places: []string{p.ID}})
	}
	text := picture(events.New(events.Meta{}, es, nil, places, nil)).Map()
	for _, want := range []string{">gao 1<", ">kidal 1<", ">MALI 1<", "Off the map: tokyo 1.", "Made with Natural Earth", "<title>gao: 1 event</title>"} {
		if !strings.Contains(text, want) {
			t.Errorf("the map has no %q", want)
		}
	}
	if n := strings.Count(text, "<circle"); n != 2 {
		t.Errorf("%d dots", n)
	}
}
