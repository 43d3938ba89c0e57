package export

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// iCalendar writes a calendar of all-day events (RFC 5545, with NAME of RFC
// 7986). A span stays a span; a date less exact than a day takes all the days
// that it may mean, and the summary says so. DTEND is the day after the last.
// UIDs are the events' ids and the dataset's, so that a second import updates
// the first.
func (w *writer) iCalendar() error {
	w.property("BEGIN", "VCALENDAR")
	w.property("VERSION", "2.0")
	w.property("PRODID", "-//timeline//timeline//EN")
	w.property("CALSCALE", "GREGORIAN")
	w.property("NAME", calendarText(line(w.o.Title)))
	w.property("X-WR-CALNAME", calendarText(line(w.o.Title)))
	if w.o.Query != "" {
		w.property("DESCRIPTION", calendarText("Query: "+line(w.o.Query)))
	}
	err := w.each(w.calendarEvent)
	w.property("END", "VCALENDAR")
	return err
}

func (w *writer) calendarEvent(i events.Index, e *events.Event) bool {
	before := w.lost
	s, ok := w.span(e.Date)
	if !ok {
		return false
	}
	if w.o.Exact && (!s.exact || s.first != s.last) {
		w.lost = before // it is not written less exactly: it is not written
		w.lose(lostStretch)
		return false
	}
	if !s.exact {
		w.lose(lostExact)
	}
	w.property("BEGIN", "VEVENT")
	w.property("UID", calendarText(line(e.ID)+"@"+line(cmp.Or(w.d.Meta.ID, "dataset"))+".timeline"))
	w.property("DTSTAMP", w.o.Now.UTC().Format("20060102T150405Z"))
	w.property("DTSTART;VALUE=DATE", basicDay(s.first))
	if s.last+1 <= lastDay { // else the default holds: DTSTART's day
		w.property("DTEND;VALUE=DATE", basicDay(s.last+1))
	}
	w.property("SUMMARY", calendarText(s.title(e.Title)))
	w.property("DESCRIPTION", calendarText(w.description(i)))
	w.property("CATEGORIES", calendarText(e.Type))
	w.calendarPlaces(e)
	w.property("TRANSP", "TRANSPARENT")
	w.property("END", "VEVENT")
	return true
}

// calendarPlaces writes the places' names, and coordinates if they are those of
// one site or town.
func (w *writer) calendarPlaces(e *events.Event) {
	var names []string
	var only *events.Place
	for _, id := range e.Pins() {
		if p := w.d.Place(id); p != nil {
			names, only = append(names, line(p.Name)), p
		}
	}
	switch {
	case len(names) == 0:
		w.lose(lostPlace)
		return
	case len(names) == 1 && pointLike(only):
		w.property("GEO", fmt.Sprintf("%.6f;%.6f", only.Lat, only.Lon))
	default:
		w.lose(lostCoarse)
	}
	w.property("LOCATION", calendarText(strings.Join(names, "; ")))
}

// pointLike tells that a point stands for the place well.
func pointLike(p *events.Place) bool {
	name := p.Precision.String()
	return name == "site" || name == "town"
}

// firstDay and lastDay are the first and last that four digits of a year can write.
var firstDay, lastDay = edtf.NewDay(1, 1, 1), edtf.NewDay(9999, 12, 31)

func basicDay(d edtf.Day) string {
	year, month, day := d.Civil()
	return fmt.Sprintf("%04d%02d%02d", year, month, day)
}

// calendarText escapes a value of type TEXT (RFC 5545, 3.3.11).
func calendarText(s string) string {
	return calendarEscapes.Replace(s)
}

var calendarEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// maxOctets is the length of a content line without its end (RFC 5545, 3.1).
const maxOctets = 75

// property writes a content line, folded between characters.
func (w *writer) property(name, value string) {
	s := name + ":" + value
	for room := maxOctets; len(s) > room; room = maxOctets - 1 {
		cut := room
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		w.put(s[:cut], "\r\n ")
		s = s[cut:]
	}
	w.put(s, "\r\n")
}
