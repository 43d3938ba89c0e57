package converse

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"timeline/internal/articles"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/session"
)

// fixture is a small invented dataset with one of everything that is spoken: every
// shape of date, disagreements, one and several sources, links, odd titles.
func fixture() *events.Dataset {
	at := func(n uint16) events.Locator { return events.Locator{Kind: 'p', Number: n} }
	actors := []events.Actor{
		{ID: "ida-holm", Name: "Ida Holm", Profile: "Harbour master of *Skerry*.", Uncertain: "The two letters may be by her sister.",
			Spellings: []events.Spelling{{As: "Ida Holm", Sources: []string{"brandt-1901"}}, {As: "Ide Hulm", Form: events.FormAlias, Sources: []string{"gazette-1902"}}, {As: "Holm", Form: events.FormWeak}},
			Relations: []events.Relation{{Kind: 1, To: "net-guild", Office: "warden", Date: edtf.MustParse("1881/1889"), Cite: events.Citation{Source: "brandt-1901", At: at(2)}}}},
		{ID: "josef-arnal", Name: "Josef Arnal", Profile: "A pilot.", Spellings: []events.Spelling{{As: "Josef Arnal"}, {As: "José Arnal", Form: events.FormAlias}}},
		{ID: "net-guild", Name: "Net Guild", Kind: 1, Profile: "The fishers of Skerry."},
	}
	places := []events.Place{
		{ID: "skerry", Name: "Skerry", Country: "North Isles", Lat: 60.25, Lon: -1.5, Precision: 1},
		{ID: "far-light", Name: "Far Light", Country: "North Isles", Lat: 60.5, Lon: -1.25},
	}
	sources := []events.Source{
		{ID: "brandt-1901", Authors: []events.Author{{Given: "Mette", Family: "Brandt"}}, Title: "Fishers and Wardens", Short: "Fishers", Container: "Isles Review", Date: edtf.MustParse("1901-03"), Rights: "the author", Profile: "A study of the guild."},
		{ID: "gazette-1902", Title: "Old News", Container: "The Gazette", Date: edtf.MustParse("1902"), URL: "https://example.org/old"},
	}
	meta := events.Meta{ID: "fixture", Title: "The Isles, 1880–1890", Short: "Isles", Period: edtf.MustParse("1880/1890")}
	return events.New(meta, fixtureEvents(at), actors, places, sources)
}

func kind(name string) string { return name }

