package geo

import (
	"encoding/binary"
	"errors"
	"fmt"
)

const magic = "TLGEO1"

// reader takes a file apart. After the first fault every read gives zero.
type reader struct {
	rest []byte
	size int
	err  error
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = fmt.Errorf("map file, byte %d: %s", r.size-len(r.rest), what)
	}
	r.rest = nil
}

func (r *reader) take(n int) []byte {
	if n > len(r.rest) {
		r.fail("it ends too early")
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// upTo reads a number that may be at most most.
func (r *reader) upTo(most int, what string) int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.fail("it ends too early")
		return 0
	}
	if n > uint64(most) {
		r.fail(fmt.Sprintf("%s is %d, at most %d is possible", what, n, most))
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// count reads how many things follow, of which each takes at least least bytes,
// so that a wrong count asks for no memory that the file could not fill.
func (r *reader) count(least int, what string) int {
	return r.upTo(len(r.rest)/least, "the number of "+what)
}

func (r *reader) signed() int64 {
	n, size := binary.Varint(r.rest)
	if size <= 0 {
		r.fail("it ends too early")
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// Read reads lines in the format that the package's comment describes. What is
// not in that format is an error that names the byte; memory is bounded by a small
// multiple of the file's size.
func Read(file []byte) ([]Line, error) {
	if len(file) < len(magic) || string(file[:len(magic)]) != magic {
		return nil, errors.New("map file: it does not begin with " + magic)
	}
	r := &reader{rest: file[len(magic):], size: len(file)}
	names := []string{""}
	for range r.count(1, "names") {
		names = append(names, string(r.take(r.count(1, "bytes of a name"))))
	}
	lines := make([]Line, r.count(8, "lines"))
	for i := range lines {
		lines[i] = r.line(names)
	}
	if r.err == nil && len(r.rest) > 0 {
		r.fail("more follows after the last line")
	}
	if r.err != nil {
		return nil, r.err
	}
	return lines, nil
}

// line reads one line: a kind, two countries, and at least two points.
func (r *reader) line(names []string) Line {
	l := Line{Kind: Kind(r.upTo(int(kinds)-1, "a kind of line"))}
	for k := range l.Countries {
		l.Countries[k] = names[r.upTo(len(names)-1, "the number of a country")]
	}
	n := r.count(2, "points")
	if n < 2 {
		r.fail("a line of fewer than two points")
		return l
	}
	l.Points = make([]Point, n)
	var lon, lat int64
	for i := range l.Points {
		lon, lat = lon+r.signed(), lat+r.signed()
		if lon < -18000 || lon > 18000 || lat < -9000 || lat > 9000 {
			r.fail("a point that is not on the earth")
			return l
		}
		l.Points[i] = Point{float64(lon) / 100, float64(lat) / 100}
	}
	l.box = Around(l.Points)
	return l
}
