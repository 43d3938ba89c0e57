package events

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/pattern"
	"timeline/internal/record"
)

// Limits of quotation, which keep the excerpts short beside the works they
// come from. Words are counted between spaces.
const (
	MinQuoteWords = 4
	MinKeyWords   = 20 // of one quotation of a key event
	MaxQuoteWords = 40
	longArticle   = 4000 // words; above it at most a quarter may be quoted, below it a third
)

func (l *loader) problem(file string, line int, rule, remedy, format string, args ...any) {
	l.faulty[file] = true
	if len(l.problems) > 2*MaxProblems { // more than are listed
		return
	}
	l.problems = append(l.problems, Problem{File: file, Line: line, Rule: rule, What: record.Shortened(fmt.Sprintf(format, args...)), Remedy: remedy})
}

// names holds every id that a record may refer to.
type names struct {
	actors, places, sources, events *idSet
	known                           *idSet // ids of events, former ones too
}

// idSet is the ids of one kind of record.
type idSet struct {
	has  map[string]bool
	list []string // sorted
}

// validate checks what spans records: references, dates against claims,
// spellings, coverage, quotations.
func (l *loader) validate() {
	n := names{idsOf(l.actors, func(a *Actor) string { return a.ID }), idsOf(l.places, func(p *Place) string { return p.ID }),
		idsOf(l.sources, func(s *Source) string { return s.ID }), idsOf(l.events, func(e *Event) string { return e.ID }), nil}
	n.known = l.checkFormer(n.events)
	l.unread = map[string]bool{}
	for _, p := range l.problems {
		l.unread[p.File] = true
	}
	for i := range l.events {
		if !l.events[i].broken {
			l.checkEvent(&l.events[i], n)
		}
	}
	for i := range l.actors {
		l.checkActor(&l.actors[i], n)
	}
	for i := range l.places {
		l.checkPlace(&l.places[i], n)
	}
	l.checkHomonyms()
	l.checkCoverage(n)
	l.checkShares()
}

// idsOf lists the ids of records. A record that could not be read has one too:
// its file's name.
func idsOf[T any](ls []located[T], id func(*T) string) *idSet {
	s := &idSet{has: make(map[string]bool, len(ls))}
	for i := range ls {
		name := id(&ls[i].rec)
		if ls[i].broken {
			base := path.Base(ls[i].file)
			name = strings.TrimSuffix(base, path.Ext(base))
		}
		s.has[name] = true
		s.list = append(s.list, name)
	}
	slices.Sort(s.list)
	return s
}

// maxSuggested is for how many faults a remedy is looked for among all ids.
const maxSuggested = 200

// known reports an id that is not among ids, with the nearest that is.
func (l *loader) known(file string, line int, what, id string, ids *idSet) {
	if id == "" || ids.has[id] {
		return
	}
	remedy := "add its file with timeline new " + what + ", or correct the id"
	if len(l.problems) < maxSuggested {
		if near := Nearest(id, ids.list); near != "" {
			remedy = fmt.Sprintf("did you mean %q?", near)
		}
	}
	l.problem(file, line, "reference", remedy, "unknown %s %q", what, id)
}

func (l *loader) checkEvent(le *located[Event], n names) {
	e := &le.rec
	if !ValidEventID(e.ID) {
		l.problem(le.file, 0, "event-id", "name the file YYYY[-MM[-DD]]-slug.md in lower-case letters, digits and hyphens", "%q is not an event id", e.ID)
	}
	if l.meta.rec.Rigour != Quoted {
		l.checkLooseTitle(le)
	} else if e.Title == "" || len([]rune(e.Title)) > 100 || strings.HasSuffix(e.Title, ".") {
		l.problem(le.file, le.line("title"), "title", "write a title of 1 to 100 characters without a full stop", "title %q", e.Title)
	}
	if e.Summary == "" && l.meta.rec.Rigour == Quoted {
		l.problem(le.file, le.line("summary"), "summary", "write one to four sentences below the front matter", "there is no summary")
	}
	for i, r := range e.Roles {
		l.known(le.file, le.line(fmt.Sprintf("actors/%d", i)), "actor", r.Actor, n.actors)
	}
	for i, p := range e.Places {
		l.known(le.file, le.line(fmt.Sprintf("places/%d", i)), "place", p, n.places)
	}
	for i, k := range e.Links {
		l.known(le.file, le.line(fmt.Sprintf("links/%d", i)), "event", k.To, n.known)
		if k.To == e.ID {
			l.problem(le.file, le.line(fmt.Sprintf("links/%d", i)), "link", "link to another event", "the event links to itself")
		}
	}
	l.checkDate(le)
	l.checkShown(le)
	l.checkClaims(le, n)
	l.checkDisputes(le, n)
}

