package events

import "cmp"

// The closed vocabularies of the dataset. Each is a small integer with a name;
// the names are what the files, the query language and the exports use.

// Part is what an actor was to an event. An agent did it; a perpetrator did
// violence.
type Part uint8

// LinkKind is how one event stands to another.
type LinkKind uint8

// Basis is how a claim's date was had.
type Basis uint8

// DisputeKind is what a disagreement is about.
type DisputeKind uint8

// ActorKind is what sort of actor a record describes.
type ActorKind uint8

// Level is how much an event matters to the story: key events alone tell it, and what
// is background is shown when it is asked for.
type Level uint8

// The levels.
const (
	Standard Level = iota
	Key
	Background
)

// PlaceRole is what a place is to an event.
type PlaceRole uint8

// The roles of places.
const (
	Happened PlaceRole = iota
	Written            // where the letter or text was written
	Found              // where it was found
	Target             // what was aimed at
)

// The links that say what came before what: an event follows, or responds to, another.
const (
	Follows    LinkKind = 1
	RespondsTo LinkKind = 2
)

// SpellingForm is how far a spelling identifies an actor on its own.
type SpellingForm uint8

// RelationKind is how one actor stands to another.
type RelationKind uint8

// PlacePrecision is how much ground a place's coordinates stand for.
type PlacePrecision uint8

// Spelling forms, which matching treats differently.
const (
	FormName      SpellingForm = iota // the canonical name or another full name
	FormAlias                         // a kunya, transliteration or nickname
	FormAcronym                       //
	FormFormer                        // a name that the group bore before
	FormWeak                          // too common to match alone ("Khaled")
	FormAdjective                     // of a state or people: "Algerian"
	FormCapital                       // a capital that stands for a government: "Bamako"
	FormOffice                        // an office that stands for who holds it: "Emir of the Sahara"
)

// PartParty is what an actor is to an event when nothing more is said.
const PartParty Part = 7

// ActorUnspecified is the kind of an actor of whom only the name is known.
const ActorUnspecified ActorKind = 8

// What is said of a place's coordinates in a dataset that need not have them.
const (
	UnspecifiedGround PlacePrecision = 5 // they are given, but not how much ground they stand for
	Unlocated         PlacePrecision = 6 // they are not known
)

// Shared tells whether several records can have a spelling of this form; it then finds
// none of them alone.
func (f SpellingForm) Shared() bool {
	return f == FormWeak || f == FormAdjective || f == FormCapital || f == FormOffice
}

// Claim bases that the code itself asks about.
const (
	BasisStated    Basis = iota // the article gives the date
	BasisDerived                // reckoned from other dates in the article
	BasisPress                  // the date of the press report it cites
	BasisAddress                // a date in a web address that it cites
	BasisPublished              // the date printed on the article
	BasisEvent                  // the claim has no date of its own: the event's stands for it
)

// Disagreements that the code itself asks about.
const (
	DisputeDate  DisputeKind = 0 // the date itself
	DisputeOrder DisputeKind = 5 // which of several events came first
)

var (
	partNames = []string{
		"perpetrator", "target", "victim", "author", "recipient", "mediator", "subject", "party",
		"leader", "host", "claimant", "reporter", "affected", "agent",
	}
	linkNames = []string{
		"part-of", "follows", "responds-to", "reports", "contradicts", "continues", "related",
	}
	basisNames     = []string{"stated", "derived", "press-date", "address-date", "print-date", "event-date"}
	disputeNames   = []string{"date", "name", "number", "who", "what", "order"}
	actorKindNames = []string{
		"person", "group", "brigade", "committee", "state", "organisation", "people", "media", "unspecified",
	}
	formNames     = []string{"name", "alias", "acronym", "former", "weak", "adjective", "capital", "office"}
	relationNames = []string{
		"member-of", "leads", "holds-office-in", "founded", "part-of", "faction-of", "split-from",
		"merged-into", "successor-of", "allied-with", "rival-of", "relative-of", "allegiance-to",
		"possibly-same-as", "distinct-from", "succeeds", "joined-with", "proposed",
	}
	precisionNames = []string{"site", "town", "area", "region", "country", "unspecified", "unlocated"}
	levelNames     = []string{"standard", "key", "background"}
	placeRoleNames = []string{"happened", "written", "found", "target"}
)

func (p Part) String() string           { return nameOf(partNames, uint8(p)) }
func (k LinkKind) String() string       { return nameOf(linkNames, uint8(k)) }
func (b Basis) String() string          { return nameOf(basisNames, uint8(b)) }
func (k DisputeKind) String() string    { return nameOf(disputeNames, uint8(k)) }
func (k ActorKind) String() string      { return nameOf(actorKindNames, uint8(k)) }
func (f SpellingForm) String() string   { return nameOf(formNames, uint8(f)) }
func (k RelationKind) String() string   { return nameOf(relationNames, uint8(k)) }
func (l Level) String() string          { return nameOf(levelNames, uint8(l)) }
func (r PlaceRole) String() string      { return nameOf(placeRoleNames, uint8(r)) }
func (p PlacePrecision) String() string { return nameOf(precisionNames, uint8(p)) }

// Words name an event of that level where its facts are listed; empty for standard.
func (l Level) Words() string {
	if l == Key || l == Background {
		return l.String() + " event"
	}
	return ""
}

// Words say what a disagreement is about, after "a disagreement on".
func (k DisputeKind) Words() string {
	words := map[string]string{"name": "a name", "number": "a number", "who": "who it was", "what": "what happened", "order": "the order of events"}
	return cmp.Or(words[k.String()], "the "+k.String())
}

func nameOf(names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return "unknown"
}
