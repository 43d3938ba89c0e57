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
		if events.Fold(d.Actors[i].Name) == events.Fold(name) {
			return nil, fmt.Errorf("%s is there already: %s", d.Actors[i].Name, events.RecordFile("actors", d.Actors[i].ID))
		}
	}
	a.ID = freeID(name, d.ActorNumber)
	return &Made{ID: a.ID, Files: []File{{events.RecordFile("actors", a.ID), ActorFile(&a, d.Meta.Rigour)}}}, nil
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
		if events.Fold(d.Places[i].Name) == events.Fold(p.Name) && d.Places[i].Country == p.Country {
			return nil, fmt.Errorf("%s is there already: %s", d.Places[i].Name, events.RecordFile("places", d.Places[i].ID))
		}
	}
	p.ID = freeID(p.Name, d.PlaceNumber)
	return &Made{ID: p.ID, Files: []File{{events.RecordFile("places", p.ID), PlaceFile(&p)}}}, nil
}

// AddSource makes the file of a source. An id that it has is kept, if it is free.
func AddSource(d *events.Dataset, s *events.Source) (*Made, error) {
	for i := range d.Sources {
		if have := &d.Sources[i]; s.URL != "" && have.URL == s.URL || events.Fold(have.Title) == events.Fold(s.Title) && have.Byline() == s.Byline() {
			return nil, fmt.Errorf("%s is there already: %s", have.Title, events.RecordFile("sources", have.ID))
		}
	}
	s.ID = freeID(cmp.Or(s.ID, s.Title), d.SourceNumber)
	if d.Meta.Rigour == events.Quoted && s.Rights == "" {
		s.Rights = "© its author"
	}
	return &Made{ID: s.ID, Files: []File{{events.RecordFile("sources", s.ID), SourceFile(s)}}}, nil
}
