package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/edtf"
	"timeline/internal/events"
)

// isles is a dataset in which everything that a block can tell occurs.
func isles() *events.Dataset {
	date := edtf.MustParse
	return events.New(events.Meta{ID: "isles", Title: "Isles"}, []events.Event{
		{ID: "1881-guild", Title: "The guild is founded", Type: "founding", Date: date("1881"), Summary: "Nine boats.", Claims: []events.Claim{{Source: "brandt", Says: "Founded.", Date: date("1881")}}},
		{
			ID: "1882-04-02-meeting", Title: "Wardens meet", Type: "press-report", Date: date("1882-04-02"), DateReason: "Brandt gives the day.", Level: events.Key,
			Summary: "They *meet*.", Note: "Perhaps two meetings.", Places: []string{"far-light", "nowhere"}, Tags: []string{"guild", "law"},
			Roles:    []events.Role{{Actor: "ida", As: 9}, {Actor: "nobody", As: 7}},
			Links:    []events.Link{{Kind: 1, To: "1881-guild"}},
			Disputes: []events.Dispute{{About: events.DisputeDate, Text: "A day against a season."}},
			Claims: []events.Claim{
				{Source: "brandt", At: events.Locator{Kind: 'p', Number: 3}, Date: date("1882-04-02"), Words: "on 2 April 1882", Says: "They met.", Quote: "until the lamp was lit"},
				{Source: "gazette", At: events.Locator{Kind: 'n', Number: 4}, Date: date("1882-21"), Words: "(no words)", Basis: events.BasisDerived, BasisNote: "the year is\nthat of the note before", Hedge: "it is told", Says: "Four met.", Figures: []events.Figure{{What: "wardens", Value: "four"}}},
			},
		},
	}, []events.Actor{
		{ID: "guild", Name: "Net Guild", Kind: 1},
		{
			ID: "ida", Name: "Ida Holm", Profile: "Harbour master.", Uncertain: "Perhaps her sister.",
			Citations: []events.Citation{{Source: "brandt", At: events.Locator{Kind: 'p', Number: 2}}},
			Spellings: []events.Spelling{{As: "Ida Holm", Sources: []string{"brandt"}}, {As: "Ide Hulm", Form: events.FormAlias, Sources: []string{"brandt", "gazette"}}, {As: "Holm", Form: events.FormWeak}},
			Relations: []events.Relation{{Kind: 1, To: "guild", Office: "warden", Date: date("1881/1889"), Cite: events.Citation{Source: "brandt", At: events.Locator{Kind: 'p', Number: 2}}, Note: "By vote."}},
		},
	}, []events.Place{
		{ID: "far-light", Name: "Far Light", Country: "North / South", Lat: -60.5, Lon: 1.25},
	}, []events.Source{
		{ID: "brandt", Title: "Fishers and Wardens", Short: "Fishers", Authors: []events.Author{{Given: "Mette", Family: "Brandt"}}, Container: "Isles Review", Date: date("1901-03"), Profile: "A study.", URL: "https://example.org/a", Rights: "The author."},
	})
}

// listed writes a document a block a line, for comparing.
func listed(doc Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", doc.Key, doc.ID)
	for _, block := range doc.Blocks {
		switch block := block.(type) {
		case Heading:
			fmt.Fprintln(&b, "heading:", block.Text)
		case Facts:
			fmt.Fprintln(&b, "facts:", block)
		case Cast:
			fmt.Fprintln(&b, "cast:", block)
		case Paragraph:
			fmt.Fprintf(&b, "paragraph: %s|%s|%t\n", block.Label, block.Text, block.Doubt)
		case Bibliography:
			fmt.Fprintln(&b, "bibliography:", block.Text)
		case Address:
			fmt.Fprintln(&b, "address:", block.URL)
		case Account:
			fmt.Fprintln(&b, "account:", block.Heading())
			for _, c := range block.Claims {
				fmt.Fprintf(&b, "  %s|%s|%s|%s|%s\n", c.Where, c.Dated(), c.DatedShort(), c.Doubt(), block.Citation(c))
			}
		case Table:
			fmt.Fprintln(&b, "table:", block.Title)
			for _, row := range block.Rows {
				fmt.Fprintln(&b, " ", strings.Join(row, "|"))
			}
		case Spellings:
			for _, s := range block {
				fmt.Fprintln(&b, "spelling:", s)
			}
		case Ties:
			for _, t := range block.List {
				fmt.Fprintf(&b, "%s: %s|%s %s %s\n", block.Title, t.Noted(), t.Key, t.ID, t.Name)
			}
		}
	}
	return b.String()
}

