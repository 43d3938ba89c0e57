package converse

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/session"
	"timeline/internal/ui"
	"timeline/internal/ui/view"
)

// both are a thing to do: the keys on the screen, and the lines of the
// conversation.
type both struct{ keys, lines string }

// commandsOfBoth are things that both faces do, with what they take.
func commandsOfBoth(d *events.Dataset, r *rand.Rand) both {
	actor := d.Actors[r.IntN(len(d.Actors))].ID
	event := d.IDs.At(r.IntN(d.Len()))
	day := d.First[r.IntN(d.Len())].String()
	kind := d.TypeNames()[r.IntN(len(d.TypeNames()))]
	all := []both{
		{"J", "here|next"}, {"K", "previous"}, {"gg", "first"}, {"G", "last"},
		{"]", "next month"}, {"[", "previous month"}, {"}", "next year"}, {"{", "previous year"},
		{"z", "zoom in"}, {"Z", "zoom out"}, {">", "step on"}, {"<", "step back"},
		{"t" + day + "\r", "go to " + day}, {"t" + day[:7] + "\r", "go to " + day[:7]}, {"t" + day[:4] + "\r", "go to " + day[:4]},
		{"t" + event + "\r", "go to " + event}, {"t+3w\r", "go to +3w"}, {"t-2y\r", "go to -2y"},
		{"\x0f", "back"}, {"x", "clear"}, {"X", "clear all"},
		{"F\x15type:" + kind + "\r", "query type:" + kind}, {"F actor:" + actor + "\r", "filter actor:" + actor},
		{"F -type:" + kind + "\r", "filter -type:" + kind}, {"F from:" + day[:4] + "\r", "filter from:" + day[:4]},
		{"/envoy\r", "search envoy"}, {"/the\r", "search the"}, {"n", "next match"}, {"N", "previous match"},
		{"m", "bookmark"}, {"yi", "copy id"}, {"yc", "copy citation"}, {"1\r\t\x1b", "read|next source"},
	}
	return all[r.IntN(len(all))]
}

// press types keys and runs what follows.
func press(t *testing.T, m *ui.Model, keys string) {
	t.Helper()
	for _, c := range keys {
		k := tea.KeyPressMsg{Code: c, Text: string(c)}
		switch {
		case c == '\r':
			k = tea.KeyPressMsg{Code: tea.KeyEnter}
		case c == '\t':
			k = tea.KeyPressMsg{Code: tea.KeyTab}
		case c == 0x1b:
			k = tea.KeyPressMsg{Code: tea.KeyEscape}
		case c < 0x20:
			k = tea.KeyPressMsg{Code: c + 'a' - 1, Mod: tea.ModCtrl}
		}
		_, cmd := m.Update(k)
		follow(m, cmd)
	}
}

func follow(m *ui.Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case view.Then:
		_, cmd := m.Update(msg)
		follow(m, cmd)
	case tea.BatchMsg:
		for _, c := range msg {
			follow(m, c)
		}
	}
}

// TestFacesAgree gives screen and conversation the same commands at random, and
// demands that they are at the same event, under the same filters, with the same
// bookmarks and the same copy.
func TestFacesAgree(t *testing.T) {
	t.Parallel()
	seeds := uint64(3)
	if *long {
		seeds = 100
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 8))
			d := fixture()
			if seed%3 > 0 {
				d = eventstest.Generate(60*int(seed)+7, seed)
			}
			marks := [2]map[string]bool{{}, {}}
			config := func(k int) session.Config {
				cfg := configured().Config
				cfg.Data = d
				cfg.SaveBookmark = func(id string, on bool) error { marks[k][id] = on; return nil }
				return cfg
			}
			talk := newTalk(Config{Config: config(0)})
			screen := ui.New(ui.Config{Config: config(1), Width: 100, Height: 30})
			talk.do("here")
			for !strings.Contains(screen.Frame(), "All events, however") {
				press(t, screen, "v") // nothing is folded in the conversation
			}
			press(t, screen, "g") // the screen opens at the first key event
			var done []string
			for range 150 {
				c := commandsOfBoth(d, r)
				if len(talk.Shown) == 0 && strings.ContainsAny(c.keys[:1], "t1") {
					continue // the prompt would stay open, and the escape would end the search
				}
				done = append(done, c.lines)
				for line := range strings.SplitSeq(c.lines, "|") {
					talk.do(line)
				}
				press(t, screen, c.keys)
				if got, want := screen.Memory(), talk.Remembered(); got.Event != want.Event || got.Query != want.Query || got.Zoom != want.Zoom {
					t.Fatalf("after %q the screen is at %+v, the conversation at %+v", done[max(0, len(done)-6):], got, want)
				}
				if fmt.Sprint(marks[0]) != fmt.Sprint(marks[1]) {
					t.Fatalf("after %q the bookmarks are %v and %v", done[max(0, len(done)-6):], marks[0], marks[1])
				}
			}
		})
	}
}
