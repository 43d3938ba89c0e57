package main

import (
	"io"
	"os"
	"testing"
	"time"

	"timeline/data"
	"timeline/internal/events"
	"timeline/internal/query"
)

// What a command does once the runtime and the packages have started; each of
// these should stay far below the 5 ms that that takes.

var devNull, _ = os.Open(os.DevNull)

// BenchmarkTree makes the tree of commands.
func BenchmarkTree(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newRoot(&program{out: io.Discard, err: io.Discard})
	}
}

// BenchmarkOpen opens the built-in dataset as the program does.
func BenchmarkOpen(b *testing.B) {
	embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		embedded(b)
	}
}

// BenchmarkLoadText reads and checks the built-in dataset's text files.
func BenchmarkLoadText(b *testing.B) {
	embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := events.Load(data.FS, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParse reads a query with a name in it.
func BenchmarkParse(b *testing.B) {
	d := embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := query.Parse(d, queryExamples[0][0]); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSelect finds the events of a query.
func BenchmarkSelect(b *testing.B) {
	d := embedded(b)
	q, err := query.Parse(d, queryExamples[0][0])
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		query.Select(d, q)
	}
}

// BenchmarkShow is timeline show "in amenas" but for starting.
func BenchmarkShow(b *testing.B) {
	embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		p := benchProgram()
		if err := p.show([]string{"in amenas"}, false, false, lookOptions{pick: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkList is timeline list but for starting.
func BenchmarkList(b *testing.B) {
	embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := benchProgram().list(nil, listOptions{sort: "date"}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchProgram() *program {
	return &program{stdout: devNull, out: io.Discard, err: io.Discard, env: func(string) string { return "" }, now: time.Now}
}
