package tours

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/query"
	"timeline/internal/quiz"
	"timeline/internal/record"
)

// The most words that a class reads at once, and that a presenter finds at a glance.
const (
	maxHeading = 8
	maxAsk     = 20
	maxAnswer  = 45
	maxNote    = 45
)

// CheckAll checks every tour of a dataset.
func CheckAll(d *events.Dataset) record.Problems {
	var list record.Problems
	for _, t := range All(d) {
		list = append(list, t.Check(d)...)
	}
	return list
}

// Check holds a tour against its dataset: what it names must be there, what it shows
// must be in the record, nothing may give a date away before it is revealed, and an
// answer must say what it rests on. The problems found in reading come first.
func (t *Tour) Check(d *events.Dataset) record.Problems {
	c := checker{d: d, t: t, list: slices.Clone(t.Problems)}
	if len(t.Stops)+len(t.Problems) == 0 {
		c.fail(t.lines["stops"], "tour-kind", "the tour has no stops", "write at least one")
	}
	if len(t.Stops) == 0 {
		return c.list
	}
	c.length("the tour's question", t.lines["question"], t.Question, maxAsk)
	for n := range t.Stops {
		c.stop(n, &t.Stops[n])
	}
	if sum := t.Planned(len(t.Stops)); t.Minutes > 0 && math.Abs(sum-t.Minutes) > 0.01 {
		c.fail(t.lines["minutes"], "tour-minutes", fmt.Sprintf("the tour takes %g minutes and its stops together %g", t.Minutes, sum), "make them agree")
	}
	return c.list
}

type checker struct {
	d    *events.Dataset
	t    *Tour
	list record.Problems
}

func (c *checker) fail(line int, rule, what, remedy string) {
	c.list = append(c.list, record.Problem{File: "tours/" + c.t.Name + ".md", Line: line, Rule: rule, What: record.Shortened(what), Remedy: remedy})
}

func (c *checker) stop(n int, s *Stop) {
	at := func(field string) int {
		if line, ok := c.t.lines["stops/"+strconv.Itoa(n)+"/"+field]; ok {
			return line
		}
		return s.line
	}
	c.reference(at, s)
	c.claims(at, s)
	c.steps(at, s)
	c.givesAway(at, s)
	c.restsOn(at, s)
	c.length("heading", at("heading"), s.Heading, maxHeading)
	c.length("ask", at("ask"), s.Ask, maxAsk)
	c.length("answer", at("answer"), s.Answer, maxAnswer)
	c.length("note", at("note"), s.Note, maxNote)
}

func (c *checker) length(what string, line int, text string, most int) {
	if n := len(strings.Fields(text)); n > most {
		c.fail(line, "tour-length", fmt.Sprintf("%s has %d words", what, n), fmt.Sprintf("keep to %d: it is read from afar, or at a glance", most))
	}
}

// reference checks that what the stop names is there.
func (c *checker) reference(at func(string) int, s *Stop) {
	line := at(s.Kind.String())
	switch s.Kind {
	case Query:
		q, err := query.Parse(c.d, s.Query)
		if err != nil {
			c.fail(line, "tour-reference", fmt.Sprintf("query %q: %v", s.Query, err), "timeline help query explains the language")
		} else if query.Select(c.d, q).Empty() {
			c.fail(line, "tour-reference", fmt.Sprintf("the query %q finds no event", s.Query), "ask for less")
		}
	case Order:
		for _, id := range s.Cards {
			c.known(line, Event, id)
		}
		if n := len(s.Cards); n < quiz.MinCards || n > quiz.MaxCards {
			c.fail(line, "tour-reference", fmt.Sprintf("%d cards", n), fmt.Sprintf("lay %d to %d", quiz.MinCards, quiz.MaxCards))
		} else if deck := s.Deck(c.d); len(deck.Cards) == n && deck.Orders() == 0 {
			c.fail(line, "tour-reference", "no order of these cards is right: the records contradict each other", "take one of them out")
		}
	default:
		c.known(line, s.Kind, s.ID)
	}
}

// known reports an id that no record has, with the nearest that one has.
func (c *checker) known(line int, k Kind, id string) {
	if found(c.d, k, id) {
		return
	}
	var ids []string
	switch k {
	case Event:
		for i := range c.d.Len() {
			ids = append(ids, c.d.IDs.At(i))
		}
	case Actor:
		for i := range c.d.Actors {
			ids = append(ids, c.d.Actors[i].ID)
		}
	case Place:
		for i := range c.d.Places {
			ids = append(ids, c.d.Places[i].ID)
		}
	case Source:
		for i := range c.d.Sources {
			ids = append(ids, c.d.Sources[i].ID)
		}
	}
	remedy := "correct the id"
	if near := record.Nearest(id, ids); near != "" {
		remedy = fmt.Sprintf("did you mean %q?", near)
	}
	c.fail(line, "tour-reference", fmt.Sprintf("unknown %s %q", k, id), remedy)
}

