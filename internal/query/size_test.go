package query

import (
	"bytes"
	"flag"
	"slices"
	"sync"
	"testing"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

var long = flag.Bool("long", false, "hold datasets of every size in every form, and try more random phrases")

// many is n, or with no -long a third of it.
func many(n int) int {
	if *long {
		return n
	}
	return n / 3
}

// TestSameAnswersAtEverySize asks datasets on both sides of every size at which the
// code changes what it does (records kept at hand, chunks of a scan), held whole, made
// on demand and packed, and holds the answers against what the records say.
func TestSameAnswersAtEverySize(t *testing.T) {
	t.Parallel()
	// Links lead to earlier events: the first of them are a dataset of their own.
	all, as, ps, ss := eventstest.Records(chunkEvents+1, 11)
	for _, n := range []int{1, 64, 2047, 2048, 2049, 5001, chunkEvents, chunkEvents + 1} {
		es := all[:n]
		whole := events.New(events.Meta{ID: "x", Title: "X"}, es, as, ps, ss)
		checkAnswers(t, n, "whole", whole, es)
		if n < chunkEvents || *long { // a chunk is a chunk in every form
			checkAnswers(t, n, "packed", packed(t, whole), es)
			onDemand := events.NewOnDemand(whole.Meta, as, ps, ss, whole.Shown, 0, func(i events.Index) *events.Event {
				e := es[i]
				return &e
			})
			checkAnswers(t, n, "on demand", onDemand, es)
		}
	}
}

// threeChunks is a dataset that three workers scan, made once. It holds whole records,
// which some conditions read of every event.
var threeChunks = sync.OnceValue(func() *events.Dataset {
	es, as, ps, ss := eventstest.Records(2*chunkEvents+1000, 3)
	return events.New(events.Meta{ID: "x", Title: "X"}, es, as, ps, ss)
})

func packed(t *testing.T, d *events.Dataset) *events.Dataset {
	t.Helper()
	var pack bytes.Buffer
	if err := events.WritePack(&pack, d, ""); err != nil {
		t.Fatal(err)
	}
	packed, err := events.OpenPack(bytes.NewReader(pack.Bytes()), int64(pack.Len()), nil)
	if err != nil {
		t.Fatal(err)
	}
	return packed
}

// checkAnswers compares what a dataset answers with its records, which are in order.
func checkAnswers(t *testing.T, n int, form string, d *events.Dataset, es []events.Event) {
	t.Helper()
	back := map[string][]string{}
	tags := map[string][]events.Index{}
	for i, e := range es {
		for _, l := range e.Links {
			back[l.To] = append(back[l.To], e.ID)
		}
		for _, tag := range e.Tags {
			tags[tag] = append(tags[tag], events.Index(i))
		}
	}
	for i, e := range es {
		var forward, backward []string
		for _, tie := range d.Ties(events.Index(i)) {
			if tie.Back {
				backward = append(backward, d.IDs.At(int(tie.To)))
			} else {
				forward = append(forward, d.IDs.At(int(tie.To)))
			}
		}
		if len(forward) != len(e.Links) || !slices.Equal(backward, back[e.ID]) || len(forward) == 1 && forward[0] != e.Links[0].To {
			t.Fatalf("%d events %s: %s is tied to %v, and by %v, want %v", n, form, e.ID, forward, backward, back[e.ID])
		}
	}
	if len(d.Tags) != len(tags) {
		t.Fatalf("%d events %s: tags %v", n, form, d.Tags)
	}
	for tag, want := range tags {
		if got := Compile(d, mustParse(t, d, `tag:"`+tag+`"`)).Run(); !slices.Equal(got, want) {
			t.Fatalf("%d events %s: tag %s has %d events, want %d", n, form, tag, len(got), len(want))
		}
	}
	last := es[n-1]
	for _, typed := range []string{"x" + last.ID, last.ID + "x"} {
		if _, err := Parse(d, "id:"+typed); err == nil || err.(*Error).Hint == "" {
			t.Fatalf("%d events %s: nothing is said of %s: %v", n, form, typed, err)
		}
	}
	k := 0
	for i, e := range d.All() {
		if e.ID != es[i].ID || int(i) != k {
			t.Fatalf("%d events %s: event %d is %s, want %s", n, form, i, e.ID, es[i].ID)
		}
		k++
	}
	if k != n {
		t.Fatalf("%d events %s: All has %d", n, form, k)
	}
}
