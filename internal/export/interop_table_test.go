package export

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/events"
)

// interopDoc has the table that TestInteropTable makes, between two marks.
const interopDoc = "../../docs/interop.md"

const (
	interopBegin = "<!-- exports: begin -->\n"
	interopEnd   = "<!-- exports: end -->"
)

// interopHead stands over the table.
const interopHead = `## Exports

Events with every kind of date, invented to break things, are written in each format and read with the programs that it is for. The table is made by ` + "`TIMELINE_NODE_PATH=… go test ./internal/export -run InteropTable -update`" + `; the test compares each row with what the client at hand makes of it, and says which it skips. TIMELINE_NODE_PATH names a node_modules folder with the npm packages; the other clients are looked for on the PATH.

| format | client | records in | records out | what the format leaves out |
|---|---|---|---|---|
`

// interopFoot stands below it.
const interopFoot = `
Fewer out than in: events before the year 1 or after 9999, which formats of four digits cannot hold, and, in FlatGeobuf with its spatial index, events without a place (SPATIAL_INDEX=NO keeps them). CSV has a row for each claim. GDAL types the fields start and end as dates. Chromium finds no violation of axe-core's rules in the page in either colour, no request to anywhere and no complaint, with script and without. TimelineJS shows at most six groups, its arrows and its axis in a window of 1280 by 760. The types of RIS are those that the source of Zotero's translator reads as what they are; Zotero itself was not run.
`

// client reads what was written, and says which version it is, where that goes into the
// table, and how many records it found. It skips the test where the client is not at hand.
type client struct {
	format, name string
	read         func(t *testing.T, text string) (version string, records int)
}

var clients = []client{
	{"csv", "csvkit", readCSVKit},
	{"markdown", "pandoc", readPandocMarkdown},
	{"icalendar", "ical.js", nodeClient("icalendar", "ical.js")},
	{"geojson", "check-geojson", nodeClient("geojson", "@placemarkio/check-geojson")},
	{"geojson", "GDAL", readGDAL("")},
	{"geojson", "GDAL to Shapefile", readGDAL("ESRI Shapefile")},
	{"geojson", "GDAL to FlatGeobuf", readGDAL("FlatGeobuf")},
	{"timelinejs", "TimelineJS in Chromium", readSlides},
	{"markwhen", "@markwhen/parser", nodeClient("markwhen", "@markwhen/parser")},
	{"html", "Chromium and axe-core", readPage},
	{"svg", "Chromium", readPicture},
	{"svg", "rsvg-convert, to PDF", readRSVG},
	{"bibtex", "pandoc", readPandocBib("bibtex")},
	{"csl-json", "pandoc", readPandocBib("csljson")},
}

// TestInteropTable makes the table, a row for each client.
func TestInteropTable(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile(interopDoc)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, begins := strings.Cut(string(doc), interopBegin)
	table, tail, ends := strings.Cut(rest, interopEnd)
	if !begins || !ends {
		t.Fatalf("%s has not the marks %q and %q", interopDoc, interopBegin, interopEnd)
	}
	known := rowsOf(table)
	var made strings.Builder
	for _, c := range clients {
		key := c.format + " " + c.name
		t.Run(key, func(t *testing.T) {
			text, in, lost := exported(t, c.format)
			version, out := c.read(t, text)
			row := fmt.Sprintf("| %s | %s | %d | %d | %s |\n", c.format, strings.TrimSpace(c.name+" "+version), in, out, lost)
			if !*update && bareRow(row) != bareRow(known[key]) {
				t.Errorf("%s has\n%sand it should be\n%s", interopDoc, known[key], row)
			}
			known[key] = row
		})
		made.WriteString(known[key])
	}
	if want := interopHead + made.String() + interopFoot; *update && !t.Failed() {
		if err := os.WriteFile(interopDoc, []byte(head+interopBegin+want+interopEnd+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if !strings.HasPrefix(table, interopHead) || !strings.HasSuffix(table, interopFoot) {
		t.Errorf("%s is out of date; run this test with -update", interopDoc)
	}
}

// rowsOf are the rows of a table, by format and client.
func rowsOf(table string) map[string]string {
	rows := map[string]string{}
	for line := range strings.Lines(table) {
		for _, c := range clients {
			if strings.HasPrefix(line, "| "+c.format+" | "+c.name+" ") && !(c.name == "GDAL" && strings.Contains(line, "GDAL to")) {
				rows[c.format+" "+c.name] = line
			}
		}
	}
	return rows
}

// versionNumber matches the version of a client, which may differ from that of the table.
var versionNumber = regexp.MustCompile(` \d+(\.\d+)+`)

func bareRow(row string) string { return versionNumber.ReplaceAllString(row, "") }

// exported is the invented dataset in a format, how many records it has, and what the
// format leaves out.
func exported(t *testing.T, format string) (text string, in int, lost string) {
	t.Helper()
	d := invented()
	if style, err := cite.ParseStyle(format); err == nil && format != "markdown" {
		var items []cite.Item
		for i := range d.Sources {
			items = append(items, cite.Item{Source: &d.Sources[i]})
		}
		return cite.FormatAll(d, items, style, edtf.Date{}), len(items), "the cited places"
	}
	f, err := ParseFormat(format)
	if err != nil {
		t.Fatal(err)
	}
	text, _ = write(t, f, d, allRows(d))
	return text, d.Len(), formats[f].lacks
}

// file writes text into a file of a folder that goes with the test.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tool runs a program that must be on the PATH.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not on the PATH", name)
	}
	cmd := exec.Command(path, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	var complaints strings.Builder
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, complaints.String())
	}
	return string(out)
}

