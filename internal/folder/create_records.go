package folder

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"timeline/internal/events"
)

// NewActor makes the file of an actor.
func NewActor(d *events.Dataset, name, kind string) (*Made, error) {
	name = oneLine(name)
	a := events.Actor{Name: name, Kind: events.ActorUnspecified}
	switch i := slices.Index(events.ActorKinds(), kind); {
	case i >= 0:
		a.Kind = events.ActorKind(i)
	case kind != "":
		return nil, fmt.Errorf("unknown kind %q: one of %s", kind, strings.Join(events.ActorKinds(), ", "))
	case d.Meta.Rigour == events.Quoted:
		return nil, fmt.Errorf("what is it? --kind, one of %s", strings.Join(events.ActorKinds(), ", "))
	}
	for i := range d.Actors {
		have := &d.Actors[i]
		bare := have.Kind == events.ActorUnspecified && len(have.Spellings)+len(have.Relations)+len(have.Profile) == 0
		switch {
		case events.Fold(have.Name) != events.Fold(name):
		case mayBeBare(d, bare):
			a.ID = have.ID
		default:
			return nil, fmt.Errorf("%s is there already: %s", have.Name, events.RecordFile("actors", have.ID))
		}
	}
	a.ID = cmp.Or(a.ID, freeID(name, d.ActorNumber))
	return made("actors", a.ID, ActorFile(&a, d.Meta.Rigour)), nil
}

// mayBeBare tells whether a record of which nothing but the name is known may be a name
// that stands in an event alone: its file, with the id that it has, is then new. If it
// has one all the same, Add refuses to write it.
func mayBeBare(d *events.Dataset, nothingKnown bool) bool {
	return d.Meta.Rigour == events.Notes && nothingKnown
}

// NewPlace makes the file of a place; at is its latitude and longitude with a comma
// between, and ground how much of it they stand for. Both may be empty.
func NewPlace(d *events.Dataset, p events.Place, at, ground string) (*Made, error) {
	p.Name, p.Country, p.Precision = oneLine(p.Name), oneLine(p.Country), events.Unlocated
	if at == "" && d.Meta.Rigour == events.Quoted {
		return nil, fmt.Errorf("where is it? --at LAT,LON, and --country and --ground")
	}
	if at != "" {
		lat, lon, ok := strings.Cut(at, ",")
		var err1, err2 error
		p.Lat, err1 = strconv.ParseFloat(strings.TrimSpace(lat), 64)
		p.Lon, err2 = strconv.ParseFloat(strings.TrimSpace(lon), 64)
		if !ok || err1 != nil || err2 != nil {
			return nil, fmt.Errorf("%q is no place on Earth: write degrees such as 29.76,-95.37", at)
		}
		p.Precision = events.UnspecifiedGround
	}
	if ground != "" {
		i := slices.Index(events.Grounds(), ground)
		if i < 0 {
			return nil, fmt.Errorf("unknown ground %q: one of %s", ground, strings.Join(events.Grounds(), ", "))
		}
		p.Precision = events.PlacePrecision(i)
	}
	for i := range d.Places {
		have := &d.Places[i]
		bare := have.Precision == events.Unlocated && len(have.Spellings)+len(have.Country)+len(have.Note) == 0
		switch {
		case events.Fold(have.Name) != events.Fold(p.Name):
		case mayBeBare(d, bare):
			p.ID = have.ID
		case have.Country == p.Country:
			return nil, fmt.Errorf("%s is there already: %s", have.Name, events.RecordFile("places", have.ID))
		}
	}
	p.ID = cmp.Or(p.ID, freeID(p.Name, d.PlaceNumber))
	return made("places", p.ID, PlaceFile(&p)), nil
}

// AddSource makes the file of a source. An id that it has is kept, if it is free.
func AddSource(d *events.Dataset, s *events.Source) (*Made, error) {
	for i := range d.Sources {
		have := &d.Sources[i]
		alike := events.Fold(have.Title) == events.Fold(s.Title)
		if alike && mayBeBare(d, have.Kind == "" && have.URL == "") {
			s.ID = have.ID
			return made("sources", s.ID, SourceFile(s)), nil
		}
		if s.URL != "" && have.URL == s.URL || alike && have.Byline() == s.Byline() {
			return nil, fmt.Errorf("%s is there already: %s", have.Title, events.RecordFile("sources", have.ID))
		}
	}
	s.ID = freeID(cmp.Or(s.ID, s.Title), d.SourceNumber)
	if d.Meta.Rigour == events.Quoted && s.Rights == "" {
		s.Rights = "© its author"
	}
	return made("sources", s.ID, SourceFile(s)), nil
}

// made is a record that takes no file but its own.
func made(kind, id string, text []byte) *Made {
	return &Made{Files: []File{{events.RecordFile(kind, id), text}}}
}
