package events

import (
	"cmp"
	"slices"

	"timeline/internal/edtf"
)

// Index is an event's position in its dataset's order, from zero.
type Index int32

// Event is one happening. Its claims say what each source tells of it.
type Event struct {
	ID         string    // permanent: the file's name without .md, date and slug
	Was        []string  // ids under which it was known before: it is found by them too
	Title      string    // neutral, in our own words
	Date       edtf.Date // the editor's date: never finer than the claims support
	DateReason string    // why, where the claims differ
	// BesideClaims is why the date holds no claim's date whole, such as a misprint that
	// the editor rejects; empty where it does.
	BesideClaims string
	// ShownAt is where in its bounds the event is shown, and ShownReason why; no date
	// where its date alone tells. Questions about time do not ask it.
	ShownAt     edtf.Date
	ShownReason string
	Type        string // a word of the dataset's Vocabulary
	Level       Level
	Roles       []Role      // who took part, and as what
	Places      []string    // place ids
	PlacesAs    []PlaceRole // what each of Places is to the event
	Tags        []string    // free words for teaching and grouping
	Links       []Link      // to related events
	Claims      []Claim     // at least one
	Disputes    []Dispute   // where the sources differ, or one differs with itself
	Summary     string      // Markdown, one to four sentences of our own
	Note        string      // the editor's note, Markdown; often empty
}

// Role is an actor's part in an event.
type Role struct {
	Actor string // actor id
	As    Part
}

// Link ties an event to another.
type Link struct {
	Kind LinkKind
	To   string // event id
}

// Claim is what one source says of an event.
type Claim struct {
	Source    string    // source id
	At        Locator   // the block in which the quotation stands
	Date      edtf.Date // the date as this source gives it
	Words     string    // the source's own date wording, verbatim
	Basis     Basis     // how the date was had
	BasisNote string    // what the date rests on, where it is not plainly stated
	Hedge     string    // the source's own reservation ("reportedly"), if any
	Quote     string    // verbatim words of the source; cuts are marked […]
	Says      string    // what the source says, in one sentence of our own
	Figures   []Figure  // numbers as this source gives them
}

// Figure is a number that a source gives, kept as it gives it.
type Figure struct{ What, Value string }

// Dispute is a difference between sources, or inside one.
type Dispute struct {
	About DisputeKind
	With  []string // ids of the other events, of a dispute about the order of events
	Text  string   // which source says what, and the editor's reading with its reason
}

// Disputed tells whether any disagreement is recorded of the event.
func (e *Event) Disputed() bool { return len(e.Disputes) > 0 }

// Sources returns the ids of the sources that tell of the event, each once, in
// the order of the claims.
func (e *Event) Sources() []string {
	var ids []string
	for _, c := range e.Claims {
		if !slices.Contains(ids, c.Source) {
			ids = append(ids, c.Source)
		}
	}
	return ids
}

// ClaimsOf returns the claims of one source, in order.
func (e *Event) ClaimsOf(source string) (list []Claim) {
	for n := range e.Claims {
		if e.Claims[n].Source == source {
			list = append(list, e.Claims[n])
		}
	}
	return list
}

// PlaceAs tells what the n-th place, from zero, is to the event.
func (e *Event) PlaceAs(n int) PlaceRole {
	if n < len(e.PlacesAs) {
		return e.PlacesAs[n]
	}
	return Happened
}

// Pins returns the places to show on a map: where the event happened or, if that is not
// known, where it was written or else found.
func (e *Event) Pins() []string {
	for _, role := range []PlaceRole{Happened, Written, Found} {
		var pins []string
		for n, id := range e.Places {
			if e.PlaceAs(n) == role {
				pins = append(pins, id)
			}
		}
		if pins != nil {
			return pins
		}
	}
	return nil
}

// sortPlaces puts the places where the event happened first.
func (e *Event) sortPlaces() {
	type place struct {
		id string
		as PlaceRole
	}
	places := make([]place, len(e.Places))
	for n, id := range e.Places {
		places[n] = place{id, e.PlaceAs(n)}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(a.as, b.as) })
	e.Places, e.PlacesAs = make([]string, len(places)), make([]PlaceRole, len(places))
	for n, p := range places {
		e.Places[n], e.PlacesAs[n] = p.id, p.as
	}
}
