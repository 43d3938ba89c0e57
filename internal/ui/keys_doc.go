package ui

import (
	"cmp"
	"fmt"
	"strings"
)

// KeysMarkdown is the table of actions as a document: docs/keys.md, which a test
// keeps current, and the source of the key list in the manual page.
func KeysMarkdown() string {
	var b strings.Builder
	b.WriteString("# Keys of the browser\n\nGenerated from the table of actions (`internal/ui/actions.go`). In the program, `?` lists the keys that work where you are and `:` runs any action by its name. A key works everywhere, in one view alone, or in a part of the screen: the list, the detail beside it, the reader over both.\n")
	group := ""
	actions, of := table()
	for _, a := range actions {
		if a.Group != group {
			group = a.Group
			fmt.Fprintf(&b, "\n## %s\n\n| keys | what they do | where | name |\n|---|---|---|---|\n", group)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | `%s` |\n", strings.ReplaceAll(cmp.Or(a.Keys.Help().Key, ":"+a.ID), "|", "\\|"), a.Title, cmp.Or(of[a.ID], a.Where.String()), a.ID)
	}
	b.WriteString("\n## While something is typed\n\nLetters are text. Enter accepts; escape first empties the line, then closes it. In the pickers: ↑ ↓ move, tab chooses several, `^E` excludes, `^G` takes a group with its members and predecessors, `^A` turns any-of into all-of.\n")
	return b.String()
}
