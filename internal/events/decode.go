package events

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"timeline/internal/edtf"
)

// reader walks the YAML of one file. It collects every fault with its line
// instead of stopping at the first, and remembers the line of each field, so
// that rules checked later can point at it too.
type reader struct {
	file     string
	offset   int // lines before the YAML begins
	path     []string
	lines    map[string]int
	problems Problems
	types    []string // the dataset's words for types of events
	rigour   Rigour
	broken   bool // nothing could be read: rules that span records would only add noise
}

// fields maps the known keys of a mapping to what reads their values.
type fields map[string]func(*yaml.Node)

// The most faults of one file that are listed, and the most bytes of the words
// for one: values are quoted in them.
const (
	maxFileProblems = 1000
	maxWhatBytes    = 500
)

func (r *reader) fail(line int, rule, what, remedy string) {
	switch n := len(r.problems); {
	case n == maxFileProblems:
		line, rule, what, remedy = 0, "more", "there are more problems in this file", "mend those that are listed first"
	case n > maxFileProblems:
		return
	}
	r.problems = append(r.problems, Problem{File: r.file, Line: line, Rule: rule, What: shortened(what), Remedy: shortened(remedy)})
}

// shortened cuts the words for a fault.
func shortened(s string) string {
	if len(s) <= maxWhatBytes {
		return s
	}
	n := maxWhatBytes
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

func (r *reader) failAt(n *yaml.Node, rule, what, remedy string) {
	r.fail(n.Line+r.offset, rule, what, remedy)
}

// document parses one YAML document and returns its top node, or nil.
func (r *reader) document(text []byte) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		line, msg := yamlFault(err)
		r.broken = true
		r.fail(max(line, 1)+r.offset, "yaml", msg, "mend the YAML: quote a value that holds “: ” or “#”, and indent with spaces")
		return nil
	}
	if len(doc.Content) == 0 {
		r.broken = true
		r.fail(1+r.offset, "yaml", "there is nothing here", "write the fields that data/README.md lists")
		return nil
	}
	return doc.Content[0]
}

// yamlFault takes the line, from one or zero if it is not known, and the words out of
// a YAML error.
func yamlFault(err error) (line int, msg string) {
	var fault *yaml.LoadError
	if !errors.As(err, &fault) {
		return 0, strings.Join(strings.Fields(err.Error()), " ")
	}
	line, msg = fault.Mark.Line, fault.Message
	if line == 0 {
		line = fault.ContextMark.Line
	}
	if fault.ContextMsg != "" {
		msg = fault.ContextMsg + ": " + msg
	}
	return line, msg
}

// plain refuses what hand-written data does not need: aliases and tags can make
// a small file expand without bound or mean something that it does not show.
func (r *reader) plain(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.failAt(n, "yaml", "YAML anchors and aliases are not used here", "write the value out")
	case n.Style&yaml.TaggedStyle != 0:
		r.failAt(n, "yaml", fmt.Sprintf("YAML tag %q is not used here", n.Tag), "leave the tag out")
	default:
		return true
	}
	return false
}

// mapping reads the keys of n. Keys in required must be there.
func (r *reader) mapping(n *yaml.Node, what string, known fields, required ...string) {
	if !r.plain(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.failAt(n, "shape", what+" must be a mapping of fields", "write “field: value” lines")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := known[key.Value]
		switch {
		case !ok:
			r.failAt(key, "unknown-field", fmt.Sprintf("%s has no field %q", what, key.Value), suggest(key.Value, keysOf(known)))
			continue
		case seen[key.Value]:
			r.failAt(key, "duplicate-field", fmt.Sprintf("field %q stands twice", key.Value), "keep one")
			continue
		}
		seen[key.Value] = true
		r.in(key.Value, value, func() {
			if r.plain(value) {
				read(value)
			}
		})
	}
	for _, k := range required {
		if !seen[k] && !r.rigour.spares(what, k) {
			r.failAt(n, "missing-field", fmt.Sprintf("%s lacks %q", what, k), "add it")
		}
	}
}

