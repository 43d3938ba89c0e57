package tours

import (
	"fmt"
	"slices"
	"strings"

	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/query"
	"timeline/internal/quiz"
)

// Scene is what a class sees at a position. Texts are those of the dataset as they
// are: each face makes them safe for where it prints them.
type Scene struct {
	Tour    *Tour
	At      Position
	Missing string  // what the stop needs and the dataset has not; empty if it has all
	Blocks  []Block // in the order in which they are shown: name and date first

	// Event is the event that the stop shows, for the faces that can mark it, but only
	// once its date is revealed; until then it is negative.
	Event events.Index
	// Visited are the events of the stops before, of those that show one.
	Visited []events.Index
	// Events are those of a query or of laid cards, once they are revealed.
	Events []events.Index
}

// Block is what one part shows. Only the fields that its part needs are set.
type Block struct {
	Part   Part
	Text   string
	Date   edtf.Date // what Text says, of a date
	Doubt  string    // beside a date: what is in doubt about it
	Claims []Claim
	Lines  []string // items: who took part, links, events, what an answer rests on
}

// Claim is what a source says.
type Claim struct {
	Source    string // "Guidère"
	Published string // when it appeared: "5 February 1933", "1933–1934"
	Text      string // the quotation in its marks, or else what it says in our words
	Quoted    bool   // Text is a quotation
	Where     string // "The Battle ¶3"
	Dated     string // "spring 1932 (derived)"
}

// Cited is "Guidère, The Battle ¶3".
func (c Claim) Cited() string { return c.Source + ", " + c.Where }

// See tells what the class sees at a position.
func (t *Tour) See(d *events.Dataset, p Position) Scene {
	p = t.Here(p)
	v := Scene{Tour: t, At: p, Event: -1}
	for _, s := range t.Stops[:max(p.Stop-1, 0)] {
		if i, ok := d.Find(s.ID); ok && s.Kind == Event && !slices.Contains(v.Visited, i) {
			v.Visited = append(v.Visited, i)
		}
	}
	s := t.Stop(p)
	if s == nil {
		return v
	}
	shown := t.Shown(p)
	v.Missing = s.missing(d)
	if i, ok := d.Find(s.ID); ok && s.Kind == Event && slices.Contains(shown, Date) {
		v.Event = i
	}
	if slices.Contains(shown, List) {
		v.Events = s.events(d)
	}
	for _, part := range ordered(shown) {
		if s.Kind == Event && part.dates() && v.Event < 0 {
			continue // a tour that gives the date away: check says so
		}
		if b, ok := s.block(d, part); ok {
			v.Blocks = append(v.Blocks, b)
		}
	}
	return v
}

// Number is "6 of 12"; empty before the first stop.
func (v Scene) Number() string {
	if v.At.Stop == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d", v.At.Stop, len(v.Tour.Stops))
}

// ordered puts the name and the date first, and drops the heading once the title may
// be seen.
func ordered(shown []Part) []Part {
	var first, rest []Part
	for _, p := range shown {
		switch {
		case p == Heading && slices.Contains(shown, Title):
		case p == Heading, p == Title:
			first = slices.Insert(first, 0, p)
		case p == Date:
			first = append(first, p)
		default:
			rest = append(rest, p)
		}
	}
	return append(first, rest...)
}

// events are those that a query finds, or the cards; none where the stop is broken.
func (s *Stop) events(d *events.Dataset) []events.Index {
	switch s.Kind {
	case Query:
		q, err := query.Parse(d, s.Query)
		if err != nil {
			return nil
		}
		return query.Compile(d, q).Run()
	case Order:
		var list []events.Index
		for _, id := range s.Cards {
			if i, ok := d.Find(id); ok {
				list = append(list, i)
			}
		}
		return list
	}
	return nil
}

// block makes what a part shows; ok is false where the dataset has nothing for it.
func (s *Stop) block(d *events.Dataset, p Part) (b Block, ok bool) {
	b.Part = p
	switch p {
	case Heading:
		b.Text = s.Heading
	case Ask:
		b.Text = s.Ask
	case Answer:
		b.Text, b.Lines = s.Answer, s.basis(d)
		if s.Kind == Order {
			b.Lines = quiz.Solution(d, s.Deck(d))
			return b, true
		}
	case List:
		b.Lines = s.list(d)
	default:
		s.told(d, &b)
	}
	return b, b.Text != "" || len(b.Claims)+len(b.Lines) > 0
}

