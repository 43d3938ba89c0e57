package plain

import (
	"timeline/internal/document"
	"timeline/internal/english"
	"timeline/internal/query"
)

// record is an actor, a place or a source, as an entry of a list that can be
// described.
type record struct {
	key, id     string
	name, label string
	count       int
	document    func() document.Document
}

// who lists actors and groups, or describes the one that is named.
func (t *talk) who(arg string) {
	counts := query.ActorCounts(t.data, query.All(t.data.Len()))
	var rs []record
	add := func(n int, note string) {
		a := &t.data.Actors[n]
		rs = append(rs, record{"actor", a.ID, a.Name, a.Name + ", " + a.Kind.String() + note, counts[n], func() document.Document { return document.Actor(t.data, a, counts[n]) }})
	}
	if arg == "" {
		for n := range t.data.Actors {
			add(n, "")
		}
	} else {
		found := query.MatchActors(t.data, arg)
		if len(found) > 1 && found[0].Tier == query.TierExact && found[1].Tier != query.TierExact {
			found = found[:1] // the very name
		}
		for _, m := range found {
			note := ""
			if m.Spelling != t.data.Actors[m.Actor].Name {
				note = ", also " + m.Spelling
			}
			add(m.Actor, note)
		}
	}
	t.records(rs, "actor", arg)
}

// places lists places, or describes the one that is named.
func (t *talk) places(arg string) {
	counts := query.PlaceCounts(t.data, query.All(t.data.Len()))
	var rs []record
	for n := range t.data.Places {
		p := &t.data.Places[n]
		names := p.Name + " " + p.ID + " " + p.Country
		for _, s := range p.Spellings {
			names += " " + s.As
		}
		if matches(arg, names) {
			label := p.Name
			if p.Country != "" && p.Country != p.Name {
				label += ", " + p.Country
			}
			rs = append(rs, record{"place", p.ID, p.Name, label, counts[n], func() document.Document { return document.Place(t.data, p, counts[n]) }})
		}
	}
	t.records(rs, "place", arg)
}

// sources lists sources, or describes the one that is named.
func (t *talk) sources(arg string) {
	counts := query.SourceCounts(t.data, query.All(t.data.Len()))
	var rs []record
	for n := range t.data.Sources {
		s := &t.data.Sources[n]
		if matches(arg, s.Byline()+" "+s.Title+" "+s.Short+" "+s.Container+" "+s.ID) {
			rs = append(rs, record{"source", s.ID, s.Label(), sourceLine(s), counts[n], func() document.Document { return document.Source(t.data, s, counts[n]) }})
		}
	}
	t.records(rs, "source", arg)
}

// records lists records; a single one is described at once.
func (t *talk) records(rs []record, what, arg string) {
	switch {
	case len(rs) == 0 && arg == "":
		t.say("This dataset has no %ss.", what)
		return
	case len(rs) == 0:
		t.say("No %s has a name like “%s”.", what, arg)
		return
	case len(rs) == 1:
		t.describe(rs[0])
		return
	}
	t.say("%s. A number describes one.", english.Capital(english.Count(len(rs), what, what+"s")))
	t.offer(&list{
		n:      len(rs),
		label:  func(k int) string { return rs[k].label + ", " + english.Count(rs[k].count, "event", "events") },
		choose: func(k int) { t.describe(rs[k]) },
	})
}

// describe speaks a record and offers its events.
func (t *talk) describe(r record) {
	t.document(r.document())
	if r.count == 0 {
		t.say("No event has it.")
		return
	}
	t.offer(&list{
		n: 1,
		label: func(int) string {
			return "Filter by " + r.name + " alone: " + english.Count(r.count, "event", "events")
		},
		choose: func(int) {
			t.filtered(query.Query{}.With(query.Term{Key: r.key, Values: []string{r.id}}))
		},
	})
}

// along lists where the current event leads: its links, and all events with the
// same actor, place, source or type.
func (t *talk) along(typed string) {
	i, ok := t.current()
	if !ok {
		t.sayNone()
		return
	}
	type way struct {
		label string
		take  func()
	}
	var ways []way
	add := func(label string, take func()) {
		if matches(typed, label) {
			ways = append(ways, way{label, take})
		}
	}
	for _, tie := range document.Links(t.data, i) {
		add(linkWords(tie)+", "+dateWords(tie.Date), func() { t.show(tie.To) })
	}
	only := func(key, value, label string) {
		q := query.Query{}.With(query.Term{Key: key, Values: []string{value}})
		n := query.Select(t.data, q).Len()
		add("All with the same "+key+", "+label+", "+english.Count(n, "event", "events"), func() { t.filtered(q) })
	}
	e := t.data.Event(i)
	for _, r := range e.Roles {
		if a := t.data.Actor(r.Actor); a != nil {
			only("actor", a.ID, a.Name)
		}
	}
	for _, id := range e.Places {
		if p := t.data.Place(id); p != nil {
			only("place", id, p.Name)
		}
	}
	for _, id := range e.Sources() {
		if s := t.data.Source(id); s != nil {
			only("source", id, s.Label())
		}
	}
	only("type", e.Type, e.Type)
	if len(ways) == 0 {
		t.say("Nothing that leads on has “%s” in its name.", typed)
		return
	}
	t.say("Where this event leads:")
	t.offer(&list{
		n:      len(ways),
		label:  func(k int) string { return ways[k].label },
		choose: func(k int) { ways[k].take() },
	})
}
