package events

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"timeline/internal/record"
)

func readMeta(r *reader, text []byte) Meta {
	var m Meta
	if r.fields(text, "the dataset", record.Fields{
		"id": r.Line(&m.ID), "title": r.Line(&m.Title), "short": r.Line(&m.Short), "period": r.date(&m.Period),
		"profile": r.Text(&m.Profile), "editors": r.Line(&m.Editors), "licence": r.Text(&m.Licence),
		"types":  r.List(func(n *yaml.Node) { m.Types = append(m.Types, r.eventType(n, m.Types)) }),
		"rigour": func(n *yaml.Node) { m.Rigour = Rigour(max(r.OneOf(n, rigourNames), 0)) },
	}, "id", "title") {
		r.settleMeta(&m)
	}
	return m
}

// eventType reads a word for what events are, beside those that came before it.
func (r *reader) eventType(n *yaml.Node, before []EventType) EventType {
	t := EventType{Group: "other"}
	sign := 0
	r.Mapping(n, "a type", record.Fields{
		"name": r.Line(&t.Name), "sign": func(n *yaml.Node) { sign = max(r.OneOf(n, Signs), 0) }, "group": r.Line(&t.Group),
	}, "name", "sign")
	t.Sign = Signs[sign]
	switch {
	case !ValidID(t.Name):
		r.FailAt(n, "type", fmt.Sprintf("%q is no name of a type", t.Name), "write it in lower-case letters, digits and hyphens")
	case slices.Contains(TypeNames(before), t.Name):
		r.FailAt(n, "type", fmt.Sprintf("type %q stands twice", t.Name), "keep one")
	case len(before) == maxTypes:
		r.FailAt(n, "type", "there are more types than can be told apart", fmt.Sprintf("keep at most %d", maxTypes))
	}
	return t
}

// maxTypes is how many types a dataset can have: their positions are 8 bits.
const maxTypes = 255

func readActor(r *reader, id string, text []byte) Actor {
	a := Actor{ID: id}
	if r.rigour != Quoted {
		a.Kind = ActorUnspecified
	}
	r.fields(text, "the actor", record.Fields{
		"name": r.Line(&a.Name), "short": r.Line(&a.Short), "kind": record.One(r.Reader, &a.Kind, actorKindNames), "profile": r.Text(&a.Profile),
		"uncertain": r.Text(&a.Uncertain),
		"spellings": r.List(func(n *yaml.Node) { a.Spellings = append(a.Spellings, r.spelling(n)) }),
		"relations": r.List(func(n *yaml.Node) { a.Relations = append(a.Relations, r.relation(n)) }),
		"citations": r.List(func(n *yaml.Node) { a.Citations = append(a.Citations, r.citation(n)) }),
	}, "name", "kind", "spellings", "profile")
	return a
}

func (r *reader) spelling(n *yaml.Node) (s Spelling) {
	r.Mapping(n, "a spelling", record.Fields{
		"as": r.Line(&s.As), "form": record.One(r.Reader, &s.Form, formNames), "in": r.Texts(&s.Sources),
	}, "as")
	return s
}

func (r *reader) relation(n *yaml.Node) (rel Relation) {
	r.Mapping(n, "a relation", record.Fields{
		"is": record.One(r.Reader, &rel.Kind, relationNames), "to": r.Line(&rel.To), "office": r.Line(&rel.Office), "event": r.Line(&rel.Event),
		"date": r.date(&rel.Date), "source": r.Line(&rel.Cite.Source), "at": r.locator(&rel.Cite.At), "note": r.Text(&rel.Note),
	}, "is", "to", "source", "at")
	return rel
}

func (r *reader) citation(n *yaml.Node) (c Citation) {
	r.Mapping(n, "a citation", record.Fields{"source": r.Line(&c.Source), "at": r.locator(&c.At)}, "source", "at")
	return c
}

