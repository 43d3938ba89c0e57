package ui

import (
	"bytes"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/session"
	"timeline/internal/ui/paint"
	"timeline/internal/ui/theme"
)

// FuzzMarkdown renders any text: in lines of the pane's width, and with nothing in them that a terminal would act on but looks and links to the web.
func FuzzMarkdown(f *testing.F) {
	for _, b := range eventstest.Bombs(true) {
		if len(b) < 4000 {
			f.Add(b, 60)
		}
	}
	f.Add("# A\n\n*b* **c** `d` [e](http://f.example) — g\n\n> h\n\n- i\n  - j\n\n1. k\n\n| l | m |\n|---|---|\n| n | o |\n", 30)
	f.Add("[a](http://f.example/"+strings.Repeat("long link text that wraps ", 9)+")", 20)
	f.Fuzz(func(t *testing.T, text string, w int) {
		w = min(max(w, -1), 200)
		lines := paint.Markdown(text, w, theme.New(true, 0))
		for _, line := range lines {
			if got := ansi.StringWidth(line); got != max(w, 8) {
				t.Fatalf("a line of %d cells, not %d: %q", got, max(w, 8), line)
			}
			if err := cleanRow(line); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// FuzzKeys turns bytes into keys, pastes, clicks and resizes. Whatever is done,
// the frame is as large as the terminal and holds what it may.
func FuzzKeys(f *testing.F) {
	for _, s := range screens {
		f.Add([]byte(s.keys), false)
	}
	for n, s := range hostileScreens {
		if n%3 == 0 || *long {
			f.Add([]byte(s), true)
		}
	}
	f.Add([]byte("\x80\x00\x00j\x80\xff\xff\x80\x18\x06jj\r\x81\x05\x05\x82\x0a"), false)
	f.Add([]byte(keyboard), false)
	bomb := eventstest.Bombs(true)[18] + "a\x1b]0;x\a"
	harmless, other := fixture(), eventstest.Hostile(bomb, bomb)
	f.Fuzz(func(t *testing.T, typed []byte, isHostile bool) {
		m := browserOf(harmless, 80, 24)
		if isHostile {
			m = hostileBrowser(other, bomb, bomb, 80, 24)
		}
		w, h := 80, 24
		if len(typed) > 300 {
			typed = typed[:300]
		}
		for n := 0; n < len(typed); n++ {
			arg := func(k int) int {
				if n+k < len(typed) {
					return int(typed[n+k])
				}
				return 7
			}
			var msg tea.Msg
			switch c := typed[n]; {
			case c == 0x80:
				w, h = arg(1), arg(2)
				msg = tea.WindowSizeMsg{Width: w, Height: h}
				n += 2
			case c == 0x81:
				msg = tea.MouseClickMsg{X: arg(1), Y: arg(2), Button: tea.MouseLeft}
				n += 2
			case c == 0x82:
				msg = tea.MouseWheelMsg{X: arg(1), Y: arg(2), Button: tea.MouseWheelDown}
				n += 2
			case c == 0x83:
				msg = tea.PasteMsg{Content: string(typed[n:min(n+20, len(typed))])}
			case c >= 0xf0:
				msg = tea.KeyPressMsg{Code: tea.KeyUp + rune(c-0xf0)}
			case c > 0x83:
				msg = tea.KeyPressMsg{Code: rune(c - 0x60), Mod: tea.ModAlt}
			default:
				msg = keysOf(string(rune(c)))[0]
			}
			next, cmd := m.Update(msg)
			m = settledBy(next.(*Model), cmd)
			checkFrame(t, m, w, h, string(typed[:min(n+1, len(typed))]))
		}
		checkClean(t, m.Frame(), string(typed))
	})
}

// FuzzPackOnScreen opens damaged packs and looks at what opens.
func FuzzPackOnScreen(f *testing.F) {
	for n := 1; n <= 3; n++ {
		f.Add(eventstest.Pack(n))
	}
	f.Fuzz(func(t *testing.T, pack []byte) {
		d, err := events.OpenPack(bytes.NewReader(pack), int64(len(pack)), nil)
		if err != nil {
			return
		}
		for _, keys := range []string{"", "\r\r", "Gzz", "a\r", "f\r", "2\r", "3", "4", "ojj\r", "yq", "]}[{", "t1950\r"} {
			m := typed(t, New(Config{Config: session.Config{Data: d}, Width: 100, Height: 30}), keys)
			checkFrame(t, m, 100, 30, keys)
			checkClean(t, m.Frame(), keys)
		}
	})
}