func TestDocuments(t *testing.T) {
	t.Parallel()
	d := isles()
	for name, c := range map[string]struct {
		doc  Document
		want string
	}{
		"event": {Event(d, 1), `id 1882-04-02-meeting
heading: Wardens meet
facts: 2 April 1882 · press report · Far Light · nowhere · key event
cast: Ida Holm (host), nobody (party)
paragraph: |They *meet*.|false
paragraph: Disagreement on the date|A day against a season.|true
paragraph: Why this date|Brandt gives the day.|false
account: Brandt, “Fishers”
  ¶3|2 April 1882, “on 2 April 1882” (stated)|2 April 1882||Mette Brandt, “Fishers and Wardens,” Isles Review, March 1901, para. 3, https://example.org/a.
account: “gazette”
  n. 4|spring 1882 (derived): the year is that of the note before|spring 1882 (derived), “it is told”|its own reservation: “it is told”|“gazette,” n.d., n. 4.
paragraph: Editor’s note|Perhaps two meetings.|false
Related: Follows: The guild is founded, 1881|id 1881-guild The guild is founded
paragraph: Tags|guild, law|false
`},
		"an event that another links to": {Event(d, 0), `id 1881-guild
heading: The guild is founded
facts: 1881 · founding
paragraph: |Nine boats.|false
account: Brandt, “Fishers”
  |1881 (stated)|1881||Mette Brandt, “Fishers and Wardens,” Isles Review, March 1901, https://example.org/a.
Related: Is followed by: Wardens meet, 2 April 1882|id 1882-04-02-meeting Wardens meet
`},
		"reading its second source": {Reading(d, 1, "gazette"), `id 1882-04-02-meeting
heading: Wardens meet
facts: 2 April 1882
account: “gazette”
  n. 4|spring 1882 (derived): the year is that of the note before|spring 1882 (derived), “it is told”|its own reservation: “it is told”|“gazette,” n.d., n. 4.
table: Side by side
  Brandt, ¶3|2 April 1882|They met.
  gazette, n. 4|spring 1882|Four met.
`},
		"beyond its sources": {Beyond(d, 1), `id 1882-04-02-meeting
paragraph: Disagreement on the date|A day against a season.|true
paragraph: Why this date|Brandt gives the day.|false
paragraph: Editor’s note|Perhaps two meetings.|false
`},
		"actor": {Actor(d, d.Actor("ida"), 2), `actor ida
heading: Ida Holm
facts: person · 2 events
paragraph: |Harbour master.|false
paragraph: Uncertain|Perhaps her sister.|true
spelling: Ida Holm (Brandt)
spelling: Ide Hulm (alias; Brandt, gazette)
spelling: Holm (too common to match alone)
Ties: leads Net Guild as warden, 1881–1889 (Brandt, ¶2). By vote.|actor guild Net Guild
paragraph: Profile after|Brandt, ¶2|false
`},
		"an actor to whom another is tied": {Actor(d, d.Actor("guild"), 1), `actor guild
heading: Net Guild
facts: group · 1 event
Ties: Ida Holm leads Net Guild as warden, 1881–1889 (Brandt, ¶2). By vote.|actor ida Ida Holm
`},
		"place": {Place(d, d.Place("far-light"), 0), `place far-light
heading: Far Light
facts: North and South · site · 60.5° S, 1.25° E · 0 events in any role
`},
		"source": {Source(d, d.Source("brandt"), 1200), `source brandt
heading: Fishers and Wardens
facts: Mette Brandt · Isles Review · March 1901 · 1,200 events
paragraph: |A study.|false
bibliography: Brandt, Mette. “Fishers and Wardens.” Isles Review, March 1901. https://example.org/a.
address: https://example.org/a
paragraph: Whose words|The author.|false
`},
	} {
		if diff := cmp.Diff(c.want, listed(c.doc)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Every word of a vocabulary that faces print has words here.
func TestVocabulariesHaveWords(t *testing.T) {
	t.Parallel()
	const unknown = "unknown"
	for k := events.LinkKind(0); k.String() != unknown; k++ {
		if linkWords[k.String()][0] == "" || linkWords[k.String()][1] == "" {
			t.Errorf("no words for the link %s", k)
		}
	}
	for k := events.RelationKind(0); k.String() != unknown; k++ {
		if relationWords[k.String()] == "" {
			t.Errorf("no words for the relation %s", k)
		}
	}
	for b := events.Basis(0); b.String() != unknown; b++ {
		if basisWords[b] == "" {
			t.Errorf("no words for the basis %s", b)
		}
	}
	for f := events.SpellingForm(1); f.String() != unknown; f++ {
		if formWords[f] == "" {
			t.Errorf("no words for the form %s", f)
		}
	}
}

func TestUnmark(t *testing.T) {
	t.Parallel()
	if got := Unmark("the **old** *lamp*, `x`\nand more"); got != "the old lamp, x and more" {
		t.Errorf("got %q", got)
	}
}

func TestNamesAndAccounts(t *testing.T) {
	t.Parallel()
	doc := Event(isles(), 1)
	if got := doc.Blocks[1].(Facts).Names("place"); strings.Join(got, "|") != "Far Light|nowhere" {
		t.Errorf("places: %q", got)
	}
	if got := doc.Accounts(); len(got) != 2 || got[1].Source.ID != "gazette" {
		t.Errorf("accounts: %v", got)
	}
}
