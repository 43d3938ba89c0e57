package events

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// packReader reads a pack from its beginning on.
type packReader struct {
	r        io.ReaderAt
	size, at int64
	progress func(done, total int) bool
}

// packChunk is how much is read between two words of progress.
const packChunk = 4 << 20

// take returns the next n bytes.
func (p *packReader) take(n int64) ([]byte, error) {
	if n < 0 || n > p.size-p.at {
		return nil, errors.New("the pack is broken: it ends too early")
	}
	text := make([]byte, n)
	for done := int64(0); done < n; {
		part := min(n-done, packChunk)
		if _, err := p.r.ReadAt(text[done:done+part], p.at+done); err != nil && err != io.EOF {
			return nil, err
		}
		done += part
		if p.progress != nil && !p.progress(int(p.at+done), int(p.size)) {
			return nil, ErrStopped
		}
	}
	p.at += n
	return text, nil
}

// length reads the length of the section that follows.
func (p *packReader) length() (int64, error) {
	text, err := p.take(8)
	if err != nil {
		return 0, err
	}
	n := binary.LittleEndian.Uint64(text)
	if n > uint64(p.size-p.at) {
		return 0, errors.New("the pack is broken: it ends too early")
	}
	return int64(n), nil
}

func (p *packReader) section() ([]byte, error) {
	n, err := p.length()
	if err != nil {
		return nil, err
	}
	return p.take(n)
}

// skip passes over a section and returns where it begins and how long it is.
func (p *packReader) skip() (start int64, length uint64, err error) {
	n, err := p.length()
	start = p.at
	p.at += n
	return start, uint64(n), err
}

// head reads the head, which is n bytes long.
func (p *packReader) head(n int64, into *packHead) error {
	if n > maxPackHead {
		return fmt.Errorf("the pack is broken: a head of %d bytes, more than %d", n, maxPackHead)
	}
	text, err := p.take(n)
	if err != nil {
		return err
	}
	return fromWire(text, into)
}
