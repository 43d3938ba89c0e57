package export

import (
	"strings"

	"timeline/internal/cite"
	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Record is an event as JSON holds it: everything that the screen shows. Fields
// are always present; lists may be empty, and texts that are not there are "".
// docs/event.schema.json describes it. Fields are added, never changed or taken
// away.
type Record struct {
	ID         string          `json:"id"`
	Was        []string        `json:"was"` // ids that it had before
	Title      string          `json:"title"`
	Rigour     string          `json:"rigour"` // of the dataset: quoted, sourced, notes
	Date       RecordDate      `json:"date"`
	DateReason string          `json:"date_reason"`   // why that date, where the claims differ
	Beside     string          `json:"beside_claims"` // why the date holds no claim's date, where it holds none
	Shown      RecordShown     `json:"shown"`
	Type       string          `json:"type"`
	Level      string          `json:"level"`      // key, standard, background
	Importance string          `json:"importance"` // what it was before there were levels: minor for background, else major
	Disputed   bool            `json:"disputed"`
	Summary    string          `json:"summary"` // Markdown, a line for each paragraph
	Note       string          `json:"note"`    // the editor's, as the summary
	Actors     []RecordRole    `json:"actors"`
	Places     []RecordPlace   `json:"places"`
	Tags       []string        `json:"tags"`
	Claims     []RecordClaim   `json:"claims"`
	Disputes   []RecordDispute `json:"disputes"`
	Links      []RecordLink    `json:"links"`
}

// RecordDate is a date with its bounds.
type RecordDate struct {
	EDTF        string  `json:"edtf"`
	Earliest    *string `json:"earliest"` // inclusive; null if open or unknown
	Latest      *string `json:"latest"`   // inclusive; null if open or unknown
	Precision   string  `json:"precision"`
	English     string  `json:"english"`
	Approximate bool    `json:"approximate"`
	Uncertain   bool    `json:"uncertain"`
}

// RecordShown is where an event stands in the order of the dataset.
type RecordShown struct {
	Day    *string `json:"day"`    // under which it stands; null for no date
	At     string  `json:"at"`     // EDTF, where the editors chose it; "" where the date and the links decide
	Reason string  `json:"reason"` // why they chose it
}

// RecordRole is an actor and what it was to the event.
type RecordRole struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind"`
	Role string `json:"role"`
}

// RecordPlace is a place.
type RecordPlace struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Country   string   `json:"country"`
	Lat       *float64 `json:"lat"` // null where it is not known
	Lon       *float64 `json:"lon"`
	Precision string   `json:"precision"` // how much ground the coordinates stand for
	Role      string   `json:"role"`      // happened there, or was written or found there, or was aimed at it
}

// RecordClaim is a claim.
type RecordClaim struct {
	Source    RecordSource   `json:"source"`
	Locator   string         `json:"locator"` // "p12", "n4"
	Where     string         `json:"where"`   // the locator in words
	Date      RecordDate     `json:"date"`
	Words     string         `json:"date_words"` // the source's own
	Basis     string         `json:"basis"`
	BasisNote string         `json:"basis_note"`
	Hedge     string         `json:"hedge"`
	Quote     string         `json:"quotation"`
	Says      string         `json:"says"`
	Figures   []RecordFigure `json:"figures"`
	Citation  string         `json:"citation"`             // Chicago note with the locator
	Verified  string         `json:"verified_text_sha256"` // of the article's text in which the quotation was found; "" if not verified as it stands
}

// RecordSource is the source of a claim, with what must stand by a quotation.
type RecordSource struct {
	ID        string         `json:"id"`
	Author    string         `json:"author"` // "Unsigned" if there is none
	Title     string         `json:"title"`
	Container string         `json:"container"`
	Publisher string         `json:"publisher"`
	Date      RecordDate     `json:"date"`
	URL       string         `json:"url"`
	Rights    string         `json:"rights"`
	Kind      string         `json:"kind"` // CSL item type
	Short     string         `json:"short"`
	Number    string         `json:"number"`
	Authors   []RecordAuthor `json:"authors"`
}

// RecordAuthor is one of a source's authors.
type RecordAuthor struct {
	Given  string `json:"given"`
	Family string `json:"family"`
}

// RecordFigure is a number as a source gives it.
type RecordFigure struct {
	What  string `json:"what"`
	Value string `json:"value"`
}

// RecordDispute is a disagreement.
type RecordDispute struct {
	About string   `json:"about"`
	With  []string `json:"with"` // ids of the other events, of a dispute about their order
	Text  string   `json:"text"`
}

// RecordLink is a tie to another event.
type RecordLink struct {
	Kind  string `json:"kind"`
	To    string `json:"to"`
	Title string `json:"title"`
}

