package query

import (
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// ByID finds the event that a text names by its id, or by a beginning that only one
// id has. A date names none: more than one id may begin with it some day.
func ByID(d *events.Dataset, text string) (events.Index, bool) {
	id := strings.ToLower(strings.TrimSpace(text))
	if i, ok := d.Find(id); ok {
		return i, true
	}
	if _, err := edtf.ParseLoose(id); id == "" || err == nil {
		return 0, false
	}
	if found := d.WithPrefix(id); len(found) == 1 {
		return found[0], true
	}
	return 0, false
}

// begunIDs returns the events whose ids a text begins, if it can be nothing else: a
// date and letters, as in 2012-04-02-t.
func begunIDs(d *events.Dataset, typed string) []events.Index {
	id := strings.ToLower(strings.TrimSpace(typed))
	const year = len("2012")
	if len(id) <= year || strings.Trim(id[:year], "0123456789") != "" || id[year] != '-' || strings.ContainsAny(id, " :\"") {
		return nil
	}
	if _, err := edtf.ParseLoose(id); err == nil {
		return nil
	}
	return d.WithPrefix(id)
}
