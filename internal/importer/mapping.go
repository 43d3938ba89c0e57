package importer

import (
	"cmp"
	"slices"
	"strings"
)

// targets are what a field can become, in the order in which they are offered.
var targets = []string{
	"title", "date", "end", "year", "month", "day", "end-year", "end-month", "end-day", "earliest", "latest", "precision",
	"text", "caption", "note", "type", "tag", "actor", "place", "country", "lat", "lon", "point", "ground",
	"source", "url", "publisher", "author", "source-date", "quote", "at", "says", "figure", "link", "id", "code", "drop",
}

// Targets returns the names of what a field can become: "note" keeps it as it is, under
// its own name; "drop" leaves it out.
func Targets() []string { return slices.Clone(targets) }

// Plan is what each field of the input becomes, in the order of the input.
type Plan struct {
	Format string
	Fields []Mapped
}

// Mapped is a field of the input and what it becomes.
type Mapped struct{ Field, Target string }

// mapping knows what each field becomes.
type mapping struct {
	format *format
	of     map[string]string // field → target
	order  []string          // fields as they came
	given  map[string]string // by the user: field in lower case → target
	guess  guesser
}

func newMapping(f *format, o Options) *mapping {
	m := &mapping{of: map[string]string{}, given: map[string]string{}, format: f}
	for field, target := range o.Map {
		m.given[strings.ToLower(field)] = target
	}
	return m
}

// learn settles the fields of the first rows.
func (m *mapping) learn(sample []Row) {
	for _, r := range sample {
		for _, f := range r.Fields {
			if _, known := m.of[f.Name]; !known {
				m.of[f.Name] = ""
				m.order = append(m.order, f.Name)
			}
		}
	}
	if m.format.fields == nil {
		m.guess.study(sample, m.order)
	}
	for _, name := range m.order {
		m.of[name] = m.settle(name)
	}
	if m.format.fields == nil {
		m.guess.complete(m)
	}
}

// target is what a field becomes; one that the first rows lacked is settled now.
func (m *mapping) target(name string) string {
	t, known := m.of[name]
	if !known {
		t = m.settle(name)
		m.of[name] = t
		m.order = append(m.order, name)
	}
	return t
}

func (m *mapping) settle(name string) string {
	lower := strings.ToLower(strings.TrimSpace(name))
	if t, ok := m.given[lower]; ok {
		return t
	}
	if m.format.fields != nil {
		return cmp.Or(m.format.fields[lower], m.format.rest, "drop")
	}
	return m.guess.target(name)
}

func (m *mapping) plan() Plan {
	p := Plan{Format: m.format.name}
	for _, name := range m.order {
		p.Fields = append(p.Fields, Mapped{name, m.of[name]})
	}
	return p
}

// asked tells whether the user said what a field becomes.
func (m *mapping) asked(name string) bool {
	_, ok := m.given[strings.ToLower(name)]
	return ok
}

// dated tells whether a field becomes a date.
func (m *mapping) dated(name string) bool {
	t := m.of[name]
	return t == "date" || t == "end" || t == "earliest" || t == "latest"
}

// has tells whether a field becomes one of these.
func (m *mapping) has(targets ...string) bool {
	for _, t := range m.of {
		if slices.Contains(targets, t) {
			return true
		}
	}
	return false
}
