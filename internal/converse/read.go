package converse

import (
	"cmp"
	"fmt"
	"strings"

	"timeline/internal/articles"
	"timeline/internal/document"
	"timeline/internal/english"
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
	t.tell()
	doc := document.Event(t.Data, i)
	t.document(doc)
	t.say("Its id is %s.", doc.ID)
	e := t.Data.Event(i)
	n := len(e.Sources())
	t.Source, t.article = -1, -1
	for k := range n {
		t.Source = k
		t.excerpt(i)
		if arg != "all" {
			break
		}
	}
	if n > 1 && arg != "all" {
		t.say("The command next source reads what %s says.", t.Data.SourceLabel(e.Sources()[1]))
	}
}

// document speaks what there is to say of a record. What each source says of an
// event comes when that source is read; the heading and the facts of an event are
// told in sentences of their own.
func (t *talk) document(doc document.Document) {
	name := ""
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case document.Heading:
			name = b.Text
		case document.Facts:
			t.facts(doc.Key, name, b)
		case document.Cast:
			t.cast(b)
		case document.Paragraph:
			t.say("%s%s", english.Between("", b.Label, ": "), sentence(document.Unmark(b.Text)))
		case document.Address:
			t.say("%s: %s", b.Label, b.URL)
		case document.Spellings:
			for _, s := range b {
				t.say("%s", spelt(s))
			}
		case document.Ties:
			for _, tie := range b.List {
				t.say("%s", t.tie(name, tie))
			}
		}
	}
}

// facts says where an event was; of other records all that is known in short:
// "Skerry: Northland, town, 3 events."
func (t *talk) facts(key, name string, facts document.Facts) {
	if key == "id" {
		if places := facts.Names("place"); len(places) > 0 {
			t.say("Where: %s.", english.List(places))
		}
		return
	}
	texts := make([]string, len(facts))
	for n, f := range facts {
		if texts[n] = f.Text; !f.Date.IsZero() {
			texts[n] = dateWords(f.Date)
		}
	}
	t.say("%s: %s.", name, strings.Join(texts, ", "))
}

// cast says who took part as what: "As host: Anna Berg and Omar Nâjî."
func (t *talk) cast(cast document.Cast) {
	var order []string
	as := map[string][]string{}
	for _, r := range cast {
		if as[r.As] == nil {
			order = append(order, r.As)
		}
		as[r.As] = append(as[r.As], r.Name)
	}
	for _, part := range order {
		t.say("As %s: %s.", part, english.List(as[part]))
	}
}

// spelt is "Spelt Ide Hulm, alias, in The Gazette."
func spelt(s document.Spelling) string {
	return english.Joined(", ", "Spelt "+s.As, s.Form, english.Between("in ", english.List(s.In), "")) + "."
}

// tie is "It follows “The fire”, 1881.", "Ida Holm leads the Guild as warden, 1882,
// says Brandt at paragraph 2."
func (t *talk) tie(name string, tie document.Tie) string {
	if tie.Key == "id" {
		return linkWords(tie) + ", " + dateWords(tie.Date) + "."
	}
	s := cmp.Or(tie.Subject, name) + " " + tie.Words + " " + tie.Object + english.Between(" as ", tie.Office, "")
	s += english.Between(", ", dateWords(tie.Date), "") + english.Between(", says ", tie.Source, "")
	if tie.Source != "" {
		s += english.Between(" at ", located(tie.Where), "")
	}
	if tie.Note != "" {
		s = strings.TrimSuffix(s, ".") + ". " + document.Unmark(tie.Note)
	}
	return ended(s)
}

// linkWords is "It follows “The fire”".
func linkWords(tie document.Tie) string {
	words := "It " + tie.Words
	if tie.Words == document.SeeAlso {
		words = english.Capital(tie.Words)
	}
	return words + " “" + tie.Name + "”"
}

// excerpt speaks what the source at hand says of the event at i.
func (t *talk) excerpt(i events.Index) {
	accounts := document.Told(t.Data, i).Accounts()
	a := accounts[t.Source]
	if len(accounts) > 1 {
		t.say("Source %d of %d is “%s”.", t.Source+1, len(accounts), a.Source.Title)
	} else {
		t.say("The source is “%s”.", a.Source.Title)
	}
	if len(a.Source.Authors) > 0 {
		t.say("It is by %s", ended(a.Source.Byline()))
	} else {
		t.say("It is unsigned.")
	}
	for _, c := range a.Claims {
		t.claim(c)
	}
}

// claim speaks one claim: what is said, in which words, where, and its date.
func (t *talk) claim(c document.Claim) {
	if c.Says != "" {
		t.say("It says: %s", sentence(document.Unmark(c.Says)))
	}
	for _, f := range c.Figures {
		t.say("Its figure for %s: %s.", f.What, f.Value)
	}
	if c.Quote != "" {
		t.say("In its words: “%s”.", c.Quote)
	}
	if c.Where != "" {
		t.say("That stands at %s.", located(c.Where))
	}
	if when := dateWords(c.Date); when != "" {
		t.say("Its date is %s%s.", when, english.Between(", in the words “", c.DateWords(), "”"))
	}
	if c.Hedge != "" {
		t.say("%s.", english.Capital(c.Doubt()))
	}
	switch c.Basis {
	case events.BasisStated:
	case events.BasisDerived:
		t.say("That date is %s.", c.BasisWords())
	default:
		t.say("That is the %s.", c.BasisWords())
	}
	t.say("%s", sentence(document.Unmark(c.BasisNote)))
}

// otherSource reads the next (1) or previous (-1) source of the event.
func (t *talk) otherSource(i events.Index, step int) {
	n := len(t.Data.Event(i).Sources())
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
		t.readArticle(i, "")
		return
	}
	t.excerpt(i)
}

// paragraphsAtOnce is how much of an article is read before "more".
const paragraphsAtOnce = 5

// readArticle reads the whole article from the passage on, or from its beginning.
func (t *talk) readArticle(i events.Index, arg string) {
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
		t.say("The text of %s is not at hand.", t.Data.SourceLabel(c.Source))
		t.say("%s.", english.Capital(session.KeepArticles))
		return
	}
	t.Source, t.article = max(t.Source, 0), i
	passage, known := text.Passage(c)
	from := "its beginning: the passage was not found in it."
	switch {
	case strings.Contains(arg, "start") || strings.Contains(arg, "beginning"):
		from, passage = "its beginning.", 0
	case known:
		from = fmt.Sprintf("paragraph %d of %d, where the passage stands.\nThe command article from the start begins at its beginning.", passage+1, len(text.Blocks))
	}
	t.sayAll(strings.Split("The article of "+t.Data.SourceLabel(c.Source)+", from "+from, "\n"))
	t.paragraphs(text.Blocks, passage)
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
