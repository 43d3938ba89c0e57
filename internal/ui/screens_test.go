package ui

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"timeline/internal/goldentest"
	"timeline/internal/ui/tuitest"
	"timeline/internal/ui/view"
)

//go:generate go test . -update

var long = flag.Bool("long", false, "try every hostile text on every screen, not a sample")

// golden compares text with testdata/name.txt, or writes it with -update.
func golden(t *testing.T, name, text string) {
	t.Helper()
	goldentest.Check(t, "testdata/"+name+".txt", text)
}

// screens are keys to type and the name of what is on the screen then.
var screens = []struct{ name, keys string }{
	{"list", ""},
	{"list-moved", "jjj"},
	{"detail", "jj\t"},
	{"reader", "jj\r"},
	{"article", "jj\r\r"},
	{"article-second-source", "jj\r\r\t"},
	{"reader-end", "jj\rG"},
	{"reader-second-source", "jj\r\t"},
	{"actors", "a"},
	{"actors-typed", "aberghi"},
	{"actors-similar", "aumer"},
	{"actors-chosen", "aberghi\r"},
	{"actors-several", "a\t\t"},
	{"actors-all-of", "a\t\t\x01"},
	{"facets", "f"},
	{"search", "/envoy"},
	{"search-done", "/envoy\r"},
	{"search-none", "/zebra"},
	{"goto", "tmay 1933"},
	{"goto-far", "tfeb 1941\r"},
	{"query", "Fis:major"},
	{"query-wrong", "Factor:bergg"},
	{"help", "?"},
	{"help-typed", "?zoom"},
	{"palette", ":book"},
	{"empty", "Ftype:coup\r"},
	{"zoom-months", "jz"},
	{"zoom-days", "jzz"},
	{"copy", "jy"},
	{"copied", "jyi"},
	{"copied-shown", "jyiY"},
	{"bookmarks", "mjm'"},
	{"along", "jjo"},
	{"actors-view", "2"},
	{"places-view", "3"},
	{"sources-view", "4"},
	{"back", "G\x0f"},
}

var sizes = [][2]int{{120, 36}, {80, 24}, {40, 12}}

func TestScreens(t *testing.T) {
	t.Parallel()
	for _, s := range screens {
		for _, size := range sizes {
			name := fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1])
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				var text string
				synctest.Test(t, func(t *testing.T) {
					term := tuitest.Start(t, browser(size[0], size[1]), size[0], size[1])
					for _, k := range s.keys {
						term.Type(string(k))
					}
					text = term.Text()
				})
				golden(t, "screens/"+name, text)
			})
		}
	}
}

// TestLooks pins the escape sequences of each screen's first rows: dark, light,
// and with no colour at all, where marks and attributes must still tell states
// apart.
func TestLooks(t *testing.T) {
	t.Parallel()
	for _, look := range []struct {
		name    string
		dark    bool
		profile colorprofile.Profile
	}{{"dark", true, colorprofile.TrueColor}, {"light", false, colorprofile.TrueColor}, {"no-color", true, colorprofile.ASCII}, {"16-colors", true, colorprofile.ANSI}} {
		for _, s := range []struct{ name, keys string }{
			{"list", "j"}, {"detail", "jj\t"}, {"reader", "jj\r"}, {"actors-typed", "aberghi"}, {"search", "/envoy"}, {"help", "?"}, {"empty", "Ftype:coup\r"},
		} {
			for _, size := range sizes {
				name := fmt.Sprintf("%s-%s-%dx%d", s.name, look.name, size[0], size[1])
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					m := browser(size[0], size[1], func(c *Config) { c.Dark, c.Profile = &look.dark, look.profile })
					m = typed(t, m, s.keys)
					var b strings.Builder
					w := &colorprofile.Writer{Forward: &b, Profile: look.profile}
					if _, err := w.WriteString(m.Frame()); err != nil {
						t.Fatal(err)
					}
					golden(t, "looks/"+name, strings.ReplaceAll(b.String(), "\x1b", "␛")+"\n")
				})
			}
		}
	}
}

// typed feeds keys to a model, running the commands that answer them.
func typed(t testing.TB, m *Model, keys string) *Model {
	t.Helper()
	for _, k := range keysOf(keys) {
		next, cmd := m.Update(k)
		m = next.(*Model)
		m = settledBy(m, cmd)
	}
	return m
}

// settledBy runs a command and what follows from it.
func settledBy(m *Model, cmd tea.Cmd) *Model {
	if cmd == nil {
		return m
	}
	switch msg := cmd().(type) {
	case view.Then:
		next, cmd := m.Update(msg)
		return settledBy(next.(*Model), cmd)
	case tea.BatchMsg:
		for _, c := range msg {
			m = settledBy(m, c)
		}
	}
	return m
}

// keysOf turns characters into key presses; some control characters stand for
// named keys.
func keysOf(s string) []tea.KeyPressMsg {
	var out []tea.KeyPressMsg
	for _, r := range s {
		switch r {
		case '\r':
			out = append(out, tea.KeyPressMsg{Code: tea.KeyEnter})
		case '\t':
			out = append(out, tea.KeyPressMsg{Code: tea.KeyTab})
		case 0x1b:
			out = append(out, tea.KeyPressMsg{Code: tea.KeyEscape})
		case ' ':
			out = append(out, tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
		default:
			if r < 0x20 {
				out = append(out, tea.KeyPressMsg{Code: r + 'a' - 1, Mod: tea.ModCtrl})
			} else {
				out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		}
	}
	return out
}
