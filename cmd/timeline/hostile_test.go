package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"timeline/internal/cite"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/export"
	"timeline/internal/printable"
)

// A pack is somebody else's file and may hold any text. No command writes any of
// it raw, on either stream, in any format; and neither does what was typed come
// back raw in an error.

// ran runs the program in a home and returns what it wrote.
func ran(t testing.TB, home, stdin string, args ...string) (out, errs string, code int) {
	t.Helper()
	out, errs, code, err := runHere(stdin, []string{"HOME=" + home, "SOURCE_DATE_EPOCH=0"}, args...)
	if err != nil {
		t.Fatal(err)
	}
	return out, errs, code
}

// sgrSequence is the only kind of escape sequence that commands write.
var sgrSequence = regexp.MustCompile("\x1b\\[[0-9;]*m")

// unclean tells what of a text a terminal would act on, or "".
func unclean(s string) string {
	for l := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		l = strings.ReplaceAll(l, "\t", " ") // between columns
		if printable.Line(l) != l {
			return fmt.Sprintf("%.300q", l)
		}
	}
	return ""
}

// uncleanJSON does the same for JSON, whose strings may hold what is merely odd.
func uncleanJSON(s string) string {
	for _, r := range s {
		if ' ' <= r && r <= '~' {
			continue
		}
		if joiner := r == '\u200c' || r == '\u200d'; r != '\n' && !joiner && unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) {
			return fmt.Sprintf("%U", r)
		}
	}
	return ""
}

// hostilePack writes a pack that is text in every field.
func hostilePack(t testing.TB, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "hostile.pack")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := events.WritePack(f, eventstest.Hostile(text, "1932-x"), ""); err != nil {
		t.Fatal(err)
	}
	return name
}

// hostileCommands are ways to every output of every command.
func hostileCommands() [][]string {
	commands := [][]string{
		{}, {"list"}, {"list", "--sort", "title"}, {"list", "is:disputed"}, {"list", "from:1932"}, {"list", "actor:1932-xa0"}, {"list", "date:1700"}, {"list", "actor:1932-xa0", "date:1700"},
		{"list", "x"}, {"list", "--color", "always"}, {"list", "--md"}, {"list", "--csv"},
		{"show", "1932-x1"}, {"show", "1932-x0"}, {"show", "1932-xnone"}, {"show", "1932-x1", "--color", "always"}, {"show", "1932"}, {"show", "type:attack"}, {"show", "nothing-there"},
		{"on", "1932-04-02"}, {"on", "04-02"}, {"on", "1932"}, {"on", "1700"},
		{"actors"}, {"actors", "1932-xa0"}, {"actors", "a"}, {"actors", "nobody"}, {"places"}, {"places", "1932-xp0"}, {"places", "p"}, {"sources"}, {"sources", "1932-xs1"}, {"sources", "s"},
		{"cite", "1932-x1", "--source", "1932-xs0"}, {"cite", "1932-x1", "--source", "nothing"}, {"cite", "1932-xs0", "--accessed", "2020-01-01"}, {"cite", "1932-xnone"}, {"cite", "1932"},
		{"quiz", "order", "--seed", "1", "--number", "2", "--print", "--answers"}, {"quiz", "source", "--seed", "1", "--print", "--answers"}, {"quiz", "basis", "--seed", "1"},
		{"quiz", "alone", "--seed", "1", "--md", "--answers"}, {"quiz", "agree", "--seed", "1", "--csv", "--answers"}, {"quiz", "who", "--seed", "1", "--print"}, {"tours"}, {"handout", "x"},
		{"check"}, {"verify"}, {"version"}, {"articles"},
		{"__complete", "show", ""}, {"__complete", "list", ""}, {"__complete", "list", "actor:"}, {"__complete", "list", "place:"}, {"__complete", "list", "source:"}, {"__complete", "list", "tag:"}, {"__complete", "cite", ""}, {"__complete", "actors", ""}, {"__complete", "cite", "x", "--source", ""},
	}
	for _, s := range cite.Styles() {
		commands = append(commands, []string{"cite", "1932-x1", "1932-x0", "1932-xs1", "--style", s})
	}
	for _, f := range export.Formats() {
		commands = append(commands, []string{"export", "--to", f}, []string{"export", "--to", f, "actor:1932-xa0"})
	}
	for _, c := range []string{"list", "on", "show", "actors", "places", "sources", "check"} {
		words := map[string][]string{"on": {"1932"}, "show": {"1932-x1"}}
		commands = append(commands, append([]string{c, "--json"}, words[c]...))
	}
	return append(commands, []string{"list", "--jsonl"}, []string{"show", "--json", "1932-x0"}, []string{"actors", "--json", "1932-xa0"})
}

