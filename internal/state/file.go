package state

import (
	"slices"
	"time"
)

// version is the version of the file that this package writes. It goes up
// only when an older program could not leave a newer file intact.
const version = 1

// File is what is remembered, as it was read. The zero value remembers nothing.
// Changing it changes nothing on the disk; a [Store] does that.
type File struct {
	Datasets map[string]Dataset `json:"datasets"` // by the caller's key
}

// Dataset is what is remembered of one dataset.
type Dataset struct {
	Place Place `json:"place"`
	// Bookmarks holds each event at most once, in the order of being added.
	Bookmarks []Bookmark `json:"bookmarks"`
}

// Place is where the person was. What is not known is zero. Nothing in it has
// been checked against a dataset: the event may be gone, the query invalid.
type Place struct {
	Event   string    `json:"event"`   // id of the selected event
	Zoom    string    `json:"zoom"`    // name of the zoom
	Query   string    `json:"query"`   // the filters, in the query language
	Reading bool      `json:"reading"` // the reader was open
	Saved   time.Time `json:"saved"`   // set by Store.SavePlace
}

// Bookmark marks one event.
type Bookmark struct {
	Event string    `json:"event"` // its id, never empty
	Added time.Time `json:"added"`
}

// Dataset returns what is remembered under key, empty if it is not known.
func (f File) Dataset(key string) Dataset { return f.Datasets[key] }

// tidy makes the invariants hold of a file that may come from another hand.
func (f *File) tidy() {
	for key, d := range f.Datasets {
		seen := map[string]bool{"": true}
		d.Bookmarks = slices.DeleteFunc(d.Bookmarks, func(b Bookmark) bool {
			twice := seen[b.Event]
			seen[b.Event] = true
			return twice
		})
		f.Datasets[key] = d
	}
}
