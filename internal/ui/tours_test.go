package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// inTour is the browser in a tour of the built-in dataset.
func inTour(t testing.TB, w, h int, name string) *Model {
	return builtIn(t, w, h, func(c *Config) { c.Tours.Start = name })
}

func TestTry(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 17}, {40, 12}} {
		for _, keys := range []string{"", "6\r ", "6\r   ", "6\rA"} {
			m := typed(t, inTour(t, size[0], size[1], "aqim-in-mali"), keys)
			t.Logf("%v %q\n%s", size, keys, strings.Join(strings.Split(ansi.Strip(m.Frame()), "\n"), "|\n"))
		}
	}
}
