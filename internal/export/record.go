package export

import "timeline/internal/events"

// Record is an event as JSON holds it: everything that the screen shows. Fields
// are always present; lists may be empty, and texts that are not there are "".
// docs/event.schema.json describes it. Fields are added, never changed or taken
// away.
type Record struct {
	ID         string       `json:"id"`
	Title      string       `json:"title"`
	Date       RecordDate   `json:"date"`
	DateReason string       `json:"date_reason"` // why that date, where the claims differ
	Type       string       `json:"type"`
	Importance string       `json:"importance"` // major, minor
	Disputed   bool         `json:"disputed"`
	Summary    string       `json:"summary"` // Markdown
	Note       string       `json:"note"`    // the editor's, Markdown
	Actors     []RecordRole `json:"actors"`
	Places     []RecordSite `json:"places"`
	Tags       []string     `json:"tags"`
	Claims     []RecordSaid `json:"claims"`
	Disputes   []RecordRow  `json:"disputes"`
	Links      []RecordLink `json:"links"`
}

// RecordDate is a date with its bounds.
type RecordDate struct {
	EDTF        string  `json:"edtf"`
	Earliest    *string `json:"earliest"` // inclusive; null if open or unknown
	Latest      *string `json:"latest"`   // inclusive; null if open or unknown
	Precision   string  `json:"precision"`
	English     string  `json:"english"`
	Approximate bool    `json:"approximate"`
	Uncertain   bool    `json:"uncertain"`
}

// RecordRole is an actor and what it was to the event.
type RecordRole struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind"`
	Role string `json:"role"`
}

// RecordSite is a place.
type RecordSite struct {
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Country   string  `json:"country"`
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
	Precision string  `json:"precision"` // how much ground the coordinates stand for
}

// RecordSaid is a claim.
type RecordSaid struct {
	Source    RecordSource   `json:"source"`
	Locator   string         `json:"locator"` // "p12", "n4"
	Where     string         `json:"where"`   // the locator in words
	Date      RecordDate     `json:"date"`
	Words     string         `json:"date_words"` // the source's own
	Basis     string         `json:"basis"`
	BasisNote string         `json:"basis_note"`
	Hedge     string         `json:"hedge"`
	Quote     string         `json:"quotation"`
	Says      string         `json:"says"`
	Figures   []RecordFigure `json:"figures"`
	Citation  string         `json:"citation"` // Chicago note with the locator
}

// RecordSource is the source of a claim, with what must stand by a quotation.
type RecordSource struct {
	ID        string     `json:"id"`
	Author    string     `json:"author"` // "Unsigned" if there is none
	Title     string     `json:"title"`
	Container string     `json:"container"`
	Publisher string     `json:"publisher"`
	Date      RecordDate `json:"date"`
	URL       string     `json:"url"`
	Rights    string     `json:"rights"`
}

// RecordFigure is a number as a source gives it.
type RecordFigure struct {
	What  string `json:"what"`
	Value string `json:"value"`
}

// RecordRow is a disagreement.
type RecordRow struct {
	About string `json:"about"`
	Text  string `json:"text"`
}

// RecordLink is a tie to another event.
type RecordLink struct {
	Kind  string `json:"kind"`
	To    string `json:"to"`
	Title string `json:"title"`
}

// RecordOf returns an event as JSON holds it.
func RecordOf(d *events.Dataset, i events.Index) Record { return Record{} }
