package importer

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

//go:generate go test . -update

var update = flag.Bool("update", false, "write the table of docs/interop.md")

// clients are the programs whose files the inputs are written after.
var clients = map[string]string{
	"any.csv": "any spreadsheet", "acled.csv": "ACLED data export, codebook of 2024", "ged.csv": "UCDP GED 25.1", "slides.json": "TimelineJS 3.9, JSON",
	"sheet.csv": "TimelineJS 3.9, spreadsheet", "2012-04-02-a-meeting.md": "Obsidian 1.x, Jekyll, Hugo", "note.md": "Chronos for Obsidian 1.x",
	"plan.mw": "Markwhen 0.15", "query.json": "Wikidata query service, JSON", "sparql.json": "SPARQL 1.1 results",
}

const (
	tableBegin = "<!-- imports: begin -->\n"
	tableEnd   = "<!-- imports: end -->\n"
)

// TestInterop keeps the table of imports in docs/interop.md: what the inputs of the other
// tests lose.
func TestInterop(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("| format | after | records in | events out | not readable | fields lost |\n|---|---|--:|--:|--:|---|\n")
	for _, in := range inputs {
		if clients[in.name] == "" {
			t.Errorf("nobody writes %s", in.name)
		}
		r := read(t, in.text, Options{Name: in.name}).Report
		lost := "–"
		var dropped []string
		for _, f := range r.Fields {
			if f.Target == "drop" && r.Count(f.Field) > 0 {
				dropped = append(dropped, f.Field)
			}
		}
		if r.Clocks > 0 {
			dropped = append(dropped, "times of day")
		}
		if len(dropped) > 0 {
			lost = strings.Join(dropped, ", ")
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %s |\n", in.format, clients[in.name], r.Rows, r.Events, r.Failed, lost)
	}
	b.WriteString("| json | timeline's own export | all | all | 0 | where a block stands in its article, profiles and spellings of records, relations of actors |\n")
	const file = "../../docs/interop.md"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(text), tableBegin)
	_, after, ok2 := strings.Cut(rest, tableEnd)
	if !ok1 || !ok2 {
		t.Fatal("docs/interop.md has no place for the table of imports")
	}
	want := before + tableBegin + b.String() + tableEnd + after
	if want == string(text) {
		return
	}
	if !*update {
		t.Fatal("docs/interop.md is not current: go test ./internal/importer -run Interop -update")
	}
	if err := os.WriteFile(file, []byte(want), 0o666); err != nil {
		t.Fatal(err)
	}
}