// Deck is the cards of a stop of kind Order.
func (s *Stop) Deck(d *events.Dataset) quiz.Deck { return quiz.NewDeck(d, s.events(d)) }

// Cards are those that the class can lay at a position: the stop has some, and they are
// shown.
func (t *Tour) Cards(d *events.Dataset, p Position) (k quiz.Deck, ok bool) {
	s := t.Stop(p)
	if s == nil || s.Kind != Order || !slices.Contains(t.Shown(p), List) {
		return quiz.Deck{}, false
	}
	k = s.Deck(d)
	return k, len(k.Cards) >= quiz.MinCards
}

// list is a line for each event of a query, or for each card, which has no date.
func (s *Stop) list(d *events.Dataset) []string {
	var lines []string
	for n, i := range s.events(d) {
		if title := d.Titles.At(int(i)); s.Kind == Order {
			lines = append(lines, quiz.Letter(n)+"  "+title)
		} else {
			lines = append(lines, d.Date(i).English(edtf.Long)+": "+title)
		}
	}
	return lines
}

// told fills in what a record tells of itself.
func (s *Stop) told(d *events.Dataset, b *Block) {
	switch s.Kind {
	case Event:
		if i, ok := d.Find(s.ID); ok {
			s.event(d, d.Event(i), i, b)
		}
	case Actor:
		if a := d.Actor(s.ID); a != nil {
			tell(document.Actor(d, a, 0), b)
		}
	case Place:
		if p := d.Place(s.ID); p != nil {
			tell(document.Place(d, p, 0), b)
		}
	case Source:
		if src := d.Source(s.ID); src != nil {
			tell(document.Source(d, src, 0), b)
			if b.Part == Date {
				b.Text, b.Date = src.Date.English(edtf.Long), src.Date
			}
		}
	}
}

// tell takes a part out of what there is to say of an actor, a place or a source.
func tell(doc document.Document, b *Block) {
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case document.Heading:
			if b.Part == Title {
				b.Text = block.Text
			}
		case document.Paragraph:
			if b.Part == Summary && block.Label == "" && b.Text == "" {
				b.Text = document.Unmark(block.Text)
			}
		case document.Ties:
			if b.Part == Links {
				for _, tie := range block.List {
					b.Lines = append(b.Lines, tie.String())
				}
			}
		}
	}
}

// event fills in what an event tells.
func (s *Stop) event(d *events.Dataset, e *events.Event, i events.Index, b *Block) {
	switch b.Part {
	case Title:
		b.Text = e.Title
	case Date:
		b.Text, b.Date = e.Date.English(edtf.Long), e.Date
		if slices.ContainsFunc(e.Disputes, func(x events.Dispute) bool { return x.About == events.DisputeDate }) {
			if b.Doubt = "the articles disagree on it"; len(e.Sources()) == 1 {
				b.Doubt = "the article disagrees with itself on it"
			}
		}
	case Summary:
		b.Text = document.Unmark(e.Summary)
	case Who:
		for _, block := range document.Told(d, i).Blocks {
			if cast, ok := block.(document.Cast); ok {
				for _, r := range cast {
					b.Lines = append(b.Lines, r.String())
				}
			}
		}
	case Dispute:
		for _, x := range e.Disputes {
			b.Lines = append(b.Lines, "Disagreement on "+x.About.Words()+": "+document.Unmark(x.Text))
		}
	case Links:
		for _, tie := range document.Links(d, i) {
			b.Lines = append(b.Lines, tie.String())
		}
	case Quotes, Claims:
		for _, c := range s.chosen(e) {
			if c.Quote != "" || b.Part == Claims {
				b.Claims = append(b.Claims, claim(d, c))
			}
		}
	}
}