// number is the first version number in a text.
func number(s string) string { return regexp.MustCompile(`\d+(\.\d+)+`).FindString(s) }

// versionOf is the version of a program. It is asked only for the table: to start some of
// them takes longer than what they read.
func versionOf(t *testing.T, name string) string {
	t.Helper()
	if !*update {
		return ""
	}
	return number(tool(t, name, "--version"))
}

func readCSVKit(t *testing.T, text string) (string, int) {
	stat := tool(t, "csvstat", file(t, "events.csv", text))
	for _, column := range []string{"date", "date_edtf", "claim_date", "date_words", "source_date"} {
		if !regexp.MustCompile(`"` + column + `"\s+Type of data: +Text\n`).MatchString(stat) {
			t.Errorf("csvkit makes dates of the column %s:\n%s", column, stat)
		}
	}
	return versionOf(t, "csvstat"), numberIn(t, stat, `Row count: (\d+)`)
}

// numberIn is the number at the group of pattern in what a program said.
func numberIn(t *testing.T, said, pattern string) int {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(said)
	if m == nil {
		t.Fatalf("nothing is like %s in\n%s", pattern, said)
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func readPandocMarkdown(t *testing.T, text string) (string, int) {
	out := tool(t, "pandoc", "--from", "commonmark", "--to", "html", file(t, "events.md", text))
	return versionOf(t, "pandoc"), strings.Count(out, "<h4")
}

func readPandocBib(from string) func(*testing.T, string) (string, int) {
	return func(t *testing.T, text string) (string, int) {
		var items []any
		if err := json.Unmarshal([]byte(tool(t, "pandoc", "--from", from, "--to", "csljson", file(t, "works", text+"\n"))), &items); err != nil {
			t.Fatal(err)
		}
		return versionOf(t, "pandoc"), len(items)
	}
}

// packageVersion is that of an npm package.
func packageVersion(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(os.Getenv("TIMELINE_NODE_PATH"), name, "package.json"))
	if err != nil {
		t.Skipf("TIMELINE_NODE_PATH names no folder with the npm package %s", name)
	}
	var p struct{ Version string }
	if err := json.Unmarshal(text, &p); err != nil {
		t.Fatal(err)
	}
	return p.Version
}

// nodeClient reads with a client of testdata/interop/clients.js.
func nodeClient(format, name string) func(*testing.T, string) (string, int) {
	return func(t *testing.T, text string) (string, int) {
		version := packageVersion(t, name)
		r := runClients(t, map[string]string{format: text})[format]
		if len(r.Problems) > 0 {
			t.Errorf("%q", r.Problems)
		}
		return version, len(r.Events)
	}
}

// readGDAL reads with GDAL, or with what it makes of it in another format of maps.
func readGDAL(format string) func(*testing.T, string) (string, int) {
	return func(t *testing.T, text string) (string, int) {
		path := file(t, "events.geojson", text)
		if format != "" {
			other := filepath.Join(t.TempDir(), "other")
			tool(t, "ogr2ogr", "-f", format, "-nln", "events", other, path)
			path = other
		}
		info := tool(t, "ogrinfo", "-so", "-al", path)
		for _, field := range []string{"start: Date", "end: Date"} {
			if !strings.Contains(info, field) {
				t.Errorf("no field %s:\n%s", field, info)
			}
		}
		return versionOf(t, "ogrinfo"), numberIn(t, info, `Feature Count: (\d+)`)
	}
}

func readRSVG(t *testing.T, text string) (string, int) {
	pdf := filepath.Join(t.TempDir(), "picture.pdf")
	tool(t, "rsvg-convert", "-f", "pdf", "-o", pdf, file(t, "picture.svg", text))
	made, err := os.ReadFile(pdf)
	if err != nil || !strings.HasPrefix(string(made), "%PDF") {
		t.Errorf("no PDF: %v", err)
	}
	return versionOf(t, "rsvg-convert"), eventsOf(text)
}

// eventsOf is the number of events that a picture says it shows.
func eventsOf(text string) int {
	m := regexp.MustCompile(`<desc[^>]*>(\d+) events`).FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// browserReport is what testdata/interop/browser.js found.
type browserReport struct {
	Version string
	Page    struct {
		Violations, Complaints, Requests, Broken []string
		Events, Filtered, Bare                   int
		Status                                   string
		Wide                                     bool
		PDF                                      map[string]int
	}
	SVG struct {
		Complaints, Requests []string
		Root                 string
		Shapes, Errors       int
	}
	Slides struct {
		Slides, Groups, Navigation, Story int
		Arrow, Axis                       bool
	}
}

// browse opens what was exported in Chromium.
func browse(t *testing.T, input map[string]string) browserReport {
	t.Helper()
	packageVersion(t, "puppeteer-core")
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not on the PATH")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not on the PATH")
	}
	in, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "testdata/interop/browser.js")
	cmd.Env = append(os.Environ(), "CHROMIUM="+browser, "NODE_PATH="+os.Getenv("TIMELINE_NODE_PATH"))
	cmd.Stdin = strings.NewReader(string(in))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var r browserReport
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return r
}

