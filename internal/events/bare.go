package events

import (
	"maps"
	"slices"
)

// In a dataset of notes a name suffices where others need the id of a record:
// actors: [Yuri Gagarin], places: [Baikonur], source: Pravda. A name that a record has
// means that record; any other is a record of its own, of which only the name is known.

// settleBare replaces the names by ids, and adds the records that they stand for.
func (l *loader) settleBare() {
	actors := newBare(l.actors, func(a *Actor) (string, string, []Spelling) { return a.ID, a.Name, a.Spellings })
	places := newBare(l.places, func(p *Place) (string, string, []Spelling) { return p.ID, p.Name, p.Spellings })
	sources := newBare(l.sources, func(s *Source) (string, string, []Spelling) { return s.ID, s.Title, nil })
	for i := range l.events {
		e := &l.events[i].rec
		for n := range e.Roles {
			actors.see(&e.Roles[n].Actor)
		}
		for n := range e.Places {
			places.see(&e.Places[n])
		}
		for n := range e.Claims {
			sources.see(&e.Claims[n].Source)
		}
	}
	for _, r := range actors.settle() {
		l.actors = append(l.actors, located[Actor]{rec: Actor{ID: r.id, Name: r.name, Kind: ActorUnspecified}, origin: origin{file: "actors"}})
	}
	for _, r := range places.settle() {
		l.places = append(l.places, located[Place]{rec: Place{ID: r.id, Name: r.name, Precision: Unlocated}, origin: origin{file: "places"}})
	}
	for _, r := range sources.settle() {
		l.sources = append(l.sources, located[Source]{rec: Source{ID: r.id, Title: r.name}, origin: origin{file: "sources"}})
	}
}

// bare collects the names of one kind of record.
type bare struct {
	ids   map[string]bool
	named map[string]string    // name or spelling → id of its record
	used  map[string][]*string // name without a record → where it stands
}

type bareRecord struct{ id, name string }

func newBare[T any](records []located[T], of func(*T) (id, name string, spellings []Spelling)) *bare {
	b := &bare{ids: map[string]bool{}, named: map[string]string{}, used: map[string][]*string{}}
	for i := range records {
		id, name, spellings := of(&records[i].rec)
		b.ids[id] = true
		b.named[name] = id
		for _, s := range spellings {
			if _, taken := b.named[s.As]; !taken && s.Form != FormWeak {
				b.named[s.As] = id
			}
		}
	}
	return b
}

// see looks at a name that is perhaps an id.
func (b *bare) see(at *string) {
	if *at != "" && !b.ids[*at] {
		b.used[*at] = append(b.used[*at], at)
	}
}

// settle gives each name its record's id, and returns the records that are new.
func (b *bare) settle() []bareRecord {
	var added []bareRecord
	for _, name := range slices.Sorted(maps.Keys(b.used)) {
		id, known := b.named[name]
		if !known {
			id = FreeID(Slug(name), func(id string) bool { return b.ids[id] })
			b.ids[id] = true
			added = append(added, bareRecord{id, name})
		}
		for _, at := range b.used[name] {
			*at = id
		}
	}
	return added
}
