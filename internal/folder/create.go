package folder

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Wish is what somebody wants a new event to be. Names of actors and places may be ids,
// names or spellings of records, or new.
type Wish struct {
	Date, Title    string
	Type, Summary  string
	Actors, Places []string
	Source         string // an id, a title or a web address
	Quote, At      string
	Tags           []string
	New            bool // new names are meant, though others are near
}

// Made is a new record with the files that it takes.
type Made struct {
	Files []File
	Notes []string // what was understood and made, a sentence each without full stop
}

// NearError says that a name is none's but nearly another's.
type NearError struct{ What, Name, Near string }

func (e *NearError) Error() string { return fmt.Sprintf("no %s is called %q", e.What, e.Name) }

// NewEvent makes the files of an event of d, and of the records that it mentions and
// that are not there. The error says what is wrong with the wish; it is a *NearError
// where a name was perhaps meant for another.
func NewEvent(d *events.Dataset, w Wish) (*Made, error) {
	date, err := edtf.ParseLoose(w.Date)
	if err != nil {
		return nil, err
	}
	m := &Made{}
	m.Notes = append(m.Notes, "dated "+date.English(edtf.Long)+" ("+date.String()+")")
	e := events.Event{Title: oneLine(w.Title), Date: date, Summary: strings.TrimSpace(w.Summary), Tags: w.Tags}
	if e.Title == "" {
		return nil, fmt.Errorf("an event needs a title")
	}
	if e.Type, err = typeNamed(d, w.Type); err != nil {
		return nil, err
	}
	if e.Summary == "" && d.Meta.Rigour == events.Quoted {
		return nil, fmt.Errorf("this dataset is quoted, and asks for a summary: --text \"one to four sentences\"")
	}
	n := namer{d: d, made: m, anyway: w.New}
	for _, a := range w.Actors {
		id, err := n.actor(oneLine(a))
		if err != nil {
			return nil, err
		}
		e.Roles = append(e.Roles, events.Role{Actor: id, As: events.PartParty})
	}
	for _, p := range w.Places {
		id, err := n.place(oneLine(p))
		if err != nil {
			return nil, err
		}
		e.Places = append(e.Places, id)
	}
	if err := n.claim(&e, w); err != nil {
		return nil, err
	}
	e.ID = events.FreeID(events.EventID(e.Date, e.Title), func(id string) bool { _, taken := d.Find(id); return taken })
	if other := events.EventID(e.Date, e.Title); other != e.ID {
		m.Notes = append(m.Notes, "there is another of that title and date already: "+events.RecordFile("events", other))
	}
	m.Files = append(m.Files, File{events.RecordFile("events", e.ID), EventFile(&e, d.Meta.Rigour)})
	return m, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// typeNamed is a word of the vocabulary; "other", or the last, where none is given.
func typeNamed(d *events.Dataset, name string) (string, error) {
	known := d.TypeNames()
	if name == "" {
		if d.Meta.Rigour != events.Quoted {
			return "", nil
		}
		return known[len(known)-1], nil
	}
	if slices.Contains(known, name) {
		return name, nil
	}
	if near := events.Nearest(name, known); near != "" {
		return "", fmt.Errorf("unknown type %q: did you mean %q?", name, near)
	}
	return "", fmt.Errorf("unknown type %q: one of %s, or add it to dataset.yaml, as in types: [{name: %s, sign: ○, group: of my own}]", name, strings.Join(known, ", "), events.Slug(name))
}

// namer finds records by their names, and makes those that are not there.
type namer struct {
	d      *events.Dataset
	made   *Made
	anyway bool
}

// find returns the id of the record with that id, name or spelling, or "".
func (n *namer) find(what, name string, names map[string]string) (string, error) {
	if id, ok := names[name]; ok {
		return id, nil
	}
	folded := events.Fold(name)
	known := slices.Sorted(maps.Keys(names))
	for _, k := range known {
		if events.Fold(k) == folded {
			return names[k], nil
		}
	}
	if best := events.Nearest(name, known); best != "" && !n.anyway {
		return "", &NearError{what, name, best}
	}
	return "", nil
}

// spelled adds what a record may be called.
func spelled(names map[string]string, id, name string, spellings []events.Spelling) {
	for _, s := range spellings {
		if !s.Form.Shared() {
			names[s.As] = id
		}
	}
	names[name], names[id] = id, id
}

// known is find where the rigour has a say in what no record has: notes are content with
// the name, and a quoted dataset asks for more than a name. It is "" for a record that
// is to be made.
func (n *namer) known(what, name string, names map[string]string, asks, flags string) (string, error) {
	id, err := n.find(what, name, names)
	switch rigour := n.d.Meta.Rigour; {
	case err != nil || id != "":
		return id, err
	case rigour == events.Notes:
		return name, nil
	case rigour == events.Quoted:
		return "", fmt.Errorf("no %s is called %q, and a quoted dataset asks %s: timeline new %s %q %s", what, name, asks, what, name, flags)
	}
	return "", nil
}

func (n *namer) actor(name string) (string, error) {
	names := map[string]string{}
	for _, a := range n.d.Actors {
		spelled(names, a.ID, a.Name, a.Spellings)
	}
	id, err := n.known("actor", name, names, "for its kind", "--kind person")
	if err != nil || id != "" {
		return id, err
	}
	a := events.Actor{ID: freeID(name, n.d.ActorNumber), Name: name, Kind: events.ActorUnspecified}
	n.add("actors", a.ID, ActorFile(&a, n.d.Meta.Rigour))
	return a.ID, nil
}

func (n *namer) place(name string) (string, error) {
	names := map[string]string{}
	for _, p := range n.d.Places {
		spelled(names, p.ID, p.Name, p.Spellings)
	}
	id, err := n.known("place", name, names, "where it is", "--country C --at 1.5,2.5 --ground town")
	if err != nil || id != "" {
		return id, err
	}
	p := events.Place{ID: freeID(name, n.d.PlaceNumber), Name: name, Precision: events.Unlocated}
	n.add("places", p.ID, PlaceFile(&p))
	return p.ID, nil
}

// claim adds what the source says, if there is one.
func (n *namer) claim(e *events.Event, w Wish) error {
	rigour := n.d.Meta.Rigour
	name := oneLine(w.Source)
	if name == "" {
		if rigour != events.Notes || w.Quote != "" || w.At != "" {
			return fmt.Errorf("who says so? name the source: --source TITLE, or a web address")
		}
		return nil
	}
	if w.Quote == "" && rigour == events.Quoted {
		return fmt.Errorf("in which words? this dataset is quoted: --quote WORDS, %d to %d of them, and --at WHERE, such as \"p. 14\"", events.MinQuoteWords, events.MaxQuoteWords)
	}
	id, err := n.source(name)
	if err != nil {
		return err
	}
	c := events.Claim{Source: id, Date: e.Date, Basis: events.BasisEvent, Quote: oneLine(w.Quote)}
	if w.At != "" {
		if c.At, err = events.ReadLocator(w.At); err != nil && rigour != events.Quoted {
			return fmt.Errorf("%w; or leave --at out", err)
		} else if err != nil {
			return err
		}
	}
	if rigour == events.Quoted {
		if c.At == (events.Locator{}) {
			return fmt.Errorf("where does it stand? --at \"p. 14\", \"para. 3\" or \"1:23:45\"")
		}
		c.Basis, c.BasisNote, c.Words, c.Says = events.BasisDerived, "as given when the event was added", "(not copied yet)", e.Title
	}
	e.Claims = []events.Claim{c}
	return nil
}

func (n *namer) source(name string) (string, error) {
	names := map[string]string{}
	for _, s := range n.d.Sources {
		names[s.Title], names[s.ID] = s.ID, s.ID
		if s.URL != "" {
			names[s.URL] = s.ID
		}
	}
	isURL := strings.Contains(name, "://")
	if isURL {
		if id := names[name]; id != "" {
			return id, nil
		}
	} else if id, err := n.find("source", name, names); err != nil || id != "" {
		return id, err
	}
	if n.d.Meta.Rigour == events.Notes && !isURL {
		return name, nil
	}
	s := NewSource(name)
	s.ID = freeID(s.Title, n.d.SourceNumber)
	if n.d.Meta.Rigour == events.Quoted {
		s.Rights = "© its author"
	}
	n.add("sources", s.ID, SourceFile(s))
	return s.ID, nil
}

// NewSource is a source of which the title, or the web address, is known.
func NewSource(name string) *events.Source {
	s := &events.Source{Title: name, Kind: "document"}
	if strings.Contains(name, "://") {
		_, rest, _ := strings.Cut(name, "://")
		s.Kind, s.URL = "webpage", name
		s.Title = cmp.Or(strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/"), name)
	}
	return s
}

func freeID(name string, number func(string) int) string {
	return events.FreeID(events.Slug(name), func(id string) bool { return number(id) >= 0 })
}

// add adds a record's file.
func (n *namer) add(kind, id string, text []byte) {
	file := events.RecordFile(kind, id)
	if !slices.ContainsFunc(n.made.Files, func(f File) bool { return f.Name == file }) {
		n.made.Files = append(n.made.Files, File{file, text})
		n.made.Notes = append(n.made.Notes, "made "+file+", which can be told more")
	}
}