// claims checks that the named claims are in the record.
func (c *checker) claims(at func(string) int, s *Stop) {
	for n, r := range s.Claims {
		line := at("claims/" + strconv.Itoa(n))
		if s.Kind != Event || r.Event != "" {
			c.fail(line, "tour-claim", fmt.Sprintf("%q is no claim of this stop", r), "only an event has claims, and it shows its own")
			return
		}
		c.claim(line, s, r)
	}
}

// claim checks a reference to claims, by the event's id or that of the stop.
func (c *checker) claim(line int, s *Stop, r Ref) {
	id := r.Event
	if id == "" {
		if s.Kind != Event {
			c.fail(line, "tour-claim", fmt.Sprintf("%q does not say of which event", r), "write EVENT/"+r.String())
			return
		}
		id = s.ID
	}
	i, ok := c.d.Find(id)
	if !ok {
		if r.Event != "" {
			c.known(line, Event, id)
		}
		return
	}
	e := c.d.Event(i)
	if len(r.in(e)) > 0 || r.Source == "" {
		return
	}
	var have []string
	for _, claim := range e.Claims {
		have = append(have, claim.Source+" "+claim.At.String())
	}
	c.fail(line, "tour-claim", fmt.Sprintf("%s has no claim %q", id, r.Source+" "+r.At.String()), "it has "+strings.Join(slices.Compact(have), ", "))
}

// fits lists the parts that a kind of stop has.
var fits = map[Kind][]Part{
	Event:  {Heading, Title, Date, Who, Summary, Quotes, Claims, Dispute, Links, Ask, Answer},
	Query:  {Heading, List, Ask, Answer},
	Actor:  {Heading, Title, Summary, Links, Ask, Answer},
	Place:  {Heading, Title, Summary, Ask, Answer},
	Source: {Heading, Title, Date, Summary, Ask, Answer},
	Order:  {Heading, List, Ask, Answer},
}

// steps checks that every step has something to show, and every text a step.
func (c *checker) steps(at func(string) int, s *Stop) {
	seen := map[Part]bool{}
	for n, step := range s.Show {
		line := at("show/" + strconv.Itoa(n))
		for _, p := range step {
			switch _, has := s.block(c.d, p); {
			case seen[p]:
				c.fail(line, "tour-step", fmt.Sprintf("%q is revealed twice", p), "keep one")
			case !slices.Contains(fits[s.Kind], p):
				c.fail(line, "tour-step", fmt.Sprintf("a stop of the kind %s has no %q", s.Kind, p), "it has "+Step(fits[s.Kind]).String())
			case !has && s.missing(c.d) == "" && len(s.Claims) == 0:
				c.fail(line, "tour-step", fmt.Sprintf("there is no %s to reveal", p), "leave the step out")
			}
			seen[p] = true
		}
	}
	for _, own := range []struct {
		p    Part
		text string
	}{{Heading, s.Heading}, {Ask, s.Ask}, {Answer, s.Answer}} {
		if own.text != "" && !seen[own.p] {
			c.fail(at(own.p.String()), "tour-step", fmt.Sprintf("no step reveals the %s", own.p), "add it to show")
		}
	}
	if len(s.Claims) > 0 && !seen[Claims] && !seen[Quotes] {
		c.fail(at("claims"), "tour-step", "no step reveals the claims", "add claims or quotes to show")
	}
}

// givesAway checks that nothing dates an event before its date is revealed.
func (c *checker) givesAway(at func(string) int, s *Stop) {
	if s.Kind != Event {
		return
	}
	dated, ok := s.shows(Date)
	if !ok {
		dated = len(s.Show) + 1
	}
	for n, step := range s.Show[:min(dated-1, len(s.Show))] {
		for _, p := range step {
			if p.dates() {
				c.fail(at("show/"+strconv.Itoa(n)), "tour-gives-away", fmt.Sprintf("%q may name the date before the date is revealed", p), "reveal the date first, or with it")
			}
		}
	}
	i, known := c.d.Find(s.ID)
	if !known {
		return
	}
	date := c.d.Date(i)
	for _, own := range []struct {
		p    Part
		text string
	}{{Heading, s.Heading}, {Ask, s.Ask}} {
		if step, shown := s.shows(own.p); shown && step < dated && namesYear(own.text, date) {
			c.fail(at(own.p.String()), "tour-gives-away", fmt.Sprintf("the %s names the year before the date is revealed", own.p), "leave the year out")
		}
	}
}

// namesYear tells whether a text holds a year in which the date can lie.
func namesYear(text string, d edtf.Date) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r < '0' || r > '9' }) {
		if year, err := strconv.Atoi(word); err == nil && len(word) == 4 && edtf.Overlaps(edtf.OfYear(year), d) {
			return true
		}
	}
	return false
}

// restsOn checks that an answer names claims that are there.
func (c *checker) restsOn(at func(string) int, s *Stop) {
	if s.Answer != "" && len(s.RestsOn) == 0 {
		c.fail(at("answer"), "tour-rests-on", "the answer does not say what it rests on", "add rests-on: the claims that it is taken from")
	}
	for n, r := range s.RestsOn {
		c.claim(at("rests-on/"+strconv.Itoa(n)), s, r)
	}
}
