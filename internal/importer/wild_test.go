package importer

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"timeline/internal/events"
)

// What files in the wild have that no description of their format tells: a small case of
// each fault that one of them had.

// dates are the dates of an import, in the order of its rows.
func dates(res *Result) []string {
	var list []string
	for d := range res.Events.Dates() {
		list = append(list, d.String())
	}
	return list
}

// titles are the titles of an import.
func titles(res *Result) []string {
	var list []string
	for i := range res.Events.Len() {
		list = append(list, res.Events.Card(i).Title)
	}
	return list
}

// target is what a field became.
func target(t *testing.T, res *Result, field string) string {
	t.Helper()
	for _, f := range res.Report.Fields {
		if f.Field == field {
			return f.Target
		}
	}
	t.Fatalf("nothing is said of %q: %+v", field, res.Report.Fields)
	return ""
}

// TestWhen reads dates as programs write them.
func TestWhen(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Mar-2020": "2020-03", "12/25/1999 10:30": "1999-12-25", "12/25/1999 10:30:00 PM": "1999-12-25", "Tue, 03 Mar 2020 10:00:00 GMT": "2020-03-03",
		"Tue Mar 03 2020 10:00:00 GMT+0100 (CET)": "2020-03-03", "July 20, 1969, 20:17 UTC": "1969-07-20", "20 Jul 1969 20:17": "1969-07-20", "Jan 11 2012 CST": "2012-01-11",
		"1582-10-15Z": "1582-10-15", "-44-03-15": "-0043-03-15", "-000300-01-01": "-0300-01-01", "1,200 BC": "-1199", "1200 A.D.": "1200", "44 B.C.E.": "-0043", "44 B. C.": "-0043",
		"1850's": "185X", "1835-57": "1835/1857", "1848-22": "1848-22", "2012-05-00": "2012-05", "2012-00-00": "2012", "2012-04-02T23:30:00-05:00": "2012-04-02",
		"5/6/2019-5/8/2019": "", "-300": "-0299", "-4500": "-4499", "-0043": "-0043", "-10000": "-9999",
	} {
		r := dateReader{}
		got, err := r.read(in, "")
		if want == "" && err == nil || want != "" && (err != nil || got.date.String() != want) {
			t.Errorf("%q: %s, %v; want %q", in, got.date, err, want)
		}
	}
	for in, clock := range map[string]bool{"1/2/1999 00:00:00": false, "13/2/1999 12:00:00 AM": false, "13/2/1999 12:00 PM": true, "20 Jul 1969 0:00": false, "20 Jul 1969 20:17": true} {
		r := dateReader{usual: dayFirst}
		if got, err := r.read(in, ""); err != nil || got.clock != clock {
			t.Errorf("%q: %+v, %v", in, got, err)
		}
	}
	for _, in := range []string{"0000-00-00", "0000-00-00 00:00:00"} {
		if _, err := readWhen(in); err == nil || !strings.Contains(err.Error(), "no date") {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// TestDayOrder: dates of numbers are read as the others of their column ask, and refused
// where none does.
func TestDayOrder(t *testing.T) {
	t.Parallel()
	table := func(more string) string { return "date,title\n2/4/2012,A\n3/4/2012,B\n" + more }
	for _, test := range []struct {
		name, text, dates, first, want string
		bad                            int
	}{
		{"t.csv", table("25/4/2012,C\n"), "", "2012-04-02", "day first", 0},
		{"t.csv", table("4/25/2012,C\n"), "", "2012-02-04", "month first", 0},
		{"t.csv", table("4/4/2012,C\n"), "day-first", "2012-04-02", "day first", 0},
		{"t.csv", table("25/4/2012,C\n"), "month-first", "2012-02-04", "25/4/2012 can only be read otherwise", 0},
		{"t.csv", table("5/5/2012,C\n"), "", "2012-05-05", "--dates day-first", 2},
		{"t.csv", table("25/4/2012,C\n4/25/2012,D\n"), "", "2012-04-25", "--dates day-first", 2},
		{"t.csv", "date,title\n" + strings.Repeat("2/4/2012,A\n", 3*sampleRows) + "2012-04-25,B\n25/4/2012,C\n", "", "2012-04-02", "day first", 0},
		{"a.csv", "event_id_cnty,event_date,event_type\nX1,02/04/2012,Riots\n", "", "2012-04-02", "day first", 0},
		{"a.csv", "event_id_cnty,event_date,event_type\nX1,02/04/2012,Riots\nX2,04/25/2012,Riots\n", "", "2012-02-04", "month first", 0},
		{"s.csv", "Start Date,Headline,Media\n02/04/2012,A,\n", "", "2012-02-04", "month first", 0},
	} {
		res := read(t, test.text, Options{Name: test.name, Dates: test.dates})
		said := string(res.Report.Markdown())
		if got := dates(res)[0]; got != test.first || res.Report.Failed != test.bad || !strings.Contains(said, test.want) {
			t.Errorf("%q: %s, %d bad\n%s", test.text[:min(len(test.text), 80)], got, res.Report.Failed, said)
		}
	}
	if _, err := Read(strings.NewReader(table("")), Options{Dates: "year-first"}); err == nil || !strings.Contains(err.Error(), "day-first") {
		t.Errorf("got %v", err)
	}
}

// TestShortYears: years of two digits need a column that has them in full.
func TestShortYears(t *testing.T) {
	t.Parallel()
	res := read(t, "data_id,event_id_cnty,event_date,year,sub_event_type\n1,X1,9-May-20,2020,Attack\n2,X2,25/12/19,2019,Attack\n3,X3,9-May-21,2020,Attack\n", Options{Name: "acled.csv"})
	if got := dates(res); !slices.Equal(got, []string{"2020-05-09", "2019-12-25"}) || !strings.Contains(res.Report.Problems[0].Why, "century") {
		t.Errorf("%v, %+v", got, res.Report.Problems)
	}
}

// TestConflictVariants: old columns of ACLED, choices of them, names cut short, and the
// JSON of its service.
func TestConflictVariants(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ format, name, text, title, actors string }{
		{"acled", "old.csv", "GWNO,EVENT_ID_CNTY,EVENT_DATE,YEAR,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,ACTOR2,LOCATION,NOTES\n1,1BNG,01-January-2015,2015,Riots/Protests,Rioters,A party,,Town,\"One\nwas hurt.\"\n", "Riots/Protests: Rioters – A party, Town", "rioters a-party"},
		{"acled", "few.csv", "\"\",\"event_date\",\"event_type\",\"fatalities\",\"latitude\",\"longitude\"\n\"1\",\"2018-03-03\",\"Protests\",0,40.5,44.25\n", "Protests, 40.5, 44.25", ""},
		{"acled", "api.json", `{"status":200,"data":[{"event_id_cnty":"X1","event_date":"2022-01-02","event_type":"Battles","sub_event_type":"Armed clash","actor1":"An army","country":"Mali","fatalities":3}]}`, "Armed clash: An army, Mali", "an-army"},
		{"ged", "shape.csv", "id,year,type_of_vi,dyad_name,side_a,side_b,where_coor,date_prec,date_start,date_end,best\n1,2012,1,A - B,A,B,A town,1,2012-04-02,2012-04-02,NA\n", "A - B, A town", "a b"},
		{"ged", "api.json", `{"TotalCount":1,"Result":[{"id":1,"type_of_violence":3,"side_a":"A","side_b":"Civilians","dyad_name":"A - Civilians","date_prec":1,"date_start":"2012-04-02T00:00:00","date_end":"2012-04-02T00:00:00","best":2}]}`, "A - Civilians", "a civilians"},
	} {
		if got := sniff([]byte(test.text), test.name); got != test.format {
			t.Errorf("%s is taken for %s", test.name, got)
		}
		res := read(t, test.text, Options{Name: test.name})
		var actors []string
		for _, r := range res.Events.Event(0).Roles {
			actors = append(actors, r.Actor)
		}
		if got := titles(res); got[0] != test.title || strings.Join(actors, " ") != test.actors {
			t.Errorf("%s: %q, %v", test.name, got, actors)
		}
	}
	if res := read(t, "event_date,event_type,fatalities,latitude,longitude\n2018-03-03,Protests,0,40.5,44.25\n", Options{Name: "x.csv"}); len(res.Places) != 1 || res.Places[0].Lat != 40.5 {
		t.Errorf("a place without a name: %+v", res.Places)
	}
}

// TestEncodings: spreadsheets' Windows-1252, broken UTF-8, old line ends, empty lines,
// cells that say that nothing is known.
func TestEncodings(t *testing.T) {
	t.Parallel()
	res := read(t, "title,date,place\nCaf\xe9 \x93d\x94,1969,NA\n\xc3\xa9t\xe9,1970,M\xfcnchen\n,,\nC,1971,NULL\n", Options{Name: "x.csv"})
	if got := titles(res); !slices.Equal(got, []string{"Café “d”", "ét�", "C"}) || res.Report.Latin != 2 || res.Report.Invalid != 1 || res.Report.Unknown != 2 || res.Report.Rows != 3 {
		t.Errorf("%q, %+v", got, res.Report)
	}
	if len(res.Places) != 1 || res.Places[0].Name != "München" {
		t.Errorf("%+v", res.Places)
	}
	for _, s := range []string{"2 values were not UTF-8 and were read as Windows-1252", "2 cells say NA, NULL or the like"} {
		if !strings.Contains(string(res.Report.Markdown()), s) {
			t.Errorf("the report does not say %q", s)
		}
	}
	mac := read(t, "\xef\xbb\xbftitle;date\rA;1969\r\"B\rb\";1970\r", Options{Name: "x.csv"})
	if got := titles(mac); !slices.Equal(got, []string{"A", "B b"}) || target(t, mac, "title") != "title" {
		t.Errorf("%q", got)
	}
}

// TestSPARQLTables: the query service's CSV and its two kinds of TSV.
func TestSPARQLTables(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"q.csv":  "item,itemLabel,date\nhttp://www.wikidata.org/entity/Q1,A “battle”,1807-06-22T00:00:00Z\n",
		"q.tsv":  "item\titemLabel\tdate\nhttp://www.wikidata.org/entity/Q1\tA “battle”\t1807-06-22T00:00:00Z\n",
		"qv.tsv": "?item\t?itemLabel\t?date\n<http://www.wikidata.org/entity/Q1>\t\"A “battle”\"@en\t\"1807-06-22T00:00:00Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime>\n",
	} {
		if got := sniff([]byte(text), name); got != "wikidata" {
			t.Errorf("%s is taken for %s", name, got)
		}
		res := read(t, text, Options{Name: name})
		if e := res.Events.Event(0); e.Title != "A “battle”" || e.Date.String() != "1807-06-22" || len(e.Claims) != 1 || !strings.Contains(e.Note, "entity/Q1") {
			t.Errorf("%s: %+v", name, e)
		}
	}
	three := read(t, `[{"item":"http://www.wikidata.org/entity/Q1","itemLabel":"A","date":"1664-01-01T00:00:00Z"},{"item":"http://www.wikidata.org/entity/Q2","itemLabel":"B","date":"1735-01-01T00:00:00Z"}]`, Options{Name: "q.json"})
	if got := dates(three); !slices.Equal(got, []string{"1664", "1735"}) {
		t.Errorf("%v", got)
	}
}

