package tours

import (
	"slices"

	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/record"
)

// Tour is a way through a dataset.
type Tour struct {
	Name     string // of the file, without .md
	Title    string
	For      string // whom it is for: "a first lesson"
	Question string // that the whole tour is about
	Intro    string // Markdown
	Minutes  float64
	Stops    []Stop

	Problems record.Problems // found in reading it; what could be read is there all the same
	lines    map[string]int
}

// Kind is what a stop shows.
type Kind uint8

// The kinds of stops, by the field that names what is shown.
const (
	Event Kind = iota
	Query
	Actor
	Place
	Source
	Order // cards, to be put in order of time
)

var kindNames = []string{"event", "query", "actor", "place", "source", "order"}

func (k Kind) String() string { return kindNames[k] }

// Part is something that can be revealed at a stop.
type Part uint8

// The parts of a stop.
const (
	Heading Part = iota // our own words, until the title may be seen
	Title
	Date
	Who
	Summary
	Quotes
	Claims
	Dispute
	Links
	List
	Ask
	Answer
)

var partNames = []string{"heading", "title", "date", "who", "summary", "quotes", "claims", "dispute", "links", "list", "ask", "answer"}

func (p Part) String() string { return partNames[p] }

// dates tells whether the part may name the date of an event.
func (p Part) dates() bool {
	return p == Summary || p == Quotes || p == Claims || p == Dispute || p == Links
}

// Step is what is revealed together.
type Step []Part

func (s Step) String() string { return english.JoinedOf(", ", s, Part.String) }

// Stop is one record, or several, with what is asked about it.
type Stop struct {
	Kind    Kind
	ID      string   // of the event, actor, place or source
	Query   string   // in the query language
	Cards   []string // event ids
	View    string   // how a query is shown, one of Views; empty for the list
	Minutes float64
	Show    []Step // never empty in a tour without problems
	Claims  []Ref  // those that are shown; all, if none are named
	Heading string
	Ask     string
	Answer  string
	RestsOn []Ref  // what the answer rests on
	Note    string // the presenter's

	line int
}

// Views are the ways in which the browser can show the events of a query.
var Views = []string{"list", "lanes", "groups", "map"}

// Ref names the claims of a source in a block of it: "guidere-2014 p67", with
// "EVENT/" before it where they are another event's.
type Ref struct {
	Event  string // empty for the stop's own
	Source string
	At     events.Locator
}

func (r Ref) String() string {
	s := r.Source + " " + r.At.String()
	if r.Event != "" {
		s = r.Event + "/" + s
	}
	return s
}

// shows tells whether a step of the stop reveals the part, and which, from one.
func (s *Stop) shows(p Part) (step int, ok bool) {
	step = 1 + slices.IndexFunc(s.Show, func(step Step) bool { return slices.Contains(step, p) })
	return step, step > 0
}
