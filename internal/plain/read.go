package plain

import (
	"strings"

	"timeline/internal/events"
)

// read speaks the current event in full and what its first source says; with
// "all", what every source says.
func (t *talk) read(arg string) {
	switch arg {
	case "next", "previous":
		if !t.move(map[string]int{"next": 1, "previous": -1}[arg]) {
			return
		}
	case "", "all":
	default:
		t.say("The command read takes nothing after it but all, next or previous.")
		return
	}
	i, ok := t.current()
	if !ok {
		t.sayNone()
		return
	}
	e := t.data.Event(i)
	t.tell()
	t.parts(e)
	t.say("%s", sentence(unmark(e.Summary)))
	for _, d := range e.Disputes {
		t.say("Disagreement on %s: %s", d.About.Words(), sentence(unmark(d.Text)))
	}
	if e.DateReason != "" {
		t.say("Why this date: %s", sentence(unmark(e.DateReason)))
	}
	if e.Note != "" {
		t.say("The editor’s note: %s", sentence(unmark(e.Note)))
	}
	for _, l := range t.linksOf(i) {
		t.say("%s “%s”, %s.", l.says, t.data.Titles.At(int(l.to)), dateWords(t.data.Date(l.to)))
	}
	t.say("Its id is %s.", e.ID)
	n := len(e.Sources())
	t.source, t.reading = -1, false
	for k := range n {
		t.source = k
		t.excerpt(e)
		if arg != "all" {
			break
		}
	}
	if n > 1 && arg != "all" {
		t.say("The command next source reads what %s says.", t.sourceName(e.Sources()[1]))
	}
}

// parts says who took part as what, and where: "As host: Anna Berg and Omar Nâjî."
func (t *talk) parts(e *events.Event) {
	var order []string
	as := map[string][]string{}
	for _, r := range e.Roles {
		name := r.Actor
		if a := t.data.Actor(r.Actor); a != nil {
			name = a.Name
		}
		part := r.As.String()
		if as[part] == nil {
			order = append(order, part)
		}
		as[part] = append(as[part], name)
	}
	for _, part := range order {
		t.say("As %s: %s.", part, enumerated(as[part]))
	}
	var places []string
	for _, id := range e.Places {
		if p := t.data.Place(id); p != nil {
			id = p.Name
		}
		places = append(places, id)
	}
	if len(places) > 0 {
		t.say("Where: %s.", enumerated(places))
	}
}

// excerpt speaks what the source at hand says of the event.
func (t *talk) excerpt(e *events.Event) {
	sources := e.Sources()
	id := sources[t.source]
	title, by := id, ""
	if s := t.data.Source(id); s != nil {
		title, by = s.Title, byline(s)
	}
	switch {
	case len(sources) > 1:
		t.say("Source %d of %d is “%s”.", t.source+1, len(sources), title)
	default:
		t.say("The source is “%s”.", title)
	}
	t.say("%s", by)
	for _, c := range e.ClaimsOf(id) {
		t.claim(c)
	}
}

// claim speaks one claim: what is said, in which words, where, and its date.
func (t *talk) claim(c events.Claim) {
	if c.Says != "" {
		t.say("It says: %s", sentence(unmark(c.Says)))
	}
	for _, f := range c.Figures {
		t.say("Its figure for %s: %s.", f.What, f.Value)
	}
	if c.Quote != "" {
		t.say("In its words: “%s”.", c.Quote)
	}
	if c.At != (events.Locator{}) {
		t.say("That stands at %s.", t.where(c.Source, c.At))
	}
	if when := dateWords(c.Date); when != "" {
		s := "Its date is " + when
		if c.Words != "" && !strings.HasPrefix(c.Words, "(") {
			s += ", in the words “" + c.Words + "”"
		}
		t.say("%s.", s)
	}
	if c.Hedge != "" {
		t.say("Its word of doubt is “%s”.", c.Hedge)
	}
	if how := basisWords[c.Basis.String()]; how != "" {
		t.say("%s", how)
	}
	if c.BasisNote != "" {
		t.say("%s", sentence(unmark(c.BasisNote)))
	}
}

// basisWords say how a date was had, unless it is simply stated.
var basisWords = map[string]string{
	"derived":      "That date is derived from others in the article.",
	"press-date":   "That is the date of the press report it cites.",
	"address-date": "That is the date in a web address it cites.",
	"print-date":   "That is the date printed on the article.",
}

