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
	for _, a := range newTable() {
		if a.group != group {
			group = a.group
			fmt.Fprintf(&b, "\n## %s\n\n| keys | what they do | where | name |\n|---|---|---|---|\n", group)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | `%s` |\n", strings.ReplaceAll(a.keys.Help().Key, "|", "\\|"), a.title, a.where, a.id)
	}
	b.WriteString("\n## While something is typed\n\nLetters are text. Enter accepts; escape first empties the line, then closes it. In the pickers: ↑ ↓ move, tab chooses several, `^E` excludes, `^G` takes a group with its members and predecessors, `^A` turns any-of into all-of.\n")
	return b.String()
}

// String says in words where an action's keys work.
func (s scope) String() string {
	switch s {
	case anywhere:
		return "everywhere"
	case inList:
		return "list"
	case inSide:
		return "detail"
	case inReader:
		return "reader"
	case inSide | inReader:
		return "detail, reader"
	case inList | inSide:
		return "list, detail"
	}
	return ""
}

// Actions lists every action of the screen by its stable name and title, for the
// manual and for the plain conversation, which has a twin of each.
func Actions() (ids, titles []string) {
	for _, a := range newTable() {
		ids, titles = append(ids, a.id), append(titles, a.title)
	}
	return ids, titles
}
