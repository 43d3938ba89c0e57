package draft

import (
	"maps"

	"timeline/internal/articles"
	"timeline/internal/events"
)

// Checker checks drafts against a dataset. It is not changed after New and is safe for
// concurrent use.
type Checker struct {
	data   *events.Dataset
	corpus *corpus
	names  *names
	events *happenings
	prefer map[int]string // spelling by actor's position
}

// New makes a dataset ready for checking. arts are the articles at hand, by source id;
// prefer is one spelling each of some actors, by whatever names the actor. The error
// says which is not known.
func New(d *events.Dataset, arts map[string]*articles.Article, prefer map[string]string) (*Checker, error) {
	c := &Checker{data: d, corpus: newCorpus(d, arts), names: newNames(d), prefer: map[int]string{}}
	c.events = newHappenings(d, c.names)
	for actor, spelling := range prefer {
		n, err := c.names.preferred(actor, spelling)
		if err != nil {
			return nil, err
		}
		c.prefer[n] = spelling
	}
	return c, nil
}

// check is what is known of one draft while it is checked.
type check struct {
	*Checker
	draft      *Draft
	prefer     map[int]string
	paragraphs []checked
	findings   []Finding
}

// checked is a paragraph with what was found out about its text.
type checked struct {
	*Paragraph
	sentences  []Span
	quotations []Span
}

// maxParagraph is the most that a paragraph of prose has, in bytes; what is longer is no
// prose, and is not checked.
const maxParagraph = 32 << 10

// Check returns what was found in a draft, in the order of its text.
func (c *Checker) Check(d *Draft) []Finding {
	k := &check{Checker: c, draft: d, prefer: maps.Clone(c.prefer)}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		c := checked{Paragraph: p}
		if len(p.Text) <= maxParagraph {
			c.sentences, c.quotations = Sentences(p.Text), Quotations(p)
		}
		k.paragraphs = append(k.paragraphs, c)
	}
	k.preferences()
	k.keys()
	for i := range k.paragraphs {
		k.quoted(i)
	}
	k.spellings()
	k.dates()
	return sorted(k.findings)
}

// preferences takes over what the draft itself asks for.
func (k *check) preferences() {
	for _, p := range k.draft.Prefer {
		n, err := k.names.preferred(p.Actor, p.Spelling)
		if err != nil {
			k.report(Finding{offset: p.Offset, Rule: RuleSpelling, Fault: true, Message: err.Error()})
			continue
		}
		k.prefer[n] = p.Spelling
	}
}

func (k *check) report(f Finding) {
	f.Line, f.Column = k.draft.Place(f.offset)
	k.findings = append(k.findings, f)
}

// place names a source and, if it is known, a place in it: "Guidère, The Meeting in
// Timbuktu ¶1".
func (c *Checker) place(source string, at events.Locator) string {
	if at == (events.Locator{}) {
		return c.data.SourceLabel(source)
	}
	return c.data.Cited(events.Citation{Source: source, At: at})
}