func TestNoCommandWritesHostileText(t *testing.T) {
	t.Parallel()
	for n, bomb := range eventstest.Bombs(*long) {
		t.Run(fmt.Sprintf("text %d", n), func(t *testing.T) {
			t.Parallel()
			home, pack := t.TempDir(), hostilePack(t, bomb)
			for k, c := range hostileCommands() {
				if sampled(n, k, bomb) {
					commandIsClean(t, bomb, home, pack, c)
				}
			}
		})
	}
}

// sampled tells whether a text is tried with a command: each text with some
// commands and each command with some texts, fewer for the long texts; with -long,
// every one, and of the long texts one in five.
func sampled(text, command int, bomb string) bool {
	step := map[bool]int{false: 17, true: 59}[len(bomb) > 900]
	if *long {
		step = map[bool]int{false: 1, true: 5}[len(bomb) > 900]
	}
	return (text+command)%step == 0
}

// commandIsClean runs a command on a pack with a hostile text and fails if any of
// that text comes out raw.
func commandIsClean(t *testing.T, bomb, home, pack string, command []string) {
	t.Helper()
	joined := strings.Join(command, " ")
	out, errs, code := ran(t, home, "", append([]string{"--data", pack}, command...)...)
	what := fmt.Sprintf("%.40q: timeline %s (%d)", bomb, joined, code)
	if f := unclean(errs); f != "" {
		t.Errorf("%s: standard error has %s", what, f)
	}
	if strings.Contains(joined, "icalendar") {
		out = strings.ReplaceAll(out, "\r\n ", "") // folded anywhere
	}
	switch {
	case strings.Contains(joined, "json") || strings.Contains(joined, "timelinejs") || strings.Contains(joined, "csl"):
		if f := uncleanJSON(out); f != "" {
			t.Errorf("%s: JSON has %s", what, f)
		}
		if !strings.Contains(joined, "jsonl") && out != "" && !json.Valid([]byte(out)) {
			t.Errorf("%s: this is no JSON: %.200q", what, out)
		}
	case strings.Contains(joined, "always"):
		if f := unclean(sgrSequence.ReplaceAllString(out, "")); f != "" {
			t.Errorf("%s: has %s", what, f)
		}
	default:
		if f := unclean(out); f != "" {
			t.Errorf("%s: has %s", what, f)
		}
	}
	if strings.Contains(joined, "csv") {
		safeCSV(t, what, out)
	}
}

// safeCSV fails for a cell that a spreadsheet takes for a formula.
func safeCSV(t *testing.T, what, text string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Errorf("%s: %v", what, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if first := strings.TrimLeft(cell, " "); first != "" && strings.ContainsRune("=+-@", rune(first[0])) {
				t.Errorf("%s: a formula: %.80q", what, cell)
			}
		}
	}
}

