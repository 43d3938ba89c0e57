// Package data holds the curated dataset that the program is built with: one
// record a file, described in README.md beside this file. It has no code but
// the embedding.
package data

import "embed"

// FS is the dataset's folder.
//
//go:embed dataset.yaml actors events places sources
var FS embed.FS
