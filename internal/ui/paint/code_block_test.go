package paint

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"timeline/internal/ui/theme"
)

// TestCodeBlockIsPlainText holds the stand-in for the highlighter of code to what
// it promises: the text comes out as it went in, in no colours of its own.
func TestCodeBlockIsPlainText(t *testing.T) {
	t.Parallel()
	const code = "func main() { fmt.Println(\"hello\") } // 1 < 2"
	var rows []string
	for _, line := range Markdown("```go\n"+code+"\n```\n", 70, theme.New(true, colorprofile.TrueColor)) {
		rows = append(rows, ansi.Strip(string(line)))
	}
	if got := strings.Join(rows, "\n"); !strings.Contains(got, code) {
		t.Errorf("the code block:\n%s\nlacks\n%s", got, code)
	}
}
