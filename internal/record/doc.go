// Package record reads the text files that people write for timeline: YAML, and
// Markdown with YAML before it. It collects every fault with its line and with what to
// do about it, refuses what could act on a terminal, and bounds what a hostile file
// can make it do. What the fields mean is for its users to know.
package record
