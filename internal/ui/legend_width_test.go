package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/session"
	"timeline/internal/ui/view"
)

// What a picture says of itself, in place of what it would draw or below it, is whole on
// every width.
func TestPicturesSpeakInFull(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		data *events.Dataset
		keys string
		want []string // one of these
	}{
		{fixture(), "Fnowhere\r5j", []string{"No event is shown."}},
		{fixture(), "Ftype:founding\r5vvj", []string{"There are no lanes of this kind; v shows another."}},
		{fixture(), "6j", []string{"No group here splits, joins or goes on under another name."}},
		{fixture(), "Ftype:founding\r7j", []string{"No event in this time has a place that the map knows."}},
		{eventstest.BuiltIn(t), "5vj", []string{"━ certainly ┄ possibly letter: who says so, and when", "━ certain ┄ possible letter: source"}},
	} {
		for _, w := range []int{40, 60, 80, 120} {
			m := typed(t, New(Config{Config: session.Config{Data: c.data}, Width: w, Height: 36}), c.keys)
			frame := strings.Join(strings.Fields(plainFrame(m)), " ")
			said := false
			for _, want := range c.want {
				said = said || strings.Contains(frame, want)
			}
			if !said {
				t.Errorf("%q, %d columns: none of %q:\n%s", c.keys, w, c.want, plainFrame(m))
			}
		}
	}
}

// TestLegendsFit: what the help says of the signs of a picture has room on 80 columns, on
// any dataset.
func TestLegendsFit(t *testing.T) {
	t.Parallel()
	const room = 80 - 3 - 13 - 3
	for name, d := range map[string]*events.Dataset{"fixture": fixture(), "built-in": eventstest.BuiltIn(t), "large": eventstest.Generate(1000, 1), "empty": events.New(events.Meta{}, nil, nil, nil, nil)} {
		m := New(Config{Config: session.Config{Data: d}, Width: 80, Height: 24})
		for _, v := range m.views {
			p, ok := v.(view.Picture)
			if !ok {
				continue
			}
			for _, s := range p.Legend(m.c) {
				if cells := ansi.StringWidth(s[1]); cells > room {
					t.Errorf("%s, %s: %q takes %d columns of %d", name, v.Info().ID, s[1], cells, room)
				}
			}
		}
	}
}
