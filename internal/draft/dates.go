package draft

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
	"timeline/internal/pattern"
)

// dates compares the sentences that tell of an event and of its date with what the
// sources give.
func (k *check) dates() {
	for n, p := range k.paragraphs {
		for _, s := range p.sentences {
			if p.Kind == Prose {
				k.sentence(n, s)
			}
		}
	}
}

// elsewhere are words that take a date from the event that is told: a denial, a look
// back, or something said to be wrong.
var elsewhere = pattern.Lazy(`(?i)\b(?:not|never|neither|nor|n[’']t|rather than|instead of|wrongly|mistaken(?:ly)?|anniversary|years? later|decades? later|recall(?:s|ed)?|remember(?:s|ed)?|would|could|might|if|until then|looking back|in retrospect)\b|n[’']t\b`)

// manyDates are more than a sentence that tells of an event has.
const manyDates = 8

func (k *check) sentence(n int, s Span) {
	p := &k.paragraphs[n]
	text := p.Text[s.From:s.To]
	dates := datesIn(text)
	if len(dates) > manyDates {
		return
	}
	for _, d := range dates {
		clause, ok := clauseOf(text, d)
		if !ok || k.isQuoted(p, s.From+d.From) || !tells(text, d) {
			continue
		}
		if elsewhere().MatchString(text[clause.From:clause.To]) {
			continue
		}
		words := k.ownWords(p, Span{s.From + clause.From, s.From + clause.To})
		k.compare(n, s, d, words, anchor(text, d))
	}
}

// clauseEnds part the clauses of a sentence that tells of several dates.
var clauseEnds = pattern.Lazy(`[;:—]|, (?:and|but|while|whereas|then|yet|when|before|after|until|so|which|who|where)\b| (?:while|whereas|before|after|until|when|and then)\b`)

// ownWords are the words of a range that are not quoted.
func (k *check) ownWords(p *checked, s Span) string {
	words := []byte(p.Text[s.From:s.To])
	for _, q := range p.quotations {
		if from, to := max(q.From, s.From), min(q.To, s.To); from < to {
			blankOut(words[from-s.From : to-s.From])
		}
	}
	return string(words)
}

// clauseOf is the part of a sentence that a date belongs to: what the brackets around it
// hold, its relative clause, and otherwise the whole sentence if it has no other date.
func clauseOf(text string, d dated) (Span, bool) {
	clause := Span{0, len(text)}
	if open := strings.LastIndexAny(text[:d.From], "(["); open > strings.LastIndexAny(text[:d.From], ")]") {
		clause.From = open
		if shut := strings.IndexAny(text[d.To:], ")]"); shut >= 0 {
			clause.To = d.To + shut
		}
	} else if from, ok := relativeClause(text[:d.From]); ok {
		clause.From = from
		if end := strings.IndexAny(text[d.To:], ",;:"); end >= 0 {
			clause.To = d.To + end
		}
	}
	all := datesIn(text[clause.From:clause.To])
	if len(all) < 2 {
		return clause, true
	}
	for _, m := range clauseEnds().FindAllStringIndex(text, -1) {
		if m[1] <= d.From {
			clause.From = max(clause.From, m[1])
		}
		if m[0] >= d.To {
			clause.To = min(clause.To, m[0])
			break
		}
	}
	for _, other := range datesIn(text) {
		if other.Span != d.Span && clause.From < other.To && other.From < clause.To {
			return Span{}, false
		}
	}
	return clause, true
}

var (
	// works are what a date before them is the year of.
	works = pattern.Lazy(`^ (?:\pL+ ){0,2}(?:article|study|paper|report|book|essay|analysis|post|piece|edition|volume|survey|brief|account|thesis|monograph|chapter)s?\b`)
	// counted is before a date from which something is counted.
	counted = pattern.Lazy(`(?i)\b(?:(?:before|after|following|prior to|ahead of|preceding)(?: \pL+){0,3}|(?:since|until|till|by|from)(?: the)?) $`)
)

// tells tells whether a date can be that of what its sentence tells: not one in brackets
// behind a name, of a publication, or from which something is counted.
func tells(text string, d dated) bool {
	if d.date.Precision() == edtf.PrecisionOpen || d.date.Precision() == edtf.PrecisionCentury {
		return false
	}
	before, after := text[:d.From], text[d.To:]
	return !works().MatchString(after) && !counted().MatchString(before)
}

