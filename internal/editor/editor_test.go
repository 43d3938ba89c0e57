package editor

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestArgs(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ words, file, want string }{
		{"vi", "events/x.md", "+7 events/x.md"},
		{"/usr/bin/nvim -u NONE", "x.md", "+7 x.md"},
		{"emacsclient -t", "x.md", "+7 x.md"},
		{"hx", "x.md", "x.md:7"},
		{"code", "x.md", "--wait -g x.md:7"},
		{"code --wait", "x.md", "-g x.md:7"},
		{"subl -w", "x.md", "x.md:7"},
		{"Code.exe", "x.md", "--wait -g x.md:7"},
		{"kate", "x.md", "--block --line 7 x.md"},
		{"gvim", "x.md", "-f +7 x.md"},
		{"my-editor", "x.md", "x.md"},
		{"nano", "+3/x.md", "+7 ./+3/x.md"},
		{"nano", "-x/y.md", "+7 ./-x/y.md"},
	} {
		if got := strings.Join(Args(strings.Fields(test.words), test.file, 7), " "); got != test.want {
			t.Errorf("%s gets %q, want %q", test.words, got, test.want)
		}
	}
	if got := Args([]string{"vi"}, "LINE.md", 0); !slices.Equal(got, []string{"+1", "LINE.md"}) {
		t.Errorf("a line that is not known is %q", got)
	}
}

// programs makes a folder with programs of these names.
func programs(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestCommand(t *testing.T) {
	dir := programs(t, "vi", "my editor", "hx")
	t.Setenv("PATH", dir)
	for _, test := range []struct {
		env  map[string]string
		want []string
		fail string
	}{
		{env: map[string]string{}, want: []string{"vi", "+3", "f.md"}},
		{env: map[string]string{"EDITOR": "hx -v"}, want: []string{"hx", "-v", "f.md:3"}},
		{env: map[string]string{"EDITOR": "hx", "VISUAL": `vi -c 'set nu'`}, want: []string{"vi", "-c", "set nu", "+3", "f.md"}},
		{env: map[string]string{"VISUAL": "  ", "EDITOR": `"` + dir + `/my editor" -a ''`}, want: []string{dir + "/my editor", "-a", "", "f.md"}},
		{env: map[string]string{"EDITOR": "nowhere -x"}, fail: `EDITOR names "nowhere", which is not on this machine`},
		{env: map[string]string{"VISUAL": `vi "`}, fail: `VISUAL="vi \"" is no command`},
		{env: map[string]string{"VISUAL": `''`}, fail: "not on this machine"},
	} {
		cmd, err := Command(func(k string) string { return test.env[k] }, "f.md", 3)
		switch {
		case test.fail != "":
			if err == nil || !strings.Contains(err.Error(), test.fail) {
				t.Errorf("%v: %v, want %q", test.env, err, test.fail)
			}
		case err != nil:
			t.Errorf("%v: %v", test.env, err)
		case !slices.Equal(cmd.Args, test.want):
			t.Errorf("%v runs %q, want %q", test.env, cmd.Args, test.want)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := Command(func(string) string { return "" }, "f.md", 3); err == nil || !strings.Contains(err.Error(), "set EDITOR") {
		t.Errorf("without any editor: %v", err)
	}
}
