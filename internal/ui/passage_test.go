package ui

import (
	"errors"
	"strings"
	"testing"

	"timeline/internal/session"
)

// openedTie is the browser after a click on the office below a lane.
func openedTie(t *testing.T, change ...func(*Config)) *Model {
	t.Helper()
	m := typed(t, browser(120, 36, change...), "F\x15actor:anna-berg\r5")
	for y, line := range strings.Split(plainFrame(m), "\n") {
		if strings.Contains(line, "└ in VL") {
			next, cmd := m.Update(click(30, y))
			return settledBy(next.(*Model), cmd)
		}
	}
	t.Fatalf("no office:\n%s", plainFrame(m))
	return nil
}

// TestPassageOfATie: the article opens at the passage where its text is at hand; esc
// leads to what is quoted from it, and then back.
func TestPassageOfATie(t *testing.T) {
	t.Parallel()
	m := openedTie(t)
	if text := plainFrame(m); !strings.Contains(text, "Anna Berg is in Valley League") || !strings.Contains(text, "Of the year after") {
		t.Errorf("not the article:\n%s", text)
	}
	if text := plainFrame(typed(t, m, "\x1b")); !strings.Contains(text, "Ferro, ") || strings.Contains(text, "Of the year after") || !strings.Contains(text, "No event rests") {
		t.Errorf("not the passage:\n%s", text)
	}
	if typed(t, m, "\x1b"); m.c.Over != nil || m.c.View.Info().ID != "lanes-view" {
		t.Error("esc does not lead back to the lanes")
	}
}

func TestPassageWithoutText(t *testing.T) {
	t.Parallel()
	m := openedTie(t, func(c *Config) { c.Articles = nil })
	if text := strings.Join(strings.Fields(plainFrame(m)), " "); !strings.Contains(text, "not at hand") {
		t.Errorf("it does not say how to have the article:\n%s", plainFrame(m))
	}
	typed(t, m, "\r\t") // nothing more to open, no other source
	m = openedTie(t, func(c *Config) {
		c.Articles = func() (session.Articles, error) { return nil, errors.New("the shelf is empty") }
	})
	if text := plainFrame(m); !strings.Contains(text, "the shelf is empty") {
		t.Errorf("the fault is not told:\n%s", text)
	}
}