// readPage wants the page to be accessible in both colours, whole without script, and
// to ask for nothing.
func readPage(t *testing.T, text string) (string, int) {
	axe := packageVersion(t, "axe-core")
	r := browse(t, map[string]string{"page": text})
	p := r.Page
	if found := slices.Concat(p.Violations, p.Complaints, p.Requests, p.Broken); len(found) > 0 {
		t.Errorf("violations %q, complaints %q, requests %q, broken links %q", p.Violations, p.Complaints, p.Requests, p.Broken)
	}
	if p.Wide || p.Filtered == 0 || p.Filtered >= p.Events || p.Bare < 1000 || p.PDF["A4"] == 0 || p.PDF["Letter"] == 0 {
		t.Errorf("%+v", p)
	}
	// The check would see a fault: without its language the page has one.
	broken := browse(t, map[string]string{"page": strings.Replace(text, `<html lang="en">`, "<html>", 1)})
	if len(broken.Page.Violations) == 0 {
		t.Error("axe-core finds nothing wrong with a page that has no language")
	}
	return number(r.Version) + " and axe-core " + axe, p.Events
}

func readPicture(t *testing.T, text string) (string, int) {
	r := browse(t, map[string]string{"svg": text})
	if s := r.SVG; s.Root != "svg" || s.Errors > 0 || s.Shapes < 10 || len(s.Complaints)+len(s.Requests) > 0 {
		t.Errorf("%+v", s)
	}
	return number(r.Version), eventsOf(text)
}

// readSlides wants TimelineJS to have room for its slides in a window of 1280 by 760.
func readSlides(t *testing.T, text string) (string, int) {
	version := packageVersion(t, "@knight-lab/timelinejs")
	s := browse(t, map[string]string{"slides": text}).Slides
	if s.Groups > maxGroups || s.Navigation > 380 || s.Story < 380 || !s.Arrow || !s.Axis {
		t.Errorf("%+v", s)
	}
	return version, s.Slides
}

// TestSlidesOfManyTypes: with all built-in types the navigation still has room.
func TestSlidesOfManyTypes(t *testing.T) {
	t.Parallel()
	var list []events.Event
	for n, kind := range events.BuiltInTypes() {
		list = append(list, events.Event{ID: kind.Name, Title: kind.Name, Type: kind.Name, Date: edtf.OfYear(1900 + n), Summary: "Told."})
	}
	d := events.New(events.Meta{Title: "All types"}, list, nil, nil, nil)
	text, _ := write(t, TimelineJS, d, allRows(d))
	if _, n := readSlides(t, text); n != len(list) {
		t.Errorf("%d slides of %d", n, len(list))
	}
}
