package ui

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestMain lets more garbage lie than the program does: the tests draw thousands of
// screens, each of which is forgotten at once, and collecting took a fifth of their time.
func TestMain(m *testing.M) {
	debug.SetGCPercent(1000)
	os.Exit(m.Run())
}
