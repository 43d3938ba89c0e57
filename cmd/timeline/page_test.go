package main

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"timeline/internal/document"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/query"
)

// TestTableFits draws the list at every width: no line may be wider.
func TestTableFits(t *testing.T) {
	t.Parallel()
	d := lamp(t)
	for _, typed := range []string{"", "from:1902", "is:disputed"} {
		q, err := query.Parse(d, typed)
		if err != nil {
			t.Fatal(err)
		}
		rows := query.Compile(d, q).Run()
		for width := minWidth; width < 200; width++ {
			var b strings.Builder
			table := newTable(d, page{Writer: &b, width: width}, q, rows)
			for _, i := range rows {
				table.print(i)
			}
			for line := range strings.Lines(b.String()) {
				if w := ansi.StringWidth(strings.TrimSuffix(line, "\n")); w > max(width, table.date+len(gap)+1+len("  certainly")) {
					t.Errorf("width %d: %d cells: %s", width, w, line)
				}
			}
		}
	}
}

// TestShortIDs proves that what stands for an id is enough to find it by.
func TestShortIDs(t *testing.T) {
	t.Parallel()
	for _, d := range []*events.Dataset{lamp(t), embeddedOrLamp(t)} {
		table := newTable(d, page{Writer: io.Discard}, query.Query{}, nil)
		table.shortIDs = true
		for i := range d.Len() {
			short := table.idOf(events.Index(i))
			if found, ok := query.ByID(d, short); !ok || found != events.Index(i) {
				t.Errorf("%s does not find %s", short, d.IDs.At(i))
			}
		}
	}
}

func embeddedOrLamp(t *testing.T) *events.Dataset {
	d, err := (&program{err: io.Discard, out: io.Discard}).dataset()
	if err != nil {
		return lamp(t)
	}
	return d
}

// TestHostileText sends text that no loader would let in to every printer.
func TestHostileText(t *testing.T) {
	t.Parallel()
	const bad = "a\x1b[31mb\u202ec\x07\u009bd\x00"
	d := events.New(events.Meta{ID: "x", Title: bad},
		[]events.Event{{
			ID: "2012-x", Title: bad, Date: edtf.MustParse("2012"), DateReason: bad, Summary: bad, Note: bad, Tags: []string{bad},
			Roles: []events.Role{{Actor: "a"}}, Places: []string{"p"}, Links: []events.Link{{To: bad}},
			Disputes: []events.Dispute{{Text: bad}},
			Claims: []events.Claim{{Source: "s", At: events.Locator{Kind: 'p', Number: 1}, Date: edtf.MustParse("2012"), Words: bad,
				BasisNote: bad, Hedge: bad, Quote: bad, Says: bad, Figures: []events.Figure{{What: bad, Value: bad}}}},
		}},
		[]events.Actor{{ID: "a", Name: bad, Profile: bad, Uncertain: bad, Spellings: []events.Spelling{{As: bad}},
			Relations: []events.Relation{{To: "a", Office: bad, Note: bad, Cite: events.Citation{Source: "s"}}}}},
		[]events.Place{{ID: "p", Name: bad, Country: bad, Note: bad, Spellings: []events.Spelling{{As: bad}}}},
		[]events.Source{{ID: "s", Title: bad, Short: bad, Container: bad, Publisher: bad, Rights: bad, DateNote: bad, Profile: bad,
			Authors: []events.Author{{Given: bad, Family: bad}}}})
	var out strings.Builder
	for _, width := range []int{0, 80} {
		pg := page{Writer: &out, width: width}
		newTable(d, pg, query.Query{}, []events.Index{0}).print(0)
		pg.document(document.Event(d, 0))
		pg.document(document.Actor(d, &d.Actors[0], 1))
		pg.document(document.Place(d, &d.Places[0], 1))
		pg.document(document.Source(d, &d.Sources[0], 1))
		pg.recordLines([]record{{name: bad, kind: bad, id: "a", also: bad}})
	}
	p := &program{out: &out, err: &out}
	p.candidates(d, []events.Index{0, 0}, 1)
	p.nearest(d, query.Sides{Before: 0, After: 0})
	p.say(bad)
	p.hint(bad)
	for _, v := range []any{actorJSON(d, &d.Actors[0], 1), placeJSON(&d.Places[0], 1), sourceJSON(d, &d.Sources[0], 1)} {
		if err := p.printJSON(v); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range append(described(d, []string{"actor:a", "place:p", "source:s", "id:2012-x"}), eventIDs(d, "2")...) {
		out.WriteString(strings.ReplaceAll(c, "\t", " ") + "\n")
	}
	for _, r := range out.String() {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\u202e' {
			t.Fatalf("%U reaches the terminal", r)
		}
	}
	if !strings.Contains(out.String(), "<U+001B>") {
		t.Error("what was taken out does not show")
	}
}
