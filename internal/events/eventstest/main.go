package eventstest

import (
	"flag"
	"os"
	"runtime/debug"
	"testing"
)

// Main runs the tests of a package and ends. It lets ten times as much garbage lie as
// the program does: the tests make many datasets and screens, each of which is forgotten
// at once, and collecting took up to a third of their time. What benchmarks measure it
// leaves alone.
func Main(m *testing.M) {
	flag.Parse()
	if flag.Lookup("test.bench").Value.String() == "" {
		debug.SetGCPercent(1000)
	}
	os.Exit(m.Run())
}
