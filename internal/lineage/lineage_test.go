package lineage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"timeline/internal/calendar"
	"timeline/internal/edtf"
	"timeline/internal/events"
	"timeline/internal/events/eventstest"
	"timeline/internal/lineage/lineagetest"
)

func of(d *events.Dataset) *Lineage { return Of(d, calendar.New(d)) }

func builtIn(t testing.TB) *events.Dataset {
	t.Helper()
	return eventstest.BuiltIn(t)
}

func TestGroups(t *testing.T) {
	t.Parallel()
	l := of(lineagetest.Valley())
	var got []string
	for _, g := range l.Groups {
		s := fmt.Sprint(g.ID, ": ", g.Begins.First, " ", g.Begins.Last)
		if g.Certain {
			s += fmt.Sprint(", certain ", g.By, " ", g.SureTo)
		}
		got = append(got, fmt.Sprint(s, ", until ", g.Until, map[bool]string{true: ", named"}[g.Named]))
	}
	want := []string{
		"coast-union: 1936-03-01 1936-03-31, certain 1936-03-31 1938-07-01, until 1938-07-31",
		"east-circle: 1939-01-01 1940-01-05, certain 1940-01-05 1940-01-05, until 1940-01-05", // 1939~ alone is certain of nothing
		"hill-guard: 1934-01-01 1934-12-31, certain 1934-12-31 1938-02-03, until 1938-02-03",  // the paper of 1931 shows no Guard
		"night-watch: 1940-01-05 1940-01-05, certain 1940-01-05 1940-01-05, until 1940-01-05",
		"old-brotherhood: 1929-12-31 1929-12-31, until 1929-12-31, named",
		"river-company: 1933-05-01 1933-05-31, certain 1933-05-31 1936-03-01, until 1936-03-31",
		"salt-party: 1934-01-01 1934-01-31, certain 1934-01-31 1936-02-01, until 1939-12-31",
		"valley-league: 1931-01-01 1931-12-31, certain 1931-12-31 1938-07-01, until 1938-12-31",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestTies(t *testing.T) {
	t.Parallel()
	l := of(lineagetest.Valley())
	var got []string
	for _, x := range append(slices.Clone(l.Ties), l.Equals...) {
		event := "-"
		if x.Event >= 0 {
			event = l.Data.IDs.At(int(x.Event))
		}
		days := "undated"
		if !x.Days.Empty() {
			days = fmt.Sprint(x.Days.First, " ", x.Days.Last)
		}
		got = append(got, fmt.Sprint(l.Day(x), ": ", l.Brief(x), ", ", days, ", ", event, ", ", len(x.Claims), map[bool]string{true: "", false: ", not drawn"}[x.Drawn || x.Kind.Equal()]))
	}
	want := []string{
		"1931-01-01: VL comes of Old Brotherhood, undated, 1931-league-founded, 1",
		"1933-05-01: River Company splits from VL, 1933-05-01 1933-05-31, 1933-05-company-splits, 3",
		"1935-01-01: Hill Guard is under VL, 1935-01-01 1935-12-31, -, 2",
		"1936-03-01: Coast Union comes of River Company, 1936-03-01 1936-03-31, 1936-union, 1",
		"1937-01-01: Hill Guard is under Salt Party, 1937-01-01 1937-12-31, -, 1, not drawn",
		"1939-01-01: 東の会 splits from Salt Party, 1939-01-01 1939-12-31, -, 1",
		"1940-01-05: Night Watch of the Eastern and the Western Passes is founded by 東の会, 1940-01-05 1940-01-05, -, 1",
		"1934-01-01: Hill Guard is a rival of Salt Party, undated, -, 1",
		"1934-02-01: River Company is allied with Salt Party, 1934-02-01 1934-02-28, -, 1",
		"1935-06-01: Salt Party is a rival of VL, 1935-06-01 1935-06-30, -, 1",
		"1938-01-01: Northland is allied with VL, 1938-01-01 1938-12-31, -, 1",
	}
	want[0] = strings.Replace(want[0], "undated", "1931-01-01 1931-12-31", 1)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if n := len(l.List(true, "salt-party")); n != len(l.Ties)+3 {
		t.Errorf("%d ties with the Salt Party's allies and rivals", n)
	}
	if n := len(l.List(false, "salt-party")); n != len(l.Ties) {
		t.Errorf("%d ties", n)
	}
}

func TestBegins(t *testing.T) {
	t.Parallel()
	for date, want := range map[string]string{
		"1933": "1933-01-01 1933-12-31", "1933-05/1934": "1933-05-01 1933-05-31", "1933-05/..": "1933-05-01 1933-05-31", "[..1933-04]": "1933-04-30 1933-04-30",
		"[1933,1935]": "1933-01-01 1935-12-31", "../1933": "1933-12-31 1933-12-31", "[1933..]": "1933-01-01 1933-01-01", "1933/1933-02": "1933-01-01 1933-02-28",
	} {
		d := edtf.MustParse(date)
		b := begins(d, calendar.ExtentOf(d))
		if got := fmt.Sprint(b.First, " ", b.Last); got != want {
			t.Errorf("%s: %s, want %s", date, got, want)
		}
	}
}

// What is drawn is never more than what is told: no tie before both groups can have
// been there, no certain day outside the possible ones; and it is the same each time.
func TestNothingMoreThanIsTold(t *testing.T) {
	t.Parallel()
	for _, d := range []*events.Dataset{builtIn(t), lineagetest.Valley()} {
		l := of(d)
		if len(l.Ties) < 5 {
			t.Fatalf("%s has %d ties", d.Meta.ID, len(l.Ties))
		}
		for _, x := range append(slices.Clone(l.Ties), l.Equals...) {
			for _, id := range []string{x.Younger, x.Older} {
				if g := l.Group(id); g != nil && !g.Named && l.Day(x) < g.Begins.First {
					t.Errorf("%s: %s before %s", d.Meta.ID, l.Brief(x), id)
				}
			}
			if len(x.Claims) == 0 {
				t.Errorf("%s: nobody says that %s", d.Meta.ID, l.Brief(x))
			}
		}
		for _, g := range l.Groups {
			if g.Begins.First > g.Begins.Last || g.Begins.Last > g.Until || g.Certain && (g.By < g.Begins.First || g.SureTo > g.Until) {
				t.Errorf("%s: %+v", d.Meta.ID, g)
			}
		}
		rows := 0
		for _, r := range l.Rows {
			rows += len(r)
		}
		if rows != len(l.Groups) {
			t.Errorf("%s: %d groups on the rows of %d", d.Meta.ID, rows, len(l.Groups))
		}
		for range 3 {
			if diff := cmp.Diff(order(l), order(of(d))); diff != "" {
				t.Errorf("%s: another order: %s", d.Meta.ID, diff)
			}
		}
	}
}

func order(l *Lineage) (ids []string) {
	for _, r := range l.Rows {
		ids = append(ids, "row")
		for _, g := range r {
			ids = append(ids, g.ID)
		}
	}
	for _, t := range l.Ties {
		ids = append(ids, t.ID)
	}
	return ids
}

func TestMove(t *testing.T) {
	t.Parallel()
	name := func(rows [][]*Group) (s string) {
		for _, r := range rows {
			s += r[0].ID
		}
		return s
	}
	for i := range 4 {
		for j := range 4 {
			rows := [][]*Group{{{ID: "a"}}, {{ID: "b"}}, {{ID: "c"}}, {{ID: "d"}}}
			id := rows[i][0].ID
			move(rows, i, j)
			if got := name(rows); got[j:j+1] != id || len(got) != 4 || strings.Join(strings.Split(strings.Replace(got, id, "", 1), ""), "") != strings.Replace("abcd", id, "", 1) {
				t.Errorf("%d to %d: %s", i, j, got)
			}
			if move(rows, j, i); name(rows) != "abcd" {
				t.Errorf("%d to %d and back: %s", i, j, name(rows))
			}
		}
	}
}

func TestSay(t *testing.T) {
	t.Parallel()
	l := of(lineagetest.Valley())
	for id, want := range map[string][]string{
		"coast-union": {
			"Coast Union is certainly attested from March 1936 to July 1938.",
			"Coast Union comes of River Company, March 1936: The Company becomes the Union.",
			"Lantern, ¶6 says so: 1936.",
		},
		"hill-guard": {
			"Hill Guard is certainly attested from December 1934 to February 1938; it may have begun as early as January 1934.",
			"Hill Guard is a rival of Salt Party.", "Ferro, ¶11 says so, without a date.",
			"Hill Guard is under League of the Valley.", "Ferro, ¶7 says so, without a date.", "Marsh, ¶9 says so: from 1935.",
			"Hill Guard is under Salt Party.", "Marsh, ¶8 says so: 1937 (uncertain).",
		},
		"old-brotherhood": {
			"Old Brotherhood is only named as what came before.",
			"League of the Valley comes of Old Brotherhood, 1931: The League is founded.", "Ferro, ¶1 says so, without a date.",
		},
		"northland": {
			"Northland did not split, join or go on under another name, as far as the sources say.",
			"Northland is allied with League of the Valley.", "Lantern, ¶16 says so: 1938.",
		},
		"anna-berg": {"Anna Berg did not split, join or go on under another name, as far as the sources say."},
	} {
		if d := cmp.Diff(want, l.Say(id)); d != "" {
			t.Errorf("%s: %s", id, d)
		}
	}
}

func TestWithoutTies(t *testing.T) {
	t.Parallel()
	if l := of(eventstest.Generate(1000, 1)); len(l.Rows) != 0 || len(l.Ties) != 0 {
		t.Errorf("%d rows", len(l.Rows))
	}
}

func BenchmarkOf(b *testing.B) {
	d := builtIn(b)
	cal := calendar.New(d)
	for b.Loop() {
		Of(d, cal)
	}
}
