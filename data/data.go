// Package data holds the curated dataset that the program is built with: one
// record a file, described in README.md beside this file, and the same checked
// and packed, so that it opens at once. It has no code but the embedding.
package data

import "embed"

// FS is the dataset's text files, which are the original.
//
//go:embed dataset.yaml actors events places sources coverage tours all:verified.yaml
var FS embed.FS

// Pack is made from FS by a test: go test ./internal/events -run Embedded -update.
// It is what the program opens. One that is out of date fails that test, and
// timeline check data.
//
//go:embed dataset.pack
var Pack string
