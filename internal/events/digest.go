package events

import (
	"fmt"
	"hash/crc64"
	"io/fs"
	"strings"
)

// Digest tells whether the text files of a dataset are those that a pack was
// made from. It guards against forgetting to make the pack anew, not against
// malice: it is a checksum.
func Digest(fsys fs.FS) (string, error) {
	sum := crc64.New(crc64.MakeTable(crc64.ECMA))
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".md") && !strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, "README.md") {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		fmt.Fprintf(sum, "%s %d\n", name, len(text))
		sum.Write(text)
		return err
	})
	return fmt.Sprintf("%016x", sum.Sum64()), err
}

// Digest names the content of the dataset: 16 hexadecimal digits, the same for a
// folder and for a pack that is made of it. Where there are no text files, or they can
// no longer be read, it is that of the columns.
func (d *Dataset) Digest() string { return d.digest() }

// validDigest tells whether a text is a digest, as one in a pack may not be.
func validDigest(s string) bool {
	return len(s) == 16 && strings.Trim(s, "0123456789abcdef") == ""
}

// columnsDigest is a checksum of what all events have in the columns.
func (d *Dataset) columnsDigest() string {
	sum := crc64.New(crc64.MakeTable(crc64.ECMA))
	for _, s := range d.Columns.sections(new([]uint64)) {
		sum.Write(s.bytes())
	}
	return fmt.Sprintf("%016x", sum.Sum64())
}

// PackedFrom tells whether a dataset that was opened from a pack was made from the
// text files in fsys as they are now.
func (d *Dataset) PackedFrom(fsys fs.FS) (bool, error) {
	now, err := Digest(fsys)
	return now == d.Digest(), err
}
