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
	err      error // the first: nothing is read after it
}

// packChunk is how much is read between two words of progress.
const packChunk = 4 << 20

// has tells whether there are n more bytes.
func (p *packReader) has(n int64) bool {
	if p.err == nil && (n < 0 || n > p.size-p.at) {
		p.err = errors.New("the pack is broken: it ends too early")
	}
	return p.err == nil
}

// take returns the next n bytes, or nil.
func (p *packReader) take(n int64) []byte {
	if !p.has(n) {
		return nil
	}
	text := make([]byte, n)
	for done := int64(0); done < n; {
		part := min(n-done, packChunk)
		if _, err := p.r.ReadAt(text[done:done+part], p.at+done); err != nil && err != io.EOF {
			p.err = err
			return nil
		}
		done += part
		if p.progress != nil && !p.progress(int(p.at+done), int(p.size)) {
			p.err = ErrStopped
			return nil
		}
	}
	p.at += n
	return text
}

// length reads the length of the section that follows.
func (p *packReader) length() int64 {
	if text := p.take(8); text != nil {
		return int64(binary.LittleEndian.Uint64(text)) // one that is too large is negative
	}
	return 0
}

// section reads a section.
func (p *packReader) section() []byte { return p.take(p.length()) }

// skip passes over a section, which can be read later.
func (p *packReader) skip() *io.SectionReader {
	n := p.length()
	if !p.has(n) {
		return nil
	}
	p.at += n
	return io.NewSectionReader(p.r, p.at-n, n)
}

// head reads the head, which has its length before it.
func (p *packReader) head() (head packHead) {
	text := p.take(4)
	if text == nil {
		return head
	}
	n := int64(binary.LittleEndian.Uint32(text))
	if n > maxPackHead {
		p.err = fmt.Errorf("the pack is broken: a head of %d bytes, more than %d", n, maxPackHead)
	} else if text = p.take(n); text != nil {
		p.err = fromWire(text, &head)
	}
	return head
}
