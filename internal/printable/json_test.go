package printable

import (
	"encoding/json"
	"testing"
)

// What is escaped means the same, and nothing of it acts on a terminal.
func TestJSON(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`"plain é 日本"`:            `"plain é 日本"`,
		"\"a\u202eb\u009bc\x7f\"": `"a\u202eb\u009bc\u007f"`,
		"\"tag \U000e0041\"":      `"tag \udb40\udc41"`,
	} {
		got := JSON(in)
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		var before, after string
		if err := json.Unmarshal([]byte(in), &before); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(got), &after); err != nil || before != after {
			t.Errorf("%q: means %q now (%v)", in, after, err)
		}
		if Block(got) != got {
			t.Errorf("%q: a terminal would act on %q", in, got)
		}
	}
}