// TestHostileTextInConversation does it again where the browser talks in
// sentences.
func TestHostileTextInConversation(t *testing.T) {
	t.Parallel()
	for n, bomb := range eventstest.Bombs(true) {
		if n%4 != 0 && !*long {
			continue
		}
		pack := hostilePack(t, bomb)
		typed := "list\nnext\nread\nsources\nactors\nplaces\nhelp\nsearch a\nfilter x\ngo 1933\ncopy\n" + strings.ReplaceAll(bomb, "\n", " ") + "\nwho\nwhere\nnotes\nquit\n"
		out, errs, _ := ran(t, t.TempDir(), typed, "--data", pack, "--plain")
		if f := unclean(out); f != "" {
			t.Errorf("%.40q: the conversation has %s", bomb, f)
		}
		if f := unclean(errs); f != "" {
			t.Errorf("%.40q: its errors have %s", bomb, f)
		}
	}
}

func TestHostileArguments(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	for n, bomb := range eventstest.Bombs(false) {
		for k, args := range [][]string{
			{bomb}, {"list", bomb}, {"list", "actor:" + bomb}, {"list", "date:" + bomb}, {"list", bomb + ":x"}, {"list", "--sort", bomb}, {"list", "--" + bomb}, {"list", "-" + bomb}, {"list", "--limit", bomb},
			{"show", bomb}, {"show", "1932-" + bomb}, {"on", bomb}, {"actors", bomb}, {"places", bomb}, {"sources", bomb}, {"cite", bomb}, {"cite", "--style", bomb, "x"}, {"cite", "--source", bomb, "2012-04-02"},
			{"cite", "--accessed", bomb, "x"}, {"export", "--to", bomb}, {"export", "-o", "/nowhere/" + bomb + ".csv"}, {"--data", bomb, "list"}, {"--data", "/nowhere/" + bomb, "list"}, {"check", "/nowhere/" + bomb},
			{"--color", bomb, "list"}, {"--theme", bomb}, {"--articles", "/nowhere/" + bomb, "verify"}, {"completion", bomb}, {"help", bomb}, {"articles", "add", "/nowhere/" + bomb}, {"__complete", "list", bomb}, {"pack", "/nowhere/" + bomb},
		} {
			if !sampled(n, k, bomb) {
				continue
			}
			out, errs, _ := ran(t, home, "", args...)
			if f := unclean(out); f != "" {
				t.Errorf("%.80q: has %s", args, f)
			}
			if f := unclean(errs); f != "" {
				t.Errorf("%.80q: standard error has %s", args, f)
			}
		}
	}
}

// TestHostileFolder: the report of a folder's faults is clean too.
func TestHostileFolder(t *testing.T) {
	t.Parallel()
	dir, home := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		"dataset.yaml":                 "id: \"\\e]0;x\\a\"\ntitle: \x1b[31m\nperiod: 1\u202e\n\u0085: x\n",
		"events/1950-\x1b]0;x\a.md":    "---\ntitle: x\n---\n",
		"events/1950-x.md":             "---\ntitle: \"\\e[2J\"\n\"\\e\": 1\ntype: \"\\x9b\"\ndate: \"\\u202e\"\n---\n\x1b]0;x\a\n",
		"actors/\u202eevil.yaml":       "name: x\n",
		"sources/a\nb: [fake].yaml":    "title: x\n",
		"events/1950-line\nbreak-x.md": "x",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Skip("no such names here:", err)
		}
	}
	for _, args := range [][]string{{"check", dir}, {"check", dir, "--json"}, {"--data", dir, "list"}, {"--data", dir, "verify"}, {"--data", dir, "check"}, {"pack", dir}} {
		out, errs, code := ran(t, home, "", args...)
		if code == 0 {
			t.Errorf("%s: taken", args[0])
		}
		if f := unclean(out); f != "" {
			t.Errorf("%q: has %s", args, f)
		}
		if f := unclean(errs); f != "" {
			t.Errorf("%q: standard error has %s", args, f)
		}
		if bytes.Contains([]byte(out+errs), []byte("\nb: [fake]")) {
			t.Errorf("%q: a file's name makes a line of the report", args)
		}
	}
}