func fixtureEvents(at func(uint16) events.Locator) []events.Event {
	one := func(n uint16, date, quote, says string) []events.Claim {
		return []events.Claim{{Source: "brandt-1901", At: at(n), Date: edtf.MustParse(date), Quote: quote, Says: says}}
	}
	es := []events.Event{
		{ID: "1881-guild-founded", Title: "The Net Guild is founded", Date: edtf.MustParse("1881"), Type: kind("founding"), Level: events.Key, Roles: []events.Role{{Actor: "net-guild", As: 6}},
			Summary: "Nine boats form the **Net Guild**.", Claims: one(1, "1881", "nine boats joined in a guild of nets", "Nine boats formed a guild in 1881.")},
		{ID: "1882-04-02-wardens-meet", Title: "Wardens meet at the Far Light", Date: edtf.MustParse("1882-04-02"), DateReason: "Brandt gives the day.", Type: kind("meeting"), Level: events.Key, Places: []string{"far-light"},
			Roles: []events.Role{{Actor: "ida-holm", As: 9}, {Actor: "josef-arnal", As: 7}, {Actor: "net-guild", As: 7}},
			Links: []events.Link{{Kind: 1, To: "1881-guild-founded"}}, Summary: "The wardens meet to share the herring grounds.", Note: "There may have been two meetings.",
			Claims: []events.Claim{
				{Source: "brandt-1901", At: at(3), Date: edtf.MustParse("1882-04-02"), Words: "on 2 April 1882", Quote: "the wardens sat until the lamp was lit", Says: "The wardens met on 2 April 1882."},
				{Source: "gazette-1902", At: events.Locator{Kind: 'n', Number: 4}, Date: edtf.MustParse("1882-21"), Words: "that spring", Hedge: "it is told", Basis: events.BasisDerived, BasisNote: "the year is that of the note before",
					Quote: "four wardens rowed out that spring", Says: "Four wardens met in spring.", Figures: []events.Figure{{What: "wardens", Value: "four"}}},
			},
			Disputes: []events.Dispute{{About: 0, Text: "Brandt gives a day, the Gazette a season."}, {About: 2, Text: "Brandt names two wardens, the Gazette counts four (opening ¶2)."}}},
		{ID: "1882-04-toll", Title: "A toll on nets: 1 penny → 2", Date: edtf.MustParse("1882-04"), Type: kind("policy"), Places: []string{"skerry"}, Summary: "A toll is set.", Claims: one(4, "1882-04", "a penny for every net was asked", "A toll was set in April.")},
		{ID: "1883-07-fire", Title: "Fire on the quay", Date: edtf.MustParse("1883-07~"), Type: kind("destruction"), Places: []string{"skerry"}, Summary: "A fire on the quay burns the nets.", Claims: one(5, "1883-07~", "about July the quay burnt to the stones", "The quay burnt about July.")},
		{ID: "1884-pilot-taken", Title: "Josef Arnal is taken", Date: edtf.MustParse("[1884,1885]"), Type: kind("kidnapping"), Roles: []events.Role{{Actor: "josef-arnal", As: 2}}, Summary: "The pilot is held.", Disputes: []events.Dispute{{About: 3, Text: "It may have been his brother."}},
			Claims: one(6, "[1884,1885]", "he was taken in one of those years", "He was taken in 1884 or 1885.")},
		{ID: "1886-lean-years", Title: "Lean years", Date: edtf.MustParse("1886/1888"), Type: kind("other"), Summary: "Three years without herring.", Claims: one(7, "1886/1888", "three years the herring stayed away", "No herring came for three years.")},
		{ID: "1889-02-03-letter", Title: "Ida Holm writes a letter", Date: edtf.MustParse("1889-02-03?"), Type: kind("letter"), Roles: []events.Role{{Actor: "ida-holm", As: 3}}, Summary: "A last letter.", Claims: one(8, "1889-02-03?", "dated, it seems, the third of February", "It seems to be of 3 February 1889.")},
		{ID: "1890-after", Title: "The guild lives on", Date: edtf.MustParse("1890/.."), Type: kind("other"), Summary: "It still meets.", Claims: one(9, "1890/..", "the guild still meets each spring", "It still meets.")},
	}
	for n := 1; n <= 12; n++ {
		date := fmt.Sprintf("1885-%02d-%02d", 1+n/4, 3+n)
		es = append(es, events.Event{ID: date + "-market", Title: fmt.Sprintf("Market number %d", n), Date: edtf.MustParse(date), Type: kind("talks"), Roles: []events.Role{{Actor: "net-guild", As: 7}},
			Summary: "A market is held.", Claims: one(uint16(20+n), date, "another market was held that day", "A market was held.")})
	}
	return es
}

// configured is a conversation's Config on the fixture, with everything optional.
func configured() Config {
	return Config{Config: session.Config{
		Data: fixture(),
		Cite: func(source string, at []events.Locator, style string) (string, error) {
			if style == "bibtex" {
				return "@article{" + source + ",\n  title = {Fishers},\n}", nil
			}
			return fmt.Sprintf("%s at %v, as %s", source, at, style), nil
		},
		Articles: func() (session.Articles, error) {
			text := &articles.Article{Exact: true}
			for n := range 12 {
				text.Blocks = append(text.Blocks, articles.Block{At: events.Locator{Kind: 'p', Number: uint16(n + 1)}, Text: fmt.Sprintf("Paragraph %d of the article on the fishers.", n+1)})
			}
			return session.Articles{"brandt-1901": text}, nil
		},
		SaveBookmark: func(id string, on bool) error { return nil },
	}}
}

// echo gives a script line by line and writes each to the transcript, as a terminal
// shows what is typed.
type echo struct {
	lines []string
	out   *strings.Builder
}

func (e *echo) Read(p []byte) (int, error) {
	if len(e.lines) == 0 {
		return 0, io.EOF
	}
	line := e.lines[0] + "\n"
	e.lines = e.lines[1:]
	e.out.WriteString(line)
	return copy(p, line), nil
}

// converse runs a script and returns the transcript.
func converse(t *testing.T, cfg Config, script ...string) (string, session.Memory) {
	t.Helper()
	var out strings.Builder
	cfg.In, cfg.Out = &echo{script, &out}, &out
	m, err := Run(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), m
}
