package facts

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/calendar"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
)

func TestWhen(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	for id, want := range map[string]string{
		"split": `Brandt: between September and October 1909, ¶17.
Bruun: in or before August 1909, ¶17.
The Ferry Post: about October 1909, ¶17.
Brandt and Bruun cannot both be right.
Bruun and The Ferry Post cannot both be right.
The editor: between August and October 1909.`,
		"peace": `Brandt: 20 November 1910, ¶23.
Bruun: November 1910, ¶23.
The Ferry Post: 20 November 1910, ¶23.
No two of these sources exclude each other.
The editor: 20 November 1910.`,
		"book": `The Ferry Post: 10 June 1911, ¶24.
The editor: 10 June 1911.`,
	} {
		i, _ := d.Find(id)
		if diff := cmp.Diff(want, strings.Join(When(d, d.Event(i)), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
	e := &events.Event{ID: "x", Title: "Undated", Claims: []events.Claim{{Source: "bruun-1925"}}}
	if got := strings.Join(When(d, e), " "); got != "Bruun: no date. The editor: no date." {
		t.Errorf("undated: %q", got)
	}
}

func TestLane(t *testing.T) {
	t.Parallel()
	d := eventstest.Small()
	c := calendar.New(d)
	shown := make([]events.Index, d.Len())
	for i := range shown {
		shown[i] = events.Index(i)
	}
	for id, want := range map[string]string{
		"ada-holm": `Ada Holm takes part in 4 events.
The first: Ada Holm leads the League, 1901.
The last: Ada Holm dies, 20 May 1909.
1901: 1 certainly.
1908: 2 certainly.
1909: 1 certainly.
Leads River League: Brandt, from 1901 to May 1909; Bruun, in or before 1903; The Ferry Post, 11 February 1908.
In Mill Guard: Bruun, undated.`,
		"cyril-marsh": `Cyril Marsh takes part in 5 events.
The first: Cyril Marsh becomes captain, 2 March 1905.
The last: Peace is made, 20 November 1910.
1905: 1 certainly.
1908: 1 certainly.
1909: 1 in doubt.
1910: 2 certainly.
Leads Mill Guard: The Ferry Post, undated.
Holds office in Mill Guard: Brandt, from 2 March 1905 to 20 November 1910.`,
	} {
		if diff := cmp.Diff(want, strings.Join(Lane(d, c, shown, d.ActorNumber(id)), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
	if got := strings.Join(Lane(d, c, nil, d.ActorNumber("river-league")), " "); got != "River League takes part in none of the events shown. Led by Ada Holm: Brandt, from 1901 to May 1909; Bruun, in or before 1903; The Ferry Post, 11 February 1908. Led by Bruno Keller: Brandt, from June 1909." {
		t.Errorf("%q", got)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	a := &events.Actor{Name: "Mokhtar Belmokhtar", Spellings: []events.Spelling{{As: "Belmokhtar"}, {As: "Mokhtar", Form: events.FormWeak}, {As: "Khaled Abu al-Abbas", Form: events.FormAlias}}}
	for n, want := range map[int]string{30: "Mokhtar Belmokhtar", 18: "Mokhtar Belmokhtar", 17: "Belmokhtar", 9: "Mokhtar Belmokhtar"} {
		if got := Name(a, n); got != want {
			t.Errorf("%d cells: %q, want %q", n, got, want)
		}
	}
	g := &events.Actor{Name: "River League", Spellings: []events.Spelling{{As: "RL", Form: events.FormAcronym}}}
	if got := Name(g, 20); got != "RL" {
		t.Errorf("%q", got)
	}
}
