package eventstest

import (
	"strings"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// Small is an invented dataset of 24 events for pictures: years, then months, then
// days, with dates of every kind, persons and groups with offices that sources date
// differently, and three sources.
func Small() *events.Dataset {
	meta := events.Meta{ID: "small", Title: "The River Quarrel, 1898–1911", Short: "River Quarrel", Period: edtf.MustParse("1898/1911-06")}
	return events.New(meta, smallEvents(), smallActors(), smallPlaces(), smallSources())
}

func smallSources() []events.Source {
	return []events.Source{
		{ID: "brandt-1931", Authors: []events.Author{{Given: "Ida", Family: "Brandt"}}, Title: "The Quarrel on the River", Container: "River Studies", Date: edtf.MustParse("1931")},
		{ID: "bruun-1925", Authors: []events.Author{{Given: "Aksel", Family: "Bruun"}}, Title: "Millers and Ferrymen", Container: "Old Ways", Date: edtf.MustParse("1925-03")},
		{ID: "post-1911", Title: "From the Ferry", Container: "The Ferry Post", Date: edtf.MustParse("1911-06-10")},
	}
}

// relation makes a relation of a kind by its name.
func relation(kind, to, date, source string) events.Relation {
	r := events.Relation{To: to, Cite: events.Citation{Source: source, At: events.Locator{Kind: 'p', Number: 4}}}
	for r.Kind.String() != kind {
		r.Kind++
	}
	if date != "" {
		r.Date = edtf.MustParse(date)
	}
	return r
}

func smallActors() []events.Actor {
	const person, group, brigade = 0, 1, 2
	acronym := func(s string) []events.Spelling { return []events.Spelling{{As: s, Form: events.FormAcronym}} }
	return []events.Actor{
		{ID: "ada-holm", Name: "Ada Holm", Kind: person, Relations: []events.Relation{
			relation("leads", "river-league", "1901/1909-05", "brandt-1931"),
			relation("leads", "river-league", "[..1903]", "bruun-1925"),
			relation("leads", "river-league", "1908-02-11", "post-1911"),
			relation("member-of", "mill-guard", "", "bruun-1925")}},
		{ID: "bruno-keller", Name: "Bruno Keller", Kind: person, Relations: []events.Relation{
			relation("leads", "river-league", "1909-06/..", "brandt-1931"),
			relation("member-of", "mill-guard", "1904", "bruun-1925")}},
		{ID: "cyril-marsh", Name: "Cyril Marsh", Kind: person, Relations: []events.Relation{
			relation("leads", "mill-guard", "", "post-1911"),
			relation("holds-office-in", "mill-guard", "1905-03-02/1910-11-20", "brandt-1931")}},
		{ID: "ferry-company", Name: "Ferry Company of the Upper River", Kind: group, Relations: []events.Relation{
			relation("split-from", "river-league", "[1909-08..1909-10]", "brandt-1931")}},
		{ID: "mill-guard", Name: "Mill Guard", Kind: brigade},
		{ID: "river-league", Name: "River League", Kind: group, Spellings: acronym("RL")},
	}
}

func smallPlaces() []events.Place {
	return []events.Place{
		{ID: "lower-mill", Name: "Lower Mill", Country: "Upland", Lat: 47.1, Lon: 8.2},
		{ID: "old-ferry", Name: "Old Ferry", Country: "Upland", Lat: 47.4, Lon: 8.9, Precision: 1},
		{ID: "upland", Name: "Upland", Country: "Upland", Lat: 47, Lon: 9, Precision: 4},
	}
}

// smallRows are id, date, type, title, actors, place, and the dates that the sources
// give where they differ from the event's.
var smallRows = []struct{ id, date, kind, title, actors, place, brandt, bruun, post string }{
	{"league", "1898", "founding", "The River League is founded", "river-league", "old-ferry", "1898", "[..1899]", ""},
	{"charter", "1899?", "document", "The League's charter is written", "river-league", "", "1899?", "", ""},
	{"tolls", "1899/1902", "policy", "The League takes tolls", "river-league", "upland", "1899/1902", "", ""},
	{"holm-leads", "1901", "appointment", "Ada Holm leads the League", "ada-holm river-league", "", "1901", "1901", ""},
	{"guard", "[1902,1904]", "founding", "The Mill Guard is raised", "mill-guard", "lower-mill", "1904", "1902", ""},
	{"keller-joins", "1904", "other", "Bruno Keller joins the Guard", "bruno-keller mill-guard", "lower-mill", "", "1904", ""},
	{"marsh-office", "1905-03-02", "appointment", "Cyril Marsh becomes captain", "cyril-marsh mill-guard", "", "1905-03-02", "", ""},
	{"weir", "1907~", "destruction", "The weir is broken", "mill-guard river-league", "lower-mill", "1907~", "", ""},
	{"letter", "1908-02-11", "letter", "Ada Holm writes to the millers", "ada-holm mill-guard", "old-ferry", "", "", "1908-02-11"},
	{"talks", "1908-02/1908-04", "talks", "Talks at the ferry", "ada-holm cyril-marsh", "old-ferry", "1908-02/1908-04", "1908-03", ""},
	{"raid", "1909-01-17", "attack", "Raid on the lower mill", "river-league", "lower-mill", "1909-01-17", "", ""},
	{"raid-again", "1909-01-29", "attack", "Second raid on the mill", "river-league", "lower-mill", "1909-01-29", "", "1909-01-30"},
	{"mourning", "1909-01-31?", "message", "A message of mourning", "cyril-marsh", "", "", "", "1909-01-31?"},
	{"seized", "1909-03", "capture", "The guard seizes the ferry", "mill-guard", "old-ferry", "1909-03", "", ""},
	{"holm-dies", "1909-05-20", "death", "Ada Holm dies", "ada-holm river-league", "upland", "1909-05-20", "1909-05", ""},
	{"keller-leads", "1909-06", "appointment", "Bruno Keller leads the League", "bruno-keller river-league", "", "1909-06", "", ""},
	{"split", "[1909-08..1909-10]", "split", "The ferrymen break away", "bruno-keller ferry-company river-league", "old-ferry", "[1909-09..1909-10]", "[..1909-08]", "1909-10~"},
	{"hostage", "1909-09-03/1910-01-15", "kidnapping", "A miller is held", "ferry-company", "upland", "1909-09-03/1910-01-15", "", ""},
	{"offer", "1909-12", "letter", "The company offers peace", "ferry-company mill-guard", "", "1909-12", "", ""},
	{"fire", "1910-02-02~", "destruction", "Fire at the mill", "mill-guard", "lower-mill", "1910-02-02~", "", ""},
	{"burial", "1910-02", "meeting", "The millers meet", "mill-guard cyril-marsh", "lower-mill", "1910-02", "", ""},
	{"report", "[1910-04..]", "press-report", "The Post reports", "river-league", "old-ferry", "", "", "[1910-04..]"},
	{"peace", "1910-11-20", "agreement", "Peace is made", "cyril-marsh bruno-keller mill-guard river-league", "old-ferry", "1910-11-20", "1910-11", "1910-11-20"},
	{"book", "1911-06-10", "publication", "The Post prints its story", "", "old-ferry", "", "", "1911-06-10"},
}

func smallEvents() []events.Event {
	var es []events.Event
	for n, row := range smallRows {
		e := events.Event{ID: row.id, Title: row.title, Date: edtf.MustParse(row.date), Type: row.kind, Summary: row.title + "."}
		for _, id := range strings.Fields(row.actors) {
			e.Roles = append(e.Roles, events.Role{Actor: id, As: 7})
		}
		e.Places = append(e.Places, strings.Fields(row.place)...)
		for _, c := range []struct{ source, date string }{{"brandt-1931", row.brandt}, {"bruun-1925", row.bruun}, {"post-1911", row.post}} {
			if c.date != "" {
				e.Claims = append(e.Claims, events.Claim{Source: c.source, At: events.Locator{Kind: 'p', Number: uint16(n + 1)}, Date: edtf.MustParse(c.date), Says: row.title + "."})
			}
		}
		es = append(es, e)
	}
	return es
}
