package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

func write(t testing.TB, f Format, d *events.Dataset, rows []events.Index) (string, Report) {
	t.Helper()
	var b bytes.Buffer
	r, err := Write(&b, f, d, rows, options)
	if err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return b.String(), r
}

// extensions end the names of the golden files.
var extensions = [...]string{
	CSV: ".csv", JSON: ".json", JSONLines: ".jsonl", Markdown: ".md", ICalendar: ".ics", GeoJSON: ".geojson", TimelineJS: ".json", Markwhen: ".mw", HTML: ".html", SVG: ".svg",
}

func TestGolden(t *testing.T) {
	t.Parallel()
	d := invented()
	var reports strings.Builder
	for i := range formats {
		f := Format(i)
		t.Run(f.String(), func(t *testing.T) {
			text, r := write(t, f, d, allRows(d))
			golden(t, goldenFile(f.String()+extensions[f]), strings.ReplaceAll(text, "\r\n", "␍\n"))
			fmt.Fprintf(&reports, "%s: %d\n", f, r.Events)
			for _, l := range r.Lost {
				fmt.Fprintf(&reports, "  %s\n", l)
			}
		})
	}
	golden(t, goldenFile("reports.txt"), reports.String())
}

func TestNothing(t *testing.T) {
	t.Parallel()
	d := invented()
	for i := range formats {
		text, r := write(t, Format(i), d, nil)
		if r.Events != 0 || (Format(i) != ICalendar && len(r.Lost) != 0) {
			t.Errorf("%s: %+v", Format(i), r)
		}
		if f := Format(i); (f == JSON || f == GeoJSON || f == TimelineJS) && !json.Valid([]byte(text)) {
			t.Errorf("%s: %s", f, text)
		}
	}
}

func TestParseFormat(t *testing.T) {
	t.Parallel()
	for i, name := range Formats() {
		if f, err := ParseFormat(strings.ToUpper(name)); err != nil || f != Format(i) {
			t.Errorf("%s: %v, %v", name, f, err)
		}
	}
	for name, want := range map[string]Format{"ics": ICalendar, "md": Markdown, "ndjson": JSONLines, "mw": Markwhen} {
		if f, err := ParseFormat(name); err != nil || f != want {
			t.Errorf("%s: %v, %v", name, f, err)
		}
	}
	if _, err := ParseFormat("geojso"); err == nil || !strings.Contains(err.Error(), "did you mean geojson?") {
		t.Errorf("geojso: %v", err)
	}
	if _, err := ParseFormat("excel"); err == nil || !strings.Contains(err.Error(), "one of csv, json, jsonl") {
		t.Errorf("excel: %v", err)
	}
	if _, err := Write(nil, Format(99), invented(), nil, Options{}); err == nil {
		t.Error("format 99 is written")
	}
}

// failing takes some bytes and then no more.
type failing struct{ left int }

var errFull = errors.New("full")

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.left {
		n := f.left
		f.left = 0
		return n, errFull
	}
	f.left -= len(p)
	return len(p), nil
}

func TestWriteErrors(t *testing.T) {
	t.Parallel()
	d := invented()
	var rows []events.Index
	for range 2000 {
		rows = append(rows, allRows(d)[2:]...)
	}
	for i := range formats {
		room := 100_000
		if Format(i) == SVG { // a picture is as large as its paper
			room = 1000
		}
		r, err := Write(&failing{room}, Format(i), d, rows, options)
		if !errors.Is(err, errFull) {
			t.Errorf("%s: error %v", Format(i), err)
		}
		if r.Events > len(rows)/10 {
			t.Errorf("%s goes on after the error: %d events", Format(i), r.Events)
		}
	}
}

