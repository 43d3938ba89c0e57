package ui

import (
	"slices"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/goldentest"
)

// TestKeysDocument keeps docs/keys.md what the table of actions says.
func TestKeysDocument(t *testing.T) {
	t.Parallel()
	goldentest.Check(t, "../../docs/keys.md", KeysMarkdown())
}

// TestHelpFits: what the help says of a key or a sign of the list has room on 80
// columns, beside the signs of the row and twelve columns for the key.
func TestHelpFits(t *testing.T) {
	t.Parallel()
	const room = 80 - 3 - 13 - 3
	said := slices.Clone(legend)
	actions, _ := table()
	for _, a := range actions {
		said = append(said, [2]string{a.ID, a.Title})
	}
	for _, s := range said {
		if w := ansi.StringWidth(s[1]); w > room {
			t.Errorf("%s: %q takes %d columns of %d", s[0], s[1], w, room)
		}
	}
}
