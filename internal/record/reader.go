// Package record reads the text files that people write for timeline: YAML, and
// Markdown with YAML before it. It collects every fault with its line and with what to
// do about it, refuses what could act on a terminal, and bounds what a hostile file
// can make it do. What the fields mean is for its users to know.
package record

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Reader walks the YAML of one file. It collects every fault with its line
// instead of stopping at the first, and remembers the line of each field, so
// that rules checked later can point at it too.
type Reader struct {
	File     string         // as problems name it
	Offset   int            // lines before the YAML begins
	Lines    map[string]int // of each field, by its path: "claims/0/at"
	path     []string
	Problems Problems
	Spares   func(what, field string) bool // what may lack a field all the same; nil for nothing
	Broken   bool                          // nothing could be read: rules that span records would only add noise
}

// NewReader returns a reader for the file of that name.
func NewReader(file string) *Reader { return &Reader{File: file, Lines: map[string]int{}} }

// Fields maps the known keys of a mapping to what reads their values.
type Fields map[string]func(*yaml.Node)

// The most faults of one file that are listed, and the most bytes of the words
// for one: values are quoted in them.
const (
	maxFileProblems = 1000
	maxWhatBytes    = 500
)

// Fail notes a fault of a line, from one; zero is the whole file.
func (r *Reader) Fail(line int, rule, what, remedy string) {
	switch n := len(r.Problems); {
	case n == maxFileProblems:
		line, rule, what, remedy = 0, "more", "there are more problems in this file", "mend those that are listed first"
	case n > maxFileProblems:
		return
	}
	r.Problems = append(r.Problems, Problem{File: r.File, Line: line, Rule: rule, What: Shortened(what), Remedy: Shortened(remedy)})
}

// Shortened cuts the words for a fault.
func Shortened(s string) string {
	if len(s) <= maxWhatBytes {
		return s
	}
	n := maxWhatBytes
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// FailAt notes a fault of a node.
func (r *Reader) FailAt(n *yaml.Node, rule, what, remedy string) {
	r.Fail(n.Line+r.Offset, rule, what, remedy)
}

// Document parses one YAML document and returns its top node, or nil.
func (r *Reader) Document(text []byte) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		line, what, remedy := yamlFault(err)
		r.Broken = true
		r.Fail(max(line, 1)+r.Offset, "yaml", what, remedy)
		return nil
	}
	if len(doc.Content) == 0 {
		r.Broken = true
		r.Fail(1+r.Offset, "yaml", "there is nothing here", "write its fields")
		return nil
	}
	return doc.Content[0]
}

// plain refuses what hand-written data does not need: aliases and tags can make
// a small file expand without bound or mean something that it does not show.
func (r *Reader) plain(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.FailAt(n, "yaml", "YAML anchors and aliases are not used here", "write the value out")
	case n.Style&yaml.TaggedStyle != 0:
		r.FailAt(n, "yaml", fmt.Sprintf("YAML tag %q is not used here", n.Tag), "leave the tag out")
	default:
		return true
	}
	return false
}

// Mapping reads the keys of n. Keys in required must be there.
func (r *Reader) Mapping(n *yaml.Node, what string, known Fields, required ...string) {
	if !r.plain(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.FailAt(n, "shape", what+" must be a mapping of fields", "write “field: value” lines")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := known[key.Value]
		switch {
		case !ok:
			r.FailAt(key, "unknown-field", fmt.Sprintf("%s has no field %q", what, key.Value), instead(what, key.Value, known))
			continue
		case seen[key.Value]:
			r.FailAt(key, "duplicate-field", fmt.Sprintf("field %q stands twice", key.Value), "keep one")
			continue
		}
		seen[key.Value] = true
		r.In(key.Value, value, func() {
			if r.plain(value) {
				read(value)
			}
		})
	}
	for _, k := range required {
		if !seen[k] && (r.Spares == nil || !r.Spares(what, k)) {
			r.FailAt(n, "missing-field", fmt.Sprintf("%s lacks %q", what, k), "add it")
		}
	}
}

