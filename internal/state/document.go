package state

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

const (
	// maxBytes is the size beyond which a file is not read, and not written.
	maxBytes = 4 << 20
	// maxPlaces is how many datasets without bookmarks are remembered; those
	// visited longest ago go first. Bookmarks are never dropped.
	maxPlaces = 200
)

// object is a JSON object with all its fields, those included that this version
// does not know. Numbers in it are of type json.Number, so that they stay as
// they were written.
type object = map[string]any

// errNewer tells of a file by a newer version of the program.
type errNewer int

func (e errNewer) Error() string {
	return fmt.Sprintf("version %d, this program knows up to %d", int(e), version)
}

// decode reads a file: what this version knows of it, and the whole. Any error
// means that the file cannot be used; it is an errNewer if a newer program can
// use it.
func decode(text []byte) (File, object, error) {
	var head struct{ Version int }
	if err := json.Unmarshal(text, &head); err != nil {
		return File{}, nil, inWords(err)
	}
	if head.Version > version {
		return File{}, nil, errNewer(head.Version)
	}
	if head.Version < 1 {
		return File{}, nil, errors.New("it has no version")
	}
	var whole object
	numbers := json.NewDecoder(bytes.NewReader(text))
	numbers.UseNumber()
	if err := numbers.Decode(&whole); err != nil {
		return File{}, nil, inWords(err)
	}
	// What is known is taken from the whole, so that of a field written twice
	// both have the same one.
	text, err := json.Marshal(whole)
	if err != nil {
		return File{}, nil, err
	}
	var f File
	if err := json.Unmarshal(text, &f); err != nil {
		return File{}, nil, inWords(err)
	}
	f.tidy()
	return f, whole, nil
}

// inWords says what is wrong with a file without the names of Go types.
func inWords(err error) error {
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		return fmt.Errorf("byte %d is not JSON", syntax.Offset)
	}
	return errors.New("a field has a value of the wrong kind")
}

// encode is the inverse of decode, after forget. The text ends in a newline.
func encode(whole object) ([]byte, error) {
	whole["version"] = version
	forget(child(whole, "datasets"))
	text, err := json.MarshalIndent(whole, "", "  ")
	if err != nil {
		return nil, err
	}
	if len(text) >= maxBytes {
		return nil, fmt.Errorf("they take %d bytes, at most %d are kept", len(text)+1, maxBytes)
	}
	return append(text, '\n'), nil
}

// forget drops what keeps the file from staying small: datasets of which
// nothing is remembered, and all but the latest maxPlaces without bookmarks.
func forget(datasets object) {
	var places []string
	for key, value := range datasets {
		d, _ := value.(object)
		if len(bookmarks(d)) > 0 {
			continue
		}
		delete(d, "bookmarks")
		if len(d) == 0 {
			delete(datasets, key)
		} else {
			places = append(places, key)
		}
	}
	if len(places) <= maxPlaces {
		return
	}
	saved := func(key string) string { // times of one zone: their text sorts as they do
		place, _ := datasets[key].(object)["place"].(object)
		text, _ := place["saved"].(string)
		return text
	}
	slices.SortFunc(places, func(a, b string) int {
		return cmp.Or(cmp.Compare(saved(b), saved(a)), cmp.Compare(a, b))
	})
	for _, key := range places[maxPlaces:] {
		delete(datasets, key)
	}
}

// child is the object in a field, made if it is not there.
func child(o object, name string) object {
	c, ok := o[name].(object)
	if !ok {
		c = object{}
		o[name] = c
	}
	return c
}

// assign writes the fields of a struct into an object and leaves its others.
func assign(o object, fields any) error {
	text, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, &o)
}

// bookmarks are those of a dataset's object.
func bookmarks(dataset object) []any {
	list, _ := dataset["bookmarks"].([]any)
	return list
}

// marks tells whether a bookmark is of that event.
func marks(event string) func(bookmark any) bool {
	return func(bookmark any) bool {
		b, _ := bookmark.(object)
		return b["event"] == event
	}
}