// Excerpts are all that the sources say of the event of a stop, the claims that the stop
// does not name too. Until its date is revealed they would give it away: there are none.
func (v Scene) Excerpts(d *events.Dataset) []Claim {
	if v.Event < 0 {
		return nil
	}
	var list []Claim
	for _, c := range d.Event(v.Event).Claims {
		list = append(list, claim(d, c))
	}
	return list
}

// chosen are the claims that the stop names, or all.
func (s *Stop) chosen(e *events.Event) []events.Claim {
	if len(s.Claims) == 0 {
		return e.Claims
	}
	var list []events.Claim
	for _, r := range s.Claims {
		list = append(list, r.in(e)...)
	}
	return list
}

// in are the claims of an event that the reference names.
func (r Ref) in(e *events.Event) []events.Claim {
	return slices.DeleteFunc(e.ClaimsOf(r.Source), func(c events.Claim) bool { return c.At != r.At })
}

func claim(d *events.Dataset, c events.Claim) Claim {
	out := Claim{Source: d.SourceLabel(c.Source), Text: c.Says, Where: d.Where(c.Source, c.At), Dated: document.Claim{Claim: c}.DatedShort()}
	if c.Quote != "" {
		out.Text, out.Quoted = "“"+c.Quote+"”", true
	}
	if s := d.Source(c.Source); s != nil {
		out.Published = published(s.Date)
	}
	return out
}

// published is a date of publication: the years alone, where it is not known better.
func published(d edtf.Date) string {
	from, _, _ := d.Earliest().Civil()
	to, _, _ := d.Latest().Civil()
	if from == to || d.Earliest() == edtf.DistantPast || d.Latest() == edtf.DistantFuture {
		return d.English(edtf.Long)
	}
	return fmt.Sprintf("%d–%d", from, to)
}

// basis cites what an answer rests on, a line a source and block.
func (s *Stop) basis(d *events.Dataset) []string {
	var lines []string
	for _, r := range s.RestsOn {
		if line := d.Cited(events.Citation{Source: r.Source, At: r.At}); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// missing says what the stop needs and the dataset has not.
func (s *Stop) missing(d *events.Dataset) string {
	switch s.Kind {
	case Query:
		if _, err := query.Parse(d, s.Query); err != nil {
			return fmt.Sprintf("the query %q is not understood: %v", s.Query, err)
		}
		if len(s.events(d)) == 0 {
			return fmt.Sprintf("the query %q finds no event", s.Query)
		}
		return ""
	case Order:
		var lost []string
		for _, id := range s.Cards {
			if !found(d, Event, id) {
				lost = append(lost, fmt.Sprintf("the event %q", id))
			}
		}
		if len(lost) == 0 {
			return ""
		}
		return strings.Join(lost, " and ") + " is not in this dataset"
	}
	if found(d, s.Kind, s.ID) {
		return ""
	}
	return fmt.Sprintf("the %s %q is not in this dataset", s.Kind, s.ID)
}

// found tells whether there is a record of that kind and id.
func found(d *events.Dataset, k Kind, id string) bool {
	switch k {
	case Actor:
		return d.Actor(id) != nil
	case Place:
		return d.Place(id) != nil
	case Source:
		return d.Source(id) != nil
	}
	_, ok := d.Find(id)
	return ok
}

// AskedAt is the step at which the class is asked, from one. Where nothing is asked it
// is the last before an answer or a disagreement.
func (s *Stop) AskedAt() int {
	if step, ok := s.shows(Ask); ok {
		return step
	}
	last := len(s.Show)
	for _, p := range []Part{Answer, Dispute} {
		if step, ok := s.shows(p); ok {
			last = min(last, step-1)
		}
	}
	return max(last, 1)
}

// Cited are the sources that the stop shows or rests on.
func (s *Stop) Cited(d *events.Dataset) []string {
	var ids []string
	if i, ok := d.Find(s.ID); ok && s.Kind == Event {
		for _, c := range s.chosen(d.Event(i)) {
			ids = append(ids, c.Source)
		}
	}
	for _, r := range s.RestsOn {
		ids = append(ids, r.Source)
	}
	if s.Kind == Source {
		ids = append(ids, s.ID)
	}
	return ids
}
