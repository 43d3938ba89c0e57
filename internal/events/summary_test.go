package events_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"timeline/data"
	"timeline/internal/events"
)

//go:generate go test . -update

var update = flag.Bool("update", false, "write generated parts of documents anew")

// TestMonthTableIsCurrent keeps the table in data/README.md what the data say.
func TestMonthTableIsCurrent(t *testing.T) {
	d, err := events.Load(data.FS, nil)
	if err != nil {
		t.Fatal(err)
	}
	const path, begin, end = "../../data/README.md", "<!-- table: begin -->\n", "<!-- table: end -->\n"
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(text), begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok1 || !ok2 {
		t.Fatalf("%s lacks the marks of the table", path)
	}
	want := before + begin + events.MonthTable(d) + end + after
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(text) {
		t.Errorf("the table in %s is not current: go test ./internal/events -run MonthTable -update", path)
	}
}
