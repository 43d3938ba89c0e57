package state

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// maxBytes is the size beyond which a file is not read, and not written.
const maxBytes = 4 << 20

// unknown is a JSON object of the fields that this version does not know, to
// be written back as they were; "" if there are none. It is a string so that
// a Place can be compared and copied.
type unknown string

// errNewer tells of a file by a newer version of the program.
type errNewer int

func (e errNewer) Error() string {
	return fmt.Sprintf("version %d, this program knows up to %d", int(e), Version)
}

// decode reads a file. Any error means that the file cannot be used; it is an
// errNewer if a newer program can use it.
func decode(text []byte) (File, error) {
	var head struct{ Version int }
	if err := json.Unmarshal(text, &head); err != nil {
		return File{}, inWords(err)
	}
	if head.Version > Version {
		return File{}, errNewer(head.Version)
	}
	if head.Version < 1 {
		return File{}, errors.New("it has no version")
	}
	var f File
	if err := json.Unmarshal(text, &f); err != nil {
		return File{}, inWords(err)
	}
	f.tidy()
	return f, nil
}

// inWords says what is wrong with a file without the names of Go types.
func inWords(err error) error {
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		return fmt.Errorf("byte %d is not JSON", syntax.Offset)
	}
	return errors.New("a field has a value of the wrong kind")
}

// encode is the inverse of decode, after f.forget. The text ends in a newline.
func encode(f *File) ([]byte, error) {
	f.tidy()
	f.forget()
	raw, err := json.Marshal(f)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, raw, "", "  "); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	if b.Len() > maxBytes {
		return nil, fmt.Errorf("they take %d bytes, at most %d are kept", b.Len(), maxBytes)
	}
	return b.Bytes(), nil
}

// The types below have the fields of the exported ones but not their methods,
// so that these can hand the known fields to encoding/json.
type (
	plainFile     File
	plainDataset  Dataset
	plainPlace    Place
	plainBookmark Bookmark
)

// UnmarshalJSON reads f and keeps the fields it does not know.
func (f *File) UnmarshalJSON(text []byte) error {
	return read(text, (*plainFile)(f), &f.unknown)
}

// MarshalJSON writes f with the fields it did not know.
func (f File) MarshalJSON() ([]byte, error) { return write(plainFile(f), f.unknown) }

// UnmarshalJSON reads d and keeps the fields it does not know.
func (d *Dataset) UnmarshalJSON(text []byte) error {
	return read(text, (*plainDataset)(d), &d.unknown)
}

// MarshalJSON writes d with the fields it did not know.
func (d Dataset) MarshalJSON() ([]byte, error) { return write(plainDataset(d), d.unknown) }

// UnmarshalJSON reads p and keeps the fields it does not know.
func (p *Place) UnmarshalJSON(text []byte) error {
	return read(text, (*plainPlace)(p), &p.unknown)
}

// MarshalJSON writes p with the fields it did not know.
func (p Place) MarshalJSON() ([]byte, error) { return write(plainPlace(p), p.unknown) }

// UnmarshalJSON reads b and keeps the fields it does not know.
func (b *Bookmark) UnmarshalJSON(text []byte) error {
	return read(text, (*plainBookmark)(b), &b.unknown)
}

// MarshalJSON writes b with the fields it did not know.
func (b Bookmark) MarshalJSON() ([]byte, error) { return write(plainBookmark(b), b.unknown) }

// read decodes a JSON object into the struct that into points to, and the
// fields that the struct does not have into rest.
func read(text []byte, into any, rest *unknown) error {
	if err := json.Unmarshal(text, into); err != nil {
		return err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		return err
	}
	known := reflect.TypeOf(into).Elem()
	for name := range all {
		if hasField(known, name) {
			delete(all, name)
		}
	}
	*rest = ""
	if len(all) == 0 {
		return nil
	}
	kept, err := json.Marshal(all)
	*rest = unknown(kept)
	return err
}

// hasField reports whether encoding/json puts a field of that name, in
// whatever case, into a struct of type t.
func hasField(t reflect.Type, name string) bool {
	for i := range t.NumField() {
		tag, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if tag != "" && strings.EqualFold(tag, name) {
			return true
		}
	}
	return false
}

// write encodes a struct as a JSON object with the fields of rest behind its
// own.
func write(known any, rest unknown) ([]byte, error) {
	text, err := json.Marshal(known)
	if err != nil || len(rest) == 0 {
		return text, err
	}
	if len(text) > len("{}") {
		text = append(text[:len(text)-1], ',')
	} else {
		text = text[:1]
	}
	return append(text, rest[1:]...), nil
}
