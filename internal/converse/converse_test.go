package converse

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/lineage/lineagetest"
	"timeline/internal/session"
)

//go:generate go test . -update

var (
	update = flag.Bool("update", false, "write the transcripts anew")
	long   = flag.Bool("long", false, "hold more random conversations")
)

// TestConversations runs the lines that stand after the prompts of each transcript
// in testdata and compares the whole conversation with it.
func TestConversations(t *testing.T) {
	t.Parallel()
	for name, cfg := range conversations() {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", name+".txt")
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var script []string
			for line := range strings.SplitSeq(strings.TrimSuffix(string(want), "> \n"), "\n") {
				if typed, ok := strings.CutPrefix(line, "> "); ok {
					script = append(script, typed)
				}
			}
			got, _ := converse(t, cfg, script...)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func conversations() map[string]Config {
	bare := Config{Config: session.Config{Data: fixture()}}
	narrow := configured()
	narrow.Width = 40
	failing := configured()
	failing.SaveBookmark = func(string, bool) error { return errors.New("the disk is full") }
	failing.Bookmarks = []string{"gone", "1883-07-fire"}
	resumed := configured()
	resumed.Memory = session.Memory{Event: "1885-01-05-market", Query: "type:talks"}
	empty := Config{Config: session.Config{Data: events.New(events.Meta{Title: "Nothing"}, nil, nil, nil, nil)}}
	return map[string]Config{
		"moving": configured(), "reading": configured(), "finding": configured(), "filtering": configured(),
		"keeping": failing, "records": configured(), "quizzes": configured(), "zoom": configured(), "program": configured(),
		"bare": bare, "narrow": narrow, "resumed": resumed, "empty": empty,
		"pictures": {Config: session.Config{Data: eventstest.Small()}}, "ties": {Config: session.Config{Data: lineagetest.Valley()}},
		"generated": {Config: session.Config{Data: eventstest.Generate(5000, 1)}},
	}
}
