// Package query is the one query language of timeline: the browser's filter line
// and every command read it, and mean the same by it. It parses a query, says
// what is wrong with it and where, finds the events that match, counts facets,
// and completes what is being typed. It draws nothing and prints nothing.
//
//	q, err := query.Parse(d, `actor:droukdel from:2012-05 to:2012-07 -type:letter`)
//	for _, i := range query.Compile(d, q).Run() { … }
//
// # The language
//
// A query is a list of terms with spaces between; an event must match them all.
//
//	query    = { space } [ term { space { space } term } { space } ] .
//	term     = [ "-" ] ( word | phrase | key ":" value { "," value } ) .
//	word     = char { char } .                  (* no space, no quotation mark *)
//	phrase   = '"' { any } '"' .                (* “…”, „…” and «…» too *)
//	key      = [ "certainly-" ] timekey | "actor" | "place" | "source" | "type" | "tag" | "id"
//	         | "precision" | "is" | "has" | "basis" .
//	timekey  = "date" | "on" | "from" | "to" | "before" | "after" | "during" | "overlaps" | "within" .
//	value    = piece { piece } .                (* actor:"abou zeid"  within:10d@"2 April 2012" *)
//	                                          (* after a time key, further words that make a date with it: date:spring 2012 *)
//	piece    = phrase | char { char } .         (* no comma, except inside [ ] or { } *)
//
// A comma means or; a key given twice means and; a hyphen before a term means not.
//
// A word matches the beginning of any word of the event's title, summary,
// quotations, paraphrases, notes, tags and type as they are written
// (events.FoldProse), and of any spelling of its actors and places as names are
// compared (events.Fold): zeid finds Abou Zeïd, belm finds Belmokhtar, and founding
// does not find funding. Where a name has other spellings that Fold makes the same,
// texts are searched for those too. A phrase matches whole words as they stand. A
// spelling that is too common to tell an actor on its own ("Khaled") does not match
// alone, only beside another word that does match a name of that actor.
//
// # Look-ups
//
// Look finds one event by a phrase as a writer types it. It is no query: what is
// missing lowers a score, and only terms with keys and quotations are conditions.
// reading.go tells how a phrase is read, hints.go which words hint at which types,
// weigh.go what counts for how much, and testdata/phrases*.txt what it is held to.
//
// An actor, place or source is named by its id, by any spelling, or by whole
// words of a spelling that no other record has: actor:droukdel. A group does not
// stand for its members; actor:aqim+ does, with leaders, factions, parts and
// predecessors and theirs in turn, and actor:belmokhtar+ is he and the groups that he
// led or belonged to. place:mali+ adds all places in Mali. An event
// is named by its id or by the beginning of just one id.
//
// # Time
//
// Events and questions are stretches of days of which both ends may be unknown
// within bounds. So an event can match a time question in two ways: certainly,
// wherever in its bounds it really was; or possibly, somewhere in its bounds. A
// time key asks for possibly, which includes certainly; with certainly- before it,
// as in certainly-before:2012-05, it asks for certainly only. -before:X is what
// cannot have been before X; -certainly-before:X what may not have been.
// Judge tells which of the two an answer is.
//
// With s and e the first and last day of the event, and S and E those of the date
// in the question (2012-04 is all of April) or of the event that it names:
//
//	date: during:  S ≤ s and e ≤ E    (Allen: starts, during, finishes, equals)
//	on: overlaps:  s ≤ E and S ≤ e    (all but before, after, meets, met by)
//	before:        e < S              (before, meets)
//	after:         s > E              (after, met by)
//	from:          e ≥ S              (not before)
//	to:            s ≤ E              (not after)
//	within:10d@X   overlaps X made longer by 10 days at both ends
//	within:+10d@X  E < s ≤ E + 10 days
//	within:-10d@X  S − 10 days ≤ e < S
//
// from: and to: together are a window: whatever can have been going on inside it.
// on: also takes a day of any year: on:04-02. A typed date that is a set, like
// several values with commas, asks for each of its members on its own. A question
// that names an event leaves that event out of the answer. A date that is an
// interval (2012-06-30/2012-07-01) lasted from one end to the other; any other
// happened on some day or days within its bounds. "About" and "uncertain" do not
// move bounds, but what is so marked answers possibly at most: it is looked for
// within its bounds, and they prove nothing.
//
// For dates of several members ({2006,2008}: all of them) before:, after: and
// date: must hold of every member, the others of any; "possibly" may then be said
// too generously and "certainly" too sparingly, never the other way round.
//
// # Invariants
//
//   - Parse never panics, and Parse(d, q.String()) is q for every q that Parse returned.
//   - Run returns events in the dataset's order, each once.
//   - certainly implies possibly; possibly(from) = not certainly(before), and so on,
//     for dates that are not marked as doubtful.
//
// # How it scans
//
// Columns are filtered in chunks of 16,384 events on a few goroutines, the
// cheapest term first, bits out of a Set. A word is looked for in all texts of a
// chunk as one string, by its rarest letter; where few events are left, in theirs
// only. Names are looked up once a query, not once an event. Nothing is allocated
// per event, except by terms that need whole records (tag:, has:, basis:).
package query
