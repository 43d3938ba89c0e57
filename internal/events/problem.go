package events

import "timeline/internal/record"

// Problem is one fault of a dataset: where, what, and how to mend it.
type Problem = record.Problem

// Problems is every fault of a dataset, sorted by file and line. It is the
// error that Load returns for a broken one.
type Problems = record.Problems

// Nearest is record.Nearest.
func Nearest(word string, candidates []string) string { return record.Nearest(word, candidates) }

// Distance is record.Distance.
func Distance(a, b string, limit int) int { return record.Distance(a, b, limit) }
