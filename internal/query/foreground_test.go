package query

import (
	"slices"
	"strings"
	"testing"

	"timeline/internal/events"
)

func TestForeground(t *testing.T) {
	t.Parallel()
	d := sample() // the plea is background
	for _, c := range []struct {
		in         string
		background int
		plea       bool
	}{
		{"", 1, false}, {"from:2013", 1, false}, {"is:any", 0, true}, {"is:background", 0, true}, {"is:key,background", 0, true},
		{"-is:background", 0, false}, {"id:2013-01-17-plea", 0, true}, {"actor:niger", 0, true}, {"during:2013-01-16-in-amenas", 0, true}, {"is:key", 0, false},
	} {
		q := mustParse(t, d, c.in)
		shown, background := Foreground(d, q, Compile(d, q).Run())
		i, _ := d.Find(plea)
		if background != c.background || slices.Contains(shown, i) != c.plea || !slices.IsSorted(shown) {
			t.Errorf("%q: %v, and %d background", c.in, ids(d, shown), background)
		}
	}
}

// states are actors whose adjectives, capitals and offices are some shared, some not.
func states() *events.Dataset {
	actor := func(id, name string, list ...events.Spelling) events.Actor {
		return events.Actor{ID: id, Name: name, Spellings: list}
	}
	is := func(as string, form events.SpellingForm) events.Spelling { return events.Spelling{As: as, Form: form} }
	event := func(id, actor string) events.Event {
		return events.Event{ID: id, Title: "It acts", Roles: []events.Role{{Actor: actor}}}
	}
	return events.New(events.Meta{}, []events.Event{event("2012-a", "algeria"), event("2012-b", "mali"), event("2012-c", "junta"), event("2012-d", "ammar")}, []events.Actor{
		actor("algeria", "Algeria", is("Algerian", events.FormAdjective), is("Algiers", events.FormCapital)),
		actor("mali", "Mali", is("Malian", events.FormAdjective), is("Bamako", events.FormCapital)),
		actor("junta", "Committee of Officers", is("Bamako", events.FormCapital), is("Malian", events.FormAdjective)),
		actor("ammar", "Abu Ammar", is("Emir of the Sahara", events.FormOffice)),
		actor("hammam", "Al-Hammam", is("Emir of the Sahara", events.FormOffice), is("Saharan emir", events.FormOffice)),
	}, nil, nil)
}

// TestSharedSpellings: an adjective, capital or office finds who alone has it; where
// several have it, the error names them, and a word of a text finds none by it.
func TestSharedSpellings(t *testing.T) {
	t.Parallel()
	d := states()
	for in, want := range map[string]string{
		"actor:algerian": "actor:algeria", "actor:Algiers": "actor:algeria", `actor:"saharan emir"`: "actor:hammam",
	} {
		if q := mustParse(t, d, in); q.String() != want {
			t.Errorf("%s is %s", in, q)
		}
	}
	for in, want := range map[string]string{
		"actor:bamako":               "«bamako» may be Committee of Officers or Mali, and nothing tells which",
		`actor:"emir of the sahara"`: "«emir of the sahara» may be Abu Ammar or Al-Hammam, and nothing tells which",
	} {
		if _, err := Parse(d, in); err == nil || !strings.HasPrefix(err.Error(), want+":") {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
	if _, err := Parse(d, "actor:saharan"); err == nil {
		t.Error("a word of an office is taken for who holds it")
	}
	for in, want := range map[string]string{"algerian": "2012-a", "algiers": "2012-a", "bamako": "", "malian": "", "emir": "", "malian bamako": ""} {
		if got := strings.Join(ids(d, Compile(d, mustParse(t, d, in)).Run()), " "); got != want {
			t.Errorf("%s finds %q, want %q", in, got, want)
		}
	}
}
