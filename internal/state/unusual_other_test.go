//go:build !linux

package state

const canLimitFiles = false

func limitFiles(int) {}
