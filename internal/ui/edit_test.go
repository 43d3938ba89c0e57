package ui

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"

	"timeline/internal/events"
	"timeline/internal/session"
)

// inFiles gives a browser files, which read reads.
func inFiles(read func() (*events.Dataset, error)) func(*Config) {
	return func(cfg *Config) {
		before := cfg.Config
		cfg.Files = &session.Files{
			Locate: func(kind, id string) (string, int, error) { return events.RecordFile(kind, id), 2, nil },
			Path:   func(name string) string { return "folder/" + name },
			Editor: func(file string, line int) (*exec.Cmd, error) {
				return nil, fmt.Errorf("no editor for %s:%d here", file, line)
			},
			Read: func() (session.Edition, error) {
				d, err := read()
				return session.Edition{Data: d, Cite: before.Cite, Articles: before.Articles}, err
			},
		}
	}
}

// edited is the fixture after somebody has worked at it: some events are gone, some have
// another id, and so have some actors and places.
func edited(rng *rand.Rand) *events.Dataset {
	d := fixture()
	var es []events.Event
	for _, e := range d.All() {
		switch c := *e; rng.IntN(8) {
		case 0: // gone
			continue
		case 1:
			c.Was = append(c.Was, c.ID)
			c.ID += "-renamed"
			fallthrough
		default:
			es = append(es, c)
		}
	}
	actors, places := d.Actors[:rng.IntN(len(d.Actors)+1)], d.Places[:rng.IntN(len(d.Places)+1)]
	return events.New(d.Meta, es, actors, places, d.Sources)
}

// renamed is the fixture without the long drought, and with another id for all others.
func renamed() *events.Dataset {
	d := fixture()
	var es []events.Event
	for _, e := range d.All() {
		c := *e
		if c.Was, c.ID = []string{c.ID}, c.ID+"-x"; c.Title != "The long drought" {
			es = append(es, c)
		}
	}
	return events.New(d.Meta, es, d.Actors[1:], d.Places, d.Sources)
}

// TestRereadStaysHere reads the files again in each view: what is at the cursor, on which
// line of the screen, and what is filtered, searched and read, stays so.
func TestRereadStaysHere(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{
		"jjjj", "jjjjjjjj", "Fmarket\rjjjj", "/toll\r", "jjjj\r", "jj\r\t", "Fplace:old-harbour\r",
		"2jj", "2jj\t", "3j", "4j", "5jj", "jj5", "jj6", "7\t", "T",
	} {
		m := typed(t, browser(120, 36, inFiles(func() (*events.Dataset, error) { return renamed(), nil })), keys)
		_, before := recordAt(m.c)
		line, query, found, over := lineOfCursor(m), m.c.Query.String(), len(m.c.Found.At), m.c.Over != nil
		m = typed(t, m, "\x12")
		_, after := recordAt(m.c)
		if strings.TrimSuffix(after, "-x") != before {
			t.Errorf("after %q the cursor was at %s and is at %s", keys, before, after)
		}
		if got := lineOfCursor(m); got != line && !strings.ContainsAny(keys, "25") { // a row is gone above that
			t.Errorf("after %q the cursor was on line %d and is on %d:\n%s", keys, line, got, plainFrame(m))
		}
		if m.c.Query.String() != query || len(m.c.Found.At) != found || (m.c.Over != nil) != over {
			t.Errorf("after %q the query is %s, was %s; %d matches, were %d; something lies over the view: %v, was %v", keys, m.c.Query, query, len(m.c.Found.At), found, m.c.Over != nil, over)
		}
		checkFrame(t, m, 120, 36, keys)
		if frame := plainFrame(m); !strings.Contains(frame, "Read again: 26 events.") {
			t.Errorf("after %q it is not said:\n%s", keys, frame)
		}
	}
}

// lineOfCursor is the row of the screen with the cursor.
func lineOfCursor(m *Model) int {
	for y, row := range strings.Split(plainFrame(m), "\n") {
		if strings.Contains(row, "▌") {
			return y
		}
	}
	return -1
}

// TestFaultsAreShown keeps what is on the screen, names every fault with its line and
// what to do, and takes that away once the files are sound.
func TestFaultsAreShown(t *testing.T) {
	t.Parallel()
	faults := events.Problems{
		{File: "events/1931-x.md", Line: 4, Rule: "date", What: `date "20.7.1969" cannot be read`, Remedy: "write 1969-07-20"},
		{File: "actors/a_b.yaml", Rule: "file-name", What: "a file's name is its record's id", Remedy: "name it in small letters"},
	}
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 18}} {
		var fault error = faults
		m := typed(t, browser(size[0], size[1], inFiles(func() (*events.Dataset, error) { return fixture(), fault })), "jj\x12")
		checkFrame(t, m, size[0], size[1], "faults")
		frame := strings.Join(strings.Fields(plainFrame(m)), " ")
		for _, want := range []string{"2 faults · e opens the first", "events/1931-x.md, line 4", "cannot be read", "as it was"} {
			if !strings.Contains(frame, want) {
				t.Errorf("%v: no %q on the screen:\n%s", size, want, plainFrame(m))
			}
		}
		if m.c.Notice.Text != "" {
			t.Errorf("%v: %q covers the faults", size, m.c.Notice.Text)
		}
		if strings.Contains(frame, "tab source") {
			t.Errorf("%v: the footer offers a source, and there is none:\n%s", size, plainFrame(m))
		}
		fault = nil
		if m = typed(t, m, "\x12"); m.c.Over != nil || len(m.c.Faults) > 0 {
			t.Errorf("%v: the faults stay", size)
		}
	}
	broken := func() (*events.Dataset, error) { return nil, errors.New("the disk is gone") }
	m := typed(t, browser(80, 24, inFiles(broken)), "\x12")
	if frame := plainFrame(m); !strings.Contains(frame, "could not be read again: the disk is gone") {
		t.Errorf("another error is not told:\n%s", frame)
	}
}
