//go:build unix

package main

import (
	"os"
	"syscall"
)

// hangUpSignals are the signals that say that the terminal is gone.
func hangUpSignals() []os.Signal { return []os.Signal{syscall.SIGHUP} }
