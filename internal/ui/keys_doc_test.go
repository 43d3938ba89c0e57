package ui

import (
	"testing"

	"timeline/internal/goldentest"
)

// TestKeysDocument keeps docs/keys.md what the table of actions says.
func TestKeysDocument(t *testing.T) {
	t.Parallel()
	goldentest.Check(t, "../../docs/keys.md", KeysMarkdown())
}