// eventID is how an event's id begins: its year, and month and day if known.
var eventID = pattern.Lazy(`^-?[0-9]{4,}(-[0-9]{2}){0,2}-[a-z0-9]+(-[a-z0-9]+)*$`)

// ValidEventID tells whether an event can have that id.
func ValidEventID(id string) bool { return len(id) <= maxIDBytes && eventID().MatchString(id) }

// maxIDBytes bounds an id: it is typed, and a file's name.
const maxIDBytes = 100

// plainID is what the id of any record is made of: safe in a shell, a query, a
// web address and a file's name.
var plainID = pattern.Lazy(`^(-[0-9]|[a-z0-9])[a-z0-9-]*$`)

// ValidID tells whether a record can have that id.
func ValidID(id string) bool { return len(id) <= maxIDBytes && plainID().MatchString(id) }

// checkDate holds the event's date against its claims and the dataset's period.
func (l *loader) checkDate(le *located[Event]) {
	e := &le.rec
	if e.Date.IsZero() || len(e.Claims) == 0 {
		return
	}
	line := le.line("date")
	if !l.meta.rec.Period.IsZero() && !edtf.Overlaps(e.Date, l.meta.rec.Period) {
		l.problem(le.file, line, "period", "correct the date, or the period in dataset.yaml", "date %s lies outside the dataset's period %s", e.Date, l.meta.rec.Period)
	}
	supported, differ, apart := false, false, false
	for i, c := range e.Claims {
		if c.Date.IsZero() {
			return // reported already
		}
		if e.Date.Earliest() <= c.Date.Earliest() && e.Date.Latest() >= c.Date.Latest() {
			supported = true
		}
		for _, other := range e.Claims[:i] {
			differ = differ || edtf.Compare(c.Date, other.Date) != 0
			apart = apart || c.Date.Earliest() > other.Date.Latest() || c.Date.Latest() < other.Date.Earliest()
		}
	}
	l.checkBeside(le, supported)
	if !supported && e.BesideClaims == "" {
		l.problem(le.file, line, "finer-than-claims", "widen the date until it holds at least one claim's date, or say under beside-claims why none is right", "date %s is finer than every claim", e.Date)
	}
	if l.meta.rec.Rigour != Quoted {
		return
	}
	if differ && e.DateReason == "" {
		l.problem(le.file, line, "date-reason", "add date-reason: which claim the date follows, and why", "the claims give different dates")
	}
	if apart && !slices.ContainsFunc(e.Disputes, func(d Dispute) bool { return d.About == DisputeDate }) {
		l.problem(le.file, line, "dispute", "add a dispute about: date", "claims give dates that do not meet, and no dispute says so")
	}
}

