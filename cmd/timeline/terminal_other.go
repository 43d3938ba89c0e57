//go:build !unix

package main

import "os"

// hangUpSignals are the signals that say that the terminal is gone: none here.
func hangUpSignals() []os.Signal { return nil }