// in runs read with name added to the path, and remembers the line.
func (r *reader) in(name string, n *yaml.Node, read func()) {
	r.path = append(r.path, name)
	r.lines[strings.Join(r.path, "/")] = n.Line + r.offset
	read()
	r.path = r.path[:len(r.path)-1]
}

// maxItems bounds a list: some rules hold each of its items against each other.
const maxItems = 2000

// list reads each item of a sequence.
func (r *reader) list(each func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.SequenceNode {
			r.failAt(n, "shape", fmt.Sprintf("%q must be a list", r.path[len(r.path)-1]), "write “- item” lines or [a, b]")
			return
		}
		if len(n.Content) > maxItems {
			r.failAt(n, "too-many", fmt.Sprintf("%q has %d items", r.path[len(r.path)-1], len(n.Content)), fmt.Sprintf("keep at most %d", maxItems))
			return
		}
		for i, item := range n.Content {
			r.in(strconv.Itoa(i), item, func() {
				if r.plain(item) {
					each(item)
				}
			})
		}
	}
}

// text reads a scalar whose characters are all safe to show.
func (r *reader) text(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			r.failAt(n, "shape", fmt.Sprintf("%q must be a text", r.path[len(r.path)-1]), "write one value")
			return
		}
		s := strings.TrimSpace(n.Value)
		if _, what := textFault(s); what != "" {
			r.failAt(n, "text", fmt.Sprintf("%q holds %s", r.path[len(r.path)-1], what), remedyText)
			s = ""
		}
		*dst = s
	}
}

// line reads a text of one line: breaks become spaces.
func (r *reader) line(dst *string) func(*yaml.Node) {
	read := r.text(dst)
	return func(n *yaml.Node) {
		read(n)
		*dst = strings.Join(strings.Fields(*dst), " ")
	}
}

func (r *reader) texts(dst *[]string) func(*yaml.Node) {
	return r.list(func(n *yaml.Node) {
		var s string
		r.line(&s)(n)
		*dst = append(*dst, s)
	})
}

func (r *reader) date(dst *edtf.Date) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d, err := edtf.Parse(n.Value)
		if err != nil {
			r.failAt(n, "date", err.Error(), "dates are EDTF: 2012-04-02, 2012-04, 2012-07~, [2006,2007]")
			return
		}
		*dst = d
	}
}

func (r *reader) locator(dst *Locator) func(*yaml.Node) {
	return func(n *yaml.Node) {
		l, ok := ParseLocator(n.Value)
		if !ok {
			r.failAt(n, "locator", fmt.Sprintf("locator %q is not a block", n.Value), "write p12 for paragraph 12, n4 for note 4, pg14 for page 14, t1:23:45 for a time, v3:16, fig2, h2, c1 or b1")
			return
		}
		*dst = l
	}
}

func (r *reader) number(dst *float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		f, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			r.failAt(n, "number", fmt.Sprintf("%q is not a number", n.Value), "write degrees such as 16.77 or -3.01")
			return
		}
		*dst = f
	}
}

func (r *reader) count(dst *int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		i, err := strconv.Atoi(n.Value)
		if err != nil || i < 0 {
			r.failAt(n, "number", fmt.Sprintf("%q is not a whole number", n.Value), "write digits only")
			return
		}
		*dst = i
	}
}

// one reads a word of a closed vocabulary.
func one[T ~uint8](r *reader, dst *T, names []string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if i := r.oneOf(n, names); i >= 0 {
			*dst = T(i)
		}
	}
}

// oneOf returns the place of a word among names, or -1 for one that it refuses.
func (r *reader) oneOf(n *yaml.Node, names []string) int {
	i := slices.Index(names, n.Value)
	if i < 0 {
		r.failAt(n, "vocabulary", fmt.Sprintf("unknown %s %q", r.path[len(r.path)-1], n.Value), suggest(n.Value, names))
	}
	return i
}

// kind reads an event's type.
func (r *reader) kind(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if r.oneOf(n, r.types) >= 0 {
			*dst = n.Value
		}
	}
}

// suggest names the nearest candidate, or all of them.
func suggest(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "one of " + strings.Join(candidates, ", ")
}

func keysOf(known fields) []string {
	return slices.Sorted(maps.Keys(known))
}