// TestGuesses: what columns of unknown tables become.
func TestGuesses(t *testing.T) {
	t.Parallel()
	table := "battle_id,name_tr,name_en,date_ce,narrative_en,role,lat,hex\n"
	for i, name := range []string{"One", "Two", "Three"} {
		prose := " was long and hard, and of those who began it in the spring few saw the end of it."
		table += string(rune('1'+i)) + ",Birinci " + name + " Savaşı,The Battle of " + name + "," + string(rune('1'+i)) + "066 CE,\"" + name + prose + "\",Attacker,1.5,#ff00ff\n"
	}
	res := read(t, table, Options{Name: "t.csv"})
	for field, want := range map[string]string{"battle_id": "drop", "name_tr": "note", "name_en": "title", "date_ce": "date", "narrative_en": "text", "role": "note", "hex": "drop"} {
		if got := target(t, res, field); got != want {
			t.Errorf("%s became %s, not %s", field, got, want)
		}
	}
	if got := dates(res); !slices.Equal(got, []string{"1066", "2066", "3066"}) {
		t.Errorf("%v", got)
	}
	spanish := read(t, "at,level,title_es,detail_es\n2026-08-10,low,Igual,Una cosa\n2026-08-11,low,Igual,Otra cosa\n2026-08-12,low,Igual,Y otra\n", Options{Name: "t.csv"})
	if got := titles(spanish); got[0] != "Igual" || target(t, spanish, "detail_es") != "note" {
		t.Errorf("%q", got)
	}
	asked := read(t, "When,What happened,Who\n1961,Shepard flies,Alan Shepard\n1962,Glenn flies,John Glenn\n", Options{Name: "t.csv"})
	if got := titles(asked); got[0] != "Shepard flies" {
		t.Errorf("%q", got)
	}
	topics := read(t, "Year,Topic,Notes\n1950,The first ends,\n1951,The second ends,and more of it\n1952,The third ends,\n", Options{Name: "t.csv"})
	if got := titles(topics); got[0] != "The first ends" || len(got) != 3 {
		t.Errorf("%q", got)
	}
}

