package events

import (
	"io/fs"
	"path"
	"slices"
)

// LeftOut is what LoadLenient did without.
type LeftOut struct {
	Events, Records int // how many events, and how many actors, places, sources and coverage files
	Problems        Problems
}

// LoadLenient is Load for a dataset with faults: it leaves out the records that have
// any, and what refers to them, and says so. The error is Problems where nothing sound
// is left, or where dataset.yaml itself cannot be read.
func LoadLenient(fsys fs.FS, progress func(done, total int) bool) (*Dataset, LeftOut, error) {
	l := &loader{fsys: fsys, progress: progress, lenient: true}
	if err := l.readAndCheck(); err != nil {
		return nil, LeftOut{}, err
	}
	var out LeftOut
	before := len(l.events)
	records := len(l.actors) + len(l.places) + len(l.sources) + len(l.layouts)
	if !l.fatal {
		l.drop()
	}
	out.Problems = slices.Clone(l.problems).Sorted().Bounded()
	if len(l.events) == 0 {
		return nil, LeftOut{}, out.Problems
	}
	out.Events = before - len(l.events)
	out.Records = records - len(l.actors) - len(l.places) - len(l.sources) - len(l.layouts)
	return l.dataset(), out, nil
}

// LoadEmpty is Load for a dataset that may have no event yet.
func LoadEmpty(fsys fs.FS) (*Dataset, error) {
	return (&loader{fsys: fsys, mayBeEmpty: true}).load()
}

// drop takes out the records with faults, and the references to them.
func (l *loader) drop() {
	l.actors = sound(l, l.actors)
	l.places = sound(l, l.places)
	l.sources = sound(l, l.sources)
	l.layouts = sound(l, l.layouts)
	l.events = sound(l, l.events)
	actors, places := idsOf(l.actors, func(a *Actor) string { return a.ID }), idsOf(l.places, func(p *Place) string { return p.ID })
	sources := idsOf(l.sources, func(s *Source) string { return s.ID })
	l.layouts = slices.DeleteFunc(l.layouts, func(ll located[Layout]) bool { return !sources.has[ll.rec.Source] })
	l.events = slices.DeleteFunc(l.events, func(le located[Event]) bool {
		return len(le.rec.Claims) > 0 && !slices.ContainsFunc(le.rec.Claims, func(c Claim) bool { return sources.has[c.Source] })
	})
	events := idsOf(l.events, func(e *Event) string { return e.ID })
	for i := range l.events {
		e := &l.events[i].rec
		e.Roles = slices.DeleteFunc(e.Roles, func(r Role) bool { return !actors.has[r.Actor] })
		e.Places = slices.DeleteFunc(e.Places, func(id string) bool { return !places.has[id] })
		e.Claims = slices.DeleteFunc(e.Claims, func(c Claim) bool { return !sources.has[c.Source] })
		e.Links = slices.DeleteFunc(e.Links, func(k Link) bool { return !events.has[k.To] })
	}
	for i := range l.actors {
		a := &l.actors[i].rec
		a.Relations = slices.DeleteFunc(a.Relations, func(r Relation) bool { return !actors.has[r.To] })
	}
}

// sound are the records in whose files no fault was found.
func sound[T any](l *loader, list []located[T]) []located[T] {
	return slices.DeleteFunc(list, func(r located[T]) bool { return r.broken || l.faulty[r.file] })
}

// RecordFile is the file of a record in its dataset's folder, with forward slashes.
func RecordFile(kind, id string) string {
	if kind == "events" {
		return path.Join(kind, id+".md")
	}
	return path.Join(kind, id+".yaml")
}
