// Package data holds the curated dataset that the program is built with: one
// record a file, described in README.md beside this file, and the same checked
// and packed, so that it opens at once.
package data

import (
	"embed"

	"github.com/klauspost/compress/s2"
)

// FS is the dataset's text files, which are the original.
//
//go:embed dataset.yaml actors events places sources coverage tours all:verified.yaml
var FS embed.FS

// packed is a pack of FS in one block of s2, a third of its size: unpacking it costs
// less than reading the text files by far, and the program is that much smaller.
//
//go:embed dataset.pack.s2
var packed []byte

// Pack is what the program opens: a pack, made from FS by a test, go test
// ./internal/events -run Embedded -update. One that is out of date fails that test.
// It is unpacked anew each time.
func Pack() ([]byte, error) { return s2.Decode(nil, packed) }
