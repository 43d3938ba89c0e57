package export

import (
	"encoding/json"
	"strings"
	"unicode"

	"timeline/internal/events"
	"timeline/internal/markup"
)

// markwhen writes a document of Markwhen: a header, and for each event its date
// in the part of EDTF that Markwhen reads (year, month or day, or two of them),
// its title and type, and what is told of it in lines that begin with ">". That
// mark keeps a line that looks like a date, a property, a comment or a heading
// from being read as one.
func (w *writer) markwhen() error {
	field := func(key, value string) {
		text, _ := json.Marshal(noTags(value)) // a JSON string is a YAML string, and of any text there is one
		w.put(key, string(text), "\n")
	}
	w.put("---\n")
	field("title: ", line(w.o.Title))
	if w.o.Query != "" {
		field("description: ", "Query: "+line(w.o.Query))
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
	if !plainDate(e.Date.String()) { // not as Markwhen shows it
		title += " (" + s.words + ")"
	}
	w.put("\n", date, ": ", markwhenText(title), " #", strings.ReplaceAll(e.Type, "-", "_"), "\n")
	for _, l := range strings.Split(w.description(i), "\n") {
		w.put(strings.TrimRight("> "+markwhenText(l), " "), "\n")
	}
}

// plainDate tells of the EDTF that Markwhen has too: years, months, days, and two
// of them with a slash.
func plainDate(s string) bool {
	from, to, _ := strings.Cut(s, "/")
	return plainPoint(from) && (to == "" || plainPoint(to)) && !strings.HasSuffix(s, "/")
}

// plainPoint tells of YYYY, YYYY-MM and YYYY-MM-DD; months from 21 are seasons.
func plainPoint(s string) bool {
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash != (s[i] == '-') || !dash && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return len(s) == 4 || (len(s) == 7 || len(s) == 10) && s[5] < '2'
}

// markwhenText keeps text from being read as a tag, a check box or HTML.
func markwhenText(s string) string {
	s = markup.Line(s)
	if strings.HasPrefix(s, "[") {
		s = `\` + s
	}
	var b strings.Builder
	previous := ' '
	for _, r := range s {
		if r == '#' && unicode.IsSpace(previous) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		previous = r
	}
	return b.String()
}

// noTags replaces number signs, which the header's reader takes for tags even
// inside quotation marks.
func noTags(s string) string { return strings.ReplaceAll(s, "#", "＃") }
