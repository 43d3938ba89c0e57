package plain

import (
	"strings"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/query"
)

// record is an actor, a place or a source, as an entry of a list that can be
// described.
type record struct {
	key, id     string
	name, label string
	count       int
	describe    func()
}

// who lists actors and groups, or describes the one that is named.
func (t *talk) who(arg string) {
	counts := query.ActorCounts(t.data, query.All(t.data.Len()))
	var rs []record
	add := func(n int, note string) {
		a := &t.data.Actors[n]
		rs = append(rs, record{"actor", a.ID, a.Name, a.Name + ", " + a.Kind.String() + note, counts[n], func() { t.describeActor(a) }})
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
			rs = append(rs, record{"place", p.ID, p.Name, label, counts[n], func() { t.describePlace(p) }})
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
			rs = append(rs, record{"source", s.ID, s.Label(), sourceLine(s), counts[n], func() { t.describeSource(s) }})
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
	t.say("%s. A number describes one.", capital(english.Count(len(rs), what, what+"s")))
	t.offer(&list{
		n:      len(rs),
		label:  func(k int) string { return rs[k].label + ", " + english.Count(rs[k].count, "event", "events") },
		choose: func(k int) { t.describe(rs[k]) },
	})
}

// describe speaks a record and offers its events.
func (t *talk) describe(r record) {
	r.describe()
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

func (t *talk) describeActor(a *events.Actor) {
	t.say("%s, %s.", a.Name, a.Kind)
	t.say("%s", sentence(unmark(a.Profile)))
	if a.Uncertain != "" {
		t.say("Uncertain: %s", sentence(unmark(a.Uncertain)))
	}
	t.spellings(a.Spellings)
	for _, r := range a.Relations {
		t.say("%s %s", a.Name, t.relation(r))
	}
	for k := range t.data.Actors {
		other := &t.data.Actors[k]
		for _, r := range other.Relations {
			if r.To == a.ID {
				t.say("%s %s", other.Name, t.relation(r))
			}
		}
	}
}

// relationWords say what a relation is, between the names of two actors.
var relationWords = map[string]string{
	"member-of": "is a member of", "leads": "leads", "holds-office-in": "holds an office in", "founded": "founded",
	"part-of": "is part of", "faction-of": "is a faction of", "split-from": "split from", "merged-into": "merged into",
	"successor-of": "is the successor of", "allied-with": "is allied with", "rival-of": "is a rival of", "relative-of": "is a relative of",
	"allegiance-to": "owes allegiance to", "possibly-same-as": "is possibly the same as", "distinct-from": "is not to be confused with",
}

// relation is "leads the Brigade as commander, 2012, says Guidère at paragraph 2."
func (t *talk) relation(r events.Relation) string {
	to := r.To
	if a := t.data.Actor(r.To); a != nil {
		to = a.Name
	}
	s := relationWords[r.Kind.String()]
	if s == "" {
		s = "is tied to"
	}
	s += " " + to
	if r.Office != "" {
		s += " as " + r.Office
	}
	if !r.Date.IsZero() {
		s += ", " + dateWords(r.Date)
	}
	if src := t.data.Source(r.Cite.Source); src != nil {
		s += ", says " + src.Label()
		if r.Cite.At != (events.Locator{}) {
			s += " at " + t.where(r.Cite.Source, r.Cite.At)
		}
	}
	if r.Note != "" {
		s = strings.TrimSuffix(s, ".") + ". " + unmark(r.Note)
	}
	return ended(s)
}

func (t *talk) spellings(list []events.Spelling) {
	for _, s := range list {
		var in []string
		for _, id := range s.Sources {
			in = append(in, t.sourceName(id))
		}
		text := "Spelt " + s.As + ", " + s.Form.String()
		if s.Form == events.FormWeak {
			text = "Spelt " + s.As + ", too common to match alone"
		}
		if len(in) > 0 {
			text += ", in " + enumerated(in)
		}
		t.say("%s.", text)
	}
}

func (t *talk) describePlace(p *events.Place) {
	t.say("%s, %s.", p.Name, p.Precision)
	if p.Country != "" {
		t.say("It lies in %s.", strings.ReplaceAll(p.Country, " / ", " and "))
	}
	t.say("Its coordinates: %.2f, %.2f.", p.Lat, p.Lon)
	t.say("%s", sentence(unmark(p.Note)))
	t.spellings(p.Spellings)
}

func (t *talk) describeSource(s *events.Source) {
	t.say("“%s”.", s.Title)
	t.say("%s", byline(s))
	if s.Container != "" {
		t.say("In %s.", s.Container)
	}
	for _, f := range []string{s.Publisher, s.Number} {
		t.say("%s", sentence(f))
	}
	if !s.Date.IsZero() {
		t.say("Of %s.", dateWords(s.Date))
	}
	t.say("%s", sentence(unmark(s.Profile)))
	for _, f := range [][2]string{{"About its date", s.DateNote}, {"Whose words it has", s.Rights}} {
		if f[1] != "" {
			t.say("%s: %s", f[0], sentence(unmark(f[1])))
		}
	}
	if s.URL != "" {
		t.say("Its address is %s", s.URL)
	}
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
	for _, l := range t.linksOf(i) {
		add(l.says+" “"+t.data.Titles.At(int(l.to))+"”, "+dateWords(t.data.Date(l.to)), func() { t.show(l.to) })
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