func readPlace(r *reader, id string, text []byte) Place {
	p := Place{ID: id}
	whole := r.fields(text, "the place", record.Fields{
		"name": r.Line(&p.Name), "short": r.Line(&p.Short), "country": r.Line(&p.Country), "lat": r.Number(&p.Lat), "lon": r.Number(&p.Lon),
		"precision": record.One(r.Reader, &p.Precision, precisionNames), "note": r.Text(&p.Note),
		"spellings": r.List(func(n *yaml.Node) { p.Spellings = append(p.Spellings, r.spelling(n)) }),
	}, "name", "country", "lat", "lon", "precision")
	if _, given := r.Lines["precision"]; whole && !given {
		p.Precision = r.ground()
	}
	return p
}

// ground is what a place's coordinates stand for when it does not say.
func (r *reader) ground() PlacePrecision {
	_, lat := r.Lines["lat"]
	_, lon := r.Lines["lon"]
	switch {
	case lat && lon:
		return UnspecifiedGround
	case lat || lon:
		r.Fail(max(r.Lines["lat"], r.Lines["lon"]), "coordinates", "one coordinate is there without the other", "write both lat and lon, or neither")
	}
	return Unlocated
}

func readSource(r *reader, id string, text []byte) Source {
	s := Source{ID: id}
	r.fields(text, "the source", record.Fields{
		"title": r.Line(&s.Title), "short": r.Line(&s.Short), "container": r.Line(&s.Container), "publisher": r.Line(&s.Publisher),
		"kind": r.Line(&s.Kind), "date": r.date(&s.Date), "date-note": r.Text(&s.DateNote), "url": r.Line(&s.URL),
		"number": r.Line(&s.Number), "rights": r.Text(&s.Rights), "profile": r.Text(&s.Profile),
		"authors": r.List(func(n *yaml.Node) {
			var a Author
			r.Mapping(n, "an author", record.Fields{"given": r.Line(&a.Given), "family": r.Line(&a.Family)}, "family")
			s.Authors = append(s.Authors, a)
		}),
	}, "title", "kind", "rights")
	return s
}

func readLayout(r *reader, id string, text []byte) Layout {
	l := Layout{Source: id}
	r.fields(text, "the coverage", record.Fields{
		"sha256": r.Line(&l.SHA256), "words": r.Count(&l.Words),
		"blocks": r.List(func(n *yaml.Node) { l.Blocks = append(l.Blocks, r.block(n)) }),
	}, "sha256", "words", "blocks")
	l.number()
	return l
}

func (r *reader) block(n *yaml.Node) (b Block) {
	var lines string
	r.Mapping(n, "a block", record.Fields{
		"id": r.locator(&b.At), "kind": r.Line(&b.Kind), "lines": r.Line(&lines), "heading": r.Line(&b.Heading),
		"events": r.Texts(&b.Events), "none": r.Text(&b.None),
	}, "id", "kind", "lines")
	for _, part := range strings.Split(lines, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		f, err1 := strconv.Atoi(from)
		t, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || f < 1 || t < f {
			r.FailAt(n, "lines", fmt.Sprintf("lines %q are not line numbers", part), "write 12 or 12-18, several with commas")
			continue
		}
		b.Lines = append(b.Lines, LineRange{f, t})
	}
	return b
}

func readRecord(r *reader, text []byte) Record {
	rec := Record{Texts: map[string]string{}, Quotes: map[string]string{}}
	r.fields(text, "the record", record.Fields{"texts": r.hashes(rec.Texts), "quotes": r.hashes(rec.Quotes)}, "texts", "quotes")
	return rec
}

func (r *reader) hashes(into map[string]string) func(*yaml.Node) {
	const remedy = "run timeline verify --record to write this file"
	return r.pairs("hashes", remedy, func(key, value *yaml.Node) {
		if _, what := record.TextFault(key.Value + value.Value); what != "" {
			r.FailAt(key, "text", "a hash or its name holds "+what, remedy)
			return
		}
		into[key.Value] = value.Value
	})
}
