package ui

import (
	"fmt"

	"timeline/internal/articles"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/session"
)

// fixture is a small invented dataset with one of everything that the screen has
// to show: every precision of date, disagreements, several sources, long titles,
// wide and right-to-left names.
func fixture() *events.Dataset {
	actors := []events.Actor{
		{ID: "anna-berg", Name: "Anna Berg", Profile: "Surveyor of the northern valley.", Spellings: []events.Spelling{
			{As: "Anna Berg", Form: events.FormName, Sources: []string{"ferro-1950"}}, {As: "Ana al-Berghi", Form: events.FormAlias, Sources: []string{"unsigned-1951"}},
			{As: "Berg", Form: events.FormWeak}},
			Relations: []events.Relation{{Kind: 0, To: "valley-league", Office: "", Date: edtf.MustParse("1931/1940"), Cite: events.Citation{Source: "ferro-1950", At: events.Locator{Kind: 'p', Number: 2}}}}},
		{ID: "omar-naji", Name: "Omar Nâjî", Profile: "Envoy of the coast.", Spellings: []events.Spelling{
			{As: "Omar Nâjî", Form: events.FormName}, {As: "عمر ناجي", Form: events.FormAlias}, {As: "Umar al-Nagi", Form: events.FormAlias}}},
		{ID: "valley-league", Name: "Valley League", Kind: 1, Profile: "An alliance of villages.", Spellings: []events.Spelling{{As: "Valley League", Form: events.FormName}, {As: "VL", Form: events.FormAcronym}}},
	}
	places := []events.Place{
		{ID: "high-pass", Name: "High Pass", Country: "Northland", Lat: 46.5, Lon: 8.5, Precision: 1},
		{ID: "old-harbour", Name: "Old Harbour", Country: "Northland", Lat: 44.1, Lon: 9.8},
	}
	sources := []events.Source{
		{ID: "ferro-1950", Authors: []events.Author{{Given: "Lucia", Family: "Ferro"}}, Title: "The Valley Papers", Short: "Valley Papers", Container: "Annals of the North", Date: edtf.MustParse("1950-06"), Kind: "article-journal", Rights: "the author", Profile: "A study of letters."},
		{ID: "unsigned-1951", Title: "Notes from the coast", Container: "The Lantern", Date: edtf.MustParse("1951"), Kind: "post-weblog", Rights: "the publisher"},
	}
	return events.New(events.Meta{ID: "fixture", Title: "The Northern Valley, 1930–1941", Short: "Northern Valley", Period: edtf.MustParse("1930/1941")},
		fixtureEvents(), actors, places, sources)
}