var relative = pattern.Lazy(`((?:[\pL’'-]+,? ){0,5})(that|which|who|whom|whose|where|when) [^,;:]*$`)

// relativeClause tells whether a text ends inside a relative clause, and where that
// begins with the words that it is about. After a verb, "that" begins what is said.
func relativeClause(before string) (from int, ok bool) {
	m := relative().FindStringSubmatchIndex(before)
	if m == nil || m[3] == 0 {
		return 0, false
	}
	words := strings.Fields(before[m[2]:m[3]])
	if before[m[4]:m[5]] == "that" && len(words) > 0 && sayingThat[strings.ToLower(words[len(words)-1])] {
		return 0, false
	}
	return m[2], true
}

var sayingThat = set(`say says said report reports reported write writes wrote argue argues argued claim claims claimed
	state states stated note notes noted tell tells told know knows show shows showed clear agree agrees agreed believe
	believes believed hold holds held find finds found confirm confirms confirmed announce announced mean means meant`)

var (
	ofNoun    = pattern.Lazy(`(?:^| )(\pL+) (?:of|from|in) $`)
	owned     = pattern.Lazy(`(?i)(?:\b(?:the|his|her|their|its|a|an|this|that|of)|[’']s?) $`)
	nounAfter = pattern.Lazy(`^ (\pL[\pL-]*(?: \pL[\pL-]*){0,2})`)
)

// anchor is the noun that a date belongs to where it stands beside one: the September
// 2012 letter, the letter of September 2012. It is empty where the date stands free.
func anchor(text string, d dated) string {
	if owned().MatchString(text[:d.From]) {
		if m := nounAfter().FindStringSubmatch(text[d.To:]); m != nil {
			return m[1]
		}
	}
	if m := ofNoun().FindStringSubmatch(text[:d.From]); m != nil && strings.HasSuffix(text[:d.From], " of ") {
		return m[1]
	}
	return ""
}

// How sure it must be that a text tells of an event.
const (
	leastCoverage = 0.6
	fullCoverage  = 0.85 // without a word for the event's type
	leastScore    = 6.0
	rival         = 0.6 // part of the best score from which another event may be meant
)

// compare looks for the event that a clause tells of, and compares its dates.
func (k *check) compare(n int, s Span, d dated, clause, anchor string) {
	list := k.events.candidates(clause)
	if len(list) == 0 {
		return
	}
	best := list[0]
	e := k.data.Event(best.event)
	if !sure(best) || printed[e.Type] && !(best.kind && best.coverage >= fullCoverage) {
		return
	}
	if anchor != "" && !typesOf(stemsOf(anchor))[e.Type] {
		return
	}
	fault, message := k.verdict(e, d.date, k.attributed(n, s))
	if fault {
		for _, c := range list[1:] {
			if c.score >= rival*best.score && agreeable(k.data.Event(c.event), d.date) {
				return // it may as well tell of that one
			}
		}
		if !plausibleSlip(e.Date, d.date) {
			return
		}
	}
	k.report(Finding{offset: k.paragraphs[n].Source(s.From + d.From), Rule: RuleDate, Fault: fault, Message: message, Event: e.ID})
}

// printed are the types of events that writers name as sources, with dates of other things.
var printed = set("publication press-report")

// sure tells whether it is clear that a text tells of an event.
func sure(c candidate) bool {
	if c.names == 0 || c.score < leastScore || !c.kind && c.coverage < fullCoverage {
		return false
	}
	return c.coverage >= leastCoverage || c.rare && c.names >= 2 && c.coverage >= leastCoverage/2
}

// plausibleSlip tells whether a date can be a slip for another: within three years, or
// the same but for one digit of the year's last two.
func plausibleSlip(event, wrote edtf.Date) bool {
	if event.Earliest() == edtf.DistantPast || event.Latest() == edtf.DistantFuture {
		return false
	}
	from, _, _ := event.Earliest().Civil()
	to, _, _ := event.Latest().Civil()
	year, _, _ := wrote.Earliest().Civil()
	return year >= from-3 && year <= to+3 || (year-from)%10 == 0 && year-from < 50 && from-year < 50
}

// attributed is the one source to which a sentence ascribes what it says, or "".
func (k *check) attributed(n int, s Span) string {
	sources := sourcesOf(firm(k.citedIn(n, s, true)))
	if len(sources) == 1 {
		return sources[0]
	}
	return ""
}

