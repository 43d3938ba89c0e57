package paint

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/events"
	"timeline/internal/ui/theme"
)

// Restyle highlights words in a line that already holds escape sequences. The
// line's own looks come back after each match.
func Restyle(line string, words []string, found theme.Look) string {
	if len(words) == 0 {
		return line
	}
	plain := ansi.Strip(line)
	var b strings.Builder
	at := 0
	for _, s := range events.ProseSpans(plain, words) {
		from, to := Width(plain[:s[0]]), Width(plain[:s[1]])
		b.WriteString(ansi.Cut(line, at, from))
		b.WriteString(ansi.ResetStyle)
		b.WriteString(found.Paint(plain[s[0]:s[1]]))
		at = to
	}
	if at == 0 {
		return line
	}
	b.WriteString(ansi.Cut(line, at, Width(plain)))
	return b.String()
}