// TestAnyJSON: records in an object of any shape, and GeoJSON.
func TestAnyJSON(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"x.json":    `{"version":[1,2],"events":[{"name":"A stone age","type":"range","begin":-10000,"end":-4500,"lat":1.5,"lon":2},{"name":"No date"}]}`,
		"x.geojson": `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"title":"A stone age","start_date":"-10000","end_date":"-4500"},"geometry":{"type":"Point","coordinates":[2,1.5]}},{"type":"Feature","properties":{"title":"B"},"geometry":null}]}`,
	} {
		res := read(t, text, Options{Name: name})
		e := res.Events.Event(0)
		if res.Report.Format != "csv" || e.Title != "A stone age" || e.Date.String() != "-9999/-4499" || len(e.Places) != 1 || res.Report.Failed != 1 || res.Places[0].Lon != 2 || e.Type == "feature" {
			t.Errorf("%s: %+v, %+v", name, e, res.Report)
		}
	}
}

// TestLongTexts: what is long is broken into lines, and a title of it is its first
// sentence.
func TestLongTexts(t *testing.T) {
	t.Parallel()
	sentence := "Gov. Smith met the U.S. envoy in the capital. "
	long := "01/02/2012: " + sentence + strings.Repeat("More was said of it than can be told here in a few words. ", 150)
	res := read(t, "date,summary\n2012-01-02,\""+long+"\"\n2012-01-03,\""+strings.Repeat("é", 9000)+"\"\n", Options{Name: "t.csv"})
	if got := titles(res); got[0] != strings.TrimSpace(sentence) {
		t.Errorf("%q", got[0])
	}
	e := res.Events.Event(0)
	if flat := strings.Join(strings.Fields(e.Summary), " "); flat != strings.TrimSpace(long) {
		t.Errorf("the text is not whole: %d bytes of %d", len(flat), len(long))
	}
	dir := t.TempDir()
	write(t, res, dir)
	if _, err := events.Check(os.DirFS(dir)); err != nil {
		t.Error(err)
	}
}

