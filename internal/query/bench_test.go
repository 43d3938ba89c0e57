package query

import (
	"context"
	"fmt"
	"testing"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

// Budgets at 1,000,000 events on two cores: a word 30 ms, an actor 5 ms, a time
// question 10 ms, facets 15 ms, a further letter 10 ms.
var benchSizes = []int{150, 10_000, 100_000, 1_000_000}

var generated = map[int]*events.Dataset{}

func bench(b *testing.B, run func(b *testing.B, d *events.Dataset)) {
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n > 10_000 && testing.Short() {
				b.Skip("short")
			}
			if generated[n] == nil {
				generated[n] = eventstest.Generate(n, 1)
			}
			b.ReportAllocs()
			run(b, generated[n])
		})
	}
}

func BenchmarkSelect(b *testing.B) {
	for _, in := range []string{
		"convoy", "zeppelin", "the", "e", "zarroug", `"salt road"`, "actor:bilal-zarroug", "type:letter", "before:2012-04-15",
		"certainly-date:2012", "on:04-02", "precision:month", "is:disputed actor:bilal-zarroug convoy", "-convoy",
	} {
		b.Run(in, func(b *testing.B) {
			bench(b, func(b *testing.B, d *events.Dataset) {
				q, err := Parse(d, in)
				if err != nil {
					b.Fatal(err)
				}
				for b.Loop() {
					Select(d, q)
				}
			})
		})
	}
}

func BenchmarkRefine(b *testing.B) {
	bench(b, func(b *testing.B, d *events.Dataset) {
		before, next := Literal("con"), Literal("conv")
		prev := Select(d, before)
		for b.Loop() {
			if _, err := Refine(context.Background(), d, before, prev, next); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkFacets(b *testing.B) {
	bench(b, func(b *testing.B, d *events.Dataset) {
		all := All(d.Len())
		for b.Loop() {
			ActorCounts(d, all)
			TypeCounts(d, all)
		}
	})
}

func BenchmarkIndexes(b *testing.B) {
	bench(b, func(b *testing.B, d *events.Dataset) {
		s := Select(d, Literal("convoy"))
		for b.Loop() {
			s.Indexes()
		}
	})
}

func BenchmarkNearest(b *testing.B) {
	bench(b, func(b *testing.B, d *events.Dataset) {
		all, day := All(d.Len()), edtf.NewDay(2012, 4, 2)
		for b.Loop() {
			Nearest(d, all, day, day)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	d := sample()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(d, `actor:droukdel from:2012-05 to:2012-07 -type:letter "in amenas" desert`); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMatchActors(b *testing.B) {
	d := eventstest.Generate(1, 1) // 88 actors
	b.ReportAllocs()
	for b.Loop() {
		MatchActors(d, "zarr")
	}
}
