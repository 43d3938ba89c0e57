package export

import (
	"encoding/json"
	"regexp"
	"strings"

	"timeline/internal/events"
)

// markwhen writes a document of Markwhen: a header, and for each event its date
// in the part of EDTF that Markwhen reads (year, month or day, or two of them),
// its title and type, and what is told of it in lines that begin with ">". That
// mark keeps a line that looks like a date, a property, a comment or a heading
// from being read as one.
func (w *writer) markwhen() error {
	title, err := json.Marshal(noTags(line(w.o.Title))) // a JSON string is a YAML string
	if err != nil {
		return err
	}
	w.put("---\ntitle: ", string(title), "\n")
	if w.o.Query != "" {
		query, err := json.Marshal(noTags("Query: " + line(w.o.Query)))
		if err != nil {
			return err
		}
		w.put("description: ", string(query), "\n")
	}
	w.put("---\n")
	return w.each(func(i events.Index, e *events.Event) bool {
		s, ok := w.span(e.Date)
		if !ok {
			return false
		}
		if coarse(e.Date) {
			w.lose(lostSeason)
		}
		w.markwhenEvent(i, e, &s)
		return true
	})
}

func (w *writer) markwhenEvent(i events.Index, e *events.Event, s *span) {
	date, title := s.from.String(), line(e.Title)
	if s.to != s.from {
		date += " / " + s.to.String()
	}
	if !plain.MatchString(e.Date.String()) { // not as Markwhen shows it
		title += " (" + s.words + ")"
	}
	w.put("\n", date, ": ", markwhenText(title), " #", strings.ReplaceAll(e.Type.String(), "-", "_"), "\n")
	for _, l := range strings.Split(w.description(i), "\n") {
		w.put(strings.TrimRight("> "+markwhenText(l), " "), "\n")
	}
}

// plain is the EDTF that Markwhen has too.
var plain = regexp.MustCompile(`^\d{4}(-(0\d|1[0-2])(-\d\d)?)?(/\d{4}(-(0\d|1[0-2])(-\d\d)?)?)?$`)

// markwhenText keeps text from being read as a tag, a check box or HTML.
func markwhenText(s string) string {
	s = safeMarkup(s)
	if strings.HasPrefix(s, "[") {
		s = `\` + s
	}
	return tagMark.ReplaceAllString(s, `$1\#`)
}

var tagMark = regexp.MustCompile(`(^|\s)#`)

// noTags replaces number signs, which the header's reader takes for tags even
// inside quotation marks.
func noTags(s string) string { return strings.ReplaceAll(s, "#", "＃") }
