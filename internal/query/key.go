package query

import "slices"

// The keys of the language: what one types before the colon.
const (
	KeyText      = "" // a word or a phrase
	KeyActor     = "actor"
	KeyType      = "type"
	KeyPlace     = "place"
	KeySource    = "source"
	KeyTag       = "tag"
	KeyID        = "id"
	KeyDate      = "date"
	KeyOn        = "on"
	KeyFrom      = "from"
	KeyTo        = "to"
	KeyBefore    = "before"
	KeyAfter     = "after"
	KeyDuring    = "during"
	KeyOverlaps  = "overlaps"
	KeyWithin    = "within"
	KeyPrecision = "precision"
	KeyIs        = "is"
	KeyHas       = "has"
	KeyBasis     = "basis"
)

// certainly stands before a time key that is to match for certain.
const certainly = "certainly-"

// A KeyHelp explains a key.
type KeyHelp struct {
	Key     string
	Values  string // what may follow the colon
	Help    string // one line
	Example string // a term that finds something in the built-in dataset
	time    bool
}

var keyHelp = []KeyHelp{
	{KeyActor, "ACTOR[+]", "someone who took part, by id or any spelling; + adds a group's members and predecessors, or a person's groups", "actor:droukdel", false},
	{KeyType, "TYPE", "what kind of happening it is", "type:letter,message", false},
	{KeyPlace, "PLACE[+]", "where, in any role: it happened there, was aimed there, was written there; + adds the places that lie in it", "place:timbuktu", false},
	{KeySource, "SOURCE", "an article that tells of it, by id, author or title", "source:guidere", false},
	{KeyTag, "TAG", "a tag", "tag:timbuktu-letters", false},
	{KeyID, "EVENT", "the event of that id, or of the only id that begins so", "id:2012-04-02-timbuktu-meeting", false},
	{KeyDate, "DATE|EVENT", "it falls inside that date", "date:2012-04", true},
	{KeyOn, "DATE|MM-DD", "it was going on then, or on that day of any year", "on:04-02", true},
	{KeyFrom, "DATE|EVENT", "it was going on then or later", "from:2012-05", true},
	{KeyTo, "DATE|EVENT", "it was going on then or earlier", "to:2012-07", true},
	{KeyBefore, "DATE|EVENT", "it was over before that began", "before:2012-04-15", true},
	{KeyAfter, "DATE|EVENT", "it began after that was over", "after:2012-04-15", true},
	{KeyDuring, "EVENT|DATE", "it began and ended while that lasted", "during:2012-01-northern-mali-occupied", true},
	{KeyOverlaps, "DATE|EVENT", "it has a day in common with that", "overlaps:2012-06", true},
	{KeyWithin, "10d@EVENT|DATE", "it is at most so far away: days, weeks, months, years; +10d after only, -10d before only", "within:10d@2012-04-02", true},
	{KeyPrecision, "PRECISION", "how exact its date is", "precision:month", false},
	{KeyIs, "PROPERTY", "a property that it has, or its level: key, standard, background; any for all of them", "is:key", false},
	{KeyHas, "PART", "a part that its record has", "has:note", false},
	{KeyBasis, "BASIS", "how the date of a claim was had", "basis:derived", false},
}

// Keys returns every key with its explanation, in the order to show them.
func Keys() []KeyHelp { return slices.Clone(keyHelp) }

// IsTime tells whether a key asks about time, so that an event can match it
// certainly or only possibly.
func IsTime(key string) bool {
	return slices.ContainsFunc(keyHelp, func(h KeyHelp) bool { return h.Key == key && h.time })
}
