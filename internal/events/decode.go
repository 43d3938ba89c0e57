package events

import (
	"fmt"

	"go.yaml.in/yaml/v4"

	"timeline/internal/edtf"
	"timeline/internal/record"
)

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

func (r *reader) date(dst *edtf.Date) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d, err := edtf.Parse(n.Value)
		if err != nil {
			r.FailAt(n, "date", err.Error(), "dates are EDTF: 2012-04-02, 2012-04, 2012-07~, [2006,2007]")
			return
		}
		*dst = d
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
