package ui

import (
	"fmt"
	"strings"
)

// KeysMarkdown is the table of actions as a document: docs/keys.md, which a test
// keeps current, and the source of the key list in the manual page.
func KeysMarkdown() string {
	var b strings.Builder
	b.WriteString("# Keys of the browser\n\nGenerated from the table of actions (`internal/ui/actions.go`). In the program, `?` lists the keys that work where you are and `:` runs any action by its name.\n")
	group := ""
	for _, a := range allActions() {
		if a.Group != group {
			group = a.Group
			fmt.Fprintf(&b, "\n## %s\n\n| keys | what they do | where | name |\n|---|---|---|---|\n", group)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | `%s` |\n", strings.ReplaceAll(a.Keys.Help().Key, "|", "\\|"), a.Title, a.Where, a.ID)
	}
	b.WriteString("\n## While something is typed\n\nLetters are text. Enter accepts; escape first empties the line, then closes it. In the pickers: ↑ ↓ move, tab chooses several, `^E` excludes, `^G` takes a group with its members and predecessors, `^A` turns any-of into all-of.\n")
	return b.String()
}
