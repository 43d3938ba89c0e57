package eventstest

import (
	"flag"
	"os"
	"runtime/debug"
	"testing"
)

// Main runs the tests of a package and ends. It lets four times as much garbage lie as
// the program does: the tests make many datasets, each of which is forgotten at once, and
// collecting took a third of their time. What benchmarks measure it leaves alone.
func Main(m *testing.M) {
	flag.Parse()
	if flag.Lookup("test.bench").Value.String() == "" {
		debug.SetGCPercent(400)
	}
	os.Exit(m.Run())
}