// instead is what to do about a field that is not known.
func instead(what, field string, known Fields) string {
	if what == "the event" && slices.Contains([]string{"summary", "text", "description", "body"}, field) {
		return "write it below the fields, after the second ---"
	}
	return Suggest(field, slices.Sorted(maps.Keys(known)))
}

// In runs read with name added to the path, and remembers the line.
func (r *Reader) In(name string, n *yaml.Node, read func()) {
	r.path = append(r.path, name)
	r.Lines[strings.Join(r.path, "/")] = n.Line + r.Offset
	read()
	r.path = r.path[:len(r.path)-1]
}

// maxItems bounds a list: some rules hold each of its items against each other.
const maxItems = 2000

// What reads a value is asked for at many places. List, Text and Line are not inlined:
// each place would have code of its own for them.

// List reads each item of a sequence.
//
//go:noinline
func (r *Reader) List(each func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) { r.list(n, each) }
}

func (r *Reader) list(n *yaml.Node, each func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.FailAt(n, "shape", fmt.Sprintf("%q must be a list", r.path[len(r.path)-1]), "write “- item” lines or [a, b]")
		return
	}
	if len(n.Content) > maxItems {
		r.FailAt(n, "too-many", fmt.Sprintf("%q has %d items", r.path[len(r.path)-1], len(n.Content)), fmt.Sprintf("keep at most %d", maxItems))
		return
	}
	for i, item := range n.Content {
		r.In(strconv.Itoa(i), item, func() {
			if r.plain(item) {
				each(item)
			}
		})
	}
}

// Text reads a scalar whose characters are all safe to show.
//
//go:noinline
func (r *Reader) Text(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) { *dst = r.text(n, *dst) }
}

// text is a node's text; what it is otherwise, if the node is none.
func (r *Reader) text(n *yaml.Node, otherwise string) string {
	if n.Kind != yaml.ScalarNode {
		r.FailAt(n, "shape", fmt.Sprintf("%q must be a text", r.path[len(r.path)-1]), "write one value")
		return otherwise
	}
	s := strings.TrimSpace(n.Value)
	if _, what := TextFault(s); what != "" {
		r.FailAt(n, "text", fmt.Sprintf("%q holds %s", r.path[len(r.path)-1], what), RemedyText)
		return ""
	}
	return s
}

// Line reads a text of one line: breaks become spaces.
//
//go:noinline
func (r *Reader) Line(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) { *dst = strings.Join(strings.Fields(r.text(n, *dst)), " ") }
}

// Texts reads a list of texts of one line each.
func (r *Reader) Texts(dst *[]string) func(*yaml.Node) {
	return r.List(func(n *yaml.Node) {
		var s string
		r.Line(&s)(n)
		*dst = append(*dst, s)
	})
}

// Number reads a finite number.
func (r *Reader) Number(dst *float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		f, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			r.FailAt(n, "number", fmt.Sprintf("%q is not a number", n.Value), "write degrees such as 16.77 or -3.01")
			return
		}
		*dst = f
	}
}

// Count reads a whole number that is not negative.
func (r *Reader) Count(dst *int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		i, err := strconv.Atoi(n.Value)
		if err != nil || i < 0 {
			r.FailAt(n, "number", fmt.Sprintf("%q is not a whole number", n.Value), "write digits only")
			return
		}
		*dst = i
	}
}

// One reads a word of a closed vocabulary.
func One[T ~uint8](r *Reader, dst *T, names []string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if i := r.OneOf(n, names); i >= 0 {
			*dst = T(i)
		}
	}
}

// OneOf returns the place of a word among names, or -1 for one that it refuses.
func (r *Reader) OneOf(n *yaml.Node, names []string) int {
	i := slices.Index(names, n.Value)
	if i < 0 {
		r.FailAt(n, "vocabulary", fmt.Sprintf("unknown %s %q", r.path[len(r.path)-1], n.Value), Suggest(n.Value, names))
	}
	return i
}

// Suggest names the nearest candidate, or all of them.
func Suggest(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "one of " + strings.Join(candidates, ", ")
}
