package lesson

import (
	"testing"

	"timeline/internal/goldentest"
)

//go:generate go test . -update

// golden compares with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	goldentest.Check(t, "testdata/"+name, got)
}
