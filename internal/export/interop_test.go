package export

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// These tests read exports with the programs that they are for. They are
// skipped, and say why, where those are not at hand:
//
//	TIMELINE_NODE_PATH  a node_modules folder with ical.js, jsdom,
//	                    @placemarkio/check-geojson, @knight-lab/timelinejs and
//	                    @markwhen/parser
//	khal                on the PATH

// clientEvent is an event as a client read it.
type clientEvent struct {
	Title, From, To, Text string
	Tags                  []string
}

type clientReport struct {
	Problems []string
	Events   []clientEvent
}

func runClients(t *testing.T, input map[string]string) map[string]clientReport {
	t.Helper()
	modules := os.Getenv("TIMELINE_NODE_PATH")
	if modules == "" {
		t.Skip("TIMELINE_NODE_PATH names no folder of npm packages")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not on the PATH")
	}
	in, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "testdata/interop/clients.js")
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules, "TZ=UTC")
	cmd.Stdin = bytes.NewReader(in)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var reports map[string]clientReport
	if err := json.Unmarshal(out, &reports); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return reports
}

// held returns the events that formats of years can hold, with their spans.
func held(d *events.Dataset) (list []*events.Event, spans []span) {
	w := &writer{d: d}
	for _, i := range allRows(d) {
		if s, ok := w.span(d.Date(i)); ok {
			list, spans = append(list, d.Event(i)), append(spans, s)
		}
	}
	return list, spans
}

func TestClientsReadExports(t *testing.T) {
	t.Parallel()
	d := invented()
	input, counts := map[string]string{}, map[string]int{}
	for _, f := range []Format{ICalendar, GeoJSON, TimelineJS, Markwhen} {
		text, r := write(t, f, d, allRows(d))
		input[f.String()], counts[f.String()] = text, r.Events
	}
	reports := runClients(t, input)
	for name, r := range reports {
		if len(r.Problems) > 0 {
			t.Errorf("%s: %q", name, r.Problems)
		}
		if len(r.Events) != counts[name] {
			t.Errorf("%s: %d events in, %d out", name, counts[name], len(r.Events))
		}
	}
	if t.Failed() {
		return
	}
	list, spans := held(d)
	checkCalendar(t, reports["icalendar"].Events, list, spans)
	checkMarkwhen(t, reports["markwhen"].Events, list, spans)
	checkSlides(t, reports["timelinejs"].Events, list, spans)
	for i, e := range reports["geojson"].Events {
		want := "MultiPoint" // one event has two places, and all have one kind of geometry
		if len(d.Event(events.Index(i)).Places) == 0 {
			want = "null"
		}
		if e.From != want || e.Title != d.Event(events.Index(i)).Title {
			t.Errorf("geojson: %+v, want %s", e, want)
		}
	}
}

func checkCalendar(t *testing.T, got []clientEvent, list []*events.Event, spans []span) {
	for i, e := range list {
		end := spans[i].last + 1
		if e.ID == "9999-last" {
			end = edtf.NewDay(10000, 1, 1)
		}
		if got[i].Title != spans[i].title(e.Title) || got[i].From != spans[i].first.String() ||
			(e.ID != "9999-last" && got[i].To != end.String()) || !strings.Contains(got[i].Text, e.Summary[:4]) {
			t.Errorf("icalendar: %+v, want %s from %s to %s", got[i], e.Title, spans[i].first, end)
		}
	}
}

func checkMarkwhen(t *testing.T, got []clientEvent, list []*events.Event, spans []span) {
	for i, e := range list {
		if e.ID != "9999-last" && (got[i].From != spans[i].first.String() || got[i].To != (spans[i].last+1).String()) {
			t.Errorf("markwhen: %s from %s to %s, want %s to %s", e.ID, got[i].From, got[i].To, spans[i].first, spans[i].last+1)
		}
		if tag := strings.ReplaceAll(e.Type, "-", "_"); !slices.Equal(got[i].Tags, []string{tag}) {
			t.Errorf("markwhen: %s has tags %q, want %s", e.ID, got[i].Tags, tag)
		}
	}
}

func checkSlides(t *testing.T, got []clientEvent, list []*events.Event, spans []span) {
	for i, e := range list {
		k := slices.IndexFunc(got, func(g clientEvent) bool { return html.UnescapeString(g.Title) == e.Title })
		if k < 0 {
			t.Errorf("timelinejs: no slide %q", e.Title)
			continue
		}
		want := strings.ReplaceAll(spans[i].from.String(), "-0", "-")
		if got[k].From != want || (got[k].To != "") != (spans[i].from != spans[i].to) {
			t.Errorf("timelinejs: %s from %q to %q, want %s to %s", e.ID, got[k].From, got[k].To, spans[i].from, spans[i].to)
		}
	}
}

// TestKhalImports imports a calendar into khal and lists it. khal wants years
// that its own date type can add to, so the last day of all is left out.
func TestKhalImports(t *testing.T) {
	t.Parallel()
	khal, err := exec.LookPath("khal")
	if err != nil {
		t.Skip("khal is not on the PATH")
	}
	d := invented()
	var rows []events.Index
	for _, i := range allRows(d) {
		if d.IDs.At(int(i)) != "9999-last" {
			rows = append(rows, i)
		}
	}
	text, r := write(t, ICalendar, d, rows)
	dir := t.TempDir()
	file, config := filepath.Join(dir, "events.ics"), filepath.Join(dir, "config")
	settings := "[calendars]\n[[c]]\npath = " + dir + "/c\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\n" +
		"dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n" +
		"[sqlite]\npath = " + dir + "/db\n"
	for name, content := range map[string]string{file: text, config: settings} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) string {
		cmd := exec.Command(khal, append([]string{"-c", config}, args...)...)
		cmd.Env = append(os.Environ(), "HOME="+dir, "LC_ALL=C.UTF-8", "LANG=C.UTF-8")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("khal %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	run("import", "--batch", "-a", "c", file)
	if files, _ := os.ReadDir(filepath.Join(dir, "c")); len(files) != r.Events {
		t.Errorf("khal took %d events of %d", len(files), r.Events)
	}
	listed := run("list", "--format", "{uid}", "--day-format", "", "2012-04-02", "2012-04-03")
	if !strings.Contains(listed, "2012-04-02-meeting@invented.timeline") {
		t.Errorf("khal does not list the meeting: %s", listed)
	}
}
