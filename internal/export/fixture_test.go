package export

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

//go:generate go test . -update

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func goldenFile(name string) string { return filepath.Join("testdata", "golden", name) }

// options are those of all golden files.
var options = Options{Now: time.Date(2026, 11, 21, 9, 8, 7, 0, time.UTC), Title: `A "handout": #1, <b>`, Query: "actor:x;y"}

// invented are events with every kind of date, and titles that mean something to
// some format. Nothing of it happened.
func invented() *events.Dataset {
	day := func(id, date, title string) events.Event {
		return events.Event{ID: id, Date: edtf.MustParse(date), Title: title, Type: "agreement", Summary: "Told of " + id + ".", Claims: []events.Claim{
			{Source: "doe-2013", At: events.Locator{Kind: 'p', Number: 4}, Date: edtf.MustParse(date), Words: "then", Quote: "these are the words", Says: "Doe tells it."},
		}}
	}
	meeting := day("2012-04-02-meeting", "2012-04-02", `Commanders meet; "talk", \n and {leave}`)
	meeting.Type = "meeting"
	meeting.Level = events.Key
	meeting.DateReason = "Doe gives the day; the blog only the month."
	meeting.Roles = []events.Role{{Actor: "abu-x", As: 9}, {Actor: "group", As: 7}}
	meeting.Places = []string{"town"}
	meeting.Tags = []string{"teaching", "=1+1"}
	meeting.Links = []events.Link{{Kind: 1, To: "2012-04-letter"}}
	meeting.Note = "Not settled.\n\n2012: no event of its own"
	meeting.Summary = "They met.\n\n# No heading\n<script>alert(1)</script> [x](javascript:alert) [y](https://example.org/)"
	meeting.Disputes = []events.Dispute{{About: events.DisputeDate, Text: "Doe: the second; the blog: April."}}
	meeting.Claims = []events.Claim{
		{
			Source: "doe-2013", At: events.Locator{Kind: 'p', Number: 4}, Date: edtf.MustParse("2012-04-02"), Words: "on 2 April", Quote: "=they met; and, “so to say”, […] parted\\",
			Says: "Doe says that they met.", Figures: []events.Figure{{What: "men", Value: "30–40"}, {What: "cars", Value: "-2"}},
		},
		{
			Source: "blog", At: events.Locator{Kind: 'n', Number: 16}, Date: edtf.MustParse("2012-04"), Words: "in April", Basis: events.BasisDerived, BasisNote: "counted back",
			Hedge: "reportedly", Says: "@The blog doubts it.",
		},
	}
	letter := day("2012-04-letter", "2012-04", "-A letter 📜 is written")
	letter.Type = "press-report"
	battle := day("2012-06-30-battle", "2012-06-30/2012-07-01", "معركة في المدينة")
	battle.Places = []string{"town", "country"}
	year := day("2012-year", "2012", "2012: a year that looks like a date // #tag [x] <b>&amp;")
	year.Places = []string{"country"}
	bare := events.Event{ID: "2012-05-05-bare", Date: edtf.MustParse("2012-05-05"), Title: "=HYPERLINK(\"x\")", Type: "agreement", Summary: "None."}
	long := day("2012-05-06-long", "2012-05-06", "Ein sehr langer Titel über Völkerverständigung und Straßenkämpfe, ééééééééééééééééééééé 聖聖聖聖聖聖聖聖聖聖聖聖聖聖聖聖聖聖")
	list := []events.Event{
		meeting, letter, battle, year, bare, long,
		day("2012-07-about", "2012-07~", "* An attack of about July"),
		day("2012-08-perhaps", "2012-08-03?", "An uncertain day"),
		day("2012-spring", "2012-21", "A spring"),
		day("2012-winter", "2012-24", "A winter"),
		day("2010-decade", "201X", "A decade"),
		day("2012-05-unknown", "2012-05-XX", "A day unknown"),
		day("2006-or", "[2006,2008]", "One of two years"),
		day("2013-range", "[2013-10-10..2014-11-11]", "Between two days"),
		day("2013-10-10-open", "2013-10-10/..", "An open end"),
		day("2011-until", "../2011", "An open beginning"),
		day("2008-both", "2008/2013", "Years on end"),
		day("0043-bc", "-0043-03-15", "Before all"),
		day("12345-far", "Y12345", "After all"),
		day("9999-last", "9999-12-31", "The last day"),
	}
	actors := []events.Actor{{ID: "abu-x", Name: "Abu “X”, the; elder"}, {ID: "group", Name: "+Group", Kind: 1}}
	places := []events.Place{
		{ID: "town", Name: "Town, on; the River", Country: "Land", Lat: 16.77348, Lon: -3.00742, Precision: 1},
		{ID: "country", Name: "Land", Country: "Land", Lat: 17, Lon: -4, Precision: 4},
	}
	sources := []events.Source{
		{ID: "doe-2013", Authors: []events.Author{{Given: "Jane", Family: "Doe"}}, Title: "On “War”", Container: "J. *X*", Kind: "article-journal", Date: edtf.MustParse("2013-03"), Publisher: "House", Rights: "© Doe"},
		{ID: "blog", Title: "What a Blog Says", Container: "A Blog", Kind: "post-weblog", Date: edtf.MustParse("2013-03-30"), URL: "https://example.org/a_b", Rights: "© unknown"},
	}
	meta := events.Meta{ID: "invented", Title: "Invented events", Short: "Invented <i>"}
	return events.New(meta, list, actors, places, sources)
}

func allRows(d *events.Dataset) []events.Index {
	rows := make([]events.Index, d.Len())
	for i := range rows {
		rows[i] = events.Index(i)
	}
	return rows
}
