package record

import (
	"strings"
	"testing"
)

// TestYAMLFaults says of what people write wrongly by hand on which line it is wrong, and
// what to do.
func TestYAMLFaults(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"title: \"X\ndate: 1969\n":                "f:1: a quotation mark is opened here and never closed (close the value with",
		"date: 1969\ntitle: 'X\n":                 "f:2: a quotation mark is opened here",
		"title: Apollo 11: the landing\n":         "f:1: there is a “: ” too many",
		"title:X\ndate: 1969\n":                   "f:2: there is a “: ” too many, or no space after the colon of the line before",
		"title: x\n date: 1969\n":                 "f:2: there is a “: ” too many",
		"title: 'It's here'\n":                    "f:1: this stands behind the end of a quotation",
		"actors:\n - a\n- b\n":                    "f:3: this stands behind the end of a quotation, or at another depth",
		"title: @x\n":                             "f:1: a value begins with @, % or ` (put the whole value into quotation marks)",
		"date: 1\nactors: [a, b\ntitle: c\n":      "f:2: a list in [ ] begins here and is not closed",
		"date: 1\nclaims: {source: a\ntitle: c\n": "f:2: fields in { } begin here and are not closed",
		"title: x\njust text\n":                   "f:2: this line has no “field:”",
		"claims:\n - source: x\n  at: y\n":        "f:3: this line is indented otherwise",
		"title: *x\n":                             "f:1: a value begins with * or &",
		"title: & y\n":                            "f:1: a value begins with * or &",
		"title: - x\n":                            "f:1: a value begins with “- ” or “? ”",
		"title: , x\n":                            "f:1: a value begins with a comma or a closing bracket",
		"title: > x\n":                            "f:1: text stands on the line of > or |",
		"title: \"a\\qb\"\n":                      "f:1: a backslash between double quotation marks",
		"title: x\n\x01\n":                        "f:1: control characters are not allowed",
	} {
		r := NewReader("f")
		if r.Document([]byte(text)) != nil || len(r.Problems) != 1 || !strings.HasPrefix(r.Problems[0].String(), want) {
			t.Errorf("%q: %v, want %s", text, r.Problems, want)
		}
	}
}

// TestRaw refuses what is no UTF-8 in one sentence, and says of single characters what to
// write instead.
func TestRaw(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"\xff\xfea\x00\n\x00": "f: the file is UTF-16, which Windows calls “Unicode” (save it as UTF-8) [encoding]",
		"\xfe\xff\x00a\x00\n": "f: the file is UTF-16",
		"a\x00b\x00\n\x00":    "f: the file is UTF-16",
		"\x00a\x00b\x00\n":    "f: the file is UTF-16",
		"Guid\xe8re\n":        "f:1: column 5: byte 0xE8 is not UTF-8 (save the file as UTF-8) [text]",
		"a\n\tb\n":            "f:2: column 1: control character U+0009 (tab) (write spaces in its place) [text]",
		"a\rb\r":              "f:1: column 2: control character U+000D (carriage return) (save the file with the line ends of Unix or of Windows) [text]",
		"a\x00\n":             "f:1: column 2: control character U+0000 (null) (take it out",
		"é\n":                 "",
	} {
		r := NewReader("f")
		ok := r.Raw([]byte(text))
		if want == "" && ok {
			continue
		}
		if ok || len(r.Problems) == 0 || !strings.HasPrefix(r.Problems[0].String(), want) || strings.HasPrefix(want, "f: ") && len(r.Problems) > 1 {
			t.Errorf("%q: %v, want %s", text, r.Problems, want)
		}
	}
}

// TestFrontMatter takes a file apart at its lines of hyphens.
func TestFrontMatter(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"---\na: b\n---\ntext\n":      {"a: b", "text\n"},
		"--- \na: b\n---  \ntext":     {"a: b", "text"},
		"---\na: b\n---":              {"a: b", ""},
		"---\na: b\n---\nx\n---\ny\n": {"a: b", "x\n---\ny\n"},
		"---\na: b\n----\n---\ny":     {"a: b\n----", "y"},
		"---\n---\na: b\n---\ny":      {"---\na: b", "y"},
		"a: b\n---\n":                 {},
		"---\na: b\n":                 {},
		"---":                         {},
		"":                            {},
	} {
		front, body, ok := SplitFrontMatter([]byte(text))
		if got := [2]string{string(front), string(body)}; got != want || ok != (want[0] != "") {
			t.Errorf("%q is parted into %q, %v", text, got, ok)
		}
	}
}
