package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/events"
	"timeline/internal/query"
)

// embedded is the built-in dataset, as the program opens it.
func embedded(t testing.TB) *events.Dataset {
	t.Helper()
	d, err := (&program{err: io.Discard, out: io.Discard}).dataset()
	var problems events.Problems
	if errors.As(err, &problems) {
		t.Skipf("the built-in dataset is broken, which its own test says: %s …", problems[0])
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestQueryExamples runs every example of the help on the built-in dataset: each
// must be read, be written back as it stands, and find something.
func TestQueryExamples(t *testing.T) {
	t.Parallel()
	d := embedded(t)
	var examples []string
	for _, e := range queryExamples {
		examples = append(examples, e[0])
	}
	for _, k := range query.Keys() {
		examples = append(examples, k.Example)
	}
	for _, e := range examples {
		q, err := query.Parse(d, e)
		if err != nil {
			t.Errorf("%s: %v", e, err)
			continue
		}
		if query.Select(d, q).Empty() {
			t.Errorf("%s: finds nothing", e)
		}
	}
}

// TestReadmeExamples runs what the README, the help and the man page show to be
// typed: each line must be a command that finds something. Lines with an open end
// (a pipe, a file, a folder of the reader's) and the browser itself are left out.
func TestReadmeExamples(t *testing.T) {
	t.Parallel()
	embedded(t)
	var lines []string
	if readme, err := os.ReadFile("../../README.md"); err == nil {
		lines = append(lines, fenced(string(readme))...)
	}
	root := newRoot(&program{out: io.Discard, err: io.Discard})
	lines = append(lines, strings.Split(root.Example, "\n")...)
	for _, c := range root.Commands() {
		lines = append(lines, strings.Split(c.Example, "\n")...)
	}
	path := filepath.Dir(binary(t)) + string(filepath.ListSeparator) + os.Getenv("PATH")
	ran := 0
	for _, line := range lines {
		line, _, _ = strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "$ "), "   ")
		args := strings.Fields(line)
		if len(args) < 2 || args[0] != "timeline" || strings.ContainsAny(line, "|><~[…·") || strings.Contains(line, " -o ") || slices.ContainsFunc(args, isPlaceholder) {
			continue
		}
		c, _, err := root.Find(args[1:])
		if err != nil || c == root || slices.Contains([]string{"check", "verify", "add", "init", "new", "proof", "import"}, c.Name()) || c.Parent().Name() == "new" || line == "timeline articles list" {
			continue // what these find or make is the data's own matter, and the reader's
		}
		ran++
		cmd := exec.Command("sh", "-c", line)
		cmd.Dir = t.TempDir() // some write files
		cmd.Env = append(os.Environ(), "PATH="+path)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%.400s", line, err, out)
		}
	}
	if ran < 15 {
		t.Errorf("only %d examples were found", ran)
	}
}

// isPlaceholder tells whether a word stands for another: ID, DATE, FILE.
func isPlaceholder(word string) bool {
	return strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// fenced returns the lines of a document's fenced code.
func fenced(doc string) []string {
	var lines []string
	in := false
	for line := range strings.SplitSeq(doc, "\n") {
		if strings.HasPrefix(line, "```") {
			in = !in
		} else if in {
			lines = append(lines, line)
		}
	}
	return lines
}

// TestQueryDocument keeps docs/query.md what the help says.
func TestQueryDocument(t *testing.T) {
	t.Parallel()
	const path = "../../docs/query.md"
	want := markdown(querySections())
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(got), want); d != "" {
		t.Errorf("docs/query.md is not current; run: go generate ./cmd/timeline\n%s", d)
	}
}

// markdown writes help as a document.
func markdown(list []section) string {
	var b strings.Builder
	for n, s := range list {
		fmt.Fprintf(&b, "%s %s\n\n", map[bool]string{true: "#", false: "##"}[n == 0], s.title)
		if s.text != "" {
			b.WriteString(asMarkdown(s.text) + "\n\n")
		}
		if len(s.rows) > 0 {
			b.WriteString("| | |\n|---|---|\n")
			for _, r := range s.rows {
				fmt.Fprintf(&b, "| `%s` | %s |\n", r[0], r[1])
			}
			b.WriteByte('\n')
		}
		if s.after != "" {
			b.WriteString(asMarkdown(s.after) + "\n\n")
		}
	}
	return strings.TrimSpace(b.String()) + "\n"
}

// asMarkdown makes code blocks of indented lines.
func asMarkdown(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if rest, ok := strings.CutPrefix(l, "  "); ok {
			lines[i] = "    " + rest
		}
	}
	return strings.Join(lines, "\n")
}

