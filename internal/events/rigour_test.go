package events_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"timeline/internal/events"
)

func filesOf(texts ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i+1 < len(texts); i += 2 {
		fsys[texts[i]] = &fstest.MapFile{Data: []byte(texts[i+1])}
	}
	return fsys
}

// TestNotes: a title and a date are enough, and names stand for records.
func TestNotes(t *testing.T) {
	t.Parallel()
	d, err := events.Check(filesOf(
		"dataset.yaml", "id: x\ntitle: X\nrigour: notes\n",
		"actors/nasa.yaml", "name: National Agency\nspellings: [{as: NASA}]\n",
		"events/1961-05-25-moon.md", "---\ntitle: A landing is asked for.\ndate: 1961-05-25\nactors: [NASA, J. F. Kennedy, nasa]\nplaces: [Washington]\nclaims: [{source: The Speech, at: pg14}]\n---\n",
		"events/1969-moon.md", "---\ntitle: It comes\ndate: 1969\n---\n",
	))
	if err != nil {
		t.Fatal(err)
	}
	e := d.Event(0)
	if e.Type != "other" || len(e.Roles) != 3 || e.Roles[0].Actor != "nasa" || e.Roles[1].Actor != "j-f-kennedy" || e.Roles[1].As != events.PartParty {
		t.Errorf("%+v", e)
	}
	if a := d.Actor("j-f-kennedy"); a == nil || a.Name != "J. F. Kennedy" || a.Kind != events.ActorUnspecified {
		t.Errorf("%+v", a)
	}
	if p := d.Place("washington"); p == nil || p.Precision != events.Unlocated {
		t.Errorf("%+v", p)
	}
	if s := d.Source("the-speech"); s == nil || s.Title != "The Speech" || d.Where("the-speech", e.Claims[0].At) != "p. 14" {
		t.Errorf("%+v", s)
	}
	if c := e.Claims[0]; c.Date.String() != "1961-05-25" || c.Basis != events.BasisEvent {
		t.Errorf("%+v", c)
	}
	if d.Standing() != "notes: unproven" || d.Meta.Period.String() != "1961/1969" {
		t.Errorf("%s, %s", d.Standing(), d.Meta.Period)
	}
}

// TestSourced: a claim with a source, and no quotation.
func TestSourced(t *testing.T) {
	t.Parallel()
	claim := "claims: [{source: s}]\n"
	files := func(rigour, claims string) fstest.MapFS {
		return filesOf("dataset.yaml", "id: x\ntitle: X\nperiod: 1900/2000\n"+rigour,
			"sources/s.yaml", "title: S\n", "places/p.yaml", "name: P\nlat: 1.5\nlon: -2\n",
			"events/1961-moon.md", "---\ntitle: T\ndate: 1961\ntype: meeting\nplaces: [p]\n"+claims+"---\n")
	}
	d, err := events.Check(files("rigour: sourced\n", claim))
	if err != nil {
		t.Fatal(err)
	}
	if d.Standing() != "sourced" || d.Place("p").Precision != events.UnspecifiedGround {
		t.Errorf("%s, %+v", d.Standing(), d.Place("p"))
	}
	for rigour, rules := range map[string][]string{
		"rigour: sourced\n": {"missing-field"}, // no claims
		"rigour: exact\n":   {"vocabulary"},
		"":                  {"missing-field", "no-quotation"},
	} {
		claims := claim
		if rigour == "rigour: sourced\n" {
			claims = ""
		}
		_, err := events.Check(files(rigour, claims))
		var problems events.Problems
		if !errors.As(err, &problems) {
			t.Fatalf("%q passes", rigour)
		}
		for _, rule := range rules {
			if !strings.Contains(err.Error(), "["+rule+"]") {
				t.Errorf("%q does not break %s:\n%v", rigour, rule, err)
			}
		}
	}
	if _, err := events.Check(files("rigour: sourced\n", "claims: [{source: unknown}]\n")); err == nil || !strings.Contains(err.Error(), "[reference]") {
		t.Errorf("an unknown source: %v", err)
	}
}

