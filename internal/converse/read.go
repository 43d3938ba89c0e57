package converse

import (
	"strings"

	"timeline/internal/articles"
	"timeline/internal/events"
	"timeline/internal/session"
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
	i, ok := t.Current()
	if !ok {
		t.sayNone()
		return
	}
	e := t.Data.Event(i)
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
	for _, tie := range t.Data.Ties(i) {
		t.say("%s “%s”, %s.", tieWords(tie), t.Data.Titles.At(int(tie.To)), dateWords(t.Data.Date(tie.To)))
	}
	t.say("Its id is %s.", e.ID)
	n := len(e.Sources())
	t.Source, t.article = -1, -1
	for k := range n {
		t.Source = k
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
		if a := t.Data.Actor(r.Actor); a != nil {
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
		if p := t.Data.Place(id); p != nil {
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
	id := sources[t.Source]
	title, by := id, ""
	if s := t.Data.Source(id); s != nil {
		title, by = s.Title, byline(s)
	}
	switch {
	case len(sources) > 1:
		t.say("Source %d of %d is “%s”.", t.Source+1, len(sources), title)
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
	i, ok := t.Current()
	if !ok {
		t.sayNone()
		return
	}
	e := t.Data.Event(i)
	n := len(e.Sources())
	switch {
	case n == 0:
		t.say("No source is recorded of this event.")
		return
	case t.Source < 0:
		t.Source = 0
		if step < 0 {
			t.Source = n - 1
		}
	case n == 1:
		t.say("Only one source tells of this event.")
		return
	default:
		t.Source = (t.Source + step + n) % n
	}
	if t.reading() {
		t.readArticle("")
		return
	}
	t.excerpt(e)
}

// paragraphsAtOnce is how much of an article is read before "more".
const paragraphsAtOnce = 5

// readArticle reads the whole article from the passage on, or from its beginning.
func (t *talk) readArticle(arg string) {
	i, ok := t.Current()
	if !ok {
		t.sayNone()
		return
	}
	c, ok := t.Claim(t.Data.Event(i))
	if !ok {
		t.say("No source is recorded of this event.")
		return
	}
	if t.Texts == nil && t.Articles != nil {
		var err error
		if t.Texts, err = t.Articles(); err != nil {
			t.say("The articles could not be read: %s", ended(err.Error()))
			return
		}
	}
	text := t.Texts[c.Source]
	if text == nil || len(text.Blocks) == 0 {
		t.article = -1
		t.say("The text of %s is not at hand.", t.sourceName(c.Source))
		t.say("%s.", capital(session.KeepArticles))
		return
	}
	t.Source, t.article = max(t.Source, 0), i
	passage, known := text.Passage(c)
	paragraphs := text.Blocks
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
func (t *talk) paragraphs(all []articles.Block, from int) {
	to := min(from+paragraphsAtOnce, len(all))
	for _, p := range all[from:to] {
		t.say("%s", p.Text)
	}
	if to == len(all) {
		t.more = nil
		t.say("That is the end of the article.")
		return
	}
	t.say("The command more goes on with paragraph %d of %d.", to+1, len(all))
	t.more = func() { t.paragraphs(all, to) }
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

func tieWords(t events.Tie) string {
	words := linkWords[t.Kind.String()]
	if t.Back {
		return words[1]
	}
	return words[0]
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
