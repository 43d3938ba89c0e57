package document

import (
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/english"
	"timeline/internal/events"
)

// Event tells of an event: what happened, on what the sources disagree, what each
// of them says, and where it leads.
func Event(d *events.Dataset, i events.Index) Document {
	doc := Told(d, i)
	doc.add(Ties{Title: "Related", List: Links(d, i)})
	doc.say("Tags", strings.Join(d.Event(i).Tags, ", "))
	return doc
}

// Told is Event but for where it leads, which takes a look at the other events.
func Told(d *events.Dataset, i events.Index) Document {
	e := d.Event(i)
	doc := head(d, e)
	doc.disagreements(e)
	for _, source := range e.Sources() {
		doc.add(account(d, e, source))
	}
	doc.say("Editor’s note", e.Note)
	return doc
}

// Reading tells of an event as one of its sources does: what that says comes first,
// under no more than the event's title and date, then what each of them says side by
// side.
func Reading(d *events.Dataset, i events.Index, source string) Document {
	e := d.Event(i)
	doc := Document{Key: "id", ID: e.ID}
	doc.add(Heading{e.Title})
	doc.add(Facts{dateFact(e.Date)})
	doc.add(account(d, e, source))
	doc.add(sideBySide(d, e))
	return doc
}

// Beyond is what there is to say of an event beyond what its sources do: where they
// disagree, why it has its date, and the editor's note.
func Beyond(d *events.Dataset, i events.Index) Document {
	e := d.Event(i)
	doc := Document{Key: "id", ID: e.ID}
	doc.disagreements(e)
	doc.say("Editor’s note", e.Note)
	return doc
}

// head is what happened when and where, and who took part.
func head(d *events.Dataset, e *events.Event) Document {
	doc := Document{Key: "id", ID: e.ID}
	doc.add(Heading{e.Title})
	facts := Facts{dateFact(e.Date), {Text: Kind(e.Type)}}
	for n, id := range e.Places {
		name := id
		if p := d.Place(id); p != nil {
			name = p.Name
		}
		if as := e.PlaceAs(n); as != events.Happened {
			name += " (" + as.String() + ")"
		}
		facts = append(facts, Fact{Text: name, Key: "place", ID: id})
	}
	if level := e.Level.Words(); level != "" {
		facts = append(facts, Fact{Text: level})
	}
	doc.add(facts)
	var cast Cast
	for _, r := range e.Roles {
		cast = append(cast, Role{d.ActorName(r.Actor), Kind(r.As.String()), r.Actor})
	}
	doc.add(cast)
	doc.say("", e.Summary)
	return doc
}

func (doc *Document) disagreements(e *events.Event) {
	for _, dispute := range e.Disputes {
		doc.doubt("Disagreement on "+dispute.About.Words(), dispute.Text)
	}
	doc.say("Why this date", e.DateReason)
	doc.say("Why a date that no source gives", e.BesideClaims)
	doc.say("Why it stands at "+e.ShownAt.English(edtf.Long), e.ShownReason)
}

// account is what a source says; a pack may name one that it does not describe.
func account(d *events.Dataset, e *events.Event, source string) Account {
	a := Account{Source: d.Source(source), data: d}
	if a.Source == nil {
		a.Source = &events.Source{ID: source, Title: source}
	}
	for n, c := range e.Claims {
		if c.Source == source {
			a.Claims = append(a.Claims, Claim{Claim: c, Where: d.Where(source, c.At), State: d.QuoteState(e, n)})
		}
	}
	return a
}

// sideBySide compares the claims, if there are several.
func sideBySide(d *events.Dataset, e *events.Event) Table {
	t := Table{Title: "Side by side", Columns: []string{"Source", "Date", "What it says"}}
	if len(e.Claims) < 2 {
		return t
	}
	for _, c := range e.Claims {
		t.Rows = append(t.Rows, []string{english.Joined(", ", d.SourceLabel(c.Source), d.Where(c.Source, c.At)), c.Date.English(edtf.Long), c.Says})
	}
	return t
}

// Links are the links of an event, and those of others to it.
func Links(d *events.Dataset, i events.Index) []Tie {
	var list []Tie
	for _, tie := range d.Ties(i) {
		list = append(list, Link(d, tie))
	}
	return list
}

// Link is a link of an event to another, or of the other to it, in words.
func Link(d *events.Dataset, tie events.Tie) Tie {
	words := linkWords[tie.Kind.String()][0]
	if tie.Back {
		words = linkWords[tie.Kind.String()][1]
	}
	name := d.Titles.At(int(tie.To))
	return Tie{Key: "id", ID: d.IDs.At(int(tie.To)), To: tie.To, Name: name, Words: words, Object: name, Date: d.Date(tie.To)}
}

// add adds a block, unless there is nothing in it.
func (doc *Document) add(b Block) {
	if !b.empty() {
		doc.Blocks = append(doc.Blocks, b)
	}
}

// say adds a paragraph, and doubt one that tells of a doubt, if there is a text.
func (doc *Document) say(label, text string)   { doc.add(Paragraph{label, text, false}) }
func (doc *Document) doubt(label, text string) { doc.add(Paragraph{label, text, true}) }

func dateFact(d edtf.Date) Fact { return Fact{Text: d.English(edtf.Long), Date: d} }