// account is what one claim says of an event's date.
type account struct {
	claim    events.Claim
	relation relation
}

// relation is how a date in a draft stands to one that a source gives.
type relation uint8

const (
	contradicts relation = iota
	possible             // it lies in the bounds, and is finer than what the source gives
	agrees
)

// relate compares two dates. What is about a day may be a week off, about a month a
// month, and about a year a year.
func relate(wrote, gives edtf.Date) relation {
	slack := max(leeway(wrote), leeway(gives))
	if wrote.Earliest() <= gives.Earliest() && gives.Latest() <= wrote.Latest() {
		return agrees
	}
	if edtf.Overlaps(wrote, gives) {
		return possible
	}
	if slack > 0 && wrote.Earliest()-slack <= gives.Latest() && gives.Earliest() <= wrote.Latest()+slack {
		return possible
	}
	return contradicts
}

func leeway(d edtf.Date) edtf.Day {
	if !d.Approximate() {
		return 0
	}
	switch d.Precision() {
	case edtf.PrecisionDay:
		return 7
	case edtf.PrecisionMonth, edtf.PrecisionSeason:
		return 31
	}
	return 366
}

// agreeable tells whether an event's date or some claim of it allows a date.
func agreeable(e *events.Event, wrote edtf.Date) bool {
	if relate(wrote, e.Date) != contradicts {
		return true
	}
	return slices.ContainsFunc(e.Claims, func(c events.Claim) bool { return relate(wrote, c.Date) != contradicts })
}

// accountsOf are the dates that the sources give for an event, and the best that can be
// said of a date beside them and beside the event's own. A source that gives a date does
// not allow another because it also says something vaguer.
func accountsOf(e *events.Event, wrote edtf.Date) (all []account, best relation) {
	best = relate(wrote, e.Date)
	finest := map[string]account{}
	for _, c := range e.Claims {
		a := account{c, relate(wrote, c.Date)}
		if slices.ContainsFunc(all, func(b account) bool { return b.claim.Source == c.Source && b.claim.Date.String() == c.Date.String() }) {
			continue
		}
		all = append(all, a)
		if f, ok := finest[c.Source]; !ok || width(c.Date) < width(f.claim.Date) || width(c.Date) == width(f.claim.Date) && a.relation > f.relation {
			finest[c.Source] = a
		}
	}
	for _, a := range finest {
		best = max(best, a.relation)
	}
	return all, best
}

// width is how many days a date leaves open.
func width(d edtf.Date) int64 { return int64(d.Latest()) - int64(d.Earliest()) }

// verdict compares a date with every claim of an event. The date is at fault where no
// source allows it, or where the one to which it is ascribed does not.
func (c *Checker) verdict(e *events.Event, wrote edtf.Date, ascribed string) (fault bool, message string) {
	all, best := accountsOf(e, wrote)
	own, owns := contradicts, false
	for _, a := range all {
		if a.claim.Source == ascribed {
			own, owns = max(own, a.relation), true
		}
	}
	said := inWords(wrote)
	switch {
	case owns && own == contradicts && best > contradicts:
		return true, fmt.Sprintf("%s does not give %s for “%s”: %s", c.data.SourceLabel(ascribed), said, e.Title, c.accounts(e, all))
	case best == contradicts:
		return true, fmt.Sprintf("no source gives %s for “%s”: %s", said, e.Title, c.accounts(e, all))
	case best == agrees:
		return false, fmt.Sprintf("%s agrees for “%s”: %s", said, e.Title, c.accounts(e, all))
	}
	return false, fmt.Sprintf("%s is possible for “%s”, and finer than the sources: %s", said, e.Title, c.accounts(e, all))
}

func inWords(d edtf.Date) string { return d.English(edtf.Long) }

// accounts name every source with its date and the place where it gives it.
func (c *Checker) accounts(e *events.Event, all []account) string {
	s := english.JoinedOf("; ", all, func(a account) string {
		return fmt.Sprintf("%s %s (%s)", c.data.SourceLabel(a.claim.Source), inWords(a.claim.Date), c.data.Where(a.claim.Source, a.claim.At))
	})
	if slices.ContainsFunc(e.Disputes, func(d events.Dispute) bool { return d.About == events.DisputeDate }) {
		s += "; the sources differ, or one differs with itself"
	}
	return s
}
