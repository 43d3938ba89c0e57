package events

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// TourText is a tour through the dataset, as it stands in its file: package tours
// reads it. A dataset opens whatever its tours hold.
type TourText struct {
	Name  string // of the file, without .md
	Text  string
	Fault string // why the file cannot be read; empty if it can
}

// MaxTours is the most tours that a dataset may have.
const MaxTours = 1000

// readTours keeps the texts of tours/*.md.
func (l *loader) readTours() {
	entries, err := fs.ReadDir(l.fsys, "tours")
	if err != nil {
		return // there are none
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".md")
		if !ok || name == "README" || strings.HasPrefix(name, ".") || len(l.tours) == MaxTours {
			continue
		}
		t := TourText{Name: name}
		text, err := readFile(l.fsys, path.Join("tours", e.Name()))
		switch {
		case !ValidID(name):
			t.Fault = "a tour is named in lower-case letters, digits and hyphens"
		case err != nil:
			t.Fault = err.Error()
		case l.bytes.Add(int64(len(text))) > MaxBytes:
			t.Fault = fmt.Sprintf("with this file the dataset is larger than %d MiB", MaxBytes>>20)
		default:
			t.Text = string(text)
		}
		l.tours = append(l.tours, t)
	}
}
