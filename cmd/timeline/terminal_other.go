//go:build !unix

package main

import (
	"os"
	"syscall"
)

// endSignals are the signals that ask a program to end.
func endSignals() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM} }
