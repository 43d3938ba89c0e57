// Package data holds the curated dataset that the program is built with: one
// record a file, described in README.md beside this file, and the same checked
// and packed, so that it opens at once.
package data

import (
	"embed"
	"encoding/binary"
	"io"
	"sync"

	"github.com/klauspost/compress/s2"
)

// FS is the dataset's text files, which are the original.
//
//go:embed dataset.yaml actors events places sources coverage tours all:verified.yaml
var FS embed.FS

// packed is a pack of FS, two fifths of its size: blocks of s2, each behind its length
// (uint32, little-endian).
//
//go:embed dataset.pack.s2
var packed []byte

// BlockBytes is how much of the pack each block holds, but for the last. Smaller ones
// pack worse, larger ones make a reader of one record unpack more.
const BlockBytes = 64 << 10

// Pack is what the program opens: a pack, made from FS by a test, go test
// ./internal/events -run Embedded -update. One that is out of date fails that test.
// A block is unpacked when something of it is read: most uses need few of the records.
func Pack() (*io.SectionReader, error) {
	var all blocks
	size := 0
	for rest := packed; len(rest) > 0; {
		length := binary.LittleEndian.Uint32(rest)
		block := rest[4 : 4+length]
		rest = rest[4+length:]
		n, err := s2.DecodedLen(block)
		if err != nil {
			return nil, err
		}
		size += n
		all = append(all, sync.OnceValues(func() ([]byte, error) { return s2.Decode(nil, block) }))
	}
	return io.NewSectionReader(all, 0, int64(size)), nil
}

// blocks are the parts of a text, each of which comes when it is called.
type blocks []func() ([]byte, error)

// ReadAt reads as io.ReaderAt says.
func (all blocks) ReadAt(into []byte, at int64) (n int, err error) {
	for n < len(into) {
		place := at + int64(n)
		if place/BlockBytes >= int64(len(all)) {
			return n, io.EOF
		}
		block, err := all[place/BlockBytes]()
		if err != nil {
			return n, err
		}
		part := copy(into[n:], block[min(int(place%BlockBytes), len(block)):])
		if part == 0 {
			return n, io.EOF
		}
		n += part
	}
	return n, nil
}
