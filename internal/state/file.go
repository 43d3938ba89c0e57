package state

import (
	"cmp"
	"slices"
	"time"
)

// Version is the version of the file that this package writes. It goes up
// only when an older program could not leave a newer file intact.
const Version = 1

// maxPlaces is how many datasets without bookmarks are remembered; those
// visited longest ago go first. Bookmarks are never dropped.
const maxPlaces = 200

// File is what is remembered. The zero value remembers nothing and is ready
// for use. It is not safe for concurrent use.
type File struct {
	Version  int                 `json:"version"`  // Version, once loaded or written
	Datasets map[string]*Dataset `json:"datasets"` // by the caller's key; no nil values

	unknown unknown
}

// Dataset is what is remembered of one dataset.
type Dataset struct {
	Place Place `json:"place,omitzero"`
	// Bookmarks holds each event at most once, in the order of being added.
	Bookmarks []Bookmark `json:"bookmarks,omitempty"`

	unknown unknown
}

// Place is where the person was. What is not known is zero. Nothing in it has
// been checked against a dataset: the event may be gone, the query invalid.
type Place struct {
	Event   string    `json:"event,omitempty"`   // id of the selected event
	Zoom    string    `json:"zoom,omitempty"`    // name of the zoom
	Query   string    `json:"query,omitempty"`   // the filters, in the query language
	View    string    `json:"view,omitempty"`    // name of the view
	Reading bool      `json:"reading,omitempty"` // the reader was open
	Scroll  int       `json:"scroll,omitempty"`  // lines above the window, ≥ 0
	Saved   time.Time `json:"saved,omitzero"`    // set by Store.SavePlace

	unknown unknown
}

// IsZero reports whether nothing is remembered of the place; encoding/json
// then leaves it out.
func (p Place) IsZero() bool {
	return p.Event == "" && p.Zoom == "" && p.Query == "" && p.View == "" &&
		!p.Reading && p.Scroll == 0 && p.Saved.IsZero() && p.unknown == ""
}

// Bookmark marks one event.
type Bookmark struct {
	Event string    `json:"event"` // its id, never empty
	Note  string    `json:"note,omitempty"`
	Added time.Time `json:"added,omitzero"`

	unknown unknown
}

// Dataset returns what is remembered under key, empty and already part of f
// if it was not known.
func (f *File) Dataset(key string) *Dataset {
	d := f.Datasets[key]
	if d == nil {
		d = &Dataset{}
		if f.Datasets == nil {
			f.Datasets = map[string]*Dataset{}
		}
		f.Datasets[key] = d
	}
	return d
}

// Bookmark returns the bookmark of an event and whether there is one.
func (d *Dataset) Bookmark(event string) (Bookmark, bool) {
	if i := d.index(event); i >= 0 {
		return d.Bookmarks[i], true
	}
	return Bookmark{}, false
}

// AddBookmark marks an event and reports whether it is newly marked. If it was
// marked before it keeps its place and time, and takes the note unless the
// note is empty. An empty event is not marked.
func (d *Dataset) AddBookmark(event, note string, at time.Time) bool {
	if event == "" {
		return false
	}
	if i := d.index(event); i >= 0 {
		d.Bookmarks[i].Note = cmp.Or(note, d.Bookmarks[i].Note)
		return false
	}
	d.Bookmarks = append(d.Bookmarks, Bookmark{Event: event, Note: note, Added: at})
	return true
}

// RemoveBookmark unmarks an event and reports whether it was marked.
func (d *Dataset) RemoveBookmark(event string) bool {
	i := d.index(event)
	if i < 0 {
		return false
	}
	d.Bookmarks = slices.Delete(d.Bookmarks, i, i+1)
	return true
}

// index returns where the bookmark of an event is, or -1.
func (d *Dataset) index(event string) int {
	return slices.IndexFunc(d.Bookmarks, func(b Bookmark) bool { return b.Event == event })
}

// tidy makes the invariants of a file hold that may come from another hand.
func (f *File) tidy() {
	f.Version = Version
	for key, d := range f.Datasets {
		if d == nil {
			delete(f.Datasets, key)
			continue
		}
		d.Place.Scroll = max(d.Place.Scroll, 0)
		seen := map[string]bool{"": true}
		d.Bookmarks = slices.DeleteFunc(d.Bookmarks, func(b Bookmark) bool {
			twice := seen[b.Event]
			seen[b.Event] = true
			return twice
		})
	}
}

// forget drops what keeps the file from staying small: datasets of which
// nothing is remembered, and all but the latest maxPlaces without bookmarks.
func (f *File) forget() {
	var keys []string
	for key, d := range f.Datasets {
		switch {
		case d == nil, d.Place.IsZero() && len(d.Bookmarks) == 0 && d.unknown == "":
			delete(f.Datasets, key)
		case len(d.Bookmarks) == 0:
			keys = append(keys, key)
		}
	}
	if len(keys) <= maxPlaces {
		return
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(f.Datasets[b].Place.Saved.Compare(f.Datasets[a].Place.Saved), cmp.Compare(a, b))
	})
	for _, key := range keys[maxPlaces:] {
		delete(f.Datasets, key)
	}
}
