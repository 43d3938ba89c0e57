package events

import (
	"bytes"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"timeline/internal/record"
)

// readEvent reads a file of YAML front matter between two --- lines, followed
// by the summary in Markdown.
func readEvent(r *reader, id string, text []byte) Event {
	e := Event{ID: id}
	front, body, ok := record.SplitFrontMatter(text)
	if !ok {
		r.Broken = true
		what := "the fields at the beginning have no end"
		if !bytes.HasPrefix(text, []byte("---")) {
			what = "the file does not begin with its fields"
		}
		r.Fail(1, "front-matter", what, "begin the file with a line ---, and end the fields, title: and the others, with another")
		return e
	}
	r.Offset = 1
	if !r.fields(front, "the event", record.Fields{
		"title": r.Line(&e.Title), "date": r.date(&e.Date), "date-reason": r.Text(&e.DateReason),
		"show-at": r.date(&e.ShownAt), "show-at-reason": r.Text(&e.ShownReason), "beside-claims": r.Text(&e.BesideClaims),
		"type": r.kind(&e.Type), "level": record.One(r.Reader, &e.Level, levelNames), "importance": r.importance,
		"was": r.Texts(&e.Was), "tags": r.Texts(&e.Tags), "note": r.Text(&e.Note),
		"places":   r.List(func(n *yaml.Node) { r.place(n, &e) }),
		"actors":   r.List(func(n *yaml.Node) { e.Roles = append(e.Roles, r.role(n)) }),
		"links":    r.List(func(n *yaml.Node) { e.Links = append(e.Links, r.link(n)) }),
		"claims":   r.List(func(n *yaml.Node) { e.Claims = append(e.Claims, r.claim(n)) }),
		"disputes": r.List(func(n *yaml.Node) { e.Disputes = append(e.Disputes, r.dispute(n)) }),
	}, "title", "date", "type", "level", "claims") {
		return e
	}
	e.undated()
	e.Summary = strings.TrimSpace(string(body))
	r.Lines["summary"] = bytes.Count(front, []byte("\n")) + 3
	if line, what := record.TextFault(e.Summary); what != "" {
		r.Fail(r.Lines["summary"]+line, "text", "the summary holds "+what, record.RemedyText)
		e.Summary = ""
	}
	return e
}

// importance refuses what there was before levels.
func (r *reader) importance(n *yaml.Node) {
	r.FailAt(n, "importance", "events have a level, not an importance", "write level: key, standard or background")
}

func (r *reader) role(n *yaml.Node) (role Role) {
	if r.rigour != Quoted {
		role.As = PartParty
		if n.Kind == yaml.ScalarNode {
			r.Line(&role.Actor)(n)
			return role
		}
	}
	r.Mapping(n, "an actor's part", record.Fields{
		"actor": r.Line(&role.Actor), "role": record.One(r.Reader, &role.As, partNames),
	}, "actor", "role")
	return role
}

// place reads the id of a place where the event happened, or a place with its role.
func (r *reader) place(n *yaml.Node, e *Event) {
	id, role := "", Happened
	if n.Kind == yaml.MappingNode {
		r.Mapping(n, "a place", record.Fields{"place": r.Line(&id), "role": record.One(r.Reader, &role, placeRoleNames)}, "place", "role")
	} else {
		r.Line(&id)(n)
	}
	e.Places, e.PlacesAs = append(e.Places, id), append(e.PlacesAs, role)
}

func (r *reader) link(n *yaml.Node) (l Link) {
	r.Mapping(n, "a link", record.Fields{
		"is": record.One(r.Reader, &l.Kind, linkNames), "to": r.Line(&l.To),
	}, "is", "to")
	return l
}

func (r *reader) dispute(n *yaml.Node) (d Dispute) {
	r.Mapping(n, "a dispute", record.Fields{
		"about": record.One(r.Reader, &d.About, disputeNames), "text": r.Text(&d.Text), "with": r.Texts(&d.With),
	}, "about", "text")
	return d
}

func (r *reader) claim(n *yaml.Node) (c Claim) {
	r.Mapping(n, "a claim", record.Fields{
		"source": r.Line(&c.Source), "at": r.locator(&c.At), "date": r.date(&c.Date), "words": r.Line(&c.Words),
		"basis": record.One(r.Reader, &c.Basis, basisNames), "basis-note": r.Text(&c.BasisNote), "hedge": r.Line(&c.Hedge),
		"quote": r.Line(&c.Quote), "says": r.Line(&c.Says),
		"figures": r.pairs("figures", "write figures: {killed: \"39 workers\"}", func(key, value *yaml.Node) {
			var f Figure
			r.Line(&f.What)(key)
			r.In(f.What, value, func() { r.Line(&f.Value)(value) })
			c.Figures = append(c.Figures, f)
		}),
	}, "source", "at", "date", "words", "basis", "says")
	return c
}

// reader reads the records of one file: a record.Reader that knows dates, locators
// and the dataset's types of events.
type reader struct {
	*record.Reader
	types  []string // the dataset's words for types of events
	rigour Rigour
}

// fields reads the fields of a record, which is the whole of a text. It tells whether
// the text is YAML.
func (r *reader) fields(text []byte, what string, known record.Fields, required ...string) bool {
	n := r.Document(text)
	if n != nil {
		r.Mapping(n, what, known, required...)
	}
	return n != nil
}

// pairs reads a mapping whose keys are not known beforehand.
func (r *reader) pairs(what, remedy string, read func(key, value *yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.MappingNode {
			r.FailAt(n, "shape", what+" must be a mapping", remedy)
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			read(n.Content[i], n.Content[i+1])
		}
	}
}

func (r *reader) locator(dst *Locator) func(*yaml.Node) {
	return func(n *yaml.Node) {
		l, ok := ParseLocator(n.Value)
		if !ok {
			r.FailAt(n, "locator", fmt.Sprintf("locator %q is not a block", n.Value), "write p12 for paragraph 12, n4 for note 4, pg14 for page 14, t1:23:45 for a time, v3:16, fig2, h2, c1 or b1")
			return
		}
		*dst = l
	}
}

// kind reads an event's type.
func (r *reader) kind(dst *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if r.OneOf(n, r.types) >= 0 {
			*dst = n.Value
		}
	}
}
