package view

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"timeline/internal/session"
	"timeline/internal/ui/paint"
)

// CopyOut gives a text to the clipboards and keeps it as Copied. The terminal never
// confirms OSC 52, so when no local clipboard took the text, the notice says how to see
// it.
func (c *Context) CopyOut(copied session.Copied) tea.Cmd {
	c.Copied = copied
	first, _, _ := strings.Cut(strings.TrimSpace(copied.Text), "\n")
	local := c.Clipboard
	return tea.Batch(tea.SetClipboard(copied.Text), func() tea.Msg {
		taken := local != nil && local(copied.Text) == nil
		return Later(func(c *Context) {
			if taken {
				c.Say("Copied the %s: %s", copied.What, paint.Clean(first))
			} else {
				c.Say("Sent the %s to the terminal’s clipboard (Y shows it): %s", copied.What, paint.Clean(first))
			}
		})
	})
}
