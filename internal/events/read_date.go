package events

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"timeline/internal/edtf"
)

// date reads a field that is a date in EDTF.
func (r *reader) date(dst *edtf.Date) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			r.FailAt(n, "date", "a date in brackets is no text to YAML", `put it into quotation marks: "[2006,2007]"`)
			return
		}
		d, err := edtf.Parse(n.Value)
		if err != nil {
			what, remedy := dateFault(n.Value, err)
			r.FailAt(n, "date", what, remedy)
			return
		}
		*dst = d
	}
}

// dateFault says what is wrong with a date that is not in EDTF, and what to write: where
// it is one as people write dates, that in EDTF.
func dateFault(written string, err error) (what, remedy string) {
	const form = "dates are EDTF: 2012-04-02, 2012-04, 2012-07~, [2006,2007]"
	d, notLoose := edtf.ParseLoose(written)
	if notLoose == nil {
		return fmt.Sprintf("date %q is not in EDTF", written), "write " + d.String()
	}
	var fault *edtf.SyntaxError
	if strings.ContainsAny(written, "/. ") {
		err = notLoose // it is about dates as people write them
	}
	if !errors.As(err, &fault) {
		return err.Error(), form
	}
	return fmt.Sprintf("date %q: %s", written, fault.Problem), strings.TrimPrefix(fault.Remedy+"; "+form, "; ")
}