// TestCSVIsSafe reads the table back: no cell begins a formula, every claim has
// a row, every row all the columns.
func TestCSVIsSafe(t *testing.T) {
	t.Parallel()
	d := invented()
	text, _ := write(t, CSV, d, allRows(d))
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll() // wants equal numbers of fields
	if err != nil {
		t.Fatal(err)
	}
	want := 1
	for _, e := range d.All() {
		want += max(len(e.Claims), 1)
	}
	if len(rows) != want || strings.Join(rows[0], ",") != strings.Join(csvColumns, ",") {
		t.Errorf("%d rows, want %d", len(rows), want)
	}
	if csvColumns[csvEventColumns] != "claim" || csvColumns[csvYear] != "year" {
		t.Errorf("column %d is %s", csvEventColumns, csvColumns[csvEventColumns])
	}
	for _, row := range rows {
		for i, cell := range row {
			if _, err := strconv.Atoi(cell); i == csvYear && err == nil {
				continue
			}
			if strings.ContainsAny(cell[:min(len(cell), 1)], "=+-@\t\r") {
				t.Errorf("%s %s: %q", row[0], rows[0][i], cell)
			}
		}
	}
}

func TestICalendarLines(t *testing.T) {
	t.Parallel()
	d := invented()
	text, _ := write(t, ICalendar, d, allRows(d))
	if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Error("a line ends without CR")
	}
	for _, l := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) || l == "" {
			t.Errorf("line of %d octets: %q", len(l), l)
		}
	}
	unfolded := strings.ReplaceAll(text, "\r\n ", "")
	for _, want := range []string{
		"\r\nUID:2012-04-02-meeting@invented.timeline\r\n",
		"\r\nDTSTAMP:20261121T090807Z\r\n",
		"\r\nDTSTART;VALUE=DATE:20120402\r\nDTEND;VALUE=DATE:20120403\r\n",
		"\r\nDTSTART;VALUE=DATE:20120630\r\nDTEND;VALUE=DATE:20120702\r\n",
		"\r\nDTSTART;VALUE=DATE:20120401\r\nDTEND;VALUE=DATE:20120501\r\nSUMMARY:-A letter 📜 is written (April 2012)\r\n",
		"\r\nDTSTART;VALUE=DATE:20131010\r\nDTEND;VALUE=DATE:20131011\r\nSUMMARY:An open end (from 10 October 2013)\r\n",
		"\r\nSUMMARY:Commanders meet\\; \"talk\"\\, \\\\n and {leave}\r\n",
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestNoDateFiner holds the dates of every format against the event's.
func TestNoDateFiner(t *testing.T) {
	t.Parallel()
	d := invented()
	w := &writer{d: d}
	for i := range d.Len() {
		e := d.Event(events.Index(i))
		s, ok := w.span(e.Date)
		if !ok {
			if e.ID != "0043-bc" && e.ID != "12345-far" {
				t.Errorf("%s is left out", e.ID)
			}
			continue
		}
		p := e.Date.Precision()
		hasDay := strings.Count(strings.SplitN(e.Date.String(), "X", 2)[0], "-") >= 2
		if (s.from.day > 0 || s.to.day > 0) && !hasDay {
			t.Errorf("%s: %s is written as %s to %s", e.ID, e.Date, s.from, s.to)
		}
		if (p == edtf.PrecisionYear || p == edtf.PrecisionDecade) && s.from.month > 0 {
			t.Errorf("%s: %s is written as %s", e.ID, e.Date, s.from)
		}
		if first := e.Date.Earliest(); first != edtf.DistantPast && first != s.first {
			t.Errorf("%s begins on %s, not %s", e.ID, s.first, first)
		}
		if last := e.Date.Latest(); last != edtf.DistantFuture && last != s.last {
			t.Errorf("%s ends on %s, not %s", e.ID, s.last, last)
		}
		if s.exact != (p == edtf.PrecisionDay || p == edtf.PrecisionSpan) && e.ID != "2012-08-perhaps" && e.ID != "2008-both" {
			t.Errorf("%s: exact %v", e.ID, s.exact)
		}
	}
}

// TestJSONKeepsText reads JSON back: text is what it was, and nothing that a
// terminal would act on stands in it.
func TestJSONKeepsText(t *testing.T) {
	t.Parallel()
	e := events.Event{ID: "2012-x", Date: edtf.MustParse("2012"), Title: "a\x1b[31m\u202eb\u009bc\u2028d\U000e0041e\x7f", Summary: "é聖 <&>"}
	d := events.New(events.Meta{}, []events.Event{e}, nil, nil, nil)
	for _, f := range []Format{JSON, JSONLines} {
		text, _ := write(t, f, d, allRows(d))
		for _, r := range text {
			if r != '\n' && (r < ' ' || 0x7f <= r && r < 0xa0 || r == 0x202e || r == 0x2028 || r == 0xe0041) {
				t.Errorf("%s holds %U", f, r)
			}
		}
		var list []Record
		if err := json.Unmarshal([]byte("["+strings.Trim(strings.TrimSpace(text), "[]")+"]"), &list); err != nil {
			t.Fatal(err)
		}
		if list[0].Title != e.Title || list[0].Summary != e.Summary {
			t.Errorf("%s: %q", f, list[0].Title)
		}
		if !strings.Contains(text, "é聖 <&>") {
			t.Errorf("%s escapes what can be read: %s", f, text)
		}
	}
}

// FuzzText puts any text into an event and wants every format whole.
func FuzzText(f *testing.F) {
	f.Add("a\r\nEND:VEVENT\r\n", "2012: x\n---\n# y", "x\x1b]0;t\a\u202e", "2012-04~")
	f.Add("</script>", "```\n~~~\n[a]: javascript:x", "=cmd", "[..2012]")
	f.Fuzz(func(t *testing.T, title, summary, quote, date string) {
		when, err := edtf.Parse(date)
		if err != nil {
			return
		}
		e := events.Event{ID: "x", Date: when, Title: title, Summary: summary, Note: quote, Claims: []events.Claim{{Source: title, Quote: quote, Date: when}}}
		d := events.New(events.Meta{ID: quote, Title: title}, []events.Event{e}, nil, nil, nil)
		for i := range formats {
			text, r := write(t, Format(i), d, []events.Index{0})
			checkText(t, Format(i), text, r)
		}
	})
}

func checkText(t *testing.T, f Format, text string, r Report) {
	t.Helper()
	for _, c := range text {
		if c != '\n' && c != '\r' && (c < ' ' || 0x7f <= c && c < 0xa0 || c == 0x202e) {
			t.Fatalf("%s holds %U: %q", f, c, text)
		}
	}
	begins := 0
	switch f {
	case JSON, GeoJSON, TimelineJS:
		if !json.Valid([]byte(text)) {
			t.Fatalf("%s is not JSON: %s", f, text)
		}
		return
	case HTML:
		checkPage(t, parsePage(t, text), r.Events)
		return
	case SVG:
		checkSVG(t, text)
		return
	case ICalendar:
		for _, l := range strings.Split(text, "\r\n") {
			if strings.HasPrefix(l, "BEGIN:VEVENT") {
				begins++
			}
			if len(l) > 75 || strings.ContainsAny(l, "\r\n") {
				t.Fatalf("content line %q", l)
			}
		}
	case Markwhen:
		_, body, _ := strings.Cut(text[3:], "\n---\n")
		for _, l := range strings.Split(body, "\n") {
			if l != "" && l[0] != '>' {
				begins++
			}
		}
	case JSONLines:
		begins = strings.Count(text, "\n")
	default:
		return
	}
	if begins != r.Events {
		t.Fatalf("%s: %d events begin, %d are reported: %q", f, begins, r.Events, text)
	}
}

// TestFlowing joins the lines of a paragraph and nothing else.
func TestFlowing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"one\ntwo\nthree", "one two three"},
		{"one\ntwo\n\nthree\nfour", "one two\n\nthree four"},
		{"list:\n- a\n- b\n1. c", "list:\n- a\n- b\n1. c"},
		{"in\n2012 they", "in 2012 they"},
		{"# head\ntext\nmore", "# head\ntext more"},
		{"text\n> said\n  code", "text\n> said\n  code"},
	} {
		if got := flowing(c.in); got != c.want {
			t.Errorf("flowing(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}
