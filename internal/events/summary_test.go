package events_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

//go:generate go test . -update

var update = flag.Bool("update", false, "write generated parts of documents anew")

// TestMonthTableIsCurrent keeps the table in data/README.md what the data say.
func TestMonthTableIsCurrent(t *testing.T) {
	d := fromText(t)
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
	want := before + begin + monthTable(d) + end + after
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(text) {
		t.Errorf("the table in %s is not current: go test ./internal/events -run MonthTable -update", path)
	}
}

// monthTable is a Markdown table of the dataset: a row for each month (or year,
// for dates that are no finer), how many events it has, and how many claims each
// source makes. An event counts where its editor's date begins; a date that is
// not within one month counts with its year.
func monthTable(d *events.Dataset) string {
	type row struct {
		events int
		claims []int
	}
	rows := map[string]*row{}
	var order []string
	total := row{claims: make([]int, len(d.Sources))}
	for _, e := range d.All() {
		key := monthKey(e.Date)
		r := rows[key]
		if r == nil {
			r = &row{claims: make([]int, len(d.Sources))}
			rows[key] = r
			order = append(order, key)
		}
		r.events++
		total.events++
		for _, c := range e.Claims {
			if n := d.SourceNumber(c.Source); n >= 0 {
				r.claims[n]++
				total.claims[n]++
			}
		}
	}
	slices.Sort(order)
	var b strings.Builder
	b.WriteString("| month or year | events |")
	for i := range d.Sources {
		fmt.Fprintf(&b, " %s |", d.Sources[i].Label())
	}
	b.WriteString("\n|---|--:|" + strings.Repeat("--:|", len(d.Sources)) + "\n")
	line := func(key string, r *row) {
		fmt.Fprintf(&b, "| %s | %d |", key, r.events)
		for _, n := range r.claims {
			if n == 0 {
				b.WriteString(" |")
			} else {
				fmt.Fprintf(&b, " %d |", n)
			}
		}
		b.WriteByte('\n')
	}
	for _, key := range order {
		line(key, rows[key])
	}
	line("**all**", &total)
	return b.String()
}

// monthKey is "2012-04" for a date within one month, else the year it begins in.
func monthKey(date edtf.Date) string {
	first, last := date.Earliest(), date.Latest()
	if first == edtf.DistantPast {
		first = last
	}
	y, mo, _ := first.Civil()
	if last != edtf.DistantFuture {
		if ly, lm, _ := last.Civil(); ly == y && lm == mo {
			return fmt.Sprintf("%04d-%02d", y, mo)
		}
	}
	return fmt.Sprintf("%04d", y)
}
