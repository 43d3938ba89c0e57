package events

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

func readMeta(r *reader, text []byte) Meta {
	var m Meta
	if n := r.document(text); n != nil {
		r.mapping(n, "the dataset", fields{
			"id": r.line(&m.ID), "title": r.line(&m.Title), "short": r.line(&m.Short), "period": r.date(&m.Period),
			"profile": r.text(&m.Profile), "editors": r.line(&m.Editors), "licence": r.text(&m.Licence),
			"types":  r.list(func(n *yaml.Node) { m.Types = append(m.Types, r.eventType(n, m.Types)) }),
			"rigour": func(n *yaml.Node) { m.Rigour = Rigour(max(r.oneOf(n, rigourNames), 0)) },
		}, "id", "title")
		r.settleMeta(&m)
	}
	return m
}

// eventType reads a word for what events are, beside those that came before it.
func (r *reader) eventType(n *yaml.Node, before []EventType) EventType {
	t := EventType{Group: "other"}
	sign := 0
	r.mapping(n, "a type", fields{
		"name": r.line(&t.Name), "sign": func(n *yaml.Node) { sign = max(r.oneOf(n, Signs), 0) }, "group": r.line(&t.Group),
	}, "name", "sign")
	t.Sign = Signs[sign]
	switch {
	case !validID(t.Name):
		r.failAt(n, "type", fmt.Sprintf("%q is no name of a type", t.Name), "write it in lower-case letters, digits and hyphens")
	case slices.Contains(TypeNames(before), t.Name):
		r.failAt(n, "type", fmt.Sprintf("type %q stands twice", t.Name), "keep one")
	case len(before) == maxTypes:
		r.failAt(n, "type", "there are more types than can be told apart", fmt.Sprintf("keep at most %d", maxTypes))
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
	n := r.document(text)
	if n == nil {
		return a
	}
	r.mapping(n, "the actor", fields{
		"name": r.line(&a.Name), "short": r.line(&a.Short), "kind": one(r, &a.Kind, actorKindNames), "profile": r.text(&a.Profile),
		"uncertain": r.text(&a.Uncertain),
		"spellings": r.list(func(n *yaml.Node) { a.Spellings = append(a.Spellings, r.spelling(n)) }),
		"relations": r.list(func(n *yaml.Node) { a.Relations = append(a.Relations, r.relation(n)) }),
		"citations": r.list(func(n *yaml.Node) { a.Citations = append(a.Citations, r.citation(n)) }),
	}, "name", "kind", "spellings", "profile")
	return a
}

func (r *reader) spelling(n *yaml.Node) (s Spelling) {
	r.mapping(n, "a spelling", fields{
		"as": r.line(&s.As), "form": one(r, &s.Form, formNames), "in": r.texts(&s.Sources),
	}, "as")
	return s
}

func (r *reader) relation(n *yaml.Node) (rel Relation) {
	r.mapping(n, "a relation", fields{
		"is": one(r, &rel.Kind, relationNames), "to": r.line(&rel.To), "office": r.line(&rel.Office), "event": r.line(&rel.Event),
		"date": r.date(&rel.Date), "source": r.line(&rel.Cite.Source), "at": r.locator(&rel.Cite.At), "note": r.text(&rel.Note),
	}, "is", "to", "source", "at")
	return rel
}

func (r *reader) citation(n *yaml.Node) (c Citation) {
	r.mapping(n, "a citation", fields{"source": r.line(&c.Source), "at": r.locator(&c.At)}, "source", "at")
	return c
}

func readPlace(r *reader, id string, text []byte) Place {
	p := Place{ID: id}
	n := r.document(text)
	if n == nil {
		return p
	}
	r.mapping(n, "the place", fields{
		"name": r.line(&p.Name), "short": r.line(&p.Short), "country": r.line(&p.Country), "lat": r.number(&p.Lat), "lon": r.number(&p.Lon),
		"precision": one(r, &p.Precision, precisionNames), "note": r.text(&p.Note),
		"spellings": r.list(func(n *yaml.Node) { p.Spellings = append(p.Spellings, r.spelling(n)) }),
	}, "name", "country", "lat", "lon", "precision")
	if _, given := r.lines["precision"]; !given {
		p.Precision = r.ground()
	}
	return p
}

// ground is what a place's coordinates stand for when it does not say.
func (r *reader) ground() PlacePrecision {
	_, lat := r.lines["lat"]
	_, lon := r.lines["lon"]
	switch {
	case lat && lon:
		return UnspecifiedGround
	case lat || lon:
		r.fail(max(r.lines["lat"], r.lines["lon"]), "coordinates", "one coordinate is there without the other", "write both lat and lon, or neither")
	}
	return Unlocated
}

func readSource(r *reader, id string, text []byte) Source {
	s := Source{ID: id}
	n := r.document(text)
	if n == nil {
		return s
	}
	r.mapping(n, "the source", fields{
		"title": r.line(&s.Title), "short": r.line(&s.Short), "container": r.line(&s.Container), "publisher": r.line(&s.Publisher),
		"kind": r.line(&s.Kind), "date": r.date(&s.Date), "date-note": r.text(&s.DateNote), "url": r.line(&s.URL),
		"number": r.line(&s.Number), "rights": r.text(&s.Rights), "profile": r.text(&s.Profile),
		"authors": r.list(func(n *yaml.Node) {
			var a Author
			r.mapping(n, "an author", fields{"given": r.line(&a.Given), "family": r.line(&a.Family)}, "family")
			s.Authors = append(s.Authors, a)
		}),
	}, "title", "kind", "rights")
	return s
}

func readLayout(r *reader, id string, text []byte) Layout {
	l := Layout{Source: id}
	n := r.document(text)
	if n == nil {
		return l
	}
	r.mapping(n, "the coverage", fields{
		"sha256": r.line(&l.SHA256), "words": r.count(&l.Words),
		"blocks": r.list(func(n *yaml.Node) { l.Blocks = append(l.Blocks, r.block(n)) }),
	}, "sha256", "words", "blocks")
	l.number()
	return l
}

func (r *reader) block(n *yaml.Node) (b Block) {
	var lines string
	r.mapping(n, "a block", fields{
		"id": r.locator(&b.At), "kind": r.line(&b.Kind), "lines": r.line(&lines), "heading": r.line(&b.Heading),
		"events": r.texts(&b.Events), "none": r.text(&b.None),
	}, "id", "kind", "lines")
	for _, part := range strings.Split(lines, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		f, err1 := strconv.Atoi(from)
		t, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || f < 1 || t < f {
			r.failAt(n, "lines", fmt.Sprintf("lines %q are not line numbers", part), "write 12 or 12-18, several with commas")
			continue
		}
		b.Lines = append(b.Lines, LineRange{f, t})
	}
	return b
}

func readRecord(r *reader, text []byte) Record {
	rec := Record{Texts: map[string]string{}, Quotes: map[string]string{}}
	if n := r.document(text); n != nil {
		r.mapping(n, "the record", fields{"texts": r.hashes(rec.Texts), "quotes": r.hashes(rec.Quotes)}, "texts", "quotes")
	}
	return rec
}

func (r *reader) hashes(into map[string]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.MappingNode {
			r.failAt(n, "shape", "hashes must be a mapping", "run timeline verify --record to write this file")
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			if _, what := textFault(key.Value + value.Value); what != "" {
				r.failAt(key, "text", "a hash or its name holds "+what, "run timeline verify --record to write this file")
				continue
			}
			into[key.Value] = value.Value
		}
	}
}
