package events

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v4"
)

// readEvent reads a file of YAML front matter between two --- lines, followed
// by the summary in Markdown.
func readEvent(r *reader, id string, text []byte) Event {
	e := Event{ID: id}
	front, body, ok := splitFrontMatter(text)
	if !ok {
		r.broken = true
		r.fail(1, "front-matter", "the front matter is not closed", "begin the file with a line --- and end the fields with another")
		return e
	}
	r.offset = 1
	n := r.document(front)
	if n == nil {
		return e
	}
	importance := ""
	r.mapping(n, "the event", fields{
		"title": r.line(&e.Title), "date": r.date(&e.Date), "date-reason": r.text(&e.DateReason),
		"show-at": r.date(&e.ShownAt), "show-at-reason": r.text(&e.ShownReason), "beside-claims": r.text(&e.BesideClaims),
		"type": r.kind(&e.Type), "level": one(r, &e.Level, levelNames), "importance": r.line(&importance),
		"was": r.texts(&e.Was), "tags": r.texts(&e.Tags), "note": r.text(&e.Note),
		"places":   r.list(func(n *yaml.Node) { r.place(n, &e) }),
		"actors":   r.list(func(n *yaml.Node) { e.Roles = append(e.Roles, r.role(n)) }),
		"links":    r.list(func(n *yaml.Node) { e.Links = append(e.Links, r.link(n)) }),
		"claims":   r.list(func(n *yaml.Node) { e.Claims = append(e.Claims, r.claim(n)) }),
		"disputes": r.list(func(n *yaml.Node) { e.Disputes = append(e.Disputes, r.dispute(n)) }),
	}, "title", "date", "type", "claims")
	r.level(&e, importance)
	e.undated()
	e.Summary = strings.TrimSpace(string(body))
	r.lines["summary"] = bytes.Count(front, []byte("\n")) + 3
	if line, what := textFault(e.Summary); what != "" {
		r.fail(r.lines["summary"]+line, "text", "the summary holds "+what, remedyText)
		e.Summary = ""
	}
	return e
}

// level takes the level from the older importance where there is none.
func (r *reader) level(e *Event, importance string) {
	_, given := r.lines["level"]
	switch {
	case importance == "" && (given || r.rigour != Quoted):
	case importance == "":
		r.fail(r.offset+1, "missing-field", "the event lacks \"level\"", "write level: key, standard or background")
	case importance == "major":
	case importance == "minor":
		if !given {
			e.Level = Background
		}
	default:
		r.fail(r.lines["importance"], "vocabulary", "unknown importance \""+importance+"\"", "write level: key, standard or background")
	}
}

func splitFrontMatter(text []byte) (front, body []byte, ok bool) {
	rest, found := bytes.CutPrefix(text, []byte("---\n"))
	if !found {
		return nil, nil, false
	}
	if front, body, ok = bytes.Cut(rest, []byte("\n---\n")); ok {
		return front, body, true
	}
	front, ok = bytes.CutSuffix(rest, []byte("\n---"))
	return front, nil, ok
}

func (r *reader) role(n *yaml.Node) (role Role) {
	if r.rigour != Quoted {
		role.As = PartParty
		if n.Kind == yaml.ScalarNode {
			r.line(&role.Actor)(n)
			return role
		}
	}
	r.mapping(n, "an actor's part", fields{
		"actor": r.line(&role.Actor), "role": one(r, &role.As, partNames),
	}, "actor", "role")
	return role
}

// place reads the id of a place where the event happened, or a place with its role.
func (r *reader) place(n *yaml.Node, e *Event) {
	id, role := "", Happened
	if n.Kind == yaml.MappingNode {
		r.mapping(n, "a place", fields{"place": r.line(&id), "role": one(r, &role, placeRoleNames)}, "place", "role")
	} else {
		r.line(&id)(n)
	}
	e.Places, e.PlacesAs = append(e.Places, id), append(e.PlacesAs, role)
}

func (r *reader) link(n *yaml.Node) (l Link) {
	r.mapping(n, "a link", fields{
		"is": one(r, &l.Kind, linkNames), "to": r.line(&l.To),
	}, "is", "to")
	return l
}

func (r *reader) dispute(n *yaml.Node) (d Dispute) {
	r.mapping(n, "a dispute", fields{
		"about": one(r, &d.About, disputeNames), "text": r.text(&d.Text), "with": r.texts(&d.With),
	}, "about", "text")
	return d
}

func (r *reader) claim(n *yaml.Node) (c Claim) {
	r.mapping(n, "a claim", fields{
		"source": r.line(&c.Source), "at": r.locator(&c.At), "date": r.date(&c.Date), "words": r.line(&c.Words),
		"basis": one(r, &c.Basis, basisNames), "basis-note": r.text(&c.BasisNote), "hedge": r.line(&c.Hedge),
		"quote": r.line(&c.Quote), "says": r.line(&c.Says),
		"figures": func(n *yaml.Node) {
			if n.Kind != yaml.MappingNode {
				r.failAt(n, "shape", "figures must be a mapping", "write figures: {killed: \"39 workers\"}")
				return
			}
			for i := 0; i+1 < len(n.Content); i += 2 {
				var f Figure
				r.line(&f.What)(n.Content[i])
				r.in(f.What, n.Content[i+1], func() { r.line(&f.Value)(n.Content[i+1]) })
				c.Figures = append(c.Figures, f)
			}
		},
	}, "source", "at", "date", "words", "basis", "says")
	return c
}
