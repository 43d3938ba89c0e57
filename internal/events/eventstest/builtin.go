package eventstest

import (
	"sync"
	"testing"

	"timeline/data"
	"timeline/internal/events"
)

var builtIn = sync.OnceValues(func() (*events.Dataset, error) {
	pack, err := data.Pack()
	if err != nil {
		return nil, err
	}
	return events.OpenPack(pack, pack.Size(), nil)
})

// BuiltIn is the dataset that the program is built with, opened once for all tests of
// a package, as the program opens it: nobody may change it.
func BuiltIn(t testing.TB) *events.Dataset {
	t.Helper()
	d, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return d
}