// RecordOf returns an event as JSON holds it.
func RecordOf(d *events.Dataset, i events.Index) Record {
	e := d.Event(i)
	r := Record{
		ID: e.ID, Title: e.Title, Rigour: d.Meta.Rigour.String(), Date: recordDate(e.Date), DateReason: e.DateReason, Type: e.Type,
		Was: append([]string{}, e.Was...), Beside: e.BesideClaims, Shown: RecordShown{written(d.Shown[i], edtf.DistantFuture), e.ShownAt.String(), e.ShownReason},
		Level: e.Level.String(), Importance: importance(e), Disputed: e.Disputed(), Summary: flowing(e.Summary), Note: flowing(e.Note),
		Actors: []RecordRole{}, Places: []RecordPlace{}, Tags: append([]string{}, e.Tags...),
		Claims: []RecordClaim{}, Disputes: []RecordDispute{}, Links: []RecordLink{},
	}
	for _, role := range e.Roles {
		actor := RecordRole{ID: role.Actor, Name: role.Actor, Role: role.As.String()}
		if a := d.Actor(role.Actor); a != nil {
			actor.Name, actor.Kind = a.Name, a.Kind.String()
		}
		r.Actors = append(r.Actors, actor)
	}
	for n, id := range e.Places {
		if p := d.Place(id); p != nil {
			r.Places = append(r.Places, recordPlace(p, e.PlaceAs(n)))
		}
	}
	for n := range e.Claims {
		r.Claims = append(r.Claims, recordClaim(d, e, n))
	}
	for _, dispute := range e.Disputes {
		r.Disputes = append(r.Disputes, RecordDispute{dispute.About.String(), append([]string{}, dispute.With...), dispute.Text})
	}
	for _, l := range e.Links {
		link := RecordLink{Kind: l.Kind.String(), To: l.To}
		if to, ok := d.Find(l.To); ok {
			link.Title = d.Titles.At(int(to))
		}
		r.Links = append(r.Links, link)
	}
	return r
}

func recordPlace(p *events.Place, as events.PlaceRole) RecordPlace {
	r := RecordPlace{ID: p.ID, Name: p.Name, Country: p.Country, Precision: p.Precision.String(), Role: as.String()}
	if p.Precision != events.Unlocated {
		r.Lat, r.Lon = new(p.Lat), new(p.Lon)
	}
	return r
}

// cast is who took part, and as what, in one text.
func (r *Record) cast() string {
	var actors []string
	for _, a := range r.Actors {
		actors = append(actors, a.Name+" ("+a.Role+")")
	}
	return strings.Join(actors, "; ")
}

func importance(e *events.Event) string {
	if e.Level == events.Background {
		return "minor"
	}
	return "major"
}

// recordClaim returns the n-th claim of an event, from zero.
func recordClaim(d *events.Dataset, e *events.Event, n int) RecordClaim {
	c := &e.Claims[n]
	r := RecordClaim{
		Source: RecordSource{ID: c.Source, Authors: []RecordAuthor{}}, Locator: c.At.String(), Where: d.Where(c.Source, c.At),
		Date: recordDate(c.Date), Words: c.Words, Basis: c.Basis.String(), BasisNote: c.BasisNote,
		Hedge: c.Hedge, Quote: c.Quote, Says: c.Says, Figures: []RecordFigure{},
	}
	for _, f := range c.Figures {
		r.Figures = append(r.Figures, RecordFigure{f.What, f.Value})
	}
	if s := d.Source(c.Source); s != nil {
		r.Source = RecordSource{s.ID, s.Byline(), s.Title, s.Container, s.Publisher, recordDate(s.Date), s.URL, s.Rights, s.Kind, s.Short, s.Number, []RecordAuthor{}}
		for _, a := range s.Authors {
			r.Source.Authors = append(r.Source.Authors, RecordAuthor{a.Given, a.Family})
		}
		r.Citation = cite.Format(d, s, []events.Locator{c.At}, cite.Chicago, edtf.Date{})
	}
	if d.Record().Quotes != nil && c.Quote != "" && d.Record().Quotes[events.QuoteKey(e.ID, n)] == events.QuoteHash(*c) {
		r.Verified = d.Record().Texts[c.Source]
	}
	return r
}

func recordDate(d edtf.Date) RecordDate {
	return RecordDate{
		EDTF: d.String(), Precision: d.Precision().String(), English: d.English(edtf.Long),
		Earliest: written(d.Earliest(), edtf.DistantPast), Latest: written(d.Latest(), edtf.DistantFuture),
		Approximate: d.Approximate(), Uncertain: d.Uncertain(),
	}
}

// written is a day as JSON has it: null if it is the one that stands for none.
func written(day, none edtf.Day) *string {
	if day == none {
		return nil
	}
	return new(day.String())
}

// json writes an array of records (RFC 8259), indented.
func (w *writer) json() error {
	w.put("[")
	err := w.list("  ", func(i events.Index, _ *events.Event) (any, bool) { return RecordOf(w.d, i), true })
	w.put("\n")
	return err
}

// jsonLines writes a record a line.
func (w *writer) jsonLines() error {
	return w.each(func(i events.Index, _ *events.Event) bool {
		w.value(RecordOf(w.d, i), "", "")
		w.put("\n")
		return true
	})
}
