// Package importer reads other people's timelines and makes a dataset of them.
//
//	csv         any table, with commas, semicolons or tabs between, or the records of any JSON
//	acled       a CSV or JSON of the Armed Conflict Location & Event Data Project
//	ged         a CSV or JSON of UCDP's Georeferenced Event Dataset
//	timelinejs  the JSON of TimelineJS, versions 2 and 3, or its spreadsheet as CSV
//	markdown    a folder of notes with front matter, or one of them
//	chronos     code blocks of Obsidian's Chronos plugin
//	markwhen    the text of Markwhen
//	wikidata    results of the Wikidata query service as JSON, CSV or TSV
//	json        what export --to json or jsonl writes
//
// A reader cuts the input into rows, each a list of named fields; a mapping says which
// of our own fields each of them becomes; a builder makes events of that. Every field
// is counted: it is mapped, kept as a note, or dropped. Words, quotations, places and
// precision are never made up, and the same input always gives the same records.
package importer

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"timeline/internal/events"
)

// Options are what an import may be told.
type Options struct {
	Name    string            // of the input, for places of problems; the title where it has none
	From    string            // the format; empty to find out
	Map     map[string]string // a field of the input → what it becomes: see Targets
	Same    map[string]string // a name → the name that it is another spelling of
	Dates   string            // day-first or month-first, for dates such as 2/4/2012; empty to learn it from the others
	January string            // what first of January means: years, days, or empty to judge by their share
	Title   string            // of the dataset

	// Planned is told, before anything is made, what each field will become. Optional.
	Planned func(Plan)
	// Progress is told now and then how many rows were read. Optional.
	Progress func(rows int)
}

// Result is a dataset in the making, and what became of the input.
type Result struct {
	Meta    events.Meta
	Events  *events.Shelf
	Actors  []events.Actor
	Places  []events.Place
	Sources []events.Source
	Report  Report
}

// Field is one named value of a row. A field that is a list comes once for each of its
// items; Item tells which of several that belong together, such as the parts of one
// source, from zero.
type Field struct {
	Name, Value string
	Item        int
}

// Row is what the input tells of one event.
type Row struct {
	Where  string // "file.csv:12", for problems
	Fields []Field
}

// input is what a reader reads and to whom it tells it.
type input struct {
	name    string
	row     func(Row) error         // keeps nothing of the row, which may be filled anew
	bad     func(where, why string) // a record that cannot be read
	unknown func()                  // a cell says that nothing is known
	meta    *events.Meta            // title and profile of the whole, where the input has them
}

// format is a kind of input.
type format struct {
	name   string
	read   func(r io.Reader, in *input) error
	fields map[string]string  // fields of that format → targets, lower case; nil to guess
	rest   string             // what other fields become; empty for drop
	finish func(*draft) error // settles what only that format knows
	order  dayOrder           // of dates such as 2/4/2012, where the input does not tell
	coded  bool               // its dates say how exact they are
	merge  bool               // rows of one id are one event
	source string             // what all of it rests on, if it names no other source
}

var formats = []*format{
	{name: "csv", read: readTable},
	{name: "acled", read: readTable, fields: acledFields, coded: true, order: dayFirst, finish: finishACLED, source: "Armed Conflict Location & Event Data Project"},
	{name: "ged", read: readTable, fields: gedFields, coded: true, finish: finishGED, source: "UCDP Georeferenced Event Dataset"},
	{name: "timelinejs", read: readTimelineJS, fields: timelineJSFields, order: monthFirst},
	{name: "markdown", read: readMarkdown, fields: markdownFields, rest: "note"},
	{name: "chronos", read: readChronos, fields: lineFields},
	{name: "markwhen", read: readMarkwhen, fields: lineFields},
	{name: "wikidata", read: readTable, finish: finishWikidata, merge: true, source: "Wikidata"},
	{name: "json", read: nil}, // its records are ours already: see readOwn
}

// Formats returns the names of all formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// ErrEmpty is returned where the input has no record that could be read.
var ErrEmpty = errors.New("there is no event in it that could be read")

// Read makes a dataset of one input. The error is that of a wrong option, or of an input
// that cannot be read at all; a broken record stands in the report instead.
func Read(r io.Reader, o Options) (*Result, error) {
	head, r, err := peek(r)
	if err != nil {
		return nil, err
	}
	if o.From == "" {
		o.From = sniff(head, o.Name)
	}
	b, err := newBuilder(o)
	if err != nil {
		return nil, err
	}
	if b.format.read == nil {
		return readOwn(r, o)
	}
	if err := b.read(o.Name, r); err != nil {
		return nil, err
	}
	return b.done()
}

// check refuses options that mean nothing.
func (o *Options) check() error {
	if !slices.Contains([]string{"", "years", "days"}, o.January) {
		return fmt.Errorf("the first of January can stand for %q: years, or days", o.January)
	}
	if _, known := dayOrders[o.Dates]; !known {
		return fmt.Errorf("the order of dates cannot be %q: day-first, or month-first", o.Dates)
	}
	for field, target := range o.Map {
		if !slices.Contains(Targets(), target) {
			remedy := "one of " + strings.Join(Targets(), ", ")
			if near := events.Nearest(target, Targets()); near != "" {
				remedy = "did you mean " + near + "?"
			}
			return fmt.Errorf("%q cannot become %q: %s", field, target, remedy)
		}
	}
	return nil
}
