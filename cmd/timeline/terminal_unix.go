//go:build unix

package main

import (
	"os"
	"syscall"
)

// endSignals are the signals that ask a program to end: SIGHUP says that its terminal is gone.
func endSignals() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} }