// otherSource reads the next (1) or previous (-1) source of the event.
func (t *talk) otherSource(step int) {
	i, ok := t.current()
	if !ok {
		t.sayNone()
		return
	}
	e := t.data.Event(i)
	n := len(e.Sources())
	switch {
	case n == 0:
		t.say("No source is recorded of this event.")
		return
	case t.source < 0:
		t.source = 0
		if step < 0 {
			t.source = n - 1
		}
	case n == 1:
		t.say("Only one source tells of this event.")
		return
	default:
		t.source = (t.source + step + n) % n
	}
	if t.reading {
		t.article("")
		return
	}
	t.excerpt(e)
}

// claimAtHand is the first claim of the source that was read last, or of the
// event's first source.
func (t *talk) claimAtHand(e *events.Event) (c events.Claim, ok bool) {
	if len(e.Claims) == 0 {
		return events.Claim{}, false
	}
	return e.ClaimsOf(e.Sources()[max(t.source, 0)])[0], true
}

// paragraphsAtOnce is how much of an article is read before "more".
const paragraphsAtOnce = 5

// article reads the whole article from the passage on, or from its beginning.
func (t *talk) article(arg string) {
	i, ok := t.current()
	if !ok {
		t.sayNone()
		return
	}
	c, ok := t.claimAtHand(t.data.Event(i))
	if !ok {
		t.say("No source is recorded of this event.")
		return
	}
	var paragraphs []string
	passage := -1
	if t.cfg.Article != nil {
		var err error
		if paragraphs, passage, err = t.cfg.Article(c); err != nil {
			t.say("The article could not be read: %s", ended(err.Error()))
			return
		}
	}
	if len(paragraphs) == 0 {
		t.reading = false
		t.say("The text of %s is not at hand.", t.sourceName(c.Source))
		t.say("Start the program with --articles and a folder, or keep a copy with timeline articles add and a file.")
		return
	}
	t.source, t.reading = max(t.source, 0), true
	known := passage >= 0 && passage < len(paragraphs)
	switch {
	case strings.Contains(arg, "start") || strings.Contains(arg, "beginning"):
		t.say("The article of %s, from its beginning.", t.sourceName(c.Source))
		passage = 0
	case known:
		t.say("The article of %s, from paragraph %d of %d, where the passage stands.", t.sourceName(c.Source), passage+1, len(paragraphs))
		t.say("The command article from the start begins at its beginning.")
	default:
		t.say("The article of %s, from its beginning: the passage was not found in it.", t.sourceName(c.Source))
		passage = 0
	}
	t.paragraphs(paragraphs, passage)
}

// paragraphs reads some paragraphs from the given one on.
func (t *talk) paragraphs(all []string, from int) {
	to := min(from+paragraphsAtOnce, len(all))
	for _, p := range all[from:to] {
		t.say("%s", p)
	}
	if to == len(all) {
		t.more = nil
		t.say("That is the end of the article.")
		return
	}
	t.say("The command more goes on with paragraph %d of %d.", to+1, len(all))
	t.more = func() { t.paragraphs(all, to) }
}

// linked is an event tied to another, and how.
type linked struct {
	to   events.Index
	says string
}

// linkWords say how the event at hand stands to the other, and how the other
// stands to it.
var linkWords = map[string][2]string{
	"part-of":     {"It is part of", "It includes"},
	"follows":     {"It follows", "It is followed by"},
	"responds-to": {"It responds to", "It is answered by"},
	"reports":     {"It reports", "It is reported by"},
	"contradicts": {"It contradicts", "It is contradicted by"},
	"continues":   {"It continues", "It is continued by"},
	"related":     {"See also", "See also"},
}

// linksOf are the links of an event and those of others to it, in words.
func (t *talk) linksOf(i events.Index) []linked {
	var out []linked
	for _, tie := range t.data.Ties(i) {
		says := linkWords[tie.Kind.String()][0]
		if tie.Back {
			says = linkWords[tie.Kind.String()][1]
		}
		out = append(out, linked{tie.To, says})
	}
	return out
}

// byline is who wrote a source, in a sentence.
func byline(s *events.Source) string {
	if len(s.Authors) == 0 {
		return "It is unsigned."
	}
	return ended("It is by " + s.Byline())
}

// sourceLine is a source as an entry of a list: author, title and date.
func sourceLine(s *events.Source) string {
	line := s.Label() + ", " + s.Title
	if !s.Date.IsZero() {
		line += ", " + dateWords(s.Date)
	}
	return line
}