// TestAlike: spellings are offered, other countries, numbers and places are not.
func TestAlike(t *testing.T) {
	t.Parallel()
	res := read(t, "event_id_cnty,event_date,event_type,actor1,country,location,latitude,longitude\n"+
		"1,2012-04-02,Riots,Civilians (Mali),Mali,Timbuktu,1,1\n2,2012-04-02,Riots,Civilians (Somalia),Somalia,Tambakta,1,1\n3,2012-04-02,Riots,Government of Niger,Niger,Baraka,1,1\n"+
		"4,2012-04-02,Riots,Government of Nigeria,Nigeria,Baraka,1,1\n5,2012-04-02,Riots,Charles I of England,Mali,Tombouktou,1.1,1\n6,2012-04-02,Riots,Charles II of England,Mali,Tembektu,9,9\n"+
		"7,2012-04-02,Riots,Zelensky,Mali,,,\n8,2012-04-02,Riots,Zelenskyy,Mali,,,\n", Options{Name: "acled.csv"})
	var got []string
	for _, a := range res.Report.Alike {
		got = append(got, a.What+": "+strings.Join(a.Names, "|"))
	}
	if want := []string{"actor: Zelensky|Zelenskyy", "place: Timbuktu|Tombouktou"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestChronosInProse: where a note has a block, nothing else of it is read.
func TestChronosInProse(t *testing.T) {
	t.Parallel()
	res := read(t, "# Note\n\n- [a link](https://example.org)\n- [1900] no event\n\n```chronos\n- [1969] A landing\n```\n", Options{Name: "note.md"})
	if got := titles(res); !slices.Equal(got, []string{"A landing"}) || res.Report.Failed != 0 {
		t.Errorf("%q, %+v", got, res.Report.Problems)
	}
}

// TestFolderOrder: the dates of one folder's notes tell the order of each other.
func TestFolderOrder(t *testing.T) {
	t.Parallel()
	res, err := ReadFolder(fstest.MapFS{
		"a.md": &fstest.MapFile{Data: []byte("---\ndate: 2/4/2012\n---\n# A\n")}, "b.md": &fstest.MapFile{Data: []byte("---\ndate: 25/4/2012\n---\n# B\n")},
	}, Options{Name: "notes"})
	if err != nil {
		t.Fatal(err)
	}
	if got := dates(res); !slices.Equal(got, []string{"2012-04-02", "2012-04-25"}) {
		t.Errorf("%v", got)
	}
}

// TestStopped: an import that is stopped, or fails, leaves nothing that was not there.
func TestStopped(t *testing.T) {
	t.Parallel()
	res := read(t, acledTable(300), Options{Name: "acled.csv"})
	before := t.TempDir()
	edited := filepath.Join(before, "events", "mine.md")
	if err := errors.Join(os.Mkdir(filepath.Dir(edited), 0o777), os.WriteFile(edited, []byte("mine"), 0o666)); err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, dir := range []string{filepath.Join(t.TempDir(), "new"), before} {
		counts, err := res.WriteFolder(dir, func(done, total int) bool { told = total; return done < 200 })
		if !errors.Is(err, ErrStopped) || counts.Written != 200 || told < 300 {
			t.Fatalf("%v, %+v", err, counts)
		}
		if _, err := os.Stat(dir); (err == nil) != (dir == before) {
			t.Errorf("%s: %v", dir, err)
		}
	}
	if left := files(t, before); len(left) != 1 || left["events/mine.md"] != "mine" {
		t.Errorf("left: %v", left)
	}
}

// TestProgress: who waits for a long import is told how far it is.
func TestProgress(t *testing.T) {
	t.Parallel()
	var told []int
	read(t, acledTable(2500), Options{Name: "acled.csv", Progress: func(rows int) { told = append(told, rows) }})
	if !slices.Equal(told, []int{1000, 2000}) {
		t.Errorf("told %v", told)
	}
}

// TestAboveTheHeader: titles above the names of columns are passed over, and a table may
// have no names at all.
func TestAboveTheHeader(t *testing.T) {
	t.Parallel()
	res := read(t, "Our events\n\"As of today, all of them\";;\nDate;Event;Where\n1969;A landing;Moon\n1970;Another;Moon\n", Options{Name: "x.csv"})
	if got := titles(res); !slices.Equal(got, []string{"A landing", "Another"}) || res.Report.Failed != 2 || res.Report.Problems[0].Where != "x.csv:1" || res.Report.Problems[1].Where != "x.csv:2" {
		t.Errorf("%q, %+v", got, res.Report.Problems)
	}
	bare := read(t, "1,1969-07-20,A first landing\n2,1970-04-11,A second start\n", Options{Name: "x.csv"})
	if got := titles(bare); !slices.Equal(got, []string{"A first landing", "A second start"}) || target(t, bare, "column 2") != "date" || bare.Report.Rows != 2 {
		t.Errorf("%q, %+v", got, bare.Report)
	}
}

// TestForeign: files that cannot be read at all are called what they are.
func TestForeign(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"PK\x03\x04\x14\x00": "spreadsheet (xlsx", "\xd0\xcf\x11\xe0\xa1\x00": "old spreadsheet", "\x1f\x8b\x08\x00": "gunzip", "version https://git-lfs.github.com/spec/v1\noid sha256:3f\n": "git lfs pull",
		"\n<!DOCTYPE html>\n<html>": "web page", "<?xml version=\"1.0\"?>": "XML", "%PDF-1.7": "PDF", "a\x00b": "no text", "one\ntwo\n": "one column only",
	} {
		if _, err := Read(strings.NewReader(text), Options{Name: "x.csv"}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}