func (l *loader) checkClaims(le *located[Event], n names) {
	e := &le.rec
	if len(e.Claims) == 0 && l.meta.rec.Rigour == Notes {
		return
	}
	if len(e.Claims) == 0 {
		l.problem(le.file, le.line("claims"), "claims", "add what at least one source says", "the event has no claim")
		return
	}
	quoted, longest := false, 0
	for i, c := range e.Claims {
		at := func(field string) int { return le.line(fmt.Sprintf("claims/%d/%s", i, field)) }
		l.known(le.file, at("source"), "source", c.Source, n.sources)
		if c.Quote != "" {
			quoted = true
			w := QuoteWords(c.Quote)
			if w <= MaxQuoteWords {
				longest = max(longest, w)
			}
			if l.meta.rec.Rigour == Quoted && (w < MinQuoteWords || w > MaxQuoteWords) {
				l.problem(le.file, at("quote"), "quote-length", fmt.Sprintf("quote %d to %d words, cutting with […]", MinQuoteWords, MaxQuoteWords), "the quotation has %d words", w)
			}
		}
		if l.meta.rec.Rigour == Quoted && c.Basis == BasisStated && c.Date.Precision() == edtf.PrecisionDay && !strings.ContainsAny(c.Words, "0123456789") {
			l.problem(le.file, at("words"), "stated-day", "copy the article's date words, or mark the basis as derived", "a stated day needs date words with its number, not %q", c.Words)
		}
		if l.meta.rec.Rigour == Quoted && c.Basis == BasisDerived && c.BasisNote == "" {
			l.problem(le.file, at("basis"), "basis-note", "add basis-note: what the date is derived from", "a derived date does not say from what")
		}
	}
	if !quoted && l.meta.rec.Rigour == Quoted {
		l.problem(le.file, le.line("claims"), "no-quotation", "quote the words that carry the fact in at least one claim", "no claim has a quotation")
	}
	if l.meta.rec.Rigour == Quoted && e.Level == Key && quoted && longest < MinKeyWords {
		l.problem(le.file, le.line("claims"), "key-excerpt", fmt.Sprintf("quote %d to %d words that make sense alone in one claim", MinKeyWords, MaxQuoteWords), "the longest quotation of this key event has %d words", longest)
	}
}

// QuoteWords counts the words of a quotation, leaving out its […] marks.
func QuoteWords(quote string) int {
	return len(strings.Fields(strings.ReplaceAll(quote, "[…]", " ")))
}

func (l *loader) checkActor(la *located[Actor], n names) {
	a := &la.rec
	l.checkShort(la.file, la.line("short"), a.Short)
	l.checkSpellings(&la.origin, a.Spellings, n)
	for i, r := range a.Relations {
		at := fmt.Sprintf("relations/%d", i)
		l.known(la.file, la.line(at+"/to"), "actor", r.To, n.actors)
		l.known(la.file, la.line(at+"/source"), "source", r.Cite.Source, n.sources)
		l.known(la.file, la.line(at+"/event"), "event", r.Event, n.known)
		if r.To == a.ID {
			l.problem(la.file, la.line(at), "relation", "name another actor", "the actor is related to itself")
		}
	}
	for i, c := range a.Citations {
		l.known(la.file, la.line(fmt.Sprintf("citations/%d", i)), "source", c.Source, n.sources)
	}
}

func (l *loader) checkPlace(lp *located[Place], n names) {
	p := &lp.rec
	if p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180 {
		l.problem(lp.file, lp.line("lat"), "coordinates", "write latitude -90 to 90 and longitude -180 to 180", "%g, %g is nowhere on Earth", p.Lat, p.Lon)
	}
	l.checkShort(lp.file, lp.line("short"), p.Short)
	l.checkSpellings(&lp.origin, p.Spellings, n)
}

func (l *loader) checkSpellings(r *origin, list []Spelling, n names) {
	for i, s := range list {
		for _, src := range s.Sources {
			l.known(r.file, r.line(fmt.Sprintf("spellings/%d", i)), "source", src, n.sources)
		}
	}
}

// checkHomonyms refuses a strong spelling that two actors share: a name that
// could be either must be weak in both, so that it never matches on its own.
func (l *loader) checkHomonyms() {
	strong := map[string]string{} // folded → id of the actor
	for i := range l.actors {
		la := &l.actors[i]
		for j, s := range la.rec.Spellings {
			key := Fold(s.As)
			if s.Form.Shared() || key == "" {
				continue
			}
			if id, taken := strong[key]; taken && id != la.rec.ID {
				l.problem(la.file, la.line(fmt.Sprintf("spellings/%d", j)), "homonym", "mark it form: weak in both", "spelling %q also belongs to %s", s.As, id)
			}
			strong[key] = la.rec.ID
		}
	}
}