// TestOneCoordinate: a latitude alone is no place.
func TestOneCoordinate(t *testing.T) {
	t.Parallel()
	_, err := events.Check(filesOf("dataset.yaml", "id: x\ntitle: X\nrigour: notes\n",
		"places/p.yaml", "name: P\nlat: 1.5\n", "events/1961-moon.md", "---\ntitle: T\ndate: 1961\n---\n"))
	if err == nil || !strings.Contains(err.Error(), "without the other") {
		t.Errorf("got %v", err)
	}
}

// TestLenient: what is sound is opened, without what is not and what leads there.
func TestLenient(t *testing.T) {
	t.Parallel()
	files := filesOf(
		"dataset.yaml", "id: x\ntitle: X\nrigour: sourced\n",
		"sources/s.yaml", "title: S\n", "sources/bad.yaml", "titel: S\n", "actors/bad.yaml", "name: [\n",
		"events/1961-moon.md", "---\ntitle: T\ndate: 1961\nactors: [bad]\nlinks: [{is: related, to: 1962-bad}]\nclaims: [{source: s}, {source: bad}]\n---\n",
		"events/1962-bad.md", "---\ntitle: T\ndate: 1962-13\nclaims: [{source: s}]\n---\n",
		"events/1963-lost.md", "---\ntitle: T\ndate: 1963\nclaims: [{source: bad}]\n---\n",
	)
	if _, err := events.Load(files, nil); err == nil {
		t.Fatal("a broken dataset is loaded")
	}
	d, out, err := events.LoadLenient(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d.Len() != 1 || out.Events != 2 || out.Records != 2 || len(out.Problems) < 3 {
		t.Errorf("%d events, %+v", d.Len(), out)
	}
	if e := d.Event(0); len(e.Roles)+len(e.Links) != 0 || len(e.Claims) != 1 {
		t.Errorf("%+v", e)
	}
	if _, _, err := events.LoadLenient(filesOf("x", ""), nil); err == nil {
		t.Error("a folder without a dataset is opened")
	}
}

func TestLocators(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"p12": "p12 ¶12", "n4": "n4 n. 4", "p. 14": "pg14 p. 14", "pp. 14–16": "pg14-16 pp. 14–16", "page 3": "pg3 p. 3", "pg14": "pg14 p. 14",
		"1:23:45": "t1:23:45 1:23:45", "t5:07": "t5:07 5:07", "12:30-13:00": "t12:30-13:00 12:30–13:00",
		"v. 3:16": "v3:16 v. 3:16", "v3:16-18": "v3:16-18 vv. 3:16–18", "line 9": "v9 v. 9", "Fig. 2": "fig2 fig. 2", "note 7": "n7 n. 7", "para. 12": "p12 ¶12",
	} {
		l, err := events.ReadLocator(typed)
		if got := l.String() + " " + l.Words(); err != nil || got != want {
			t.Errorf("%q: got %q, %v; want %q", typed, got, err, want)
		}
		if again, ok := events.ParseLocator(l.String()); !ok || again != l {
			t.Errorf("%q is read as %+v", l, again)
		}
	}
	for _, typed := range []string{"", "14", "pg0", "pg14-12", "pg70000", "fig2-3", "t1:2", "t1:60", "t99:00:00", "p12-14", "v3:", "x1", "t:1", "pg1:2"} {
		if l, ok := events.ParseLocator(typed); ok {
			t.Errorf("%q is taken as %v", typed, l)
		}
	}
	if _, err := events.ReadLocator("somewhere"); err == nil || !strings.Contains(err.Error(), "p. 14") {
		t.Errorf("got %v", err)
	}
}

func TestSlug(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Kennedy asks for a landing on the Moon": "kennedy-asks-for-a-landing-on-the-moon", "Élysée’s  “Œuvre”": "elysees-oeuvre",
		"Łódź": "lodz", "ﬁn 2": "fin-2", "a" + strings.Repeat(" bc", 30): "a" + strings.Repeat("-bc", 19),
	} {
		if got := events.Slug(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	if a, b := events.Slug("القاعدة"), events.Slug("北京"); a == b || len(a) != 9 {
		t.Errorf("%q and %q", a, b)
	}
}