// TestEveryGoldenIsGenerated: "go generate ./..." renews what every package's tests
// compare with, as CONTRIBUTING.md says.
func TestEveryGoldenIsGenerated(t *testing.T) {
	t.Parallel()
	declares, runs := map[string]bool{}, map[string]bool{}
	files, err := filepath.Glob("../../internal/*/*_test.go")
	deeper, _ := filepath.Glob("../../internal/*/*/*_test.go")
	own, _ := filepath.Glob("*_test.go")
	for _, file := range slices.Concat(files, deeper, own) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSpace(line); line == `"timeline/internal/goldentest"` || strings.HasPrefix(strings.TrimPrefix(line, "var "), `update = flag.Bool("update"`) {
				declares[filepath.Dir(file)] = true
			}
			if line == "//go:generate go test . -update" {
				runs[filepath.Dir(file)] = true
			}
		}
	}
	if err != nil || len(declares) < 5 {
		t.Fatalf("only %d packages have golden files: %v", len(declares), err)
	}
	for dir := range declares {
		if !runs[dir] {
			t.Errorf("%s: add the line //go:generate go test . -update to a test", dir)
		}
	}
}

// TestEveryCommandIsDocumented holds the man page and the help against the tree
// of commands.
func TestEveryCommandIsDocumented(t *testing.T) {
	t.Parallel()
	root := newRoot(&program{out: io.Discard, err: io.Discard})
	man := manPage(root)
	for _, c := range root.Commands() {
		if !c.IsAvailableCommand() {
			continue
		}
		if !strings.Contains(man, "timeline "+strings.Fields(c.Use)[0]) {
			t.Errorf("the man page lacks %s", c.Name())
		}
		if c.GroupID == "" {
			t.Errorf("%s stands under no heading", c.Name())
		}
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: short help %q", c.Name(), c.Short)
		}
		if c.Long == "" && c.Name() != "query" && c.Name() != "help" {
			t.Errorf("%s has no long help", c.Name())
		}
		for _, line := range strings.Split(c.Long+"\n"+c.Example, "\n") {
			if len([]rune(line)) > 88 {
				t.Errorf("%s: a line of its help is too long: %s", c.Name(), line)
			}
		}
	}
	for _, f := range []string{"data", "articles", "color"} {
		if !strings.Contains(man, `\-\-`+f) {
			t.Errorf("the man page lacks --%s", f)
		}
	}
}

// TestJSONDocument holds docs/json.md against the fields that records have.
func TestJSONDocument(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	d := lamp(t)
	for what, v := range map[string]any{
		"actor": actorJSON(d, d.Actor("edda-voss"), 1), "place": placeJSON(d.Place("skerry"), 1), "source": sourceJSON(d, d.Source("brandt-1950"), 1),
	} {
		_, part, ok := strings.Cut(string(doc), "timeline "+what+"s --json")
		part, _, _ = strings.Cut(part, "\n## ")
		if !ok {
			t.Errorf("docs/json.md has nothing of %ss", what)
		}
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var fields any
		if err := json.Unmarshal(text, &fields); err != nil {
			t.Fatal(err)
		}
		for _, name := range fieldNames(fields) {
			if !strings.Contains(part, "`"+name+"`") {
				t.Errorf("docs/json.md does not tell of the %s's field %s", what, name)
			}
		}
	}
}

// fieldNames are the names of all fields in a JSON value.
func fieldNames(v any) (names []string) {
	switch v := v.(type) {
	case map[string]any:
		for name, field := range v {
			names = append(append(names, name), fieldNames(field)...)
		}
	case []any:
		for _, e := range v {
			names = append(names, fieldNames(e)...)
		}
	}
	return names
}

// TestManPageFormats lets a formatter of man pages read the page, where there is one.
func TestManPageFormats(t *testing.T) {
	t.Parallel()
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("groff is not here")
	}
	cmd := exec.Command(groff, "-k", "-man", "-Tutf8", "-ww", "-z")
	cmd.Stdin = strings.NewReader(manPage(newRoot(&program{out: io.Discard, err: io.Discard})))
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
}

// lamp is the invented dataset.
func lamp(t testing.TB) *events.Dataset {
	t.Helper()
	d, err := events.Load(lampFS(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func lampFS(t testing.TB) fs.FS {
	t.Helper()
	files, err := fixtureFiles()
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		if rest, ok := strings.CutPrefix(name, "lamp/"); ok {
			fsys[rest] = &fstest.MapFile{Data: text}
		}
	}
	return fsys
}