func fixtureEvents() []events.Event {
	claim := func(source string, p uint16, date, words, quote, says string) events.Claim {
		return events.Claim{Source: source, At: events.Locator{Kind: 'p', Number: p}, Date: edtf.MustParse(date), Words: words, Quote: quote, Says: says}
	}
	kind := func(name string) string { return name }
	es := []events.Event{
		{ID: "1931-valley-league-founded", Title: "The Valley League is founded", Date: edtf.MustParse("1931"), Type: kind("founding"), Level: events.Key,
			Summary: "Five villages form the Valley League.", Roles: []events.Role{{Actor: "valley-league", As: 6}},
			Claims: []events.Claim{claim("ferro-1950", 1, "1931", "in 1931", "five villages joined in what they called the League", "Five villages founded the League in 1931.")}},
		{ID: "1932-04-02-pass-meeting", Title: "Envoys meet at the High Pass", Date: edtf.MustParse("1932-04-02"), DateReason: "Ferro gives the day; the unsigned notes only say spring.",
			Type: kind("meeting"), Level: events.Key, Places: []string{"high-pass"}, Tags: []string{"salt"},
			Roles:   []events.Role{{Actor: "anna-berg", As: 7}, {Actor: "omar-naji", As: 7}},
			Links:   []events.Link{{Kind: 1, To: "1931-valley-league-founded"}},
			Summary: "Anna Berg and Omar Nâjî meet at the High Pass to settle the salt toll. They part without a paper.",
			Note:    "The two accounts may speak of two meetings.",
			Claims: []events.Claim{
				claim("ferro-1950", 3, "1932-04-02", "on 2 April 1932", "the envoys met under the pass and spoke until dark", "The envoys met on 2 April 1932."),
				{Source: "unsigned-1951", At: events.Locator{Kind: 'p', Number: 7}, Date: edtf.MustParse("1932-21"), Words: "that spring", Hedge: "it is said", Basis: events.BasisDerived, BasisNote: "the year is that of the paragraph before",
					Quote: "three envoys climbed to the pass that spring", Says: "Three envoys met at the pass in spring.", Figures: []events.Figure{{What: "envoys", Value: "three"}}},
			},
			Disputes: []events.Dispute{{About: 2, Text: "Ferro names two envoys, the unsigned notes count three. We follow Ferro, who names them."}}},
		{ID: "1932-04-salt-toll", Title: "The salt toll is raised at the Old Harbour for the second time in a year, to the anger of the carters", Date: edtf.MustParse("1932-04"), Type: kind("policy"), Places: []string{"old-harbour"},
			Summary: "The toll rises.", Claims: []events.Claim{claim("ferro-1950", 4, "1932-04", "in April", "the toll was raised once more in April", "The toll rose in April.")}},
		{ID: "1933-07-harbour-fire", Title: "Fire in the harbour", Date: edtf.MustParse("1933-07~"), Type: kind("destruction"), Places: []string{"old-harbour"},
			Summary: "A fire destroys the salt stores.", Claims: []events.Claim{claim("unsigned-1951", 9, "1933-07~", "about July", "about July the stores burnt to the ground", "The stores burnt about July 1933.")}},
		{ID: "1935-envoy-taken", Title: "Omar Nâjî is taken prisoner", Date: edtf.MustParse("[1935,1936]"), Type: kind("kidnapping"), Level: events.Key, Roles: []events.Role{{Actor: "omar-naji", As: 2}},
			Summary: "Omar Nâjî is held for some months.", Claims: []events.Claim{claim("ferro-1950", 8, "[1935,1936]", "in 1935 or 1936", "Najî was taken in 1935 or 1936 and held over a winter", "He was taken in 1935 or 1936.")}},
		{ID: "1938-long-drought", Title: "The long drought", Date: edtf.MustParse("1938/1940"), Type: kind("other"), Summary: "Three dry years.",
			Claims: []events.Claim{claim("ferro-1950", 11, "1938/1940", "from 1938 to 1940", "three years without harvest, from 1938 to 1940", "No harvest for three years.")}},
		{ID: "1941-02-03-letter", Title: "Anna Berg writes her last letter", Date: edtf.MustParse("1941-02-03?"), Type: kind("letter"), Roles: []events.Role{{Actor: "anna-berg", As: 3}},
			Summary: "A last letter to the League.", Claims: []events.Claim{claim("ferro-1950", 14, "1941-02-03?", "dated, it seems, 3 February 1941", "her last letter is dated, it seems, 3 February 1941", "The last letter seems to be of 3 February 1941.")}},
	}
	for n := 1; n <= 20; n++ {
		date := fmt.Sprintf("1934-%02d-%02d", 1+n/4, 3+n)
		es = append(es, events.Event{ID: date + "-market", Title: fmt.Sprintf("Market day number %d", n), Date: edtf.MustParse(date), Type: kind("talks"),
			Roles: []events.Role{{Actor: "valley-league", As: 7}}, Summary: "A market is held.",
			Claims: []events.Claim{claim("ferro-1950", uint16(20+n), date, date, "another market was held that day", "A market was held.")}})
	}
	return es
}

// browser is a model on the fixture, w by h cells.
func browser(w, h int, change ...func(*Config)) *Model {
	return browserOf(fixture(), w, h, change...)
}

// browserOf is a model on a dataset, w by h cells.
func browserOf(d *events.Dataset, w, h int, change ...func(*Config)) *Model {
	cfg := Config{Config: session.Config{Data: d}, Width: w, Height: h}
	cfg.Cite = func(source string, at []events.Locator, style string) (string, error) {
		return fmt.Sprintf("%s cited at %v as %s", source, at, style), nil
	}
	cfg.Articles = func() (session.Articles, error) {
		d := cfg.Data
		return session.Articles{"ferro-1950": articles.Read([]byte(ferro), d.Source("ferro-1950"), nil)}, nil
	}
	for _, c := range change {
		c(&cfg)
	}
	return New(cfg)
}

// ferro is the invented text of the first source.
const ferro = `The Valley Papers

Lucia Ferro

In 1931 five villages joined in what they called the League. It was to share
the pasture and to keep the roads. Its papers have not been printed before.

Of the year after, the League's clerk wrote with care. In April 1932 the envoys
met under the pass and spoke until dark, and neither would put a word on paper.
Those who waited below saw two lamps go down on two sides of the hill.

What followed is told elsewhere.
`
