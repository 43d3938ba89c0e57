package record

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// thing is what the tests read.
type thing struct {
	name  string
	words []string
	count int
	size  float64
	kind  uint8
}

func read(text string) (*Reader, thing) {
	r := NewReader("things/x.md")
	var x thing
	if !r.Raw([]byte(text)) {
		return r, x
	}
	front, _, ok := SplitFrontMatter([]byte(text))
	if !ok {
		r.Fail(1, "front-matter", "it is not closed", "close it")
		return r, x
	}
	r.Offset = 1
	if n := r.Document(front); n != nil {
		r.Mapping(n, "the thing", Fields{
			"name": r.Line(&x.name), "words": r.Texts(&x.words), "count": r.Count(&x.count), "size": r.Number(&x.size),
			"kind": One(r, &x.kind, []string{"large", "small"}), "any": func(*yaml.Node) {},
		}, "name")
	}
	return r, x
}

func TestReader(t *testing.T) {
	t.Parallel()
	r, x := read("---\nname: >-\n  a\n  lamp\nwords: [b, c]\ncount: 3\nsize: -1.5\nkind: small\n---\nbody\n")
	if len(r.Problems) > 0 || x.name != "a lamp" || strings.Join(x.words, "") != "bc" || x.count != 3 || x.size != -1.5 || x.kind != 1 {
		t.Errorf("%+v, %v", x, r.Problems)
	}
	if r.Lines["words"] != 5 || r.Lines["words/1"] != 5 {
		t.Errorf("lines %v", r.Lines)
	}
}

// Every fault is told with its line and what to do.
func TestFaults(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"---\nname: x\nnmae: y\n---\n":                                `things/x.md:3: the thing has no field "nmae" (did you mean "name"?) [unknown-field]`,
		"---\nname: x\nname: y\n---\n":                                `things/x.md:3: `,
		"---\ncount: 1\n---\n":                                        `things/x.md:2: the thing lacks "name" (add it) [missing-field]`,
		"---\nname: x\ncount: -1\n---\n":                              `things/x.md:3: "-1" is not a whole number`,
		"---\nname: x\nsize: .inf\n---\n":                             `things/x.md:3: ".inf" is not a number`,
		"---\nname: x\nkind: lrage\n---\n":                            `things/x.md:3: unknown kind "lrage" (did you mean "large"?) [vocabulary]`,
		"---\nname: [x]\n---\n":                                       `things/x.md:2: "name" must be a text`,
		"---\nname: x\nwords: y\n---\n":                               `things/x.md:3: "words" must be a list`,
		"---\n- x\n---\n":                                             `things/x.md:2: the thing must be a mapping`,
		"---\nname: &a x\nany: *a\n---\n":                             `YAML anchors and aliases are not used here`,
		"---\nname: !!str x\n---\n":                                   `YAML tag`,
		"---\nname: \"a\\u202eb\"\n---\n":                             `things/x.md:2: "name" holds `,
		"---\nname: a\x1b[2J\n---\n":                                  `things/x.md:2: column 8: `,
		"---\nname: " + strings.Repeat("x", MaxLineBytes) + "\n---\n": `a line of `,
		"---\n": `it is not closed`,
	} {
		r, _ := read(text)
		if len(r.Problems) == 0 || !strings.Contains(r.Problems.Error(), want) {
			t.Errorf("%.60q: %.200v, not %s", text, r.Problems, want)
		}
	}
}

func TestSortedAndBounded(t *testing.T) {
	t.Parallel()
	ps := Problems{{File: "b", Line: 1}, {File: "a", Line: 2}, {File: "a", Line: 1}, {File: "a", Line: 1}}
	if got := ps.Sorted(); len(got) != 3 || got[0].Line != 1 || got[2].File != "b" {
		t.Errorf("%v", got)
	}
	if got := make(Problems, MaxProblems+5).Bounded(); len(got) != MaxProblems+1 || got[MaxProblems].Rule != "more" {
		t.Errorf("%d are listed", len(got))
	}
}
