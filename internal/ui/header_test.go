package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
)

// TestRigourIsAlwaysVisible looks for how far the dataset is proven in header and footer,
// with and without filters, in every view, while reading, at every usual size.
func TestRigourIsAlwaysVisible(t *testing.T) {
	t.Parallel()
	for rigour, word := range map[events.Rigour]string{events.Notes: "notes", events.Sourced: "sourced", events.Quoted: "quoted"} {
		m := browser(80, 24, func(c *Config) { c.Data.Meta.Rigour = rigour })
		for _, keys := range []string{"", "2", "3", "4", "5", "6", "7", "1", "\r", "\x1bFtype:talks\r", "F actor:valley-league\r", "2", "5", "7"} {
			m = typed(t, m, keys)
			for _, size := range [][2]int{{200, 50}, {120, 36}, {100, 30}, {80, 24}, {60, 17}, {40, 12}, {32, 10}} {
				m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				rows := strings.Split(ansi.Strip(m.Frame()), "\n")
				if n := strings.Count(rows[0]+"\n"+rows[len(rows)-1], word); n != 1 {
					t.Errorf("%v after %q: %q stands %d times in\n%s\n%s", size, keys, word, n, rows[0], rows[len(rows)-1])
				}
			}
		}
	}
	header, proof := browser(200, 50, func(c *Config) { c.Data.Meta.Rigour = events.Notes }).header(200)
	if text := ansi.Strip(header.draw(browser(200, 50).c.Theme, 200)); !proof || !strings.Contains(text, "notes: unproven · 3 key") {
		t.Errorf("with room for it the header is %q", text)
	}
}
