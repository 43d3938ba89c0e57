// Package export writes events in formats that other programs read.
//
//	csv         RFC 4180, one row a claim, safe from formula injection
//	json        an array of events, complete; docs/event.schema.json describes one
//	jsonl       the same, one event a line
//	markdown    a handout: years, months, events, quotations with citations
//	icalendar   RFC 5545, all-day events
//	geojson     RFC 7946, one feature an event
//	timelinejs  the JSON of TimelineJS 3
//	markwhen    the text of Markwhen
//	html        one page to hand on, which needs nothing but itself
//	svg         a picture: the ribbon, lanes of actors, the date of each event, or a map
//
// Events are written in the order in which they are given, one at a time: what
// is held in memory does not grow with their number.
//
// # Dates
//
// No export shows a date finer than the event's. A format that can only hold
// days (iCalendar) gets the whole span in which an imprecise date may lie, and a
// title that says so. What a format cannot hold is counted and reported.
package export

import (
	"slices"
	"strings"
	"time"
	"timeline/internal/record"
)

// Format is a file format.
type Format uint8

// The formats, in the order in which they are offered.
const (
	CSV Format = iota
	JSON
	JSONLines
	Markdown
	ICalendar
	GeoJSON
	TimelineJS
	Markwhen
	HTML
	SVG
)

// formats holds what is known of each format, by its value.
var formats = [...]struct {
	name  string
	also  []string // other names that people try
	write func(*writer) error
	lacks string // what it never holds, in a sentence; empty if nothing
}{
	CSV: {"csv", nil, (*writer).csv,
		"coordinates, kinds of actors and rights are left out; lists are joined with semicolons; the EDTF of a month, such as 2012-04, is written as 2012-04-XX, of which no spreadsheet makes a day"},
	JSON:       {"json", nil, (*writer).json, ""},
	JSONLines:  {"jsonl", []string{"jsonlines", "ndjson"}, (*writer).jsonLines, ""},
	Markdown:   {"markdown", []string{"md"}, (*writer).markdown, "ids, coordinates and EDTF dates are left out"},
	ICalendar:  {"icalendar", []string{"ical", "ics"}, (*writer).iCalendar, "actors, claims and disputes are text in the description; links are left out"},
	GeoJSON:    {"geojson", nil, (*writer).geoJSON, "quotations, disputes and links are left out; lists are joined with semicolons"},
	TimelineJS: {"timelinejs", nil, (*writer).timelineJS, "actors, claims and disputes are text; links are left out"},
	Markwhen:   {"markwhen", []string{"mw"}, (*writer).markwhen, "actors, claims and disputes are text; links are left out"},
	HTML:       {"html", []string{"htm"}, (*writer).html, "ids, coordinates and EDTF dates are left out"},
	SVG:        {"svg", nil, (*writer).svg, "all is left out but when the events were, or in lanes whose, or on a map where"},
}

// String returns the name that ParseFormat reads.
func (f Format) String() string {
	if int(f) < len(formats) {
		return formats[f].name
	}
	return "unknown"
}

// Formats returns the names of all formats, in the order of their values.
func Formats() []string {
	names := make([]string, len(formats))
	for i := range formats {
		names[i] = formats[i].name
	}
	return names
}

// ParseFormat returns the format of that name, in any case; "md", "ics", "ical",
// "ndjson" and "mw" are understood too. The error names the nearest format, or
// all of them.
func ParseFormat(name string) (Format, error) {
	for i := range formats {
		if slices.Contains(formats[i].also, strings.ToLower(name)) {
			return Format(i), nil
		}
	}
	i, err := record.Choice("format", name, Formats())
	return Format(i), err
}

// Options are what an export may say beside the events.
type Options struct {
	Now   time.Time // when the export is made: DTSTAMP of iCalendar. The zero value is 1970-01-01.
	Title string    // of the whole; the dataset's title if empty
	Query string    // what was asked for, printed where a format has room; may be empty

	Picture Picture // which picture an SVG shows
	Exact   bool    // of iCalendar: only what is dated to a single day
	BOM     bool    // of CSV: a byte order mark first, without which Excel takes UTF-8 for another encoding
	Brief   bool    // of TimelineJS: slides with the summary alone
}

// Report is what became of an export.
type Report struct {
	Events int      // how many events were written
	Lost   []string // what the format could not hold, a sentence each, without full stop
}
