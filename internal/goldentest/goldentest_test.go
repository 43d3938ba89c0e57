package goldentest

import (
	"strings"
	"testing"
)

// heard is a test that keeps what it is told instead of failing.
type heard struct {
	testing.TB
	said string
}

func (h *heard) Helper()                           {}
func (h *heard) Errorf(format string, args ...any) { h.said = format }

func TestCheck(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := write("testdata/of/a.txt", "one\ntwo\n"); err != nil {
		t.Fatal(err)
	}
	h := &heard{TB: t}
	if Check(h, "testdata/of/a.txt", "one\ntwo\n"); h.said != "" {
		t.Errorf("the same text differs: %s", h.said)
	}
	if Check(h, "testdata/of/a.txt", "one\n"); !strings.Contains(h.said, "-update") {
		t.Errorf("another text is said to be the same: %q", h.said)
	}
	*update = true
	defer func() { *update = false }()
	Check(t, "testdata/of/a.txt", "three\n")
	*update, h.said = false, ""
	if Check(h, "testdata/of/a.txt", "three\n"); h.said != "" {
		t.Errorf("the file is not written anew: %s", h.said)
	}
}
